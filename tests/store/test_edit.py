"""Edits of YAML texts: exactly the change that was meant, in the lines it must, on any shape people write."""

import sys
from datetime import date
from difflib import SequenceMatcher
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from collectif_cli.errors import Refused
from collectif_cli.store import edit
from collectif_cli.store.edit import append, enlist, find, in_front, keys, put, remove
from collectif_cli.store.edit_page import Splice
from collectif_cli.store.edit_words import inline, pairs
from collectif_cli.store.yaml_nodes import parse
from collectif_cli.store.yaml_tree import Mapping, Node, Scalar
from tests.store.yaml_documents import Written, documents

ORDER = ("title", "kind", "formed", "dissolved", "levels", "facilitators", "members", "methods", "note")
ROW = ("person", "from", "to")
VALUES = st.sampled_from(["submitted", "no", "l'an 2"])
NEW = pairs(("person", "aulne"), ("from", date(2019, 7, 1)))
NEW_SAID = {"person": "aulne", "from": "2019-07-01"}


def said(node: Node | None) -> Any:
    """Give what our reader finds, as dicts, lists and texts."""
    if node is None or (isinstance(node, Scalar) and node.plain and not node.text):
        return None
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: said(value) for key, value in node.pairs}
    return [said(item) for item in node.items]


def read(text: str) -> Any:
    root, faults = parse(text.removeprefix("\ufeff"))
    assert not faults
    return said(root)


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Give the lines that went and those that came, line breaks included."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    gone: list[str] = []
    come: list[str] = []
    for what, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            gone += old[i:j]
            come += new[k:m]
    return gone, come


def assert_ends_kept(before: str, after: str) -> None:
    """The mark at the start, the line breaks and the end of the text are what they were."""
    assert after.startswith("\ufeff") == before.startswith("\ufeff")
    assert after.endswith("\n") == before.endswith("\n")
    assert ("\n" in after.replace("\r\n", "")) == ("\n" in before.replace("\r\n", ""))


@given(documents())
def test_documents_say_what_they_are_meant_to(written: Written) -> None:
    """Any document of the strategy, before any change."""
    assert read(written.text) == written.said


@given(documents())
def test_item_is_added_and_nothing_else(written: Written) -> None:
    """Any document; one more member."""
    after = append(written.text, ("members",), NEW, ORDER)
    assert read(after) == {**written.said, "members": [*(written.said.get("members") or []), NEW_SAID]}
    assert_ends_kept(written.text, after)
    gone, come = changed_lines(written.text, after)
    assert len(gone) <= 1
    assert len(come) - len(gone) <= 2


@given(documents(), st.data())
def test_membership_is_closed_on_its_own_line(written: Written, data: st.DataObject) -> None:
    """Any document with members; one of them leaves."""
    members = written.said.get("members") or []
    if not members:
        return
    number = data.draw(st.integers(0, len(members) - 1))
    person = members[number]["person"]
    assert number in find(written.text, ("members",), ("person", person), ("to", None))
    after = put(written.text, ("members", number, "to"), date(2019, 7, 1), ROW)
    closed = [{**one, "to": "2019-07-01"} if n == number else one for n, one in enumerate(members)]
    assert read(after) == {**written.said, "members": closed}
    assert_ends_kept(written.text, after)
    gone, come = changed_lines(written.text, after)
    assert len(gone) <= 1
    assert len(come) <= 2


@given(
    documents(), st.sampled_from(["title", "kind", "formed"]), st.sampled_from(["submitted", "no", "l'an 2"])
)
def test_value_is_replaced_on_its_own_line(written: Written, key: str, value: str) -> None:
    """Any document; one simple value changes, its comment stays."""
    after = put(written.text, (key,), value, ORDER)
    assert read(after) == {**written.said, key: value}
    assert_ends_kept(written.text, after)
    gone, come = changed_lines(written.text, after)
    assert len(gone) == len(come) <= 1
    if gone and "x # y" not in gone[0]:
        assert gone[0].partition(" #")[2] == come[0].partition(" #")[2]


