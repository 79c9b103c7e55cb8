"""Kinds of scalar: the schema decides what a piece of text means, never its look."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Generic, TypeVar

from collectif_cli.model.identifiers import Target, is_id
from collectif_cli.model.message import Message, message
from collectif_cli.model.moment import Moment
from collectif_cli.model.proposal import Amount
from collectif_cli.model.source import Located
from collectif_cli.model.threshold import Threshold
from collectif_cli.store.calendar_text import day_of, moment_of
from collectif_cli.store.fields import JsonSchema
from collectif_cli.store.reading import Reading
from collectif_cli.store.yaml_tree import Node, Scalar

T = TypeVar("T")


def _scalar(node: Node, reading: Reading) -> Scalar | None:
    """Give the node if it is a scalar, else note that text is expected."""
    if type(node) is Scalar:
        return node
    reading.fault(
        "schema-not-text", reading.span(node), message("a simple value is expected here, not a list or keys")
    )
    return None


class Text:
    """Any text; the empty one must be wanted."""

    def read(self, node: Node, reading: Reading) -> Located[str] | None:
        """Give the text without the blanks around it."""
        scalar = _scalar(node, reading)
        if scalar is None:
            return None
        if not scalar.text.strip():
            reading.fault("schema-empty-text", reading.span(node), message("this text is empty"))
            return None
        return Located(scalar.text.strip(), reading.span(node))

    def json_schema(self) -> JsonSchema:
        """Give a string, or what an editor takes for something else, such as ``title: 2020``."""
        return {"type": ["string", "number", "boolean"], "minLength": 1}


class Choice:
    """One word among a few."""

    def __init__(self, *words: str) -> None:
        """Take the words in the order in which they are told to the reader."""
        self.words = words

    def read(self, node: Node, reading: Reading) -> Located[str] | None:
        """Give the word."""
        scalar = _scalar(node, reading)
        if scalar is None:
            return None
        if scalar.text in self.words:
            return Located(scalar.text, reading.span(node))
        near = reading.near(scalar.text, self.words)
        hint = (
            message("did you mean “{near}”?", near=near)
            if near
            else message("choose one of: {words}", words=self.words)
        )
        unknown = message("“{word}” is not one of the words expected here", word=scalar.text)
        reading.fault("schema-choice", reading.span(node), unknown, hint)
        return None

    def json_schema(self) -> JsonSchema:
        """Give an enumeration."""
        return {"enum": list(self.words)}


class NewId:
    """An id that this text gives to something."""

    def read(self, node: Node, reading: Reading) -> Located[str] | None:
        """Give the id; a malformed one is noted and still given, so that nothing that refers to it fails."""
        scalar = _scalar(node, reading)
        if scalar is None:
            return None
        if not is_id(scalar.text):
            hint = message("use a to z, 0 to 9 and “-”, at most 60 characters")
            reading.fault(
                "schema-id", reading.span(node), message("“{id}” is not an id", id=scalar.text), hint
            )
        return Located(scalar.text, reading.span(node))

    def json_schema(self) -> JsonSchema:
        """Give the pattern of ids."""
        return {"type": ["string", "integer"], "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 60}


class Reference:
    """The id of something written elsewhere; whether it exists is a matter of meaning, checked later."""

    def __init__(self, target: Target) -> None:
        """Take what it leads to."""
        self.target = target

    def read(self, node: Node, reading: Reading) -> Located[str] | None:
        """Give the id and note the link."""
        scalar = _scalar(node, reading)
        if scalar is None:
            return None
        span = reading.span(node)
        if not scalar.text:
            reading.fault("schema-empty-text", span, message("this text is empty"))
            return None
        reading.link(self.target, scalar.text, span)
        return Located(scalar.text, span)

    def json_schema(self) -> JsonSchema:
        """Give a string and what it leads to."""
        return {"type": ["string", "number"], "minLength": 1, "description": f"id: {self.target.value}"}


class Parsed(Generic[T]):
    """A scalar that a function turns into a value, or refuses by giving None."""

    def __init__(
        self, code: str, parse: Callable[[str], T | None], refusal: Message, hint: Message, schema: JsonSchema
    ) -> None:
        """Take the slug of the refusal, its sentence (with ``{text}``) and the remedy."""
        self.code = code
        self.parse = parse
        self.refusal = refusal
        self.hint = hint
        self.schema = schema

    def read(self, node: Node, reading: Reading) -> Located[T] | None:
        """Give the value."""
        scalar = _scalar(node, reading)
        if scalar is None:
            return None
        value = self.parse(scalar.text.strip())
        if value is None:
            refusal = Message(self.refusal.text, "", (("text", scalar.text),))
            reading.fault(self.code, reading.span(node), refusal, self.hint)
            return None
        return Located(value, reading.span(node))

    def json_schema(self) -> JsonSchema:
        """Give the schema it was made with."""
        return self.schema


_INTEGER = re.compile(r"[0-9]{1,12}")
_NUMBER = r"([0-9]{1,12}(?:[.,][0-9]{1,6})?)"
_AMOUNT = re.compile(rf"{_NUMBER}(?:\s*\.\.\s*{_NUMBER})?\s*(k€|M€|€)")
_SCALE = {"€": Decimal(1), "k€": Decimal(1_000), "M€": Decimal(1_000_000)}
_THRESHOLD = re.compile(r"(>=|<=|>|<)\s*([0-9]{1,9})\s*/\s*([0-9]{1,9})")
_FRACTION = re.compile(r"([0-9]{1,9})(?:\s*/\s*([0-9]{1,9}))?")
_DAYS = re.compile(r"([0-9]{1,4})\s+(?:days?|jours?)")
_TRUTH = {"true": True, "false": False, "yes": True, "no": False, "oui": True, "non": False}
_URL = re.compile(r"https?://[^\s<>\"']+")


def parse_integer(text: str) -> int | None:
    """Give a whole number written in digits, spaces between thousands allowed."""
    digits = re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3})", "", text)
    return int(digits) if _INTEGER.fullmatch(digits) else None


def parse_amount(text: str) -> Amount | None:
    """Give an amount of euros: ``2.5 M€``, ``40 k€``, ``2..4 M€``; None when it is none or runs backwards."""
    match = _AMOUNT.fullmatch(text.replace("\u00a0", " ").replace("\u202f", " "))
    if match is None:
        return None
    scale = _SCALE[match[3]]
    low = Decimal(match[1].replace(",", ".")) * scale
    high = Decimal(match[2].replace(",", ".")) * scale if match[2] else low
    return Amount(low=low, high=high) if low <= high else None


def parse_threshold(text: str) -> Threshold | None:
    """Give a comparison with a share, such as ``>= 2/3``; a share above one makes no sense and gives None."""
    match = _THRESHOLD.fullmatch(text)
    share = _share(match[2], match[3]) if match else None
    return Threshold(sign=match[1], share=share) if match and share is not None and share <= 1 else None


def parse_fraction(text: str) -> Fraction | None:
    """Give a share such as ``1/2``, or a whole number of people."""
    match = _FRACTION.fullmatch(text)
    return _share(match[1], match[2] or "1") if match else None


def _share(over: str, under: str) -> Fraction | None:
    return Fraction(int(over), int(under)) if int(under) else None


def _days(text: str) -> int | None:
    match = _DAYS.fullmatch(text)
    return int(match[1]) if match else None


def _url(text: str) -> str | None:
    return text if _URL.fullmatch(text) else None


TEXT = Text()
NEW_ID = NewId()
DATE: Parsed[date] = Parsed(
    "schema-date",
    day_of,
    message("“{text}” is not a date"),
    message("write year-month-day, such as 2019-09-24"),
    {"type": "string", "pattern": r"^\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\s*$"},
)
MOMENT: Parsed[Moment] = Parsed(
    "schema-date",
    moment_of,
    message("“{text}” is not a date"),
    message("write 2019-09-24, or 2019-09-24T20:30+02:00 where the hour matters"),
    {"type": "string"},
)
INTEGER: Parsed[int] = Parsed(
    "schema-integer",
    parse_integer,
    message("“{text}” is not a whole number"),
    message("write digits only, such as 35"),
    {"type": ["integer", "string"], "minimum": 0, "pattern": r"^\s*[0-9][0-9 \u00a0\u202f]*\s*$"},
)
BOOLEAN: Parsed[bool] = Parsed(
    "schema-truth",
    lambda text: _TRUTH.get(text.lower()),
    message("“{text}” is neither true nor false"),
    message("write true or false"),
    {
        "type": ["boolean", "string"],
        "pattern": "^\\s*([Tt]rue|[Ff]alse|[Yy]es|[Nn]o|[Oo]ui|[Nn]on|TRUE|FALSE|YES|NO|OUI|NON)\\s*$",
    },
)
AMOUNT: Parsed[Amount] = Parsed(
    "schema-amount",
    parse_amount,
    message("“{text}” is not an amount"),
    message("write 300 €, 40 k€, 2.5 M€, or a range such as 2..4 M€"),
    {"type": "string", "pattern": rf"^\s*{_AMOUNT.pattern}\s*$"},
)
THRESHOLD: Parsed[Threshold] = Parsed(
    "schema-share",
    parse_threshold,
    message("“{text}” is not a comparison with a share"),
    message("write “> 1/2” or “>= 2/3”: the two differ"),
    {"type": "string", "pattern": rf"^\s*{_THRESHOLD.pattern}\s*$"},
)
FRACTION: Parsed[Fraction] = Parsed(
    "schema-share",
    parse_fraction,
    message("“{text}” is neither a share nor a number"),
    message("write 1/2, 2/3 or a number of people"),
    {"type": ["string", "integer"], "minimum": 0, "pattern": rf"^\s*{_FRACTION.pattern}\s*$"},
)
DAYS: Parsed[int] = Parsed(
    "schema-duration",
    _days,
    message("“{text}” is not a number of days"),
    message("write it as “3 days”"),
    {"type": "string", "pattern": rf"^\s*{_DAYS.pattern}\s*$"},
)
URL: Parsed[str] = Parsed(
    "schema-url",
    _url,
    message("“{text}” is not a web address"),
    message("write the whole address, starting with https://"),
    {"type": "string", "pattern": r"^\s*https?://\S+\s*$"},
)
