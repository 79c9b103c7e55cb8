"""A step of a counting sheet."""

from typing import NamedTuple

from collectif_cli.model.message import Message


class Step(NamedTuple):
    """What is done, in a sentence, the lines that go under it, and a command that whoever doubts can type."""

    said: Message
    details: tuple[Message, ...] = ()
    typed: str = ""