@given(documents())
def test_key_is_added_after_the_one_that_precedes_it(written: Written) -> None:
    """Any document; ``dissolved`` comes right after ``formed``."""
    after = put(written.text, ("dissolved",), date(2019, 7, 1), ORDER)
    assert list(read(after))[:4] == ["title", "kind", "formed", "dissolved"]
    assert {**read(after), "dissolved": ...} == {**written.said, "dissolved": ...}
    assert_ends_kept(written.text, after)
    gone, come = changed_lines(written.text, after)
    assert (len(gone), len(come)) == (0, 1)


@given(documents(), st.sampled_from(["kind", "levels", "members", "methods", "note"]))
def test_key_is_removed_with_its_lines_only(written: Written, key: str) -> None:
    """Any document; a key goes."""
    if key not in written.said:
        with pytest.raises(Refused):
            remove(written.text, (key,))
        return
    after = remove(written.text, (key,))
    assert read(after) == {one: value for one, value in written.said.items() if one != key}
    assert_ends_kept(written.text, after)
    _, come = changed_lines(written.text, after)
    assert len(come) <= 1  # the line before the last loses its end when the last one had none


def test_last_key_goes_with_the_blank_lines_before_it() -> None:
    assert remove("title: Eau\r\n\r\nnote: x", ("note",)) == "title: Eau"


@given(documents(), st.binary(max_size=20))
def test_front_matter_changes_and_the_body_does_not(written: Written, tail: bytes) -> None:
    """Any document as the front matter of a text with any body."""
    newline = "\r\n" if "\r\n" in written.text else "\n"
    inner = written.text.removeprefix("\ufeff")
    inner += "" if inner.endswith("\n") else newline
    text = f"---{newline}{inner}---{newline}## Constat{newline}{tail.decode('latin-1')}"
    after = in_front(text, lambda front: put(front, ("title",), "Autre", ORDER))
    body = text[text.rindex("## Constat") :]
    assert after.endswith(f"---{newline}{body}")
    assert read(after[: -len(body)].removesuffix(f"---{newline}"))["title"] == "Autre"


@given(st.text(max_size=30))
def test_any_text_is_quoted_so_that_every_reader_gives_it_back(text: str) -> None:
    """Any text as a value, in a block and between braces; YAML 1.2 and 1.1."""
    text = normalize("NFC", text.encode("utf-8", "replace").decode())
    for document in (f"k: {inline(text, flow=False)}\n", f"{{k: {inline(text)}, l: m}}\n"):
        assert read(document)["k"] == text or not text
        for version in ("1.2", "1.1"):
            loader = YAML(typ="safe", pure=True)
            loader.version = version
            assert loader.load(document)["k"] == text


@pytest.mark.parametrize(
    "word", ["no", "Yes", "~", "null", "1e3", "08", "12:30", "0x1F", "2019-07-01", "1_000"]
)
def test_words_that_look_like_something_else_are_quoted(word: str) -> None:
    """A word that a reader would turn into a number, a date or a truth value."""
    assert inline(word) == f'"{word}"'


@pytest.mark.parametrize(
    "word", ["Mobilités", "l'eau", "rouge-gorge", "2019-07-11-pleniere-9/d1", "2e étage"]
)
def test_plain_words_stay_plain(word: str) -> None:
    """A word that every reader takes for itself."""
    assert inline(word) == word


KEPT = """\
# tête
title: "Eau"      # entre guillemets
status: 'draft'
members:
  # commentaire
  - {person: a, from: 2019-01-01}   # un
  - person: b
    from: 2019-01-01
note: >
  plié
"""


def test_quotes_stay_around_what_is_replaced() -> None:
    """``status: 'draft'``."""
    assert put(KEPT, ("status",), "submitted") == KEPT.replace("'draft'", "'submitted'")
    assert put(KEPT, ("title",), "L'eau") == KEPT.replace('"Eau"', '"L\'eau"')


