"""What is written in ``result.yaml`` is read back as the same texts, by our own reader and by another."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from collectif_cli.model.record import Node, Record, record
from collectif_cli.store.result_file import result_text
from collectif_cli.store.yaml_nodes import parse
from collectif_cli.store.yaml_tree import Mapping, Scalar, Sequence

texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.sampled_from(
        ["no", "true", "null", "~", "1e3", "08", "2019-09-24", "a: b", "- a", "# a", "é", "", " a", "y"]
    ),
)
keys = st.one_of(st.from_regex(r"\A[a-z]+(-[a-z0-9]+)*\Z"), texts)
leaves = st.one_of(texts, st.integers(min_value=0, max_value=10**30), st.booleans())


def records(of: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    pairs = st.lists(st.tuples(keys, of), max_size=4, unique_by=lambda pair: pair[0])
    return st.one_of(pairs.map(lambda found: Record(tuple(found))), st.lists(of, max_size=4).map(tuple))


nodes = st.recursive(leaves, records, max_leaves=12)


def plain(node: Node) -> Any:
    if isinstance(node, Record):
        return {key: plain(value) for key, value in node.pairs}
    if isinstance(node, tuple):
        return [plain(one) for one in node]
    return node


def as_read(node: Any) -> Any:
    """Give what the tool's reader found; every scalar is still text."""
    if isinstance(node, Mapping):
        return {key.text: as_read(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [as_read(one) for one in node.items]
    assert isinstance(node, Scalar)
    return node.text


def as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_text(inner) for inner in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


@given(st.lists(st.tuples(keys, nodes), min_size=1, max_size=5, unique_by=lambda pair: pair[0]))
def test_whatever_is_written_is_read_back(pairs: list[tuple[str, Node]]) -> None:
    written = result_text(Record(tuple(pairs)))
    root, faults = parse(written)
    assert not faults
    expected = plain(Record(tuple(pairs)))
    assert as_read(root) == as_text(expected)
    assert YAML(typ="safe", pure=True).load(written) == expected


def test_layout_is_the_one_people_would_write() -> None:
    written = record(
        ("vote", "2019-09-24-alimentation"),
        ("absent", None),
        ("elected", ("a", "no")),
        ("figures", record(("cast", 35), ("reached", True))),
        (
            "questions",
            (record(("question", "q"), ("counts", Record((("a", 3),)))), record(("question", "r"))),
        ),
        ("empty", ()),
    )
    assert result_text(written) == (
        'vote: "2019-09-24-alimentation"\n'
        'elected: [a, "no"]\n'
        "figures:\n  cast: 35\n  reached: true\n"
        "questions:\n  - question: q\n    counts:\n      a: 3\n  - question: r\n"
        "empty: []\n"
    )
