"""Frozen values with named fields, made without generating code.

``dataclasses`` writes and compiles four methods for each class; for the seventy nouns of this room that is
a third of the time a command takes to start. One metaclass gives the same promise to all of them: fields
by keyword only, slots, equality by value, nothing to assign afterwards.
"""

from typing import Any, TypeVar, dataclass_transform

_MISSING = object()
_set = object.__setattr__


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=True)
class NounType(type):
    """Turns the annotations of a class into its fields."""

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> "NounType":
        """Make the class; a field with a value in the class body has it as its default."""
        own: dict[str, Any] = namespace.get("__annotations__", {})
        defaults = {field: namespace.pop(field, _MISSING) for field in own}
        namespace["__slots__"] = tuple(own)
        made = super().__new__(mcs, name, bases, namespace)
        inherited: dict[str, Any] = next((base._fields for base in bases if isinstance(base, NounType)), {})
        made._fields = {**inherited, **defaults}
        return made

    _fields: dict[str, Any]


class Noun(metaclass=NounType):
    """A noun of the model."""

    def __init__(self, **values: Any) -> None:
        """Take every field that has no default, and any other; raise TypeError otherwise."""
        fields = type(self)._fields
        for field, default in fields.items():
            value = values.pop(field, default) if values else default
            if value is _MISSING:
                raise TypeError(f"{type(self).__name__} needs {field}")
            _set(self, field, value)
        if values:
            raise TypeError(f"{type(self).__name__} has no {', '.join(values)}")

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: a value does not change."""
        raise AttributeError(f"{type(self).__name__}.{name} does not change")

    def __delattr__(self, name: str) -> None:
        """Refuse: a value does not change."""
        raise AttributeError(f"{type(self).__name__}.{name} does not change")

    def __eq__(self, other: object) -> bool:
        """Tell whether the other is of the same kind with equal fields."""
        return type(other) is type(self) and _fields_of(self) == _fields_of(other)

    def __hash__(self) -> int:
        """Give a hash that equal values share."""
        return hash((type(self), *_fields_of(self)))

    def __repr__(self) -> str:
        """Give the value as it could be written."""
        said = ", ".join(f"{name}={getattr(self, name)!r}" for name in type(self)._fields)
        return f"{type(self).__name__}({said})"

    def __reduce__(self) -> tuple[Any, ...]:
        """Let the value pass from a process to another."""
        return _remade, (type(self), _fields_of(self))


V = TypeVar("V", bound=Noun)


def replace(value: V, /, **changes: Any) -> V:
    """Give the same value with some fields changed."""
    kept = {name: getattr(value, name) for name in type(value)._fields}
    return type(value)(**{**kept, **changes})


def _fields_of(value: Noun | object) -> tuple[Any, ...]:
    return tuple(getattr(value, name) for name in type(value)._fields)  # type: ignore[attr-defined]


def _remade(kind: type[V], fields: tuple[Any, ...]) -> V:
    made = kind.__new__(kind)
    for name, field in zip(kind._fields, fields, strict=True):
        _set(made, name, field)
    return made
