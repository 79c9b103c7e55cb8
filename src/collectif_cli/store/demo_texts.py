"""The small collective that ``collectif init --demo`` writes, kept as plain files in ``templates/demo``."""

from collectif_cli.model.change import Change
from collectif_cli.store.own_pages import own_folder
from collectif_cli.store.tree import HEAD_FILE

# Files whose own names would act on the repository of the tool.
_HIDDEN = {"gitignore": ".gitignore", "gitattributes": ".gitattributes"}


def demo_texts(language: str) -> tuple[Change, ...]:
    """Give the files of the demonstration in a language, ``collectif.yaml`` first."""
    folder = own_folder("templates") / "demo" / language
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }
    paths = sorted(found, key=lambda path: (path != HEAD_FILE, path))
    return tuple(Change(_HIDDEN.get(path, path), None, found[path]) for path in paths)
