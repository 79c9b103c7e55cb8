"""The work of ``collectif proposal new``, apart from its arguments."""

from typing import NamedTuple

from collectif_cli.cli.asking import asked
from collectif_cli.cli.context import Context
from collectif_cli.cli.named import expected, group_called, new_id
from collectif_cli.cli.writing import Wish, carry_out, draft_in
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.group import Group
from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.message import mark as _
from collectif_cli.model.naming import free_id
from collectif_cli.model.programme import Programme
from collectif_cli.model.spelling import same_words
from collectif_cli.render.language import language
from collectif_cli.store.new_texts import NewProposal, ProposalComments, proposal_text
from collectif_cli.store.places import path_of


class ProposalWish(NamedTuple):
    """What was asked of a new proposal, as it was typed."""

    id: str | None
    title: str | None
    group: str | None
    with_groups: tuple[str, ...]
    levels: tuple[str, ...]
    competences: tuple[str, ...]


def new_proposal(context: Context, wanted: ProposalWish, wish: Wish) -> int:
    """Write the draft of a proposal, and say what comes next."""
    programme, _faults = context.programme()
    title = asked(context, wanted.title, "--title", message("What does it propose, in a few words?"))
    _require_new_title(programme, title)
    group = group_called(
        programme, asked(context, wanted.group, "--group", message("Which group brings it?"))
    )
    _require_at_work(context, group)
    id = _id(programme, wanted.id, title)
    draft, path = draft_in(context), path_of("proposal", id)
    draft.create(path, proposal_text(_proposal(programme, wanted, title, group), _comments(programme, id)))
    if carry_out(context, draft, wish, message("new proposal: {title}", title=title)):
        context.tell(message("then:"))
        context.tell(message("  write under each heading of {path}", path=path))
        context.tell(message("  when the group agrees   collectif proposal submit {id}", id=id))
    return 0


def _require_new_title(programme: Programme, title: str) -> None:
    for proposal in programme.proposals.values():
        if same_words(proposal.name) == same_words(title):
            raise Refused(
                message("the proposal “{proposal}” already has this title", proposal=proposal.id),
                message("say in the title what makes this one different"),
            )


def _require_at_work(context: Context, group: Group) -> None:
    if group.dissolved and group.dissolved.value <= context.today:
        heir = group.merged_into
        raise Refused(
            message("the group “{group}” ended on {day}", group=group.id, day=group.dissolved.value),
            message("it merged into “{group}”", group=heir.value) if heir else None,
        )


def _id(programme: Programme, typed: str | None, title: str) -> str:
    aliases = {alias.value for one in programme.proposals.values() for alias in one.aliases}
    nodes = {node.id.value for node in programme.outline.walk()} if programme.outline else set()
    files = {one.id for one in programme.documents if one.kind == "proposal"}
    taken = {*files, *aliases, *nodes, *_decided_away(programme)}
    if typed is not None:
        return new_id(typed, taken)
    id = free_id(title, taken)
    if not id:
        raise UsageError(
            message("no id can be made from “{title}”", title=title), message("give one before “--title”")
        )
    return id


def _decided_away(programme: Programme) -> set[str]:
    """Give the ids that decisions speak of: one that is free again may still lead somewhere."""
    return {
        on.value
        for plenary in programme.plenaries.values()
        for decision in plenary.decisions
        for on in (*decision.on, *decision.into)
    }


def _proposal(programme: Programme, wanted: ProposalWish, title: str, group: Group) -> NewProposal:
    collective = programme.collective
    exercised = {one.id.value: one.exercised_by.value for one in collective.competences}
    known = [level.value for level in collective.levels]
    competences = [expected(one, exercised) for one in wanted.competences]
    levels = [expected(one, known) for one in wanted.levels]
    if not levels:
        levels = [exercised[one] for one in competences] or [level.value for level in group.levels]
    if not competences:
        own = [one.value for one in group.competences]
        competences = [one for one in own if not wanted.levels or exercised.get(one) in levels]
    others = [group_called(programme, one).id for one in wanted.with_groups]
    return NewProposal(
        title=title,
        group=group.id,
        with_groups=tuple(dict.fromkeys(other for other in others if other != group.id)),
        levels=tuple(dict.fromkeys(levels)),
        competences=tuple(dict.fromkeys(competences)),
        sections=tuple(one.value for one in collective.proposal.sections) if collective.proposal else (),
    )


def _comments(programme: Programme, id: str) -> ProposalComments:
    said = language(programme.collective.language.value)
    return ProposalComments(
        levels=said.words(_("who would have to decide: keep what this text needs")),
        body=said.say(_advice(programme)),
        submission=said.say(message("When the group agrees: collectif proposal submit {id}", id=id)),
    )


def _advice(programme: Programme) -> Message:
    form = programme.collective.proposal
    if form is None or form.max_words is None:
        return message("Plain words, short sentences, one idea. This note is for you: take it away.")
    return messages(
        "Plain words, short sentences, one idea, {n} word at most. This note is for you: take it away.",
        "Plain words, short sentences, one idea, {n} words at most. This note is for you: take it away.",
        form.max_words.value,
    )
