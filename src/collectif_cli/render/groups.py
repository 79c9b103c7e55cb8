"""The groups for a terminal: all of them in a table, or one with everything about it."""

from collections.abc import Iterable, Iterator, Sequence

from collectif_cli.model.collective import Collective
from collectif_cli.model.message import Message, message, messages
from collectif_cli.progress.group_story import GroupStory
from collectif_cli.progress.public_names import PublicNames
from collectif_cli.render.documents.levels import level_name
from collectif_cli.render.language import Language
from collectif_cli.render.statuses import status_word
from collectif_cli.render.table import Cell, table
from collectif_cli.render.terminal import Screen, safe, wrapped

_WIDEST = 100
KINDS = {
    "thematic": message("thematic"),
    "transversal": message("transversal"),
    "campaign": message("campaign"),
    "mandated": message("mandated"),
    "list": message("of the list"),
}


def groups_text(stories: Sequence[GroupStory], language: Language, screen: Screen) -> str:
    """Give a line for each group, and how many there are."""
    if not stories:
        nothing = message("there is no group yet: “collectif group new” starts one")
        return f"{language.say(nothing)}\n"
    heads = [
        "",
        language.say(message("kind")),
        language.say(message("people")),
        language.say(message("meetings")),
        language.say(message("the last")),
        language.say(message("facilitated by")),
    ]
    rows = [_row(one, language) for one in stories]
    ended = sum(one.ended is not None for one in stories)
    count = [messages("{n} group", "{n} groups", len(stories))]
    if ended:
        count.append(messages("{n} is not at work", "{n} are not at work", ended))
    return f"{table(heads, rows, screen)}\n\n{' · '.join(map(language.say, count))}\n"


def _row(one: GroupStory, language: Language) -> list[Cell]:
    last = one.last_meeting.isoformat() if one.last_meeting else "–"
    led = language.say(one.ended) if one.ended else names(one.facilitators, language) or "–"
    return [
        Cell(safe(one.group.name)),
        Cell(_kind(one, language)),
        Cell("–" if one.ended else str(one.active)),
        Cell(str(len(one.meetings))),
        Cell(last),
        Cell(safe(led), "dim" if one.ended else ""),
    ]


def _kind(one: GroupStory, language: Language) -> str:
    return language.say(KINDS[one.group.kind.value])


def names(people: PublicNames, language: Language) -> str:
    """Give names as a list; those who are not named come last, as a number."""
    said = list(people.names)
    if people.unnamed:
        said.append(
            language.say(
                messages("one person who is not named", "{n} people who are not named", people.unnamed)
            )
        )
    return language.list(said)


def group_text(one: GroupStory, collective: Collective, language: Language, screen: Screen) -> str:
    """Give everything about a group."""
    width = min(screen.width, _WIDEST)
    state, place = one.ended or message("{n} at work", n=one.active), f"groups/{one.group.id}"
    lines = [
        screen.paint(safe(one.group.name), "bold"),
        *wrapped(f"{_kind(one, language)} · {language.say(state)} · {place}", width, "  ", "  "),
    ]
    facts = [
        (Cell(language.say(title)), Cell(safe(text))) for title, text in _facts(one, collective, language)
    ]
    if facts:
        lines += ["", table(("", ""), facts, screen._replace(width=width))]
    lines += _section(message("story"), _events(one, language), width, language, screen)
    lines += _section(message("proposals"), _proposals(one, language), width, language, screen)
    return "\n".join(lines) + "\n"


def _facts(one: GroupStory, collective: Collective, language: Language) -> Iterator[tuple[Message, str]]:
    """Yield what is known of the group, title by title."""
    titles = {competence.id.value: competence.title.value for competence in collective.competences}
    methods = one.group.working_methods
    found = (
        (message("facilitated by"), names(one.facilitators, language)),
        (message("members"), names(one.members, language)),
        (message("formerly"), " · ".join(alias.value for alias in one.group.aliases)),
        (message("levels"), " · ".join(_levels(one, collective, language))),
        (message("competences"), " · ".join(titles.get(id.value, id.value) for id in one.group.competences)),
        (message("rhythm"), methods.rhythm.value if methods and methods.rhythm else ""),
        (message("meetings"), _meetings(one, language)),
        (message("note"), one.group.note.value if one.group.note else ""),
    )
    yield from ((title, text) for title, text in found if text)


def _meetings(one: GroupStory, language: Language) -> str:
    if one.last_meeting is None:
        return ""
    count = len(one.meetings)
    return language.say(messages("one, on {day}", "{n}, the last on {day}", count, day=one.last_meeting))


def _levels(one: GroupStory, collective: Collective, language: Language) -> Iterator[str]:
    for level in one.group.levels:
        name = level_name(level.value, collective)
        yield name if isinstance(name, str) else language.say(name)


def _events(one: GroupStory, language: Language) -> Iterable[tuple[str, str]]:
    return ((event.day.isoformat(), language.say(event.said)) for event in one.events)


def _proposals(one: GroupStory, language: Language) -> Iterable[tuple[str, str]]:
    return (
        (proposal.id, f"{proposal.name} ({language.say(status_word(proposal.status.value))})")
        for proposal in one.proposals
    )


def _section(
    title: Message, rows: Iterable[tuple[str, str]], width: int, language: Language, screen: Screen
) -> list[str]:
    """Give a title and a line for each row; nothing when there is no row."""
    cells = [(Cell(f"  {safe(first)}"), Cell(safe(second))) for first, second in rows]
    shown = table(("", ""), cells, screen._replace(width=width)) if cells else ""
    return ["", screen.paint(language.say(title), "bold"), shown] if shown else []
