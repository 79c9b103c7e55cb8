"""A step of a counting sheet."""

from typing import NamedTuple

from collectif_cli.model.message import Message


class Step(NamedTuple):
    """What is done, in a sentence, and the lines that go under it."""

    said: Message
    details: tuple[Message, ...] = ()
