"""The work of ``collectif contribution triage``: a key sorts a contribution, and each decision is written."""

from typing import NamedTuple

from collectif_cli.cli.context import Context
from collectif_cli.cli.contribution_sort import hand_over, join
from collectif_cli.cli.keyboard import Keyboard, height, keyboard
from collectif_cli.cli.writing import draft_in, require_folder
from collectif_cli.errors import CollectifError
from collectif_cli.model.change import Change
from collectif_cli.model.contribution import Contribution
from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.search import fold
from collectif_cli.render.contributions import words_of
from collectif_cli.render.triaging import Similar, View, end_text, frame, help_text, longest_scroll
from collectif_cli.store.contribution_shelf import Shelf
from collectif_cli.store.contribution_text import with_value
from collectif_cli.store.draft import Draft
from collectif_cli.store.write import write
from collectif_cli.triage.alike import Alike
from collectif_cli.triage.choosing import Choice

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_FATES = {"0": "out-of-scope", "-": "declined"}
_KINDS = ("thematic", "transversal", "campaign", "mandated", "list")


class Decision(NamedTuple):
    """What was written, to be undone, and where one was."""

    ids: tuple[str, ...]
    changes: tuple[Change, ...]
    place: int


def triage(context: Context, choice: Choice) -> int:
    """Show each contribution that nobody has read until there are no more, or one stops."""
    require_folder(context)
    desk = Desk(context, Shelf(context.tree()), choice)
    if not desk.queue:
        context.tell(message("nothing is left to sort"))
        return 0
    with keyboard(context.source) as keys:
        desk.show()
        while desk.take(keys.key(), keys):
            desk.show()
    return desk.end()


