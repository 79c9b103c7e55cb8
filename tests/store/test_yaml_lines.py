"""What is read line by line is what the parser reads: the same tree, or nothing said."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from collectif_cli.store.yaml_lines import read_lines
from collectif_cli.store.yaml_nodes import parse_events

ROOT = Path(__file__).parents[2]
FRONT = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)


def assert_same(text: str) -> bool:
    """Compare; give whether the text was of the shape that is read by lines."""
    tree = read_lines(text)
    if tree is None:
        return False
    assert (tree, []) == parse_events(text)
    return True


@pytest.mark.parametrize(
    "text",
    [
        "a: b\n",
        "title: Des bus de nuit, du jeudi au samedi\n\ngroup: mobilites\n",
        'a: "b: c # d"\n',
        "a: 'b'   \n",
        "a: [b, c d, 'e', \"f\"] \n",
        "a: []\nb: {}\nc: [ ]\nd: { }\n",
        "a: {b: c, d: [e, {f: g}]}\n",
        "a:   b\n",
        "amount: 2..4 M€\nl: l'eau & l'air | rien ?\n",
        "a: (b), «\u202fc\u202f»\n",
    ],
)
def test_shapes_that_are_read_by_lines(text: str) -> None:
    assert assert_same(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: b",  # no end of line
        "a:\n",
        "a:\n  - b\n",
        "a: b # c\n",
        "a: b: c\n",
        "a: b\n  c\n",
        "a: [b, ]\n",
        "a: [b: c]\n",
        "a: [b\n",
        "a: {b}\n",
        "a: {b: c, b: d}\n",
        "a: b\na: c\n",
        "a: *b\n",
        "a: &b c\n",
        "a: !b c\n",
        'a: "b\\n"\n',
        "a: 'b''c'\n",
        "- a\n",
        "a: -b\n",
        "a: [b?c]\n",
        "a: |\n  b\n",
        "a: b\tc\n",
        "a: b\x85c\n",
        "\ufeffa: b\n",
        "",
        "\n",
        f"a: {'[' * 9}{']' * 9}\n",
        f"a: {'b' * 20_000}\n",
    ],
)
def test_shapes_that_are_left_to_the_parser(text: str) -> None:
    assert read_lines(text) is None


def test_every_text_of_the_repository() -> None:
    """And most front matters of proposals are of that shape, or nothing would be gained."""
    texts = [path.read_text(encoding="utf-8") for path in ROOT.glob("programme/**/*.yaml")]
    texts += [path.read_text(encoding="utf-8") for path in ROOT.glob("groups/**/*.yaml")]
    for text in texts:
        assert_same(text)
    fronts = [FRONT.match(path.read_text(encoding="utf-8")) for path in ROOT.glob("programme/proposals/*.md")]
    quick = [assert_same(found[1]) for found in fronts if found]
    assert sum(quick) > len(quick) / 2


_PIECES = st.sampled_from(
    [
        *("a", "b1", "é", "«", "(", "/", "€", "-", "_", ".", ".."),
        *(" ", "  ", "\t", "\n", "\r\n", "\r", "\x85", "\u2028", "\xa0", "\u202f", "\ufeff", "\x00", "😀"),
        *(":", ": ", "#", " #", "?", "? ", ",", ", ", "[", "]", "{", "}", "[]", "{}"),
        *("'", '"', "\\", "&", "*", "!", "|", ">", "%", "@", "`", "~", "=", "<<", "---", "...", "null"),
    ]
)
_WORDS = st.lists(_PIECES, max_size=6).map("".join)
_VALUES = st.recursive(
    _WORDS | _WORDS.map(lambda one: f'"{one}"') | _WORDS.map(lambda one: f"'{one}'"),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.lists(st.tuples(_WORDS, inner), max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"
        )
    ),
    max_leaves=6,
)
_KEYS = st.sampled_from(["a", "b", "c-d", "E_1"]) | _WORDS
_LINES = st.tuples(
    _KEYS, st.sampled_from([": ", ":  ", ":", " : "]), _VALUES, st.sampled_from(["", " ", " # x"])
)


@settings(max_examples=1500, deadline=None)
@given(st.lists(_LINES.map("".join), max_size=4).map(lambda lines: "".join(f"{line}\n" for line in lines)))
@example("a: b\n...\n")
@example("a: b\n---\nc: d\n")
def test_any_text_is_read_alike_or_left_to_the_parser(text: str) -> None:
    assert_same(text)


@settings(max_examples=500, deadline=None)
@given(st.lists(_PIECES, max_size=25).map("".join))
def test_any_pieces_are_read_alike_or_left_to_the_parser(text: str) -> None:
    assert_same(text)
