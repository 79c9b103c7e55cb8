"""What a terminal is given: safe texts, true widths, tables that fit."""

from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.render.table import Cell, table
from collectif_cli.render.terminal import Screen, columns, paragraph, safe


def test_nothing_acts_on_the_terminal() -> None:
    assert safe("a\x1b[2Jb\x07\u202ec\td") == "a\ufffd[2Jb\ufffd\ufffdc    d"


@given(st.text())
def test_safe_text_has_no_control_but_line_ends(text: str) -> None:
    assert all(character == "\n" or ord(character) >= 32 for character in safe(text))


def test_columns_of_wide_and_combined_characters() -> None:
    assert [columns(text) for text in ("eau", "été", "e\u0301", "水", "")] == [3, 3, 1, 2, 0]


@given(
    st.text(st.characters(categories=["L", "N", "Zs", "P"])),
    st.integers(20, 120),
    st.sampled_from(["", "  "]),
)
def test_a_sentence_keeps_within_the_screen_of_a_person(text: str, width: int, first: str) -> None:
    said = paragraph(text, Screen(width=width, interactive=True), first, "  ")
    assert said.endswith("\n")
    assert all(len(one) <= width or len(one.split()) == 1 for one in said.splitlines())
    assert "".join(said.split()) == "".join(safe(text).split())


def test_a_sentence_is_one_line_in_a_pipe_and_hangs_on_a_screen() -> None:
    text = "  write under each heading of programme/proposals/a.md"
    assert paragraph(text, Screen(width=20)) == f"{text}\n"
    assert paragraph(text, Screen(width=24, interactive=True), then="  ").splitlines() == [
        "  write under each",
        "    heading of",
        "    programme/proposals/a.md",
    ]


ROWS = [[Cell("Eau"), Cell("████ 4/4"), Cell("bilan, chiffrage")], [Cell("Été 水"), Cell("–"), Cell("rien")]]


def test_table_fits_its_columns() -> None:
    assert table(["", "construction", "en attente"], ROWS, Screen(width=80)) == (
        "        construction  en attente\nEau     ████ 4/4      bilan, chiffrage\nÉté 水  –             rien"
    )


def test_heads_shorten_before_the_table_breaks() -> None:
    assert table(["", "construction", "en attente"], ROWS, Screen(width=36)).splitlines()[0] == (
        "        constru…  en attente"
    )


def test_narrow_table_is_a_list() -> None:
    shown = table(["", "construction", "en attente"], ROWS, Screen(width=24))
    assert shown.startswith("Eau\n  construction ████ 4/4\n  en attente bilan,\n")


def test_narrow_list_is_in_columns_where_they_fit_and_says_nothing_of_nothing() -> None:
    rows = [
        [Cell("Eau et assainissement"), Cell("████ 4/4"), Cell("bilan, chiffrage")],
        [Cell("Air"), Cell("–"), Cell("")],
    ]
    assert table(["", "construction", "en attente"], rows, Screen(width=36)).splitlines() == [
        "Eau et assainissement",
        "  construction  ████ 4/4",
        "  en attente    bilan, chiffrage",
        "Air",
        "  construction  –",
    ]


@given(st.integers(20, 200))
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    shown = table(["", "construction", "en attente"], ROWS, Screen(width=width))
    assert max(columns(line) for line in shown.splitlines()) <= width
