"""The work of ``collectif verify --checkpoint``: an old code held against this history."""

from collections.abc import Sequence

from collectif_cli.cli.context import Context
from collectif_cli.cli.vote_checkpoint import codes
from collectif_cli.cli.vote_count import vote_called
from collectif_cli.errors import UsageError
from collectif_cli.model.message import message
from collectif_cli.voting.short_code import CHECKPOINT, as_code
from collectif_cli.voting.verifying.report import Report, Trouble


def verify_checkpoint(context: Context, typed: str, votes: Sequence[str], at: str | None) -> Report:
    """Look for the state that a code was printed for, in every commit of the history."""
    code = as_code(typed, CHECKPOINT)
    if code is None:
        raise UsageError(
            message("“{code}” is no checkpoint: a character is wrong or missing", code=typed),
            message("it has twelve letters and figures, such as 9X4T-2KQ7-M3WA"),
        )
    programme, _faults = context.programme(at)
    wanted: list[str] = [vote_called(id, programme).id for id in votes] or list(map(str, programme.votes))
    history, head = context.history, context.revision(at or "HEAD").commit
    for _commit, _vote, found in codes(history, history.commits(head), wanted):
        if found == code:
            return Report(checkpoint=code)
    hint = message("compare with an older clone: a commit, or the ballots, are no longer what they were")
    if history.shallow:
        hint = message("this clone holds only the end of the history: git fetch --unshallow, then try again")
    said = message("checkpoint {code}: no state of this history has it", code=code)
    return Report(troubles=(Trouble(votes[0] if votes else "", "checkpoint-contradicted", said, hint),))
