"""Whether what a vote froze is what the texts said at the commit on which it opened."""

from collections.abc import Iterator
from typing import NamedTuple

from collectif_cli.model.message import message
from collectif_cli.model.noun import replace
from collectif_cli.model.programme import Programme
from collectif_cli.model.vote import Frozen, Vote
from collectif_cli.voting.binding import Substance, substance_digest
from collectif_cli.voting.commitments import compare_roll
from collectif_cli.voting.declared import rule_of
from collectif_cli.voting.electorate import voters_of
from collectif_cli.voting.frozen import frozen_digest, questions_record, rule_record, written
from collectif_cli.voting.subjects import subject_of
from collectif_cli.voting.verifying.report import Trouble


class Then(NamedTuple):
    """The programme at the commit of the opening, with the git blobs of its files by path."""

    programme: Programme
    blobs: dict[str, str]


def digest_troubles(vote: Vote) -> Iterator[Trouble]:
    """Yield that the digest is not the one of what is written, or that the roll is not the one it commits
    to."""
    frozen = vote.frozen
    if frozen is None:
        return
    if frozen_digest(vote, frozen) != frozen.digest.value:
        said = message("“{vote}” was changed after it opened: its digest is another one", vote=vote.id)
        hint = message("see what changed: git log -p -- {path}", path=vote.span.path)
        yield Trouble(vote.id, "frozen-digest", said, hint)
    committed = [one.value for one in frozen.electorate.commitments]
    count = written(frozen.electorate.count)
    if committed and len(committed) != count:
        said = message("the roll of “{vote}” does not have as many entries as voters", vote=vote.id)
        yield Trouble(vote.id, "roll-differs", said)
    for stranger in compare_roll(vote.roll.entries if vote.roll else (), committed).strangers:
        said = message("“{entry}” was not on the roll when the vote opened", entry=stranger.entry)
        yield Trouble(vote.id, "roll-differs", said)


def opening_troubles(vote: Vote, then: Then) -> Iterator[Trouble]:
    """Yield what was frozen and was not so at the opening: the rule, the questions, the electorate, a
    text."""
    frozen, before = vote.frozen, then.programme.votes.get(vote.id)
    if frozen is None:
        return
    if before is None:
        said = message("“{vote}” was not in the texts on which it says it opened", vote=vote.id)
        yield Trouble(vote.id, "opening-unknown", said)
        return
    if before.drawn is not None:
        said = message("the seed of “{vote}” was known when it opened", vote=vote.id)
        yield Trouble(vote.id, "seed-early", said)
    before = replace(before, frozen=None)
    rule = rule_of(before, then.programme.collective)
    if rule is None or rule_record(rule) != rule_record(frozen.rule):
        said = message("the rule of “{vote}” is not the one of the day it opened", vote=vote.id)
        yield Trouble(vote.id, "rule-differs", said)
    if questions_record(before.questions) != questions_record(frozen.questions):
        said = message("the questions of “{vote}” are not those of the day it opened", vote=vote.id)
        yield Trouble(vote.id, "questions-differ", said)
    yield from _electorate(vote, before, frozen, then.programme)
    yield from _texts(vote, frozen, then)


def voted_substance(text: str, blob: str, then: Then | None) -> Substance | None:
    """Give a text as it was voted; None where it is not to be had."""
    subject = subject_of(text, then.programme) if then else None
    if subject is None or then is None or then.blobs.get(subject.path) != blob:
        return None
    return subject.substance


def _electorate(vote: Vote, before: Vote, frozen: Frozen, programme: Programme) -> Iterator[Trouble]:
    voters = voters_of(before, programme.plenaries, programme.groups, programme.candidates)
    count = voters.present if voters.kind == "present" else voters.registered
    if (count, voters.represented) == (
        written(frozen.electorate.count),
        written(frozen.electorate.represented),
    ):
        return
    if voters.kind == "roll" and count is None and frozen.electorate.commitments:
        return  # a roll that was never put into git: its commitments are all there is, and they were counted
    said = message("the electorate of “{vote}” is not the one of the day it opened", vote=vote.id)
    yield Trouble(vote.id, "electorate-differs", said)


def _texts(vote: Vote, frozen: Frozen, then: Then) -> Iterator[Trouble]:
    """Yield each text whose bytes or digest were others, and each one that was asked about and not frozen."""
    for text in frozen.texts:
        subject = subject_of(text.id.value, then.programme)
        blob = then.blobs.get(subject.path) if subject else None
        if (
            subject is None
            or blob != text.blob.value
            or substance_digest(subject.substance) != text.digest.value
        ):
            said = message(
                "“{text}”, as “{vote}” froze it, is not the text of the day it opened",
                text=text.id.value,
                vote=vote.id,
            )
            yield Trouble(vote.id, "text-differs", said)
    kept = {text.id.value for text in frozen.texts}
    for on in dict.fromkeys(on.value for question in frozen.questions for on in question.on):
        if on not in kept and subject_of(on, then.programme) is not None:
            said = message("“{vote}” is on “{text}”, and froze nothing of it", vote=vote.id, text=on)
            yield Trouble(vote.id, "text-differs", said)
