"""What the history says of the votes: when each opened, what its file said since, what became of its box."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from collectif_cli.cli.context import Context
from collectif_cli.model.vote import Vote
from collectif_cli.store.places import place_of
from collectif_cli.store.read_document import read_document
from collectif_cli.voting.verifying.report import Commit

if TYPE_CHECKING:
    from collectif_cli.store.history import History

VOTES = "programme/votes"
# The digest of the frozen part, as ``vote open`` writes it; any other way of writing it is read as YAML.
_WRITTEN = re.compile(
    rb'^frozen:[ \t]*\r?$.*?^  digest: "?(sha256:[0-9a-f]{64})"?[ \t]*\r?$', re.MULTILINE | re.DOTALL
)
_FROZEN = re.compile(rb"^frozen\s*:", re.MULTILINE)


class Step(NamedTuple):
    """A state of a file: the commit that made it (none yet for the files as they are), and its blob.

    The blob is empty where the file was removed.
    """

    commit: Commit | None
    blob: str


class VotePast(NamedTuple):
    """The past of a vote: each digest that its frozen part had, in order, and the states of its other files.

    ``frozen`` pairs each state that changed the digest with the digest, empty once the part was taken away.
    """

    frozen: tuple[tuple[Commit | None, str], ...]
    files: Mapping[str, tuple[Step, ...]]

    @property
    def opening(self) -> Commit | None:
        """The commit that opened the vote."""
        return self.frozen[0][0] if self.frozen else None


class Contents:
    """The bytes of blobs, those of the files that no commit holds yet included."""

    def __init__(self, history: "History", unsaved: Mapping[str, bytes]) -> None:
        """Take the past, and the unsaved contents by the blobs that they would have."""
        self._history = history
        self._unsaved = unsaved

    def read(self, ids: Sequence[str]) -> Iterator[bytes | None]:
        """Yield the bytes of each blob; None for what is not there."""
        asked = [id for id in ids if id not in self._unsaved]
        found = iter(self._history.read_ids(asked)) if asked else iter(())
        for id in ids:
            yield self._unsaved[id] if id in self._unsaved else next(found)


class Present(NamedTuple):
    """The files of the votes as they are: the blob of each, and the bytes of each blob, for a work tree."""

    blobs: Mapping[str, str]
    raws: Mapping[str, bytes]


def present_files(context: Context, at: str | None) -> Present:
    """Give the files under the folder of the votes, in the tree that is verified."""
    tree = context.tree(at)
    entries = [one for one in tree.entries() if one.path.startswith(f"{VOTES}/") and one.regular]
    if at is not None or context.is_bare:
        return Present({one.path: str(one.stamp[0]) for one in entries}, {})
    blobs, raws = {}, {}
    for path, raw in tree.read(one.path for one in entries):
        if raw is not None:
            blobs[path] = context.history.blob_id(raw)
            raws[blobs[path]] = raw
    return Present(blobs, raws)


def votes_past(history: "History", head: str, present: Present) -> tuple[dict[str, VotePast], Contents]:
    """Give the past of every vote that the history of ``head`` holds, those that are gone included.

    The files as they are count as one more state where they are not what the history ends with.
    """
    steps: dict[str, list[Step]] = {}
    for touched in list(history.changes_under(head, [VOTES]))[::-1]:
        commit = Commit(touched.revision.commit, touched.revision.day)
        _add(steps, touched.path, Step(commit, touched.after))
    for path in {**steps, **present.blobs}:
        blob = present.blobs.get(path, "")
        raw = present.raws.get(blob, b"")
        as_lines = history.blob_id(raw.replace(b"\r\n", b"\n")) if b"\r\n" in raw else ""
        if path not in steps or steps[path][-1].blob != as_lines:
            _add(steps, path, Step(None, blob))
    contents = Contents(history, present.raws)
    digests = _digests(contents, steps)
    found: dict[str, dict[str, tuple[Step, ...]]] = {}
    for path, states in steps.items():
        place = place_of(path)
        if place is not None:
            found.setdefault(place.names[0], {})[path.rpartition("/")[2]] = tuple(states)
    pasts = {
        vote: VotePast(_frozen(files.get("vote.yaml", ()), digests), files) for vote, files in found.items()
    }
    return pasts, contents


def _add(steps: dict[str, list[Step]], path: str, step: Step) -> None:
    states = steps.setdefault(path, [])
    if not states or states[-1].blob != step.blob:
        states.append(step)


def _digests(contents: Contents, steps: Mapping[str, list[Step]]) -> dict[str, str]:
    """Give the frozen digest of each state of each ``vote.yaml``; empty for one that is not open."""
    asked = {
        step.blob: path
        for path, states in steps.items()
        if path.endswith("/vote.yaml")
        for step in states
        if step.blob
    }
    pairs = zip(asked.items(), contents.read(list(asked)), strict=True)
    return {blob: _digest_in(path, raw or b"") for (blob, path), raw in pairs}


def _digest_in(path: str, raw: bytes) -> str:
    if not _FROZEN.search(raw):
        return ""
    written = _WRITTEN.search(raw)
    if written is not None:
        return written[1].decode("ascii")
    place = place_of(path)
    value = read_document(path, place, raw)[0].value if place else None
    return value.frozen.digest.value if isinstance(value, Vote) and value.frozen else "?"


def _frozen(states: Iterable[Step], digests: Mapping[str, str]) -> tuple[tuple[Commit | None, str], ...]:
    """Give the changes of the frozen digest, from the opening on."""
    found: list[tuple[Commit | None, str]] = []
    for step in states:
        digest = digests.get(step.blob, "") if step.blob else ""
        if (found or digest) and (not found or found[-1][1] != digest):
            found.append((step.commit, digest))
    return tuple(found)
