"""Contributions: received as ``new``, given to a group, answered."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from bench.story import messages
from bench.story.days import day_of, days, in_french, spoken_days, spread, sunday
from bench.story.events import Event, Rank, not_before
from bench.story.telling import Telling, Writing
from bench.story.texts import Text

if TYPE_CHECKING:
    from bench.story.story import Story

# What is known of a contribution on the day it comes.
_RECEIVED = frozenset({"title", "date", "author", "url", "upstream", "theme", "fate"})
_TAKEN_UP = frozenset({"adopted", "partly"})
_SOON_ANSWERED = frozenset({"declined", "out-of-scope", "merged"})


def born(story: "Story", id: str) -> Event | None:
    """Give the event of a contribution, ``source/number``."""
    text = story.texts.of("contribution").get(id)
    if text is None:
        return None
    day = _day(story, text)
    said = messages.RECEIVED.format(day=in_french(day), source=id.partition("/")[0])
    return Event(day, Rank.CONTRIBUTION, said)


def tell(story: "Story") -> Iterator[Writing]:
    """Tell every contribution."""
    for id, text in story.texts.of("contribution").items():
        received = story.born("contribution", id)
        if received:
            telling = Telling(text=text, born=received)
            _follow(story, id, telling)
            yield from telling.writings()


def _day(story: "Story", text: Text) -> date:
    return story.within(day_of(text.said.get("date")) or story.calendar.exploration.ends)


def _follow(story: "Story", id: str, telling: Telling) -> None:
    """Put the group at the reading, the fate and the answer at the answer."""
    text = telling.text
    group, fate = text.said.get("group"), str(text.said.get("fate"))
    given, answered = _given(story, id, text), _answered(story, id, text)
    given = min(given, answered) if group else given
    telling.parts.update({(key,): answered for key in text.said if key not in _RECEIVED})
    telling.parts["group",] = given
    telling.parts["merged_into",] = not_before(
        answered, story.born("contribution", str(text.said.get("merged_into")))
    )
    telling.parts.pop(("proposals",), None)
    for number, proposal in enumerate(text.listed("proposals")):
        there = story.born("proposal", str(proposal)) or answered
        telling.parts["proposals", number] = max(answered, there)
    if fate != "new":
        former = [("new", given), ("assigned", answered)] if group else [("new", answered)]
        telling.values["fate",] = former if fate != "assigned" else former[:1]


def _given(story: "Story", id: str, text: Text) -> Event:
    """Give the event by which a group was given the contribution to read, on a Sunday."""
    group = str(text.said.get("group"))
    received = _day(story, text)
    day = story.within(sunday(spread(f"{id} given", received + days(3), received + days(17))))
    event = Event(day, Rank.TRIAGE, messages.ASSIGNED.format(group=story.title(group)), group)
    return not_before(event, story.born("group", group))


def _answered(story: "Story", id: str, text: Text) -> Event:
    """Give the event of the answer; one that speaks of a day or of an adoption waits for it."""
    group, answer = str(text.said.get("group") or ""), str(text.said.get("answer") or "")
    received = _day(story, text)
    spoken = spoken_days(answer, received)
    day = max([sunday(_planned(story, id, text)), *(one for one in spoken if one <= story.calendar.end)])
    sentence = messages.ANSWERED if group else messages.ANSWERED_BY_ALL
    said = sentence.format(group=story.title(group))
    event = Event(story.within(day), Rank.ANSWER, said, group)
    proposals = [str(one) for one in text.listed("proposals")]
    needed = [_adoption(story, one) for one in proposals] if "adopté" in answer else []
    needed += [story.born("proposal", one) for one in proposals if text.said.get("fate") in _TAKEN_UP]
    return not_before(event, story.born("group", group), *needed)


def _planned(story: "Story", id: str, text: Text) -> date:
    """Give the day of an answer: soon when nothing comes of it, else when the texts are brought together."""
    received, summer = _day(story, text), story.calendar.summer
    if text.said.get("fate") in _SOON_ANSWERED:
        return spread(f"{id} answered", received + days(20), received + days(40))
    return spread(f"{id} answered", summer.ends - days(35), summer.ends - days(7))


def _adoption(story: "Story", proposal: str) -> Event | None:
    """Give the event by which a proposal was adopted, None when it was not."""
    text = story.texts.of("proposal").get(proposal)
    if text is None or text.said.get("status") != "adopted":
        return None
    return max(
        (event for one in text.listed("decisions") if (event := story.born("adopter", str(one)))),
        default=None,
    )
