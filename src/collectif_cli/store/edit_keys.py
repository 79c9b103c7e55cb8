"""Where a key is put into a mapping, and how it is taken out."""

from collections.abc import Sequence

from collectif_cli.model.message import message
from collectif_cli.store.edit_page import Page, Splice
from collectif_cli.store.edit_places import MappingPlace, Place, ScalarPlace, SequencePlace, refused
from collectif_cli.store.edit_words import Pairs, Written, inline, text_of


def key_added(page: Page, mapping: MappingPlace, key: str, value: Written, order: Sequence[str]) -> Splice:
    """Give the splice that adds a key after the one that precedes it in ``order``, else at the end."""
    before = _place_in(mapping, key, order)
    if mapping.flow:
        return _added_in_flow(page, mapping, f"{text_of(key, flow=True)}: {inline(value)}", before)
    column = page.column(mapping.start)
    lines = lines_of(key, value, " " * column, list_indent(page, mapping))
    first = mapping.pairs[0][0]
    if before < 0 and page.leads(first.start):
        start = page.line_start(first.start)
        return Splice(start, start, "".join(f"{line}{page.newline(start)}" for line in lines))
    end = mapping.pairs[max(before, 0)][1].end
    return page.insert_lines(page.below(end, column + 1), lines)


def _place_in(mapping: MappingPlace, key: str, order: Sequence[str]) -> int:
    """Give the index of the pair after which a key goes; -1 for none."""
    if key not in order:
        return len(mapping.pairs) - 1
    rank = {known: number for number, known in enumerate(order)}
    earlier = [
        (rank[known.text], index)
        for index, (known, _) in enumerate(mapping.pairs)
        if rank.get(known.text, len(rank)) < rank[key]
    ]
    return max(earlier)[1] if earlier else -1


def _added_in_flow(page: Page, mapping: MappingPlace, pair: str, before: int) -> Splice:
    if not mapping.pairs:
        return inside_empty(page, mapping, pair)
    if before < 0:
        start = mapping.pairs[0][0].start
        return Splice(start, start, f"{pair}, ")
    end = mapping.pairs[before][1].end
    return Splice(end, end, f", {pair}")


def inside_empty(page: Page, place: MappingPlace | SequencePlace, what: str) -> Splice:
    """Give the splice that fills empty brackets or braces; a comment between them stays."""
    start, end = place.start + 1, place.end - 1
    return Splice(start if not page.text[start:end].strip() else end, end, what)


def lines_of(key: str, value: Written, indent: str, offset: int) -> tuple[str, ...]:
    """Give a key and its value as lines: a list of keys and values has a line for each."""
    name = text_of(key, flow=False)
    if (
        isinstance(value, tuple)
        and not isinstance(value, Pairs)
        and any(isinstance(one, Pairs) for one in value)
    ):
        return (f"{indent}{name}:", *(f"{indent}{' ' * offset}- {inline(one)}" for one in value))
    return (f"{indent}{name}: {inline(value, flow=False)}",)


def list_indent(page: Page, mapping: MappingPlace) -> int:
    """Give how far the lists of a mapping stand from its keys, by those it has; two otherwise."""
    for _, value in mapping.pairs:
        if isinstance(value, SequencePlace) and not value.flow:
            return page.column(value.start) - page.column(mapping.start)
    return 2


def key_removed(page: Page, mapping: MappingPlace, key: str) -> Splice:
    """Give the splice that takes a key out, with its line in a block and with its comma in a flow."""
    index = next(number for number, (known, _) in enumerate(mapping.pairs) if known.text == key)
    name, value = mapping.pairs[index]
    if mapping.flow:
        return _removed_from_flow(page, mapping, index)
    if not page.leads(name.start):
        raise refused(page.text, name.start, message("this key shares its line with a “-”"))
    return _lines_removed(page, name, value)


def _lines_removed(page: Page, name: ScalarPlace, value: Place) -> Splice:
    start, end = page.line_start(name.start), page.line_end(value.end)
    after = page.text.find("\n", end) + 1
    if after:
        return Splice(start, after, "")
    # The last line has no end: the one before it, blank lines apart, becomes the last and has none either.
    return Splice(len(page.text[:start].rstrip("\r\n")), len(page.text), "")


def _removed_from_flow(page: Page, mapping: MappingPlace, index: int) -> Splice:
    name, value = mapping.pairs[index]
    start, end = name.start, value.end
    if index + 1 < len(mapping.pairs):
        end = mapping.pairs[index + 1][0].start
    elif index:
        start = mapping.pairs[index - 1][1].end
    gaps = page.text[start : name.start] + page.text[value.end : end]
    if "#" in gaps or "\n" in gaps:
        raise refused(page.text, name.start, message("this value is spread over several lines"))
    return Splice(start, end, "")
