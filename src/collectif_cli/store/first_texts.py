"""The first texts of a programme: the templates of ``templates/init`` with the answers put in."""

import re
from string import Template

from collectif_cli.model.beginning import Beginning, timetable
from collectif_cli.model.change import Change
from collectif_cli.model.naming import id_from
from collectif_cli.store.edit_words import text_of
from collectif_cli.store.own_pages import own_folder

# Path in the repository -> name of the template, in the folder of the language.
_TEXTS = {
    "collectif.yaml": "collectif.yaml",
    "README.md": "README.md",
    "groups/people.yaml": "people.yaml",
    "programme/outline.yaml": "outline.yaml",
    "programme/glossary.yaml": "glossary.yaml",
    ".gitignore": "gitignore",
    ".gitattributes": "gitattributes",
}
# Forge -> where it looks for what to run at each push.
_WORKFLOWS = {
    "github": ".github/workflows/collectif.yml",
    "gitlab": ".gitlab-ci.yml",
    "forgejo": ".forgejo/workflows/collectif.yml",
}
# Levels whose ids no municipality may take, and the ids of our own two for want of better.
_LEVELS = {
    "fr": (("departement", "region", "etat"), "commune", "intercommunalite"),
    "en": (("department", "region", "state"), "municipality", "intercommunality"),
}
# What Markdown would take for a mark in a title.
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&!])")


def first_texts(beginning: Beginning, version: str) -> tuple[Change, ...]:
    """Give the files of a new programme, ``collectif.yaml`` first; CI takes that ``version`` of the tool."""
    values = _values(beginning) | {"version": version}
    places = dict(_TEXTS)
    if beginning.forge in _WORKFLOWS:
        places[_WORKFLOWS[beginning.forge]] = f"ci/{beginning.forge}.yml"
    folder = own_folder("templates") / "init" / beginning.language
    return tuple(
        Change(path, None, Template((folder / name).read_text(encoding="utf-8")).substitute(values))
        for path, name in places.items()
    )


def level_ids(beginning: Beginning) -> tuple[str, str]:
    """Give the ids of the two levels that are ours: the municipality and its intercommunality."""
    others, commune_word, shared_word = _LEVELS[beginning.language]
    commune = id_from(beginning.municipality) or commune_word
    if commune in {*others, shared_word}:
        commune = commune_word
    shared = id_from(beginning.intercommunality) or shared_word
    return commune, shared_word if shared in {*others, commune} else shared


def _values(beginning: Beginning) -> dict[str, str]:
    """Give what the templates name, each quoted where YAML needs it."""
    commune, shared = level_ids(beginning)
    days = {
        f"{one.phase}_{end}": day.isoformat()
        for one in timetable(beginning.starts, beginning.vote_day)
        for end, day in (("starts", one.starts), ("ends", one.ends))
    }
    return days | {
        "name": text_of(beginning.name, flow=False),
        "title": _MARKS.sub(r"\\\1", beginning.name),
        "municipality": text_of(beginning.municipality, flow=True),
        "population": str(beginning.population),
        "seats": str(beginning.seats),
        "intercommunality": _intercommunality(beginning.intercommunality),
        "commune_level": text_of(commune, flow=True),
        "shared_level": text_of(shared, flow=True),
        "starts": beginning.starts.isoformat(),
    }


def _intercommunality(name: str) -> str:
    """Give the line of ``territory`` that names it, commented out while nobody gave a name."""
    line = f"intercommunality: {{name: {text_of(name or '…', flow=True)}}}"
    return f"  {line}" if name else f"  # {line}"
