"""Makes sure of a change: what is read after it is what was read before, but for what was meant."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from collectif_cli.errors import Refused
from collectif_cli.model.message import message
from collectif_cli.store.edit_places import Place, places, plain, refused
from collectif_cli.store.edit_words import Pairs, Written, said_by

# From what was read to what must be read: mappings as dicts, lists, values as text, None for nothing.
Meant: TypeAlias = Callable[[Any], Any]


def planted(path: Sequence[str | int], value: Written) -> Meant:
    """Give the change that puts a value at a path."""
    return lambda root: _at(root, path, lambda _: _plain_written(value))


def appended(path: Sequence[str | int], value: Written) -> Meant:
    """Give the change that adds an item to the list at a path."""
    return lambda root: _at(root, path, lambda items: [*(items or ()), _plain_written(value)])


def enlisted(path: Sequence[str | int]) -> Meant:
    """Give the change that makes what stands at a path the only item of a list."""
    return lambda root: _at(root, path, lambda held: [held])


def plucked(path: Sequence[str | int]) -> Meant:
    """Give the change that takes a key out."""
    return lambda root: _at(
        root, path[:-1], lambda held: {key: one for key, one in held.items() if key != path[-1]}
    )


def _at(root: Any, path: Sequence[str | int], change: Callable[[Any], Any]) -> Any:
    """Give the tree with what stands at a path changed."""
    if not path:
        return change(root)
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return [_at(one, rest, change) if number == step else one for number, one in enumerate(root)]
    held = root or {}
    return {**held, step: _at(held.get(step), rest, change)}


def sure(before: str, root: Place | None, after: str, meant: Meant) -> None:
    """Raise Refused unless reading ``after`` gives exactly the change that was meant."""
    changed = _same_when_empty(meant(plain(root)))
    try:
        found = places(after)
    except Refused:
        found = None
    if _same_when_empty(plain(found)) != changed:
        line = _first_difference(before, after)
        raise refused(after, line, message("this is written in a way that cannot be changed safely"))


def _plain_written(value: Written) -> Any:
    if isinstance(value, Pairs):
        return {key: _plain_written(one) for key, one in value.pairs}
    if isinstance(value, tuple):
        return [_plain_written(one) for one in value]
    return said_by(value)


def _same_when_empty(value: Any) -> Any:
    """Give the tree with nothing in place of empty mappings: the last key of one may have been taken out."""
    if isinstance(value, dict):
        return {key: _same_when_empty(one) for key, one in value.items()} or None
    return [_same_when_empty(one) for one in value] if isinstance(value, list) else value


def _first_difference(before: str, after: str) -> int:
    return next((at for at, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), 0)
