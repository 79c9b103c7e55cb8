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


def reworded(root: Path, collectif: Collectif, change: Callable[[str], str], *more: str, rule: str) -> str:
    """Give what is said at the opening of a vote whose file was changed by hand and committed."""
    vote = prepared(root, collectif, *more, rule=rule)
    edit(root, f"programme/votes/{vote}/vote.yaml", change)
    git(root, "commit", "-qam", "à la main", "--allow-empty")
    return refusal(root, collectif, vote)


@pytest.mark.parametrize(
    ("old", "new", "said", "slug"),
    [
        ("[Non, Passable, Oui]", "[Oui]", "one grade alone", "vote-rule-unworkable"),
        ("[Non, Passable, Oui]", "[Oui, Non, oui]", "“Oui” and “oui” are read", "vote-rule-unworkable"),
        ("[Non, Passable, Oui]", "[Gene, Gêne]", "“Gene” and “Gêne” are read", "vote-rule-unworkable"),
        ("ties: m", "fallback: programe\n  ties: m", "did you mean “programme”?", "vote-fallback-unknown"),
    ],
)
def test_a_rule_that_cannot_work(
    old: str, new: str, said: str, slug: str, tmp_path: Path, collectif: Collectif
) -> None:
    root = make_programme(tmp_path / "p", "en")
    options = ("--option", "a: Buses", "--option", "b: Trains")
    found = reworded(root, collectif, lambda text: text.replace(old, new), *options, rule="positions")
    assert said in found
    assert slug in collectif("check", "--format", "lines", folder=root).out


@pytest.mark.parametrize(("key", "number"), [("points", 0), ("most_on_one", 0)])
def test_nothing_to_give(key: str, number: int, tmp_path: Path, collectif: Collectif) -> None:
    root = make_programme(tmp_path / "p", "en")
    options = ("--set", "points=5", "--set", "most_on_one=2", "--option", "a: Buses", "--option", "b: Trains")
    old = {"points": "points: 5", "most_on_one": "most_on_one: 2"}[key]
    found = reworded(
        root, collectif, lambda text: text.replace(old, f"{key}: {number}"), *options, rule="dots"
    )
    assert f"“{key}: {number}” leaves nothing to give" in found
    assert "vote-rule-unworkable" in collectif("check", "--format", "lines", folder=root).out


def test_an_option_to_beat_that_is_none_of_the_question(tmp_path: Path, collectif: Collectif) -> None:
    root = make_programme(tmp_path / "p", "en")
    sets = ("unranked=last", "equal_ranks=allowed", "strength=margins", "ties=kept", "default_option=a")
    conventions = [word for one in (*sets, "beats=> 1/2") for word in ("--set", one)]
    options = ("--option", "a: Again", "--option", "b: Trains", *conventions)
    found = reworded(
        root,
        collectif,
        lambda text: text.replace("default_option: a", "default_option: c"),
        *options,
        rule="schulze",
    )
    assert "“c”, which the others must beat, is not an option" in found
    assert "vote-rule-unworkable" in collectif("check", "--format", "lines", folder=root).out


@pytest.mark.parametrize(
    ("opens", "closes", "opened"),
    [
        ("2030-01-02", "2030-01-01", False),
        ("2030-01-02", "2030-01-02", True),
        ("2030-01-02T09:00+01:00", "2030-01-02T09:00+01:00", False),
        ("2030-01-02T09:00+01:00", "2030-01-02T08:30+00:00", True),
    ],
)
def test_it_closes_after_it_opens(
    opens: str, closes: str, opened: bool, tmp_path: Path, collectif: Collectif
) -> None:
    root = make_programme(tmp_path / "p", "en")
    group = ("--electorate", "group", "--group", "eau", "--date", "2030-01-02")
    days = ("--opens", opens, "--closes", closes)
    collectif(
        *("vote", "new", "v", "--on", "bus-nuit", "--rule", "programme", "--commit", *group, *days),
        folder=root,
    )
    said = collectif("vote", "open", "v", folder=root)
    assert (said.code == 0, "nobody could vote" in said.err) == (opened, not opened), said.err
    found = collectif("check", "--format", "lines", folder=root).out
    assert ("vote-dates-reversed" in found) is not opened


@pytest.mark.parametrize(
    ("electorate", "said"),
    [
        ("{kind: roll}", "the roll is empty"),
        ("{kind: roll, registered: 0}", "the roll is empty"),
        ("{kind: candidates}", "the list of candidates is empty"),
        ("{kind: group}", "a group votes, and nothing says which"),
        ("{kind: group, group: air}", "there is no group “air”"),
        ("{kind: group, group: eau, date: 2018-12-01}", "nobody is of the group “Eau” on"),
    ],
)
def test_nobody_could_vote(electorate: str, said: str, tmp_path: Path, collectif: Collectif) -> None:
    root = make_programme(tmp_path / "p", "en")
    found = reworded(
        root,
        collectif,
        lambda text: text.replace("electorate: {kind: present}", f"electorate: {electorate}"),
        rule="accord",
    )
    assert said in found
    assert "needs how many" not in found


def test_somebody_who_is_twice_on_the_roll(tmp_path: Path, collectif: Collectif) -> None:
    root = make_programme(tmp_path / "p", "en")
    roll = "{kind: roll, roll: [cedre, if, ' CEDRE']}"
    found = reworded(
        root,
        collectif,
        lambda text: text.replace("electorate: {kind: present}", f"electorate: {roll}"),
        rule="accord",
    )
    assert "is on the roll already" in found
    assert "vote-roll-twice" in collectif("check", "--format", "lines", folder=root).out


@pytest.mark.parametrize(
    ("electorate", "refused"),
    [
        ("{kind: group, group: eau}", "nobody counts them: a group votes"),
        ("{kind: roll, registered: 9}", "nobody counts them: those on a roll vote"),
        ("{kind: roll, registered: 9, present: 7}", "how many were represented, and nothing says it"),
        ("{kind: roll, registered: 9, present: 7, represented: 0}", ""),
        ("{kind: present}", ""),
    ],
)
def test_those_present_where_nobody_counts_them(
    electorate: str, refused: str, tmp_path: Path, collectif: Collectif
) -> None:
    root = make_programme(tmp_path / "p", "en", lambda text: text.replace("of: registered", "of: present"))
    vote = prepared(root, collectif, rule="accord")
    path = f"programme/votes/{vote}/vote.yaml"
    edit(root, path, lambda text: text.replace("{kind: present} ", electorate))
    git(root, "commit", "-qam", "à la main", "--allow-empty")
    found = collectif("check", "--format", "lines", folder=root).out
    assert ("vote-rule-unworkable" in found) is ("nobody counts" in refused)
    if refused:
        assert refused in refusal(root, collectif, vote)
    else:
        assert collectif("vote", "open", vote, folder=root).code == 0


def test_a_number_that_could_be_written_nowhere_any_more(tmp_path: Path, collectif: Collectif) -> None:
    root = make_programme(tmp_path / "p", "en")
    found = reworded(root, collectif, str, rule="accord")
    assert "the rule needs how many are registered, and nothing says it" in found
