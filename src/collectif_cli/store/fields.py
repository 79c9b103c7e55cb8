"""Schemas that read like the contract: tables of fields, lists, mappings by id.

A field reads a node into a value and notes what is wrong on the way; it never raises. The same tables
give the JSON Schemas for editors.
"""

from collections.abc import Callable
from collections.abc import Mapping as MappingOf
from typing import Any, Generic, Protocol, TypeVar

from collectif_cli.model.message import message
from collectif_cli.store.reading import Reading
from collectif_cli.store.yaml_tree import REFUSED, Mapping, Node, Scalar, Sequence

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
JsonSchema = dict[str, Any]


class Kind(Protocol[T_co]):
    """What a value may be."""

    def read(self, node: Node, reading: Reading) -> T_co | None:
        """Give the value of a node, or None after noting why there is none."""

    def json_schema(self) -> JsonSchema:
        """Give the same rule as a JSON Schema."""


def is_empty(node: Node) -> bool:
    """Tell whether nothing was written: ``key:`` alone says nothing, ``key: ""`` says an empty text."""
    return type(node) is Scalar and not node.text and node.plain


class Field(Generic[T]):
    """A key of a table: its name in the file, its kind, the attribute of the value it fills."""

    __slots__ = ("attribute", "fallback", "key", "kind", "required")

    def __init__(
        self,
        key: str,
        kind: Kind[T],
        attribute: str = "",
        *,
        required: bool = False,
        fallback: Callable[[Reading], T] | None = None,
    ) -> None:
        """Give ``fallback`` when the rest of the text is worth reading though this value is missing."""
        self.key = key
        self.kind = kind
        self.attribute = attribute or key
        self.required = required
        self.fallback = fallback


def _no_keys(node: Node, reading: Reading) -> None:
    """Tell that keys and values are expected, unless what stands there was refused and told already."""
    if node.width != REFUSED:
        said = message("keys and values are expected here")
        reading.fault("schema-not-mapping", reading.span(node), said)


class Table(Generic[T]):
    """A mapping whose keys are known; it gives a value of ``model``."""

    __slots__ = ("fields", "model", "required")

    def __init__(self, model: Callable[..., T], *fields: Field[Any]) -> None:
        """Take the fields in the order in which the documentation shows them."""
        self.model = model
        self.fields = {field.key: field for field in fields}
        self.required = tuple(field for field in fields if field.required)

    def read(self, node: Node, reading: Reading, **known: Any) -> T | None:
        """Give the model filled with the fields and ``known``; None when a required one is not to be had."""
        if type(node) is not Mapping:
            _no_keys(node, reading)
            return None
        values = self.values(node, reading)
        if not self.complete(values, node, reading):
            return None
        return self.model(**values, **known)

    def values(self, node: Mapping, reading: Reading) -> dict[str, Any]:
        """Give the attributes that could be read, noting unknown keys."""
        values: dict[str, Any] = {}
        fields = self.fields
        for key, value in node.pairs:
            field = fields.get(key.text)
            if field is None:
                self._unknown(key, reading)
            elif not (type(value) is Scalar and not value.text and value.plain):
                result = field.kind.read(value, reading)
                if result is not None:
                    values[field.attribute] = result
        return values

    def complete(self, values: dict[str, Any], node: Mapping, reading: Reading) -> bool:
        """Note the required keys that are missing, put fallbacks in, tell whether the model can be made."""
        whole = True
        for field in self.required:
            if field.attribute in values:
                continue
            written = next((value for key, value in node.pairs if key.text == field.key), None)
            if written is None:
                self._missing(field.key, node, reading)
            elif is_empty(written) and written.width != REFUSED:
                empty = message("nothing is written after “{key}”", key=field.key)
                reading.fault("schema-missing-key", reading.span(_key_of(node, field.key)), empty)
            if field.fallback is not None:
                values[field.attribute] = field.fallback(reading)
            else:
                whole = False
        return whole

    def _missing(self, key: str, node: Mapping, reading: Reading) -> None:
        """Note a key that is not there, unless it is only misspelt, which is told of as an unknown key."""
        misspelt = (one.text for one, _ in node.pairs if one.text not in self.fields)
        if all(reading.near(one, self.fields) != key for one in misspelt):
            missing, hint = message("“{key}” is missing", key=key), message("write “{key}: …”", key=key)
            reading.fault("schema-missing-key", reading.span(node), missing, hint)

    def _unknown(self, key: Scalar, reading: Reading) -> None:
        near = reading.near(key.text, self.fields)
        hint = message("did you mean “{near}”?", near=near) if near else _known(self.fields)
        unknown = message("unknown key “{key}”", key=key.text)
        reading.fault("schema-unknown-key", reading.span(key), unknown, hint)

    def json_schema(self) -> JsonSchema:
        """Give the table as a JSON Schema object."""
        return {
            "type": "object",
            "properties": {key: _or_nothing(field) for key, field in self.fields.items()},
            "required": [field.key for field in self.required],
            "additionalProperties": False,
        }


