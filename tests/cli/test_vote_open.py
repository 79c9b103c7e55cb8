"""Opening a vote: refused for each thing that could still move, with what to do about it."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Collectif
from tests.cli.vote_programme import at, make_programme, opened, plenary_day, vote_id
from tests.store.history.repositories import git

TEXT = "programme/proposals/bus-nuit.md"


def prepared(root: Path, collectif: Collectif, *more: str, rule: str = "programme") -> str:
    plenary = f"{plenary_day()}-pleniere-1"
    said = collectif(
        *("vote", "new", "--on", "bus-nuit", "--rule", rule, "--plenary", plenary, "--commit", *more),
        folder=root,
    )
    assert said.code == 0, said.err
    return vote_id(root)


def edit(root: Path, path: str, change: Callable[[str], str]) -> None:
    (root / path).write_text(change((root / path).read_text(encoding="utf-8")), encoding="utf-8")


def refusal(root: Path, collectif: Collectif, vote: str) -> str:
    """Give what is said of a vote that may not open; nothing is written."""
    before = git(root, "status", "--porcelain"), git(root, "rev-parse", "HEAD")
    said = collectif("vote", "open", vote, "--commit", folder=root)
    assert (said.code, said.out) == (1, "")
    assert (git(root, "status", "--porcelain"), git(root, "rev-parse", "HEAD")) == before
    return said.err


def test_a_text_that_moved_within_the_freeze(tmp_path: Path, collectif: Collectif) -> None:
    root = make_programme(tmp_path / "p", "en")
    edit(root, TEXT, lambda text: text.replace("deux heures", "trois heures"))
    git(root, "commit", "-qam", "trop tard", day=at(-1))
    vote = prepared(root, collectif)
    said = refusal(root, collectif, vote)
    assert "“bus-nuit” changed on" in said
    assert "less than 3 days before the plenary" in said
    assert "vote on it at a later plenary" in said


def test_a_status_may_move_within_the_freeze_and_so_may_typography(
    tmp_path: Path, collectif: Collectif
) -> None:
    root = make_programme(tmp_path / "p", "en", lambda text: text.replace("consensual\na", "submitted\na"))
    edit(
        root,
        TEXT,
        lambda text: text.replace("status: submitted", "status: consensual").replace("'", "\u2019"),
    )
    git(root, "commit", "-qam", "trié", day=at(-1))
    opened(root, collectif)


def test_a_convocation_that_is_missing_or_late(tmp_path: Path, collectif: Collectif) -> None:
    root = make_programme(tmp_path / "p", "en", lambda text: text.replace("convened: CONVENED\n", ""))
    vote = prepared(root, collectif)
    assert "nothing says when the plenary was convened" in refusal(root, collectif, vote)
    late = (plenary_day() - timedelta(days=1)).isoformat()
    root = make_programme(tmp_path / "q", "en", lambda text: text.replace("CONVENED", late))
    said = refusal(root, collectif, prepared(root, collectif))
    assert "which is too late" in said
    assert "hold the vote at a later plenary" in said


@pytest.mark.parametrize("path", [TEXT, "collectif.yaml", "PLENARY", "VOTE"])
def test_what_is_not_in_a_commit(path: str, tmp_path: Path, collectif: Collectif) -> None:
    root = make_programme(tmp_path / "p", "en")
    vote = prepared(root, collectif)
    places = {
        "PLENARY": f"programme/plenaries/{plenary_day()}-pleniere-1.md",
        "VOTE": f"programme/votes/{vote}/vote.yaml",
    }
    path = places.get(path, path)
    edit(root, path, lambda text: f"{text}\n")
    said = refusal(root, collectif, vote)
    assert f"{path} has changes that no commit holds" in said
    assert f"git add {path}" in said


def test_a_rule_that_does_not_say_everything(tmp_path: Path, collectif: Collectif) -> None:
    root = make_programme(tmp_path / "p", "en")
    vote = prepared(root, collectif)
    edit(root, f"programme/votes/{vote}/vote.yaml", lambda text: text.replace("  base: expressed", "  #"))
    git(root, "commit", "-qam", "x")
    assert "the rule does not say what the share is taken of" in refusal(root, collectif, vote)


@pytest.mark.parametrize(("status", "advice"), [("draft", "proposal submit"), ("withdrawn", "")])
def test_a_text_that_is_not_ready(status: str, advice: str, tmp_path: Path, collectif: Collectif) -> None:
    root = make_programme(tmp_path / "p", "en", lambda text: text.replace("consensual\na", f"{status}\na"))
    said = refusal(root, collectif, prepared(root, collectif))
    assert f"“bus-nuit” cannot be put to the vote: its status is “{status}”" in said
    assert advice in said


def test_a_plenary_that_was_held(tmp_path: Path, collectif: Collectif) -> None:
    yesterday = (plenary_day() - timedelta(days=1)).isoformat()
    root = make_programme(tmp_path / "p", "en", lambda text: text.replace("date: DAY", f"date: {yesterday}"))
    assert "the plenary was held on" in refusal(root, collectif, prepared(root, collectif))


def test_a_vote_opens_once(tmp_path: Path, collectif: Collectif) -> None:
    root = make_programme(tmp_path / "p", "en")
    vote = opened(root, collectif)
    assert "this vote is open already" in refusal(root, collectif, vote)


def test_without_git_nothing_can_be_fixed(tmp_path: Path, collectif: Collectif) -> None:
    root = make_programme(tmp_path / "p", "en")
    vote = prepared(root, collectif)
    for path in sorted((root / ".git").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (root / ".git").rmdir()
    assert collectif("vote", "open", vote, folder=root).code == 4


def test_a_roll_is_sealed_and_may_be_erased(tmp_path: Path, collectif: Collectif) -> None:
    root = make_programme(tmp_path / "p", "en")
    vote = prepared(root, collectif, "--electorate", "roll", rule="accord")
    path = f"programme/votes/{vote}/vote.yaml"
    edit(root, path, lambda text: text.replace("{kind: roll}", "{kind: roll, roll: [cedre, if, orme]}"))
    git(root, "commit", "-qam", "la liste")
    assert collectif("vote", "open", vote, "--commit", folder=root).code == 0
    text = (root / path).read_text(encoding="utf-8")
    roll = root / f"programme/votes/{vote}/roll.csv"
    lines = roll.read_text(encoding="utf-8").splitlines()
    assert [line.partition(",")[0] for line in lines] == ["entry", "cedre", "if", "orme"]
    assert len({line.partition(",")[2] for line in lines[1:]}) == 3
    assert "cedre" not in text
    assert text.count("sha256:") >= 5
    assert collectif("verify", folder=root).code == 0
    roll.write_text("\n".join([lines[0], *lines[2:], ""]), encoding="utf-8")
    said = collectif("verify", folder=root)
    assert (said.code, "1 entry was taken away from a roll since" in said.out) == (0, True)
    roll.write_text("\n".join([*lines, "intrus,00", ""]), encoding="utf-8")
    said = collectif("verify", folder=root)
    assert (said.code, "“intrus” was not on the roll" in said.out) == (1, True)


def test_a_second_call_waits_and_asks_the_same(tmp_path: Path, collectif: Collectif) -> None:
    root = make_programme(tmp_path / "p", "en")
    first = opened(root, collectif, "--electorate", "group", "--group", "eau", rule="accord")
    text = (root / f"programme/votes/{first}/vote.yaml").read_text(encoding="utf-8")
    for days, code in ((14, 1), (15, 0)):
        day = (plenary_day() + timedelta(days=days)).isoformat()
        again = text.partition("\n# Fixed")[0].replace("plenary: ", "# plenary: ", 1)
        again = again.replace(f"\ndate: {plenary_day()}", f"\nsecond_call_of: {first}\ndate: {day}")
        folder = root / f"programme/votes/{day}-bus"
        folder.mkdir()
        (folder / "vote.yaml").write_text(again, encoding="utf-8")
        git(root, "add", "-A")
        git(root, "commit", "-qm", "seconde convocation")
        said = collectif("vote", "open", f"{day}-bus", folder=root)
        assert said.code == code, said.err
    assert (
        "this second call is less than 15 days"
        in collectif("vote", "open", f"{plenary_day() + timedelta(days=14)}-bus", folder=root).err
    )
    last = root / f"programme/votes/{plenary_day() + timedelta(days=15)}-bus/vote.yaml"
    frozen = last.read_text(encoding="utf-8").partition("frozen:")[2]
    assert "quorum: none" in frozen
    assert "second_call" not in frozen
    assert collectif("check", "--only", "vote", folder=root).code == 1
