"""Tables at every width: columns, last columns under each row, lists."""

from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.render.table import Cell, table
from collectif_cli.render.terminal import Screen, columns

HEADS = ("", "phase", "planned", "owes")
ROWS = [
    [Cell("Eau"), Cell("████████ 4/4"), Cell("–"), Cell("–")],
    [Cell("Biodiversité, ville nature"), Cell("██████░░ 3/4"), Cell("31 Oct 2019"), Cell("Binôme mandaté")],
]


def shown(width: int, hanging: int = 2) -> list[str]:
    return table(HEADS, ROWS, Screen(width=width), hanging).split("\n")


def test_what_has_no_room_goes_under_the_rows_that_need_it() -> None:
    assert shown(100) == [
        "                            phase         planned      owes",
        "Eau                         ████████ 4/4  –            –",
        "Biodiversité, ville nature  ██████░░ 3/4  31 Oct 2019  Binôme mandaté",
    ]
    assert shown(50) == [
        "                            phase",
        "    · owes",
        "Eau                         ████████ 4/4",
        "Biodiversité, ville nature  ██████░░ 3/4",
        "    · planned 31 Oct 2019",
        "    · Binôme mandaté",
    ]


def test_a_narrow_terminal_has_a_list() -> None:
    assert shown(30)[:2] == ["Eau", "  phase ████████ 4/4"]
    assert shown(50, hanging=0)[0] == "Eau"


@given(
    st.integers(40, 200),
    st.integers(0, 2),
    st.lists(st.lists(st.text("abé ", max_size=30), min_size=4, max_size=4), min_size=1, max_size=4),
)
def test_no_line_is_wider_than_the_terminal(width: int, hanging: int, texts: list[list[str]]) -> None:
    """Words of thirty letters at most: what cannot be cut still fits."""
    rows = [[Cell(" ".join(text.split())) for text in row] for row in texts]
    lines = table(HEADS, rows, Screen(width=width), hanging).split("\n")
    assert max(map(columns, lines)) <= max(width, 46)
