"""The work of ``collectif group count``: how many people, in totals, on a day."""

from typing import NamedTuple

from collectif_cli.cli.context import Context
from collectif_cli.cli.named import day_given, group_called
from collectif_cli.cli.remarks import remark_on
from collectif_cli.cli.writing import Wish, carry_out, draft_in
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.message import message, messages
from collectif_cli.model.programme import Programme
from collectif_cli.progress.representativity import least_of
from collectif_cli.store.edit_words import pairs
from collectif_cli.store.places import path_of
from collectif_cli.store.roster_edits import with_figures


class Count(NamedTuple):
    """What was counted, as it was typed; None for what was not."""

    day: str | None
    active: int | None
    registered: int | None
    women: int | None
    men: int | None
    other: int | None
    first_engagement: int | None
    under_30: int | None


def count_people(context: Context, group_id: str, counted: Count, wish: Wish) -> int:
    """Write a headcount, a composition or both."""
    programme, _faults = context.programme()
    group, day = group_called(programme, group_id), day_given(counted.day, context.today)
    if day > context.today:
        raise Refused(message("these people are counted on a day still to come"), message("correct the date"))
    draft, path = draft_in(context), path_of("group", group.id)
    if counted.active is not None:
        heads = pairs(("date", day), ("active", counted.active), ("registered", counted.registered))
        draft.edit(path, lambda text: with_figures(text, "headcount", heads))
    if _is_composition(programme, counted):
        known = counted._asdict()
        who = pairs(("date", day), *((key, known[key]) for key in _WHO))
        draft.edit(path, lambda text: with_figures(text, "composition", who))
    elif counted.active is None:
        raise UsageError(
            message("nothing was counted"),
            message("give “--active”, or “--women”, “--men” and “--other” together"),
        )
    remark_on(context, draft.changes(), "group")
    carry_out(context, draft, wish, message("{group}: people counted on {day}", group=group.name, day=day))
    return 0


_PARTS = ("women", "men", "other")
_WHO = (*_PARTS, "first_engagement", "under_30")


def _is_composition(programme: Programme, counted: Count) -> bool:
    """Tell whether a composition was given; refuse one without its total, or about too few people."""
    known = counted._asdict()
    if all(known[key] is None for key in _WHO):
        return False
    if any(known[key] is None for key in _PARTS):
        raise UsageError(
            message("the whole is not known"),
            message("give “--women”, “--men” and “--other” together; zero is written 0"),
        )
    total, least = sum(known[key] for key in _PARTS), least_of(programme.collective)
    if total < least:
        raise Refused(
            messages(
                "these figures are about {n} person, and “privacy” asks for at least {least}",
                "these figures are about {n} people, and “privacy” asks for at least {least}",
                total,
                least=least,
            ),
            message("wait until more people come: in so small a group each one can be recognised"),
        )
    return True
