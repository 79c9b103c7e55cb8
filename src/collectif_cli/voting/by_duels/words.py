"""The sentences about duels: who beats whom, by which path, worth how much."""

from collectif_cli.model.message import Message, Value, message
from collectif_cli.voting.words import Titles


def duel(one: str, other: str, votes: int, against: int, titles: Titles) -> Message:
    """Say how a duel came out, the winner first."""
    if votes == against:
        return message(
            "“{one}” and “{other}” are equal: {n} each", one=titles[one], other=titles[other], n=votes
        )
    if votes < against:
        one, other, votes, against = other, one, against, votes
    return message(
        "“{winner}” beats “{loser}”: {votes} to {against}",
        winner=titles[one],
        loser=titles[other],
        votes=votes,
        against=against,
    )


def route(options: tuple[str, ...], titles: Titles) -> Value:
    """Give a path as it is read: the options with arrows between them."""
    if len(options) == 1:
        return titles[options[0]]
    return message("{option} → {rest}", option=titles[options[0]], rest=route(options[1:], titles))


def worth(measure: str) -> tuple[Message, ...]:
    """Say what a duel is worth, by winning votes or by margins."""
    if measure == "margins":
        return (message("A duel is worth the difference between its two sides."),)
    return (
        message("A duel is worth the ballots of its winner."),
        message("Of two duels worth the same, the one with fewer ballots against is the stronger."),
    )


def score(votes: int, against: int, measure: str) -> Message:
    """Say what a duel is worth, with its two sides."""
    if measure == "margins":
        return message("{n} ({votes} to {against})", n=votes - against, votes=votes, against=against)
    return message("{votes} to {against}", votes=votes, against=against)
