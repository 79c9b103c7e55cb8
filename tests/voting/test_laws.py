"""The laws that every method keeps, whatever it is: a new line of the index is held to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.tally import Tally
from tests.voting.elections import TWO, poll, rule
from tests.voting.texts import tallied

VOTE = """
== programme/votes/v/vote.yaml ==
title: V
rule: {method: METHOD, base: expressed, threshold: "> 1/2", quorum: none}
electorate: {kind: roll, registered: 100}
ballots: anonymous
questions: [{id: q, title: Q, options: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]}]
"""
cells = st.lists(st.sampled_from(["a", "b", "c", "", "a b", "?"]), max_size=15)


def counted(slug: str, file: str) -> Tally:
    found, findings = tallied(VOTE.replace("METHOD", slug) + file)
    assert found is not None, findings
    return found


def paper(rows: list[tuple[int, str]]) -> str:
    return "== programme/votes/v/ballots.csv ==\nballot,q\n" + "".join(f"{n},{cell}\n" for n, cell in rows)


@pytest.mark.parametrize("slug", ["majority", "plurality"])
@given(rows=cells, data=st.data())
def test_who_cast_a_ballot_changes_nothing(slug: str, rows: list[str], data: st.DataObject) -> None:
    """Anonymity: the same ballots in other hands."""
    numbers = data.draw(st.permutations(range(1, len(rows) + 1)))
    mine = counted(slug, paper(list(enumerate(rows, start=1))))
    theirs = counted(slug, paper(list(zip(numbers, rows, strict=True))))
    assert mine.results[0].decision == theirs.results[0].decision
    assert mine.results[0].figures == theirs.results[0].figures


@pytest.mark.parametrize("slug", ["majority", "plurality"])
@given(rows=cells)
def test_every_ballot_is_somewhere(slug: str, rows: list[str]) -> None:
    (result,) = counted(slug, paper(list(enumerate(rows, start=1)))).results
    figures = result.figures
    known = [figures.expressed, figures.blank, figures.abstain, figures.invalid]
    assert sum(number or 0 for number in known) == figures.cast == len(rows)
    assert len(result.set_aside) == figures.invalid


@pytest.mark.parametrize("slug", [slug for slug, method in METHODS.items() if "counts" in method.reads])
@given(rows=cells)
def test_hands_counted_give_what_the_ballots_give(slug: str, rows: list[str]) -> None:
    (ballots,) = counted(slug, paper(list(enumerate(rows, start=1)))).results
    numbers = ", ".join(f"{id}: {rows.count(id)}" for id in "abc")
    aside = rows.count("a b") + rows.count("?")
    counts = (
        f"questions: {{q: {{options: {{{numbers}}}, blank: {rows.count('')}, abstain: 0, invalid: {aside}}}}}"
    )
    (hands,) = counted(slug, f"== programme/votes/v/counts.yaml ==\n{counts}\n").results
    assert (hands.figures, hands.totals, hands.decision) == (
        ballots.figures,
        ballots.totals,
        ballots.decision,
    )
    assert (hands.margin, hands.sensitivity) == (ballots.margin, ballots.sensitivity)


@given(st.integers(0, 50), st.integers(0, 50))
def test_between_two_most_votes_is_the_majority(one: int, other: int) -> None:
    most = METHODS["plurality"].count(poll((one, other)), rule("plurality")).outcome
    more = METHODS["majority"].count(
        poll((one, other), options=TWO), rule("majority", base="expressed", threshold="> 1/2")
    )
    assert (most.options == ("a",)) == (more.outcome.verdict == "adopted")
