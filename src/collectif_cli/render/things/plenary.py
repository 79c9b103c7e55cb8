"""A plenary: who came, the agenda, each decision, the minutes."""

from collections.abc import Iterator

from collectif_cli.consolidation.acts import Acts
from collectif_cli.model.body import without_comments
from collectif_cli.model.message import Message, message
from collectif_cli.model.plenary import Plenary
from collectif_cli.model.programme import Programme
from collectif_cli.render.documents.acts import counts, details, what
from collectif_cli.render.documents.plenary_words import came
from collectif_cli.render.language import Language
from collectif_cli.render.things.thing import About, Fact, Passage, Thing


def ids(programme: Programme) -> dict[str, str]:
    """Give the ids of the plenaries."""
    return {id: id for id in programme.plenaries}


def make(id: str, about: About, language: Language) -> Thing:
    """Give the plenary of that id."""
    plenary = about.programme.plenaries[id]
    number = plenary.number.value if plenary.number else None
    state = message("plenary {number}", number=str(number)) if number is not None else message("plenary")
    decided = "\n".join(_decisions(plenary, Acts(about.programme, about.faults), language))
    body = without_comments(plenary.body.text).strip()
    return Thing(
        kind="plenary",
        id=id,
        title=plenary.title.value if plenary.title else language.say(state),
        span=plenary.span,
        state=state,
        facts=tuple(_facts(plenary)),
        passages=tuple(
            passage
            for passage in (Passage(message("decisions"), decided), Passage(message("minutes"), body))
            if passage.text
        ),
    )


def _facts(plenary: Plenary) -> Iterator[Fact]:
    day = plenary.date.value
    yield Fact("date", message("date"), message("{day}", day=day), day.isoformat())
    if plenary.place is not None:
        yield Fact("place", message("place"), plenary.place.value)
    present = plenary.attendance.present if plenary.attendance else None
    yield Fact("present", message("present"), came(plenary), present.value if present else None)
    if plenary.agenda:
        titles = [item.title.value for item in plenary.agenda]
        yield Fact("agenda", message("agenda"), " · ".join(titles), titles)


def _decisions(plenary: Plenary, acts: Acts, language: Language) -> Iterator[str]:
    """Yield a line for each decision, with its id, as it would be cited."""
    for decision, act in zip(plenary.decisions, acts.taken(plenary), strict=True):
        said = [what(act), *details(act), *(one for each in act.known.counted for one in counts(each))]
        words = [language.say(one) if isinstance(one, Message) else one for one in said]
        on = ", ".join(one.value for one in decision.on)
        yield f"- {decision.id.value} · {' · '.join(words)}{f' ({on})' if on else ''}"
