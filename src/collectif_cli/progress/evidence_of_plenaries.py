"""The evidence that plenaries give: that they were held, what they decided, what was published."""

from collections.abc import Iterator
from datetime import date

from collectif_cli.model.message import message
from collectif_cli.model.phase import PlenaryEvidence, VoteEvidence
from collectif_cli.model.plenary import Plenary
from collectif_cli.model.register import Register
from collectif_cli.progress.missing import COORDINATION, PLENARY, Missing, Remedy, fill_in, write
from collectif_cli.progress.scope import Scope, next_plenary

_SOME_PLENARY = "programme/plenaries/<date>-<slug>.md"
# Decisions of these kinds leave a question open, or are about something else than the text itself.
_UNDECIDED = frozenset({"extract", "refer-back", "waive", "mandate", "other"})
_AGAINST = frozenset({"reject", "remove"})


def plenary(asked: PlenaryEvidence, scope: Scope) -> Iterator[Missing]:
    """A plenary of that number was held, or one that took a decision of that kind."""
    if held_plenary(asked, scope.register):
        return
    kind = asked.kind.value if asked.kind else "any"
    if asked.number is None:
        said = _NO_DECISION.get(kind) or message("no plenary has decided this yet (“{kind}”)", kind=kind)
        yield Missing(said, (PLENARY,), _decided_in(next_plenary(scope.register)))
        return
    numbered = [one for one in scope.register.plenaries.values() if _is_numbered(one, asked)]
    number = asked.number.value
    coming = next((one for one in numbered if one.date.value > scope.today), None)
    if coming:
        said = message("plenary number {number} is on {day}", number=number, day=coming.date.value)
    elif numbered:
        said = message("plenary number {number} has not decided this (“{kind}”)", number=number, kind=kind)
    else:
        said = message("plenary number {number} is not recorded", number=number)
    where = coming or next(iter(numbered), None)
    yield Missing(said, (COORDINATION, PLENARY), _decided_in(where) if where else write(_SOME_PLENARY))


def held_plenary(asked: PlenaryEvidence, register: Register) -> Plenary | None:
    """Give the first plenary that was held and is the one asked for, or took a decision of that kind."""
    kind = asked.kind.value if asked.kind else "any"
    for one in sorted(register.plenaries.values(), key=lambda one: one.date.value):
        kinds = {"any", *(decision.kind.value for decision in one.decisions)}
        if one.date.value <= register.today and _is_numbered(one, asked) and kind in kinds:
            return one
    return None


def _is_numbered(one: Plenary, asked: PlenaryEvidence) -> bool:
    return asked.number is None or (one.number is not None and one.number.value == asked.number.value)


_NO_DECISION = {
    "any": message("no plenary was held yet"),
    "adopt": message("no plenary has adopted anything yet"),
    "mandate": message("no plenary has given a mandate yet"),
    "accept-organisation": message("no plenary has accepted an organisation yet"),
}


def _decided_in(where: Plenary | None) -> Remedy:
    """Give the remedy that is to hold a plenary and to write down what it decides."""
    return fill_in("decisions", where.span.path if where else _SOME_PLENARY)


def vote(asked: VoteEvidence, scope: Scope) -> Iterator[Missing]:
    """A plenary decided on the subject; with an ``outcome``, in that sense."""
    subject = asked.on.value if asked.on else ""
    outcomes = set(_outcomes(subject, scope.register))
    if outcomes and (asked.outcome is None or asked.outcome.value in outcomes):
        return
    title = _title(subject, scope.register)
    if outcomes:
        said = message("“{subject}” was decided on, and not in that sense", subject=title)
    else:
        said = message("no plenary has decided on “{subject}” yet", subject=title)
    yield Missing(said, (PLENARY,), _decided_in(next_plenary(scope.register)))


def _outcomes(subject: str, register: Register) -> Iterator[str]:
    """Yield ``adopted`` or ``rejected`` for each decision taken on a subject until the day."""
    for id, _day in _decisions(subject, register):
        yield "rejected" if register.decisions[id].kind.value in _AGAINST else "adopted"


def decision_days(subject: str, register: Register) -> Iterator[date]:
    """Yield the day of each decision taken on a subject until the day."""
    yield from (day for _id, day in _decisions(subject, register))


def _decisions(subject: str, register: Register) -> Iterator[tuple[str, date]]:
    """Yield the decisions that settle a subject, each with its day."""
    for id in register.decided.get(subject, ()):
        day = register.plenaries[id.partition("/")[0]].date.value
        if day <= register.today and register.decisions[id].kind.value not in _UNDECIDED:
            yield id, day


def _title(subject: str, register: Register) -> str:
    card = register.proposals.get(subject)
    nodes = register.outline.walk() if register.outline else ()
    found = next((node.title.value for node in nodes if node.id.value == subject), subject)
    return card.title if card else found


def edition(name: str, scope: Scope) -> Iterator[Missing]:
    """The edition is published; no text says so yet, so it stays to be done."""
    said = message("the edition “{name}” is not published", name=name)
    yield Missing(said, (COORDINATION,), Remedy(message("publish it, or let a plenary do without it")))
