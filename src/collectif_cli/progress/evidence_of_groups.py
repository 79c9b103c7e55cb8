"""The evidence that groups give themselves: their texts, people and meetings, what they explored."""

from collections.abc import Callable, Iterator

from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.phase import ExplorationEvidence
from collectif_cli.progress.membership import active_members
from collectif_cli.progress.missing import COORDINATION, GROUP, PLENARY, Missing, fill_in, typed, write
from collectif_cli.progress.public_names import public_name
from collectif_cli.progress.scope import Scope

_OF_THE_COLLECTIVE = frozenset({"outline", "candidates", "glossary"})


def document(kind: str, scope: Scope) -> Iterator[Missing]:
    """A text of the group, or of the programme, is written."""
    not_written = message("this text is not written yet")
    if kind in _OF_THE_COLLECTIVE:
        if getattr(scope.register, kind) is None:
            yield Missing(not_written, (COORDINATION,), write(f"programme/{kind}.yaml"))
        return
    for group in scope.groups:
        id = f"{group.id}/{kind}"
        if id not in scope.register.written:
            begun = id in scope.register.group_texts  # from its template, and nothing in it yet
            start = typed(message("collectif group write {group} {text}", group=group.id, text=kind))
            remedy = write(f"groups/{id}.md") if begun else start
            yield Missing(not_written, (scope.facilitators(group),), remedy)


def field(key: str, scope: Scope) -> Iterator[Missing]:
    """A key of the group's file is filled in."""
    for group in scope.groups:
        if not getattr(group, key):
            said, command = _FIELDS[key], _COMMANDS.get(key)
            by_hand = fill_in(key, f"groups/{group.id}/group.yaml")
            remedy = typed(command(group.id)) if command else by_hand
            yield Missing(said, (scope.facilitators(group),), remedy)


_FIELDS = {
    "working_methods": message("the way of working is not described yet"),
    "competences": message("the group has not said what it is about"),
    "levels": message("the group has not said at which level it works"),
    "headcount": message("nobody has counted those who come"),
}
_COMMANDS: dict[str, Callable[[str], Message]] = {
    "working_methods": lambda id: message("collectif group methods {group} --rhythm RHYTHM", group=id),
    "headcount": lambda id: message("collectif group count {group} --active NUMBER", group=id),
}


def members(least: int, scope: Scope) -> Iterator[Missing]:
    """At least so many people, listed or counted."""
    there = sum(active_members(group, scope.today) for group in scope.groups)
    if there < least:
        said = messages(
            "{n} person is missing ({there} of {least})",
            "{n} people are missing ({there} of {least})",
            least - there,
            there=there,
            least=least,
        )
        command = message("collectif group join {group} HANDLE --name NAME", group=_id(scope))
        yield Missing(said, (GROUP, COORDINATION), typed(command))


def composition(asked: bool, scope: Scope) -> Iterator[Missing]:
    """The composition of the group is declared, in totals."""
    for group in scope.groups:
        if asked and not any(one.date.value <= scope.today for one in group.composition):
            said = message("the composition is not declared yet, in totals")
            command = message(
                "collectif group count {group} --women NUMBER --men NUMBER --other NUMBER", group=group.id
            )
            yield Missing(said, (scope.facilitators(group),), typed(command))


def facilitator(asked: bool, scope: Scope) -> Iterator[Missing]:
    """Somebody facilitates the group on the day."""
    for group in scope.groups:
        if asked and not any(one.covers(scope.today) for one in group.facilitators):
            command = message("collectif group facilitate {group} HANDLE", group=group.id)
            yield Missing(message("nobody facilitates the group"), (GROUP, COORDINATION), typed(command))


def meetings_held(least: int, scope: Scope) -> Iterator[Missing]:
    """At least so many meetings were held."""
    held = len(scope.meetings)
    if held < least:
        said = messages(
            "{n} meeting is missing ({there} of {least})",
            "{n} meetings are missing ({there} of {least})",
            least - held,
            there=held,
            least=least,
        )
        who = scope.facilitators(scope.group) if scope.group else COORDINATION
        command = message("collectif group meet {group} --date DATE", group=_id(scope))
        yield Missing(said, (who,), typed(command))


def exploration(asked: ExplorationEvidence, scope: Scope) -> Iterator[Missing]:
    """At least so much of each thing in ``exploration.yaml``."""
    for group in scope.groups:
        done = scope.register.explorations.get(group.id)
        who, path = (scope.facilitators(group),), f"groups/{group.id}/exploration.yaml"
        for kind, short in _EXPLORED.items():
            least = getattr(asked, kind)
            gap = least.value - len(getattr(done, kind, ())) if least else 0
            if gap > 0:
                yield Missing(short(gap), who, fill_in(kind, path))
        if asked.competences and asked.competences.value and not (done and done.competences):
            said = message("who decides what is not written yet")
            yield Missing(said, who, fill_in("competences", path))


_EXPLORED: dict[str, Callable[[int], Message]] = {
    "documents": lambda n: messages("{n} document is missing", "{n} documents are missing", n),
    "existing_projects": lambda n: messages(
        "{n} existing project is missing", "{n} existing projects are missing", n
    ),
    "visits": lambda n: messages("{n} visit is missing", "{n} visits are missing", n),
    "round_tables": lambda n: messages("{n} round table is missing", "{n} round tables are missing", n),
}


def mandates(least: int, scope: Scope) -> Iterator[Missing]:
    """At least so many mandates were given; a binôme is two."""
    given = [one for group in scope.groups for one in group.mandates if one.since.value <= scope.today]
    if len(given) >= least:
        return
    roles = {one.role.value: one.person.value for one in given}
    if least == 2 and len(given) == 1 and set(roles) <= set(_ALONE):
        role, person = next(iter(roles.items()))
        name = public_name(person, scope.register.people) or message("somebody who is not named")
        said = Message(_ALONE[role].text, "", (("person", name),))
    elif least == 2 and not given:
        said = message("nobody is mandated yet, and a binôme is two people")
    else:
        said = messages(
            "{n} mandate is missing ({there} of {least})",
            "{n} mandates are missing ({there} of {least})",
            least - len(given),
            there=len(given),
            least=least,
        )
    command = message("collectif group mandate {group} HANDLE --given-by PLENARY/DECISION", group=_id(scope))
    yield Missing(said, (GROUP, PLENARY), typed(command))


_ALONE = {
    "titulaire": message("a single name for the binôme ({person}); the deputy is missing"),
    "suppleant": message("a single name for the binôme ({person}, deputy); the first name is missing"),
}


def _id(scope: Scope) -> str:
    """Give the id of the group; dots for any group of the collective."""
    return scope.group.id if scope.group else "…"
