"""PrefLib: ``.soc .soi .toc .toi``, orders that are complete or not, strict or with ties.

Source: preflib.org, "Data format". Lines ``# KEY: value`` come first (``# ALTERNATIVE NAME 1: …``), then a
line an order: how many voters, ``:``, the numbers of the alternatives from the first on, ``{2,3}`` being
equal. Files of before 2022 have no keys: how many alternatives, a line each, a line of totals, and
``count,1,2,{3,4}``.
"""

import re
from collections.abc import Sequence

from collectif_cli.model.imported import Imported, Paper
from collectif_cli.model.message import message
from collectif_cli.model.source import Located, Span
from collectif_cli.store.importers.handed import lines_of
from collectif_cli.store.importers.importer import (
    MOST_BALLOTS,
    MOST_OPTIONS,
    Handed,
    Notes,
    are_countable,
    has_suffix,
    number,
    ranked,
)

title = message("a file of PrefLib")
_KEY = re.compile(r"#\s*([A-Z][A-Z ]*?)\s*(\d*)\s*:\s*(.*?)\s*")
_TIER = re.compile(r"\s*(?:\{([\d\s,]*)\}|(\d+))\s*(?:,|\Z)")

Names = dict[int, Located[str]]


def knows(files: Sequence[Handed]) -> bool:
    """Tell by the suffix."""
    return has_suffix(files, ".soc", ".soi", ".toc", ".toi")


def read(files: Sequence[Handed], notes: Notes) -> Imported | None:
    """Give the orders, one paper a line."""
    lines = lines_of(files[0], notes)
    if lines is None:
        return None
    path, top = files[0].path, Span(files[0].path)
    keyed = any(_KEY.fullmatch(line) for line in lines[:20])
    names, told, start = _keys(lines, path) if keyed else _old_head(lines, path)
    columns = [names[place] for place in sorted(names)]
    if not columns or sorted(names) != list(range(1, len(names) + 1)) or len(names) > MOST_OPTIONS:
        hint = message("each one has a line, numbered from 1: “{line}”", line="# ALTERNATIVE NAME 1: …")
        notes.fault(top, message("the alternatives of this file cannot be read"), hint)
        return None
    papers: list[Paper] = []
    for at, line in enumerate(lines[start:], start=start + 1):
        if line.strip() and not line.startswith("#") and not notes.enough:
            _order(line, Span(path, at, 1, len(line)), ":" if keyed else ",", len(columns), papers, notes)
    if not are_countable(papers, top, notes):
        return None
    size = sum(paper.times for paper in papers)
    if told is not None and told.value != size:
        said = message("voters announced: {told}; ballots in the file: {size}", told=told.value, size=size)
        notes.fault(told.span, said, message("fetch the file again: it may be cut"))
        return None
    return Imported(span=top, form="ranks", columns=tuple(columns), papers=tuple(papers))


def _keys(lines: Sequence[str], path: str) -> tuple[Names, Located[int] | None, int]:
    """Give the names, how many voters are announced, and the number of lines before the orders."""
    names: Names = {}
    told = None
    for at, line in enumerate(lines, start=1):
        key = _KEY.fullmatch(line)
        span = Span(path, at, 1, len(line))
        place = number(key[2], MOST_OPTIONS) if key else None
        if key and key[1] == "ALTERNATIVE NAME" and place:
            names[place] = Located(" ".join(key[3].split()), span)
        elif key and key[1] == "NUMBER VOTERS" and (voters := number(key[3])) is not None:
            told = Located(voters, span)
    return names, told, 0


def _old_head(lines: Sequence[str], path: str) -> tuple[Names, Located[int] | None, int]:
    """Give the same of a file without keys."""
    size = number(lines[0].strip(), MOST_OPTIONS) or 0
    names: Names = {}
    for at, line in enumerate(lines[1 : size + 1], start=2):
        place, comma, name = line.partition(",")
        found = number(place.strip(), MOST_OPTIONS)
        if comma and found:
            names[found] = Located(" ".join(name.split()), Span(path, at, 1, len(line)))
    totals = lines[size + 1] if size + 1 < len(lines) else ""
    voters = number(totals.partition(",")[0].strip())
    told = None if voters is None else Located(voters, Span(path, size + 2, 1, len(totals)))
    return names, told, size + 2


def _order(line: str, span: Span, mark: str, size: int, papers: list[Paper], notes: Notes) -> None:
    """Add the paper of a line, or a fault."""
    before, found, after = line.partition(mark)
    times = number(before.strip(), MOST_BALLOTS)
    tiers = _tiers(after, size) if found else None
    if times is None or tiers is None:
        hint = message(
            "an order is how many voters, then the alternatives, such as “{order}”", order="12: 1,{2,3},4"
        )
        notes.fault(span, message("this order cannot be read"), hint)
    elif times:
        papers.append(Paper(ranked(tiers, size), span, "", times))


def _tiers(text: str, size: int) -> list[list[int]] | None:
    """Give the places of the alternatives of each rank; None where one is of no alternative."""
    tiers: list[list[int]] = []
    at = 0
    while at < len(text.rstrip()):
        tier = _TIER.match(text, at)
        if tier is None:
            return None
        words = tier[1].split(",") if tier[1] is not None else [tier[2]]
        numbers = [number(word.strip(), size) for word in words]
        if not all(numbers):
            return None
        tiers.append([one - 1 for one in numbers if one])
        at = tier.end()
    seen = [place for tier in tiers for place in tier]
    return tiers if len(set(seen)) == len(seen) else None
