"""``collectif.yaml``: the calendar as it was known, the rules as they were adopted."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from bench.story import messages
from bench.story.days import day_of, in_french, spoken_days
from bench.story.events import Event, Rank, not_before
from bench.story.telling import Telling, Writing

if TYPE_CHECKING:
    from bench.story.story import Story

_WITH_THE_METHOD = ("proposal", "freeze_before_plenary")


def tell(story: "Story") -> Iterator[Writing]:
    """Tell the head of the programme."""
    text = story.texts.one("collective")
    if text is None:
        return
    telling = Telling(text=text, born=_launch(story))
    _phases(story, telling)
    _rules(story, telling)
    _exceptions(story, telling)
    yield from telling.writings()


def _phases(story: "Story", telling: Telling) -> None:
    """Put the phases of the collective at the revision of the calendar, and what each asks for in its time.

    Until that revision the phases had the days that had been planned.
    """
    revised = _adopted(story, "calendar", messages.CALENDAR_REVISED)
    before = story.calendar.launch
    for number, said in enumerate(telling.text.listed("phases")):
        starts = day_of(said.get("starts")) or story.calendar.launch
        there = revised if said.get("scope") == "collective" else telling.born
        telling.parts["phases", number] = there
        for place, objective in enumerate(said.get("objectives") or ()):
            path = ("phases", number, "objectives", place)
            telling.parts[path] = max(there, _asked(story, before, starts, objective))
            telling.parts[*path, "waived_by"] = _waived(story, telling.born, objective)
        for key in ("starts", "ends"):
            planned = said.get(f"planned_{key}")
            if planned:
                telling.parts["phases", number, f"planned_{key}"] = revised
                telling.values["phases", number, key] = [(str(planned), revised)]
        before = starts


def _asked(story: "Story", before: date, starts: date, objective: dict[str, Any]) -> Event:
    """Give the event by which an objective was written: when the phase before it began."""
    sentence = messages.CALENDAR_OBJECTIVES.format(day=in_french(starts))
    event = Event(story.within(before), Rank.CALENDAR, sentence)
    vote = (objective.get("evidence") or {}).get("vote") or {}
    return not_before(event, story.subject(str(vote.get("on"))))


def _waived(story: "Story", born: Event, objective: dict[str, Any]) -> Event:
    decided = story.born("decision", str(objective.get("waived_by")))
    return not_before(born, decided)


def _rules(story: "Story", telling: Telling) -> None:
    """Put the rules at the adoption of the method, or at the first vote that follows one of them."""
    method = _adopted(story, "method", messages.RULES)
    for key in _WITH_THE_METHOD:
        telling.parts[key,] = method
    for name in telling.text.said.get("decision_rules") or {}:
        votes = [
            story.born("vote", id)
            for id, text in story.texts.of("vote").items()
            if text.said.get("rule") == name
        ]
        first = min((event.day for event in votes if event), default=method.day)
        rule = Event(first, Rank.CALENDAR, messages.RULE.format(rule=name))
        telling.parts["decision_rules", name] = min(method, rule)
    telling.parts["list_rules",] = _designating(story)


def _designating(story: "Story") -> Event:
    """Give the event of the rules for the list: a plenary that chooses people is convened."""
    for id, text in story.texts.of("plenary").items():
        convened = story.born("plenary", id)
        if convened and any(item.get("kind") == "designation" for item in text.listed("agenda")):
            return Event(convened.day, Rank.CALENDAR, messages.LIST_RULES)
    return _launch(story)


def _exceptions(story: "Story", telling: Telling) -> None:
    """Put each exception to a check at the day that its reason says, else when the last phase began."""
    ignored = (telling.text.said.get("checks") or {}).get("ignore") or ()
    for number, said in enumerate(ignored):
        spoken = spoken_days(str(said.get("reason")), story.calendar.launch)
        day = story.within(max(spoken, default=story.calendar.last.starts))
        sentence = messages.EXCEPTION.format(path=said.get("path") or said.get("rule"))
        telling.parts["checks", "ignore", number] = Event(day, Rank.MINUTES, sentence)


def _adopted(story: "Story", word: str, sentence: str) -> Event:
    """Give the event that follows the first decision on a word such as ``calendar``, else the launch."""
    day = next((one.day for one in story.decisions if word in one.named("on")), None)
    return Event(day, Rank.CALENDAR, sentence) if day else _launch(story)


def _launch(story: "Story") -> Event:
    return Event(story.calendar.launch, Rank.CALENDAR, messages.LAUNCH)
