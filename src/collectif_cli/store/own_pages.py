"""The tool's own pages and templates: beside the code once installed, else at the root of its repository."""

from pathlib import Path
from typing import NamedTuple

from collectif_cli.model.naming import id_from

_PACKAGE = Path(__file__).parent.parent
_REPOSITORY = _PACKAGE.parent.parent


def own_folder(name: str) -> Path:
    """Give the folder ``docs`` or ``templates`` of the tool."""
    carried = _PACKAGE / name
    return carried if carried.is_dir() else _REPOSITORY / name


def page_of(word: str, language: str) -> str | None:
    """Give the page that explains a rule, a method or a word of the process; None when there is none."""
    suffix = ".md" if language == "en" else f".{language}.md"
    for shelf in ("checks", "methods", "words"):
        path = own_folder("docs") / shelf / f"{word}{suffix}"
        if path.is_file():
            return path.read_text(encoding="utf-8")
    return None


def explained_words() -> tuple[str, ...]:
    """Give everything that has a page, sorted."""
    found = set()
    for shelf in ("checks", "methods", "words"):
        for path in (own_folder("docs") / shelf).glob("*.md"):
            if not path.name.endswith(".fr.md"):
                found.add(path.stem)
    return tuple(sorted(found))


class Page(NamedTuple):
    """The title of a page, and what it says first."""

    title: str
    says: str


def shelf(name: str, language: str) -> dict[str, Page]:
    """Give the beginnings of the pages of ``checks``, ``methods`` or ``words`` in a language, by name."""
    suffix = ".md" if language == "en" else f".{language}.md"
    found = {}
    for path in sorted((own_folder("docs") / name).glob(f"*{suffix}")):
        word = path.name.removesuffix(suffix)
        if "." not in word:
            title, says, *_ = path.read_text(encoding="utf-8").split("\n\n", 2)
            found[word] = Page(title.lstrip("# "), " ".join(says.split()))
    return found


def word_called(title: str) -> str | None:
    """Give the name of the page with that title in either language: “Plénière” is ``plenary``."""
    for path in sorted((own_folder("docs") / "words").glob("*.md")):
        with path.open(encoding="utf-8") as page:
            if id_from(page.readline().lstrip("# ")) == id_from(title):
                return path.name.removesuffix(".md").removesuffix(".fr")
    return None
