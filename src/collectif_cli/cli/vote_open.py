"""The work of ``collectif vote open``: everything that decides the outcome is fixed, or it is said why
not."""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from collectif_cli.cli.context import Context
from collectif_cli.cli.past_programmes import PastProgrammes
from collectif_cli.cli.vote_count import Faults, plenary_of, rule_called, vote_called
from collectif_cli.cli.writing import Wish, carry_out, draft_in
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import mark as _
from collectif_cli.model.message import message, messages
from collectif_cli.model.moment import Moment
from collectif_cli.model.noun import replace
from collectif_cli.model.plenary import Plenary
from collectif_cli.model.programme import Programme
from collectif_cli.model.record import Record
from collectif_cli.model.source import Located
from collectif_cli.model.vote import DecisionRule, Frozen, RollEntry, Vote
from collectif_cli.render.language import language
from collectif_cli.render.sheet import findings_text
from collectif_cli.store.draft import Draft
from collectif_cli.store.places import path_of, place_of
from collectif_cli.store.read_document import read_document
from collectif_cli.store.tree import HEAD_FILE
from collectif_cli.store.vote_edits import with_frozen, without_roll
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.binding import substance_digest
from collectif_cli.voting.commitments import commitments
from collectif_cli.voting.declared import rule_of
from collectif_cli.voting.electorate import voters_of
from collectif_cli.voting.frozen import frozen_digest, frozen_record
from collectif_cli.voting.legible import illegible
from collectif_cli.voting.opening import (
    Moved,
    calendar_obstacles,
    freeze,
    moved_obstacles,
    obstacles,
    text_obstacles,
)
from collectif_cli.voting.roll import roll_of
from collectif_cli.voting.second_call import second_call_faults
from collectif_cli.voting.short_code import vote_code
from collectif_cli.voting.subjects import Bound, bound_by, subject_of, unbound


class Scene(NamedTuple):
    """What an opening looks at: the vote with its rule and plenary, in the programme, and the texts it
    binds."""

    programme: Programme
    vote: Vote
    rule: DecisionRule
    plenary: Plenary | None
    texts: tuple[Bound, ...]


def open_vote(context: Context, id: str, wish: Wish) -> int:
    """Write the frozen part of a vote, or give 1 and every reason why it cannot open."""
    programme, faults = context.programme()
    vote = vote_called(id, programme)
    scene = Scene(
        programme,
        vote,
        rule_called(vote, programme),
        plenary_of(vote, programme),
        bound_by(vote.questions, programme),
    )
    findings = tuple(_obstacles(context, scene, faults))
    if findings:
        context.err.write(findings_text(findings, context.language, context.error_screen))
        return 1
    roll = _roll(context, vote)
    frozen = _frozen(context, scene, roll)
    draft = _draft(context, scene, frozen, roll)
    if carry_out(context, draft, wish, message("open the vote: {title}", title=vote.title.value)):
        _tell(context, scene, frozen)
    return 0


def _obstacles(context: Context, scene: Scene, faults: Faults) -> Iterator[Finding]:
    programme, vote, rule, plenary, texts = scene
    unread = list(illegible(vote, rule, plenary, faults))
    if unread:
        yield from (Finding(one.span, one.message, one.hint) for one in unread)
        return
    voters = voters_of(vote, programme.plenaries, programme.groups, programme.candidates)
    rules = (one.name for one in programme.collective.decision_rules)
    yield from obstacles(vote, rule, voters, rules)
    days = programme.collective.freeze_before_plenary
    yield from calendar_obstacles(vote, plenary, days.value if days else None, context.today)
    yield from text_obstacles(vote, texts, programme)
    first = programme.votes.get(vote.second_call_of.value) if vote.second_call_of else None
    yield from second_call_faults(vote, first, rule_of(first, programme.collective) if first else None)
    paths = _paths(scene)
    for path in context.history.unsaved(paths):
        hint = message("commit it first: git add {path}, then git commit", path=path)
        yield Finding(vote.title.span, message("{path} has changes that no commit holds", path=path), hint)
    if plenary is not None and days is not None:
        moved = _moved(context, plenary, texts, days.value)
        yield from moved_obstacles(vote, moved, days.value, plenary)


def _paths(scene: Scene) -> tuple[str, ...]:
    """Give the files that must be in a commit: what the vote is on, and what it rests on."""
    vote = scene.vote
    paths = [HEAD_FILE, vote.span.path, *(text.path for text in scene.texts)]
    if scene.plenary is not None:
        paths.append(scene.plenary.span.path)
    if vote.electorate.group is not None and vote.electorate.group.value in scene.programme.groups:
        paths.append(path_of("group", vote.electorate.group.value))
    if vote.electorate.kind.value == "candidates":
        paths.append(path_of("candidates"))
    return tuple(dict.fromkeys(paths))


