"""Small elections, made by hand or drawn by Hypothesis, under rules that declare all they need."""

from collections.abc import Sequence
from fractions import Fraction
from typing import TypeVar

from hypothesis import strategies as st

from collectif_cli.model.noun import replace
from collectif_cli.model.source import Located, Span
from collectif_cli.model.threshold import Threshold
from collectif_cli.model.vote import BASES, DecisionRule, Quorum
from collectif_cli.voting.method import Poll
from collectif_cli.voting.outcome import Figures

HERE = Span("programme/votes/essai/vote.yaml")
IDS = ("a", "b", "c", "d")
TWO = ("for", "against")
SHARES = (Fraction(1, 3), Fraction(1, 2), Fraction(2, 3), Fraction(1))
T = TypeVar("T")


def at(value: T) -> Located[T]:
    return Located(value, HERE)


def rule(
    method: str,
    *,
    base: str = "",
    threshold: str = "",
    quorum: tuple[str, Fraction] | None = None,
    ties: str = "",
    seed: str = "",
) -> DecisionRule:
    """Give a rule; ``threshold`` is written as in the texts."""
    sign, _, share = threshold.partition(" ")
    return DecisionRule(
        span=HERE,
        method=at(method),
        base=at(base) if base else None,
        threshold=at(Threshold(sign=sign, share=Fraction(share))) if threshold else None,
        quorum=Quorum(of=at(quorum[0]), at_least=at(quorum[1])) if quorum else None,
        ties=at(ties) if ties else None,
        seed=at(seed) if seed else None,
    )


def poll(votes: Sequence[int], *, blank: int = 0, options: Sequence[str] = (), absent: int = 0) -> Poll:
    """Give the poll with those votes, that many blank ballots and that many people who did not vote."""
    names = tuple(options or IDS[: len(votes)])
    cast = sum(votes) + blank
    return Poll(
        question="q",
        options=names,
        marks=tuple((((name, 1),), number) for name, number in zip(names, votes, strict=True) if number),
        figures=Figures(
            registered=cast + absent + 2,
            present=cast + absent,
            represented=1,
            cast=cast,
            invalid=0,
            blank=blank,
            abstain=0,
            expressed=sum(votes),
        ),
    )


def recast(poll: Poll, votes: Sequence[int]) -> Poll:
    """Give the same people's ballots, marked otherwise; those not in ``votes`` are blank."""
    assert poll.figures.cast is not None
    marks = tuple((((name, 1),), number) for name, number in zip(poll.options, votes, strict=True) if number)
    figures = replace(poll.figures, expressed=sum(votes), blank=poll.figures.cast - sum(votes))
    return replace(poll, marks=marks, figures=figures)


thresholds = st.builds(
    lambda sign, share: f"{sign} {share}", st.sampled_from([">", ">="]), st.sampled_from(SHARES)
)
quorums = st.one_of(
    st.none(),
    st.tuples(st.sampled_from(["registered", "present"]), st.sampled_from([*SHARES, Fraction(4)])),
)
majority_rules = st.builds(
    rule,
    st.just("majority"),
    base=st.sampled_from(BASES),
    threshold=thresholds,
    quorum=quorums,
    ties=st.sampled_from(["", "kept", "lot", "second-vote"]),
    seed=st.just("2019-09-24"),
)
plurality_rules = st.one_of(
    majority_rules,
    st.builds(
        rule,
        st.just("plurality"),
        quorum=quorums,
        ties=st.sampled_from(["", "kept", "lot", "second-vote"]),
        seed=st.sampled_from(["7-12-31", "8-8-8", "été"]),
    ),
)


def polls(most: int = 12, options: Sequence[str] = ()) -> st.SearchStrategy[Poll]:
    """Draw polls of at most ``most`` votes an option, over one to three options or the ones given."""
    numbers = st.integers(0, most)
    length = (len(options), len(options)) if options else (1, 3)
    return st.builds(
        lambda votes, blank, absent: poll(votes, blank=blank, options=options, absent=absent),
        st.lists(numbers, min_size=length[0], max_size=length[1]),
        blank=st.integers(0, 3),
        absent=st.integers(0, 3),
    )
