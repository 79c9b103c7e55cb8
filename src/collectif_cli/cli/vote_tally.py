"""The work of ``collectif vote tally``: the result is written, the texts it decides move, the outcome is
told."""

from pathlib import Path
from typing import NamedTuple

from collectif_cli.cli.context import Context
from collectif_cli.cli.vote_checkpoint import checkpoint_of
from collectif_cli.cli.vote_count import Count, box_root, count, plenary_of, vote_called, with_file
from collectif_cli.cli.writing import Wish, carry_out, draft_in
from collectif_cli.errors import Refused
from collectif_cli.model.message import message
from collectif_cli.model.plenary import Plenary
from collectif_cli.model.programme import Programme
from collectif_cli.render.sheet import findings_text, sheet_text
from collectif_cli.store.draft import Draft
from collectif_cli.store.places import path_of
from collectif_cli.store.proposal_edits import with_decision, with_status
from collectif_cli.store.result_file import result_text
from collectif_cli.store.sealed_box import UNSEEN, box_path
from collectif_cli.store.vote_edits import with_recorded
from collectif_cli.voting.deciding import Move, Recorded, moves, to_record
from collectif_cli.voting.record import result_record
from collectif_cli.voting.sealing import key_record, seal_of, without_figures
from collectif_cli.voting.tally import Tally


class TallyWish(NamedTuple):
    """What was asked of the count, beside the writing itself."""

    record: bool = False
    ballots: Path | None = None


def tally_vote(context: Context, id: str, asked: TallyWish, wish: Wish) -> int:
    """Write the result and what follows from it, or give 1 and say why nothing can be counted."""
    draft = draft_in(context)
    programme, faults = context.programme()
    vote = vote_called(id, programme)
    if vote.frozen is not None and vote.opens is not None and vote.closed is None and vote.cancelled is None:
        raise Refused(
            message("“{vote}” is not closed: somebody may still vote", vote=id),
            message("“collectif vote close {vote}” ends it", vote=id),
        )
    vote, unread = with_file(context, vote, asked.ballots)
    counted = count(vote, programme, faults, box_root(context), unread)
    if counted.whole is None or counted.shown is None:
        context.err.write(findings_text(counted.findings, context.language, context.error_screen))
        return 1
    plenary = plenary_of(counted.vote, programme)
    if asked.record and plenary is None:
        raise Refused(
            message("“{vote}” was held by no plenary: there is nowhere to record it", vote=id),
            message("write “plenary” in the vote, or do without “--record”"),
        )
    if asked.record and plenary is not None and plenary.date.value > context.today:
        raise Refused(
            message("the plenary is on {day}: it has decided nothing yet", day=plenary.date.value),
            message("record it once it is held"),
        )
    held = draft.text(path_of("result", id))
    shown = _result(context, draft, counted)
    _warn_of_another(context, counted, held, draft.text(path_of("result", id)))
    records = to_record(counted.vote, shown, plenary) if asked.record and plenary else ()
    _statuses(draft, programme, counted, shown, plenary, records)
    context.print(sheet_text(counted.vote, shown, plenary, context.language, context.screen))
    context.print("\n")
    boxes = () if counted.sealed else _boxes(counted)
    said = message("count the vote: {title}", title=counted.vote.title.value)
    if not draft.changes() and not wish.commit:
        path = path_of("result", id)
        context.tell(message("{path} held this very result already", path=path))
    elif carry_out(context, draft, wish, said, boxes):
        _tell_checkpoint(context, id)
    return 0


def _result(context: Context, draft: Draft, counted: Count) -> Tally:
    """Write ``result.yaml``, and the key of the seal apart; give what may be shown."""
    whole, path = counted.whole, path_of("result", counted.vote.id)
    assert whole is not None  # noqa: S101 - the verb stopped before, otherwise
    if not counted.sealed:
        draft.edit(path, lambda _: result_text(result_record(whole)))
        return whole
    key = box_path(counted.vote.id, "key.yaml")
    salt = _salt_in(draft.text(key)) or context.salt()
    shown = without_figures(whole, seal_of(result_record(whole), salt))
    draft.edit(path, lambda _: result_text(result_record(shown)))
    draft.edit(key, lambda _: result_text(key_record(whole, salt)))
    draft.edit(UNSEEN[0], lambda _: UNSEEN[1])
    return shown


def _warn_of_another(context: Context, counted: Count, held: str | None, now: str | None) -> None:
    """Say that another result stood there, which nothing but people who declined explains."""
    if held is None or held == now or counted.sealed:
        return
    tally = counted.whole
    declined = tally is not None and any(getattr(one.working, "declined", ()) for one in tally.results)
    if not declined:
        path = path_of("result", counted.vote.id)
        context.tell(
            message("another result stood in {path}: the papers or the texts changed since", path=path)
        )
        context.tell(message("where it is in a commit, “collectif verify” tells that it was replaced"))


def _salt_in(text: str | None) -> str:
    """Give the salt of a key that was written before, so that counting again gives the same bytes."""
    first = (text or "").partition("\n")[0]
    return first.removeprefix("salt: ").strip('"') if first.startswith("salt: ") else ""


def _statuses(
    draft: Draft,
    programme: Programme,
    counted: Count,
    shown: Tally,
    plenary: Plenary | None,
    records: tuple[Recorded, ...],
) -> None:
    """Move the texts that the vote decides, and record its decisions in the plenary."""
    if plenary is not None:
        for one in records:
            draft.edit(
                plenary.span.path,
                lambda text, one=one: with_recorded(text, one.id, one.kind, one.on, one.how, counted.vote.id),  # type: ignore[misc]
            )
    for move in moves(counted.vote, shown, programme, plenary, records):
        draft.edit(move.path, lambda text, move=move: _moved(text, move))  # type: ignore[misc]


def _moved(text: str, move: Move) -> str:
    if move.status:
        text = with_status(text, move.status)
    return with_decision(text, move.decision) if move.decision else text


def _boxes(counted: Count) -> tuple[str, ...]:
    """Give the file of the vote and those that were counted: a commit of the result holds them too."""
    vote = counted.vote
    parts = [*vote.entries, *(part for part in (vote.many, vote.counts, vote.rounds) if part is not None)]
    folder = vote.span.path.rpartition("/")[0] + "/"
    paths = [part.span.path for part in parts]
    return (vote.span.path, *(path for path in paths if path.startswith(folder)))


def _tell_checkpoint(context: Context, id: str) -> None:
    """Print the code that proves this state later, once a commit holds it."""
    code = checkpoint_of(context, id)
    if code:
        context.tell(message("for the minutes: checkpoint {code}", code=code))
