"""Ballots held in piles, each by the option it counts for, that pass to the next one still in the running."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from collectif_cli.voting.by_rounds.preferences import Paper


class Held(NamedTuple):
    """Alike ballots in a pile: their preferences, the place of the one they count for, how many they are."""

    order: tuple[str, ...]
    at: int
    number: int


Pile = list[Held]


def first_piles(papers: Iterable[Paper], options: Iterable[str]) -> dict[str, Pile]:
    """Give the pile of each option: the ballots that put it first."""
    piles: dict[str, Pile] = {option: [] for option in options}
    for order, number in papers:
        if order:
            piles[order[0]].append(Held(order, 0, number))
    return piles


def passed_on(pile: Pile, still: Collection[str]) -> dict[str, Pile]:
    """Give the ballots of a pile by the next option on them that is ``still`` in; under "" for none."""
    found: dict[str, Pile] = {}
    for held in pile:
        order, at, number = held
        for place in range(at + 1, len(order)):
            if order[place] in still:
                found.setdefault(order[place], []).append(Held(order, place, number))
                break
        else:
            found.setdefault("", []).append(held)
    return found


def papers_in(pile: Pile) -> int:
    """Give how many ballots a pile holds."""
    return sum(held.number for held in pile)