class Desk:
    """The table at which contributions are sorted: those that wait, the one in hand, what was decided."""

    def __init__(self, context: Context, shelf: Shelf, choice: Choice) -> None:
        """Take those that wait, in the order of their files."""
        self.context, self.shelf, self.choice = context, shelf, choice
        self.queue = [id for id in shelf.ids if shelf.fate(id) == "new" and self._fits(id)]
        self.place = 0
        self.scroll = 0
        self.marked: set[str] = set()
        self.decisions: list[Decision] = []
        self.said: Message | None = None
        self.alike: Alike | None = None
        self.groups = _groups(shelf)

    def show(self) -> None:
        """Draw the screen: the contribution in hand, or that the end was reached."""
        one = self._in_hand()
        if one is None:
            self.context.print(end_text(self._left(), self.said, self.context.language, self.context.screen))
            self.context.out.flush()
            return
        if self.alike is None:  # the text first: those that resemble it take a moment to find among thousands
            if self.context.screen.interactive:
                self._draw(one, None)
            self.alike = Alike(self.shelf.words())
        self._draw(one, self._similar(one))

    def take(self, key: str, keys: Keyboard) -> bool:
        """Do what a key says; False when it was the last one."""
        one, said, self.said = self._in_hand(), self.said, None
        if key in (".", "end"):
            return False
        if key in ("<", "backspace"):
            self._undo()
        elif key == "left":
            self._go(-1)
        elif one is None:
            return False
        elif key in ("space", "right"):
            self._go(1)
        elif key in ("up", "down"):
            self._scroll(one, -5 if key == "up" else 5)
            self.said = said
        elif key == "?":
            self.context.print(help_text(self.context.language, self.context.screen))
            self.context.out.flush()
            keys.key()
        elif key in "12345*" and key:
            self._mark(one, key)
        elif key == "=":
            self._join(one)
        elif key in _FATES:
            self._decide(one, fate=_FATES[key])
        elif key in self.groups:
            self._decide(one, group=self.groups[key])
        elif key:
            self.said = message("this key does nothing here: “?” says which do")
        return True

    def end(self) -> int:
        """Say how many were sorted, and how many are left."""
        sorted_now = sum(len(one.ids) for one in self.decisions)
        self.context.tell(messages("{n} was sorted", "{n} were sorted", sorted_now))
        self.context.tell(messages("{n} is left to sort", "{n} are left to sort", self._left()))
        return 0

    def _fits(self, id: str) -> bool:
        if self.choice.source and id.partition("/")[0] != self.choice.source:
            return False
        if not self.choice.theme:
            return True
        one = self.shelf.contribution(id)
        theme = one.theme.value if one and one.theme else ""
        return fold(theme) == fold(self.choice.theme)

    def _in_hand(self) -> Contribution | None:
        """Give the contribution at the place, or the next one that waits and can be read."""
        while self.place < len(self.queue):
            one = self.shelf.contribution(self.queue[self.place])
            if one is None:
                del self.queue[self.place]
            elif one.fate.value == "new":
                return one
            else:
                self.place += 1
        return None

    def _left(self) -> int:
        return sum(self.shelf.fate(id) == "new" for id in self.queue)

    def _draw(self, one: Contribution, similar: tuple[Similar, ...] | None) -> None:
        titles = [(letter, self.shelf.frame.groups[id].name) for letter, id in self.groups.items()]
        view = View(one, self._left(), titles, similar, self.said, self.scroll)
        screen = self.context.screen
        self.context.print(frame(view, self.context.language, screen, height()))
        self.context.out.flush()

    def _similar(self, one: Contribution) -> tuple[Similar, ...]:
        found = self.alike.like(one.id) if self.alike else ()
        read = ((like, self.shelf.contribution(like.id)) for like in found)
        return tuple(
            Similar(other, like.share, like.id in self.marked) for like, other in read if other is not None
        )

    def _go(self, step: int) -> None:
        place = self.place + step
        while step < 0 and place >= 0 and self.shelf.fate(self.queue[place]) != "new":
            place -= 1
        if place < 0:
            self.said = message("this is the first one")
        else:
            self.place, self.scroll, self.marked = place, 0, set()

    def _scroll(self, one: Contribution, step: int) -> None:
        self.scroll = min(max(0, self.scroll + step), longest_scroll(one, self.context.screen))

    def _mark(self, one: Contribution, key: str) -> None:
        ids = [similar.contribution.id for similar in self._similar(one)]
        if key == "*":
            self.marked = set() if self.marked else set(ids)
        elif int(key) <= len(ids):
            self.marked ^= {ids[int(key) - 1]}
        else:
            self.said = message("nothing that resembles it has that number")

    def _marked(self, one: Contribution) -> list[Contribution]:
        """Give those that are marked, the nearest first."""
        return [similar.contribution for similar in self._similar(one) if similar.marked]

    def _decide(self, one: Contribution, *, group: str = "", fate: str = "") -> None:
        """Write the same for the one in hand and for those marked that nobody had sorted."""
        draft = draft_in(self.context)
        ones = [one, *(other for other in self._marked(one) if other.fate.value == "new")]
        for each in ones:
            if group:
                hand_over(draft, each, group)
            else:
                draft.edit(each.span.path, lambda text: with_value(text, "fate", fate))
        name = self.shelf.frame.groups[group].name if group else ""
        said = _said(words_of(one), len(ones), name)
        self._write(draft, [each.id for each in ones], said)

    def _join(self, one: Contribution) -> None:
        """Join the one in hand, and the others marked, with the first that is marked."""
        marked = self._marked(one)
        if not marked:
            self.said = message("mark first the one that says the same, with its number")
            return
        target, *others = marked
        aim = target.merged_into.value if target.merged_into else target.id
        ones = [one, *(other for other in others if other.fate.value == "new" and other.id != aim)]
        draft = draft_in(self.context)
        for each in ones:
            join(draft, each, aim)
        self._write(draft, [each.id for each in ones], message("joined with {id}", id=aim))

    def _write(self, draft: Draft, ids: list[str], said: Message) -> None:
        """Write a decision at once; what forbids it is said, and nothing is lost."""
        changes = draft.changes()
        try:
            write(self.context.root, changes)
        except CollectifError as error:
            self.said = error.sentence
            return
        self.decisions.append(Decision(tuple(ids), changes, self.place))
        for id in ids:
            self.shelf.again(id)
        self.said, self.scroll, self.marked = said, 0, set()

    def _undo(self) -> None:
        if not self.decisions:
            self.said = message("nothing was decided yet")
            return
        last = self.decisions[-1]
        back = [Change(one.path, one.after, one.before or "") for one in last.changes]
        try:
            write(self.context.root, back)
        except CollectifError as error:
            self.said = error.sentence
            return
        self.decisions.pop()
        for id in last.ids:
            self.shelf.again(id)
        self.place, self.scroll, self.marked = last.place, 0, set()
        self.said = message("undone")


def _said(title: str, n: int, group: str) -> Message:
    """Give what was decided: for one by its title, for several by their number."""
    if n == 1 and group:
        return message("{title}: handed to {group}", title=title, group=group)
    if n == 1:
        return message("{title}: set aside; an answer is due", title=title)
    if group:
        return messages("{n} handed to {group}", "{n} handed to {group}", n, group=group)
    return messages("{n} set aside; an answer is due", "{n} set aside; answers are due", n)


def _groups(shelf: Shelf) -> dict[str, str]:
    """Give a letter to each group that goes on, the thematic ones first."""
    live = [id for id, group in shelf.frame.groups.items() if group.dissolved is None]
    live.sort(key=lambda id: _KINDS.index(shelf.frame.groups[id].kind.value))
    return dict(zip(_LETTERS, live, strict=False))
