"""The screen of ``collectif`` alone: where we are, what waits, what to type next."""

from collections.abc import Iterator, Sequence
from datetime import date

from collectif_cli.model.message import Message, message, messages
from collectif_cli.progress.summary import Summary
from collectif_cli.render.language import Language
from collectif_cli.render.standing.saying import away, gate_said
from collectif_cli.render.terminal import Screen, columns, flat, wrapped

_COMMAND_AT = 44


def home_text(
    summary: Summary, gate: str, errors: int, today: date, language: Language, screen: Screen
) -> str:
    """Give the screen; ``gate`` is the word to type for the gate ahead.

    ``errors`` is how many findings of the check must be mended.
    """
    now = [flat(language.say(said)) for said in _now(summary, today)]
    told = " · ".join(language.say(fact) for fact in _facts(summary))
    lines = [*_head(flat(summary.name), now, screen), "", *wrapped(told, screen.width, "  ", "  ")]
    lines += [
        _advice(said, command, language, screen) for said, command in _next_steps(summary, gate, errors)
    ]
    return "\n".join(lines) + "\n"


def _head(name: str, now: Sequence[str], screen: Screen) -> list[str]:
    """Give the name and what is under way, on one line where there is room."""
    title = screen.paint(name, "bold")
    if columns(" · ".join([name, *now])) <= screen.width:
        return [" · ".join([title, *now])]
    return [title, *wrapped(" · ".join(now), screen.width, "  ", "  ")]


def _now(summary: Summary, today: date) -> Iterator[Message]:
    """Yield the phase under way and the gate ahead."""
    if summary.current:
        title = summary.current.title.value
        yield message("phase {rank}: {phase}", rank=summary.rank, phase=title)
    if summary.gate:
        gate, day = gate_said(summary.gate), summary.gate.day
        if summary.gate.plenary:
            yield message("{gate}, on {day}, {away}", gate=gate, day=day, away=away(day, today))
        else:
            yield message("{gate} ends on {day}, {away}", gate=gate, day=day, away=away(day, today))


def _facts(summary: Summary) -> Iterator[Message]:
    if summary.groups:
        yield messages(
            "proposals submitted by {n} group of {groups}",
            "proposals submitted by {n} groups of {groups}",
            summary.submitted,
            groups=summary.groups,
        )
    else:
        yield message("no group yet")
    yield messages("{n} proposal", "{n} proposals", summary.proposals)
    if summary.without_cost:
        yield messages("{n} without a cost", "{n} without a cost", summary.without_cost)


def _next_steps(summary: Summary, gate: str, errors: int) -> Iterator[tuple[Message, str]]:
    """Yield what waits, each with the command to type."""
    if not summary.groups:
        yield message("start a first group"), "collectif group new"
    if summary.gate and summary.blocking:
        what = gate_said(summary.gate)
        said = messages(
            "{n} thing is missing for {gate}",
            "{n} things are missing for {gate}",
            summary.blocking,
            gate=what,
        )
        yield said, f"collectif status --why-not {gate}"
    elif summary.gate:
        yield message("nothing is missing for {gate}", gate=gate_said(summary.gate)), "collectif status"
    if summary.waiting:
        said = messages(
            "{n} contribution waits for an answer", "{n} contributions wait for an answer", summary.waiting
        )
        yield said, "collectif contribution list --waiting"
    if errors:
        yield messages("{n} thing to mend", "{n} things to mend", errors), "collectif check"
    else:
        yield message("checked, nothing to mend"), "collectif check"


def _advice(said: Message, command: str, language: Language, screen: Screen) -> str:
    """Give what waits and the command to type, side by side where there is room."""
    sentence = language.say(said)
    shown = screen.paint(command, "cyan")
    if screen.width < _COMMAND_AT + len(command) or columns(sentence) > _COMMAND_AT - 4:
        under = " " * max(min(6, screen.width - len(command)), 2)  # a command is never cut in two
        return "\n".join([*wrapped(sentence, screen.width, "  ", "  "), f"{under}{shown}"])
    return f"  {sentence}{' ' * (_COMMAND_AT - 2 - columns(sentence))}{shown}"
