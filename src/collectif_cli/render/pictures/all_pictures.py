"""The index of the pictures: which one a method's working has; without any, the totals are drawn."""

from collections.abc import Callable
from typing import Any

from collectif_cli.model.message import message
from collectif_cli.model.vote import Question
from collectif_cli.render.language import Language
from collectif_cli.render.pictures.bars import places, points, votes
from collectif_cli.render.pictures.duels import duels
from collectif_cli.render.pictures.figure import Picture, figure
from collectif_cli.render.pictures.profile import profile
from collectif_cli.render.pictures.rounds import rounds
from collectif_cli.render.pictures.shown import Shown
from collectif_cli.voting.by_duels.worked import Duels
from collectif_cli.voting.by_rounds.worked import Rounds
from collectif_cli.voting.explain import titles_of
from collectif_cli.voting.outcome import Result, Working
from collectif_cli.voting.tally import Tally
from collectif_cli.voting.words import outcome
from collectif_cli.voting.workings.gauges import Gauges
from collectif_cli.voting.workings.places import Places
from collectif_cli.voting.workings.points import Points

# Each takes a working of its own noun, and gives None where no ballot says anything. Objections have none:
# bars would weigh them against the consents, and one is enough. Names have none: those designated are told
# in alphabetical order, and bars would rank them. Lots have none: they measure nothing.
PICTURES: dict[type[Working], Callable[[Any, Shown], Picture | None]] = {
    Gauges: profile,
    Points: points,
    Places: places,
    Duels: duels,
    Rounds: rounds,
}


def picture_of(tally: Tally, question: Question, result: Result, language: Language) -> str:
    """Give the picture of a question with its table, as HTML; nothing where no figure may be told."""
    found = drawn(tally, question, result, language)
    if found is None:
        return ""
    said = message("The outcome: {outcome}.", outcome=outcome(result.outcome, titles_of(question)))
    return figure(said, found, language)


def drawn(tally: Tally, question: Question, result: Result, language: Language) -> Picture | None:
    """Give the picture of a question with its table; None where no figure may be told."""
    shown = Shown(result, titles_of(question), tally.rule, language)
    return _drawn(result.working, shown) if result.working is not None else votes(shown)


def _drawn(working: Working, shown: Shown) -> Picture | None:
    draw = PICTURES.get(type(working))
    return draw(working, shown) if draw is not None else None
