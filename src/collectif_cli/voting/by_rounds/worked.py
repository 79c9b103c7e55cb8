"""What the methods by rounds work out: each round with its votes, what was passed on, who left or got in."""

from typing import NamedTuple

from collectif_cli.voting.outcome import Working


class Moved(NamedTuple):
    """Ballots passed on together: to which option, how many, worth how much each before and after.

    ``to`` is empty where no option on them is still in the running.
    """

    to: str
    papers: int
    value: int
    after: int


class StageTie(NamedTuple):
    """A tie inside the count: between whom, what settled it, and who was taken.

    ``by`` is ``together`` (all of them leave, whatever the order), ``either`` (every choice ends the same),
    ``no-votes`` (they have nothing to pass on), ``earlier-stage`` (with its number, from 1), ``lot`` (with
    the SHA-256 of each, the smallest first) or ``kept`` (each choice was tried, and they end otherwise).
    """

    options: tuple[str, ...]
    by: str
    chosen: tuple[str, ...] = ()
    stage: int = 0
    draws: tuple[tuple[str, str], ...] = ()


class Stage(NamedTuple):
    """A round: what was done, and the votes at its end.

    ``act`` is ``first``, ``surplus`` (of the one of ``options``) or ``exclusion`` (of all ``options``).
    ``votes`` are in the order of the paper, in the unit of the working, as are ``left`` (what no longer
    counts for anyone) and ``needed`` (what it takes to be elected). ``elected`` are those who reached it in
    this round; ``tie`` is the one that was settled to choose ``options``. ``cut`` is what was lost so far by
    cutting decimals off.
    """

    act: str
    options: tuple[str, ...]
    moved: tuple[Moved, ...]
    votes: tuple[int, ...]
    left: int
    needed: int
    elected: tuple[str, ...] = ()
    tie: StageTie | None = None
    cut: int = 0


class Rounds(Working):
    """All the rounds; ``unit`` is what a ballot is worth at first: 1, or 100000 for five decimals.

    ``last`` are those elected because they were as many as the seats left; ``tied`` is the tie at which
    the count stopped, if it did. ``complete`` is False where the choices were too many to try them all.
    ``skipped`` and ``twice`` say what became of the defects of these ballots, where they have any: ``skip``
    or ``exhaust``. ``lot`` is the text whose SHA-256 draws lots.
    """

    options: tuple[str, ...]
    seats: int = 1
    papers: int
    unit: int = 1
    stages: tuple[Stage, ...] = ()
    last: tuple[str, ...] = ()
    tied: StageTie | None = None
    complete: bool = True
    skipped: str = ""
    twice: str = ""
    lot: str = ""
