"""The work of ``collectif group dissolve`` and ``merge``, apart from their arguments."""

from datetime import date

from collectif_cli.cli.context import Context
from collectif_cli.cli.decided import Decided, decision_called
from collectif_cli.cli.group_members import refuse_if
from collectif_cli.cli.named import day_given, group_called, handle_of
from collectif_cli.cli.remarks import remark_on
from collectif_cli.cli.writing import Wish, carry_out, draft_in
from collectif_cli.errors import UsageError
from collectif_cli.model.group import Group
from collectif_cli.model.message import message, messages
from collectif_cli.model.programme import Programme
from collectif_cli.progress.ending import open_mandates, still_there, why_not_end, why_not_receive
from collectif_cli.store.draft import Draft
from collectif_cli.store.places import path_of
from collectif_cli.store.roster_edits import with_group_values, with_member, with_membership_ended

_UNDECIDED = frozenset({"draft", "submitted", "referred", "consensual", "divisive"})


def dissolve_group(context: Context, group_id: str, on: str | None, decision: str | None, wish: Wish) -> int:
    """Write the end of a group, and of everyone's time in it."""
    programme, _faults = context.programme()
    group = group_called(programme, group_id)
    decided = decision_called(programme, decision)
    day = ending_day(context, on, decided)
    refuse_if(why_not_end(group, day, context.today))
    draft = draft_in(context)
    end(draft, group, day, decided)
    remark_on(context, draft.changes(), "group", "proposal")
    if carry_out(
        context, draft, wish, message("{group}: the group ended on {day}", group=group.name, day=day)
    ):
        tell_what_is_left(context, programme, group, day, decided)
    return 0


def merge_groups(
    context: Context,
    group_id: str,
    into: str,
    without: tuple[str, ...],
    on: str | None,
    decision: str | None,
    wish: Wish,
) -> int:
    """Write a merger: the end of one group, its people in the other."""
    programme, _faults = context.programme()
    group, heir = group_called(programme, group_id), group_called(programme, into)
    decided = decision_called(programme, decision)
    day = ending_day(context, on, decided)
    refuse_if(why_not_end(group, day, context.today) or why_not_receive(heir, group, day))
    staying = _absent(group, without, day)
    draft = draft_in(context)
    end(draft, group, day, decided, heir.id)
    there = {one.person.value for one in still_there(heir, day)}
    for handle in dict.fromkeys(one.person.value for one in still_there(group, day)):
        if handle not in there and handle not in staying:
            draft.edit(path_of("group", heir.id), lambda text, who=handle: with_member(text, who, day))  # type: ignore[misc]
    if heir.formed is None:
        draft.edit(path_of("group", heir.id), lambda text: with_group_values(text, ("formed", day)))
    remark_on(context, draft.changes(), "group", "proposal")
    said = message("{group} merges into {heir}", group=group.name, heir=heir.name)
    if carry_out(context, draft, wish, said):
        tell_what_is_left(context, programme, group, day, decided)
    return 0


def ending_day(context: Context, on: str | None, decided: Decided | None) -> date:
    """Give the day that was typed, else that of the decision, else today."""
    return day_given(on, decided.day if decided else context.today)


def end(draft: Draft, group: Group, day: date, decided: Decided | None, heir: str | None = None) -> None:
    """Change the text of a group that ends: the day, the decision, where it went, everyone's last day."""
    path = path_of("group", group.id)
    for one in still_there(group, day):
        draft.edit(path, lambda text, row=one: with_membership_ended(text, group, row, day))  # type: ignore[misc]
    draft.edit(
        path,
        lambda text: with_group_values(
            text,
            ("dissolved", day),
            ("dissolved_by", decided.id if decided else None),
            ("merged_into", heir),
        ),
    )


def tell_what_is_left(
    context: Context, programme: Programme, group: Group, day: date, decided: Decided | None
) -> None:
    """Say what the end of a group leaves open: who said so, its mandates, its texts."""
    if decided is None:
        context.tell(message("no decision says so: “--decision PLENARY/DECISION” names the one that does"))
    mandates = len(open_mandates(group, day))
    if mandates:
        context.tell(
            messages(
                "{n} mandate of this group goes on: a plenary gave it, a plenary ends it",
                "{n} mandates of this group go on: a plenary gave them, a plenary ends them",
                mandates,
            )
        )
    texts = tuple(
        one.id
        for one in programme.proposals.values()
        if one.group.value == group.id and one.status.value in _UNDECIDED
    )
    if texts:
        context.tell(message("its texts keep its name, and wait for who carries them: {texts}", texts=texts))


def _absent(group: Group, without: tuple[str, ...], day: date) -> frozenset[str]:
    """Give those who do not come along; raise UsageError for one who is not there."""
    there = {one.person.value for one in still_there(group, day)}
    for one in without:
        if handle_of(one) not in there:
            raise UsageError(
                message("“{person}” is not in the group", person=one),
                message("“collectif group show {group}” says who is in it", group=group.id),
            )
    return frozenset(without)
