"""The counting sheets of the ranked methods: every step as hands would do it, and what the record keeps."""

import pytest

from collectif_cli.model.record import Node, Record
from collectif_cli.render.language import language
from collectif_cli.voting.by_duels import locked
from collectif_cli.voting.by_rounds import runoff
from collectif_cli.voting.explain import explain
from collectif_cli.voting.record import result_record
from collectif_cli.voting.tally import Tally
from tests.voting.texts import tallied

VOTE = """
== programme/votes/v/vote.yaml ==
title: V
rule: {RULE}
electorate: {kind: roll, registered: 99}
ballots: anonymous
questions: [{id: q, title: Q, options: [OPTIONS]}]
== programme/votes/v/ballots.csv ==
"""
TITLES = {"a": "Aulne", "b": "Bouleau", "c": "Chêne", "d": "Doum", "e": "Érable"}
LAST = "unranked: last, equal_ranks: allowed"
SCHULZE = f"method: schulze, strength: margins, {LAST}"
PAIRS = f"method: ranked-pairs, strength: winning-votes, {LAST}"
IRV = "method: irv, defects: skip"
STV = "method: stv, variant: scottish, seats: 2, defects: exhaust"


def counted(rule: str, ballots: dict[str, int], options: str = "abc") -> Tally:
    """Count ballots, each written as the cells ``1 2 -`` of the options in their order."""
    listed = ", ".join(f"{{id: {one}, title: {TITLES[one]}}}" for one in options)
    rows = [cells for cells, number in ballots.items() for _ in range(number)]
    lines = ["ballot;" + ";".join(f"q.{one}" for one in options)]
    for number, cells in enumerate(rows, start=1):
        written = (cell.replace("-", "").replace("+", " ") for cell in cells.split())
        lines.append(";".join([str(number), *written]))
    text = VOTE.replace("RULE", rule).replace("OPTIONS", listed) + "\n".join(lines) + "\n"
    found, findings = tallied(text)
    assert found is not None, findings
    return found


def told(tally: Tally) -> list[str]:
    """Give the lines of the sheet, from the third step on."""
    say = language("en").say
    steps = explain(tally, tally.questions[0], tally.results[0])[2:]
    return [say(line) for step in steps for line in (step.said, *step.details)]


def sheet(rule: str, ballots: dict[str, int], options: str = "abc") -> list[str]:
    return told(counted(rule, ballots, options))


def kept(tally: Tally) -> dict[str, Node]:
    """Give what the record says of the question."""
    (question,) = (value for key, value in result_record(tally).pairs if key == "questions")
    assert isinstance(question, tuple)
    (one,) = question
    assert isinstance(one, Record)
    return dict(one.pairs)


CIRCLE = {"1 2 3": 7, "3 1 2": 6, "2 3 1": 4}


def test_duels_of_condorcet() -> None:
    lines = sheet(f"method: condorcet, {LAST}", {"1 2 3": 2, "2 1 3": 2})
    assert lines[:7] == [
        "For each two options, count the ballots that place one before the other.",
        "An option without a rank comes after all those that have one.",
        "“Aulne” and “Bouleau” are equal: 2 each",
        "“Aulne” beats “Chêne”: 4 to 0",
        "“Bouleau” beats “Chêne”: 4 to 0",
        "No option wins all its duels.",
        "The smallest group that beats all the others: Aulne and Bouleau.",
    ]
    assert "The outcome: nothing is decided." in lines
    ignored = sheet("method: condorcet, unranked: ignored, equal_ranks: allowed", {"1 2 -": 1})
    assert ignored[1] == "A ballot counts in a duel only if it ranks both options."
    refused = sheet("method: condorcet, unranked: refused, equal_ranks: allowed", {"1 2 3": 1, "1 2 -": 1})
    assert refused[1:5] == [
        "“Aulne” beats “Bouleau”: 1 to 0",
        "“Aulne” beats “Chêne”: 1 to 0",
        "“Bouleau” beats “Chêne”: 1 to 0",
        "“Aulne” wins all its duels.",
    ]
    assert not any("nothing else is asked" in line for line in lines)


