"""The margins of the ranked methods, against every change of one or two ballots on small elections.

An exact margin is the smallest number of ballots that alters the outcome; a bound is never above it. The
winners come from ``by_definition``, which knows nothing of margins.
"""

import random
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import combinations_with_replacement, permutations, product

import pytest

from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting import close_look
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.by_duels.proof import most_for_sure
from collectif_cli.voting.method import Mark, Poll
from collectif_cli.voting.outcome import Margin, Verdict
from tests.voting import by_definition
from tests.voting.rankings import order, orders, poll_of, ranked_rule

ABC = ("a", "b", "c")
Bag = tuple[tuple[Mark, int], ...]
# A verdict and its options: all that makes an outcome another one.
Came = tuple[Verdict, tuple[str, ...]]


def weak_orders(*, whole: bool) -> list[Mark]:
    """Give every order of the three options, with equal ones; of some of them too, unless ``whole``."""
    found = set()
    for places in product(range(1 if whole else 0, 4), repeat=3):
        known = sorted({place for place in places if place})
        ranks = zip(ABC, places, strict=True)
        found.add(tuple((option, known.index(place) + 1) for option, place in ranks if place))
    return sorted(found | {()})


def strict_orders() -> list[Mark]:
    """Give every order of some of the options, and the silent ballot."""
    return [order(">".join(some), ABC) for size in range(4) for some in permutations(ABC, size)]


def changed(of: Poll, universe: list[Mark], ballots: int) -> Iterator[Bag]:
    """Yield the ballots after every change of that many of them."""
    papers = dict(of.marks) | {(): of.figures.unexpressed}
    moves = [(old, new) for old in papers for new in universe if old != new and papers[old]]
    for chosen in combinations_with_replacement(moves, ballots):
        after = dict(papers)
        for old, new in chosen:
            after[old] -= 1
            after[new] = after.get(new, 0) + 1
        if min(after.values()) >= 0:
            yield tuple((mark, number) for mark, number in sorted(after.items()) if number and mark)


def holds(margin: Margin, of: Poll, universe: list[Mark], came: Callable[[Bag], Came]) -> None:
    """Check a margin against every change of one ballot, then of two if one is not enough."""
    now = came(of.marks)
    assert margin.ballots is not None
    least = margin.ballots if margin.at_least is None else margin.at_least
    assert 1 <= least <= margin.ballots
    for ballots in (1, 2):
        others = {came(bag) for bag in changed(of, universe, ballots)} - {now}
        if ballots < least:
            assert not others
        if margin.at_least is None and margin.ballots == ballots:
            assert others
        if margin.ballots == ballots:
            assert margin.leads_to is not None
            assert (margin.leads_to.verdict, margin.leads_to.options) in others
        if others:
            return


@cache
def winners(slug: str, measure: str, matrix: by_definition.Matrix) -> frozenset[int]:
    if slug == "condorcet":
        return by_definition.condorcet(matrix)
    return (by_definition.schulze if slug == "schulze" else by_definition.ranked_pairs)(matrix, measure)


def by_duels(slug: str, rule: DecisionRule) -> Callable[[Bag], Came]:
    """Give what came of ballots by definition; c is the option to beat, where the rule names one."""
    measure = rule.strength.value if rule.strength else ""
    unranked = rule.unranked.value if rule.unranked else ""

    def came(bag: Bag) -> Came:
        if not bag:
            return Verdict.UNDECIDED, ()
        matrix = by_definition.duels(bag, ABC, unranked)
        stay = [a for a in range(3) if rule.default_option is None or a == 2 or matrix[a][2] > matrix[2][a]]
        among = tuple(tuple(matrix[a][b] for b in stay) for a in stay)
        found = tuple(ABC[stay[place]] for place in sorted(winners(slug, measure, among)))
        if not found:
            return Verdict.UNDECIDED, ()
        return (Verdict.ELECTED if len(found) == 1 else Verdict.TIE), found

    return came


def elections(seed: int, number: int, universe: Iterable[Mark]) -> Iterator[Poll]:
    chance = random.Random(seed)
    marks = [mark for mark in universe if mark]
    for _ in range(number):
        some = chance.sample(marks, chance.randint(1, 4))
        papers = [(mark, chance.choice([1, 1, 2, 3, 5])) for mark in some]
        yield poll_of(papers, ABC, blank=chance.randint(0, 1))


BY_DUELS = pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("condorcet", {}),
        ("condorcet", {"unranked": "ignored"}),
        ("schulze", {}),
        ("schulze", {"strength": "margins"}),
        ("schulze", {"default_option": "c", "beats": "> 1/2"}),
        ("ranked-pairs", {}),
        ("ranked-pairs", {"strength": "winning-votes"}),
        ("ranked-pairs", {"default_option": "c", "beats": "> 1/2"}),
    ],
)