def _or_nothing(field: Field[Any]) -> JsonSchema:
    """Give the schema of a field; a key with nothing after it says nothing, unless it is required."""
    schema = field.kind.json_schema()
    return schema if field.required else {"anyOf": [schema, {"type": "null"}]}


def _key_of(node: Mapping, name: str) -> Scalar:
    return next(key for key, _ in node.pairs if key.text == name)


def _known(fields: MappingOf[str, Field[Any]]) -> Any:
    return message("the known keys are: {keys}", keys=tuple(fields))


class Many(Generic[T]):
    """A list; ``single`` also accepts one item written without the list."""

    __slots__ = ("item", "single")

    def __init__(self, item: Kind[T], *, single: bool = False) -> None:
        """Take the kind of the items."""
        self.item = item
        self.single = single

    def read(self, node: Node, reading: Reading) -> tuple[T, ...] | None:
        """Give the items that could be read."""
        if type(node) is not Sequence:
            if self.single:
                one = self.item.read(node, reading)
                return None if one is None else (one,)
            hint = (
                message("write it as a list: [{first}, …]", first=node.text) if type(node) is Scalar else None
            )
            reading.fault("schema-not-list", reading.span(node), message("a list is expected here"), hint)
            # The one value is read all the same, lest something be said to be missing.
            lone = self.item.read(node, reading) if hint and not isinstance(self.item, Table) else None
            return None if lone is None else (lone,)
        read = self.item.read
        return tuple(value for item in node.items if (value := read(item, reading)) is not None)

    def json_schema(self) -> JsonSchema:
        """Give an array, or one item where that is accepted."""
        items = self.item.json_schema()
        array = {"type": "array", "items": items}
        return {"anyOf": [items, array]} if self.single else array


class Keyed(Generic[T]):
    """A mapping from ids that the author chose to things; ``make`` receives the key and the value."""

    __slots__ = ("bare", "inner", "key", "make")

    def __init__(
        self, key: Kind[Any], inner: Kind[Any], make: Callable[[Any, Any], T], *, bare: bool = False
    ) -> None:
        """Take the kinds of keys and values; ``bare`` accepts a key of which nothing more is said."""
        self.key = key
        self.inner = inner
        self.make = make
        self.bare = bare

    def read(self, node: Node, reading: Reading) -> tuple[T, ...] | None:
        """Give the things in the order of the file."""
        if type(node) is not Mapping:
            _no_keys(node, reading)
            return None
        made: list[T] = []
        for key, value in node.pairs:
            name = self.key.read(key, reading)
            if value.width == REFUSED:
                continue
            if self.bare and is_empty(value):  # "oak:" alone is an oak of which nothing more is said
                value = Mapping([], value.line, value.column, 0)
            inner = self.inner.read(value, reading)
            if name is not None and inner is not None:
                made.append(self.make(name, inner))
        return tuple(made)

    def json_schema(self) -> JsonSchema:
        """Give an object whose keys are free."""
        inner = self.inner.json_schema()
        return {
            "type": "object",
            "additionalProperties": {"anyOf": [inner, {"type": "null"}]} if self.bare else inner,
        }


class Lazy(Generic[T]):
    """A kind that is named before it is made, for things that hold things of their own kind."""

    __slots__ = ("name", "resolve")

    def __init__(self, resolve: Callable[[], Kind[T]], name: str) -> None:
        """Take how to find the kind, and its name among the definitions of the JSON Schema."""
        self.resolve = resolve
        self.name = name

    def read(self, node: Node, reading: Reading) -> T | None:
        """Read with the kind it stands for."""
        return self.resolve().read(node, reading)

    def json_schema(self) -> JsonSchema:
        """Refer to the definition, so that the schema ends."""
        return {"$ref": f"#/$defs/{self.name}"}