def test_option_to_beat() -> None:
    rule = f'{SCHULZE}, default_option: c, beats: ">= 2/3", quorum: {{of: registered, at_least: 4}}'
    lines = sheet(rule, {"1 - 2": 5, "- 1 2": 3})
    start = lines.index(
        "Each option must first beat “Chêne”: it takes at least two thirds of the ballots of their duel."
    )
    assert lines[start + 1 : start + 4] == [
        "At least 4 ballots must place it before “Chêne”.",
        "“Aulne”, 5 to 3: dropped, and its duels with it",
        "“Bouleau”, 3 to 5: dropped, and its duels with it",
    ]
    assert "The quorum: at least 4 take part. Took part: 8." in lines
    assert "“Chêne” wins all its duels." in lines


def test_paths_of_schulze() -> None:
    lines = sheet(SCHULZE, CIRCLE)
    start = lines.index("No option wins all its duels.")
    assert lines[start + 1 : start + 13] == [
        "None can be left out: no smaller group beats all the others.",
        "A path goes from an option to another by duels won, each option beating the next; "
        "it is worth its weakest duel.",
        "A duel is worth the difference between its two sides.",
        "For each two options, compare the strongest path from one to the other and the one back:",
        "“Aulne” comes before “Bouleau”: 5 (11 to 6) directly; back: 3 (10 to 7) by way of Chêne",
        "“Aulne” comes before “Chêne”: 5 (11 to 6) by way of Bouleau; back: 3 (10 to 7) directly",
        "“Bouleau” comes before “Chêne”: 9 (13 to 4) directly; back: 3 (10 to 7) by way of Aulne",
        "No option comes before “Aulne”.",
        "The order of the options:",
        "1. Aulne",
        "2. Bouleau",
        "3. Chêne",
    ]


def test_options_that_no_path_separates() -> None:
    lines = sheet(f"method: schulze, strength: winning-votes, {LAST}", {"1 1 2": 3, "1 2 3": 1, "2 1 3": 1})
    assert "nothing separates “Aulne” and “Bouleau”: no path; back: no path" in lines
    assert "“Aulne” comes before “Chêne”: 5 to 0 directly; back: no path" in lines
    assert "No option comes before any of these: Aulne and Bouleau." in lines
    assert "Of two duels worth the same, the one with fewer ballots against is the stronger." in lines
    assert lines[lines.index("The order of the options:") + 1] == "1. Aulne and Bouleau"


def test_pairs_that_are_kept_or_not() -> None:
    lines = sheet(f"{PAIRS}, ties: kept", CIRCLE)
    start = lines.index(
        "Take the duels that are won, from the strongest to the weakest. Keep each of them, "
        "unless those already kept lead from its loser back to its winner."
    )
    assert lines[start + 3 : start + 7] == [
        "“Bouleau” beats “Chêne”: 13 to 4; kept",
        "“Aulne” beats “Bouleau”: 11 to 6; kept",
        "“Chêne” beats “Aulne”: 10 to 7; not kept, because of Aulne → Bouleau → Chêne",
        "No duel that was kept beats “Aulne”.",
    ]


EQUAL = {"1 2 3": 1, "3 1 2": 1, "2 3 1": 1}


def test_equal_pairs_in_every_order() -> None:
    lines = sheet(f"{PAIRS}, ties: kept", EQUAL)
    assert "Equal duels were taken in every order, since the order changes what is kept." in lines
    assert "“Aulne” beats “Bouleau”: 2 to 1; kept or not, by the order" in lines
    assert "In one order or another, no duel that is kept beats these: Aulne, Bouleau and Chêne." in lines
    assert "The outcome: a tie." in lines
    # Where nothing is won between two, there is no order to try.
    apart = sheet(f"{PAIRS}, ties: kept", {"1 2 3": 2, "2 1 3": 2})
    assert "No duel that was kept beats any of these: Aulne and Bouleau." in apart


