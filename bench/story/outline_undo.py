"""Takes an outline back to what it was before a decision: what was split is one, what moved is where it was.

Where the decision does not say what was there, the minutes do: an old title stands between « » in them; and
what a plenary moves stood near what it had just been talking of.
"""

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from bench.story.decisions import Decision
from bench.story.outline_tree import Node
from bench.story.terms import restored
from collectif_cli.model.naming import id_from

_QUOTED = re.compile(r"«\s*([^»]{3,120}?)\s*»")
_ADDED = re.compile(r"\bajout", re.IGNORECASE)


class Outline:
    """The tree that is taken back; ``minutes`` of the plenary, ``group`` of each proposal."""

    def __init__(self, nodes: list[Node], minutes: str, groups: dict[str, str]) -> None:
        """Take a tree of one's own: it is changed."""
        self.nodes = nodes
        self.minutes = minutes
        self.groups = groups
        self.near = ""  # the title that the plenary had just been talking of

    def undo(self, decision: Decision, near: str) -> None:
        """Take back one decision; of the kinds that leave the outline as it was, there is nothing to undo."""
        self.near = near
        undo = _UNDO.get(decision.kind)
        if undo:
            undo(self, decision)

    def walk(self) -> Iterator[Node]:
        """Yield every node."""
        for node in self.nodes:
            yield from node.walk()

    def find(self, id: str) -> Node | None:
        """Give the node with that id."""
        return next((node for node in self.walk() if node.id == id), None)

    def siblings(self, id: str) -> list[Node]:
        """Give the list in which a node stands; the priorities when it stands nowhere."""
        lists = [self.nodes, *(node.children for node in self.walk())]
        return next((nodes for nodes in lists if any(node.id == id for node in nodes)), self.nodes)

    def take(self, id: str) -> Node | None:
        """Take a node out with all that is under it."""
        node = self.find(id)
        if node:
            self.siblings(id).remove(node)
        return node

    def old_title(self, id: str) -> str:
        """Give the title of a node that is gone: the words of its id, whole if the minutes quote them."""
        words = id.split("-")
        for quoted in _QUOTED.findall(self.minutes):
            found = iter(id_from(quoted).split("-"))
            if all(word in found for word in words):
                return str(quoted[0].upper() + quoted[1:])
        return " ".join(self._spelled(word) for word in words).capitalize()

    def _spelled(self, word: str) -> str:
        """Give a word of an id with the accents that it has in another title."""
        titled = (one for node in self.walk() for one in node.title.split())
        return next((one for one in titled if id_from(one) == word), word)


_Undo: TypeAlias = Callable[[Outline, Decision], None]


def _retitle(outline: Outline, decision: Decision) -> None:
    former = decision.said.get("from")
    for id in decision.named("on"):
        node = outline.find(id)
        if node and former:
            node.call(str(former))


def _join(outline: Outline, decision: Decision) -> None:
    """A split: the parts are one title again, in the place of the first."""
    parts = [node for id in decision.named("into") if (node := outline.find(id))]
    if not parts or not decision.named("on"):
        return
    whole = _new(outline, decision.named("on")[0])
    for part in parts:
        whole.children += part.children
        whole.proposals += [one for one in part.proposals if one not in whole.proposals]
    siblings = outline.siblings(parts[0].id)
    siblings[siblings.index(parts[0])] = whole
    for part in parts[1:]:
        outline.take(part.id)


def _part(outline: Outline, decision: Decision) -> None:
    """A merger: the titles that became one are there again, and the first has all that was put together."""
    whole = next((node for id in decision.named("into") if (node := outline.find(id))), None)
    parts = [id for id in decision.named("on") if outline.find(id) is None and id not in outline.groups]
    if whole is None or not parts:
        return
    first, *others = (_new(outline, id) for id in parts)
    first.children, first.proposals = whole.children, whole.proposals
    siblings = outline.siblings(whole.id)
    at = siblings.index(whole)
    siblings[at : at + 1] = [first, *others]


def _reorder(outline: Outline, decision: Decision) -> None:
    """What was put first was last, and what was put anywhere else was first."""
    for id in decision.named("on"):
        siblings = outline.siblings(id)
        node = outline.find(id)
        if node:
            at = siblings.index(node)
            siblings.insert(0 if at else len(siblings), siblings.pop(at))


def _move_back(outline: Outline, decision: Decision) -> None:
    siblings = outline.siblings(outline.near)
    for id in decision.named("on"):
        node = outline.take(id)
        if node:
            siblings.append(node)


def _single(outline: Outline, decision: Decision) -> None:
    """A duplicate: it stood under the other title alone."""
    for parent in decision.named("into"):
        held = outline.find(parent)
        for node in held.walk() if held else ():
            node.proposals = [one for one in node.proposals if one not in decision.named("on")]
            node.children = [one for one in node.children if one.id not in decision.named("on")]


def _put_back(outline: Outline, decision: Decision) -> None:
    """A text that was set aside stood with the others of its group."""
    for id in decision.named("on"):
        if id in outline.groups and not any(id in node.proposals for node in outline.walk()):
            with_kin = (
                node
                for node in outline.walk()
                if any(outline.groups.get(one) == outline.groups[id] for one in node.proposals)
            )
            node = next(with_kin, None)
            if node:
                node.proposals.append(id)


def _unless_added(outline: Outline, decision: Decision) -> None:
    if _ADDED.search(f"{decision.said.get('title')} {decision.said.get('note')}"):
        for id in decision.named("on"):
            outline.take(id)


def _give_back_the_term(outline: Outline, decision: Decision) -> None:
    old, new = decision.said.get("from"), decision.said.get("to")
    for node in outline.walk() if old and new else ():
        node.call(restored(node.title, str(old), str(new)))


def _new(outline: Outline, id: str) -> Node:
    node = Node(id=id, title="", written="")
    node.call(outline.old_title(id))
    return node


_UNDO: dict[str, _Undo] = {
    "reword": _retitle,
    "rename": _retitle,
    "split": _join,
    "merge": _part,
    "reorder": _reorder,
    "move": _move_back,
    "duplicate": _single,
    "extract": _put_back,
    "remove": _put_back,
    "refer-back": _put_back,
    "other": _unless_added,
    "replace-term": _give_back_the_term,
}
STRUCTURAL = frozenset(_UNDO)
