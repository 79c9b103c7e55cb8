"""The words of a proposal before plenaries changed them: its title, and a term replaced everywhere."""

from typing import TYPE_CHECKING

from bench.story.proposal_status import settled
from bench.story.telling import Telling
from bench.story.terms import restored

if TYPE_CHECKING:
    from bench.story.decisions import Decision
    from bench.story.story import Story

_RETITLING = frozenset({"reword", "rename"})


def reword(story: "Story", id: str, telling: Telling) -> None:
    """Put the former words into a telling: going back, each decision gives back what it replaced."""
    title = str(telling.text.said.get("title"))
    changes = []
    for decision in reversed(story.decisions):
        until = settled(story, decision.id)
        if until is None or until <= telling.born:
            continue
        former = _former_title(decision, id, title)
        if former != title:
            changes.append((former, until))
            title = former
        if _is_everywhere(decision):
            old, new = str(decision.said["from"]), str(decision.said["to"])
            telling.reworded.append((lambda body, old=old, new=new: restored(body, old, new), until))  # type: ignore[misc]
    if changes:
        telling.values["title",] = changes[::-1]


def _former_title(decision: "Decision", id: str, title: str) -> str:
    if _is_everywhere(decision):
        return restored(title, str(decision.said["from"]), str(decision.said["to"]))
    if decision.kind in _RETITLING and id in decision.named("on") and decision.said.get("from"):
        return str(decision.said["from"])
    return title


def _is_everywhere(decision: "Decision") -> bool:
    """Tell whether a decision replaced a term in the whole programme."""
    said = decision.said
    return decision.kind == "replace-term" and bool(said.get("from") and said.get("to"))
