"""Writes the Condorcet Election Format: github.com/CondorcetVote/CondorcetElectionFormat, version 1."""

from collectif_cli.model.message import message
from collectif_cli.render.ballots.box import Box, Written
from collectif_cli.render.ballots.orders import losses, orders_of, question_of, shown_names

_RESERVED = ">=;,#/*^|<\n"


def as_cvotes(box: Box) -> Written:
    """Give a line a ballot, its number as a tag where all numbers can be one."""
    question = question_of(box, "cvotes")
    names = shown_names(box, question, _RESERVED)
    read = orders_of(box, question)
    tagged = all(
        order.number and not any(sign in order.number for sign in _RESERVED) for order in read.orders
    )
    implicit = box.rule.unranked is None or box.rule.unranked.value == "last"
    lines = [
        f"# {_flat(box.title)}",
        f"#/Candidates: {' ; '.join(names)}",
        f"#/Number of Seats: {box.rule.seats.value if box.rule.seats else 1}",
        f"#/Implicit Ranking: {str(implicit).lower()}",
        "#/Weight Allowed: false",
        "",
    ]
    skipped = read.moved
    twice = 0
    for order in read.orders:
        there = [place for tier in order.tiers for place in tier]
        if len(set(there)) < len(there):
            twice += 1
            continue
        skipped += () in order.tiers
        said = " > ".join(" = ".join(names[place] for place in tier) for tier in order.tiers if tier)
        lines.append(f"{f'{order.number} || ' if tagged else ''}{said or '/EMPTY/'}")
    lost = [*losses(read.lost + twice, skipped)]
    if not tagged:
        lost.append(
            message("the numbers of the ballots are left out: some hold signs that this format keeps")
        )
    return Written("".join(f"{line}\n" for line in lines), tuple(lost))


def _flat(title: str) -> str:
    return " ".join(title.split())
