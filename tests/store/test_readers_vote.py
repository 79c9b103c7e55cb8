"""Votes, ballots, counts and rounds as people write them."""

from datetime import date

import pytest

from collectif_cli.model.vote import Ballots, Vote
from collectif_cli.store.load import load
from collectif_cli.store.readers.ballots import read_ballots
from collectif_cli.store.reading import Reading
from tests.store.memory_tree import described


def ballots(text: str) -> tuple[Ballots | None, list[str]]:
    reading = Reading("b.csv")
    found = read_ballots(text, reading)
    return found, [f"{one.span.line}:{one.span.column}+{one.span.width} {one.code}" for one in reading.faults]


def cells(text: str) -> list[tuple[str, ...]]:
    found, faults = ballots(text)
    assert faults == []
    assert found is not None
    return [(row.ballot, *(cell.value for cell in row.cells)) for row in found.rows]


@pytest.mark.parametrize(
    "text",
    [
        "ballot,q,r\n1,a,b\n2,,c\n",
        "ballot;q;r\n1;a;b\n2;;c\n",
        "ballot,q,r\r\n1,a,b\r\n2,,c",
        "# vote: abc\n\nballot, q ,r\n\n 1,a , b\n2,,c\n,,\n\n",
        'ballot,q,"r"\n"1","a",b\n2,"",c\n',
    ],
)
def test_spreadsheets_write_the_same_ballots_in_many_ways(text: str) -> None:
    """Commas or semicolons, quotes, CRLF, blank lines, remarks at the top."""
    assert cells(text) == [("1", "a", "b"), ("2", "", "c")]


def test_cells_have_their_places_and_their_claim() -> None:
    """Two questions; a cell between quotes that holds a comma and a quote."""
    found, faults = ballots('# vote: Q7KD\nballot,q,r\n17, "x, ""y""",zz\n')
    assert faults == []
    assert found is not None
    assert found.claims == "Q7KD"
    assert [(one.value, one.span.line, one.span.column) for one in found.columns] == [
        ("q", 2, 8),
        ("r", 2, 10),
    ]
    (row,) = found.rows
    assert (row.ballot, row.span.line, row.span.column, row.span.width) == ("17", 3, 1, 2)
    assert [(one.value, one.span.column, one.span.width) for one in row.cells] == [
        ('x, "y"', 5, 10),
        ("zz", 16, 2),
    ]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", ["1:1+0 vote-ballots-header"]),
        ("# rien\n\n", ["1:1+0 vote-ballots-header"]),
        ("bulletin,q\n", ["1:1+8 vote-ballots-header"]),
        ("ballot,q,q\n1,a,a\n", ["1:10+1 vote-ballots-header"]),
        ('ballot,"q\n1,a\n', ["1:8+2 vote-ballots-header"]),
        ("ballot,q\n1\n2,a\n3,a,b\n", ["2:1+1 vote-ballots-row", "4:1+5 vote-ballots-row"]),
        ("ballot,q\n,a\n", ["2:1+0 vote-ballots-row"]),
        ('ballot,q\n1,"a\n2,b\n', ["2:3+2 vote-ballots-row"]),
        ('ballot,q\n1,"a"b\n', ["2:3+4 vote-ballots-row"]),
        ("ballot,q\n1,a\n# fin\n", ["3:1+5 vote-ballots-row"]),
    ],
)
def test_what_is_wrong_with_the_lines(text: str, faults: list[str]) -> None:
    """No titles, wrong ones, too few or too many cells, no number, a quote left open."""
    told = ballots(text)[1]
    expected = [fault.replace("header", "row") if '"q' in text else fault for fault in faults]
    assert told == expected


def test_very_long_cell_is_read() -> None:
    """A cell longer than a spreadsheet makes."""
    assert cells(f'ballot,q\n1,"{"x" * 200_000}"\n') == [("1", "x" * 200_000)]


def the_vote(test: object) -> tuple[Vote | None, list[str]]:
    assert callable(test)
    programme, faults = load(described(test))
    return programme.votes.get("v"), [
        f"{one.span.path.rpartition('/')[2]}:{one.span.line} {one.code}" for one in faults
    ]


