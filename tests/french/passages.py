"""Pieces of French prose out of every kind of file, each with the line where it starts."""

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

from babel.messages.pofile import read_po

from collectif_cli.store.edit_places import MappingPlace, Place, ScalarPlace, places
from collectif_cli.store.markdown_text import split_front
from tests.french.masks import MARK, ROOT, masked, without_code

_OF_A_COLLECTIVE = tuple(
    f"{root}{pattern}"
    for root in ("", "templates/demo/fr/")
    for pattern in (
        "collectif.yaml",
        "groups/**/*.yaml",
        "groups/**/*.md",
        "programme/**/*.yaml",
        "programme/**/*.md",
    )
)
_OF_THE_TOOL = (
    "README.fr.md",
    "bench/story/messages.py",
    "docs/**/*.fr.md",
    "src/collectif_cli/locale/fr/LC_MESSAGES/*.po",
    "templates/demo/fr/README.md",
    *(f"templates/init/fr/**/*.{kind}" for kind in ("md", "yaml", "yml")),
    "templates/*/fr/git*",
)
# The keys whose values are sentences or names; the others hold ids, numbers, dates and known words.
_SAID = frozenset(
    {
        *("answer", "author", "from", "grades", "introduction", "learnt", "name", "note", "place", "places"),
        *(
            "reason",
            "rhythm",
            "sections",
            "source",
            "sources",
            "theme",
            "title",
            "to",
            "tools",
            "topic",
            "who",
        ),
    }
)
_COMMENT = re.compile(r"(?:^|(?<=\s))#+ ?([^\n]*)", re.MULTILINE)
_FILLED_IN = re.compile(r"^\$\w+$", re.MULTILINE)
_BETWEEN_PARAGRAPHS = re.compile(r"(\n[ \t]*\n|^#{1,6} [^\n]*\n)", re.MULTILINE)


class Passage(NamedTuple):
    """A piece of prose: the path of its file from the root, the line of its first sign, its text."""

    path: str
    line: int
    text: str


def french_passages() -> Iterator[Passage]:
    """Yield all the French that the project holds, file after file."""
    for patterns, of_the_tool in ((_OF_A_COLLECTIVE, False), (_OF_THE_TOOL, True)):
        for file in sorted({file for pattern in patterns for file in ROOT.glob(pattern)}):
            path = file.relative_to(ROOT).as_posix()
            yield from passages(path, file.read_text(encoding="utf-8"), of_the_tool=of_the_tool)


def passages(path: str, text: str, *, of_the_tool: bool = False) -> Iterator[Passage]:
    """Yield the prose of a text by the kind of its file: paragraphs, values made for sentences, comments."""
    for passage in _cut(path, text):
        sentences = masked(passage.text, of_the_tool=of_the_tool)
        if sentences.strip(f" \n{MARK}"):
            yield passage._replace(text=sentences)


def _cut(path: str, text: str) -> Iterator[Passage]:
    if path.endswith(".po"):
        yield from _catalogue(path, text)
    elif path.endswith(".md"):
        front = split_front(text)
        yield from _yaml(path, front.yaml, 2) if front.yaml is not None else ()
        yield from _markdown(path, front.body, front.body_line)
    elif path.endswith(".py"):
        yield from _strings(path, text)
    elif path.endswith((".yaml", ".yml")):
        yield from _yaml(path, text, 1)
    else:
        yield from _comments(path, text, 1)


def _markdown(path: str, text: str, line: int) -> Iterator[Passage]:
    """Yield each paragraph, heading, list or table."""
    at, bare = 0, without_code(text)
    for block in _BETWEEN_PARAGRAPHS.split(bare):
        yield Passage(path, line + bare.count("\n", 0, at), block)
        at += len(block)


def _yaml(path: str, text: str, line: int) -> Iterator[Passage]:
    """Yield each value that stands under a key made for sentences, and each comment."""
    bare = _FILLED_IN.sub("", text)
    root, rest = places(bare), list(bare)
    for place, is_said in _scalars(root, path.endswith("glossary.yaml")) if root else ():
        rest[place.start : place.end] = MARK * (place.end - place.start)
        if is_said:
            yield Passage(path, line + bare.count("\n", 0, place.start), place.text)
    yield from _comments(path, "".join(rest), line)


def _comments(path: str, text: str, line: int) -> Iterator[Passage]:
    for comment in _COMMENT.finditer(text):
        yield Passage(path, line + text.count("\n", 0, comment.start(1)), comment[1])


def _scalars(place: Place, all_said: bool, said: bool = False) -> Iterator[tuple[ScalarPlace, bool]]:
    """Yield each simple value, and whether it is prose; in a glossary, words and explanations all are."""
    if isinstance(place, ScalarPlace):
        yield place, said or all_said
    elif isinstance(place, MappingPlace):
        for key, value in place.pairs:
            yield key, all_said
            yield from _scalars(value, all_said, key.text in _SAID and not isinstance(value, MappingPlace))
    else:
        for item in place.items:
            yield from _scalars(item, all_said, said)


def _strings(path: str, text: str) -> Iterator[Passage]:
    """Yield each text that is given a name, alone or among others; a docstring is given none."""
    for node in ast.walk(ast.parse(text)):
        named = (
            [node.value]
            if isinstance(node, ast.Assign)
            else node.values
            if isinstance(node, ast.Dict)
            else []
        )
        for said in named:
            if isinstance(said, ast.Constant) and isinstance(said.value, str):
                yield Passage(path, said.lineno, said.value)


def _catalogue(path: str, text: str) -> Iterator[Passage]:
    for entry in read_po(text.splitlines(keepends=True), locale="fr"):
        strings = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string)
        for said in strings if entry.id else ():
            yield Passage(path, entry.lineno or 1, said)
