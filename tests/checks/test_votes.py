"""The other ways in which a vote, a plenary or an organisation is wrong, beside the example of each rule."""

from collections.abc import Callable
from datetime import date

from collectif_cli.checks.all_checks import CHECKS
from collectif_cli.checks.run import examine
from collectif_cli.store.load import load
from tests.store.memory_tree import described


def told(test: Callable[[], None], *slugs: str, today: date = date(2019, 9, 1)) -> list[str]:
    """Give what the rules find in the repository that the docstring of a test describes."""
    programme, faults = load(described(test))
    assert faults == ()
    found = examine(programme, faults, [CHECKS[slug] for slug in slugs], today).standing
    return [f"{one.span.path.rpartition('/')[2]}:{one.span.line}:{one.span.column}" for one in found]


def test_grades_ranks_and_points_are_read_as_their_method_does() -> None:
    """
    == programme/votes/grades/vote.yaml ==
    title: Grades
    rule: {method: majority-judgment, grades: [À rejeter, Passable, Bien], not_judged: ignored, ties: kept}
    electorate: {kind: roll, registered: 9}
    ballots: named
    questions: [{id: q, title: Q, options: [{id: a, title: A}, {id: b, title: B}]}]
    == programme/votes/grades/ballots.csv ==
    ballot,q.a,q.b
    1,Bien,passable
    2,3,
    3,Bien,Excellent
    4,4,Bien
    == programme/votes/rangs/vote.yaml ==
    title: Rangs
    rule: {method: schulze}
    electorate: {kind: roll, registered: 9}
    ballots: named
    questions: [{id: q, title: Q, options: [{id: a, title: A}, {id: b, title: B}]}]
    == programme/votes/rangs/ballots.csv ==
    ballot;q.a;q.b
    1;1;2
    2;x;1
    3;0;1
    == programme/votes/oui/vote.yaml ==
    title: Approbation
    rule: {method: approval}
    electorate: {kind: roll, registered: 9}
    ballots: named
    questions: [{id: q, title: Q, options: [{id: a, title: A}]}]
    == programme/votes/oui/ballots.csv ==
    ballot,q.a
    1,1
    2,2
    """
    test = test_grades_ranks_and_points_are_read_as_their_method_does
    found = told(test, "vote-cell-invalid", "vote-unknown-column", "vote-missing-column")
    assert found == [
        "ballots.csv:4:8",
        "ballots.csv:5:3",
        "ballots.csv:3:3",
        "ballots.csv:3:3",
        "ballots.csv:4:3",
    ]


def test_place_of_a_rank_that_cannot_be_read() -> None:
    """
    == programme/votes/rangs/vote.yaml ==
    title: Rangs
    rule: {method: irv, defects: invalid, ties: kept}
    electorate: {kind: roll, registered: 9}
    ballots: named
    questions: [{id: q, title: Q, options: [{id: a, title: A}, {id: b, title: B}]}]
    == programme/votes/rangs/ballots.csv ==
    ballot;q.a;q.b
    1;1;x
    2;;2
    3;2;2
    4;1;2
    5;;
    """
    found = told(test_place_of_a_rank_that_cannot_be_read, "vote-cell-invalid")
    assert found == ["ballots.csv:2:5", "ballots.csv:3:4", "ballots.csv:4:3"]


def test_methods_of_one_column_an_option() -> None:
    """
    == programme/votes/grades/vote.yaml ==
    title: Grades
    rule: {method: score, points: 5, not_judged: ignored}
    electorate: {kind: roll, registered: 9}
    ballots: named
    questions: [{id: q, title: Q, options: [{id: a, title: A}, {id: b, title: B}]}]
    == programme/votes/grades/ballots.csv ==
    ballot,q.a,b
    1,4.5,3
    """
    assert told(test_methods_of_one_column_an_option, "vote-unknown-column") == ["ballots.csv:1:12"]
    assert told(test_methods_of_one_column_an_option, "vote-missing-column") == ["ballots.csv:1:1"]


