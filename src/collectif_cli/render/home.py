"""The screen of ``collectif`` alone: where we are, what waits, what to type next."""

from collections.abc import Sequence
from datetime import date

from collectif_cli.model.message import Message, message, messages
from collectif_cli.progress.summary import Summary
from collectif_cli.render.language import Language
from collectif_cli.render.progress import when
from collectif_cli.render.terminal import Screen, columns, flat, wrapped

_COMMAND_AT = 44


def home_text(summary: Summary, errors: int, today: date, language: Language, screen: Screen) -> str:
    """Give the screen; ``errors`` is how many findings of the check must be mended."""
    now = [flat(phase.title.value) for phase in summary.current[:1]]
    if summary.following is not None:
        now.append(flat(language.say(when(summary.following, today, language))))
    submitted = messages(
        "proposals submitted by {n} group of {groups}",
        "proposals submitted by {n} groups of {groups}",
        summary.submitted,
        groups=summary.groups,
    )
    facts = [
        submitted if summary.groups else message("no group yet"),
        messages("{n} proposal", "{n} proposals", summary.proposals),
    ]
    if summary.without_cost:
        facts.append(messages("{n} without a cost", "{n} without a cost", summary.without_cost))
    if summary.waiting:
        facts.append(
            messages(
                "{n} contribution waits for an answer",
                "{n} contributions wait for an answer",
                summary.waiting,
            )
        )
    told = " · ".join(language.say(fact) for fact in facts)
    lines = [*_head(flat(summary.name), now, screen), "", *wrapped(told, screen.width, "  ", "  ")]
    lines += [_advice(said, command, language, screen) for said, command in _next_steps(summary, errors)]
    return "\n".join(lines) + "\n"


def _head(name: str, now: Sequence[str], screen: Screen) -> list[str]:
    """Give the name and what is under way, on one line where there is room."""
    title = screen.paint(name, "bold")
    if columns(" · ".join([name, *now])) <= screen.width:
        return [" · ".join([title, *now])]
    return [title, *wrapped(" · ".join(now), screen.width, "  ", "  ")]


def _next_steps(summary: Summary, errors: int) -> list[tuple[Message, str]]:
    steps: list[tuple[Message, str]] = []
    if not summary.groups:
        steps.append((message("start a first group"), "collectif group new"))
    if summary.owing:
        owing = messages(
            "{n} group still owes something", "{n} groups still owe something", len(summary.owing)
        )
        steps.append(
            (owing, f"collectif status {summary.owing[0]}" if len(summary.owing) == 1 else "collectif status")
        )
    if errors:
        steps.append((messages("{n} thing to mend", "{n} things to mend", errors), "collectif check"))
    else:
        steps.append((message("checked, nothing to mend"), "collectif check"))
    return steps


def _advice(said: Message, command: str, language: Language, screen: Screen) -> str:
    """Give what waits and the command to type, side by side where there is room."""
    sentence = language.say(said)
    shown = screen.paint(command, "cyan")
    if screen.width < _COMMAND_AT + len(command) or columns(sentence) > _COMMAND_AT - 4:
        return f"  {sentence}\n      {shown}"
    return f"  {sentence}{' ' * (_COMMAND_AT - 2 - columns(sentence))}{shown}"
