"""Whether anybody could vote: a roll, a group or a list of candidates that holds somebody."""

from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import Message, message
from collectif_cli.model.vote import Vote
from collectif_cli.voting.electorate import Voters, day_of_group


def nobody(vote: Vote, voters: Voters) -> Iterator[Finding]:
    """Yield that the electorate is empty or cannot be known; those present are counted on the day.

    Where lots are drawn, nobody votes.
    """
    if voters.kind == "present" or voters.registered or vote.ballots.value == "none":
        return
    place = vote.electorate.group or vote.electorate.registered or vote.electorate.kind
    if voters.kind == "roll":
        hint = message("list the voters in roll.csv beside the vote, or under “roll” in its electorate")
        yield Finding(place.span, message("the roll is empty: nobody could vote"), hint)
    elif voters.kind == "candidates":
        hint = message("write the list in programme/candidates.yaml first")
        yield Finding(place.span, message("the list of candidates is empty: nobody could vote"), hint)
    else:
        yield Finding(place.span, *_group(vote, voters))


def _group(vote: Vote, voters: Voters) -> tuple[Message, Message]:
    """Say why a group has no voter: it is not named, not known, or nobody is in it on the day."""
    group, day = vote.electorate.group, day_of_group(vote)
    if group is None:
        return message("a group votes, and nothing says which"), message("add “group” under “electorate”")
    if not voters.group:
        hint = message("“collectif group list” lists them")
        return message("there is no group “{id}”", id=group.value), hint
    if day is None:
        said = message("nothing says on which day one must be of the group “{group}”", group=voters.group)
        return said, message("add “date” under “electorate”")
    said = message(
        "nobody is of the group “{group}” on {day}: nobody could vote", group=voters.group, day=day
    )
    return said, message("correct “date” under “electorate”, or the members of the group")
