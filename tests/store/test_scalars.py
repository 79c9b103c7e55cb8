"""The schema decides what a piece of text means, and says what it expected."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.model.identifiers import Target
from collectif_cli.model.moment import Moment
from collectif_cli.model.proposal import Amount
from collectif_cli.model.threshold import Threshold
from collectif_cli.store.fields import Kind
from collectif_cli.store.reading import Reading
from collectif_cli.store.scalars import (
    AMOUNT,
    BOOLEAN,
    DATE,
    DAYS,
    FRACTION,
    INTEGER,
    MOMENT,
    NEW_ID,
    TEXT,
    THRESHOLD,
    URL,
    Choice,
    Reference,
)
from collectif_cli.store.yaml_tree import Scalar, Sequence

ALL: dict[str, Kind[Any]] = {
    "text": TEXT,
    "id": NEW_ID,
    "date": DATE,
    "moment": MOMENT,
    "integer": INTEGER,
    "truth": BOOLEAN,
    "amount": AMOUNT,
    "threshold": THRESHOLD,
    "fraction": FRACTION,
    "days": DAYS,
    "url": URL,
    "choice": Choice("un", "deux"),
    "reference": Reference(Target.GROUP),
}


def read(kind: Kind[Any], text: str) -> tuple[Any, list[str]]:
    reading = Reading("a.yaml")
    found = kind.read(Scalar(text, 3, 5, len(text), True), reading)
    assert all(one.span[1:] == (3, 5, len(text)) for one in reading.faults)
    assert found is None or found.span[1:] == (3, 5, len(text))
    return None if found is None else found.value, [one.code for one in reading.faults]


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (TEXT, " un mot ", "un mot"),
        (NEW_ID, "bus-nuit-2", "bus-nuit-2"),
        (DATE, "2019-09-24", date(2019, 9, 24)),
        (DATE, " 2020-02-29 ", date(2020, 2, 29)),
        (MOMENT, "2019-09-24", Moment(date(2019, 9, 24))),
        (MOMENT, "2019-09-24T20:30Z", Moment(date(2019, 9, 24), datetime(2019, 9, 24, 20, 30, tzinfo=UTC))),
        (
            MOMENT,
            "2019-09-24 20:30:05+02:00",
            Moment(date(2019, 9, 24), datetime(2019, 9, 24, 20, 30, 5, tzinfo=timezone(timedelta(hours=2)))),
        ),
        (INTEGER, "08", 8),
        (INTEGER, "90 240", 90240),
        (INTEGER, "1\u202f000\u00a0000", 1_000_000),
        (BOOLEAN, "true", True),
        (BOOLEAN, "Non", False),
        (AMOUNT, "300 €", Amount(low=Decimal(300), high=Decimal(300))),
        (AMOUNT, "2,5\u202fM€", Amount(low=Decimal(2_500_000), high=Decimal(2_500_000))),
        (AMOUNT, "2..4 k€", Amount(low=Decimal(2000), high=Decimal(4000))),
        (THRESHOLD, "> 1/2", Threshold(sign=">", share=Fraction(1, 2))),
        (THRESHOLD, ">=2/3", Threshold(sign=">=", share=Fraction(2, 3))),
        (FRACTION, "1/2", Fraction(1, 2)),
        (FRACTION, "25", Fraction(25)),
        (DAYS, "3 jours", 3),
        (DAYS, "1 day", 1),
        (URL, "https://exemple.example/a?b=c", "https://exemple.example/a?b=c"),
        (Choice("un", "deux"), "deux", "deux"),
        (Reference(Target.GROUP), "eau", "eau"),
    ],
)
def test_what_is_understood(kind: Kind[Any], text: str, value: object) -> None:
    """A value as people write it."""
    assert read(kind, text) == (value, [])


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (TEXT, "  ", "schema-empty-text"),
        (Reference(Target.GROUP), "", "schema-empty-text"),
        (DATE, "24/09/2019", "schema-date"),
        (DATE, "2019-02-29", "schema-date"),
        (DATE, "2019-9-4", "schema-date"),
        (DATE, "٢٠١٩-٠٩-٢٤", "schema-date"),
        (MOMENT, "2019-09-24T20:30", "schema-date"),
        (MOMENT, "2019-09-24T25:30Z", "schema-date"),
        (INTEGER, "-1", "schema-integer"),
        (INTEGER, "1e3", "schema-integer"),
        (INTEGER, "9" * 13, "schema-integer"),
        (INTEGER, "²", "schema-integer"),
        (BOOLEAN, "1", "schema-truth"),
        (AMOUNT, "40000", "schema-amount"),
        (AMOUNT, "4..2 M€", "schema-amount"),
        (AMOUNT, "9" * 400 + " M€", "schema-amount"),
        (THRESHOLD, "1/2", "schema-share"),
        (THRESHOLD, "> 3/2", "schema-share"),
        (THRESHOLD, "> 1/0", "schema-share"),
        (THRESHOLD, "= 1/2", "schema-share"),
        (FRACTION, "1/0", "schema-share"),
        (FRACTION, "50 %", "schema-share"),
        (DAYS, "3", "schema-duration"),
        (DAYS, "3 semaines", "schema-duration"),
        (URL, "javascript:alert(1)", "schema-url"),
        (URL, "https://a b", "schema-url"),
        (Choice("un", "deux"), "Deux", "schema-choice"),
    ],
)
def test_what_is_refused(kind: Kind[Any], text: str, code: str) -> None:
    """A value that means nothing here."""
    assert read(kind, text) == (None, [code])


@pytest.mark.parametrize("text", ["Eau", "eau_1", "-eau", "eau--1", "é", "", "a" * 61])
def test_bad_id_is_told_and_given_all_the_same(text: str) -> None:
    """An id that others may refer to."""
    assert read(NEW_ID, text) == (text, ["schema-id"])


@pytest.mark.parametrize("kind", ALL.values(), ids=ALL)
def test_list_is_no_simple_value(kind: Kind[Any]) -> None:
    """A list where one value is expected."""
    reading = Reading("a.yaml")
    assert kind.read(Sequence([], 2, 4, 1), reading) is None
    assert [(one.code, one.span.line, one.span.column) for one in reading.faults] == [
        ("schema-not-text", 2, 4)
    ]


@pytest.mark.parametrize("kind", ALL.values(), ids=ALL)
@given(text=st.text(max_size=20) | st.from_regex(r"[0-9 .,/€kM><=-]{0,12}", fullmatch=True))
def test_any_text_is_a_value_or_one_fault(kind: Kind[Any], text: str) -> None:
    """Any text."""
    value, codes = read(kind, text)
    assert len(codes) == (value is None or codes == ["schema-id"])


def test_near_word_is_offered_and_the_words_otherwise() -> None:
    """A word that is nearly one of them; a word that is far from all."""
    reading = Reading("a.yaml")
    for text in ("deus", "xyz"):
        Choice("un", "deux").read(Scalar(text, 1, 1, 1, True), reading)
    near, far = (one.hint for one in reading.faults)
    assert near is not None
    assert near.values == (("near", "deux"),)
    assert far is not None
    assert far.values == (("words", ("un", "deux")),)


def test_guesses_stop_in_a_file_that_has_nothing_but_faults() -> None:
    """A hundred wrong words, then one that is nearly right."""
    reading = Reading("a.yaml")
    for _ in range(101):
        Choice("un", "deux").read(Scalar("deus", 1, 1, 1, True), reading)
    hints = [one.hint.text for one in reading.faults if one.hint]
    assert hints.count("did you mean “{near}”?") == 100
