"""The work of ``collectif verify --self-test``: every tampering is tried on a copy, and all must be
caught."""

from collections.abc import Iterator, Sequence

from collectif_cli.cli.context import Context
from collectif_cli.cli.tampering_lab import Lab, copy_of
from collectif_cli.cli.tamperings import TAMPERINGS
from collectif_cli.cli.verify_between import verify_between
from collectif_cli.cli.verify_checkpoint import verify_checkpoint
from collectif_cli.cli.vote_checkpoint import checkpoint_of
from collectif_cli.cli.vote_count import vote_called
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.message import message
from collectif_cli.model.vote import Vote
from collectif_cli.render.self_test import Attempt, attempts_json, attempts_text
from collectif_cli.store.edit import put
from collectif_cli.voting.verifying.report import Report, Trouble


def run_self_test(context: Context, votes: Sequence[str], *, as_json: bool) -> int:
    """Print a line for each tampering with the vote that was named, or with the one that holds most.

    Give 1 unless all were caught.
    """
    if len(votes) > 1:
        said = message("the self-test tampers with one vote at a time, and {n} are named", n=len(votes))
        raise UsageError(said, message("name one of them, or none: it then takes the one that holds most"))
    history = context.history
    with copy_of(history, context.revision("HEAD").commit) as lab:
        sound = lab.verify()
        vote = _target(lab, sound, votes)
        attempts = tuple(_attempts(lab, sound, vote))
    context.print(
        attempts_json(attempts, context.language)
        if as_json
        else attempts_text(attempts, vote.id, context.language, context.screen)
    )
    return 0 if all(one.caught for one in attempts) else 1


def _target(lab: Lab, sound: Report, votes: Sequence[str]) -> Vote:
    """Give the vote to tamper with: open, counted, with texts it adopted and ballots where one has both.

    One that is named is taken as it is, and must have been opened and counted too.
    """
    programme, _ = lab.context.programme()
    named = [vote_called(id, programme) for id in votes]
    bound = {one.vote for one in sound.texts}
    good = [programme.votes[one.vote] for one in sound.votes if one.opened and one.recounted]
    good.sort(key=lambda vote: (vote.id in bound, bool(vote.entries), bool(vote.roll)), reverse=True)
    if named and named[0] not in good:
        raise Refused(
            message(
                "“{vote}” was not opened, counted and left as it was: there is nothing to try on it",
                vote=named[0].id,
            ),
            message("“collectif verify {vote}” says how it stands", vote=named[0].id),
        )
    if not good:
        raise Refused(
            message("there is nothing to try it on: no vote was opened, counted and left as it was"),
            message("a demonstration has one: collectif init --demo demo, then try there"),
        )
    return named[0] if named else good[0]


def _attempts(lab: Lab, sound: Report, vote: Vote) -> Iterator[Attempt]:
    known = {(one.vote, one.code) for one in sound.troubles}
    for tampering in TAMPERINGS:
        if tampering.do(lab, vote):
            yield Attempt(tampering.said, _new(lab.verify().troubles, known), in_commit=False)
            lab.save()
            yield Attempt(tampering.said, _new(lab.verify().troubles, known), in_commit=True)
        lab.put_back()
    yield from _rewritten(lab, known, vote)
    yield from _box(lab, vote)


def _new(troubles: Sequence[Trouble], known: set[tuple[str, str]]) -> tuple[str, ...]:
    """Give the slugs of what does not hold, and held before."""
    return tuple(dict.fromkeys(one.code for one in troubles if (one.vote, one.code) not in known))


def _rewritten(lab: Lab, known: set[tuple[str, str]], vote: Vote) -> Iterator[Attempt]:
    """Rewrite the history: crudely, then with everything made to fit, which only an old record
    contradicts."""
    code = checkpoint_of(lab.context, vote.id)
    made = lab.forget_past()
    if vote.frozen is not None and vote.frozen.commit is not None:
        said = message("the history is rewritten")
        yield Attempt(said, _new(lab.verify().troubles, known), in_commit=True)
    lab.edit(vote.span.path, lambda text: _opened_on(text, vote, made))
    lab.freeze_again(vote.id)
    lab.save()
    said = message("the history is rewritten, the vote is opened anew on it, and an old code is compared")
    yield Attempt(said, _new(verify_checkpoint(lab.context, code, (), None).troubles, set()), in_commit=True)
    lab.put_back()


def _opened_on(text: str, vote: Vote, commit: str) -> str:
    assert vote.frozen is not None  # noqa: S101 - only open votes are tampered with
    return put(text, ("frozen", "commit"), commit, ("date", "commit"))


def _box(lab: Lab, vote: Vote) -> Iterator[Attempt]:
    """Drop a ballot from the box, and look at it between two revisions."""
    drop = next(one for one in TAMPERINGS if one.said.text == "a ballot is dropped")
    if drop.do(lab, vote):
        made = lab.save()
        found = verify_between(lab.context, f"{lab.base}..{made}", ())
        said = message("a ballot is dropped from the box, between two revisions")
        yield Attempt(said, _new(found.troubles, set()), in_commit=True)
    lab.put_back()