def test_new_item_is_written_like_the_last() -> None:
    """A list whose last item has a line for each key."""
    after = append(KEPT, ("members",), NEW)
    assert after == KEPT.replace(
        "    from: 2019-01-01\n", "    from: 2019-01-01\n  - person: aulne\n    from: 2019-07-01\n"
    )


def test_folded_text_is_replaced_whole() -> None:
    """``note: >``."""
    assert put(KEPT, ("note",), "court") == KEPT.replace(">\n  plié", "court")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a: &x 1\nmembers: []\n", "names a place"),
        ("a: *x\nmembers: []\n", ""),
        ("members: [a\n", "missing"),
        ("members: []\nmembers: []\n", "said twice"),
        ("a: 1\n---\nmembers: []\n", "second text"),
        ("a: \x85\nmembers: []\n", "invisible"),
        ("members: eau\n", "a list is expected"),
        ("members: {a: b}\n", "a list is expected"),
        ("just text\n", "keys or a list"),
    ],
)
def test_what_cannot_be_changed_safely_is_refused(text: str, why: str) -> None:
    """A text with something wrong in it, or with something else in place of a list."""
    with pytest.raises(Refused) as caught:
        append(text, ("members",), NEW)
    assert why in repr(caught.value.sentence)


ODD = [
    "? members\n: - {person: a}\n",
    "members: [{person: a}, # un\n  {person: b}]\n",
    "members:\n- {person: a,\n   from: b}\n",
    "members: !!seq []\n",
    '"members": [{"person":"a"}]\n',
    "members:\n-\n- {person: a}\n",
    "members:\n- - a\n",
    "members: [person: a]\n",
    "{members: [{person: a}]}\n",
    "{members: }\n",
    "{members}\n",
    "{members: [\n]}",
    "members: |+\n  a\n\nb: 1\n",
    "a: |+\n  x\n\n",
    "a: |+\n  x\n\n# c\n",
    "---\nmembers: []\n...\n",
    "---\n",
    "---",
    "# rien",
    "",
    "\n\n",
    "\ufeffmembers:",
    "members:\r\n",
    "members: # x\n    # y\n  # z\nb: 1\n",
    "members: &a []\n",
    "members:\n  - a: |\n      x\n\n\nb: c",
]


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("change", ["append", "put", "close", "remove"])
def test_odd_shapes_are_changed_rightly_or_refused(text: str, change: str) -> None:
    """A shape that few people write."""
    before, faults = parse(text.removeprefix("\ufeff"))
    root = said(before)
    held = root.get("members") if isinstance(root, dict) else None
    meant: Any
    try:
        if change == "append":
            after, meant = append(text, ("members",), NEW, ORDER), {"members": [*(held or []), NEW_SAID]}
        elif change == "put":
            after, meant = put(text, ("formed",), "x", ORDER), {"formed": "x"}
        elif change == "close":
            after = put(text, ("members", 0, "to"), "x", ROW)
            first, *rest = held or [None]
            meant = {"members": [{**(first or {}), "to": "x"}, *rest]}
        else:
            after, meant = remove(text, ("members",)), {}
    except Refused:
        return
    assert not faults
    kept = {key: value for key, value in (root or {}).items() if change != "remove" or key != "members"}
    assert (read(after) or {}) == {**kept, **meant}
    assert after.startswith("\ufeff") == text.startswith("\ufeff")


