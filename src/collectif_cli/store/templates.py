"""The templates of documents: those of the tool, and those that a collective put in their place."""

from pathlib import Path
from typing import NamedTuple

from collectif_cli.store.own_pages import own_folder

FOLDER = "templates"
_ENDINGS = (".jinja", ".css", ".typ")
_LARGEST = 1_000_000  # bytes; a page's template is a hundred times smaller


class Template(NamedTuple):
    """A template: its name, the path to tell when it is bad, its text, whether it is the collective's own."""

    name: str
    path: str
    text: str
    own: bool


def read_templates(root: Path) -> tuple[Template, ...]:
    """Give every template by its name, those of the folder ``templates`` of the programme first.

    Only files at the top of the folder count; links, and files beyond a megabyte, are left aside. They are
    read from the work tree whatever the texts are: a document of the past is printed as one prints today.
    """
    own = {one.name: one for one in _in(own_folder(FOLDER), False)}
    given = {} if (root / FOLDER).is_symlink() else {one.name: one for one in _in(root / FOLDER, True)}
    return tuple({**own, **given}.values())


def _in(folder: Path, own: bool) -> list[Template]:
    if not folder.is_dir():
        return []
    found = []
    for path in sorted(folder.iterdir()):
        if path.suffix in _ENDINGS and path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                raw = file.read(_LARGEST + 1)
            if len(raw) <= _LARGEST:
                text = raw.decode("utf-8", "replace").replace("\r\n", "\n")
                found.append(Template(path.name, f"{FOLDER}/{path.name}", text, own))
    return found
