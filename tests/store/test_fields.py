"""Tables of fields, lists and mappings by id: what they give, and what they note on the way."""

from typing import Any, NamedTuple

import pytest

from collectif_cli.model.source import Located, Span
from collectif_cli.store.fields import Field, Keyed, Kind, Lazy, Many, Table
from collectif_cli.store.reading import Reading
from collectif_cli.store.scalars import INTEGER, NEW_ID, TEXT
from collectif_cli.store.yaml_nodes import parse


class Person(NamedTuple):
    """What the table of these tests gives."""

    name: Located[str]
    age: Located[int] | None = None
    path: str = ""


def _anonymous(reading: Reading) -> Located[str]:
    return Located("?", reading.top)


STRICT = Table(Person, Field("name", TEXT, required=True), Field("years", INTEGER, "age"))
LENIENT = Table(
    Person, Field("name", TEXT, required=True, fallback=_anonymous), Field("years", INTEGER, "age")
)


def read(kind: Kind[Any], text: str) -> tuple[Any, list[str]]:
    root, faults = parse(text)
    assert root is not None
    assert [fault.code for fault in faults if fault.code != "yaml-alias"] == []
    reading = Reading("a.yaml", shift=1)
    value = kind.read(root, reading)
    return value, [f"{one.span.line}:{one.span.column} {one.code}" for one in reading.faults]


def test_fields_fill_the_model() -> None:
    """
    name: Tilleul
    years: 30
    """
    person, faults = read(STRICT, "name: Tilleul\nyears: 30\n")
    assert faults == []
    assert person == Person(Located("Tilleul", Span("a.yaml", 2, 7, 7)), Located(30, Span("a.yaml", 3, 8, 2)))


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("years: 30", ["2:1 schema-missing-key"]),
        ("nmae: Tilleul", ["2:1 schema-unknown-key"]),
        ("name:\nyears: 30", ["2:1 schema-missing-key"]),
        ('name: ""', ["2:7 schema-empty-text"]),
        ("name: [a]", ["2:7 schema-not-text"]),
        ("name: *a", []),
        ("- a", ["2:1 schema-not-mapping"]),
    ],
)
def test_required_field_that_cannot_be_had(text: str, faults: list[str]) -> None:
    """A table without its name, or with none that can be read; what YAML told is not told again."""
    assert read(STRICT, text) == (None, faults)


def test_fallback_keeps_the_rest_readable() -> None:
    """A table without its name."""
    person, faults = read(LENIENT, "years: 30")
    assert faults == ["2:1 schema-missing-key"]
    assert (person.name.value, person.age.value) == ("?", 30)


def test_unknown_keys_are_told_and_the_others_read() -> None:
    """A misspelt key, a key of nowhere, a key that says nothing."""
    person, faults = read(STRICT, "name: a\nyeras: 30\nzzz: 1\nyears:\n")
    assert faults == ["3:1 schema-unknown-key", "4:1 schema-unknown-key"]
    assert person.age is None


def test_unknown_key_offers_the_nearest_or_all() -> None:
    """A misspelt key, then a key of nowhere."""
    reading = Reading("a.yaml")
    root, _ = parse("name: a\nyeras: 30\nzzz: 1")
    assert root is not None
    STRICT.read(root, reading)
    hints = [one.hint.values for one in reading.faults if one.hint]
    assert hints == [(("near", "years"),), (("keys", ("name", "years")),)]


def test_table_takes_what_is_known_already() -> None:
    """A table whose path is known from elsewhere."""
    root, _ = parse("name: a")
    assert root is not None
    person = STRICT.read(root, Reading("a.yaml"), path="b")
    assert person is not None
    assert person.path == "b"


@pytest.mark.parametrize(
    ("text", "values", "faults"),
    [
        ("[1, 2]", [1, 2], []),
        ("[1, x, 2]", [1, 2], ["2:5 schema-integer"]),
        ("- 1\n-\n", [1], ["3:2 schema-integer"]),
        ("[*a, 2]", [2], []),
        ("7", [7], ["2:1 schema-not-list"]),
    ],
)
def test_list_gives_the_items_that_can_be_read(text: str, values: list[int], faults: list[str]) -> None:
    """A list, or one value that should have been one."""
    found, told = read(Many(INTEGER), text)
    assert ([one.value for one in found], told) == (values, faults)


def test_keys_are_no_list() -> None:
    """Keys and values where a list is expected."""
    assert read(Many(INTEGER), "a: 1") == (None, ["2:1 schema-not-list"])
    assert read(Many(STRICT), "a") == (None, ["2:1 schema-not-list"])


def test_one_item_may_stand_for_a_list_where_that_is_said() -> None:
    """One value."""
    found, told = read(Many(INTEGER, single=True), "7")
    assert ([one.value for one in found], told) == ([7], [])


@pytest.mark.parametrize("bare", [True, False])
def test_things_by_their_ids(bare: bool) -> None:
    """A person of whom nothing more is said, one whose id is malformed, one that an alias hides."""
    kind = Keyed(NEW_ID, LENIENT, lambda id, person: (id.value, person.name.value), bare=bare)
    found, told = read(kind, "a: {name: A}\nb:\nC: {name: C}\nd: *e\n")
    if bare:
        assert found == (("a", "A"), ("b", "?"), ("C", "C"))
        assert told == ["3:3 schema-missing-key", "4:1 schema-id"]
    else:
        assert found == (("a", "A"), ("C", "C"))
        assert told == ["3:3 schema-not-mapping", "4:1 schema-id"]


def test_list_is_no_mapping_by_ids() -> None:
    """A list where ids are expected."""
    kind = Keyed(NEW_ID, INTEGER, lambda id, number: (id, number))
    assert read(kind, "[a]") == (None, ["2:1 schema-not-mapping"])


def test_kind_named_before_it_is_made() -> None:
    """A number."""
    lazy: Lazy[Any] = Lazy(lambda: INTEGER, "number")
    assert read(lazy, "7")[0].value == 7
    assert lazy.json_schema() == {"$ref": "#/$defs/number"}
