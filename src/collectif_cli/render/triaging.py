"""The screen on which contributions are sorted: the one in hand, those like it, the groups, the keys."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from collectif_cli.model.body import without_comments
from collectif_cli.model.contribution import Contribution
from collectif_cli.model.message import Message, message, messages
from collectif_cli.render.contributions import words_of
from collectif_cli.render.fates import fate_word
from collectif_cli.render.language import Language
from collectif_cli.render.terminal import Screen, columns, flat, safe, wrapped

_CLEAR = "\x1b[H\x1b[2J\x1b[3J"
_WIDEST = 100
_ESCAPED = re.compile(r"\\([^\w\s])")
_LEAST_TEXT = 4  # lines of the contribution that are shown whatever the height

KEYS: tuple[tuple[str | Message, Message], ...] = (
    ("a…z", message("hand it to that group")),
    ("0", message("outside what the programme can do")),
    ("-", message("not taken up")),
    ("1…5", message("mark one that resembles it: what follows is done to both")),
    ("*", message("mark all those that resemble it, or none")),
    ("=", message("join it with the first one that is marked")),
    (message("space, →"), message("leave it for later")),
    ("←", message("go back")),
    ("↑ ↓", message("read the rest of a long text")),
    ("<", message("undo the last decision")),
    (".", message("stop; what is decided is kept")),
)


class Similar(NamedTuple):
    """One that resembles the one in hand, how much, and whether it is marked."""

    contribution: Contribution
    share: float
    marked: bool


class View(NamedTuple):
    """What the screen shows; ``similar`` is None while those that resemble are being looked for."""

    contribution: Contribution
    left: int
    groups: Sequence[tuple[str, str]]
    similar: Sequence[Similar] | None
    said: Message | None
    scroll: int = 0


def frame(view: View, language: Language, screen: Screen, height: int) -> str:
    """Give the whole screen, no line longer than it is wide, no more lines than it is high."""
    width = min(screen.width, _WIDEST)
    head = _head(view, language, screen, width)
    foot = [
        *_similar(view.similar, language, screen, width),
        *_groups(view.groups, screen, width),
        *_last(view.said, language, screen, width),
    ]
    text = _text(view.contribution, width)
    room = max(height - len(head) - len(foot) - 2, _LEAST_TEXT)
    shown = text[view.scroll : view.scroll + room]
    rest = len(text) - view.scroll - len(shown)
    if rest > 0:
        said = messages("  ↓ {n} more line", "  ↓ {n} more lines", rest)
        shown = [*shown[: room - 1], screen.paint(language.say(said), "dim")]
    lines = [*head, "", *shown, "", *foot]
    return (_CLEAR if screen.interactive else "") + "\n".join(lines) + "\n"


def longest_scroll(contribution: Contribution, screen: Screen) -> int:
    """Give how many lines of a text may go out of sight at the top."""
    return max(0, len(_text(contribution, min(screen.width, _WIDEST))) - _LEAST_TEXT)


def help_text(language: Language, screen: Screen) -> str:
    """Give the keys."""
    keys = [(language.value(key), said) for key, said in KEYS]
    width = max(columns(key) for key, _ in keys)
    lines = [language.say(message("The keys")), ""]
    for key, said in keys:
        lead = f"  {key}{' ' * (width - columns(key) + 2)}"
        lines += wrapped(language.say(said), min(screen.width, _WIDEST), lead, " " * columns(lead))
    lines += ["", language.say(message("Any key goes back to the contributions."))]
    return (_CLEAR if screen.interactive else "") + "\n".join(lines) + "\n"


def end_text(left: int, said: Message | None, language: Language, screen: Screen) -> str:
    """Give what is shown after the last contribution."""
    width = min(screen.width, _WIDEST)
    done = message("everything is sorted")
    end = messages(
        "this is the end: {n} was left for later", "this is the end: {n} were left for later", left
    )
    lines = wrapped(safe(language.say(said)), width) if said is not None else []
    lines += wrapped(language.say(end if left else done), width)
    lines += wrapped(language.say(message("← back · < undo · any other key stops")), width)
    return (_CLEAR if screen.interactive else "") + "\n".join(lines) + "\n"


def _head(view: View, language: Language, screen: Screen, width: int) -> list[str]:
    one = view.contribution
    left = messages("{n} left to sort", "{n} left to sort", view.left)
    facts = [language.say(left), one.id]
    if one.theme is not None:
        facts.append(one.theme.value)
    if one.date is not None:
        facts.append(language.day(one.date.value))
    if one.support is not None and one.support.agree is not None:
        facts.append(language.say(messages("{n} for", "{n} for", one.support.agree.value)))
    if one.fate.value != "new":
        facts.append(language.say(fate_word(one.fate.value)))
    return [screen.paint(line, "cyan") for line in wrapped(" · ".join(map(flat, facts)), width)]


def _text(one: Contribution, width: int) -> list[str]:
    lines = wrapped(flat(one.title.value), width) if one.title else []
    typed = _ESCAPED.sub(r"\1", without_comments(one.body.text))
    for paragraph in typed.strip().splitlines():
        lines += wrapped(paragraph, width) or [""]
    return lines


def _similar(similar: Sequence[Similar] | None, language: Language, screen: Screen, width: int) -> list[str]:
    if similar is None:
        return [screen.paint(language.say(message("looking for those that resemble it…")), "dim"), ""]
    if not similar:
        return []
    lines = [language.say(message("Those that resemble it"))]
    for number, one in enumerate(similar, start=1):
        mark = "x" if one.marked else " "
        fate = (
            ""
            if one.contribution.fate.value == "new"
            else language.say(fate_word(one.contribution.fate.value))
        )
        share = language.set(f"{100 * one.share:.0f} %")
        words = " · ".join(filter(None, (flat(one.contribution.id), share, fate, words_of(one.contribution))))
        line = _cut(f"{number} [{mark}] {words}", width)
        lines.append(screen.paint(line, "bold") if one.marked else line)
    return [*lines, ""]


def _groups(groups: Sequence[tuple[str, str]], screen: Screen, width: int) -> list[str]:
    """Give the groups with their letters, in as many columns as fit."""
    if not groups:
        return []
    cells = [f"{letter} {flat(title)}" for letter, title in groups]
    widest = min(max(map(columns, cells)), width - 2) + 2
    across = max(1, width // widest)
    down = -(-len(cells) // across)
    lines = []
    for row in range(down):
        own = [_cut(cell, widest - 2) for cell in cells[row::down]]
        lines.append("".join(cell + " " * (widest - columns(cell)) for cell in own).rstrip())
    return [*lines, ""]


def _last(said: Message | None, language: Language, screen: Screen, width: int) -> list[str]:
    keys = language.say(message("? the keys · space later · < undo · . stop"))
    lines = [screen.paint(_cut(keys, width), "dim")]
    if said is not None:
        lines = [*wrapped(safe(language.say(said)), width), *lines]
    return lines


def _cut(text: str, width: int) -> str:
    """Give the beginning of a line that fits."""
    if columns(text) <= width:
        return text
    kept = text
    while kept and columns(kept) > width - 1:
        kept = kept[: -max(1, (columns(kept) - width) // 2)]
    return f"{kept.rstrip()}…"