def test_vote_with_its_parts() -> None:
    """
    == programme/votes/v/vote.yaml ==
    title: Formulation
    plenary: 2019-09-24-pleniere-11
    opens: 2019-09-24T20:30+02:00
    closes: 2019-09-25
    rule: {method: majority, base: expressed, threshold: "> 1/2", quorum: {of: registered, at_least: 1/2}}
    electorate: {kind: roll, roll: [tilleul, cedre]}
    ballots: named
    questions:
      - {id: q, title: "Laquelle ?", on: alimentation, options: [{id: a, title: A}]}
    cancelled: {date: 2019-09-24, reason: Trop peu de monde}
    == programme/votes/v/ballots-a.csv ==
    ballot,q
    1,a
    == programme/votes/v/ballots-b.csv ==
    ballot,q
    1,a
    == programme/votes/v/counts.yaml ==
    record: disputed
    sources: [un, deux]
    cast: 35
    questions: {q: {options: {a: 22}, blank: 1}}
    == programme/votes/v/rounds.yaml ==
    circle: 19
    rounds:
      - {id: r1, kind: nominations, names: [Tilleul, Cèdre], moves: [{kind: nominate, count: 5}]}
    == programme/votes/v/result.yaml ==
    outcome: [anything
    """
    vote, faults = the_vote(test_vote_with_its_parts)
    assert faults == []
    assert vote is not None
    assert vote.rule_name is None
    assert vote.rule is not None
    assert vote.rule.quorum is not None
    assert str(vote.rule.quorum.at_least.value) == "1/2"
    assert vote.opens is not None
    assert vote.opens.value.instant is not None
    assert vote.closes is not None
    assert vote.closes.value.day == date(2019, 9, 25)
    assert [on.value for on in vote.questions[0].on] == ["alimentation"]
    assert [entry.span.path.rpartition("/")[2] for entry in vote.entries] == [
        "ballots-a.csv",
        "ballots-b.csv",
    ]
    assert vote.counts is not None
    assert vote.counts.questions[0].options[0].count.value == 22
    assert vote.rounds is not None
    assert [name.value for name in vote.rounds.rounds[0].names] == ["Tilleul", "Cèdre"]
    assert vote.cancelled is not None


def test_vote_by_the_name_of_its_rule_once_open() -> None:
    """
    == programme/votes/v/vote.yaml ==
    title: Formulation
    rule: wording
    electorate: {kind: present}
    ballots: counts
    questions: []
    frozen:
      date: 2019-09-24T20:30+02:00
      rule: {method: plurality, quorum: none}
      electorate: {count: 35}
      texts: [{id: bus, blob: abc, digest: def}]
      digest: Q7KD
    """
    vote, faults = the_vote(test_vote_by_the_name_of_its_rule_once_open)
    assert faults == []
    assert vote is not None
    assert vote.rule is None
    assert vote.rule_name is not None
    assert vote.rule_name.value == "wording"
    assert vote.frozen is not None
    assert vote.frozen.rule.quorum is None
    assert vote.frozen.electorate.count is not None
    assert vote.frozen.electorate.count.value == 35


def test_everything_wrong_in_a_vote_is_told() -> None:
    """
    == programme/votes/v/vote.yaml ==
    title: Formulation
    rule: {method: majorité, quorum: oui}
    electorate: {kind: tous}
    ballots: papier
    questions: [{id: q}]
    == programme/votes/v/counts.yaml ==
    questions: {q: {options: {a: beaucoup}}}
    == programme/votes/v/rounds.yaml ==
    rounds: [{id: r1, kind: tour}]
    """
    vote, faults = the_vote(test_everything_wrong_in_a_vote_is_told)
    assert vote is None
    assert sorted(faults) == [
        "counts.yaml:1 schema-integer",
        "rounds.yaml:1 schema-choice",
        "vote.yaml:2 schema-choice",
        "vote.yaml:2 schema-choice",
        "vote.yaml:3 schema-choice",
        "vote.yaml:4 schema-choice",
        "vote.yaml:5 schema-missing-key",
    ]
