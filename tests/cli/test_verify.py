"""What a clone proves: a box that only grew, an old code, a vote that is gone, a history that is cut."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Collectif, Said
from tests.cli.vote_programme import counted, make_programme, opened, plenary_day, typed
from tests.store.history.repositories import git


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_programme(tmp_path / "p", "en")


def save(root: Path, said: str = "x") -> str:
    git(root, "add", "-A")
    git(root, "commit", "-qm", said)
    return git(root, "rev-parse", "HEAD")


def codes(said: Said) -> list[str]:
    return sorted({one["code"] for one in json.loads(said.out)["troubles"]})


def test_a_box_that_only_grows(root: Path, collectif: Collectif) -> None:
    vote = opened(root, collectif)
    typed(root, vote, None, ["f", "f"])
    first = save(root)
    typed(root, vote, None, ["2"])
    save(root)
    typed(root, vote, None, ["."])
    save(root)
    said = collectif("verify", "--between", f"{first}..HEAD", folder=root)
    assert (said.code, said.out.splitlines()) == (
        0,
        [
            f"“{vote}”: 2 ballots at {first}, 4 ballots at HEAD; none was lost, none was altered",
            f"1 ballot box only grew from {first} to HEAD",
        ],
    )
    assert collectif("verify", "--between", f"{first}..", folder=root).out == said.out
    assert collectif("verify", vote, "--between", f"{first}..HEAD", folder=root).out == said.out
    given = json.loads(collectif("verify", "--between", f"{first}..", "--json", folder=root).out)
    assert (given["votes"], given["between"]) == (
        [],
        {
            "first": first,
            "last": "HEAD",
            "boxes": [{"vote": vote, "before": 2, "after": 4, "grew": True}],
            "opened_later": 0,
        },
    )
    assert json.loads(collectif("verify", "--json", folder=root).out)["between"] is None


def test_there_is_no_box_before_a_vote_opens(root: Path, collectif: Collectif) -> None:
    first = git(root, "rev-parse", "HEAD")
    opened(root, collectif)
    said = collectif("verify", "--between", f"{first}..HEAD", folder=root)
    assert (said.code, said.out.splitlines()) == (
        0,
        [
            f"no vote was open at {first}: there is no box to compare",
            f"1 vote opened after {first}: its box is not looked at here",
        ],
    )


def test_hands_that_were_counted_do_not_change(root: Path, collectif: Collectif) -> None:
    vote = opened(root, collectif, "--ballots", "counts")
    counts = root / f"programme/votes/{vote}/counts.yaml"
    counts.write_text("cast: 5\nquestions: {bus-nuit: {options: {for: 3, against: 2}}}\n")
    first = save(root)
    (root / "groups/eau/call.md").write_text("Un appel.\n")
    save(root)
    said = collectif("verify", "--between", f"{first}..", folder=root)
    assert (said.code, "hands were counted, and their count did not change" in said.out) == (0, True)
    counts.write_text(counts.read_text().replace("3", "4"))
    save(root)
    said = collectif("verify", "--between", f"{first}..", folder=root)
    assert (said.code, "did not change" in said.out) == (1, False)
    assert f"0 ballot boxes only grew from {first} to HEAD" in said.out


def test_a_ballot_taken_out_and_put_back_is_seen(root: Path, collectif: Collectif) -> None:
    vote = opened(root, collectif)
    typed(root, vote, None, ["f", "2", "f"])
    first = save(root)
    path = root / f"programme/votes/{vote}/ballots.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("2,against\n", ""), encoding="utf-8")
    by = save(root)
    path.write_text(text, encoding="utf-8")
    save(root)
    said = collectif("verify", "--between", f"{first}..HEAD", folder=root)
    assert said.code == 1
    assert by[:7] in said.out
    assert "     - 2" in said.out


def test_a_ballot_lost_on_one_side_of_a_merge_is_seen(root: Path, collectif: Collectif) -> None:
    vote = opened(root, collectif)
    path = root / f"programme/votes/{vote}/ballots.csv"
    typed(root, vote, None, ["f", "f"])
    first = save(root)
    git(root, "checkout", "-qb", "autre")
    typed(root, vote, None, ["2"])
    save(root)
    git(root, "checkout", "-q", "main")
    git(root, "merge", "-q", "--no-ff", "-s", "ours", "-m", "fusion", "autre")
    assert "against" not in path.read_text(encoding="utf-8")
    assert collectif("verify", "--between", f"{first}..HEAD", folder=root).code == 1


def test_a_history_that_left_the_old_one(root: Path, collectif: Collectif) -> None:
    opened(root, collectif)
    old = git(root, "rev-parse", "HEAD")
    git(root, "commit", "-q", "--amend", "-m", "autre chose")
    said = collectif("verify", "--between", f"{old}..HEAD", "--json", folder=root)
    assert (said.code, codes(said)) == (1, ["history-rewritten"])


@pytest.mark.parametrize("typed_range", ["HEAD", "..HEAD", "nowhere..HEAD"])
def test_what_is_no_range(typed_range: str, root: Path, collectif: Collectif) -> None:
    opened(root, collectif)
    assert collectif("verify", "--between", typed_range, folder=root).code == 2


def test_an_old_code_is_honoured_or_contradicted(root: Path, collectif: Collectif) -> None:
    from collectif_cli.cli.context import Context, Settings
    from collectif_cli.cli.vote_checkpoint import checkpoint_of

    vote = counted(root, collectif)
    code = checkpoint_of(Context(Settings(folder=root)), vote)
    save_path = root / "groups/eau/call.md"
    save_path.write_text("Un appel.\n")
    save(root)
    assert collectif("verify", "--checkpoint", code, folder=root).code == 0
    assert collectif("verify", vote, "--checkpoint", code.lower().replace("-", ""), folder=root).code == 0
    wrong = code[:-1] + ("1" if code[-1] != "1" else "2")
    assert collectif("verify", "--checkpoint", wrong, folder=root).code == 2
    git(root, "commit", "-q", "--amend", "--no-edit", "--reset-author")
    assert collectif("verify", "--checkpoint", code, folder=root).code == 0
    git(root, "reset", "-q", "--soft", "HEAD~2")
    git(root, "commit", "-qm", "tout à la fois")
    said = collectif("verify", "--checkpoint", code, "--json", folder=root)
    assert (said.code, codes(said)) == (1, ["checkpoint-contradicted"])
    assert collectif("verify", "--checkpoint", code, "--between", "A..B", folder=root).code == 2


def test_a_vote_that_is_gone(root: Path, collectif: Collectif) -> None:
    vote = counted(root, collectif)
    shutil.rmtree(root / f"programme/votes/{vote}")
    assert codes(collectif("verify", "--json", folder=root)) == ["vote-removed"]
    by = save(root)
    said = collectif("verify", folder=root)
    assert said.code == 1
    assert by[:7] in said.out


def test_a_clone_that_holds_only_the_end(root: Path, collectif: Collectif, tmp_path: Path) -> None:
    vote = counted(root, collectif)
    cut = tmp_path / "cut"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{root}", str(cut))
    said = collectif("verify", "--json", folder=cut)
    assert said.code == 1
    assert "history-rewritten" in codes(said)
    assert vote


def test_the_past_is_verified_too(root: Path, collectif: Collectif) -> None:
    counted(root, collectif)
    path = root / "programme/proposals/bus-nuit.md"
    path.write_text(path.read_text(encoding="utf-8").replace("deux", "trois"), encoding="utf-8")
    save(root)
    assert collectif("verify", folder=root).code == 1
    assert collectif("verify", "--at", "HEAD~1", folder=root).code == 0
    assert collectif("verify", "rien", folder=root).code == 2


def test_a_vote_that_never_opened_is_recounted_and_said_so(root: Path, collectif: Collectif) -> None:
    folder = root / "programme/votes/main-levee"
    folder.mkdir(parents=True)
    (folder / "vote.yaml").write_text(
        "title: Bus\ndate: 2019-10-09\nrule: programme\nballots: counts\n"
        "electorate: {kind: present, present: 3}\nquestions: [{id: q, title: Bus}]\n"
    )
    (folder / "counts.yaml").write_text(
        "cast: 3\nquestions: {q: {options: {for: 2, against: 1}, blank: 0, invalid: 0}}\n"
    )
    assert collectif("vote", "tally", "main-levee", folder=root).code == 0
    said = collectif("verify", folder=root)
    assert said.code == 0
    assert "1 vote was never opened" in said.out
    counts = folder / "counts.yaml"
    counts.write_text(counts.read_text().replace("for: 2, against: 1", "for: 1, against: 2"))
    assert codes(collectif("verify", "--json", folder=root)) == ["result-differs"]


def test_there_must_be_something_to_try_the_self_test_on(root: Path, collectif: Collectif) -> None:
    said = collectif("verify", "--self-test", folder=root)
    assert (said.code, "init --demo" in said.err) == (1, True)


def test_the_self_test_leaves_everything_as_it_was(root: Path, collectif: Collectif) -> None:
    counted(root, collectif)
    before = git(root, "for-each-ref"), git(root, "count-objects", "-v"), git(root, "status", "--porcelain")
    said = collectif("verify", "--self-test", "--json", folder=root)
    given = json.loads(said.out)
    assert (said.code, given["caught"], len(given["attempts"]) > 50) == (0, True, True)
    after = git(root, "for-each-ref"), git(root, "count-objects", "-v"), git(root, "status", "--porcelain")
    assert after == before


def test_the_self_test_of_the_vote_that_was_named(root: Path, collectif: Collectif) -> None:
    vote = counted(root, collectif)
    day = f"{plenary_day()}-pleniere-1"
    arguments = (
        "--title",
        "Où ?",
        "--option",
        "Ici",
        "--option",
        "Là",
        "--rule",
        "plurality",
        "--plenary",
        day,
    )
    assert collectif("vote", "new", "autre", *arguments, "--commit", folder=root).code == 0
    said = collectif("verify", "autre", "--self-test", folder=root)
    assert (said.code, "“autre” was not opened, counted and left as it was" in said.err) == (1, True)
    assert collectif("verify", "inconnu", "--self-test", folder=root).code == 2
    assert collectif("verify", vote, "autre", "--self-test", folder=root).code == 2
    assert collectif("vote", "open", "autre", "--commit", folder=root).code == 0
    typed(root, "autre", None, ["1", "1", "2"])
    assert collectif("vote", "tally", "autre", "--commit", folder=root).code == 0
    for id in (vote, "autre"):
        said = collectif("verify", id, "--self-test", folder=root)
        assert (said.code, f"with the vote “{id}”" in said.out) == (0, True), said.out


@pytest.mark.parametrize("other", [("--between", "HEAD..HEAD"), ("--checkpoint", "X"), ("--at", "HEAD")])
def test_one_question_at_a_time(other: tuple[str, str], root: Path, collectif: Collectif) -> None:
    said = collectif("verify", "--self-test", *other, folder=root)
    assert (said.code, f"“--self-test” and “{other[0]}” are two questions" in said.err) == (2, True)


def test_the_self_test_fails_when_something_goes_unseen(
    root: Path, collectif: Collectif, monkeypatch: pytest.MonkeyPatch
) -> None:
    from collectif_cli.cli import tamperings, verify_self_test
    from collectif_cli.cli.tamperings import Tampering
    from collectif_cli.model.message import message

    counted(root, collectif)
    harmless = Tampering(message("nothing is done"), lambda lab, vote: True)
    monkeypatch.setattr(verify_self_test, "TAMPERINGS", (*tamperings.TAMPERINGS, harmless))
    said = collectif("verify", "--self-test", folder=root)
    assert said.code == 1
    assert "nothing: not caught" in said.out


def test_a_programme_in_a_folder_of_a_repository(tmp_path: Path, collectif: Collectif) -> None:
    inside = make_programme(tmp_path / "p", "en")
    top = tmp_path / "top été"
    shutil.copytree(inside, top / "le programme", ignore=shutil.ignore_patterns(".git"))
    git(top, "init", "-q", "-b", "main")
    from tests.cli.vote_programme import at

    git(top, "add", "-A")
    git(top, "commit", "-qm", "début", day=at(-10))
    root = top / "le programme"
    counted(root, collectif)
    assert collectif("verify", folder=root).code == 0
    assert collectif("verify", "--self-test", folder=root).code == 0


def test_rounds_may_grow_and_what_is_sealed_is_not_seen(root: Path, collectif: Collectif) -> None:
    collective = root / "collectif.yaml"
    text = collective.read_text(encoding="utf-8")
    collective.write_text(text.replace("decision_rules:\n", "decision_rules:\n  circle: {method: consent}\n"))
    save(root)
    vote = opened(root, collectif, rule="circle")
    rounds = root / f"programme/votes/{vote}/rounds.yaml"
    one = "rounds:\n  - id: one\n    kind: objections\n    moves:\n      - {kind: objection, objection: a}\n"
    rounds.write_text(one, encoding="utf-8")
    first = save(root)
    rounds.write_text(one + "      - {kind: lift, objection: a, lifted_by: a date}\n", encoding="utf-8")
    save(root)
    assert collectif("verify", "--between", f"{first}..HEAD", folder=root).code == 0
    rounds.write_text(one.replace("objection: a", "objection: b"), encoding="utf-8")
    save(root)
    said = collectif("verify", "--between", f"{first}..HEAD", "--json", folder=root)
    assert codes(said) == ["box-shrunk"]


def test_a_sealed_box_is_said_to_be_out_of_sight(root: Path, collectif: Collectif) -> None:
    vote = opened(root, collectif, "--ballots", "sealed")
    first = save(root) if git(root, "status", "--porcelain") else git(root, "rev-parse", "HEAD")
    said = collectif("verify", "--between", f"{first}..HEAD", folder=root)
    assert said.out == f"“{vote}”: its box is sealed, and nothing of it can be seen here\n"
    given = json.loads(collectif("verify", "--between", f"{first}..", "--json", folder=root).out)
    assert given["between"]["boxes"][0]["grew"] is None