def test_entries_that_do_not_hold_the_same_ballots() -> None:
    """
    == programme/votes/plus/vote.yaml ==
    title: Une de plus
    rule: {method: plurality}
    electorate: {kind: roll, registered: 9}
    ballots: named
    questions: [{id: q, title: Q, options: [{id: a, title: A}]}]
    == programme/votes/plus/ballots-a.csv ==
    ballot,q
    1,a
    == programme/votes/plus/ballots-b.csv ==
    ballot,q
    1,A
    2,a
    == programme/votes/moins/vote.yaml ==
    title: Une de moins
    rule: {method: plurality}
    electorate: {kind: roll, registered: 9}
    ballots: named
    questions: [{id: q, title: Q, options: [{id: a, title: A}]}]
    == programme/votes/moins/ballots-a.csv ==
    ballot,q
    1,a
    2,a
    == programme/votes/moins/ballots-b.csv ==
    ballot,q
    2,a
    """
    found = told(test_entries_that_do_not_hold_the_same_ballots, "vote-entries-differ")
    assert found == ["ballots-a.csv:2:1", "ballots-b.csv:3:1"]


def test_counts_that_are_of_another_vote() -> None:
    """
    == programme/votes/mains/vote.yaml ==
    title: À main levée
    rule: {method: majority, base: expressed, threshold: "> 1/2"}
    electorate: {kind: roll, registered: 9}
    ballots: named
    questions: [{id: q, title: Q}]
    == programme/votes/mains/counts.yaml ==
    cast: 12
    questions:
      q: {options: {for: 5, pour: 1, pur: 1}}
      r: {options: {for: 1}}
    == programme/votes/mains/ballots.csv ==
    ballot,q
    1,pour
    """
    test = test_counts_that_are_of_another_vote
    assert told(test, "vote-unknown-option") == ["counts.yaml:3:34", "counts.yaml:4:3"]
    assert told(test, "vote-counts-and-ballots") == ["counts.yaml:1:1"]
    assert told(test, "vote-more-than-electorate") == ["counts.yaml:1:7"]
    assert told(test, "vote-counts-do-not-add") == []


def test_disputed_counts_need_not_add_up() -> None:
    """
    == programme/votes/mains/vote.yaml ==
    title: À main levée
    rule: {method: plurality}
    electorate: {kind: roll, registered: 9}
    ballots: counts
    questions: [{id: q, title: Q, options: [{id: a, title: A}]}]
    == programme/votes/mains/counts.yaml ==
    record: disputed
    cast: 5
    questions: {q: {options: {a: 9}}}
    """
    assert told(test_disputed_counts_need_not_add_up, "vote-counts-do-not-add") == []


def test_ballots_beyond_the_electorate() -> None:
    """
    == programme/votes/trop/vote.yaml ==
    title: Trop de bulletins
    rule: {method: plurality}
    electorate: {kind: roll, roll: [tilleul, cedre]}
    ballots: counts
    questions: [{id: q, title: Q, options: [{id: a, title: A}]}]
    == programme/votes/trop/ballots.csv ==
    ballot,q
    1,a
    2,a
    3,a
    """
    assert told(test_ballots_beyond_the_electorate, "vote-more-than-electorate") == ["ballots.csv:4:1"]
    assert told(test_ballots_beyond_the_electorate, "vote-counts-and-ballots") == ["ballots.csv:1:1"]


def test_electorates_that_nobody_counted() -> None:
    """
    == programme/votes/salle/vote.yaml ==
    title: Dans la salle
    date: 2019-07-01
    rule: {method: plurality}
    electorate: {kind: present}
    ballots: sealed
    questions: []
    == programme/votes/inscrits/vote.yaml ==
    title: Sur les inscrits
    rule: {method: plurality}
    electorate: {kind: roll}
    ballots: sealed
    questions: []
    == programme/votes/demain/vote.yaml ==
    title: Demain, dans la salle
    date: 2019-09-02
    rule: {method: plurality}
    electorate: {kind: present}
    ballots: sealed
    questions: []
    == programme/votes/liste/vote.yaml ==
    title: Les candidats
    opens: 2019-07-01
    closes: 2019-07-02
    rule: {method: plurality}
    electorate: {kind: candidates}
    ballots: named
    questions: []
    """
    test = test_electorates_that_nobody_counted
    assert told(test, "vote-electorate-empty") == ["vote.yaml:3:20", "vote.yaml:4:20"]
    assert told(test, "vote-not-counted") == ["vote.yaml:6:10"]


