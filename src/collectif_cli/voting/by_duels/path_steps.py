"""The steps of a counting sheet for Schulze: what a path is, the strongest ones compared, who comes first."""

from itertools import combinations

from collectif_cli.model.message import Message, message
from collectif_cli.voting.by_duels.words import route, score, worth
from collectif_cli.voting.by_duels.worked import Duels, Path
from collectif_cli.voting.duels import Strength, strength
from collectif_cli.voting.step import Step
from collectif_cli.voting.words import Titles


def path_steps(working: Duels, titles: Titles) -> tuple[Step, ...]:
    """Give the steps that compare the paths."""
    return _what_a_path_is(working), _paths(working, titles), _first(working, titles)


def _what_a_path_is(working: Duels) -> Step:
    said = message(
        "A path goes from an option to another by duels won, each option beating the next; "
        "it is worth its weakest duel."
    )
    return Step(said, worth(working.measure))


def _paths(working: Duels, titles: Titles) -> Step:
    """Compare, for each two options, the strongest path one way with the strongest path back."""
    found = {(one.route[0], one.route[-1]): one for one in working.paths}
    out = {one.option for one in working.against if one.because}
    stay = [option for option in working.options if option not in out]
    said = message("For each two options, compare the strongest path from one to the other and the one back:")
    lines = (_compared(found, one, other, working.measure, titles) for one, other in combinations(stay, 2))
    return Step(said, tuple(lines))


def _compared(
    found: dict[tuple[str, str], Path], one: str, other: str, measure: str, titles: Titles
) -> Message:
    there, back = found.get((one, other)), found.get((other, one))
    if _strength(back, measure) > _strength(there, measure):
        one, other, there, back = other, one, back, there
    values = {"one": titles[one], "other": titles[other], "there": _told(there, measure, titles)}
    if _strength(there, measure) == _strength(back, measure):
        return message(
            "nothing separates “{one}” and “{other}”: {there}; back: {back}",
            back=_told(back, measure, titles),
            **values,
        )
    return message(
        "“{one}” comes before “{other}”: {there}; back: {back}", back=_told(back, measure, titles), **values
    )


def _strength(path: Path | None, measure: str) -> Strength:
    return () if path is None else strength(path.votes, path.against, measure)


def _told(path: Path | None, measure: str, titles: Titles) -> Message:
    """Say what a path is worth, and which options it goes through."""
    if path is None:
        return message("no path")
    worth = score(path.votes, path.against, measure)
    if len(path.route) == 2:
        return message("{score} directly", score=worth)
    return message("{score} by way of {route}", score=worth, route=route(path.route[1:-1], titles))


def _first(working: Duels, titles: Titles) -> Step:
    leaders = tuple(titles[option] for option in working.leaders)
    if len(leaders) == 1:
        return Step(message("No option comes before “{option}”.", option=leaders[0]))
    return Step(message("No option comes before any of these: {options}.", options=leaders))
