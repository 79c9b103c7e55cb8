"""The work of ``collectif contribution assign``, ``merge`` and ``answer``: what becomes of contributions."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from collectif_cli.cli.asking import asked
from collectif_cli.cli.context import Context
from collectif_cli.cli.named import contribution_called, expected, group_called, proposal_called
from collectif_cli.cli.writing import Wish, carry_out, draft_in
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.contribution import Contribution
from collectif_cli.model.message import message, messages
from collectif_cli.model.programme import Programme
from collectif_cli.model.proposal import Proposal
from collectif_cli.store.contribution_text import with_proposal, with_value
from collectif_cli.store.draft import Draft
from collectif_cli.store.proposal_edits import with_contribution

ANSWERED = ("adopted", "partly", "declined", "out-of-scope")
_LONGEST = 20_000  # bytes of an answer: four pages
_TAKEN = frozenset({"adopted", "partly"})


class Answer(NamedTuple):
    """What is answered: in words or in a file, what became of them, the proposals that draw on them."""

    text: str | None = None
    file: Path | None = None
    fate: str | None = None
    proposals: tuple[str, ...] = ()


def assign(context: Context, ids: Sequence[str], group: str, wish: Wish) -> int:
    """Hand contributions to a group; what became of those that are settled stays."""
    programme, _faults = context.programme()
    own = group_called(programme, group)
    draft = draft_in(context)
    for one in _all(programme, ids):
        hand_over(draft, one, own.id)
    said = messages(
        "hand a contribution to {group}", "hand {n} contributions to {group}", len(set(ids)), group=own.name
    )
    carry_out(context, draft, wish, said)
    return 0


def hand_over(draft: Draft, one: Contribution, group: str) -> None:
    """Write that a group looks after a contribution."""
    draft.edit(one.span.path, lambda text: with_value(text, "group", group))
    if one.fate.value == "new":
        draft.edit(one.span.path, lambda text: with_value(text, "fate", "assigned"))


def merge(context: Context, ids: Sequence[str], into: str, wish: Wish) -> int:
    """Join contributions with another that says the same."""
    programme, _faults = context.programme()
    target = contribution_called(programme, into)
    if target.merged_into is not None:
        said = message("“{id}” was itself joined with “{other}”", id=into, other=target.merged_into.value)
        raise Refused(said, message("name that one"))
    draft = draft_in(context)
    for one in _all(programme, ids):
        if one.id == target.id:
            raise UsageError(message("“{id}” cannot be joined with itself", id=one.id))
        join(draft, one, target.id)
    count = len(set(ids))
    said = messages("join a contribution with {id}", "join {n} contributions with {id}", count, id=target.id)
    carry_out(context, draft, wish, said)
    return 0


def join(draft: Draft, one: Contribution, target: str) -> None:
    """Write that a contribution says the same as another."""
    draft.edit(one.span.path, lambda text: with_value(text, "fate", "merged"))
    draft.edit(one.span.path, lambda text: with_value(text, "merged_into", target))


def answer(context: Context, ids: Sequence[str], wanted: Answer, wish: Wish) -> int:
    """Write what became of contributions and what is answered, and in the proposals that they were used."""
    programme, _faults = context.programme()
    ones = _all(programme, ids)
    if wanted.fate is not None:
        expected(wanted.fate, ANSWERED)
    proposals = [proposal_called(programme, id) for id in wanted.proposals]
    for one in ones:
        _require_fate(one, wanted)
    text = _text(context, wanted)
    draft = draft_in(context)
    for one in ones:
        _answer_one(draft, one, wanted.fate, text)
        for proposal in proposals:
            _draw_on(draft, one, proposal)
    said = messages("answer a contribution", "answer {n} contributions", len(ones))
    carry_out(context, draft, wish, said)
    return 0


def _answer_one(draft: Draft, one: Contribution, fate: str | None, text: str) -> None:
    path = one.span.path
    if fate is not None:
        draft.edit(path, lambda front: with_value(front, "fate", fate))
        draft.edit(path, lambda front: with_value(front, "merged_into", None))
    draft.edit(path, lambda front: with_value(front, "answer", text))


def _draw_on(draft: Draft, one: Contribution, proposal: Proposal) -> None:
    """Write in both that the proposal draws on the contribution."""
    if all(known.value != proposal.id for known in one.proposals):
        draft.edit(one.span.path, lambda front: with_proposal(front, proposal.id))
    origin = proposal.origin.contributions if proposal.origin else ()
    if all(known.value != one.id for known in origin):
        draft.edit(proposal.span.path, lambda front: with_contribution(front, one.id))


def _require_fate(one: Contribution, wanted: Answer) -> None:
    fate = wanted.fate or one.fate.value
    if fate in ("new", "assigned"):
        raise UsageError(
            message("nothing says what became of “{id}”", id=one.id),
            message("add “--fate”, with one of: {words}", words=ANSWERED),
        )
    if fate in _TAKEN and not (wanted.proposals or one.proposals):
        raise UsageError(
            message("nothing says which proposal took this up"), message("add “--proposal”, with its id")
        )


def _text(context: Context, wanted: Answer) -> str:
    """Give the words of the answer; raise UsageError when there are none."""
    if wanted.file is None:
        return asked(context, wanted.text, "--text", message("What is answered?"))
    if wanted.text is not None:
        raise UsageError(message("the answer is given twice: “--text” and “--file”"))
    try:
        with (context.start / wanted.file).open("rb") as file:
            text = file.read(_LONGEST + 1).decode("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        said = message("{path} cannot be read ({reason})", path=str(wanted.file), reason=type(error).__name__)
        raise UsageError(said) from error
    if not text or len(text.encode()) > _LONGEST:
        raise UsageError(
            message("{path} holds no answer, or one of more than four pages", path=str(wanted.file))
        )
    return text


def _all(programme: Programme, ids: Sequence[str]) -> list[Contribution]:
    return [contribution_called(programme, id) for id in dict.fromkeys(ids)]
