"""Family ``calendar``: the phases, their objectives, and dates that cannot be."""

from collections.abc import Iterator
from datetime import date

from collectif_cli.model.collective import Collective
from collectif_cli.model.contribution import Contribution
from collectif_cli.model.dates import dates_of
from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.document import Document
from collectif_cli.model.group import Meeting
from collectif_cli.model.message import Message, message
from collectif_cli.model.phase import Evidence, Phase
from collectif_cli.model.plenary import Plenary
from collectif_cli.model.register import Register
from collectif_cli.model.source import Located

# No collective of this kind is older, and none plans further.
_EARLIEST = date(1990, 1, 1)
_YEARS_AHEAD = 20
_OF_A_GROUP = frozenset({"motivations", "call", "review"})
_OF_EACH_GROUP = message("“{evidence}” is each group's own, and this phase is asked of the collective")
_OF_THE_COLLECTIVE = message("“{evidence}” is the collective's, and this phase is asked of each group")


def phase_reversed(collective: Collective, register: Register) -> Iterator[Finding]:
    """A phase ends after it begins."""
    for phase in collective.phases:
        for start, end in ((phase.starts, phase.ends), (phase.planned_starts, phase.planned_ends)):
            if start and end and end.value < start.value:
                yield Finding(
                    end.span,
                    message("this phase ends before it begins, on {day}", day=start.value),
                    message("correct one of the two dates"),
                )


def phase_order(collective: Collective, register: Register) -> Iterator[Finding]:
    """Phases of the same scope are written in the order in which they begin."""
    above: dict[str, Phase] = {}
    for phase in collective.phases:
        before = above.get(phase.scope.value)
        if before and phase.starts.value < before.starts.value:
            yield Finding(
                phase.starts.span,
                message(
                    "this phase begins before “{phase}”, which is written above it", phase=before.title.value
                ),
                message("correct the date, or write the phases in order"),
            )
        above[phase.scope.value] = phase


def phase_overlap(collective: Collective, register: Register) -> Iterator[Finding]:
    """Phases of the same scope follow one another; they may overlap when that is wanted."""
    for index, phase in enumerate(collective.phases):
        for other in collective.phases[:index]:
            if other.scope.value == phase.scope.value and _overlap(other, phase):
                yield Finding(
                    phase.starts.span,
                    message(
                        "this phase begins before “{phase}” ends, on {day}",
                        phase=other.title.value,
                        day=other.ends.value,
                    ),
                    message("change one of the dates if this is not what you want"),
                )
                break


def _overlap(one: Phase, other: Phase) -> bool:
    return one.starts.value < other.ends.value and other.starts.value < one.ends.value


def duplicate_id(collective: Collective, register: Register) -> Iterator[Finding]:
    """Each phase has its own id, and within a phase each objective too."""
    yield from _twice([phase.id for phase in collective.phases])
    for phase in collective.phases:
        yield from _twice([objective.id for objective in phase.objectives])


def _twice(ids: list[Located[str]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for id in ids:
        if id.value in seen:
            yield Finding(
                id.span, message("“{id}” is used twice", id=id.value), message("choose another id here")
            )
        seen.add(id.value)


def no_phase(collective: Collective, register: Register) -> Iterator[Finding]:
    """A collective has a calendar."""
    if not collective.phases:
        yield Finding(
            collective.span,
            message("the calendar is empty"),
            message("add “phases”, each with the day on which it begins and the day on which it ends"),
        )


def objective_without_evidence(collective: Collective, register: Register) -> Iterator[Finding]:
    """An objective says what shows that it is met, or which decision waives it."""
    for phase in collective.phases:
        for objective in phase.objectives:
            if objective.evidence is None and objective.waived_by is None:
                yield Finding(
                    objective.id.span,
                    message("nothing says how “{id}” is met", id=objective.id.value),
                    message("add “evidence”: what must be found in the texts"),
                )


def evidence_scope(collective: Collective, register: Register) -> Iterator[Finding]:
    """What only a group writes is asked in phases of groups, what the collective writes in its own."""
    for phase in collective.phases:
        for objective in phase.objectives:
            for asked, scope in _scoped(objective.evidence):
                if scope != phase.scope.value:
                    said = _OF_EACH_GROUP if scope == "group" else _OF_THE_COLLECTIVE
                    yield Finding(
                        asked.span,
                        Message(said.text, "", (("evidence", asked.value),)),
                        message("ask for it in a phase of scope “{scope}”", scope=scope),
                    )


def _scoped(evidence: Evidence | None) -> Iterator[tuple[Located[str], str]]:
    """Yield what makes sense in one scope only, with that scope."""
    if evidence is None:
        return
    if evidence.document:
        yield evidence.document, "group" if evidence.document.value in _OF_A_GROUP else "collective"
    if evidence.field:
        yield evidence.field, "group"
    if evidence.edition:
        yield evidence.edition, "collective"


def waiver_not_a_waiver(collective: Collective, register: Register) -> Iterator[Finding]:
    """An objective is waived by a decision of a plenary to waive it."""
    for phase in collective.phases:
        for objective in phase.objectives:
            decision = register.decisions.get(objective.waived_by.value) if objective.waived_by else None
            if objective.waived_by and decision and decision.kind.value != "waive":
                yield Finding(
                    objective.waived_by.span,
                    message("the decision “{decision}” waives nothing", decision=objective.waived_by.value),
                    message("name a decision of kind “waive”, or remove this line"),
                )


def before_start(document: Document, register: Register) -> Iterator[Finding]:
    """No meeting, contribution or plenary is older than the first phase."""
    text = document.value
    if not isinstance(text, (Contribution, Meeting, Plenary)) or text.date is None:
        return
    phases = register.collective.phases
    if phases and _EARLIEST <= text.date.value < (start := min(phase.starts.value for phase in phases)):
        yield Finding(
            text.date.span,
            message("the first phase begins after this date, on {day}", day=start),
            message("correct the date, or let the calendar begin earlier"),
        )


def far_away(document: Document, register: Register) -> Iterator[Finding]:
    """No date is before 1990 or more than twenty years ahead."""
    latest = register.today.year + _YEARS_AHEAD
    for written in dates_of(document.value):
        if written.value < _EARLIEST or written.value.year > latest:
            yield Finding(
                written.span,
                message("this date is too far away to be right"),
                message("correct the year"),
            )
