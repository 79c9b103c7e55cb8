"""Where an item is put at the end of a list."""

import re

from collectif_cli.store.edit_keys import inside_empty
from collectif_cli.store.edit_page import Page, Splice
from collectif_cli.store.edit_places import MappingPlace, ScalarPlace, SequencePlace
from collectif_cli.store.edit_words import Pairs, Written, inline, text_of

_COMMENT = re.compile(r"#[^\n]*")


def item_added(page: Page, items: SequencePlace, value: Written) -> tuple[Splice, ...]:
    """Give the splices that add an item, written in the way of the last one."""
    if not items.flow:
        return (_added_in_block(page, items, value),)
    if not items.items:
        return (inside_empty(page, items, inline(value)),)
    return _added_in_flow(page, items, inline(value))


def _added_in_flow(page: Page, items: SequencePlace, what: str) -> tuple[Splice, ...]:
    """Put the item after the last; on a line of its own when the last one has its own."""
    last = items.items[-1]
    rest = page.text[last.end : items.end - 1]
    comma = "," in _COMMENT.sub("", rest)
    if not page.leads(last.start) or "\n" not in rest:
        return (Splice(last.end, last.end, f", {what}"),)
    end = page.line_end(last.end)
    line = " " * page.column(last.start) + what + ("," if comma else "")
    below = page.insert_lines(end, (line,))
    if comma:
        return (below,)
    if end == last.end:
        return (below._replace(text=f",{below.text}"),)
    return (Splice(last.end, last.end, ","), below)


def _added_in_block(page: Page, items: SequencePlace, value: Written) -> Splice:
    last = items.items[-1]
    column = page.column(items.start)
    lead = _after_dash(page, items)
    spread = isinstance(last, MappingPlace) and not last.flow
    at = page.below(last.end, max(column, 1))
    return page.insert_lines(at, item_lines(value, " " * column, lead, spread=spread))


def _after_dash(page: Page, items: SequencePlace) -> str:
    """Give the blanks that stand between a dash and its item."""
    last = items.items[-1]
    start = page.line_start(last.start)
    before = page.text[start : last.start]
    blanks = before[page.column(items.start) + 1 :]
    return blanks if blanks and not blanks.strip(" ") and not isinstance(last, ScalarPlace) else " "


def item_lines(value: Written, indent: str, lead: str = " ", *, spread: bool = False) -> tuple[str, ...]:
    """Give an item of a list in a block: on one line, or with a line for each key when ``spread``."""
    if spread and isinstance(value, Pairs) and value.pairs:
        lines = [f"{text_of(key, flow=False)}: {inline(one, flow=False)}" for key, one in value.pairs]
        return (f"{indent}-{lead}{lines[0]}", *(f"{indent} {' ' * len(lead)}{line}" for line in lines[1:]))
    return (f"{indent}-{lead}{inline(value, flow=False)}",)
