"""Motivations, call for contributions, review: each in its phase, at a day of the group's own."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from bench.story import messages
from bench.story.days import day_of, days, spread
from bench.story.events import Event, Rank
from bench.story.groups import formation
from bench.story.telling import Telling, Writing
from bench.story.texts import Text

if TYPE_CHECKING:
    from bench.story.story import Story


def tell(story: "Story") -> Iterator[Writing]:
    """Tell the free texts of every group, each written at once."""
    for id, text in story.texts.of("group-text").items():
        group, _, kind = id.partition("/")
        roster = story.texts.of("group").get(group)
        if roster is None:
            continue
        rule, sentence = _RULES[kind]
        formed = formation(story, group, roster).day
        day = rule(story, group, formed)
        over = _over(roster)
        day = story.within(min(day, over) if over else day)
        event = Event(day, Rank.MEETING, sentence.format(group=story.title(group)), group)
        yield from Telling(text=text, born=event).writings()


def _motivations(story: "Story", group: str, formed: date) -> date:
    return spread(f"{group} motivations", formed + days(5), formed + days(16))


def _call(story: "Story", group: str, formed: date) -> date:
    """The call is read aloud at the plenary that ends the first month; later groups take as long."""
    return spread(f"{group} call", formed + days(17), formed + days(27))


def _review(story: "Story", group: str, formed: date) -> date:
    ends = story.calendar.exploration.ends
    if formed > ends - days(30):
        return spread(f"{group} review", formed + days(30), formed + days(50))
    return spread(f"{group} review", ends - days(12), ends)


def _over(roster: Text) -> date | None:
    return day_of(roster.said.get("dissolved"))


_RULES: dict[str, tuple[Callable[["Story", str, date], date], str]] = {
    "motivations": (_motivations, messages.MOTIVATIONS),
    "call": (_call, messages.CALL),
    "review": (_review, messages.REVIEW),
}
