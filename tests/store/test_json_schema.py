"""The JSON Schemas for editors: sound themselves, and never stricter than the readers."""

from pathlib import Path
from typing import Any

import pytest

from collectif_cli.store.documents import DOCUMENTS
from collectif_cli.store.fields import JsonSchema
from collectif_cli.store.json_schema import schemas
from collectif_cli.store.load import load
from collectif_cli.store.markdown_text import split_front
from collectif_cli.store.tree import WorkTree
from collectif_cli.store.yaml_nodes import parse
from collectif_cli.store.yaml_tree import Mapping, Node, Scalar

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema comes with the extra test")
ROOT = Path(__file__).parents[2]
ALL = schemas()
VOTE = "title: a\nballots: named\n"


def as_an_editor(node: Node) -> Any:
    """Give the value that a reader of YAML 1.2 (core schema) makes of a node."""
    if isinstance(node, Mapping):
        return {key.text: as_an_editor(value) for key, value in node.pairs}
    if not isinstance(node, Scalar):
        return [as_an_editor(item) for item in node.items]
    if not node.plain:
        return node.text
    words = {"true": True, "false": False, "null": None, "~": None, "": None}
    if node.text.lower() in words:
        return words[node.text.lower()]
    for number in (int, float):
        try:
            return number(node.text)
        except ValueError:
            continue
    return node.text


def problems(kind: str, text: str) -> list[str]:
    root, _ = parse(text)
    checker = jsonschema.Draft202012Validator(ALL[kind])
    return [error.message for error in checker.iter_errors({} if root is None else as_an_editor(root))]


def test_every_kind_with_keys_has_one() -> None:
    assert set(ALL) == set(DOCUMENTS) - {"group-text", "ballots", "roll", "result"}


@pytest.mark.parametrize(("kind", "schema"), ALL.items(), ids=ALL)
def test_schema_is_one(kind: str, schema: JsonSchema) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    assert "$id" not in schema
    assert schema["title"] == kind


def test_what_it_refers_to_is_in_it() -> None:
    assert set(ALL["outline"]["$defs"]) == {"node"}
    assert [kind for kind, schema in ALL.items() if "$defs" in schema] == ["outline"]


@pytest.mark.parametrize("root", [ROOT, ROOT / "tests/checks/base"], ids=["reference", "base"])
def test_texts_that_the_readers_accept_are_accepted(root: Path) -> None:
    programme, _ = load(WorkTree(root))
    found = []
    for document in programme.documents:
        if document.kind in ALL and document.value is not None:
            front = split_front(document.text) if document.path.endswith(".md") else None
            found += [
                (document.path, said)
                for said in problems(document.kind, front.yaml or "" if front else document.text)
            ]
    assert found == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("group", "title: 2020\nkind: thematic\nformed:\ndissolved: 2019-07-01\n"),
        ("group", "title: true\nkind: thematic\ncomposition: {date: 2019-04-09, women: '5'}\n"),
        ("contribution", "fate: assigned\ngroup: 0042\nauthor:\n"),
        ("people", "tilleul:\ncedre: {visible: non}\nmerle: {visible: TRUE}\n"),
        ("collective", "schema: '1'\nname: a\nlanguage: fr\nfreeze_before_plenary: 3 jours\n"),
        (
            "vote",
            VOTE + "rule: wording\nelectorate: {kind: present}\nquestions: [{id: 1, title: a, on: eau}]\n",
        ),
        (
            "vote",
            VOTE + "rule: {method: majority, quorum: none}\n"
            "electorate: {kind: roll, registered: 9 000}\nquestions: []\n",
        ),
        ("outline", "outline: [{id: a, title: A, children: [{id: b, title: 7, proposals: [1]}]}]\n"),
        (
            "proposal",
            "title: a\ngroup: eau\nstatus: draft\ncosts: [{kind: investment, amount: 2..4\u00a0M€}]\n",
        ),
    ],
)
def test_what_an_editor_takes_for_something_else(kind: str, text: str) -> None:
    """A number for a title, a date, a word for yes, a value that says nothing."""
    assert problems(kind, text) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("group", "title: a\n"),
        ("group", "title: a\nkind: thematique\n"),
        ("group", "title: a\nkind: thematic\ncolour: blue\n"),
        ("group", "title: a\nkind: thematic\nformed: 20/11/2018\n"),
        ("group", "title: a\nkind: thematic\nlevels: poitiers\n"),
        ("proposal", "title: a\ngroup: eau\nstatus: draft\ncosts: [{kind: investment, amount: 40000}]\n"),
        ("candidates", "list: [{position: un, sex: F}]\n"),
        ("outline", "outline: [{id: a, title: A, children: [{id: B b, title: B}]}]\n"),
    ],
)
def test_what_no_reader_accepts_is_shown_while_typing(kind: str, text: str) -> None:
    """A missing key, a word of nowhere, an unknown key, a date, a list, an amount, a number, an id."""
    assert problems(kind, text)
