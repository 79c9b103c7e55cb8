"""What became of the ballot boxes from one revision to another, in sentences and for programs."""

from collections.abc import Iterator, Mapping

from collectif_cli.model.message import Message, message, messages
from collectif_cli.voting.verifying.report import Between, BoxState


def growth_text(between: Between) -> Iterator[Message]:
    """Yield a sentence for each box that only grew, then how many; the others are told as troubles."""
    sound = [one for one in between.boxes if one.grew and one.seen]
    for one in between.boxes:
        if one.grew:
            yield _told(one, between)
    if any(one.seen for one in between.boxes):
        yield messages(
            "{n} ballot box only grew from {first} to {last}",
            "{n} ballot boxes only grew from {first} to {last}",
            len(sound),
            first=between.first,
            last=between.last,
        )
    elif not between.boxes:
        yield message("no vote was open at {first}: there is no box to compare", first=between.first)
    if between.later:
        yield messages(
            "{n} vote opened after {first}: its box is not looked at here",
            "{n} votes opened after {first}: their boxes are not looked at here",
            between.later,
            first=between.first,
        )


def growth_record(between: Between) -> Mapping[str, object]:
    """Give the same for programs."""
    return {
        "first": between.first,
        "last": between.last,
        "boxes": [
            {
                "vote": one.vote,
                "before": one.before,
                "after": one.after,
                "grew": one.grew if one.seen else None,
            }
            for one in between.boxes
        ],
        "opened_later": between.later,
    }


def _told(box: BoxState, between: Between) -> Message:
    if box.ballots == "sealed":
        return message("“{vote}”: its box is sealed, and nothing of it can be seen here", vote=box.vote)
    if box.ballots == "none":
        return message("“{vote}”: lots are drawn, and there is no box", vote=box.vote)
    if box.ballots == "counts":
        return message("“{vote}”: hands were counted, and their count did not change", vote=box.vote)
    return message(
        "“{vote}”: {before} at {first}, {after} at {last}; none was lost, none was altered",
        vote=box.vote,
        before=messages("{n} ballot", "{n} ballots", box.before),
        after=messages("{n} ballot", "{n} ballots", box.after),
        first=between.first,
        last=between.last,
    )
