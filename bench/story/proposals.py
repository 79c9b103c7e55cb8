"""Proposals: drafted in June, submitted for July, reviewed, sorted, decided."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from bench.story import messages, proposal_status
from bench.story.days import day_of, days, in_french, spread
from bench.story.events import Event, Rank, not_before
from bench.story.proposal_words import reword
from bench.story.telling import Telling, Writing
from bench.story.texts import Text

if TYPE_CHECKING:
    from bench.story.story import Story

# What a first draft holds; the rest of its keys come when it is submitted.
_FIRST_KEYS = frozenset({"title", "group", "levels", "competences", "status", "origin"})
_FIRST_SECTIONS = 2
_POSITIONS = frozenset({"Variantes", "Position minoritaire", "Positions minoritaires"})


def born(story: "Story", id: str) -> Event | None:
    """Give the event from which others may name a proposal: its draft, or the day it took its present id."""
    text = story.texts.of("proposal").get(id)
    if text is None:
        return None
    return submitted(story, id, text) if text.listed("aliases") else draft(story, id, text)


def draft(story: "Story", id: str, text: Text) -> Event:
    """Give the event of the first draft: in the phase of writing, or after the meeting it comes from."""
    phase = story.calendar.writing
    day = spread(f"{id} draft", phase.starts, max(phase.ends - days(18), phase.starts))
    met = [met.day for one in _origin(text, "meetings") if (met := story.born("meeting", one))]
    day = min(max(day, min(met, default=day)), _judged(text) - days(12))
    event = _event(story, text, day, Rank.DRAFT, messages.DRAFT)
    return not_before(event, story.born("group", str(text.said.get("group"))))


def submitted(story: "Story", id: str, text: Text) -> Event:
    """Give the event by which a group submitted the proposal, with its others when it was written in time.

    One that was written late, but within the phase, is submitted by its last day.
    """
    phase, group = story.calendar.writing, str(text.said.get("group"))
    day = spread(f"{group} submitted", phase.ends - days(6), phase.ends - days(2))
    drafted = draft(story, id, text)
    if drafted.day + days(4) > day:
        late = drafted.day + days(9)
        day = min(late, phase.ends) if drafted.day < phase.ends else late
    day = min(day, _judged(text) - days(3))
    return not_before(_event(story, text, day, Rank.SUBMITTED, messages.SUBMITTED), drafted)


def _judged(text: Text) -> date:
    """Give the first day on which others reviewed, sorted or decided of a text: it was submitted by then."""
    told = [day_of(one.get("date")) for one in (*text.listed("reviews"), *text.listed("assessment"))]
    told += [day_of(one) for one in text.listed("decisions")]
    return min((day for day in told if day), default=date.max)


def tell(story: "Story") -> Iterator[Writing]:
    """Tell every proposal."""
    for id, text in story.texts.of("proposal").items():
        telling = Telling(text=text, born=draft(story, id, text))
        whole = submitted(story, id, text)
        telling.parts.update({(key,): whole for key in text.said if key not in _FIRST_KEYS})
        _sources(story, id, telling)
        _links(story, telling, whole)
        _judgements(story, telling, whole)
        _body(story, id, telling, whole)
        proposal_status.tell(story, id, telling, whole)
        reword(story, id, telling)
        aliases = text.listed("aliases")
        if aliases:
            telling.former = (f"programme/proposals/{aliases[0]}.md", whole)
        yield from telling.writings()


def _event(story: "Story", text: Text, day: date, rank: int, sentence: str) -> Event:
    group, title = str(text.said.get("group")), str(text.said.get("title"))
    return Event(story.within(day), rank, sentence.format(group=story.title(group), title=title), group)


def _origin(text: Text, key: str) -> list[str]:
    return [str(one) for one in (text.said.get("origin") or {}).get(key) or ()]


def _sources(story: "Story", id: str, telling: Telling) -> None:
    """Put each source of the text at the day it was there; a text merged into it, when that was done."""
    kinds = {"contributions": "contribution", "meetings": "meeting", "visits": "meeting"}
    for key, kind in kinds.items():
        for number, one in enumerate(_origin(telling.text, key)):
            telling.parts["origin", key, number] = max(telling.born, story.born(kind, one) or telling.born)
    for number, one in enumerate(_origin(telling.text, "proposals")):
        other = story.texts.of("proposal").get(one)
        if other:
            gone = proposal_status.merged(story, one, other)
            telling.parts["origin", "proposals", number] = max(gone, story.born("proposal", one) or gone)


def _links(story: "Story", telling: Telling, whole: Event) -> None:
    """Put each link to another proposal at the submission of both, an arbitration at its decision."""
    for key in ("requires", "conflicts"):
        telling.parts.pop((key,), None)
        for number, said in enumerate(telling.text.listed(key)):
            other = str(said.get("with") if isinstance(said, dict) else said)
            telling.parts[key, number] = max(whole, story.born("proposal", other) or whole)
            if isinstance(said, dict) and said.get("arbitration"):
                settled = proposal_status.settled(story, str(said["arbitration"]))
                telling.parts[key, number, "arbitration"] = settled or whole


def _judgements(story: "Story", telling: Telling, whole: Event) -> None:
    """Put each review at its day, each decision at the day it was taken."""
    for key in ("reviews", "decisions"):
        telling.parts.pop((key,), None)
    for number, said in enumerate(telling.text.listed("reviews")):
        day = day_of(said.get("date")) or whole.day
        by = str(said.get("by"))
        voice = by if by in story.texts.of("group") else ""
        sentence = messages.REVIEWED.format(by=story.title(by), day=in_french(day))
        telling.parts["reviews", number] = max(
            whole, Event(story.within(day), Rank.REVIEWED, sentence, voice)
        )
    for number, one in enumerate(telling.text.listed("decisions")):
        telling.parts["decisions", number] = proposal_status.settled(story, str(one)) or whole


def _body(story: "Story", id: str, telling: Telling, whole: Event) -> None:
    """Put the last sections after a while, and what divides at the sorting."""
    text, first = telling.text, telling.born.day
    day = spread(f"{id} rewritten", first + days(3), max(whole.day - days(1), first + days(3)))
    rewritten = min(whole, _event(story, text, day, Rank.DRAFT, messages.REWRITTEN))
    titles = [section.partition("\n")[0].removeprefix("## ").strip() for section in text.sections()[1:]]
    telling.sections.update(dict.fromkeys(titles[_FIRST_SECTIONS:], rewritten))
    sorting = proposal_status.sorting(story, text)
    if sorting and text.said["assessment"].get("sorted") == "divisive":
        telling.sections.update({title: max(whole, sorting) for title in titles if title in _POSITIONS})
