"""How long a vote lasts: from when to when ballots are taken."""

from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.vote import Vote


def closes_before_it_opens(vote: Vote) -> Iterator[Finding]:
    """Yield that a vote closes before it opens, or at that very instant; a day lasts until its end."""
    if vote.opens is None or vote.closes is None:
        return
    opens, closes = vote.opens.value, vote.closes.value
    if opens.instant is not None and closes.instant is not None:
        reversed_ = closes.instant <= opens.instant
    else:
        reversed_ = closes.day < opens.day
    if reversed_:
        said = message("this vote closes before it has opened: nobody could vote")
        yield Finding(vote.closes.span, said, message("correct “opens” or “closes”"))
