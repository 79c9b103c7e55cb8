"""The checkpoint of a vote: a short code that an old record can hold against a history that was rewritten."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from collectif_cli.cli.context import Context
from collectif_cli.store.history import open_history
from collectif_cli.store.places import path_of
from collectif_cli.voting.short_code import box_digest, checkpoint_code

if TYPE_CHECKING:
    from collectif_cli.store.history import History

# What of the folder of a vote is its box.
BOX = frozenset({"ballots.csv", "ballots-a.csv", "ballots-b.csv", "counts.yaml", "rounds.yaml"})


def checkpoint_of(context: Context, vote: str, at: str = "HEAD") -> str:
    """Give the code of a vote at the present commit; empty where no commit holds its ballots as they are."""
    history = open_history(context.root)
    if history is None or (at == "HEAD" and history.head is None):
        return ""
    folder = folder_of(vote)
    box = [f"{folder}/{name}" for name in sorted(BOX)]
    if not context.is_bare and at == "HEAD" and history.is_dirty(box):
        return ""
    commit = history.resolve(at).commit
    return next((code for _commit, _vote, code in codes(history, [commit], [vote])), "")


def codes(history: "History", commits: Sequence[str], votes: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Yield the code of each vote at each commit that holds it, with the commit and the vote."""
    folders = {folder_of(vote): vote for vote in votes}
    found = list(history.folders_at(commits, list(folders)))
    files = history.files_in(tree for _, _, tree in found)
    for commit, folder, tree in found:
        box = [(name, blob) for name, blob in files[tree] if name in BOX]
        yield commit, folders[folder], checkpoint_code(commit, folders[folder], box_digest(box))


def folder_of(vote: str) -> str:
    """Give the folder of a vote."""
    return path_of("vote", vote).rpartition("/")[0]