@BY_DUELS
def test_margin_by_duels_is_never_wrong(slug: str, said: dict[str, str]) -> None:
    universe = weak_orders(whole=said.get("unranked") != "ignored")
    rule = ranked_rule(slug, **said)  # type: ignore[arg-type]
    exact = 0
    for of in elections(7, 120 if len(universe) < 20 else 40, universe):
        margin = METHODS[slug].count(of, rule).margin
        assert margin is not None
        holds(margin, of, universe, by_duels(slug, rule))
        exact += margin.at_least is None
    assert exact >= 6


@BY_DUELS
def test_margin_from_the_duels_alone_is_never_wrong(
    slug: str, said: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beyond ten thousand ballots only the duels are looked at: here, beyond none."""
    monkeypatch.setattr(close_look, "MOST", -1)
    universe = weak_orders(whole=said.get("unranked") != "ignored")
    rule, found = ranked_rule(slug, **said), 0  # type: ignore[arg-type]
    for of in elections(11, 120 if len(universe) < 20 else 40, universe):
        margin = METHODS[slug].count(of, rule).margin
        assert margin is not None
        if margin.ballots is None:
            assert (margin.because, margin.at_least) == ("not-found", 1)
            continue
        found += 1
        holds(margin, of, universe, by_duels(slug, rule))
    assert found > 20


@pytest.mark.parametrize("refused", ["unranked", "equal_ranks"])
def test_ballots_are_changed_into_ones_that_the_rule_counts(refused: str) -> None:
    """Strict or whole orders only: those that the rule would set aside are no way to alter it."""
    universe = [mark for mark in weak_orders(whole=True) if refused != "equal_ranks" or _is_strict(mark)]
    rule = ranked_rule("schulze", **{refused: "refused"})  # type: ignore[arg-type]
    for of in elections(8, 60, universe):
        margin = METHODS["schulze"].count(of, rule).margin
        assert margin is not None
        holds(margin, of, universe, by_duels("schulze", rule))


def _is_strict(mark: Mark) -> bool:
    return len({rank for _, rank in mark}) == len(mark)


@cache
def _runoff(bag: Bag) -> Came:
    found = by_definition.instant_runoff(by_definition.as_orders(bag), ABC)
    if not found:
        return Verdict.UNDECIDED, ()
    return (Verdict.ELECTED if len(found) == 1 else Verdict.TIE), tuple(sorted(found))


def test_margin_of_instant_runoff_is_never_wrong() -> None:
    universe = strict_orders()
    exact = 0
    for of in elections(9, 200, universe):
        margin = METHODS["irv"].count(of, ranked_rule("irv")).margin
        assert margin is not None
        holds(margin, of, universe, _runoff)
        exact += margin.at_least is None
    assert exact > 100


@cache
def _two_seats(bag: Bag) -> Came:
    found = by_definition.scottish(by_definition.as_orders(bag), ABC, 2)
    if not found:
        return Verdict.UNDECIDED, ()
    if len(found) == 1:
        return Verdict.ELECTED, tuple(sorted(next(iter(found))))
    return Verdict.TIE, tuple(sorted(frozenset.union(*found) - frozenset.intersection(*found)))


def test_margin_of_transferable_votes_is_never_wrong() -> None:
    universe = strict_orders()
    exact = 0
    for of in elections(10, 60, universe):
        margin = METHODS["stv"].count(of, ranked_rule("stv")).margin
        assert margin is not None
        holds(margin, of, universe, _two_seats)
        exact += margin.at_least is None
    assert exact > 5


@pytest.mark.parametrize("slug", ["condorcet", "schulze", "ranked-pairs", "irv"])
def test_margin_between_two_is_half_of_the_difference(slug: str) -> None:
    counted = METHODS[slug].count(orders({"a>b": 60, "b>a": 41}, "ab"), ranked_rule(slug))
    assert counted.margin == (10, (Verdict.ELECTED, ("b",), ""), "", 0, None)


def test_margin_of_a_large_vote_by_duels_takes_no_time() -> None:
    of = orders({"a>b>c": 10**9, "b>c>a": 9 * 10**8, "c>a>b": 5 * 10**8}, "abc")
    margin = METHODS["schulze"].count(of, ranked_rule("schulze")).margin
    assert margin is not None
    assert margin.ballots is not None
    assert margin.ballots > 10**7


def test_bound_of_cary_leaps_over_close_rounds() -> None:
    """c, d and e leave by a ballot each, in whatever order: they have 7 and b has 22, so it takes 8 at least.

    Then a has 43 to 22: ten changed for b are not enough, and eleven are.
    """
    of = orders({"a": 40, "b": 22, "c>a": 2, "d>a": 1, "e": 4}, "abcde")
    margin = METHODS["irv"].count(of, ranked_rule("irv")).margin
    assert margin == (11, (Verdict.ELECTED, ("b",), ""), "", 0, 8)


def test_most_for_sure_is_the_last_that_holds() -> None:
    for last in range(6):
        assert most_for_sure(lambda number, last=last: number <= last, 4) == min(last, 4)  # type: ignore[misc]
    assert most_for_sure(lambda number: False, 9) == 0
