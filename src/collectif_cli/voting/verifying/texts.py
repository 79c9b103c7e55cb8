"""Whether each text that a vote adopted is still the one that was voted."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import unified_diff
from typing import NamedTuple

from collectif_cli.model.message import Message, message
from collectif_cli.model.programme import Programme
from collectif_cli.model.vote import FrozenText, Vote
from collectif_cli.voting.binding import Likeness, Substance, likeness
from collectif_cli.voting.outcome import Verdict
from collectif_cli.voting.subjects import proposal_at, subject_of
from collectif_cli.voting.tally import Tally
from collectif_cli.voting.verifying.report import Commit, TextState, Trouble

_MOST_LINES = 12


class Voted(NamedTuple):
    """A text that a vote adopted, as it was then; ``substance`` is None where its bytes are not to be had."""

    vote: Vote
    text: FrozenText
    substance: Substance | None


def adopted_texts(vote: Vote, tally: Tally) -> Iterator[FrozenText]:
    """Yield the texts that a vote froze and adopted."""
    adopted = {
        on.value
        for question, result in zip(tally.questions, tally.results, strict=True)
        if result.outcome.verdict is Verdict.ADOPTED
        for on in question.on
    }
    named = {on.value for question in tally.questions for on in question.on}
    for text in vote.frozen.texts if vote.frozen else ():
        through = text.id.value if text.id.value in named or text.under is None else text.under.value
        if through in adopted:
            yield text


def last_of(voted: Iterable[Voted]) -> tuple[Voted, ...]:
    """Give what binds each text: the last vote that adopted it; ``voted`` is in the order of the openings."""
    found: dict[str, Voted] = {}
    for one in voted:
        found[one.text.id.value] = one
    return tuple(found.values())


def state_of(voted: Voted, programme: Programme) -> TextState | None:
    """Give what became of a text; None for a proposal that left the programme by another decision since."""
    id = voted.text.id.value
    subject = subject_of(id, programme)
    path = subject.path if subject else ""
    proposal = proposal_at(path, programme)
    if proposal is not None and proposal.status.value != "adopted":
        return None
    found = likeness(voted.substance, voted.text.digest.value, subject.substance if subject else None)
    return TextState(id, path, voted.vote.id, found)


def text_trouble(
    state: TextState, voted: Voted, present: Substance | None, by: Commit | None
) -> Trouble | None:
    """Say that a text changed or is gone, with the lines and the commit; None when no commit holds it yet."""
    if state.likeness is Likeness.GONE:
        said = message("“{text}” was adopted by “{vote}”, and is gone", text=state.text, vote=state.vote)
        return Trouble(state.vote, "text-gone", said)
    if state.likeness is not Likeness.CHANGED:
        return None
    lines = _changes(voted.substance, present) if voted.substance and present else ()
    before = f"{by.id[:7]}~" if by else "HEAD"
    back = message(
        "put back the text that was voted: git checkout {commit} -- {path}", commit=before, path=state.path
    )
    new = message("or put the new one to the vote: collectif vote new --on {text}", text=state.text)
    return Trouble(state.vote, "text-changed", _changed(state, by), back, lines, new)


def _changed(state: TextState, by: Commit | None) -> Message:
    if by is None:
        return message(
            "{text} was changed after its vote ({vote}), and no commit holds the change yet",
            text=state.text,
            vote=state.vote,
        )
    return message(
        "{text} was changed after its vote ({vote}), by {commit} on {day}",
        text=state.text,
        vote=state.vote,
        commit=by.id[:7],
        day=by.day,
    )


def _changes(voted: Substance, present: Substance) -> tuple[str, ...]:
    """Give the lines that went and came, at most a dozen."""
    lines = [
        line
        for line in unified_diff(_lines(voted), _lines(present), n=0, lineterm="")
        if line[:1] in "+-" and not line.startswith(("+++", "---"))
    ]
    rest = len(lines) - _MOST_LINES
    return tuple([*lines[:_MOST_LINES], f"… {rest}"] if rest > 0 else lines)


def _lines(substance: Substance) -> Sequence[str]:
    return [substance.title, *substance.body.splitlines()]
