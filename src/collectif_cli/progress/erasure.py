"""Where the texts speak of a person: what a pseudonym can replace, what a vote holds, what people must read.

A pseudonym replaces the handle wherever the contract says that a person stands, and the handle or the
public name wherever it is the whole of a value: an author, an opinion, a proxy, a roll. What a vote rests
on stays: ballots, rounds, options, results. Prose is left to people, for a name may be a common word.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from collectif_cli.model.identifiers import Target
from collectif_cli.model.programme import Programme
from collectif_cli.model.source import Located, Span
from collectif_cli.model.vote import Vote

_VOTED = frozenset({"ballots", "counts", "rounds", "result"})


class Word(NamedTuple):
    """A value that is replaced, and where it stands."""

    text: str
    span: Span


class Traces(NamedTuple):
    """Everything that speaks of a person.

    ``words`` are replaced; ``lines`` of sealed rolls are taken away; ``held`` rests in a vote; ``mentions``
    are in prose and comments.
    """

    words: tuple[Word, ...]
    lines: tuple[Span, ...]
    held: tuple[Span, ...]
    mentions: tuple[Span, ...]


def traces_of(handle: str, programme: Programme) -> Traces:
    """Give every place that speaks of a person of ``people.yaml``."""
    person = programme.people[handle]
    names = {handle, *((person.name.value,) if person.name else ())}
    words = [Word(handle, person.span)] + [
        Word(handle, link.span)
        for document in programme.documents
        for link in document.links
        if link.target is Target.PERSON and link.id == handle and document.kind != "rounds"
    ]
    words += [Word(one.value, one.span) for one in _values(programme) if one.value in names]
    lines: list[Span] = []
    for vote in programme.votes.values():
        for entry in vote.roll.entries if vote.roll else ():
            if entry.entry in names and entry.salt:
                lines.append(entry.span)
            elif entry.entry in names:
                words.append(Word(entry.entry, entry.span))
    told = {(one.span.path, one.span.line) for one in words} | {(one.path, one.line) for one in lines}
    held: list[Span] = []
    mentions: list[Span] = []
    for span, voted in _mentions(names, programme):
        if (span.path, span.line) not in told:
            (held if voted else mentions).append(span)
    return Traces(tuple(words), tuple(lines), tuple(held), tuple(mentions))


def _values(programme: Programme) -> Iterator[Located[str]]:
    """Yield the values that name a person without being a reference."""
    for contribution in programme.contributions.values():
        if contribution.author is not None:
            yield contribution.author
    for proposal in programme.proposals.values():
        yield from (review.by for review in proposal.reviews)
    for vote in programme.votes.values():
        yield from vote.electorate.roll
        for proxy in vote.electorate.proxies:
            yield from (proxy.giver, proxy.carrier)


def _mentions(names: set[str], programme: Programme) -> Iterator[tuple[Span, bool]]:
    """Yield the first place of each line that holds one of the names, and whether a vote rests on it."""
    said = re.compile("|".join(rf"(?<![\w-]){re.escape(name)}(?![\w-])" for name in names), re.IGNORECASE)
    for document in programme.documents:
        if not said.search(document.text):
            continue
        vote = document.value if isinstance(document.value, Vote) else None
        for number, line in enumerate(document.text.split("\n"), start=1):
            found = said.search(line)
            if found:
                voted = document.kind in _VOTED or vote is not None
                yield Span(document.path, number, found.start() + 1, len(found[0])), voted
