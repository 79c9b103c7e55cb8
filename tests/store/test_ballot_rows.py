"""Rows of ballots written into a text that stays otherwise as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.errors import Refused
from collectif_cli.store.ballot_rows import first_lines, rows_of, with_row, without_row

PATH = "programme/votes/v/ballots.csv"


def said(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(row.ballot, tuple(cell.value for cell in row.cells)) for row in rows_of(text, PATH).rows]


def test_a_row_is_added_put_in_place_and_taken_away() -> None:
    text = first_lines(["q"], "sha256:ab")
    assert text == "# vote: sha256:ab\nballot,q\n"
    text = with_row(with_row(text, PATH, "1", ["for"]), PATH, "2", [""])
    text = with_row(text, PATH, "1", ["against"])
    assert text == "# vote: sha256:ab\nballot,q\n1,against\n2,\n"
    assert without_row(text, PATH, "1") == "# vote: sha256:ab\nballot,q\n2,\n"


def test_the_style_of_the_file_is_kept() -> None:
    text = "ballot;q\r\n1;for"
    assert with_row(text, PATH, "2", ["against"]) == "ballot;q\r\n1;for\n2;against\r\n"
    assert with_row("ballot;q\r\n1;for\r\n2;for\r\n", PATH, "1", ["x"]) == "ballot;q\r\n1;x\r\n2;for\r\n"


def test_a_text_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(Refused):
        with_row("ballot,q\n1,for,against\n", PATH, "2", ["for"])


cells = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=8)


@given(st.lists(st.tuples(cells, cells), max_size=6), st.sampled_from([",", ";"]))
def test_whatever_is_written_reads_back(rows: list[tuple[str, str]], mark: str) -> None:
    text = f"ballot{mark}a{mark}b\n"
    for number, row in enumerate(rows, start=1):
        text = with_row(text, PATH, str(number), row)
    expected = [tuple(" ".join(cell.split()) for cell in row) for row in rows]
    assert [row for _, row in said(text)] == expected
