"""The work of ``collectif people erase``, apart from its arguments."""

from collections import defaultdict
from collections.abc import Sequence

from collectif_cli.cli.context import Context
from collectif_cli.cli.named import handle_of, new_id
from collectif_cli.cli.writing import Wish, carry_out, draft_in
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.message import mark as _
from collectif_cli.model.message import message, messages
from collectif_cli.model.nearest import nearest
from collectif_cli.model.programme import Programme
from collectif_cli.model.source import Span
from collectif_cli.progress.erasure import Traces, traces_of
from collectif_cli.render.language import language
from collectif_cli.render.terminal import safe
from collectif_cli.store.draft import Draft
from collectif_cli.store.erasing import with_person_hidden, with_words_replaced, without_lines
from collectif_cli.store.places import path_of


def erase(context: Context, person: str, pseudonym: str | None, wish: Wish) -> int:
    """Replace a person by a pseudonym in all texts, and say what that leaves."""
    programme, _faults = context.programme()
    handle = _known(programme, person)
    _require_no_candidate(programme, handle)
    new = new_id(pseudonym, programme.people) if pseudonym else _free(programme)
    traces = traces_of(handle, programme)
    draft = draft_in(context)
    _replace(draft, traces, new)
    if carry_out(context, draft, wish, message("people: somebody is erased")) or wish.dry_run:
        _say_what_stays(context, traces)
        _say_what_git_keeps(context, programme, handle, new)
    return 0


def _known(programme: Programme, person: str) -> str:
    handle = handle_of(person)
    if handle in programme.people:
        return handle
    near = nearest(handle, sorted(programme.people))
    raise UsageError(
        message("“{person}” is not in groups/people.yaml", person=handle),
        message("did you mean “{near}”?", near=near) if near else None,
    )


def _require_no_candidate(programme: Programme, handle: str) -> None:
    listed = programme.candidates.candidates if programme.candidates else ()
    if any(one.person is not None and one.person.value == handle for one in listed):
        raise Refused(
            message("“{person}” is on the list of candidates, which the law makes public", person=handle),
            message("take them off the list first: programme/candidates.yaml"),
        )


def _free(programme: Programme) -> str:
    """Give a handle that says nothing and that nobody has: ``person-1``, ``person-2``…"""
    word = language(programme.collective.language.value).words(_("person"))
    numbers = range(1, len(programme.people) + 2)
    return next(id for id in (f"{word}-{n}" for n in numbers) if id not in programme.people)


def _replace(draft: Draft, traces: Traces, new: str) -> None:
    words: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for word in traces.words:
        words[word.span.path].append((word.span, word.text))
    for path, places in words.items():
        draft.edit(path, lambda text, places=places: with_words_replaced(text, places, new))  # type: ignore[misc]
    draft.edit(path_of("people"), lambda text: with_person_hidden(text, new))
    for path in dict.fromkeys(one.path for one in traces.lines):
        own = tuple(one for one in traces.lines if one.path == path)
        draft.edit(path, lambda text, own=own: without_lines(text, own))  # type: ignore[misc]


def _say_what_stays(context: Context, traces: Traces) -> None:
    if traces.lines:
        context.tell(
            messages(
                "{n} line leaves a sealed roll: the vote keeps its count, and still verifies",
                "{n} lines leave sealed rolls: the votes keep their counts, and still verify",
                len(traces.lines),
            )
        )
    if traces.mentions:
        context.tell(message("to read by hand: the name may stand in prose, or be a common word there"))
        _list(context, traces.mentions)
    if traces.held:
        context.tell(message("left as it is: votes rest on it, and it was public"))
        _list(context, traces.held)


def _list(context: Context, places: Sequence[Span]) -> None:
    for one in places:
        context.print(f"  {safe(one.path)}:{one.line}\n")


def _say_what_git_keeps(context: Context, programme: Programme, handle: str, new: str) -> None:
    person = programme.people[handle]
    words = (handle, *(one.value for one in (person.name, person.account) if one is not None))
    context.tell(message("what was committed before stays in the history of git, and in every clone"))
    context.tell(message("to take it out for everybody, write a file with these lines:"))
    for old in dict.fromkeys(words):
        context.print(f"  regex:\\b{safe(old)}\\b==>{new}\n")
    context.tell(message("then, in a fresh clone: git filter-repo --replace-text FILE"))
    context.tell(message("“collectif explain erasure” says what that breaks: read it first"))
