"""Ballots as orders of options, for the formats that know nothing else."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from collectif_cli.errors import Refused
from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.vote import Question
from collectif_cli.render.ballots.box import Box
from collectif_cli.voting.method import Refusal
from collectif_cli.voting.naming import Names, answers
from collectif_cli.voting.ranks import read_ranks, tiers


class Order(NamedTuple):
    """The ranks of one ballot, each with the places of its options from 0; an empty one was skipped."""

    number: str
    tiers: tuple[tuple[int, ...], ...]


class Orders(NamedTuple):
    """The ballots that are orders, and how many others there are: unreadable, or with a far last rank."""

    orders: tuple[Order, ...]
    lost: int
    moved: int


def question_of(box: Box, format: str) -> Question:
    """Give the one question of a vote that ranks; raise Refused for another."""
    if not box.ranks or len(box.questions) != 1 or box.counts is not None:
        raise Refused(
            message(
                "“{format}” holds the ranks of one question, and this vote holds something else",
                format=format,
            ),
            message("“--format csv” and “--format json” hold any vote"),
        )
    return box.questions[0]


def orders_of(box: Box, question: Question) -> Orders:
    """Give each ballot that is an order; ranks beyond the number of options are put one after another."""
    places = {option.id.value: place for place, option in enumerate(question.options)}
    found: list[Order] = []
    lost = moved = 0
    for ballot in box.ballots:
        mark = read_ranks(question, ballot.cells)
        if isinstance(mark, Refusal):
            lost += 1
            continue
        ranked = [(rank, tuple(places[option] for option in tier)) for rank, tier in tiers(mark)]
        far = bool(ranked) and ranked[-1][0] > len(places)
        moved += far
        found.append(
            Order(ballot.number, tuple(tier for _, tier in ranked) if far else tuple(_filled(ranked)))
        )
    return Orders(tuple(found), lost, moved)


def _filled(ranked: Iterable[tuple[int, tuple[int, ...]]]) -> Iterator[tuple[int, ...]]:
    """Yield every rank from 1 on, those that were skipped empty."""
    expected = 1
    for rank, tier in ranked:
        for _ in range(expected, rank):
            yield ()
        yield tier
        expected = rank + 1


def losses(lost: int, skipped: int) -> Iterator[Message]:
    """Yield how many ballots are left out, and in how many the ranks that were skipped are."""
    if lost:
        yield messages(
            "{n} ballot is left out: it is no order of the options",
            "{n} ballots are left out: they are no order of the options",
            lost,
        )
    if skipped:
        yield messages(
            "{n} ballot skips a rank, which cannot be said here: its ranks follow one another",
            "{n} ballots skip a rank, which cannot be said here: their ranks follow one another",
            skipped,
        )


def shown_names(box: Box, question: Question, forbidden: str) -> tuple[str, ...]:
    """Give the name of each option: its title, or its id where the title would not lead back to it."""
    names = Names(answers(question, box.rule.method.value, ()))
    found = []
    for option in question.options:
        title = " ".join(option.title.value.split())
        clear = names.find(title) == option.id.value and not any(sign in title for sign in forbidden)
        found.append(title if clear else option.id.value)
    return tuple(found)
