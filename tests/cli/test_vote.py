"""``collectif vote``: the verbs as people type them, on a repository of their own."""

import json
from pathlib import Path

import pytest

from collectif_cli.cli.app import run
from tests.cli.conftest import Collectif
from tests.cli.terminals import talk
from tests.cli.vote_programme import make_programme, opened
from tests.voting.texts import files_in

PROGRAMME = """
== collectif.yaml ==
schema: 1
name: Collectif
language: en
decision_rules:
  programme: {method: majority, base: expressed, threshold: "> 1/2", quorum: none}
  socle: {method: sans-candidat}
== programme/votes/bus/vote.yaml ==
title: Night buses
date: 2019-10-09
rule: programme
electorate: {kind: present, present: 5, represented: 0}
ballots: anonymous
questions: [{id: bus, title: Night buses}]
== programme/votes/bus/ballots.csv ==
ballot,bus
1,for
2,against
3,for
== programme/votes/socle/vote.yaml ==
title: Socle
opens: 2019-10-08
rule: socle
electorate: {kind: present}
ballots: anonymous
questions: [{id: socle, title: Socle}]
== programme/votes/socle/ballots.csv ==
ballot,socle
1,merle
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in files_in(PROGRAMME).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], root: Path, *words: str) -> tuple[int, str, str]:
    """Give the exit code, the output and the errors of a command."""
    code = run(["-C", str(root), "vote", *words])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_list_says_what_came_of_each(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, root, "list")
    assert code == 0
    assert [line.split(maxsplit=2) for line in out.splitlines()] == [
        ["vote", "date", "outcome"],
        ["bus", "2019-10-09", "adopted"],
        ["socle", "2019-10-08", "the method “sans-candidat” is not counted yet by this version"],
    ]


def test_list_for_programs(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = said(capsys, root, "list", "--json")
    given = json.loads(out)
    assert given["version"] == 1
    assert [(one["id"], one["counted"]) for one in given["votes"]] == [("bus", True), ("socle", False)]


def test_tally_writes_the_result_once(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = "programme/votes/bus/result.yaml"
    code, out, _ = said(capsys, root, "tally", "bus", "--dry-run")
    assert code == 0
    assert f"+++ b/{path}\n" in out
    assert "+counted_by" in out
    assert out.endswith("nothing was written\n")
    assert not (root / path).exists()
    code, out, _ = said(capsys, root, "tally", "bus")
    assert (code, out.splitlines()[-1]) == (0, f"written: {path}")
    first = (root / path).read_bytes()
    code, out, _ = said(capsys, root, "tally", "bus")
    assert (code, out.splitlines()[-1]) == (0, f"{path} held this very result already")
    assert (root / path).read_bytes() == first


def test_show_is_the_sheet_and_tells_of_a_stale_result(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = said(capsys, root, "show", "bus")
    assert code == 0
    assert out.startswith(
        "Night buses\n9 October 2019 · majority vote\n\n1. Who could vote: the 5 people present.\n"
    )
    said(capsys, root, "tally", "bus")
    assert said(capsys, root, "show", "bus")[1].endswith("holds this very result.\n")
    ballots = root / "programme/votes/bus/ballots.csv"
    ballots.write_text(ballots.read_text().replace("3,for", "3,against"))
    assert said(capsys, root, "show", "bus")[1].endswith("“collectif vote tally bus” writes this one.\n")


def test_show_for_programs_has_the_keys_of_the_result(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = json.loads(said(capsys, root, "show", "bus", "--json")[1])
    assert (given["version"], given["counted_by"], given["questions"][0]["outcome"]) == (
        1,
        "collectif/1",
        "adopted",
    )


def test_vote_that_cannot_be_counted_says_where_and_what_to_do(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = said(capsys, root, "tally", "socle")
    assert (code, out) == (1, "")
    said_first, counts = err.splitlines()
    assert said_first == "collectif.yaml:6:19: the method “sans-candidat” is not counted yet by this version"
    assert counts.startswith("  it counts: majority, plurality, ")
    assert not (root / "programme/votes/socle/result.yaml").exists()


def test_ballot_that_cannot_be_read_stops_the_count(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ballots = root / "programme/votes/bus/ballots.csv"
    ballots.write_text(ballots.read_text() + "4,for,against\n")
    code, _, err = said(capsys, root, "tally", "bus")
    assert code == 1
    assert err.startswith("programme/votes/bus/ballots.csv:5:1: ")


def test_quorum_that_cannot_be_read_is_not_taken_for_none(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = root / "collectif.yaml"
    texts.write_text(texts.read_text().replace("quorum: none", "quorum: nobody"))
    code, _, err = said(capsys, root, "show", "bus")
    assert code == 1
    assert err.startswith("collectif.yaml:5:78: “nobody” is not a quorum\n")


def test_rule_that_the_collective_does_not_have(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = root / "programme/votes/bus/vote.yaml"
    texts.write_text(texts.read_text().replace("rule: programme", "rule: program"))
    code, _, err = said(capsys, root, "tally", "bus")
    assert (code, err) == (
        1,
        "programme/votes/bus/vote.yaml:3:7: the collective has no rule “program”\n"
        "  did you mean “programme”?\n",
    )


def test_unknown_vote_is_wrong_usage(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = said(capsys, root, "show", "buss")
    assert code == 2
    assert "there is no vote “buss”" in err
    assert "did you mean “bus”?" in err


def test_sheet_fits_a_narrow_screen(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("COLLECTIF_LANG", "fr")
    for verb in ("list", "show"):
        out = said(capsys, root, verb, *(["bus"] if verb == "show" else []))[1]
        assert max(map(len, out.splitlines())) <= 60


@pytest.mark.parametrize("code", ["fr", "en"])
def test_nothing_is_wider_than_the_terminal(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, collectif: Collectif
) -> None:
    monkeypatch.setenv("COLLECTIF_LANG", code)
    root = make_programme(tmp_path / "p", code)
    vote = opened(root, collectif)
    sayings: dict[str, list[str]] = {
        f"vote open {vote}": [],
        f"vote ballot {vote}": [],
        f"vote enter {vote}": ["f", "x", "z", "/z", "/?", "/q"],
        f"vote tally {vote} --format": [],
        "vote new --on zorp": [],
        f"vote export {vote} --format blt": [],
        f"vote import nowhere.csv --vote {vote}": [],
        f"vote show {vote}": [],
    }
    for typed_, answers in sayings.items():
        _, screen = talk(typed_.split(), answers, root)
        wide = [line for line in screen.splitlines() if len(line) > 80 and len(line.split()) > 1]
        assert wide == [], typed_
