"""The box of a vote whose ballots are sealed: a hidden folder beside the texts, that git never takes.

What lies there is what lies beside any other vote (ballots, counts, rounds), and after the count the key of
the seal. The folder says to git that nothing of it is part of the programme; whoever keeps it copies it by
other means than git.
"""

from pathlib import Path

from collectif_cli.model.ballot_file import BallotFile
from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.noun import replace
from collectif_cli.model.vote import Ballots, Counts, Rounds, Vote
from collectif_cli.store.places import Place
from collectif_cli.store.read_document import read_document
from collectif_cli.store.tree import WorkTree

FOLDER = ".collectif-sealed"
UNSEEN = (f"{FOLDER}/.gitignore", "*\n")
_BALLOTS = ("ballots", "ballots-a", "ballots-b")


def box_path(vote: str, name: str) -> str:
    """Give the path of a file of the box, from the root of the programme."""
    return f"{FOLDER}/{vote}/{name}"


def with_box(root: Path, vote: Vote) -> tuple[Vote, tuple[Diagnostic, ...]]:
    """Give the vote with what its box holds, and the faults of reading it."""
    places = {box_path(vote.id, f"{name}.csv"): Place("ballots", (vote.id, name)) for name in _BALLOTS}
    for name in ("counts", "rounds"):
        places[box_path(vote.id, f"{name}.yaml")] = Place(name, (vote.id,))
    there = [path for path in places if (root / path).is_file() and not _leads_away(root, path)]
    faults: list[Diagnostic] = []
    values: list[object] = []
    for path, raw in WorkTree(root).read(there):
        document, found = read_document(path, places[path], raw)
        faults.extend(found)
        values.append(document.value)
    entries = tuple(value for value in values if isinstance(value, Ballots))
    counts = next((value for value in values if isinstance(value, Counts)), vote.counts)
    rounds = next((value for value in values if isinstance(value, Rounds)), vote.rounds)
    many = next((value for value in values if isinstance(value, BallotFile)), vote.many)
    return replace(vote, entries=entries or vote.entries, many=many, counts=counts, rounds=rounds), tuple(
        faults
    )


def _leads_away(root: Path, path: str) -> bool:
    """Tell whether a link stands on the way: links are not followed."""
    place = root / path
    return any(part.is_symlink() for part in (place, place.parent, place.parent.parent))
