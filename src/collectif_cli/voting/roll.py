"""The roll of a vote: who is on it, and who is on it twice."""

from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.spelling import same_name
from collectif_cli.model.vote import RollEntry, Vote


def roll_of(vote: Vote) -> tuple[RollEntry, ...]:
    """Give the lines of ``roll.csv``, or else what the vote lists itself, which has no salt yet."""
    if vote.roll is not None and vote.roll.entries:
        return vote.roll.entries
    return tuple(RollEntry(one.value, "", one.span) for one in vote.electorate.roll)


def twice_on_roll(vote: Vote) -> Iterator[Finding]:
    """Yield each entry that the roll holds already, whatever its capitals, its spaces, its typography."""
    first: dict[str, RollEntry] = {}
    for one in roll_of(vote) if vote.electorate.kind.value == "roll" else ():
        known = first.setdefault(same_name(one.entry), one)
        if known is not one:
            said = message(
                "“{entry}” is on the roll already, on line {line}", entry=one.entry, line=known.span.line
            )
            hint = message("keep one of the two, or tell the two people apart")
            if vote.frozen is not None:
                hint = message("the vote opened with one voice too many: call it off, and ask it again")
            yield Finding(one.span, said, hint)
