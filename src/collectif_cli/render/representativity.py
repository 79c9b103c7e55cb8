"""Who takes part, for a terminal and for programs."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.threshold import Threshold
from collectif_cli.progress.representativity import MEASURES, Figure, Portrait, Representativity
from collectif_cli.render.for_programs import for_programs
from collectif_cli.render.language import Language
from collectif_cli.render.table import Cell, table
from collectif_cli.render.terminal import Screen, safe, wrapped

_WIDEST = 110
_NAMES = {
    "women": message("women"),
    "men": message("men"),
    "other": message("other or not said"),
    "first_engagement": message("first engagement"),
    "under_30": message("under 30"),
}
_SHORT = {
    **_NAMES,
    "other": message("other"),
    "first_engagement": message("1st eng."),
    "under_30": message("< 30"),
}
_UNTOLD, _UNDECLARED = "·", "–"
_AIMS: dict[str, Callable[[str], Message]] = {
    ">": lambda share: message("the aim: more than {share}", share=share),
    ">=": lambda share: message("the aim: at least {share}", share=share),
    "<": lambda share: message("the aim: less than {share}", share=share),
    "<=": lambda share: message("the aim: at most {share}", share=share),
}


def representativity_text(found: Representativity, language: Language, screen: Screen) -> str:
    """Give the whole against its targets, each group, then how the whole changed."""
    width = min(screen.width, _WIDEST)
    narrow = screen._replace(width=width)
    declared = sum(one.portrait is not None for one in found.groups)
    head = messages(
        "{n} group of {groups} says who takes part",
        "{n} groups of {groups} say who takes part",
        declared,
        groups=len(found.groups),
    )
    lines = wrapped(language.say(head), width)
    if found.whole is None:
        nothing = message("nothing to add up yet: groups declare totals under “composition” in group.yaml")
        return "\n".join([*lines, *wrapped(language.say(nothing), width)]) + "\n"
    lines += ["", table(("", "", "", ""), list(_whole(found, found.whole, language)), narrow)]
    lines += ["", *_groups(found, language, narrow)]
    if found.past:
        title = screen.paint(language.say(message("over time")), "bold")
        lines += ["", title, *_past(found, language, narrow)]
    lines += ["", *(line for one in _remarks(found) for line in wrapped(language.say(one), width))]
    return "\n".join(lines) + "\n"


def _whole(found: Representativity, whole: Portrait, language: Language) -> Iterator[list[Cell]]:
    for measure in MEASURES:
        if measure in whole.figures:
            figure, aim = whole.figures[measure], found.targets.get(measure)
            yield [
                Cell(language.say(_NAMES[measure])),
                Cell(_percent(figure, language)),
                Cell(language.say(_among(figure, found.least))),
                _aim(figure, aim, language) if aim else Cell(""),
            ]


def _percent(figure: Figure, language: Language) -> str:
    """Give a share in whole percents, halves upwards."""
    if figure.share is None:
        return _UNTOLD
    return language.say(message("{n}%", n=int(figure.share * 100 + Fraction(1, 2))))


def _among(figure: Figure, least: int) -> Message:
    if figure.people is None:
        return message("not told: about fewer than {least}", least=least)
    return message("{count} of {total}", count=figure.people, total=figure.total)


def _aim(figure: Figure, aim: Threshold, language: Language) -> Cell:
    said = _AIMS[aim.sign](f"{aim.share.numerator}/{aim.share.denominator}")
    if figure.people is None:
        return Cell(language.say(said))
    met = aim.met_by(figure.people, figure.total)
    mark = message("{aim}, met", aim=said) if met else message("{aim}, not met", aim=said)
    return Cell(language.say(mark), "green" if met else "yellow")


def _groups(found: Representativity, language: Language, screen: Screen) -> list[str]:
    heads = ["", language.say(message("people")), *(language.say(_SHORT[one]) for one in MEASURES)]
    rows = [
        [
            Cell(safe(one.group.name)),
            Cell(str(one.portrait.total)),
            *(Cell(_count(one.portrait, measure)) for measure in MEASURES),
            Cell(one.portrait.day.isoformat()),
        ]
        for one in found.groups
        if one.portrait is not None
    ]
    return [table([*heads, language.say(message("on"))], rows, screen)]


def _count(portrait: Portrait, measure: str) -> str:
    figure = portrait.figures.get(measure)
    if figure is None:
        return _UNDECLARED
    return _UNTOLD if figure.people is None else str(figure.people)


def _past(found: Representativity, language: Language, screen: Screen) -> list[str]:
    heads = ["", language.say(message("people")), *(language.say(_SHORT[one]) for one in MEASURES)]
    portraits = [*found.past, *([found.whole] if found.whole else [])]
    rows = [
        [
            Cell(one.day.isoformat()),
            Cell(str(one.total)),
            *(Cell(_share(one, measure, language)) for measure in MEASURES),
        ]
        for one in portraits
    ]
    return [table(heads, rows, screen)]


def _share(portrait: Portrait, measure: str, language: Language) -> str:
    figure = portrait.figures.get(measure)
    return _UNDECLARED if figure is None else _percent(figure, language)


def _remarks(found: Representativity) -> Iterator[Message]:
    yield message("whoever is in several groups is counted in each of them")
    yield messages(
        "·: not told, for it speaks of fewer than {n} person, or would let one work it out",
        "·: not told, for it speaks of fewer than {n} people, or would let one work it out",
        found.least,
    )
    yield message("–: not declared")
    small = sum(one.small for one in found.groups)
    if small:
        yield messages(
            "{n} group is left out: it is about fewer than {least} people",
            "{n} groups are left out: each is about fewer than {least} people",
            small,
            least=found.least,
        )
    if not found.targets:
        yield message("no aim is written: “representativity” in collectif.yaml holds them")


def representativity_json(found: Representativity) -> str:
    """Give the same for programs; what is not told is null."""
    return for_programs(
        {
            "version": 1,
            "minimum_cell": found.least,
            "targets": {measure: str(aim) for measure, aim in found.targets.items()},
            "whole": _portrait(found.whole),
            "groups": [
                {"id": one.group.id, "too_small": one.small, "people": _portrait(one.portrait)}
                for one in found.groups
            ],
            "past": [_portrait(one) for one in found.past],
        }
    )


def _portrait(one: Portrait | None) -> dict[str, Any] | None:
    if one is None:
        return None
    figures = {
        measure: {"count": figure.people, "of": figure.total} for measure, figure in one.figures.items()
    }
    return {"date": one.day.isoformat(), "total": one.total, **figures}
