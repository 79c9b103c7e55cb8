"""The page of the files: every key, with what its schema says and a sentence written by hand."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

from collectif_cli.store.documents import DOCUMENTS
from collectif_cli.store.fields import JsonSchema
from collectif_cli.store.json_schema import schemas
from docs.reference.texts import text_of
from docs.reference.values import alternatives, value_words

SENTENCES = Path(__file__).parent / "keys.yaml"
HEADS = {
    "en": "| key | value | what it says |\n|---|---|---|",
    "fr": "| clé | valeur | ce qu'elle dit |\n|---|---|---|",
}
EXAMPLE = {"en": "Example", "fr": "Exemple"}
SAME = {"en": "written as", "fr": "s'écrit comme"}


class Key(NamedTuple):
    """A key of a kind of file: its path, its schema, whether it is required."""

    path: str
    schema: JsonSchema
    required: bool


def sentences() -> dict[str, Any]:
    """Give what is written by hand, by kind of document."""
    found: dict[str, Any] = YAML(typ="safe").load(SENTENCES.read_text(encoding="utf-8"))
    return found


def keys_of(kind: str) -> list[Key]:
    """Give every key of a kind that has a sentence of its own; what is written like another stops there."""
    schema = schemas().get(kind)
    same = {path for path, words in sentences()[kind].get("keys", {}).items() if len(words) == 3}
    return list(_keys(schema, "", same)) if schema else []


def _keys(schema: JsonSchema, path: str, same: set[str]) -> Iterator[Key]:
    """Yield the keys under a schema; two shapes of one value (one item or a list of them) are told once."""
    told: set[str] = set()
    for shape in alternatives(schema):
        for key in _keys_of_shape(shape, path, same):
            if key.path not in told:
                told.add(key.path)
                yield key


def _keys_of_shape(shape: JsonSchema, path: str, same: set[str]) -> Iterator[Key]:
    if shape.get("type") == "array":
        yield from _keys(shape["items"], f"{path}[]", same)
    elif shape.get("type") == "object":
        for key, value in shape.get("properties", {}).items():
            below = f"{path}.{key}".lstrip(".")
            yield Key(below, value, key in shape["required"])
            if below not in same:
                yield from _keys(value, below, same)
        if isinstance(free := shape["additionalProperties"], dict):
            below = f"{path}.*".lstrip(".")
            yield Key(below, free, False)
            yield from _keys(free, below, same)


def files_page(code: str) -> str:
    """Give the whole page in a language."""
    known = sentences()
    return "\n".join([text_of("files", code), *(_section(kind, known, code) for kind in DOCUMENTS)])


def _section(kind: str, known: dict[str, Any], code: str) -> str:
    told = known[kind]
    blocks = [f"## {kind}", f"`{told['path']}`", told["about"][code == "fr"].strip()]
    if "example" in told:
        shown = told["example"].removeprefix("../")
        blocks.append(f"{EXAMPLE[code]}{':' if code == 'en' else ' :'} [{shown}]({told['example']}).")
    rows = [_row(key, told["keys"][key.path], code) for key in keys_of(kind)]
    if rows:
        blocks.append("\n".join([HEADS[code], *rows]))
    return "\n\n".join(blocks) + "\n"


def _row(key: Key, words: list[str], code: str) -> str:
    name = f"**`{key.path}`**" if key.required else f"`{key.path}`"
    value = value_words(key.schema, code)
    if len(words) == 3:
        kind, path = words[2].split()
        value += f" ; {SAME[code]} `{path}`" if code == "fr" else f"; {SAME[code]} `{path}`"
        value += f" ([{kind}](#{kind}))"
    return f"| {name} | {value} | {words[code == 'fr']} |".replace("| |", "|  |")
