"""The counting sheet: every step in its order, every kind of outcome said, in whole sentences."""

import pytest

from collectif_cli.render.language import language
from collectif_cli.voting.explain import explain
from tests.voting.texts import tallied

VOTE = """
== programme/votes/v/vote.yaml ==
title: V
rule: {rule}
electorate: {electorate}
ballots: counts
questions: [{id: q, title: Q{options}}]
== programme/votes/v/counts.yaml ==
{counts}
== groups/eau/group.yaml ==
title: Eau
kind: thematic
"""
ABC = ", options: [{id: a, title: Aulne}, {id: b, title: Bouleau}, {id: c, title: Chêne}]"
MAJORITY = '{method: majority, base: expressed, threshold: "> 1/2"}'
THERE = "{kind: present, present: 20, represented: 0}"


def sheet(
    counts: str = "", rule: str = MAJORITY, electorate: str = THERE, options: str = "", *, whole: str = ""
) -> list[str]:
    text = VOTE.replace("{rule}", rule).replace("{electorate}", electorate)
    counted, findings = tallied(
        text.replace("{options}", options).replace("{counts}", whole or f"questions: {{q: {counts}}}")
    )
    assert counted is not None, findings
    say = language("en").say
    steps = explain(counted, counted.questions[0], counted.results[0])
    return [say(line) for step in steps for line in (step.said, *step.details)]


def test_steps_follow_the_hand() -> None:
    assert sheet("{options: {for: 8, against: 5}, abstain: 1, blank: 1, invalid: 1}") == [
        "Who could vote: the 20 people present.",
        "Who voted: 16 people.",
        "13 express a choice",
        "1 abstention",
        "1 blank",
        "1 set aside",
        "The votes:",
        "For: 8 votes",
        "Against: 5 votes",
        "The rule asks no quorum.",
        "The share is taken of the votes expressed: 13.",
        "Blank ballots, abstentions and those set aside are not in it.",
        "It takes more than half of 13, that is at least 7: there are 8.",
        "The outcome: adopted.",
        "How close: had 2 people voted otherwise, it would have been rejected.",
        "Under other usual conventions:",
        "if the share were taken of all who voted: rejected",
        "if the share were taken of all who were present: rejected",
        "if the share were taken of the votes expressed and the blank ballots: the same outcome",
        "if it took at least half: the same outcome",
    ]


@pytest.mark.parametrize(
    ("electorate", "expected"),
    [
        ("{kind: present, present: 1}", "Who could vote: the one person present."),
        (
            "{kind: present, present: 20, represented: 3}",
            "Who could vote: 20 people present and 3 represented.",
        ),
        (
            "{kind: present}",
            "Who could vote: the people present; how many they were is not recorded.",
        ),
        ("{kind: roll, registered: 20}", "Who could vote: the 20 people on the roll."),
        ("{kind: roll}", "Who could vote: how many people is not recorded."),
        ("{kind: candidates, registered: 2}", "Who could vote: the 2 candidates."),
        (
            "{kind: group, group: eau, registered: 9}",
            "Who could vote: the 9 members of the group “Eau”.",
        ),
    ],
)
def test_who_could_vote(electorate: str, expected: str) -> None:
    assert sheet("{options: {for: 1, against: 0}}", electorate=electorate)[0] == expected


def test_number_that_nobody_wrote_is_said_to_be_unknown() -> None:
    lines = sheet("{options: {for: 3, against: 3}}", rule=MAJORITY.replace("expressed", "present"))
    assert "How many voted in all is not recorded." in lines
    assert "How close: nobody can tell, since how many voted is not recorded." in lines


@pytest.mark.parametrize(
    ("threshold", "expected"),
    [
        ("> 1/2", "It takes more than half of 12, that is at least 7: there are 6."),
        (">= 2/3", "It takes at least two thirds of 12, that is at least 8: there are 6."),
        ("> 3/4", "It takes more than three quarters of 12, that is at least 10: there are 6."),
        (">= 3/5", "It takes at least 3/5 of 12, that is at least 8: there are 6."),
        ("> 4/5", "It takes more than 4/5 of 12, that is at least 10: there are 6."),
    ],
)
def test_threshold_in_words(threshold: str, expected: str) -> None:
    lines = sheet("{options: {for: 6, against: 6}}", rule=MAJORITY.replace("> 1/2", threshold))
    assert lines[lines.index(expected) + 1] == "There are as many for as against."
    assert "The outcome: rejected." in lines


@pytest.mark.parametrize(
    ("quorum", "expected"),
    [
        (
            '{of: registered, at_least: "1/2"}',
            ["The quorum: at least 50 of 100 registered take part. Took part: 20."],
        ),
        (
            '{of: present, at_least: "1/2"}',
            ["The quorum: at least 10 of 20 present or represented vote. Voted: 9."],
        ),
        ("{of: registered, at_least: 21}", ["The quorum: at least 21 take part. Took part: 20."]),
    ],
)
def test_quorum_that_fails(quorum: str, expected: list[str]) -> None:
    lines = sheet(
        rule=MAJORITY.replace("}", f", quorum: {quorum}, second_call: {{after: 15 days}}}}"),
        electorate="{kind: present, present: 20, represented: 0, registered: 100}",
        whole="cast: 9\nquestions: {q: {options: {for: 9, against: 0}}}",
    )
    start = lines.index(expected[0])
    assert lines[start + 1] == "It is not reached."
    assert "The outcome: no decision, for want of a quorum." in lines
    assert "A second call follows after 15 days." in lines
    assert any(line.startswith("How close: the quorum was missed by") for line in lines)
    assert "if there were no quorum: adopted" in lines


