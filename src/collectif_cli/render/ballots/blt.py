"""Writes ``.blt``, as OpaVote reads it: a line a ballot, ``-`` for a rank skipped, ``=`` between equals."""

from collectif_cli.model.message import message
from collectif_cli.render.ballots.box import Box, Written
from collectif_cli.render.ballots.orders import losses, orders_of, question_of, shown_names


def as_blt(box: Box) -> Written:
    """Give the ballots in their order; their numbers have no place in this format."""
    question = question_of(box, "blt")
    names = shown_names(box, question, '"\n')
    read = orders_of(box, question)
    lines = [f"{len(names)} {box.rule.seats.value if box.rule.seats else 1}"]
    for order in read.orders:
        tiers = ["=".join(str(place + 1) for place in tier) or "-" for tier in order.tiers]
        lines.append(" ".join(("1", *tiers, "0")))
    title = " ".join(box.title.replace('"', "'").split())
    lines += ["0", *(f'"{name}"' for name in names), f'"{title}"']
    lost = [*losses(read.lost, read.moved)]
    if any(order.number != str(at) for at, order in enumerate(read.orders, start=1)):
        lost.append(message("the numbers of the ballots are left out: this format has no place for them"))
    return Written("".join(f"{line}\n" for line in lines), tuple(lost))
