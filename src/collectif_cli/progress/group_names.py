"""Finds the groups that somebody means: an id, a former one, or some words of a title."""

from collections.abc import Iterable, Mapping

from collectif_cli.model.group import Group
from collectif_cli.model.naming import id_from

_SHORT = 2
_SMALL = frozenset({"d", "de", "des", "du", "et", "l", "la", "le", "les", "and", "of", "the"})


def find_groups(text: str, groups: Mapping[str, Group]) -> tuple[Group, ...]:
    """Give the groups that answer to a text; several when it fits several alike, none when it fits none."""
    if text in groups:
        return (groups[text],)
    said = id_from(text)
    known = {alias.value: group for group in groups.values() for alias in group.aliases}
    whole = groups.get(said) or known.get(said)
    if whole:
        return (whole,)
    words = [word for word in said.split("-") if word and word not in _SMALL]
    if not words:
        return ()
    return tuple(
        group for group in groups.values() if all(begins_one(word, _words_of(group)) for word in words)
    )


def begins_one(word: str, words: Iterable[str]) -> bool:
    """Tell whether a word begins one of the others; one of two letters must be the whole of it."""
    return any(one == word or (len(word) > _SHORT and one.startswith(word)) for one in words)


def _words_of(group: Group) -> list[str]:
    return [*id_from(group.name).split("-"), *group.id.split("-")]