def test_tie_that_is_kept() -> None:
    lines = sheet("{options: {a: 4, b: 2, c: 4}}", rule="{method: plurality}", options=ABC)
    start = lines.index("The outcome: a tie.")
    assert lines[start + 1 : start + 5] == [
        "equal: Aulne",
        "equal: Chêne",
        "The rule does not break ties: what follows is for the meeting to say.",
        "How close: had 1 person voted otherwise, “Aulne” would have been chosen.",
    ]


GRADED = """
== programme/votes/v/vote.yaml ==
title: V
rule: {method: majority-judgment, grades: [Non, Bof, Oui], not_judged: refused, ties: majority-value}
electorate: {kind: present, present: 9, represented: 0}
ballots: anonymous
questions: [{id: q, title: QOPTIONS}]
== programme/votes/v/ballots.csv ==
ballot,q.a,q.b,q.c
1,Non,Non,Non
2,Non,Oui,Oui
""".replace("OPTIONS", ABC)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "en",
            "had 1 person voted otherwise, the tie would have been between “Aulne”, “Bouleau” and “Chêne”.",
        ),
        ("fr", "l’égalité aurait été entre « Aulne », « Bouleau » et « Chêne »."),
    ],
)
def test_how_close_a_tie_was_to_another_tie(code: str, said: str) -> None:
    counted, findings = tallied(GRADED)
    assert counted is not None, findings
    lines = [
        language(code).say(step.said)
        for step in explain(counted, counted.questions[0], counted.results[0])
        if step.said.text.startswith("How close")
    ]
    assert len(lines) == 1
    assert lines[0].endswith(said), lines


def test_tie_that_a_second_vote_breaks() -> None:
    lines = sheet("{options: {a: 4, b: 2, c: 4}}", rule="{method: plurality, ties: second-vote}", options=ABC)
    assert lines[lines.index("equal: Chêne") + 1] == "The rule asks for a second vote between them."


def test_tie_that_a_lot_breaks() -> None:
    """Each digest is on the sheet with the title of its option, the smallest first, and that one wins."""
    from hashlib import sha256

    lines = sheet(
        "{options: {a: 4, b: 2, c: 4}}", rule='{method: plurality, ties: lot, seed: "7-12-31"}', options=ABC
    )
    said = "A lot decides: the SHA-256 of “7-12-31/q/<id>” for each of them; the smallest wins."
    start = lines.index(said)
    draws = sorted(
        (sha256(f"7-12-31/q/{id}".encode()).hexdigest(), title)
        for id, title in (("a", "Aulne"), ("c", "Chêne"))
    )
    assert lines[start + 1 : start + 3] == [f"{digest} {title}" for digest, title in draws]
    assert f"The outcome: “{draws[0][1]}” is chosen." in lines
    assert "if no lot were drawn: a tie" in lines


def test_threshold_that_no_option_meets() -> None:
    lines = sheet("{options: {a: 4, b: 3, c: 3}}", options=ABC)
    start = lines.index("The outcome: nothing is decided.")
    assert lines[start + 1 : start + 3] == [
        "No option has as many votes as the rule asks.",
        "How close: had 2 people voted otherwise, “Aulne” would have been chosen.",
    ]


def test_nobody_says_anything() -> None:
    lines = sheet(whole="cast: 0\nquestions: {q: {options: {for: 0, against: 0}}}")
    start = lines.index("The outcome: nothing is decided.")
    assert lines[start + 1 : start + 3] == [
        "No vote was expressed.",
        "How close: nobody could have altered this outcome by voting otherwise.",
    ]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("undisclosed", "The count was made and not published."),
        ("missing", "There is no record of the count."),
        ("disputed", "The records of the count contradict each other."),
    ],
)
def test_count_that_is_not_known(record: str, expected: str) -> None:
    assert sheet(whole=f"record: {record}\nsources: [Un article]") == [
        "Who could vote: the 20 people present.",
        "The outcome: nothing is decided.",
        expected,
        "source: Un article",
    ]


def test_estimated_attendance_is_said() -> None:
    """
    == programme/plenaries/2019-05-28-pleniere-7.md ==
    ---
    date: 2019-05-28
    attendance: {present: 30, represented: 0, record: estimated}
    ---
    == programme/votes/v/vote.yaml ==
    title: V
    plenary: 2019-05-28-pleniere-7
    rule: {method: majority, base: expressed, threshold: "> 1/2"}
    electorate: {kind: present}
    ballots: counts
    questions: [{id: q, title: Q}]
    == programme/votes/v/counts.yaml ==
    questions: {q: {options: {for: 31, against: 2}}}
    """
    counted, _ = tallied(test_estimated_attendance_is_said.__doc__ or "")
    assert counted is not None
    first = explain(counted, counted.questions[0], counted.results[0])[0]
    assert [language("en").say(one) for one in first.details] == ["This number is an estimate."]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ("{options: {a: 5, b: 4, c: 0}}", "The votes; a ballot could give one to several options:"),
        ("{options: {a: 5, b: 0, c: 0}}", "The votes:"),
    ],
)
def test_more_votes_than_ballots_are_explained(counts: str, said: str) -> None:
    lines = sheet(whole=f"cast: 5\nquestions: {{q: {counts}}}", rule="{method: approval}", options=ABC)
    assert said in lines
