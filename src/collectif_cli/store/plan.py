"""What a command is about to write, as the journal keeps it: enough to finish the work or to undo it."""

import hashlib
import json
import os
from pathlib import Path
from typing import Any, NamedTuple

from collectif_cli.errors import RepositoryError
from collectif_cli.model.message import message
from collectif_cli.store.inside import inside
from collectif_cli.store.lock import FOLDER

VERSION = 1


class Step(NamedTuple):
    """One file: the digests of what it holds before and after; none before for a new file."""

    path: str
    before: str
    after: str


class Plan(NamedTuple):
    """The files, and the folders that are made for them, the outer ones first."""

    steps: tuple[Step, ...]
    folders: tuple[str, ...]


class Places(NamedTuple):
    """Where a file is, where its new bytes wait, and where its old ones are kept meanwhile."""

    target: Path
    new: Path
    old: Path


def places_of(root: Path, step: Step) -> Places:
    """Give the places of a step, all in the folder of the file; raise RepositoryError where none may be."""
    target = inside(root, step.path)
    beside = target.parent
    return Places(target, beside / f".{target.name}.collectif-new", beside / f".{target.name}.collectif-old")


def digest(raw: bytes | None) -> str:
    """Give the digest of the bytes of a file; nothing when there is no file."""
    return "" if raw is None else hashlib.sha256(raw).hexdigest()


def digest_at(place: Path) -> str:
    """Give the digest of the file at a place."""
    return digest(place.read_bytes() if place.is_file() and not place.is_symlink() else None)


def save(plan: Plan, folder: Path, state: str) -> None:
    """Write the plan into the journal, whole or not at all."""
    text = json.dumps({"version": VERSION, "steps": plan.steps, "folders": plan.folders})
    part = folder / f"{state}.part"
    with part.open("wb") as file:
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())
    part.replace(folder / state)
    settle(folder)


def recall(root: Path, folder: Path, state: str) -> Plan | None:
    """Give the plan that the journal holds in that state; each of its places is one that may be written."""
    path = folder / state
    if not path.is_file() or path.is_symlink():
        return None
    try:
        plan = _read(json.loads(path.read_bytes()))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RepositoryError(
            message(
                "the journal of an interrupted command cannot be read: {path}",
                path=f"{FOLDER}/{path.name}",
            ),
            message("look at what “git status” says, then remove that folder"),
        ) from error
    for made in plan.folders:
        inside(root, made)
    return plan


def _read(kept: Any) -> Plan:
    steps = tuple(Step(*map(str, step)) for step in kept["steps"])
    return Plan(steps, tuple(map(str, kept["folders"])))


def settle(folder: Path) -> None:
    """Make sure that the names of a folder are on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
