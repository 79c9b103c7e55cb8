"""The status of a proposal at each moment, from the last one and from what brought it there."""

from typing import TYPE_CHECKING

from bench.story import messages
from bench.story.days import day_of, days, spread
from bench.story.events import Event, Rank, not_before
from bench.story.plenaries import called
from bench.story.telling import Telling
from bench.story.texts import Text

if TYPE_CHECKING:
    from bench.story.story import Story

# The kinds of decision that give each status that a plenary gives (as in the rules of the family proposal).
_GIVEN_BY = {
    "adopted": {"adopt", "reword", "rename", "merge", "split"},
    "rejected": {"reject", "remove"},
    "withdrawn": {"remove"},
    "extracted": {"extract"},
    "referred": {"refer-back"},
}


def tell(story: "Story", id: str, telling: Telling, whole: Event) -> None:
    """Put the former statuses into a telling, with the keys that come with the last one."""
    last = str(telling.text.said.get("status"))
    sorting = sorting_after(story, telling.text, whole)
    if sorting:
        telling.parts["assessment",] = sorting
    if last == "draft":
        return
    former = [("draft", whole)]
    if last == "submitted":
        telling.values["status",] = former
        return
    sorted_as = str((telling.text.said.get("assessment") or {}).get("sorted"))
    if last in ("consensual", "divisive"):
        end = sorting or whole
    else:
        end = max(_ending(story, id, telling.text, last), sorting or whole)
        telling.parts["into",] = end
    if sorting and sorting < end:
        former += [("submitted", sorting), (sorted_as, end)]
    elif whole < end:
        former += [("submitted", end)]
    telling.values["status",] = former


def sorting(story: "Story", text: Text) -> Event | None:
    """Give the event by which the binômes sorted a proposal, None when nobody did."""
    said = text.said.get("assessment")
    if not said:
        return None
    by, group = str(said.get("by")), story.title(str(text.said.get("group")))
    day = day_of(said.get("date")) or story.calendar.summer.ends
    sentence = messages.SORTED.format(by=story.title(by), group=group)
    return not_before(Event(story.within(day), Rank.SORTED, sentence, by), story.born("group", by))


def sorting_after(story: "Story", text: Text, whole: Event) -> Event | None:
    """Give the event of the sorting, at the earliest when the text was submitted."""
    event = sorting(story, text)
    return max(whole, event) if event else None


def settled(story: "Story", decision: str) -> Event | None:
    """Give the event by which the proposals say what a plenary or a vote decided of them."""
    decided = story.born("adopter", decision)
    if decided is None:
        return None
    id = decision.partition("/")[0]
    text = story.texts.of("plenary").get(id) or story.texts.of("vote").get(id)
    named = called(text) if text else id
    return not_before(Event(decided.day, Rank.SETTLED, messages.SETTLED.format(plenary=named)), decided)


def merged(story: "Story", id: str, text: Text) -> Event:
    """Give the event by which a text merged into another one, when no plenary had to say so."""
    return _by_the_group(story, id, text, messages.PROPOSALS_MERGED)


def _ending(story: "Story", id: str, text: Text, last: str) -> Event:
    """Give the event that gave the last status: a decision of the right kind, a vote, or the group itself."""
    kinds = _GIVEN_BY.get(last, set())
    named = [str(one) for one in text.listed("decisions")]
    by_kind = {one.id: one.kind for one in story.decisions}
    right = [one for one in named if by_kind.get(one, "adopt") in kinds]
    events = [
        event for one in right or (named if last == "adopted" else ()) if (event := settled(story, one))
    ]
    if events:
        return min(events)
    if last == "adopted":
        return _with_the_outline(story) or Event(story.calendar.end, Rank.SETTLED, messages.PLACED)
    return merged(story, id, text) if last == "merged" else _by_the_group(story, id, text, messages.WITHDRAWN)


def _with_the_outline(story: "Story") -> Event | None:
    """Give the event by which the outline was adopted with all that it holds."""
    adopting = (one for one in story.decisions if one.kind == "adopt" and "outline" in one.named("on"))
    return next((settled(story, one.id) for one in adopting), None)


def _by_the_group(story: "Story", id: str, text: Text, sentence: str) -> Event:
    """Give the event by which a group itself ended a text, in the summer."""
    group, summer = str(text.said.get("group")), story.calendar.summer
    day = spread(
        f"{id} ended", summer.starts + days(12), max(summer.ends - days(18), summer.starts + days(12))
    )
    said = sentence.format(group=story.title(group), title=text.said.get("title"))
    into = story.born("proposal", str(text.said.get("into")))
    return not_before(Event(story.within(day), Rank.SETTLED, said, group), into)
