"""The texts as they are in the end: what each says, and what it said when only a part was written."""

import re
from collections.abc import Container, Mapping
from functools import cached_property
from pathlib import Path as Folder
from typing import Any

from bench.story.pruning import Path, Pruning
from collectif_cli.store.edit_places import Place, places, plain
from collectif_cli.store.markdown_text import split_front
from collectif_cli.store.places import place_of
from collectif_cli.store.tree import WorkTree

_SECTION = re.compile(r"^(?=## )", re.MULTILINE)


class Text:
    """One file: its YAML (whole, or at the top of a Markdown text) and its body."""

    def __init__(self, path: str, raw: bytes) -> None:
        """Take the bytes; what is not UTF-8 is a picture, which has no YAML and no earlier state."""
        self.path = path
        self.raw = raw
        whole = raw.decode("utf-8", "replace")
        front = split_front(whole) if path.endswith(".md") else None
        self.yaml = whole if path.endswith(".yaml") else (front.yaml or "" if front else "")
        at = whole.find("\n") + 1 if front and front.yaml is not None else 0
        self.above = whole[:at]
        self.body = whole[at + len(self.yaml) :]

    @cached_property
    def root(self) -> Place | None:
        """The tree of its YAML."""
        return places(self.yaml) if self.yaml else None

    @cached_property
    def said(self) -> Mapping[str, Any]:
        """What its YAML says, as dicts, lists and texts."""
        found = plain(self.root)
        return found if isinstance(found, dict) else {}

    def listed(self, key: str) -> list[Any]:
        """Give the items under a key, whether they are written as a list or one alone."""
        found = self.said.get(key)
        return found if isinstance(found, list) else [] if found is None else [found]

    def sections(self) -> list[str]:
        """Give the body cut at its headings of the second level; what precedes the first one comes first."""
        return _SECTION.split(self.body)

    def earlier(self, gone: Container[Path], said: Mapping[Path, str]) -> str:
        """Give its YAML without the parts that are gone, and with other values."""
        return Pruning(self.yaml, gone, said).text(self.root) if self.root else self.yaml


class Texts:
    """Every text of a programme, by kind and by id; ``beside`` holds pictures and notes."""

    def __init__(self, root: Folder) -> None:
        """Read the work tree at ``root``."""
        tree = WorkTree(root)
        self.kinds: dict[str, dict[str, Text]] = {}
        self.beside: list[Text] = []
        for path, raw in tree.read(entry.path for entry in tree.entries() if entry.regular):
            place, text = place_of(path), Text(path, raw or b"")
            if place is None:
                self.beside.append(text)
            else:
                self.kinds.setdefault(place.kind, {})[place.id] = text

    def of(self, kind: str) -> Mapping[str, Text]:
        """Give the texts of a kind, by id."""
        return self.kinds.get(kind, {})

    def one(self, kind: str) -> Text | None:
        """Give the only text of a kind, such as the outline."""
        return next(iter(self.of(kind).values()), None)
