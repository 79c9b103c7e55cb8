"""What the programme costs: every estimate added as it is written, a range to a range, like to like.

Nothing is turned into something else: yearly running, a thing bought once and money over a term stay
apart, and so does an estimate that does not say how often. The texts counted are those that may still be
in the programme; the whole is what they would cost together if all were adopted.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from collectif_cli.consolidation.texts import reviewer_name
from collectif_cli.model.collective import Collective
from collectif_cli.model.noun import Noun
from collectif_cli.model.programme import Programme
from collectif_cli.model.proposal import TERMINAL, Amount, Cost, Proposal, Review

KINDS = ("operating", "investment", "income")
PERIODS = ("year", "once", "term", "")


class Sum(NamedTuple):
    """The estimates of one kind and one period, together: how much, in how many texts."""

    kind: str
    per: str
    amount: Amount
    texts: int


class Theme(NamedTuple):
    """What stands under a title of the outline, or what a group has that stands nowhere."""

    title: str
    placed: bool
    sums: tuple[Sum, ...]
    missing: int


class Payer(NamedTuple):
    """The level or levels that pay, and how much; several levels are not told apart."""

    levels: tuple[str, ...]
    sums: tuple[Sum, ...]


class Opinion(NamedTuple):
    """The last word of somebody on a text; ``by`` is a name, empty for one who is not to be named."""

    by: str
    proposal: Proposal
    review: Review


class Budget(Noun):
    """The costs of a programme.

    ``ours`` is what our own levels pay, ``others`` what is left to others. ``missing`` are the texts without
    an estimate; ``doubled`` pairs a text with one that its figure covers and that has a like figure too.
    """

    collective: Collective
    texts: int
    priced: int
    ours: tuple[Sum, ...]
    others: tuple[Sum, ...]
    themes: tuple[Theme, ...]
    payers: tuple[Payer, ...]
    missing: tuple[Proposal, ...]
    doubled: tuple[tuple[Proposal, Proposal], ...]
    opinions: tuple[Opinion, ...]
    unseen: int


def budget_of(programme: Programme, status: str | None = None) -> Budget:
    """Give the costs of the texts that may still be in the programme, or of those with one status."""
    texts = [one for one in programme.proposals.values() if _counts(one, status)]
    covered = {other.value for one in texts for cost in one.costs for other in cost.covers}
    missing = tuple(one for one in texts if not one.costs and one.id not in covered)
    own = programme.collective.own_levels
    paid = [(payer_of(cost, one), one, cost) for one in texts for cost in one.costs]
    ours = [(one, cost) for levels, one, cost in paid if not levels or own.intersection(levels) or not own]
    others = [(one, cost) for levels, one, cost in paid if levels and own and not own.intersection(levels)]
    opinions = tuple(_opinions(texts, programme))
    seen = {one.proposal.id for one in opinions}
    return Budget(
        collective=programme.collective,
        texts=len(texts),
        priced=len(texts) - len(missing),
        ours=sums(ours),
        others=sums(others),
        themes=tuple(_themes(texts, missing, programme)),
        payers=tuple(_payers(paid, programme.collective)),
        missing=missing,
        doubled=tuple(_doubled(texts)),
        opinions=opinions,
        unseen=sum(1 for one in texts if one.costs and one.id not in seen),
    )


def _counts(proposal: Proposal, status: str | None) -> bool:
    return proposal.status.value == status if status else proposal.status.value not in TERMINAL


def payer_of(cost: Cost, proposal: Proposal) -> tuple[str, ...]:
    """Give the levels that pay: the one the estimate names, else those of the text."""
    if cost.paid_by is not None:
        return (cost.paid_by.value,)
    return tuple(dict.fromkeys(level.value for level in proposal.levels))


def sums(costs: Iterable[tuple[Proposal, Cost]]) -> tuple[Sum, ...]:
    """Give the sums of estimates, like with like, in the order of ``KINDS`` and ``PERIODS``."""
    piles: dict[tuple[str, str], list[tuple[Proposal, Cost]]] = defaultdict(list)
    for proposal, cost in costs:
        piles[cost.kind.value, cost.per.value if cost.per else ""].append((proposal, cost))
    return tuple(
        Sum(
            kind,
            per,
            _total(cost for _, cost in piles[kind, per]),
            len({one.id for one, _ in piles[kind, per]}),
        )
        for kind in KINDS
        for per in PERIODS
        if (kind, per) in piles
    )


def _total(costs: Iterable[Cost]) -> Amount:
    first, *others = (cost.amount.value for cost in costs)
    for amount in others:
        first = first + amount
    return first


def _themes(
    texts: Iterable[Proposal], missing: tuple[Proposal, ...], programme: Programme
) -> Iterator[Theme]:
    """Yield the titles at the top of the outline, then the groups of the texts that stand nowhere."""
    place = _places(programme)
    placed: dict[str, list[Proposal]] = {title: [] for title in place.values()}
    others: dict[str, list[Proposal]] = {}
    for one in texts:
        group = programme.groups.get(one.group.value)
        title = group.name if group else one.group.value
        (placed[place[one.id]] if one.id in place else others.setdefault(title, [])).append(one)
    for piles in (placed, others):
        for title, pile in piles.items():
            costs = [(one, cost) for one in pile for cost in one.costs]
            if pile:
                lacking = sum(one in missing for one in pile)
                yield Theme(title, piles is placed, sums(costs), lacking)


def _places(programme: Programme) -> dict[str, str]:
    """Give the title of the top of the outline under which each text stands first, in reading order."""
    found: dict[str, str] = {}
    for top in programme.outline.nodes if programme.outline else ():
        for node in top.walk():
            for proposal in node.proposals:
                found.setdefault(proposal.value, top.title.value)
    return found


def _payers(
    paid: Iterable[tuple[tuple[str, ...], Proposal, Cost]], collective: Collective
) -> Iterator[Payer]:
    """Yield who pays how much: single levels in the order of the file, then several together."""
    piles: dict[tuple[str, ...], list[tuple[Proposal, Cost]]] = defaultdict(list)
    known = [level.value for level in collective.levels]
    order = {level: rank for rank, level in enumerate(known)}
    for levels, one, cost in paid:
        piles[tuple(sorted(levels, key=lambda level: order.get(level, len(order))))].append((one, cost))
    for levels in sorted(
        piles, key=lambda levels: (len(levels), [order.get(one, len(order)) for one in levels])
    ):
        yield Payer(levels, sums(piles[levels]))


def _doubled(texts: Iterable[Proposal]) -> Iterator[tuple[Proposal, Proposal]]:
    known: dict[str, Proposal] = {one.id: one for one in texts}
    for one in known.values():
        for cost in one.costs:
            for other in cost.covers:
                there = known.get(other.value)
                if there is not None and any(like.kind.value == cost.kind.value for like in there.costs):
                    yield one, there


def _opinions(texts: Iterable[Proposal], programme: Programme) -> Iterator[Opinion]:
    """Yield the last opinion of each reviewer on each text."""
    for one in texts:
        last: dict[str, Review] = {}
        for review in sorted(one.reviews, key=lambda review: review.date.value):
            last[review.by.value] = review
        yield from (Opinion(reviewer_name(programme, by), one, review) for by, review in last.items())