def test_equal_pairs_in_the_order_of_a_lot() -> None:
    lines = sheet(f'{PAIRS}, ties: lot, seed: "7-12"', EQUAL)
    said = (
        "Of equal duels, first the one with the smallest SHA-256 of “7-12/q/<id>/<id>”, "
        "the winner's id first."
    )
    start = lines.index(said)
    assert [line.rpartition(";")[2] for line in lines[start + 1 : start + 4]][:2] == [" kept", " kept"]
    assert " not kept, because of " in lines[start + 3]


def test_too_many_orders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locked, "_MOST_STATES", 1)
    tally = counted(f"{PAIRS}, ties: kept", EQUAL)
    assert "Equal duels can be taken in too many orders to try them all." in told(tally)
    assert kept(tally)["every_order_tried"] is False


def test_record_of_duels() -> None:
    found = kept(counted(f"{PAIRS}, ties: kept", CIRCLE))
    assert found["duels"] == Record(
        (
            ("a", Record((("b", 11), ("c", 7)))),
            ("b", Record((("a", 6), ("c", 13)))),
            ("c", Record((("a", 10), ("b", 4)))),
        )
    )
    assert found["smith_set"] == ("a", "b", "c")
    assert "condorcet_winner" not in found
    pairs = found["pairs"]
    assert isinstance(pairs, tuple)
    assert [dict(one.pairs)["kept"] for one in pairs if isinstance(one, Record)] == ["yes", "yes", "no"]
    paths = kept(counted(SCHULZE, CIRCLE))["paths"]
    assert isinstance(paths, tuple)
    assert paths[0] == Record((("by", ("a", "b")), ("votes", 11), ("against", 6)))
    against = kept(counted(f'{SCHULZE}, default_option: c, beats: "> 1/2"', {"1 - 2": 1, "- - 1": 1}))
    assert against["against_default"] == (
        Record((("option", "a"), ("votes", 1), ("against", 1), ("lacks", "beats"))),
        Record((("option", "b"), ("votes", 0), ("against", 2), ("lacks", "beats"))),
    )


def test_nobody_ranks_anything() -> None:
    for rule in (f"method: condorcet, {LAST}", SCHULZE, f"{PAIRS}, ties: kept", f"{IRV}, ties: kept"):
        lines = sheet(rule, {"- - -": 2})
        assert lines[:3] == [
            "The rule asks no quorum.",
            "The outcome: nothing is decided.",
            "No vote was expressed.",
        ]


def test_rounds_of_instant_runoff() -> None:
    lines = sheet(f"{IRV}, ties: kept", {"1 2 3": 4, "2 1 3": 3, "- - 1": 2, "1 1 2": 1})
    assert lines[:15] == [
        "A ballot counts for the option it ranks first among those still in the running.",
        "It takes more than half of the ballots that count.",
        "Where two options share a rank, or an option has two, go on to the next rank.",
        "Round 1: put each ballot on the pile of its first option.",
        "Aulne: 4",
        "Bouleau: 3",
        "Chêne: 3",
        "it takes 6 of 10",
        "Round 2: “Chêne” leaves; pass its ballots on.",
        "equal for the last place: Bouleau and Chêne",
        "whichever is taken, the outcome is the same: every choice was tried",
        "3 ballots have no other option in the running",
        "Aulne: 4",
        "Bouleau: 3",
        "for nobody any more: 3",
    ]
    assert lines[15:17] == ["it takes 4 of 7", "“Aulne” has enough: elected."]


