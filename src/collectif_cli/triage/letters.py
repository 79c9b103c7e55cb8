"""What to write back: to each contribution, or to each author, what became of what they sent."""

from collections.abc import Iterable
from typing import NamedTuple

from collectif_cli.model.contribution import Contribution
from collectif_cli.model.naming import id_from
from collectif_cli.model.programme import Programme
from collectif_cli.model.proposal import Proposal
from collectif_cli.triage.coverage import answer_of


class Reply(NamedTuple):
    """One contribution and what there is to say of it; ``joined`` is the one it was joined with."""

    contribution: Contribution
    answer: str
    group: str
    proposals: tuple[Proposal, ...]
    joined: Contribution | None


class Letter(NamedTuple):
    """A letter: the name of its file, the pseudonym it goes to, what it says of each contribution."""

    name: str
    to: str
    source: str
    replies: tuple[Reply, ...]


def letters(
    programme: Programme, contributions: Iterable[Contribution], *, by_author: bool
) -> tuple[Letter, ...]:
    """Give a letter for each contribution that somebody read, or for each author of some.

    Those without an author have a letter each, whatever is asked.
    """
    piles: dict[str, list[Contribution]] = {}
    for one in contributions:
        if one.fate.value == "new":
            continue  # there is nothing to say yet
        author = one.author.value if one.author else ""
        own = id_from(f"{one.source} {one.id.partition('/')[2]}")
        piles.setdefault(id_from(f"{one.source} {author}") if by_author and author else own, []).append(one)
    return tuple(_letter(name, pile, programme) for name, pile in piles.items())


def _letter(name: str, pile: list[Contribution], programme: Programme) -> Letter:
    first = pile[0]
    source = programme.contribution_sources.get(first.source)
    return Letter(
        name=name,
        to=first.author.value if first.author else "",
        source=source.title.value if source and source.title else first.source,
        replies=tuple(_reply(one, programme) for one in pile),
    )


def _reply(one: Contribution, programme: Programme) -> Reply:
    group = programme.groups.get(one.group.value) if one.group else None
    found = (programme.proposals.get(located.value) for located in one.proposals)
    return Reply(
        contribution=one,
        answer=answer_of(one, programme),
        group=group.name if group else "",
        proposals=tuple(proposal for proposal in found if proposal is not None),
        joined=programme.contributions.get(one.merged_into.value) if one.merged_into else None,
    )
