"""The index of the pages drawn from the code."""

from collections.abc import Callable
from pathlib import Path

from docs.reference.files import files_page
from docs.reference.rules import rules_page
from docs.reference.texts import SUFFIXES
from docs.reference.verbs import verbs_page

DOCS = Path(__file__).parents[1]
# Name of the page -> what writes it, from the code of a language.
WRITERS: dict[str, Callable[[str], str]] = {"verbs": verbs_page, "files": files_page, "checks": rules_page}


def pages() -> dict[str, str]:
    """Give every page by the name of its file in docs/."""
    return {
        f"{name}{suffix}": write(code) for name, write in WRITERS.items() for code, suffix in SUFFIXES.items()
    }