@pytest.mark.parametrize(
    ("conventions", "expected"),
    [
        ("defects: skip", "Where a ballot skips a rank, go on to the next one."),
        ("defects: exhaust", "Where a ballot skips a rank, it says nothing more."),
        ("defects: exhaust, skipped_ranks: skip", "Where a ballot skips a rank, go on to the next one."),
    ],
)
def test_defects_are_told_where_there_are_any(conventions: str, expected: str) -> None:
    lines = sheet(f"method: irv, {conventions}, ties: kept", {"1 3 -": 1})
    assert lines[2] == expected
    assert not any("share a rank" in line for line in lines)
    exhaust = sheet("method: irv, defects: exhaust, ties: kept", {"1 2 2": 1})
    said = "Where two options share a rank, or an option has two, the ballot says nothing more."
    assert exhaust[2] == said


def test_options_that_leave_together() -> None:
    lines = sheet(f"{IRV}, ties: kept", {"1 - - -": 4, "- 1 - -": 3, "- 2 1 -": 1, "- 2 - 1": 1}, "abcd")
    start = lines.index("Round 2: Chêne and Doum leave; pass their ballots on.")
    said = "they are equal, and have fewer together than any other: all of them leave"
    assert lines[start + 1 : start + 3] == [said, "2 ballots pass to “Bouleau”"]


def test_tie_that_a_lot_settles() -> None:
    lines = sheet(f'{IRV}, ties: lot, seed: "7-12"', {"1 - -": 5, "2 1 -": 3, "- 2 1": 3})
    start = lines.index("A lot decides: the SHA-256 of “7-12/q/<id>” for each; the largest leaves.")
    drawn = lines[start + 1 : start + 3]
    assert drawn == sorted(drawn)
    assert lines[start - 2] == f"Round 2: “{drawn[1].split()[1]}” leaves; pass its ballots on."


def test_tie_that_stops_the_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    ballots = {"1 - -": 5, "2 1 -": 3, "- 2 1": 3}
    lines = sheet(f"{IRV}, ties: kept", ballots)
    start = lines.index("The rounds stop here, equal: Bouleau and Chêne.")
    assert lines[start + 1] == "Every choice between them was tried: the outcome depends on it."
    assert lines[lines.index("The outcome: a tie.") + 1 :][:2] == ["equal: Aulne", "equal: Bouleau"]
    monkeypatch.setattr(runoff, "_MOST_SETS", 0)
    tally = counted(f"{IRV}, ties: kept", ballots)
    assert "There are too many choices to try them all." in told(tally)
    assert kept(tally)["every_choice_tried"] is False


def test_rounds_of_transferable_votes() -> None:
    lines = sheet(f"{STV}, ties: kept", {"1 2 -": 4, "1 - 2": 2, "- 1 2": 2, "- 2 1": 1})
    assert lines[:21] == [
        "The quota: 9 ballots divided by 3, one more than the seats, without decimals; plus one: 4.",
        "The largest surplus over it is passed on first; where there is none, the option with fewest votes "
        "leaves.",
        "A ballot passed on goes to the next option on it that is neither elected nor out.",
        "Round 1: put each ballot on the pile of its first option.",
        "Aulne: 6",
        "Bouleau: 2",
        "Chêne: 1",
        "“Aulne” has enough: elected.",
        "Round 2: “Aulne” has 2 more than the quota; its ballots pass on at a part of their worth.",
        "worth of a ballot: 1 × 2 ÷ 6 = 0.33333, cut after five decimals",
        "4 ballots worth 0.33333 pass to “Bouleau”: 1.33332",
        "2 ballots worth 0.33333 pass to “Chêne”: 0.66666",
        "Aulne: 4",
        "Bouleau: 3.33332",
        "Chêne: 1.66666",
        "lost with the decimals cut off: 0.00002",
        "Round 3: “Chêne” has the fewest and leaves; pass its ballots on.",
        "1 ballot worth 1 passes to “Bouleau”: 1",
        "2 ballots worth 0.33333 have no other option in the running: 0.66666",
        "Bouleau: 4.33332",
        "Aulne: 4",
    ]
    assert lines[21:24] == [
        "for nobody any more: 0.66666",
        "lost with the decimals cut off: 0.00002",
        "“Bouleau” has enough: elected.",
    ]