def test_the_pure_parser_gives_the_same_places(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shapes above without libyaml."""
    texts = [*ODD, KEPT]
    with_c = [_appended(text) for text in texts]
    monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)
    assert [_appended(text) for text in texts] == with_c


def _appended(text: str) -> str | None:
    try:
        return append(text, ("members",), NEW, ORDER)
    except Refused:
        return None


@pytest.mark.parametrize(
    ("text", "path", "after"),
    [
        ("a: {x: 1, y: 2}\n", ("a", "x"), "a: {y: 2}\n"),
        ("a: {x: 1, y: 2}\n", ("a", "y"), "a: {x: 1}\n"),
        ("a: { x: 1 }\n", ("a", "x"), "a: {  }\n"),
        ("a:\n  x: 1\nb: 2\n", ("a", "x"), "a:\nb: 2\n"),
        ("b: 2\r\na: 1", ("a",), "b: 2"),
        ("a: 1", ("a",), ""),
    ],
)
def test_keys_are_removed_with_their_comma_or_their_line(text: str, path: tuple[str], after: str) -> None:
    """A key of a mapping in braces, the only key under another, the last line of a text."""
    assert remove(text, path) == after


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a: {x: 1, # un\n  y: 2}\n", ("a", "x")),
        ("a:\n  - x: 1\n    y: 2\n", ("a", 0, "x")),
        ("a: 1\n", ("b",)),
        ("a: 1\n", ("a", "b")),
    ],
)
def test_keys_that_would_take_more_with_them_stay(text: str, path: tuple[str | int, ...]) -> None:
    """A comment between two keys, a key on the line of a dash, a key that is not there."""
    with pytest.raises(Refused):
        remove(text, path)


@pytest.mark.parametrize(
    ("text", "path", "after"),
    [
        ("{b: 1}\n", ("a",), "{a: x, b: 1}\n"),
        ("{}\n", ("a",), "{a: x}\n"),
        ("b: 1\n", ("a",), "a: x\nb: 1\n"),
        ("# tête\n\nb: 1\n", ("a",), "# tête\n\na: x\nb: 1\n"),
        ("b:\n", ("b", "a"), "b: {a: x}\n"),
        ("b: [1, 2]\n", ("b", 1), "b: [1, x]\n"),
        ("b:\n- 1\n-\n", ("b", 1), "b:\n- 1\n- x\n"),
        ("# rien", ("a",), "# rien\na: x"),
    ],
)
def test_values_go_where_the_order_says(text: str, path: tuple[str | int, ...], after: str) -> None:
    """Mappings in braces, the first key of a text, an item, a text of comments."""
    assert put(text, path, "x", ("a", "b")) == after


@pytest.mark.parametrize("path", [("a", "b"), ("a", 3), ("l", "b"), ("m",)])
def test_values_do_not_replace_lists_or_what_is_not_there(path: tuple[str | int, ...]) -> None:
    """A key under a simple value, an item beyond the last, keys in place of a value."""
    with pytest.raises(Refused):
        put("a: 1\nl: [1]\nm: {x: 1}\n", path, "x")


def test_a_change_that_would_do_something_else_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of our own: the new key is written over another one."""
    monkeypatch.setattr(edit, "key_added", lambda *_: Splice(0, 4, "a: 2"))
    with pytest.raises(Refused, match="line"):
        put("a: 1\nb: 1\n", ("c",), "x")


def test_find_gives_the_items_that_have_all_values() -> None:
    """Two people, one of whom came twice."""
    text = "m:\n  - {p: a, t: 1}\n  - {p: b}\n  - {p: a}\n"
    assert find(text, ("m",), ("p", "a")) == (0, 2)
    assert find(text, ("m",), ("p", "a"), ("t", None)) == (2,)
    assert find(text, ("x",), ("p", "a")) == ()
    assert keys(text) == ("m",)


def test_what_stands_alone_becomes_the_first_of_a_list() -> None:
    """Between braces, on one line; a list stays, and keys on lines are left to people."""
    alone = "a: {b: 1}   # compté\nc: x\n"
    assert enlist(alone, ("a",)) == "a: [{b: 1}]   # compté\nc: x\n"
    for text in ("a: [{b: 1}]\n", "a:\n  - {b: 1}\n", "c: x\n", "a:\n"):
        assert enlist(text, ("a",)) == text
    with pytest.raises(Refused):
        enlist("a:\n  b: 1\n", ("a",))


@given(documents())
def test_a_list_of_one_says_what_stood_alone(written: Written) -> None:
    """Whatever the shape and the key: that value alone in a list, or a refusal; a list and a text stay."""
    for key, value in written.said.items():
        try:
            after = said(parse(enlist(written.text, (key,)))[0])
        except Refused:
            continue
        alone = isinstance(value, dict)
        assert after == {**written.said, key: [value] if alone else value}
