"""What a file is, by its place in the repository."""

import re
from typing import NamedTuple

from collectif_cli.model.identifiers import is_id


class Place(NamedTuple):
    """The kind of document that a path holds, and the names its path gives: group, source, id, stem."""

    kind: str
    names: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of the document among those of its kind."""
        return "/".join(self.names) or self.kind


# Kind of document -> form of its path; each group of the expression is a name.
_PLACES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(form))
    for kind, form in (
        ("proposal", r"programme/proposals/([^/]+)\.md"),
        ("contribution", r"programme/contributions/([^/]+)/([^/]+)\.md"),
        ("contribution-source", r"programme/contributions/([^/]+)/source\.yaml"),
        ("meeting", r"groups/([^/]+)/meetings/([^/]+)\.md"),
        ("group", r"groups/([^/]+)/group\.yaml"),
        ("exploration", r"groups/([^/]+)/exploration\.yaml"),
        ("group-text", r"groups/([^/]+)/(motivations|call|review)\.md"),
        ("people", r"groups/people\.yaml"),
        ("collective", r"collectif\.yaml"),
        ("outline", r"programme/outline\.yaml"),
        ("plenary", r"programme/plenaries/([^/]+)\.md"),
        ("vote", r"programme/votes/([^/]+)/vote\.yaml"),
        ("ballots", r"programme/votes/([^/]+)/(ballots|ballots-a|ballots-b)\.csv"),
        ("counts", r"programme/votes/([^/]+)/counts\.yaml"),
        ("rounds", r"programme/votes/([^/]+)/rounds\.yaml"),
        ("roll", r"programme/votes/([^/]+)/roll\.csv"),
        ("result", r"programme/votes/([^/]+)/result\.yaml"),
        ("organisation", r"programme/organisations/([^/]+)\.yaml"),
        ("candidates", r"programme/candidates\.yaml"),
        ("glossary", r"programme/glossary\.yaml"),
    )
)
# What may lie beside the texts without being one of them: pictures, and notes to those who open the folder.
_BESIDE = re.compile(r".*\.(?:png|jpe?g|svg|webp|gif|pdf)|(?:.*/)?README(?:\.[a-z]{2})?\.md", re.IGNORECASE)

# How many of the last names of a path are told when bad, where it is not all of them.
_TOLD = {
    "meeting": 1,
    **dict.fromkeys(("exploration", "group-text", "ballots", "counts", "rounds", "roll", "result"), 0),
}


def place_of(path: str) -> Place | None:
    """Give what the file at ``path`` is, or None when its place is not one of the contract."""
    if "/README" in path and is_beside(path):
        return None
    for kind, form in _PLACES:
        match = form.fullmatch(path)
        if match:
            return Place(kind, match.groups())
    return None


def is_beside(path: str) -> bool:
    """Tell whether a file may lie there without being a text of the programme."""
    return _BESIDE.fullmatch(path) is not None


def bad_names(place: Place) -> tuple[str, ...]:
    """Give the names of the path that are not ids; that of a folder is told once, with its main file."""
    names = place.names[len(place.names) - _TOLD.get(place.kind, len(place.names)) :]
    return tuple(name for name in names if not is_id(name))


def path_of(kind: str, *names: str) -> str:
    """Give the path of a document of a kind with those names; the inverse of ``place_of``."""
    form = next(form for known, form in _PLACES if known == kind)
    parts = iter(names)
    return re.sub(r"\([^)]*\)", lambda _: next(parts), form.pattern).replace("\\.", ".")
