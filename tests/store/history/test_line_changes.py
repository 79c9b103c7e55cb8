"""The lines that are new in a text: those a careful reader would point at, quickly whatever the text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.store.history.line_changes import every_line, new_lines


@pytest.mark.parametrize(
    ("old", "new", "numbers"),
    [
        ("a\nb\nc\n", "a\nb\nc\n", set()),
        ("a\nb\nc\n", "a\nB\nc\n", {2}),
        ("a\nb\nc\n", "a\nc\n", set()),
        ("a\nc\n", "a\nb\nc\n", {2}),
        ("a\nc\n", "a\n\nc\n", {2}),
        ("a\n\nb\n\nc\n", "a\n\nx\n\nb\n\nc\n", {3, 4}),
        ("a\nb\nc\nd\n", "d\na\nb\nc\n", {1}),
        ("", "a\nb\n", {1, 2}),
        ("a\nb\n", "", set()),
        ("a\nb", "a\nb\n", set()),
        ("a\r\nb\r\n", "a\nb\n", set()),
        ("a\nb\n", "a\r\nc\r\n", {2}),
        ("x\n" * 300, "x\n" * 300 + "y\n" + "x\n" * 300, set(range(301, 602))),
        ("x\n" * 300 + "a\n" + "z\n" * 300, "b\n" + "x\n" * 299 + "c\n" + "z\n" * 299 + "d\n", {1, 301, 601}),
    ],
)
def test_examples(old: str, new: str, numbers: set[int]) -> None:
    """No repository: two texts."""
    assert new_lines(old.encode(), new.encode()) == numbers


def test_every_line() -> None:
    """No repository: texts of no line, of one, of two."""
    assert [sorted(every_line(raw)) for raw in (b"", b"a", b"a\n", b"a\nb")] == [[1], [1], [1], [1, 2]]


TEXTS = st.lists(st.sampled_from(["a", "b", "c", "", "d", "e", "f"]), max_size=25)


@given(TEXTS, TEXTS)
def test_what_is_not_new_was_there_in_the_same_order(old: list[str], new: list[str]) -> None:
    """No repository: any two short texts."""
    found = new_lines("\n".join(["début", *old, ""]).encode(), "\n".join(["début", *new, ""]).encode())
    assert found <= set(range(2, len(new) + 2))
    former = iter(old)
    for number, line in enumerate(new, start=2):
        if number not in found:
            assert line in former  # takes what stands before it out of the iterator
        elif old == new:
            raise AssertionError
    assert {number for number, line in enumerate(new, start=2) if line not in old} <= found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["x"] * 200_000, [*["x"] * 150_000, "y", *["x"] * 50_000]),
        ([str(n) for n in range(200_000)], [str(n) if n % 2 else f"{n}!" for n in range(200_000)]),
        ([str(n % 7) for n in range(200_000)], [str(n % 5) for n in range(200_000)]),
        ([str(n) for n in range(200_000)], [str(n) for n in reversed(range(200_000))]),
    ],
)
def test_time_is_bounded(old: list[str], new: list[str]) -> None:
    """No repository: two texts of 200,000 lines on which a naive comparison takes hours."""
    begun = time.perf_counter()
    new_lines("\n".join(old).encode(), "\n".join(new).encode())
    assert time.perf_counter() - begun < 10
