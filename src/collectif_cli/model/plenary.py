"""A plenary: who came, what was on the agenda, what was decided, the minutes."""

from datetime import date

from collectif_cli.model.body import Body
from collectif_cli.model.identifiers import PlenaryId
from collectif_cli.model.noun import Noun
from collectif_cli.model.source import Located, Span

DECISION_KINDS = (
    "adopt",
    "reject",
    "rename",
    "reword",
    "reorder",
    "split",
    "merge",
    "move",
    "duplicate",
    "remove",
    "extract",
    "refer-back",
    "replace-term",
    "mandate",
    "waive",
    "accept-organisation",
    "other",
)
MANNERS = ("consent", "consensus", "acclamation", "show-of-hands", "paper", "secret-ballot", "online")
RECORDS = ("recorded", "undisclosed", "missing", "disputed")
# The records from which nothing can be counted.
UNTOLD = frozenset(RECORDS[1:])


class Attendance(Noun):
    """How many came, how many were represented, and how that is known."""

    present: Located[int] | None = None
    represented: Located[int] | None = None
    record: Located[str] | None = None


class AgendaItem(Noun):
    """A point of the agenda."""

    id: Located[str]
    title: Located[str]
    kind: Located[str] | None = None
    on: tuple[Located[str], ...] = ()
    minutes: Located[int] | None = None


class Decision(Noun):
    """What the plenary decided, on what, how, and how that is known.

    ``source`` and ``target`` are the old and the new wording or place of a decision that changes one.
    """

    id: Located[str]
    kind: Located[str]
    how: Located[str] | None = None
    on: tuple[Located[str], ...] = ()
    source: Located[str] | None = None
    target: Located[str] | None = None
    into: tuple[Located[str], ...] = ()
    scope: Located[str] | None = None
    vote: Located[str] | None = None
    record: Located[str] | None = None
    sources: tuple[Located[str], ...] = ()
    title: Located[str] | None = None
    note: Located[str] | None = None


class Plenary(Noun):
    """Everything ``programme/plenaries/<date>-<slug>.md`` says."""

    id: PlenaryId
    span: Span
    convened: Located[date] | None = None  # before `date`, which hides the type of that name
    date: Located[date]
    number: Located[int] | None = None
    title: Located[str] | None = None
    place: Located[str] | None = None
    attendance: Attendance | None = None
    agenda: tuple[AgendaItem, ...] = ()
    decisions: tuple[Decision, ...] = ()
    body: Body

    def decision(self, id: str) -> Decision | None:
        """Give the decision of that id, if the plenary took it."""
        return next((decision for decision in self.decisions if decision.id.value == id), None)
