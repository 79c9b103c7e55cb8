"""The work of ``collectif verify --between``: from one revision to another, the ballot boxes only grew."""

from collections.abc import Iterator, Mapping, Sequence

from collectif_cli.cli.context import Context
from collectif_cli.cli.verify_past import VOTES
from collectif_cli.cli.verify_votes import ballots_in, growth_lines, rounds_in
from collectif_cli.cli.vote_checkpoint import BOX
from collectif_cli.errors import UsageError
from collectif_cli.model.message import message
from collectif_cli.model.vote import Vote
from collectif_cli.store.history.past import History
from collectif_cli.store.history.raw_changes import Touched
from collectif_cli.store.load import load
from collectif_cli.store.places import place_of
from collectif_cli.voting.verifying.boxes import growth, rounds_added
from collectif_cli.voting.verifying.report import Between, BoxState, Report, Trouble


def verify_between(context: Context, revisions: str, votes: Sequence[str]) -> Report:
    """Check the boxes of the votes that were open at the first revision, commit by commit up to the second.

    A commit is held against each of its parents, so that nothing is lost on one side of a merge either.
    """
    first, dots, last = revisions.partition("..")
    if not dots or not first:
        raise UsageError(message("“{text}” is not A..B", text=revisions), message("such as 2019-10-09..HEAD"))
    history = context.history
    start, end = history.resolve(first).commit, history.resolve(last.lstrip(".") or "HEAD").commit
    before, _ = load(history.tree(history.resolve(start)))
    after, _ = load(history.tree(history.resolve(end)))
    wanted = {id: vote for id, vote in before.votes.items() if _was_open(vote) and (not votes or id in votes)}
    unknown = next((id for id in votes if id not in before.votes), None)
    if unknown is not None:
        raise UsageError(message("there is no vote “{id}” at {revision}", id=unknown, revision=first))
    if not history.is_within(start, end):
        said = message("{last} does not come from {first}", first=first, last=last or "HEAD")
        hint = message("the history was rewritten in between: compare the two clones")
        return Report(troubles=(Trouble("", "history-rewritten", said, hint),))
    troubles = [*_frozen(wanted, after.votes), *_boxes(history, start, end, wanted)]
    wrong = {one.vote for one in troubles}
    boxes = tuple(_box(vote, after.votes.get(id), id not in wrong) for id, vote in wanted.items())
    later = sum(1 for id, vote in after.votes.items() if vote.frozen and not _was_open(before.votes.get(id)))
    between = Between(first, last.lstrip(".") or "HEAD", boxes, 0 if votes else later)
    return Report(between=between, troubles=tuple(troubles))


def _was_open(vote: Vote | None) -> bool:
    return vote is not None and vote.frozen is not None


def _box(before: Vote, after: Vote | None, grew: bool) -> BoxState:
    return BoxState(before.id, _size(before), _size(after), grew, before.ballots.value)


def _size(vote: Vote | None) -> int:
    return max((len(entry.rows) for entry in vote.entries), default=0) if vote else 0


def _frozen(before: Mapping[str, Vote], after: Mapping[str, Vote]) -> Iterator[Trouble]:
    for id, vote in before.items():
        then = after.get(id)
        if then is None:
            said = message("the vote “{vote}” is gone", vote=id)
            yield Trouble(id, "vote-removed", said)
        elif vote.frozen and (then.frozen is None or then.frozen.digest.value != vote.frozen.digest.value):
            said = message("what “{vote}” froze is no longer the same", vote=id)
            yield Trouble(id, "frozen-changed", said)


def _boxes(history: History, start: str, end: str, wanted: Mapping[str, Vote]) -> Iterator[Trouble]:
    """Yield each change of a box that is not a growth."""
    changes = [
        one for one in history.changes_under(end, [VOTES], start) if one.before and _is_box(one, wanted)
    ]
    ids = list(dict.fromkeys(id for one in changes for id in (one.before, one.after) if id))
    raws = dict(zip(ids, history.read_ids(ids), strict=True))
    for one in reversed(changes):
        if one.path.endswith("/rounds.yaml"):
            if rounds_added(*(rounds_in(one.path, raws.get(id)) for id in (one.before, one.after))) is None:
                yield _trouble(one, ())
            continue
        if not one.path.endswith(".csv"):
            yield _trouble(one, ())
            continue
        found = growth(*(ballots_in(one.path, raws.get(id)) for id in (one.before, one.after)))
        if not found.holds:
            yield _trouble(one, growth_lines(found))


def _is_box(touched: Touched, wanted: Mapping[str, Vote]) -> bool:
    place = place_of(touched.path)
    return place is not None and place.names[0] in wanted and touched.path.rpartition("/")[2] in BOX


def _trouble(touched: Touched, lines: tuple[str, ...]) -> Trouble:
    commit = touched.revision.commit[:7]
    said = message(
        "{path} lost or changed ballots in {commit}, on {day}",
        path=touched.path,
        commit=commit,
        day=touched.revision.day,
    )
    hint = message("see what it did: git show {commit} -- {path}", commit=commit, path=touched.path)
    place = place_of(touched.path)
    return Trouble(place.names[0] if place else "", "box-shrunk", said, hint, lines)
