"""Ballots given in the formats of other tools, and taken back: the same ballots."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Collectif
from tests.cli.imported_votes import Vote, cells, programme

WHO = ("Who?", "castor: Castor", "pollux: Pollux", "helen: Helen; of Troy")
BALLOTS = "ballot,q1.castor,q1.pollux,q1.helen\n1,1,2,3\n2,1,1,\n3,,,\n4,,3,1\nk7,2,1,3\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = programme(
        tmp_path / "p",
        one=Vote("steering", WHO),
        back=Vote("steering", WHO),
        text=Vote("text", ("Bus",), ("Vélos",)),
        shown=Vote("simple", WHO, ballots="counts"),
        sealed=Vote("steering", WHO, ballots="sealed"),
    )
    put(root, "one", BALLOTS)
    return root


def put(root: Path, vote: str, text: str, name: str = "ballots.csv") -> None:
    (root / "programme/votes" / vote / name).write_text(text, encoding="utf-8")


def test_cvotes(root: Path, collectif: Collectif) -> None:
    said = collectif("vote", "export", "one", "--format", "cvotes", folder=root)
    assert said.code == 0
    assert said.out == (
        "# The vote one\n#/Candidates: Castor ; Pollux ; helen\n#/Number of Seats: 1\n"
        "#/Implicit Ranking: false\n#/Weight Allowed: false\n\n"
        "1 || Castor > Pollux > helen\n2 || Castor = Pollux\n3 || /EMPTY/\n4 || helen > Pollux\n"
        "k7 || Pollux > Castor > helen\n"
    )
    assert said.err == "1 ballot skips a rank, which cannot be said here: its ranks follow one another\n"


def test_blt(root: Path, collectif: Collectif) -> None:
    said = collectif("vote", "export", "one", "--format", "blt", folder=root)
    assert said.out == (
        "3 1\n1 1 2 3 0\n1 1=2 0\n1 0\n1 3 - 2 0\n1 2 1 3 0\n"
        '0\n"Castor"\n"Pollux"\n"Helen; of Troy"\n"The vote one"\n'
    )
    assert said.err == "the numbers of the ballots are left out: this format has no place for them\n"


@pytest.mark.parametrize(("format", "numbers"), [("cvotes", True), ("blt", False), ("csv", True)])
def test_export_then_import_gives_the_same_ballots(
    format: str, numbers: bool, root: Path, collectif: Collectif
) -> None:
    put(root, "one", BALLOTS.replace("4,,3,1", "4,,2,1"))
    path = root / f"out.{format}"
    said = collectif("vote", "export", "one", "--format", format, "--output", path.name, folder=root)
    assert said.out == f"written: out.{format}\n"
    said = collectif("vote", "import", str(path), "--vote", "back", folder=root)
    assert said.code == 0, said.err
    assert [row[not numbers :] for row in cells(root, "back")] == [
        row[not numbers :] for row in cells(root, "one")
    ]
    said = collectif("vote", "export", "one", "--format", format, "--output", path.name, folder=root)
    assert said.out == f"out.{format} held this very text already\n"


def test_json(root: Path, collectif: Collectif) -> None:
    said = json.loads(collectif("vote", "export", "one", "--format", "json", folder=root).out)
    assert said["version"] == 1
    assert said["columns"] == ["q1.castor", "q1.pollux", "q1.helen"]
    assert said["ballots"][3] == {"ballot": "4", "cells": ["", "3", "1"]}
    assert said["questions"][0]["options"][2] == {"id": "helen", "title": "Helen; of Troy"}


def test_ballots_that_are_no_order_are_left_out_and_told(root: Path, collectif: Collectif) -> None:
    put(root, "one", "ballot,q1.castor,q1.pollux,q1.helen\n1,1 3,2,\n2,x,1,\n3,1,9,\n")
    said = collectif("vote", "export", "one", "--format", "cvotes", folder=root)
    assert said.out.endswith("\n\n3 || Castor > Pollux\n")
    assert "2 ballots are left out: they are no order of the options" in said.err
    said = collectif("vote", "export", "one", "--format", "blt", folder=root)
    assert said.out.startswith("3 1\n1 1 2 1 0\n1 1 2 0\n0\n")
    assert "1 ballot is left out: it is no order of the options" in said.err


def test_a_cell_that_a_spreadsheet_would_run_is_neutralised(root: Path, collectif: Collectif) -> None:
    put(root, "text", 'ballot,q1,q2\n=cmd|x,for,"=HYPERLINK(""a"",1)"\n@b,+a,-1\n')
    said = collectif("vote", "export", "text", "--format", "csv", folder=root)
    assert said.out == 'ballot,q1,q2\n\'=cmd|x,for,"\'=HYPERLINK(""a"",1)"\n\'@b,\'+a,-1\n'


def test_counts(root: Path, collectif: Collectif) -> None:
    put(
        root,
        "shown",
        "cast: 9\nquestions:\n  q1: {options: {castor: 5, pollux: 3, helen: 0}, blank: 1}\n",
        "counts.yaml",
    )
    said = collectif("vote", "export", "shown", "--format", "csv", folder=root)
    assert said.out == "question,option,count\nq1,castor,5\nq1,pollux,3\nq1,helen,0\nq1,blank,1\n"
    said = collectif("vote", "export", "shown", "--format", "json", folder=root)
    assert json.loads(said.out)["counts"]["q1"] == {
        "options": {"castor": 5, "pollux": 3, "helen": 0},
        "blank": 1,
        "abstain": None,
        "invalid": None,
    }
    assert collectif("vote", "export", "shown", "--format", "blt", folder=root).code == 1


def test_what_is_not_given(root: Path, collectif: Collectif) -> None:
    said = collectif("vote", "export", "text", "--format", "csv", folder=root)
    assert "this vote has no ballots and no counts yet" in said.err
    put(root, "text", "ballot,q1,q2\n1,for,for\n")
    said = collectif("vote", "export", "text", "--format", "blt", folder=root)
    assert "“blt” holds the ranks of one question, and this vote holds something else" in said.err
    assert "are sealed" in collectif("vote", "export", "sealed", "--format", "csv", folder=root).err
    put(root, "back", BALLOTS, "ballots-a.csv")
    put(root, "back", BALLOTS.replace("1,1,2,3", "1,1,3,2"), "ballots-b.csv")
    said = collectif("vote", "export", "back", "--format", "csv", folder=root)
    assert said.code == 1
    assert "the two entries of the papers differ" in said.err
    put(root, "one", "ballot,q1.castor\n1,1\n")
    assert collectif("vote", "export", "one", "--format", "csv", folder=root).code == 1
    put(root, "one", 'ballot,q1.castor\n1,"1\n')
    assert collectif("vote", "export", "one", "--format", "csv", folder=root).code == 1
    assert collectif("vote", "export", "one", "--format", "xls", folder=root).code == 2
