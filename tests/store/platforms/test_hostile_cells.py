"""Hostile cells: each ends as a finding with its row and its column, and the rest is still taken."""

import pytest

from tests.store.platforms.samples import handed, read, said

HEAD = "id,titre,texte\n"


def table(rows: str | bytes) -> tuple[list[tuple[str, str, str]], list[tuple[int, int, str]]]:
    raw = HEAD.encode() + (rows if isinstance(rows, bytes) else rows.encode())
    sent, notes = read("table", handed("ideas.csv", raw))
    assert sent is not None
    return [(one.key, one.title.value, one.body.value) for one in sent], said(notes)


@pytest.mark.parametrize(
    "cell", ["=SUM(A1:A9)", "=1+1", "@SUM(1)", "+cmd|' /C calc'!A0", "-2+3+cmd|'x'!A0", '=HYPERLINK("x")']
)
def test_a_formula_is_text(cell: str) -> None:
    quoted = cell.replace('"', '""')
    found, told = table(f'1,Un,"{quoted}"\n2,Deux,Bien\n')
    assert told == [(2, 3, "this cell looks like a formula: it was kept as text")]
    assert found[0][2].replace("\\", "") == cell
    assert found[1] == ("2", "Deux", "Bien")
    assert not found[0][2].startswith("=")


@pytest.mark.parametrize("cell", ["- un tiret", "+ de bus", "@ bientôt", "-5 degrés", "= mieux", "=> mieux"])
def test_words_are_no_formula(cell: str) -> None:
    assert table(f"1,Un,{cell}\n")[1] == []


@pytest.mark.parametrize(
    "cell",
    [
        "<script>alert(1)</script>Un banc",
        "Un banc<img src=x onerror=alert(1)>",
        "<iframe src='https://x.example'></iframe>Un banc",
        "<a href='javascript:alert(1)'>Un banc</a>",
    ],
)
def test_a_script_goes(cell: str) -> None:
    found, told = table(f'1,Un,"{cell}"\n2,Deux,Bien\n')
    assert [body for _, _, body in found] == ["Un banc", "Bien"]
    assert told == [(2, 3, "a script was taken out of this cell")]


def test_a_huge_cell_leaves_its_row_aside() -> None:
    found, told = table(f"1,Un,{'x' * 100_001}\n2,Deux,Bien\n")
    assert found == [("2", "Deux", "Bien")]
    assert told == [(2, 3, "this cell holds {n} character: its row was left aside")]


def test_what_nobody_sees_goes() -> None:
    found, told = table("1,Un,a\x00b\u202ec\x1b[31m\n2,Deux,Bien\n")
    assert found == [("1", "Un", "abc\\[31m"), ("2", "Deux", "Bien")]
    assert told == [(2, 3, "invisible characters were taken out of this cell")]


def test_another_alphabet_is_told() -> None:
    found, told = table("1,Un,été\n".encode("windows-1252"))
    assert found == [("1", "Un", "été")]
    assert told == [(2, 1, "the file is not in UTF-8: it was read as Windows-1252")]
    found, told = table("1,Un,été\n".encode() + "2,Deux,hôtel\n".encode("windows-1252") + b"3,Trois,ici\n")
    assert [body for _, _, body in found] == ["été", "hôtel", "ici"]
    assert told == [(3, 1, "this line is not in UTF-8 like the others: it was read as Windows-1252")]
    raw = "\ufeffid,titre,texte\n1,Un,été\n".encode("utf-16-le")
    sent, notes = read("table", handed("ideas.csv", raw))
    assert sent is not None
    assert (sent[0].body.value, said(notes)) == ("été", [])


def test_a_quote_that_nobody_closed_costs_one_row() -> None:
    found, told = table('1,Un,Bien\n2,Deux,"ouvert\n3,Trois,Bien\n4,Quatre,"fermé"\n5,Cinq,Bien\n')
    assert [key for key, _, _ in found] == ["1", "3", "4", "5"]
    assert told == [(3, 3, "this row cannot be cut into cells")]


def test_a_quote_that_closes_too_soon_costs_one_row() -> None:
    found, told = table('1,Un,Bien\n2,"Deux"x,Bien\n3,Trois,"sur\ndeux lignes"\n')
    assert [key for key, _, _ in found] == ["1", "3"]
    assert told == [(3, 2, "this row cannot be cut into cells")]


def test_a_row_with_too_many_cells_is_told() -> None:
    found, told = table("1,Un,Bien\n2,Deux,oui, mais\n3,Trois\n")
    assert [key for key, _, _ in found] == ["1", "3"]
    assert told == [(3, 4, "this row has {n} cell, for {size} columns")]


def test_a_file_of_broken_rows_ends() -> None:
    found, told = table('1,"a"b,c\n' + 'x,"\n' * 20_000)
    assert found == []
    assert 0 < len(told) < 300


def test_a_file_of_another_kind_has_no_rows() -> None:
    for raw in (b"", b"\n\n", b"\x00" * 1000):
        sent, notes = read("table", handed("ideas.csv", raw))
        assert not sent
        assert sent is not None or notes.faults
