"""What the methods by duels work out: the matrix, who was dropped, the paths or the pairs."""

from typing import NamedTuple

from collectif_cli.voting.by_duels.default_option import Against, Hurdle
from collectif_cli.voting.duels import Matrix
from collectif_cli.voting.outcome import Working


class Path(NamedTuple):
    """A strongest path: the options it goes through, and the two sides of its weakest duel."""

    route: tuple[str, ...]
    votes: int
    against: int


class Pair(NamedTuple):
    """A duel that is won, in the order in which ranked pairs takes it.

    ``kept`` is ``yes``, ``no`` or ``depends`` (on the order of equal duels). ``route`` is the circle that it
    would close, from its loser to its winner; ``digest`` is its SHA-256 where a lot orders equal duels.
    """

    winner: str
    loser: str
    votes: int
    against: int
    kept: str
    route: tuple[str, ...] = ()
    digest: str = ""


class Duels(Working):
    """What the duels gave; ``options`` and ``matrix`` hold every option of the paper, dropped ones too.

    ``winner`` is the option that wins all its duels, if there is one; ``smith`` the smallest group whose
    members win every duel against the others; both leave out the dropped options. ``paths`` is empty but
    under Schulze, ``pairs`` but under ranked pairs. ``lot`` is the text whose SHA-256 orders equal duels.
    ``complete`` is False where the orders of equal duels were too many to try them all.
    """

    options: tuple[str, ...]
    matrix: Matrix
    unranked: str
    measure: str = ""
    hurdle: Hurdle | None = None
    against: tuple[Against, ...] = ()
    winner: str = ""
    smith: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    paths: tuple[Path, ...] = ()
    pairs: tuple[Pair, ...] = ()
    lot: str = ""
    complete: bool = True
