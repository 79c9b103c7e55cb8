"""The id that a title gives to a thing."""

import re
from collections.abc import Container
from unicodedata import combining, normalize

from collectif_cli.model.identifiers import LONGEST_ID

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"})
_OTHERS = re.compile(r"[^a-z0-9]+")


def id_from(title: str) -> str:
    """Give an id made from the letters and digits of a title; empty when it has none of ``a-z0-9``.

    Accents go, what is left is cut at the end of a word so that it is at most 60 characters long.
    """
    parts = normalize("NFKD", title.casefold().translate(_LIGATURES))
    words = _OTHERS.sub("-", "".join(one for one in parts if not combining(one))).strip("-")
    if len(words) <= LONGEST_ID:
        return words
    return words[: LONGEST_ID + 1].rpartition("-")[0] or words[:LONGEST_ID]


def free_id(title: str, taken: Container[str]) -> str:
    """Give the id of a title, with a number after it when others have it; empty when the title gives none."""
    id = id_from(title)
    number = 1
    made = id
    while made and made in taken:
        number += 1
        made = f"{id[: LONGEST_ID - 1 - len(str(number))].rstrip('-')}-{number}"
    return made
