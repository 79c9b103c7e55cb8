"""The body of a proposal cut in three: the text itself, its variants, its minority position."""

from typing import NamedTuple

from collectif_cli.model.body import Body, Section, without_comments
from collectif_cli.model.spelling import same_words

_MINORITY = ("position minoritaire", "positions minoritaires", "minority position", "minority positions")


class Variant(NamedTuple):
    """One of the ways to write the proposal: its title and its text, both in Markdown."""

    title: str
    text: str


class Wording(NamedTuple):
    """The Markdown of a proposal, without comments; ``before_variants`` stands under their common heading."""

    main: str
    before_variants: str
    variants: tuple[Variant, ...]
    minority: str


def wording_of(body: Body) -> Wording:
    """Give the three parts of a body; the last two are empty for most texts."""
    if not any(_is_variants(section) or _is_minority(section) for section in body.sections):
        return Wording(without_comments(body.text), "", (), "")
    lines = body.text.split("\n")
    main: list[str] = []
    before: list[str] = []
    variants: list[Variant] = []
    minority: list[str] = []
    kept, start = main, 0
    for section, end in _stretches(body, len(lines)):
        at = section.line - body.line
        main.extend(lines[start:at] if start == 0 else ())
        start = end
        if section.level <= 2:
            kept = before if _is_variants(section) else minority if _is_minority(section) else main
        if kept is before and section.level == 3:
            variants.append(Variant(section.title, ""))
        if kept is before and variants:
            text = "\n".join(lines[at + (section.level == 3) : end])
            variants[-1] = Variant(variants[-1].title, f"{variants[-1].text}{text}\n")
        else:
            kept.extend(lines[at + (kept is not main and section.level == 2) : end])
    parts = [without_comments("\n".join(part)).strip("\n") for part in (main, before, minority)]
    whole = tuple(Variant(one.title, without_comments(one.text).strip("\n")) for one in variants)
    return Wording(f"{parts[0]}\n", parts[1], whole, parts[2])


def _stretches(body: Body, count: int) -> list[tuple[Section, int]]:
    """Give each section with the index of the line where the next one starts."""
    starts = [section.line - body.line for section in body.sections]
    return list(zip(body.sections, [*starts[1:], count], strict=True))


def _is_variants(section: Section) -> bool:
    return section.level == 2 and section.title[:7].casefold() == "variant"


def _is_minority(section: Section) -> bool:
    return section.level == 2 and same_words(section.title) in _MINORITY
