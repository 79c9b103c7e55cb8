"""Takes out of a YAML text what was not written yet, and leaves every other character where it is.

The last state of a text must be its very bytes; the earlier ones must only read like the work of the same
hand. So lines go with their entry, and a list between brackets is written again on one line with the items
that it had. A comment goes with the key under it; among entries that are all alike, such as people, it heads
those down to the next comment, and goes with the last of them.
"""

from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from bench.story.days import day_of
from collectif_cli.store.edit_page import Page, Splice
from collectif_cli.store.edit_places import MappingPlace, Place, ScalarPlace
from collectif_cli.store.edit_words import leaf

# The way to a value: the keys of mappings and the numbers of items, from the top.
Path: TypeAlias = tuple[str | int, ...]


class _Entry(NamedTuple):
    """A key with its value, or an item: where it starts, and its value."""

    path: Path
    start: int
    value: Place


class Pruning:
    """One text, the parts of it that are ``gone``, and the values that ``said`` something else."""

    def __init__(self, text: str, gone: Container[Path], said: Mapping[Path, str]) -> None:
        """Take the YAML text; a list or mapping whose parts are all gone goes with them."""
        self.page = Page(text)
        self.gone = gone
        self.said = said

    def text(self, root: Place) -> str:
        """Give what is left of the text."""
        return self.page.with_splices(*self._splices(root, ()))

    def _alive(self, entry: _Entry) -> bool:
        """Tell whether something of an entry is left; what was empty from the start stays."""
        if entry.path in self.gone:
            return False
        inside = _entries(entry.value, entry.path)
        return not inside or any(self._alive(one) for one in inside)

    def _splices(self, place: Place, path: Path) -> Iterator[Splice]:
        if isinstance(place, ScalarPlace) or place.flow:
            written = self._written(place, path, flow=False)
            if written != self.page.text[place.start : place.end]:
                yield Splice(place.start, place.end, written)
            return
        entries = _entries(place, path)
        alive = [self._alive(entry) for entry in entries]
        yield from self._lines_out(entries, alive, top=not path)
        for entry, stays in zip(entries, alive, strict=True):
            if stays:
                yield from self._splices(entry.value, entry.path)

    def _written(self, place: Place, path: Path, *, flow: bool) -> str:
        """Give a simple value, or a list or mapping between brackets, as it was then."""
        if isinstance(place, ScalarPlace):
            old = self.said.get(path)
            if old is None:
                return self.page.text[place.start : place.end]
            return leaf(day_of(old) or old, flow=flow, quote=place.style)
        entries = _entries(place, path)
        alive = [entry for entry in entries if self._alive(entry)]
        parts = [
            self.page.text[entry.start : entry.value.start]
            + self._written(entry.value, entry.path, flow=True)
            for entry in alive
        ]
        if len(alive) < len(entries):
            return ("{%s}" if isinstance(place, MappingPlace) else "[%s]") % ", ".join(parts)
        ends = [place.start, *(entry.value.end for entry in entries)]
        starts = [*(entry.start for entry in entries), place.end]
        gaps = [self.page.text[end:start] for end, start in zip(ends, starts, strict=True)]
        return "".join(gap + part for gap, part in zip(gaps, [*parts, ""], strict=True))

    def _lines_out(self, entries: list[_Entry], alive: list[bool], *, top: bool) -> Iterator[Splice]:
        """Yield the splices that take out the lines of dead entries, and comments that headed only them."""
        starts = [self._line_of(entry) for entry in entries]
        leads = [self._lead(start) for start in starts]
        if top and leads:
            leads[0] = starts[0]  # what stands above the first key speaks of the whole text
        alike = len({type(entry.value) for entry in entries}) == 1
        heads = [at for at, lead in enumerate(leads) if lead < starts[at] or not at or not alike]
        runs = {head: range(head, end) for head, end in zip(heads, [*heads[1:], len(entries)], strict=True)}
        for number, entry in enumerate(entries):
            if (
                number in runs
                and not any(alive[one] for one in runs[number])
                and leads[number] < starts[number]
            ):
                yield Splice(leads[number], starts[number], "")
            if not alive[number]:
                last = number + 1 == len(entries)
                end = self._next_line(entry.value.end) if last else leads[number + 1]
                if not self.page.leads(starts[number]) and not last:
                    end = entries[number + 1].start  # it shares its line with a dash, which stays
                yield Splice(starts[number], end, "")

    def _line_of(self, entry: _Entry) -> int:
        """Give where the line of an entry starts; the entry itself when the dash of a list is before it."""
        start = self.page.line_start(entry.start)
        before = self.page.text[start : entry.start].strip(" ")
        return start if not before or (before == "-" and isinstance(entry.path[-1], int)) else entry.start

    def _lead(self, start: int) -> int:
        """Give where the comments and blank lines right above a line start."""
        if start != self.page.line_start(start):
            return start
        while start:
            above = self.page.line_start(start - 1)
            line = self.page.text[above:start].strip()
            if line and not line.startswith("#"):
                break
            start = above
        return start

    def _next_line(self, at: int) -> int:
        return self.page.text.find("\n", at) + 1 or len(self.page.text)


def _entries(place: Place, path: Path) -> list[_Entry]:
    if isinstance(place, ScalarPlace):
        return []
    if isinstance(place, MappingPlace):
        return [_Entry((*path, key.text), key.start, value) for key, value in place.pairs]
    return [_Entry((*path, number), item.start, item) for number, item in enumerate(place.items)]
