"""The matrix of duels: a table in which each duel that is won is dark, bold and ticked."""

from collectif_cli.model.message import message
from collectif_cli.render.pictures.figure import Cell, Grid, Head, Picture
from collectif_cli.render.pictures.shown import Shown
from collectif_cli.voting.by_duels.worked import Duels

_DEGREES = 4  # shades, by how much a duel is won


def duels(working: Duels, shown: Shown) -> Picture | None:
    """Give the duels of each option against each other, in the order of the result; None with no ballot."""
    if not any(any(row) for row in working.matrix):
        return None
    dropped = {one.option for one in working.against if one.because}
    order = sorted(_order(working, shown), key=lambda option: option in dropped)
    named = {
        option: message("{place}. {options}", place=number, options=shown.titles[option])
        for number, option in enumerate(order, start=1)
    }
    rows = []
    for option in order:
        said = named[option] if option not in dropped else message("{option} (dropped)", option=named[option])
        rows.append((Cell(shown.say(said)), *(_cell(working, option, one, shown) for one in order)))
    heads = (Head(""), *(Head(str(n), shown.title(option)) for n, option in enumerate(order, start=1)))
    reading = (
        message("Each row says how many ballots place its option before that of each column."),
        message("✓: the duel is won; the stronger the colour, the more clearly. =: the two are equal."),
    )
    return Picture(reading, "", Grid(message("The duels"), heads, rows))


def _order(working: Duels, shown: Shown) -> tuple[str, ...]:
    """Give the options as the result orders them; else those that lead first, then as on the paper."""
    order = [option for level in shown.result.ranking for option in level]
    return tuple(dict.fromkeys((*order, *working.leaders, *working.smith, *working.options)))


def _cell(working: Duels, option: str, other: str, shown: Shown) -> Cell:
    if option == other:
        return Cell("", "none")
    one, two = working.options.index(option), working.options.index(other)
    votes, against = working.matrix[one][two], working.matrix[two][one]
    said = shown.value(votes)
    if votes == against:
        return Cell(f"{said} =", "equal")
    if votes < against:
        return Cell(said, "lost")
    degree = 1 + (votes - against) * _DEGREES // (votes + against + 1)
    return Cell(f"{said} ✓", f"won won-{degree}")
