"""A fault in the texts, as a value: what, where, how grave, what to do."""

from enum import IntEnum
from typing import NamedTuple

from collectif_cli.model.message import Message
from collectif_cli.model.source import Span


class Severity(IntEnum):
    """How grave a finding is; only an error makes ``collectif check`` fail."""

    NOTE = 0
    WARNING = 1
    ERROR = 2


class Finding(NamedTuple):
    """What a rule has to say of one place: the sentence, and the remedy when there is one."""

    span: Span
    message: Message
    hint: Message | None = None


class Diagnostic(NamedTuple):
    """A finding under the slug of its rule and with the severity it has here and now."""

    span: Span
    code: str
    message: Message
    hint: Message | None
    severity: Severity
