"""A working group: who is in it, how it works, what it explored, when it met."""

from datetime import date

from collectif_cli.model.body import Body
from collectif_cli.model.identifiers import GroupId, MeetingId
from collectif_cli.model.noun import Noun
from collectif_cli.model.source import Located, Span

PAIR_ROLES = ("titulaire", "suppleant")


class Membership(Noun):
    """A person in a role of a group, from a day on and to another."""

    person: Located[str]
    since: Located[date]
    until: Located[date] | None = None

    def covers(self, day: date) -> bool:
        """Tell whether the membership holds on ``day``; both ends count."""
        return self.since.value <= day and (self.until is None or day <= self.until.value)


class Mandate(Noun):
    """What a plenary asked of one person of the group: a role, for a body, between two days."""

    role: Located[str]
    person: Located[str]
    since: Located[date]
    purpose: Located[str] | None = None
    given_by: Located[str] | None = None
    until: Located[date] | None = None


def at_once(one: Membership | Mandate, other: Membership | Mandate) -> bool:
    """Tell whether two stretches hold together for more than the day on which one hands over to the other."""
    return (other.until is None or one.since.value < other.until.value) and (
        one.until is None or other.since.value < one.until.value
    )


class Headcount(Noun):
    """How many come on a day, beside those who are listed."""

    date: Located[date]
    active: Located[int]
    registered: Located[int] | None = None


class Composition(Noun):
    """Totals the group declares about itself on a day; never per person."""

    date: Located[date]
    women: Located[int] | None = None
    men: Located[int] | None = None
    other: Located[int] | None = None
    first_engagement: Located[int] | None = None
    under_30: Located[int] | None = None

    @property
    def total(self) -> int | None:
        """The number of people it is about; None unless women, men and others are all given."""
        if self.women is None or self.men is None or self.other is None:
            return None
        return self.women.value + self.men.value + self.other.value


class WorkingMethods(Noun):
    """How the group works: its rhythm, its places, its tools."""

    rhythm: Located[str] | None = None
    places: tuple[Located[str], ...] = ()
    tools: tuple[Located[str], ...] = ()
    note: Located[str] | None = None


class Discovery(Noun):
    """Something the group read, visited or heard while exploring."""

    title: Located[str]
    date: Located[date] | None = None
    place: Located[str] | None = None
    url: Located[str] | None = None
    who: Located[str] | None = None
    learnt: Located[str] | None = None


class CompetenceFinding(Noun):
    """Who exercises something, as the group found out, and from what source."""

    topic: Located[str]
    exercised_by: Located[str]
    source: Located[str] | None = None


class Exploration(Noun):
    """Everything ``exploration.yaml`` of a group says."""

    id: GroupId
    span: Span
    documents: tuple[Discovery, ...] = ()
    existing_projects: tuple[Discovery, ...] = ()
    visits: tuple[Discovery, ...] = ()
    round_tables: tuple[Discovery, ...] = ()
    competences: tuple[CompetenceFinding, ...] = ()


class Meeting(Noun):
    """A meeting of a group and its minutes; its id is ``<group>/<file stem>``."""

    id: MeetingId
    span: Span
    group: GroupId
    date: Located[date]
    place: Located[str] | None = None
    kind: Located[str] | None = None
    present: Located[int] | None = None
    present_people: tuple[Located[str], ...] = ()
    produces: tuple[Located[str], ...] = ()
    title: Located[str] | None = None
    body: Body


class GroupText(Noun):
    """A free text of a group: its motivations, its call for contributions, its review."""

    id: str
    span: Span
    group: GroupId
    kind: str
    body: Body


class Group(Noun):
    """Everything ``group.yaml`` says."""

    id: GroupId
    span: Span
    title: Located[str]
    kind: Located[str]
    formed: Located[date] | None = None
    formed_by: Located[str] | None = None
    dissolved: Located[date] | None = None
    dissolved_by: Located[str] | None = None
    merged_into: Located[str] | None = None
    split_from: Located[str] | None = None
    succeeds: Located[str] | None = None
    levels: tuple[Located[str], ...] = ()
    competences: tuple[Located[str], ...] = ()
    facilitators: tuple[Membership, ...] = ()
    members: tuple[Membership, ...] = ()
    headcount: tuple[Headcount, ...] = ()
    composition: tuple[Composition, ...] = ()
    working_methods: WorkingMethods | None = None
    mandates: tuple[Mandate, ...] = ()
    aliases: tuple[Located[str], ...] = ()
    note: Located[str] | None = None

    @property
    def name(self) -> str:
        """The title as people say it."""
        return self.title.value

    @property
    def roster(self) -> tuple[Membership, ...]:
        """Everyone who is listed: those who facilitate, then the members."""
        return self.facilitators + self.members

    @property
    def pair(self) -> tuple[Mandate, ...]:
        """The mandates of its binômes, past ones included: ``titulaire`` and ``suppleant``."""
        return tuple(mandate for mandate in self.mandates if mandate.role.value in PAIR_ROLES)

    def lives_on(self, day: date) -> bool:
        """Tell whether the group was formed by ``day`` and has not ended."""
        if self.formed is None or self.formed.value > day:
            return False
        return self.dissolved is None or self.dissolved.value > day
