"""Bars of eight squares for what is met, and the cells that hold them."""

from collectif_cli.progress.standing import PhaseStanding
from collectif_cli.render.table import Cell
from collectif_cli.render.terminal import Screen

BAR = 8
_FULL, _EMPTY = "█", "░"


def bar(met: int, whole: int) -> str:
    """Give a bar; full only when everything is met, empty only when nothing is."""
    full = met * BAR // whole if whole else 0
    if met and not full:
        full = 1
    return _FULL * full + _EMPTY * (BAR - full)


def bar_cell(met: int, whole: int, screen: Screen) -> Cell:
    """Give the bar and the figures, in the colour of how far it is."""
    colour = "green" if met == whole else "yellow" if met else "red"
    return Cell(f"{bar(met, whole)} {met}/{whole}", colour if screen.colour else "")


def phase_cell(phase: PhaseStanding, screen: Screen) -> Cell:
    """Give the bar of a phase; a dash when it was not asked, has not begun, or asks nothing."""
    if not phase.asked or not phase.has_begun or not phase.objectives:
        return Cell("–")
    return bar_cell(phase.met, len(phase.objectives), screen)
