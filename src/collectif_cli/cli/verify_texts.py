"""The texts that votes adopted, held against what stands now; and for each that changed, by which commit."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from collectif_cli.cli.past_programmes import PastProgrammes
from collectif_cli.model.programme import Programme
from collectif_cli.voting.binding import Likeness, substance_digest
from collectif_cli.voting.subjects import subject_of
from collectif_cli.voting.verifying.report import Commit, TextState, Trouble
from collectif_cli.voting.verifying.texts import Voted, last_of, state_of, text_trouble

if TYPE_CHECKING:
    from collectif_cli.store.history import History


def text_states(
    history: "History", head: str, voted: Sequence[Voted], programme: Programme, openings: Mapping[str, str]
) -> tuple[tuple[TextState, ...], tuple[Trouble, ...]]:
    """Give what became of each adopted text, and what is wrong.

    ``voted`` is in the order of the openings; ``openings`` gives the commit that holds the texts of each
    vote.
    """
    pairs = [(one, state) for one in last_of(voted) if (state := state_of(one, programme)) is not None]
    changed = [(one, state) for one, state in pairs if state.likeness is Likeness.CHANGED]
    culprits = dict(_culprits(history, head, changed, openings))
    troubles = []
    for one, state in pairs:
        subject = subject_of(state.text, programme)
        present = subject.substance if subject else None
        trouble = text_trouble(state, one, present, culprits.get(state.text))
        troubles += [trouble] if trouble else []
    return tuple(state for _, state in pairs), tuple(troubles)


def _culprits(
    history: "History",
    head: str,
    changed: Sequence[tuple[Voted, TextState]],
    openings: Mapping[str, str],
) -> Iterator[tuple[str, Commit]]:
    """Yield, for each changed text, the first commit after its opening in which it was no longer the same."""
    for one, state in changed:
        opening = openings.get(state.vote, "")
        steps = list(history.changes_under(head, [state.path], opening))[::-1]
        past = PastProgrammes(history, {step.revision.commit: [state.path] for step in steps})
        for step in steps:
            then = past.at(step.revision.commit)
            subject = subject_of(state.text, then) if then else None
            if subject is None or substance_digest(subject.substance) != one.text.digest.value:
                yield state.text, Commit(step.revision.commit, step.revision.day)
                break
