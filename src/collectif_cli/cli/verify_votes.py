"""Each vote held against its past: opened once, unchanged since, its box and its result left alone."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from collectif_cli.cli.verify_past import Contents, Step, VotePast
from collectif_cli.model.message import Message, message
from collectif_cli.model.vote import Ballots, Rounds
from collectif_cli.store.places import place_of
from collectif_cli.store.read_document import read_document
from collectif_cli.voting.verifying.boxes import Growth, growth, rounds_added
from collectif_cli.voting.verifying.report import Commit, Trouble

_BOXES = ("ballots.csv", "ballots-a.csv", "ballots-b.csv")
_FIGURES = ("counts.yaml", "rounds.yaml")


def past_troubles(
    contents: Contents, vote: str, past: VotePast, order: Mapping[str, int], commit: str
) -> Iterator[Trouble]:
    """Yield what the history contradicts; ``commit`` is the one on which the vote says that it opened.

    ``order`` numbers the commits of the present history, children before parents.
    """
    folder = f"programme/votes/{vote}"
    opening, opened = past.frozen[0]
    for by, other in past.frozen[1:]:
        if other != opened:
            yield _frozen_moved(vote, by, other)
            break
    if opening is not None and commit and order.get(commit, -1) <= order[opening.id]:
        said = message(
            "the commit on which “{vote}” opened, {commit}, is not in this history before it",
            vote=vote,
            commit=commit[:10],
        )
        hint = message("the history was rewritten since, or this clone holds only the end of it")
        yield Trouble(vote, "history-rewritten", said, hint)
    yield from _left_alone(contents, vote, folder, past, order)


def removed_trouble(vote: str, past: VotePast) -> Trouble:
    """Say that a vote that had opened is gone, and by which commit."""
    by = past.files["vote.yaml"][-1].commit
    said = message("the vote “{vote}” had opened, and was removed {by}", vote=vote, by=_by(by))
    return Trouble(vote, "vote-removed", said, also=_back(by, f"programme/votes/{vote}"))


def _frozen_moved(vote: str, by: Commit | None, digest: str) -> Trouble:
    path = f"programme/votes/{vote}/vote.yaml"
    if digest:
        said = message("what “{vote}” fixed when it opened was changed {by}", vote=vote, by=_by(by))
        return Trouble(vote, "frozen-changed", said, _see(by, path), also=_back(by, path))
    said = message("what “{vote}” fixed when it opened was taken away {by}", vote=vote, by=_by(by))
    return Trouble(vote, "frozen-gone", said, _see(by, path), also=_back(by, path))


def _left_alone(
    contents: Contents, vote: str, folder: str, past: VotePast, order: Mapping[str, int]
) -> Iterator[Trouble]:
    """Yield that the result, or what was counted, changed after the first result was in a commit."""
    results = past.files.get("result.yaml", ())
    if not results or results[0].commit is None:
        return
    replaced = _replaced(contents, past, folder, order)
    if replaced is not None:
        said = message("the result of “{vote}” was replaced {by}", vote=vote, by=_by(replaced.commit))
        by = replaced.commit
        yield Trouble(vote, "result-replaced", said, _see(by, folder), also=_back(by, folder))
    if not results[-1].blob:
        said = message("the result of “{vote}” was removed {by}", vote=vote, by=_by(results[-1].commit))
        yield Trouble(vote, "result-gone", said, also=_back(results[-1].commit, folder))
    counted = order[results[0].commit.id]
    for name in (*_BOXES, *_FIGURES):
        states = past.files.get(name, ())
        then = [step for step in states if step.commit is not None and order[step.commit.id] >= counted]
        if len(then) < len(states):
            held = then[-1].blob if then else ""
            yield from _after(contents, vote, f"{folder}/{name}", held, states[len(then) :])


def _replaced(contents: Contents, past: VotePast, folder: str, order: Mapping[str, int]) -> Step | None:
    """Give the first result that says otherwise than the first, in the same form of record.

    Whoever was designated may decline afterwards: a result that follows from that alone is no other count.
    """
    written = [step for step in past.files.get("result.yaml", ()) if step.blob]
    if len(written) < 2:
        return None
    forms = [_form(raw) for raw in contents.read([step.blob for step in written])]
    first, path = written[0], f"{folder}/rounds.yaml"
    states = past.files.get("rounds.yaml", ())
    for step, form in zip(written, forms, strict=True):
        blobs = _states_between(states, first.commit, step.commit, order)
        differs = step.blob != first.blob and form == forms[0]
        if differs and not _only_declined(contents, path, blobs):
            return step
    return None


def _states_between(
    states: Sequence[Step], first: Commit | None, last: Commit | None, order: Mapping[str, int]
) -> tuple[str, ...]:
    """Give the blobs that a file had from one commit to another (None: now), none where it was not there."""

    def so_far(commit: Commit | None) -> int:
        if commit is None:
            return len(states)
        return sum(one.commit is not None and order[one.commit.id] >= order[commit.id] for one in states)

    start = so_far(first)
    return (states[start - 1].blob if start else "", *(one.blob for one in states[start : so_far(last)]))


def _only_declined(contents: Contents, path: str, blobs: Sequence[str]) -> bool:
    """Tell whether people declined from one state of the rounds to the next, and nothing else happened."""
    ids = [id for id in blobs if id]
    raws = dict(zip(ids, contents.read(ids), strict=True))
    read = [rounds_in(path, raws.get(blob)) for blob in blobs]
    added = [rounds_added(before, after) for before, after in pairwise(read)]
    return bool(added) and all(
        moves is not None and all(one.kind.value == "decline" for one in moves) for moves in added
    )


def _after(
    contents: Contents, vote: str, path: str, counted: str, later: Sequence[Step]
) -> Iterator[Trouble]:
    """Yield the first change of a file of the box, whose blob was ``counted`` when the first result came."""
    before = counted
    for step in later:
        if path.endswith("/rounds.yaml") and _only_declined(contents, path, (before, step.blob)):
            before = step.blob
            continue
        change = _change(contents, path, counted, step.blob)
        if change is None or not change.holds or change.added:
            said = message("{path} was changed after the count {by}", path=path, by=_by(step.commit))
            lines = growth_lines(change) if change else ()
            yield Trouble(vote, "box-changed", said, _see(step.commit, path), lines, _back(step.commit, path))
            return


def _change(contents: Contents, path: str, before: str, after: str) -> Growth | None:
    """Compare two states of a file of ballots; None for a file of figures, which may not change at all."""
    if path.endswith(_FIGURES):
        return None
    ids = [id for id in (before, after) if id]
    raws = dict(zip(ids, contents.read(ids), strict=True))
    return growth(ballots_in(path, raws.get(before)), ballots_in(path, raws.get(after)))


def growth_lines(change: Growth) -> tuple[str, ...]:
    """Give what happened to the ballots, number by number, at most a dozen."""
    lines = [*(f"- {ballot}" for ballot in change.lost), *(f"~ {ballot}" for ballot in change.altered)]
    return (*lines[:12], *((f"+ {change.added}",) if change.added > 0 else ()))


def ballots_in(path: str, raw: bytes | None) -> Ballots | None:
    """Read a file of ballots; None when there is none, or none that can be read."""
    place = place_of(path)
    value = read_document(path, place, raw)[0].value if place and raw is not None else None
    return value if isinstance(value, Ballots) else None


def rounds_in(path: str, raw: bytes | None) -> Rounds | None:
    """Read the rounds of a vote; None when there are none, or none that can be read."""
    place = place_of(path)
    value = read_document(path, place, raw)[0].value if place and raw is not None else None
    return value if isinstance(value, Rounds) else None


def _form(raw: bytes | None) -> bytes:
    """Give the form of record in which a result is written: another form is another text of the same."""
    return (raw or b"").partition(b"\n")[0]


def _by(commit: Commit | None) -> Message:
    if commit is None:
        return message("(no commit holds this yet)")
    return message("by {commit} on {day}", commit=commit.id[:7], day=commit.day)


def _see(by: Commit | None, path: str) -> Message | None:
    if by is None:
        return None
    return message("see what it did: git show {commit} -- {path}", commit=by.id[:7], path=path)


def _back(by: Commit | None, path: str) -> Message:
    commit = f"{by.id[:7]}~" if by else "HEAD"
    return message("put back what was there: git checkout {commit} -- {path}", commit=commit, path=path)