def test_rules_written_in_votes() -> None:
    """
    == programme/votes/vingt/vote.yaml ==
    title: Vingt noms
    rule: {method: nomination, women: 10}
    electorate: {kind: roll, registered: 9}
    ballots: sealed
    questions: []
    == programme/votes/lot/vote.yaml ==
    title: Au sort
    rule: {method: plurality, ties: lot, fallback: rien}
    electorate: {kind: roll, registered: 9}
    ballots: sealed
    questions: []
    == programme/votes/ouvert/vote.yaml ==
    title: Déjà ouvert
    rule: {method: stv}
    electorate: {kind: roll, registered: 9}
    ballots: sealed
    questions: []
    frozen: {date: 2019-07-01, rule: {method: stv}, electorate: {count: 9}, digest: abc}
    """
    test = test_rules_written_in_votes
    assert told(test, "vote-rule-incomplete") == ["vote.yaml:2:16"] * 4  # men, most_names, defects, declined
    assert told(test, "vote-fallback-unknown") == ["vote.yaml:2:48"]


def test_decisions_that_do_not_hold() -> None:
    """
    == programme/plenaries/2019-07-11-pleniere-9.md ==
    ---
    date: 2019-07-11
    agenda: [{id: a1, title: Nouvelles, kind: information}, {id: a2, title: La suite}]
    decisions:
      - {id: d1, kind: split, on: ville, into: [solidarites], how: consent}
      - {id: d2, kind: reword, on: ville, record: missing}
      - {id: d3, kind: adopt, how: consent, vote: v}
      - {id: d4, kind: adopt, on: programme, how: paper, vote: v}
    ---
    == programme/votes/v/vote.yaml ==
    title: Ailleurs
    plenary: 2019-09-24-pleniere-11
    rule: {method: plurality}
    electorate: {kind: roll, registered: 9}
    ballots: sealed
    questions: [{id: q, title: Q, on: charter, options: [{id: a, title: A}]}]
    """
    test = test_decisions_that_do_not_hold
    path = "2019-07-11-pleniere-9.md"
    assert told(test, "plenary-decision-incomplete") == [f"{path}:5:45", f"{path}:7:20"]
    assert told(test, "plenary-decision-vote-mismatch") == [f"{path}:7:47", f"{path}:8:60"]
    assert told(test, "plenary-decision-without-manner") == []
    assert told(test, "plenary-decision-off-agenda") == []


def test_organisation_accepted_by_the_word_for_another() -> None:
    """
    == programme/organisations/rive-gauche.yaml ==
    title: Rive gauche
    joined: 2019-12-17
    accepted_by: 2019-07-11-pleniere-9/d1
    == programme/plenaries/2019-07-11-pleniere-9.md ==
    ---
    date: 2019-07-11
    decisions: [{id: d1, kind: accept-organisation, on: rive-droite, how: consent}]
    ---
    """
    test = test_organisation_accepted_by_the_word_for_another
    assert told(test, "organisation-acceptance-kind") == ["rive-gauche.yaml:3:14"]
    assert told(test, "organisation-no-modalities") == []


def test_nobody_is_asked_how_many_voted_where_the_record_is_silent() -> None:
    """
    == programme/votes/accord/vote.yaml ==
    title: Accord
    date: 2019-05-26
    rule: {method: plurality}
    electorate: {kind: present}
    ballots: counts
    questions: [{id: q, title: Q, options: [{id: a, title: A}]}]
    == programme/votes/accord/counts.yaml ==
    record: disputed
    sources: ["Une source : oui.", "Une autre : non."]
    """
    test = test_nobody_is_asked_how_many_voted_where_the_record_is_silent
    assert told(test, "vote-electorate-empty") == []
