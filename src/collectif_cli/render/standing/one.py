"""One group, or one phase of the collective: what is met, what is missing, since when, who can bring it."""

from collectif_cli.model.message import mark as _
from collectif_cli.model.message import message, messages
from collectif_cli.progress.standing import GroupStanding, ObjectiveStanding, PhaseStanding
from collectif_cli.render.language import Language
from collectif_cli.render.standing.bars import bar
from collectif_cli.render.standing.saying import away, help_lines, who_said
from collectif_cli.render.terminal import Screen, columns, safe, wrapped

_NOT_ASKED = _("not asked of this group")


def group_text(group: GroupStanding, language: Language, screen: Screen) -> str:
    """Give the screen of ``collectif status GROUP``."""
    lines = [screen.paint(safe(group.group.name), "bold")]
    lines += [f"  {line}" for line in wrapped(_about(group, language), screen.width - 2)]
    for phase in group.phases:
        lines += ["", *_phase_lines(phase, group.is_live, language, screen)]
    if not group.phases:
        nothing = language.say(message("no phase is asked of this group"))
        lines += ["", *wrapped(nothing, screen.width, "  ", "  ")]
    return "\n".join(lines) + "\n"


def phase_text(phase: PhaseStanding, language: Language, screen: Screen) -> str:
    """Give one phase of the collective with its objectives."""
    return "\n".join(_phase_lines(phase, True, language, screen)) + "\n"


def _about(group: GroupStanding, language: Language) -> str:
    if group.story is not None:
        return language.say(group.story)
    there = language.say(messages("{n} person at work", "{n} people at work", group.members))
    if group.facilitators.kind != "facilitators":
        return " · ".join([language.say(message("nobody facilitates the group")), there])
    return " · ".join([who_said([group.facilitators], language), there])


def _phase_lines(phase: PhaseStanding, live: bool, language: Language, screen: Screen) -> list[str]:
    title = safe(phase.phase.title.value)
    if not phase.asked:
        return wrapped(f"{title} · {language.words(_NOT_ASKED)}", screen.width, "", "  ")
    whole = len(phase.objectives)
    figures = f"{bar(phase.met, whole)} {phase.met}/{whole}  {_until(phase, live, language)}"
    if columns(title) + 2 + columns(figures) <= screen.width:
        lines = [f"{screen.paint(title, 'bold')}  {figures}"]
    else:
        lines = [screen.paint(title, "bold"), *wrapped(figures, screen.width, "  ", "  ")]
    for one in phase.objectives:
        lines += _objective_lines(one, live, language, screen)
    return lines


def _until(phase: PhaseStanding, live: bool, language: Language) -> str:
    """Give the day on which the phase ends, the day that was planned, and since when it is late."""
    ends, planned = phase.phase.ends.value, phase.phase.planned_ends
    said = [message("until {day}", day=ends)]
    if planned and planned.value != ends:
        said = [message("until {day} (planned: {planned})", day=ends, planned=planned.value)]
    if live and phase.is_late:
        said.append(message("late"))
    elif live and phase.owed and phase.has_begun:
        said.append(away(ends, phase.today))
    return " · ".join(language.say(one) for one in said)


def _objective_lines(one: ObjectiveStanding, live: bool, language: Language, screen: Screen) -> list[str]:
    mark = screen.paint("✓", "green") if one.is_met else screen.paint("·", "yellow")
    said = [one.objective.title.value]
    if one.waived_by:
        said.append(language.say(message("waived by {decision}", decision=one.waived_by)))
    elif one.is_met:
        said += [language.say(found) for found in one.found]
    first, *others = wrapped(safe(" · ".join(said)), screen.width - 4)
    lines = [f"  {mark} {first}", *(f"      {line}" for line in others)]
    for missing in one.missing:
        lines += wrapped(safe(language.say(missing.said)), screen.width, "      ", "      ")
        lines += help_lines(missing, "      ", language, screen) if live else []
    return lines
