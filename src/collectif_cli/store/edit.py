"""Changes a YAML text, or the front matter of a Markdown one, in the lines it must and in no other.

Every function takes the whole text and gives the whole text: comments, quotes, order, indentation, line
ends, the last line break and the byte order mark stay as they were. What comes out is read again, and a
change that is not exactly the one that was meant is refused rather than made.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from collectif_cli.errors import Refused
from collectif_cli.model.message import message
from collectif_cli.store.edit_items import item_added, item_lines
from collectif_cli.store.edit_keys import key_added, key_removed, lines_of
from collectif_cli.store.edit_page import Page, Splice
from collectif_cli.store.edit_places import MappingPlace, Place, ScalarPlace, SequencePlace, places, refused
from collectif_cli.store.edit_sure import appended, enlisted, planted, plucked, sure
from collectif_cli.store.edit_words import Pairs, Written, inline, leaf
from collectif_cli.store.markdown_text import split_front

# The way to a value: the keys of mappings and the numbers of items, from the top.
Path: TypeAlias = tuple[str | int, ...]
_MARK = "\ufeff"


def put(text: str, path: Path, value: Written, order: Sequence[str] = ()) -> str:
    """Give the text with a value at ``path``: in place of the one there, or as a new key.

    A new key goes after the one that precedes it in ``order``, at the end when ``order`` does not name it.
    Raise Refused when a list or keys stand there, or when the text is written in a way not provided for.
    """
    return _changed(text, lambda page, root: _put(page, root, path, value, order), planted(path, value))


def append(text: str, path: Path, value: Written, order: Sequence[str] = ()) -> str:
    """Give the text with one more item in the list at ``path``, which is started when there is none yet."""
    return _changed(text, lambda page, root: _append(page, root, path, value, order), appended(path, value))


def enlist(text: str, path: Path) -> str:
    """Give the text with what stands between braces at ``path`` as the only item of a list.

    What is a list already, or is not there, stays. Raise Refused when it is written over several lines.
    """

    def bracketed(page: Page, root: Place | None) -> tuple[Splice, ...]:
        place = _held(page, root, path)
        if not isinstance(place, MappingPlace) or not place.flow:
            raise refused(page.text, place.start if place else 0, message("a list is expected here"))
        return Splice(place.start, place.start, "["), Splice(place.end, place.end, "]")

    bare = text.removeprefix(_MARK)
    if not isinstance(_held(Page(bare), places(bare), path), MappingPlace):
        return text
    return _changed(text, bracketed, enlisted(path))


def remove(text: str, path: Path) -> str:
    """Give the text without the key at ``path``."""

    def taken_out(page: Page, root: Place | None) -> tuple[Splice, ...]:
        parent = _held(page, root, path[:-1])
        if not isinstance(parent, MappingPlace) or parent.get(str(path[-1])) is None:
            raise refused(
                page.text, parent.start if parent else 0, message("“{key}” is not here", key=str(path[-1]))
            )
        return (key_removed(page, parent, str(path[-1])),)

    return _changed(text, taken_out, plucked(path))


def find(text: str, path: Path, *wanted: tuple[str, str | None]) -> tuple[int, ...]:
    """Give the numbers of the items of a list that have these values under these keys (None: no value)."""
    bare = text.removeprefix(_MARK)
    items = _held(Page(bare), places(bare), path)
    if not isinstance(items, SequencePlace):
        return ()
    return tuple(
        number
        for number, item in enumerate(items.items)
        if isinstance(item, MappingPlace) and all(_said(item.get(key)) == value for key, value in wanted)
    )


def keys(text: str, path: Path = ()) -> tuple[str, ...]:
    """Give the keys of the mapping at ``path``, in the order of the text."""
    bare = text.removeprefix(_MARK)
    mapping = _held(Page(bare), places(bare), path)
    return tuple(key.text for key, _ in mapping.pairs) if isinstance(mapping, MappingPlace) else ()


def in_front(text: str, change: Callable[[str], str]) -> str:
    """Give a Markdown text with its front matter changed by ``change``; the body stays as it is."""
    mark = _MARK if text.startswith(_MARK) else ""
    bare = text.removeprefix(_MARK)
    front = split_front(bare)
    if front.yaml is None or not front.closed:
        raise Refused(message("the values at the top of the text are missing"), message("change it by hand"))
    head = bare.find("\n") + 1 + len(front.yaml)
    return mark + change(bare[:head]) + bare[head:]


def _changed(text: str, change: Callable[[Page, Place | None], tuple[Splice, ...]], meant: Any) -> str:
    mark = _MARK if text.startswith(_MARK) else ""
    page = Page(text.removeprefix(_MARK))
    root = places(page.text)
    made = page.with_splices(*change(page, root))
    sure(page.text, root, made, meant)
    return mark + made


def _said(place: Place | None) -> str | None:
    return place.text.strip() if isinstance(place, ScalarPlace) and not place.is_empty else None


def _held(page: Page, root: Place | None, path: Path) -> Place | None:
    """Give what stands at a path; raise Refused when the way there is not made of keys and items."""
    place = root
    for step in path:
        if isinstance(step, str) and isinstance(place, MappingPlace):
            place = place.get(step)
        elif isinstance(step, int) and isinstance(place, SequencePlace) and step < len(place.items):
            place = place.items[step]
        elif place is None or (isinstance(place, ScalarPlace) and place.is_empty):
            return None
        else:
            raise refused(page.text, place.start, message("keys or a list are expected here"))
    return place


def _put(
    page: Page, root: Place | None, path: Path, value: Written, order: Sequence[str]
) -> tuple[Splice, ...]:
    parent = _held(page, root, path[:-1])
    if isinstance(parent, SequencePlace) or isinstance(path[-1], int):
        return (_replaced(page, _held(page, root, path), value, flow=_flows(parent)),)
    if isinstance(parent, MappingPlace):
        place = parent.get(path[-1])
        if place is not None:
            return (_replaced(page, place, value, flow=parent.flow),)
        return (key_added(page, parent, path[-1], value, order),)
    if parent is None and len(path) == 1:
        return (_first_lines(page, lines_of(path[-1], value, "", 2)),)
    if isinstance(parent, ScalarPlace) and parent.is_empty:
        return (_replaced(page, parent, Pairs(((path[-1], value),)), flow=False),)
    raise refused(page.text, parent.start if parent else 0, message("keys or a list are expected here"))


def _flows(place: Place | None) -> bool:
    return not isinstance(place, ScalarPlace) and place is not None and place.flow


def _replaced(page: Page, place: Place | None, value: Written, *, flow: bool) -> Splice:
    """Give the splice that writes a value over a simple one, between the same quotes."""
    if not isinstance(place, ScalarPlace):
        at = place.start if place else 0
        raise refused(page.text, at, message("a simple value is expected here, not a list or keys"))
    if place.is_empty:
        return Splice(place.start, place.start, f" {inline(value, flow=flow)}")
    if isinstance(value, tuple):
        raise refused(page.text, place.start, message("there is already a simple value here"))
    if place.style in ("|", ">") and "#" in page.text[place.start : page.line_end(place.start)]:
        raise refused(page.text, place.start, message("a comment stands beside this text"))
    return Splice(place.start, place.end, leaf(value, flow=flow, quote=place.style))


def _first_lines(page: Page, lines: tuple[str, ...]) -> Splice:
    """Give the splice that writes into a text that held no value yet, after its comments."""
    end = len(page.text)
    newline = page.newline(end)
    if not page.text or page.text.endswith("\n"):
        return Splice(end, end, "".join(f"{line}{newline}" for line in lines))
    return page.insert_lines(end, lines)


def _append(
    page: Page, root: Place | None, path: Path, value: Written, order: Sequence[str]
) -> tuple[Splice, ...]:
    place = _held(page, root, path)
    if not path and place is None:
        raise refused(page.text, 0, message("keys or a list are expected here"))
    if isinstance(place, SequencePlace):
        return item_added(page, place, value)
    if place is None:
        return _put(page, root, path, (value,), order)
    if not isinstance(place, ScalarPlace) or not place.is_empty:
        raise refused(page.text, place.start, message("a list is expected here"))
    parent = _held(page, root, path[:-1])
    if not isinstance(parent, MappingPlace) or parent.flow or not isinstance(value, Pairs):
        return (_replaced(page, place, (value,), flow=True),)
    column = page.column(parent.start)
    return (page.insert_lines(page.below(place.end, column + 1), item_lines(value, " " * (column + 2))),)
