"""YAML as a tree of places, by both parsers."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.store import yaml_nodes
from collectif_cli.store.yaml_nodes import parse_events as parse
from collectif_cli.store.yaml_tree import REFUSED, Mapping, Node, Scalar, Sequence


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with libyaml, then with the parser that stands in where there is none."""
    if request.param == "python":
        monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)
    else:
        pytest.importorskip("_ruamel_yaml")


def sound(text: str) -> Node:
    root, faults = parse(text)
    assert faults == []
    assert root is not None
    return root


def codes(text: str) -> list[tuple[str, int, int, int]]:
    return [(fault.code, fault.line, fault.column, fault.width) for fault in parse(text)[1]]


def test_every_key_and_value_has_its_place() -> None:
    """A key, a flow list, a nested value."""
    root = sound("titre: Eau\nlist: [un, 'deux']\n\ndeep:\n  key: 08\n")
    assert root == Mapping(
        [
            (Scalar("titre", 1, 1, 5, True), Scalar("Eau", 1, 8, 3, True)),
            (
                Scalar("list", 2, 1, 4, True),
                Sequence([Scalar("un", 2, 8, 2, True), Scalar("deux", 2, 12, 6, False)], 2, 7, 1),
            ),
            (
                Scalar("deep", 4, 1, 4, True),
                Mapping([(Scalar("key", 5, 3, 3, True), Scalar("08", 5, 8, 2, True))], 5, 3, 0),
            ),
        ],
        1,
        1,
        0,
    )


@pytest.mark.parametrize("text", ["no", "1e3", "2019-09-24", "08", "null", "~", "0x1F", "true", "=", "1_000"])
def test_look_of_a_scalar_decides_nothing(text: str) -> None:
    """A scalar that other readers take for a number, a date or nothing."""
    assert sound(f"a: {text}").pairs[0][1].text == text  # type: ignore[union-attr]


def test_width_of_a_text_of_several_lines_is_that_of_its_first() -> None:
    """A folded text."""
    (_, value), *_ = sound("a: >\n  un\n  deux\n").pairs  # type: ignore[union-attr]
    assert value == Scalar("un deux\n", 1, 4, 7, False)


@pytest.mark.parametrize("text", ["", "\n\n", "# rien\n", "---\n"])
def test_nothing_gives_no_fault(text: str) -> None:
    """A text that says nothing."""
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: *b", [("yaml-alias", 1, 4, 2)]),
        ("a: &b c", [("yaml-anchor", 1, 4, 2)]),
        ("a: &b {c: d}", [("yaml-anchor", 1, 4, 2)]),
        ("a: !!str c", [("yaml-tag", 1, 4, 1)]),
        ("a: !x [c]", [("yaml-tag", 1, 4, 1)]),
        ("a: b\n---\nc: d\n---\ne: f", [("yaml-several-documents", 2, 1, 3)]),
        ("a: 1\nb: 2\na: 3\na: 4", [("yaml-duplicate-key", 3, 1, 1), ("yaml-duplicate-key", 4, 1, 1)]),
        ("a: {b: 1, b: 2}", [("yaml-duplicate-key", 1, 11, 1)]),
        ("{a: b}: c", [("yaml-complex-key", 1, 1, 1)]),
        ("? [a, b]\n: c", [("yaml-complex-key", 1, 3, 1)]),
        ("a: [\n", [("yaml-syntax", 1, 5, 0)]),
    ],
)
def test_what_a_text_may_not_hold(text: str, found: list[tuple[str, int, int, int]]) -> None:
    """A fault of the YAML itself."""
    assert codes(text) == found


def test_what_is_refused_is_not_said_to_be_missing() -> None:
    """An alias as a value, as an item, as a key."""
    root, _ = parse("a: *x\nb: [*x, c]\n*x : d\n[e]: f\n")
    assert isinstance(root, Mapping)
    (_, value), (_, items) = root.pairs
    assert value == Scalar("", 1, 4, REFUSED, True)
    assert isinstance(items, Sequence)
    assert [item.text for item in items.items if isinstance(item, Scalar)] == ["c"]


def test_depth_is_bounded() -> None:
    """A list in a list in a list."""
    assert codes("[" * 32 + "]" * 32) == []
    assert codes("[" * 33 + "]" * 33) == [("yaml-too-deep", 1, 33, 1)]
    assert codes("- " * 100_000)[0][0] == "yaml-too-deep"


def test_number_of_values_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of one item too many; the list itself is a value."""
    monkeypatch.setattr(yaml_nodes, "MOST_NODES", 10)
    assert codes("- a\n" * 9) == []
    assert codes("- a\n" * 10) == [("yaml-too-many", 10, 3, 0)]


@pytest.mark.parametrize(
    "character", ["\x85", "\u2028", "\u2029", "\r", "\x0b", "\x0c", "\x00", "\x1b", "\ufffe"]
)
def test_lines_end_with_lf_alone(character: str) -> None:
    """A character that YAML takes for the end of a line, or cannot hold."""
    root = sound(f"a: x{character}y\nb: 2\n")
    assert isinstance(root, Mapping)
    assert [(key.text, key.line) for key, _ in root.pairs] == [("a", 1), ("b", 2)]
    assert root.pairs[0][1][0] == "x y"


def test_crlf_is_an_end_of_line() -> None:
    """Lines as Windows ends them."""
    root = sound("a: 1\r\nb: 2\r\n")
    assert isinstance(root, Mapping)
    assert [(key.line, value[0]) for key, value in root.pairs] == [(1, "1"), (2, "2")]


def test_character_that_is_none_is_a_space() -> None:
    """Half of a pair of surrogates, as a command line may hold one."""
    assert sound("a: x\ud800y") is not None


@given(
    st.text(st.characters(codec="utf-8"), max_size=60) | st.text("ab:-?[]{},#&*!|>'\"%@` \n\t", max_size=40)
)
def test_any_text_gives_a_tree_or_a_fault_in_it(text: str) -> None:
    """Any text."""
    _, faults = parse(text)
    lines = text.split("\n")
    for fault in faults:
        assert 1 <= fault.line <= len(lines)
        assert fault.column >= 1
