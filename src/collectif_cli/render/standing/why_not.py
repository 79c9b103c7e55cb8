"""What keeps a gate closed: each missing thing, who can bring it, and what to type or to write."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from collectif_cli.model.message import Message, message, messages
from collectif_cli.progress.gates import Blocker, Gate
from collectif_cli.progress.standing import GroupStanding
from collectif_cli.render.language import Language
from collectif_cli.render.standing.saying import away, gate_said, help_lines
from collectif_cli.render.terminal import Screen, safe, wrapped


def why_not_text(
    gate: Gate,
    blockers: Sequence[Blocker],
    group: GroupStanding | None,
    today: date,
    language: Language,
    screen: Screen,
) -> str:
    """Give the screen of ``collectif status --why-not``, for one group when it is given."""
    count = sum(len(one.missing) for one in blockers)
    lines = [screen.paint(safe(group.group.name), "bold")] if group else []
    lines += wrapped(safe(language.say(_head(gate, count, group, today))), screen.width)
    for owner, owed in groupby(blockers, key=lambda one: one.group):
        if group is None:
            name = owner.group.name if owner else language.say(message("The collective"))
            lines += ["", f"  {screen.paint(safe(name), 'bold')}"]
        else:
            lines.append("")
        for blocker in owed:
            lines += _blocker_lines(blocker, "  " if group else "    ", today, language, screen)
    if count:
        advice = message(
            "Does one of these make no sense here? A plenary can do without it: “collectif explain evidence”."
        )
        lines += ["", *wrapped(language.say(advice), screen.width)]
    return "\n".join(lines) + "\n"


def _head(gate: Gate, count: int, group: GroupStanding | None, today: date) -> Message:
    """Say how many things are missing, for what, and when that is."""
    what, day, days = gate_said(gate), gate.day, away(gate.day, today)
    if group is not None and group.story is not None and not count:
        said = message("Nothing is asked of this group: {story}.", story=group.story)
    elif gate.kind == "day" and not count:
        said = message("Nothing is missing for {day} ({away}).", day=day, away=days)
    elif gate.kind == "day":
        said = messages(
            "{n} thing is still missing for {day} ({away}):",
            "{n} things are still missing for {day} ({away}):",
            count,
            day=day,
            away=days,
        )
    elif not count:
        said = message("Nothing is missing for {gate}, on {day} ({away}).", gate=what, day=day, away=days)
    else:
        said = messages(
            "{n} thing is still missing for {gate}, on {day} ({away}):",
            "{n} things are still missing for {gate}, on {day} ({away}):",
            count,
            gate=what,
            day=day,
            away=days,
        )
    return said


def _blocker_lines(one: Blocker, indent: str, today: date, language: Language, screen: Screen) -> list[str]:
    title, lines = one.objective.objective.title.value, []
    for missing in one.missing:
        said = message("{objective}: {missing}", objective=title, missing=missing.said)
        if one.phase.ends.value < today:
            said = message("{said} (late since {day})", said=said, day=one.phase.ends.value)
        lines += wrapped(safe(language.say(said)), screen.width, indent, f"{indent}  ")
        lines += help_lines(missing, f"{indent}    ", language, screen)
    return lines
