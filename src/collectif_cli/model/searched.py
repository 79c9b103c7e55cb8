"""What of a programme may be found by its words: what was written to be read, nothing sealed or unnamed."""

from collections.abc import Callable, Iterator
from functools import partial

from collectif_cli.model.body import Body
from collectif_cli.model.group import Exploration, Group
from collectif_cli.model.plenary import Plenary
from collectif_cli.model.programme import Programme
from collectif_cli.model.search import BODY, HEADING, TITLE, Searched, Words
from collectif_cli.model.source import Located, Span
from collectif_cli.model.vote import Vote

KINDS = (
    *("proposal", "outline", "plenary", "vote", "contribution"),
    *("group", "meeting", "organisation", "person", "word"),
)


def searched(programme: Programme, kinds: tuple[str, ...] = KINDS) -> Iterator[Searched]:
    """Yield the things of those kinds, kind after kind, each with its words."""
    for kind in kinds:
        yield from _OF_KIND[kind](programme)


def _proposals(programme: Programme) -> Iterator[Searched]:
    for id, one in programme.proposals.items():
        yield Searched("proposal", id, one.name, partial(_titled, one.title, one.body, one.span.path))


def _outline(programme: Programme) -> Iterator[Searched]:
    for node in programme.outline.walk() if programme.outline else ():
        yield Searched(
            "outline", node.id.value, node.title.value, partial(_noted, node.title, node.introduction)
        )


def _plenaries(programme: Programme) -> Iterator[Searched]:
    for id, one in programme.plenaries.items():
        yield Searched("plenary", id, one.title.value if one.title else id, partial(_of_plenary, one))


def _of_plenary(one: Plenary) -> Iterator[Words]:
    for item in one.agenda:
        yield Words(HEADING, item.title.span, item.title.value)
    for decision in one.decisions:
        yield from _said(decision.title, decision.source, decision.target, decision.note)
    yield from _titled(one.title, one.body, one.span.path, one.place)


def _votes(programme: Programme) -> Iterator[Searched]:
    for id, one in programme.votes.items():
        yield Searched("vote", id, one.title.value, partial(_of_vote, one))


def _of_vote(one: Vote) -> Iterator[Words]:
    yield Words(TITLE, one.title.span, one.title.value)
    for question in one.questions:
        yield Words(HEADING, question.title.span, question.title.value)
        yield from _said(*(option.title for option in question.options))


def _contributions(programme: Programme) -> Iterator[Searched]:
    for id, one in programme.contributions.items():
        words = partial(_titled, one.title, one.body, one.span.path, one.answer, one.theme)
        yield Searched("contribution", id, one.title.value if one.title else id, words)


def _groups(programme: Programme) -> Iterator[Searched]:
    for id, one in programme.groups.items():
        yield Searched("group", id, one.name, partial(_of_group, one, programme))


def _of_group(group: Group, programme: Programme) -> Iterator[Words]:
    yield from _noted(group.title, group.note)
    for text in programme.group_texts.values():
        if text.group == group.id:
            yield from _body(text.body, text.span.path)
    if group.id in programme.explorations:
        yield from _of_exploration(programme.explorations[group.id])


def _of_exploration(one: Exploration) -> Iterator[Words]:
    for found in (*one.documents, *one.existing_projects, *one.visits, *one.round_tables):
        yield from _said(found.title, found.learnt)
    for competence in one.competences:
        yield from _said(competence.topic)


def _meetings(programme: Programme) -> Iterator[Searched]:
    for id, one in programme.meetings.items():
        words = partial(_titled, one.title, one.body, one.span.path, one.place)
        yield Searched("meeting", id, one.title.value if one.title else id, words)


def _organisations(programme: Programme) -> Iterator[Searched]:
    for id, one in programme.organisations.items():
        notes = [one.note, *(disagreement.note for disagreement in one.disagreements)]
        yield Searched("organisation", id, one.title.value, partial(_noted, one.title, *notes))


def _people(programme: Programme) -> Iterator[Searched]:
    for id, person in programme.people.items():
        if person.name is not None and person.is_visible:
            yield Searched("person", id, person.name.value, partial(_noted, person.name))


def _glossary(programme: Programme) -> Iterator[Searched]:
    for term in programme.glossary.terms if programme.glossary else ():
        words = partial(_noted, term.word, term.explanation)
        yield Searched("word", term.word.value, term.word.value, words)


def _titled(
    title: Located[str] | None, body: Body, path: str, *beside: Located[str] | None
) -> Iterator[Words]:
    """Yield a title, what is written beside the body, then the body."""
    if title is not None:
        yield Words(TITLE, title.span, title.value)
    yield from _said(*beside)
    yield from _body(body, path)


def _noted(title: Located[str], *notes: Located[str] | None) -> Iterator[Words]:
    """Yield a title and what is said of it."""
    yield Words(TITLE, title.span, title.value)
    yield from _said(*notes)


def _said(*values: Located[str] | None) -> Iterator[Words]:
    for value in values:
        if value is not None:
            yield Words(BODY, value.span, value.value)


def _body(body: Body, path: str) -> Iterator[Words]:
    """Yield the text before the first heading, then each heading and what is under it."""
    if not body.sections:
        yield Words(BODY, Span(path, body.line), body.text)
        return
    yield Words(BODY, Span(path, body.line), body.preamble)
    for section in body.sections:
        yield Words(HEADING, Span(path, section.line), section.title)
        yield Words(BODY, Span(path, section.line + 1), section.text)


_OF_KIND: dict[str, Callable[[Programme], Iterator[Searched]]] = {
    "proposal": _proposals,
    "outline": _outline,
    "plenary": _plenaries,
    "vote": _votes,
    "contribution": _contributions,
    "group": _groups,
    "meeting": _meetings,
    "organisation": _organisations,
    "person": _people,
    "word": _glossary,
}
