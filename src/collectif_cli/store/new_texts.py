"""The first text of a new group and of a new proposal, with comments for those who open it in an editor."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from collectif_cli.store.edit_words import Leaf, Pairs, Written, inline, pairs

_PRINTED = str.maketrans({"\u202f": " ", "\u00a0": " ", "’": "'"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NewGroup:
    """What is known of a group when it is announced; ``formed`` is None until it has met."""

    title: str
    kind: str
    formed: date | None
    levels: Sequence[str]
    competences: Sequence[str]
    facilitator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewProposal:
    """What is known of a proposal before its text: ``sections`` are the headings it will have."""

    title: str
    group: str
    with_groups: Sequence[str]
    levels: Sequence[str]
    competences: Sequence[str]
    sections: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupComments:
    """The comments of a new group, in the language of the collective."""

    head: str
    formed: str
    row: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalComments:
    """The comments of a new proposal, in the language of the collective."""

    levels: str
    body: str
    submission: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMeeting:
    """What is known of a meeting before its minutes; ``present`` is a number of people."""

    day: date
    title: str | None
    place: str | None
    kind: str | None
    present: int | None


def meeting_front(new: NewMeeting) -> str:
    """Give the values at the top of the minutes of a meeting."""
    values = (("title", new.title), ("place", new.place), ("kind", new.kind), ("present", new.present))
    known = [_entry(key, value) for key, value in values if value is not None]
    return _lines("---", _entry("date", new.day), *known, "---")


def group_text(new: NewGroup, said: GroupComments) -> str:
    """Give the text of ``group.yaml``."""
    row = pairs(("person", new.facilitator), ("from", new.formed))
    return _lines(
        _comment(said.head),
        _entry("title", new.title),
        _entry("kind", new.kind),
        _entry("formed", new.formed) if new.formed else f"formed:  {_comment(said.formed)}",
        _entry("levels", tuple(new.levels)),
        _entry("competences", tuple(new.competences)),
        _comment(said.row),
        "facilitators:",
        f"  - {inline(row)}" if new.facilitator else "",
        "members:",
    )


def people_text(comment: str) -> str:
    """Give the first line of ``people.yaml``."""
    return _lines(_comment(comment))


def proposal_text(new: NewProposal, said: ProposalComments) -> str:
    """Give the text of a proposal: its values, the headings the collective asks for, nothing under them."""
    front = _lines(
        "---",
        _entry("title", new.title),
        _entry("group", new.group),
        _entry("with", tuple(new.with_groups)) if new.with_groups else "",
        f"{_entry('levels', tuple(new.levels))}  {_comment(said.levels)}",
        _entry("competences", tuple(new.competences)),
        _entry("status", "draft"),
        "---",
    )
    sections = "\n".join(f"## {title}\n" for title in new.sections)
    note = f"<!-- {said.body}\n     {said.submission} -->".translate(_PRINTED)
    return f"{front}{note}\n\n{sections}"


def _entry(key: str, value: "Leaf | Pairs | tuple[Written, ...]") -> str:
    return f"{key}: {inline(value, flow=False)}"


def typed(text: str) -> str:
    """Give a text with the signs that a keyboard has: printed ones are for what is printed."""
    return text.translate(_PRINTED)


def _comment(text: str) -> str:
    return f"# {typed(text)}"


def _lines(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines if line)
