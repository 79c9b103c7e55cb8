"""``outline.yaml``: a sketch of priorities, the draft put to the plenary, what each plenary made of it."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from bench.story import messages, plenaries
from bench.story.days import days
from bench.story.decisions import Decision, plenary_day
from bench.story.events import Event, Rank
from bench.story.outline_tree import Node, read_nodes, write_outline
from bench.story.outline_undo import STRUCTURAL, Outline
from bench.story.proposal_status import settled
from bench.story.telling import Telling, Writing
from bench.story.texts import Text
from collectif_cli.store.edit_places import MappingPlace

if TYPE_CHECKING:
    from bench.story.story import Story

_NOTICE = days(14)
_AGO = days(21)
_WEEK = days(7)
_SKETCH = "Les priorités, telles que les binômes les voient ; rien n'est décidé."
_DRAFT = "Priorités et objectifs proposés à la plénière."


class State(NamedTuple):
    """The outline from an event on; ``nodes`` is None for the last state, which is the file itself."""

    event: Event
    heading: str
    nodes: list[Node] | None


def born(story: "Story", id: str) -> Event | None:
    """Give the first event whose outline has a title with that id."""
    final = story.texts.one("outline")
    for state in story.outline_states:
        nodes = _nodes(final) if state.nodes is None and final else state.nodes or []
        if any(node.id == id for top in nodes for node in top.walk()):
            return state.event
    return None


def states(story: "Story") -> list[State]:
    """Give the states of the outline, from the first sketch to the file; none when there is no outline."""
    text = story.texts.one("outline")
    if text is None:
        return []
    drafted = _drafted(story, {node.id for top in _nodes(text) for node in top.walk()})
    found = [State(_last_event(story, drafted), "", None)]
    outline = Outline(_nodes(text), "", _groups(story))
    for plenary, decisions in _going_back(story, drafted.day):
        _take_back(story, outline, plenary, decisions)
        before = max([drafted, *(one for one in _helds(story, drafted.day) if one < _held(story, plenary))])
        found.append(State(before, _DRAFT, [node.copy() for node in outline.nodes]))
    first = found[-1]
    sketch = min(story.calendar.summer.ends - _NOTICE, first.event.day - days(1))
    top = [node.copy(deep=False) for node in first.nodes or outline.nodes]
    event = Event(story.within(sketch), Rank.SORTED, messages.OUTLINE_FIRST)
    return [State(event, _SKETCH, top), *reversed(found)]


def tell(story: "Story") -> Iterator[Writing]:
    """Tell each state; in the last one, a text adopted after the others takes its place on that day."""
    text = story.texts.one("outline")
    for event, heading, nodes in story.outline_states:
        if nodes is not None and text:
            shown = [_with_texts_there(story, node.copy(), event) for node in nodes]
            yield Writing(event, text.path, write_outline(shown, heading).encode())
        elif text:
            telling = Telling(text=text, born=event)
            for path, id in _placed(text.said.get("outline") or [], ("outline",)):
                there = (event, story.born("proposal", id), _adopted(story, id))
                telling.parts[path] = max(one for one in there if one)
            yield from telling.writings()


def _nodes(text: Text) -> list[Node]:
    root = text.root
    return read_nodes(text.yaml, root.get("outline")) if isinstance(root, MappingPlace) else []


def _groups(story: "Story") -> dict[str, str]:
    return {id: str(text.said.get("group")) for id, text in story.texts.of("proposal").items()}


def _drafted(story: "Story", ids: set[str]) -> Event:
    """Give the event of the draft: the plenary before the one that adopted it, or two weeks before that.

    A draft that was spoken of earlier was there a week before.
    """
    adopting = (one.day for one in story.decisions if one.kind == "adopt" and "outline" in one.named("on"))
    adopted = next(adopting, story.calendar.socle.ends)
    held = (plenary_day(text) for text in story.texts.of("plenary").values())
    before = max((day for day in held if adopted - _AGO <= day < adopted), default=adopted - _NOTICE)
    spoken = (one.day - _WEEK for one in story.decisions if ids & {*one.named("on"), *one.named("into")})
    day = story.within(min([before, *spoken]))
    return Event(day, Rank.SORTED + 1, messages.OUTLINE_DRAFT)


def _going_back(story: "Story", drafted: date) -> Iterator[tuple[str, list[Decision]]]:
    """Yield the plenaries held after the draft that changed the outline, the last one first."""
    later = [one for one in story.decisions if one.day > drafted]
    plenaries_ = [
        (plenary, list(decisions)) for plenary, decisions in groupby(later, lambda one: one.plenary)
    ]
    for plenary, decisions in reversed(plenaries_):
        if any(one.kind in STRUCTURAL for one in decisions):
            yield plenary, decisions


def _take_back(story: "Story", outline: Outline, plenary: str, decisions: list[Decision]) -> None:
    outline.minutes = story.texts.of("plenary")[plenary].body
    for number in reversed(range(len(decisions))):
        before = decisions[number - 1].named("on") if number else ()
        outline.undo(decisions[number], before[0] if before else "")


def _held(story: "Story", plenary: str) -> Event:
    event = plenaries.held(story, plenary)
    if event is None:
        raise ValueError(plenary)
    return event


def _helds(story: "Story", drafted: date) -> list[Event]:
    return [_held(story, plenary) for plenary, _ in _going_back(story, drafted)]


def _last_event(story: "Story", drafted: Event) -> Event:
    return max([drafted, *_helds(story, drafted.day)])


def _with_texts_there(story: "Story", node: Node, event: Event) -> Node:
    """Give the node without the proposals that are not written yet, or were adopted later on their own."""
    for one in node.walk():
        one.proposals = [
            id
            for id in one.proposals
            if (there := story.born("proposal", id)) and there < event and not _is_later(story, id)
        ]
    return node


def _is_later(story: "Story", id: str) -> bool:
    adopted = _adopted(story, id)
    return bool(adopted and adopted.day > story.outline_states[-1].event.day)


def _adopted(story: "Story", id: str) -> Event | None:
    """Give the event by which a text was adopted on its own, None when it was with the whole outline."""
    text = story.texts.of("proposal").get(id)
    if text is None or text.said.get("status") != "adopted":
        return None
    whole = [one.id for one in story.decisions if one.kind == "adopt" and "outline" in one.named("on")]
    decided = [str(one) for one in text.listed("decisions")]
    if any(one in whole for one in decided):
        return None
    return min((event for one in decided if (event := settled(story, one))), default=None)


def _placed(
    nodes: list[dict[str, object]], path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the place of each proposal in the file, and its id."""
    for number, node in enumerate(nodes):
        proposals, children = node.get("proposals") or [], node.get("children") or []
        for at, id in enumerate(proposals if isinstance(proposals, list) else []):
            yield (*path, number, "proposals", at), str(id)
        yield from _placed(children if isinstance(children, list) else [], (*path, number, "children"))