def test_those_who_are_left_fill_the_seats() -> None:
    lines = sheet(f"{STV}, ties: kept", {"1 - - -": 6, "- 1 - -": 2, "- - 1 -": 1, "- - - 1": 0}, "abcd")
    assert "they have no votes to pass on, so that the order does not matter" not in lines
    assert "As many are left as there are seats to fill: Bouleau." in lines
    assert "The outcome: chosen: Aulne and Bouleau." in lines


def test_ties_inside_the_count() -> None:
    earlier = {
        "1 - - - -": 20,
        "- 1 - - -": 5,
        "- - 1 - -": 6,
        "- 2 - 1 -": 2,
        "- - 2 1 -": 1,
        "- - - - 1": 8,
    }
    lines = sheet(f"{STV}, ties: kept", earlier, "abcde")
    start = lines.index("equal for the last place: Bouleau and Chêne")
    assert lines[start + 1] == "what settles it is round 2, where they were not equal"
    nothing = sheet(f"{STV}, ties: kept", {"1 - - - -": 6, "- 1 - - -": 5, "- - 1 - -": 4}, "abcde")
    assert "they have no votes to pass on, so that the order does not matter" in nothing
    surplus = {"1 - 2 -": 9, "- 1 - 2": 9, "- - 1 -": 2, "- - - 1": 3}
    drawn = sheet(f'{STV.replace("seats: 2", "seats: 3")}, ties: lot, seed: "7"', surplus, "abcd")
    start = drawn.index("equal surpluses: Aulne and Bouleau")
    assert drawn[start + 1] == "A lot decides: the SHA-256 of “7/q/<id>” for each; the smallest goes first."


def test_record_of_rounds() -> None:
    found = kept(counted(f"{STV}, ties: kept", {"1 2 -": 4, "1 - 2": 2, "- 1 2": 2, "- 2 1": 1}))
    rounds = found["rounds"]
    assert isinstance(rounds, tuple)
    assert found["papers"] == 9
    assert rounds[1] == Record(
        (
            ("act", "surplus"),
            ("options", ("a",)),
            (
                "passed_on",
                (
                    Record((("to", "b"), ("ballots", 4), ("came_worth", "1.00000"), ("worth", "0.33333"))),
                    Record((("to", "c"), ("ballots", 2), ("came_worth", "1.00000"), ("worth", "0.33333"))),
                ),
            ),
            ("votes", Record((("a", "4.00000"), ("b", "3.33332"), ("c", "1.66666")))),
            ("not_counting", "0.00000"),
            ("cut_off", "0.00002"),
            ("needed", "4.00000"),
        )
    )
    runoff_rounds = kept(counted(f'{IRV}, ties: lot, seed: "7"', {"1 - -": 5, "2 1 -": 3, "- 2 1": 3}))[
        "rounds"
    ]
    assert isinstance(runoff_rounds, tuple)
    assert isinstance(runoff_rounds[0], Record)
    assert dict(runoff_rounds[0].pairs)["votes"] == Record((("a", 5), ("b", 3), ("c", 3)))
    assert isinstance(runoff_rounds[1], Record)
    tie = dict(runoff_rounds[1].pairs)["tie"]
    assert isinstance(tie, Record)
    assert [key for key, _ in tie.pairs] == ["between", "by", "taken", "draws"]


def test_how_close_where_fewer_might_do() -> None:
    lines = sheet(f"{STV}, ties: kept", {"1 2 3": 40, "2 1 3": 30, "3 2 1": 9})
    (said,) = [line for line in lines if line.startswith("How close")]
    assert said.endswith(
        "voting otherwise would have been enough to change the outcome; perhaps fewer would have been."
    )
