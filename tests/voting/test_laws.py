"""The laws that every method keeps, whatever it is: a new line of the index is held to them.

``FORMS`` says in a line how a method is asked and how its ballots look; a method that is not in it fails, but
for ``consent``, which chooses among no options.
"""

from collections.abc import Sequence
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.outcome import Result, Verdict
from collectif_cli.voting.tally import Tally
from tests.voting.elections import TWO, poll, rule
from tests.voting.texts import tallied

VOTE = """
== programme/votes/v/vote.yaml ==
title: V
rule: {RULE}
electorate: {kind: roll, registered: 100}
ballots: anonymous
questions: [{id: q, title: Q, options: [OPTIONS]}]
"""
Row = tuple[str, ...]


class Form(NamedTuple):
    """How a method is asked: its rule, and what a ballot may hold.

    ``alone`` holds words for a ballot of one cell; else each option has a cell, which holds one of ``cells``.
    ``beside`` are columns of no option, left empty.
    ``ladder`` is what a ballot of several cells gives to the option it prefers, then to each of the others.
    """

    rule: str
    alone: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    ladder: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    def rows(self, options: str) -> st.SearchStrategy[list[Row]]:
        """Draw up to fifteen ballots."""
        cells = st.sampled_from(self.alone or self.cells)
        row = st.tuples(cells) if self.alone else st.tuples(*[cells] * len(options))
        return st.lists(row, max_size=15)

    def prefers(self, option: str, options: str) -> Row:
        """Give a ballot that prefers an option to all the others."""
        if self.alone:
            return (option,)
        later = iter(self.ladder[1:])
        return tuple(self.ladder[0] if one == option else next(later) for one in options)


_NAMES = ("a", "b", "c", "", "a b", "?")
_RANKS = ("1", "2", "3", "", "1 3", "0")
_ORDER = ("1", "2", "3")
_NUMBERS = ("3", "1", "0")
_SHARE = 'base: expressed, threshold: "> 1/2", quorum: none'
FORMS = {
    "majority": Form(f"method: majority, {_SHARE}", alone=_NAMES),
    "plurality": Form(f"method: plurality, {_SHARE}", alone=_NAMES),
    "majority-judgment": Form(
        "method: majority-judgment, grades: [A, B, C], not_judged: worst-grade, ties: majority-value",
        (),
        ("1", "2", "3", "", "x"),
        ("3", "1", "1"),
    ),
    "approval": Form("method: approval", (), ("1", "0", "", "oui", "2"), ("1", "0", "0")),
    "nomination": Form(
        "method: nomination, seats: 1, most_names: 2, defects: skip, declined: next",
        (),
        ("1", "0", "", "x", "2", "?"),
        ("1", "", ""),
        ("q.*",),
    ),
    "dots": Form(
        "method: dots, points: 4, most_on_one: 3", (), ("0", "1", "2", "3", "", "9"), ("3", "1", "0")
    ),
    "score": Form(
        "method: score, points: 3, not_judged: ignored", (), ("0", "1", "3", "", "4"), ("3", "1", "0")
    ),
    "borda": Form(
        "method: borda, unranked: last, equal_ranks: allowed, positions: tournament", (), _RANKS, _ORDER
    ),
    "condorcet": Form("method: condorcet, unranked: last, equal_ranks: allowed", (), _RANKS, _ORDER),
    "schulze": Form(
        "method: schulze, strength: margins, unranked: ignored, equal_ranks: refused", (), _RANKS, _ORDER
    ),
    "ranked-pairs": Form(
        "method: ranked-pairs, strength: winning-votes, unranked: last, equal_ranks: allowed, ties: kept",
        (),
        _RANKS,
        _ORDER,
    ),
    "irv": Form("method: irv, defects: exhaust, skipped_ranks: skip, ties: kept", (), _RANKS, _ORDER),
    "stv": Form("method: stv, variant: scottish, seats: 1, defects: invalid, ties: kept", (), _RANKS, _ORDER),
}


def counted(slug: str, rows: Sequence[Row], options: str = "abc", numbers: Sequence[int] = ()) -> Tally:
    """Count ballots, numbered from 1 unless said otherwise."""
    form = FORMS[slug]
    titles = ["q"] if form.alone else [f"q.{option}" for option in options]
    listed = ", ".join(f"{{id: {option}, title: {option.upper()}}}" for option in options)
    lines = [",".join(["ballot", *titles, *form.beside])]
    lines += [
        ",".join([str(number), *row, *("" for _ in form.beside)])
        for number, row in zip(numbers or range(1, len(rows) + 1), rows, strict=True)
    ]
    text = VOTE.replace("RULE", form.rule).replace("OPTIONS", listed)
    found, findings = tallied(text + "== programme/votes/v/ballots.csv ==\n" + "\n".join(lines) + "\n")
    assert found is not None, findings
    return found


def result(slug: str, rows: Sequence[Row], options: str = "abc") -> Result:
    (one,) = counted(slug, rows, options).results
    return one


def test_every_method_has_a_form() -> None:
    assert {*FORMS, "consent"} == {slug for slug, method in METHODS.items() if "ballots" in method.reads}