def _moved(context: Context, plenary: Plenary, texts: tuple[Bound, ...], days: int) -> Iterator[Moved]:
    """Yield the texts whose substance is not what it was when they had to stop moving."""
    last = plenary.date.value - timedelta(days=days)
    if context.today <= last or not texts:
        return
    history = context.history
    try:
        commit = history.resolve(last.isoformat()).commit
    except UsageError:
        commit = ""  # the history begins later: none of the texts has been there long enough
    paths = [text.path for text in texts]
    past = PastProgrammes(history, {commit: paths}).at(commit) if commit else None
    latest = history.last_changes(paths)
    for text in texts:
        then = subject_of(text.id, past) if past else None
        if then is None or substance_digest(then.substance) != substance_digest(text.substance):
            change = latest.get(text.path)
            yield Moved(
                text.id, text.path, change.day if change else context.today, change.commit if change else ""
            )


def _roll(context: Context, vote: Vote) -> tuple[RollEntry, ...]:
    """Give the roll with a salt for each entry that has none yet."""
    if vote.electorate.kind.value != "roll":
        return ()
    return tuple(one if one.salt else one._replace(salt=context.salt()) for one in roll_of(vote))


def _frozen(context: Context, scene: Scene, roll: tuple[RollEntry, ...]) -> Frozen:
    """Give the frozen part with its digest."""
    programme, vote = scene.programme, scene.vote
    head = context.revision("HEAD")
    blobs = {entry.path: str(entry.stamp[0]) for entry in context.history.tree(head).entries()}
    frozen = freeze(
        vote,
        scene.rule,
        voters_of(vote, programme.plenaries, programme.groups, programme.candidates),
        [(text, blobs[text.path]) for text in scene.texts],
        opened=Moment(context.now.date(), context.now),
        commit=head.commit,
        commitments=commitments(roll),
    )
    return replace(frozen, digest=Located(frozen_digest(vote, frozen), vote.span))


def _draft(context: Context, scene: Scene, frozen: Frozen, roll: tuple[RollEntry, ...]) -> Draft:
    vote = scene.vote
    draft = draft_in(context)
    said = language(scene.programme.collective.language.value)
    comment = said.words(
        _("Fixed when the vote opened, by collectif vote open: nothing here moves any more.")
    )
    written = Record((*frozen_record(frozen).pairs, ("digest", frozen.digest.value)))
    if vote.electorate.roll:
        draft.edit(vote.span.path, without_roll)
    draft.edit(vote.span.path, lambda text: with_frozen(text, written, comment))
    _require_readable(vote, draft.text(vote.span.path) or "", frozen)
    if roll:
        lines = "".join(f"{one.entry},{one.salt}\n" for one in roll)
        draft.edit(path_of("roll", vote.id), lambda text: f"entry,salt\n{lines}")
    return draft


def _require_readable(vote: Vote, text: str, frozen: Frozen) -> None:
    """Raise Refused when what would be written does not read back as what was fixed."""
    place = place_of(vote.span.path)
    document = read_document(vote.span.path, place, text.encode())[0] if place else None
    again = document.value if document else None
    kept = again.frozen if isinstance(again, Vote) else None
    if not isinstance(again, Vote) or kept is None or frozen_digest(again, kept) != frozen.digest.value:
        raise Refused(
            message("{path} is written in a way that cannot be added to", path=vote.span.path),
            message("write its keys one under the other, each at the start of a line"),
        )


def _tell(context: Context, scene: Scene, frozen: Frozen) -> None:
    """Say what was fixed, what could not be, and what comes next."""
    number = len(frozen.texts)
    context.tell(
        messages(
            "the vote is open: {n} text is bound, the code of the papers is {code}",
            "the vote is open: {n} texts are bound, the code of the papers is {code}",
            number,
            code=vote_code(frozen.digest.value),
        )
    )
    for id in unbound(scene.vote.questions, scene.programme):
        context.tell(message("“{id}” has no text in the repository: nothing of it is bound", id=id))
    context.tell(message("then:"))
    method = METHODS[scene.rule.method.value]
    if not method.reads:
        path = scene.vote.span.path
        context.tell(
            message(
                "  once the announced draw is held, write what came of it under “drawn” in {path}", path=path
            )
        )
    elif scene.vote.ballots.value == "counts":
        path = path_of("counts", scene.vote.id)
        context.tell(message("  write the hands that were counted in {path}", path=path))
    else:
        context.tell(
            message(
                "  enter the papers, each of two people apart   collectif vote enter {vote} --as a",
                vote=scene.vote.id,
            )
        )
    if method.reads:
        context.tell(message("  count them   collectif vote tally {vote}", vote=scene.vote.id))
    else:
        context.tell(message("  then draw the lots   collectif vote tally {vote}", vote=scene.vote.id))
