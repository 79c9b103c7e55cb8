"""Small elections by ranks, written as ``a>b=c`` or drawn by Hypothesis, and rules for them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from collectif_cli.model.threshold import Threshold
from collectif_cli.model.vote import DecisionRule, Quorum
from collectif_cli.voting.method import Mark, Poll
from collectif_cli.voting.outcome import Figures
from tests.voting.elections import HERE, at

Papers = Sequence[tuple[Mark, int]]


def order(text: str, options: Sequence[str]) -> Mark:
    """Give the mark of an order such as ``a>b=c``; options that are not in it have no rank."""
    ranks = {
        option: rank
        for rank, tier in enumerate(text.split(">"), start=1)
        for option in tier.split("=")
        if option
    }
    return tuple((option, ranks[option]) for option in options if option in ranks)


def ranks(text: str, options: Sequence[str]) -> Mark:
    """Give the mark of cells such as ``1 3 - 2+4``, one for each option, as they are on the paper."""
    cells = zip(options, text.split(), strict=True)
    return tuple((option, int(rank)) for option, cell in cells if cell != "-" for rank in cell.split("+"))


def poll_of(
    papers: Papers, options: Sequence[str], *, blank: int = 0, absent: int = 0, refused: Papers = ()
) -> Poll:
    """Give the poll of those ballots, with so many blank ones and so many people who did not vote."""
    marks: Counter[Mark] = Counter()
    for mark, number in papers:
        marks[mark] += number
    blank += marks.pop((), 0)
    expressed, aside = sum(marks.values()), sum(number for _, number in refused)
    cast = expressed + blank + aside
    return Poll(
        question="q",
        options=tuple(options),
        marks=tuple(sorted((mark, number) for mark, number in marks.items() if number)),
        refused=tuple(sorted(refused)),
        figures=Figures(
            registered=cast + absent,
            present=cast + absent,
            represented=0,
            cast=cast,
            invalid=aside,
            blank=blank,
            abstain=0,
            expressed=expressed,
        ),
    )


def orders(of: Mapping[str, int], options: Sequence[str], *, blank: int = 0, absent: int = 0) -> Poll:
    """Give the poll of orders such as ``a>b=c``, with how many ballots say each."""
    papers = [(order(text, options), number) for text, number in of.items()]
    return poll_of(papers, options, blank=blank, absent=absent)


def ranked_rule(method: str, *, beats: str = "", quorum: Fraction | None = None, **said: Any) -> DecisionRule:
    """Give a rule for a ranked method; what is not said takes its most usual value."""
    usual: dict[str, dict[str, Any]] = {
        "condorcet": {"unranked": "last", "equal_ranks": "allowed"},
        "schulze": {"strength": "winning-votes", "unranked": "last", "equal_ranks": "allowed"},
        "ranked-pairs": {
            "strength": "margins",
            "unranked": "last",
            "equal_ranks": "allowed",
            "ties": "kept",
        },
        "borda": {"unranked": "last", "equal_ranks": "allowed", "positions": "tournament"},
        "irv": {"defects": "exhaust", "ties": "kept"},
        "stv": {"seats": 2, "variant": "scottish", "defects": "exhaust", "ties": "kept"},
    }
    sign, _, share = beats.partition(" ")
    conventions = {**usual[method], **said}
    declared: dict[str, Any] = {name: at(value) for name, value in conventions.items() if value is not None}
    return DecisionRule(
        span=HERE,
        method=at(method),
        beats=at(Threshold(sign=sign, share=Fraction(share))) if beats else None,
        quorum=Quorum(of=at("present"), at_least=at(quorum)) if quorum is not None else None,
        **declared,
    )


def marks(options: Sequence[str], *, whole: bool = False, strict: bool = False) -> st.SearchStrategy[Mark]:
    """Draw an order of some of the options, or of all (``whole``); with equal ones unless ``strict``."""
    if strict:
        length = (len(options),) if whole else range(len(options) + 1)
        return st.builds(
            lambda one, size: order(">".join(one[:size]), options),
            st.permutations(options),
            st.sampled_from(length),
        )
    least = 1 if whole else 0
    places = st.lists(st.integers(least, len(options)), min_size=len(options), max_size=len(options))
    return places.map(lambda found: _dense(found, options))


def _dense(places: Sequence[int], options: Sequence[str]) -> Mark:
    known = sorted({place for place in places if place})
    return tuple(
        (option, known.index(place) + 1) for option, place in zip(options, places, strict=True) if place
    )


def polls_by_rank(
    options: Sequence[str], *, most: int = 12, whole: bool = False, strict: bool = False
) -> st.SearchStrategy[Poll]:
    """Draw polls of at most ``most`` different ballots, each borne by a few people."""
    papers = st.lists(st.tuples(marks(options, whole=whole, strict=strict), st.integers(1, 3)), max_size=most)
    return st.builds(lambda drawn, blank: poll_of(drawn, options, blank=blank), papers, st.integers(0, 2))


# How a twin e of c stands beside it on each ballot, where no ranks are equal.
with_twins = st.lists(st.sampled_from(["ce", "ec"]), min_size=8)