@pytest.mark.parametrize("slug", FORMS)
@given(data=st.data())
def test_who_cast_a_ballot_changes_nothing(slug: str, data: st.DataObject) -> None:
    """Anonymity: the same ballots in other hands, in another order."""
    rows = data.draw(FORMS[slug].rows("abc"))
    order = data.draw(st.permutations(range(len(rows))))
    mine = result(slug, rows)
    theirs = result(slug, [rows[place] for place in order])
    assert mine.decision == theirs.decision
    assert mine.figures == theirs.figures
    assert (mine.working, mine.ranking, mine.margin) == (theirs.working, theirs.ranking, theirs.margin)


@pytest.mark.parametrize("slug", FORMS)
@given(data=st.data())
def test_names_of_the_options_do_not_matter(slug: str, data: st.DataObject) -> None:
    """Neutrality: the options exchanged on every ballot, the outcome is exchanged with them."""
    rows = data.draw(FORMS[slug].rows("abc"))
    order = "".join(data.draw(st.permutations("abc")))
    renamed = dict(zip("abc", order, strict=True))
    exchanged = [tuple("".join(renamed.get(one, one) for one in cell) for cell in row) for row in rows]
    if not FORMS[slug].alone:
        exchanged = [tuple(row["abc".index(_key(renamed, one))] for one in "abc") for row in rows]
    before, after = result(slug, rows).outcome, result(slug, exchanged).outcome
    assert after.verdict == before.verdict
    assert set(after.options) == {renamed[option] for option in before.options}


def _key(renamed: dict[str, str], value: str) -> str:
    return next(key for key, found in renamed.items() if found == value)


@pytest.mark.parametrize("slug", FORMS)
@given(data=st.data())
def test_every_ballot_is_somewhere(slug: str, data: st.DataObject) -> None:
    rows = data.draw(FORMS[slug].rows("abc"))
    one = result(slug, rows)
    figures = one.figures
    known = [figures.expressed, figures.blank, figures.abstain, figures.invalid]
    assert sum(number or 0 for number in known) == figures.cast == len(rows)
    assert len(one.set_aside) == figures.invalid


@pytest.mark.parametrize("slug", FORMS)
@given(one=st.integers(0, 20), other=st.integers(0, 20))
def test_between_two_the_majority_is_followed(slug: str, one: int, other: int) -> None:
    form = FORMS[slug]
    rows = [form.prefers("a", "ab")] * one + [form.prefers("b", "ab")] * other
    outcome = result(slug, rows, "ab").outcome
    if one == other:
        assert outcome.verdict in {Verdict.TIE, Verdict.UNDECIDED}
    else:
        assert outcome == (Verdict.ELECTED, ("a" if one > other else "b",), "")


@pytest.mark.parametrize("slug", FORMS)
@given(option=st.sampled_from("abc"), number=st.integers(1, 9))
def test_what_all_prefer_is_chosen(slug: str, option: str, number: int) -> None:
    rows = [FORMS[slug].prefers(option, "abc")] * number
    assert result(slug, rows).outcome == (Verdict.ELECTED, (option,), "")


@pytest.mark.parametrize("slug", FORMS)
@given(data=st.data())
def test_nothing_on_a_ballot_is_a_blank_one(slug: str, data: st.DataObject) -> None:
    """A blank ballot more changes the figures, and no outcome of those that divide by what is expressed."""
    rows = data.draw(FORMS[slug].rows("abc"))
    width = 1 if FORMS[slug].alone else 3
    before, after = result(slug, rows), result(slug, [*rows, ("",) * width])
    assert after.outcome == before.outcome
    assert (after.figures.blank or 0) == (before.figures.blank or 0) + 1


@pytest.mark.parametrize("slug", FORMS)
@pytest.mark.parametrize("rows", [[], [("1",)]])
def test_one_option_and_no_ballot(slug: str, rows: list[Row]) -> None:
    cells = [("a",) for _ in rows] if FORMS[slug].alone else rows
    outcome = result(slug, cells, "a").outcome
    assert outcome == (
        (Verdict.ELECTED, ("a",), "") if rows else (Verdict.UNDECIDED, (), "nothing-expressed")
    )


@pytest.mark.parametrize("slug", [slug for slug in FORMS if "counts" in METHODS[slug].reads])
@given(rows=st.lists(st.sampled_from(_NAMES), max_size=15))
def test_hands_counted_give_what_the_ballots_give(slug: str, rows: list[str]) -> None:
    ballots = result(slug, [(cell,) for cell in rows])
    numbers = ", ".join(f"{id}: {rows.count(id)}" for id in "abc")
    aside = rows.count("a b") + rows.count("?")
    counts = (
        f"questions: {{q: {{options: {{{numbers}}}, blank: {rows.count('')}, abstain: 0, invalid: {aside}}}}}"
    )
    options = "{id: a, title: A}, {id: b, title: B}, {id: c, title: C}"
    text = VOTE.replace("RULE", FORMS[slug].rule).replace("OPTIONS", options)
    found, findings = tallied(f"{text}== programme/votes/v/counts.yaml ==\n{counts}\n")
    assert found is not None, findings
    (hands,) = found.results
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
