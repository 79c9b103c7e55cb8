"""The work of ``collectif vote close`` and ``collectif vote cancel``."""

from collectif_cli.cli.asking import asked
from collectif_cli.cli.context import Context
from collectif_cli.cli.vote_count import vote_called
from collectif_cli.cli.writing import Wish, carry_out, draft_in
from collectif_cli.errors import Refused
from collectif_cli.model.message import message
from collectif_cli.model.vote import Vote
from collectif_cli.store.vote_edits import with_cancelled, with_closed


def close_vote(context: Context, id: str, wish: Wish) -> int:
    """Write when a vote that lasts ended."""
    programme, _faults = context.programme()
    vote = vote_called(id, programme)
    _require_running(vote)
    if vote.opens is None:
        raise Refused(
            message("“{vote}” is held in one go: there is nothing to close", vote=id),
            message("“collectif vote tally {vote}” counts it", vote=id),
        )
    if vote.closed is not None:
        raise Refused(message("“{vote}” was closed on {day}", vote=id, day=vote.closed.value.day))
    draft = draft_in(context)
    draft.edit(vote.span.path, lambda text: with_closed(text, context.now.isoformat()))
    if carry_out(context, draft, wish, message("close the vote: {title}", title=vote.title.value)):
        context.tell(message("then:"))
        context.tell(message("  count them   collectif vote tally {vote}", vote=id))
    return 0


def cancel_vote(context: Context, id: str, reason: str | None, wish: Wish) -> int:
    """Write that a vote was called off, with the reason; what it holds stays."""
    programme, _faults = context.programme()
    vote = vote_called(id, programme)
    if vote.cancelled is not None:
        raise Refused(
            message(
                "“{vote}” was called off on {day}: {reason}",
                vote=id,
                day=vote.cancelled.date.value,
                reason=vote.cancelled.reason.value,
            )
        )
    why = asked(context, reason, "--reason", message("Why is this vote called off?"))
    draft = draft_in(context)
    draft.edit(vote.span.path, lambda text: with_cancelled(text, context.today, why))
    if carry_out(context, draft, wish, message("call off the vote: {title}", title=vote.title.value)):
        context.tell(message("the vote is called off; its file stays, with the reason"))
    return 0


def _require_running(vote: Vote) -> None:
    if vote.cancelled is not None:
        raise Refused(message("this vote was called off: {reason}", reason=vote.cancelled.reason.value))
    if vote.frozen is None:
        raise Refused(
            message("“{vote}” is not open", vote=vote.id),
            message("“collectif vote open {vote}” opens it", vote=vote.id),
        )
