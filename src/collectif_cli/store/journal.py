"""Several files written together: all of them or none, whatever happens on the way.

The journal holds one plan, in one of three states. ``preparing``: the new bytes are put beside each file,
nothing has changed yet, and it can only be undone. ``committed``: the new bytes take their places one by
one, and it can only be finished. ``undoing``: a place was refused, and the old bytes are put back. A state
changes by renaming one file; the next command that writes finds the one it was in.
"""

import os
import shutil
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from collectif_cli.errors import RepositoryError
from collectif_cli.model.message import Message, message
from collectif_cli.store.plan import Places, Plan, digest_at, places_of, recall, save, settle
from collectif_cli.store.system_reason import system_reason
from collectif_cli.store.unwritable import unwritable

# More files than these are put on the disk by one call for all rather than one for each: sync(2) comes back,
# on Linux, when everything is there. Elsewhere it does not promise it, and each file waits for its turn.
_MANY = 100 if sys.platform == "linux" else sys.maxsize

PREPARING, COMMITTED, UNDOING = "preparing", "committed", "undoing"


def carry_out(root: Path, folder: Path, plan: Plan, texts: Mapping[str, bytes]) -> None:
    """Write the bytes of each path of the plan; raise RepositoryError, nothing changed, when that fails."""
    path = ""
    state = PREPARING
    try:
        save(plan, folder, PREPARING)
        for path in plan.folders:
            (root / path).mkdir()
        many = len(plan.steps) > _MANY
        for step in plan.steps:
            path = step.path
            _set_aside(places_of(root, step), texts[path], settled=not many)
        if many:
            os.sync()
        _settle_folders(root, plan)
        _advance(folder, PREPARING, COMMITTED)
        state = COMMITTED
        for step in plan.steps:
            path = step.path
            _put_in_place(places_of(root, step))
        _settle_folders(root, plan)
    except BaseException as error:
        _give_up(root, folder, plan, state)
        if isinstance(error, OSError):
            raise unwritable(path, error) from error
        raise
    with suppress(OSError):  # every file is in place; the next command takes away what is left beside them
        _finish(root, folder, plan)


def _give_up(root: Path, folder: Path, plan: Plan, state: str) -> None:
    """Undo what was done so far; what cannot be undone now will be by the next command that writes."""
    try:
        if state == COMMITTED:
            _advance(folder, COMMITTED, UNDOING)
        _undo(root, folder, plan, put_back=state == COMMITTED)
    except OSError as error:
        raise RepositoryError(
            message(
                "the files could be neither written nor put back ({reason})", reason=system_reason(error)
            ),
            message("the next command that writes will put them back"),
        ) from error


def recover(root: Path, folder: Path) -> Message | None:
    """Finish or undo what an interrupted command left, and say which; None when it left nothing."""
    for stray in folder.glob("*.part"):
        stray.unlink()
    for state, last in ((PREPARING, _drop), (UNDOING, _put_back), (COMMITTED, _complete)):
        plan = recall(root, folder, state)
        if plan is not None:
            try:
                return last(root, folder, plan)
            except OSError as error:
                raise unwritable(plan.steps[0].path, error) from error
    return None


def _drop(root: Path, folder: Path, plan: Plan) -> Message:
    _undo(root, folder, plan, put_back=False)
    return message("an interrupted command had changed nothing yet: {paths}", paths=_paths(plan))


def _put_back(root: Path, folder: Path, plan: Plan) -> Message:
    _undo(root, folder, plan, put_back=True)
    return message("what an interrupted command had begun was undone: {paths}", paths=_paths(plan))


def _complete(root: Path, folder: Path, plan: Plan) -> Message:
    """Put what still waits in its place, unless somebody changed that file since."""
    waiting = [(step, places) for step in plan.steps if (places := places_of(root, step)).new.is_file()]
    for step, places in waiting:
        if digest_at(places.target) not in (step.before, step.after):
            raise RepositoryError(
                message("a command was interrupted, and {path} was changed by hand since", path=step.path),
                message(
                    "compare it with {other}, keep what is right, then remove {other}",
                    other=places.new.relative_to(root).as_posix(),
                ),
            )
    for _, places in waiting:
        _put_in_place(places)
    _settle_folders(root, plan)
    _finish(root, folder, plan)
    return message("what an interrupted command had begun was finished: {paths}", paths=_paths(plan))


def _paths(plan: Plan) -> tuple[str, ...]:
    return tuple(step.path for step in plan.steps)


def _set_aside(places: Places, raw: bytes, *, settled: bool) -> None:
    """Write the new bytes beside the file with its permissions, and keep a second name for the old ones.

    ``settled`` makes sure that the bytes are on the disk; else the caller does.
    """
    handle = os.open(places.new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o666)
    with os.fdopen(handle, "wb") as file:
        if places.target.exists():
            os.fchmod(handle, stat.S_IMODE(places.target.stat().st_mode))
        file.write(raw)
        file.flush()
        if settled:
            os.fsync(handle)
    if places.target.exists():
        places.old.unlink(missing_ok=True)
        try:
            places.old.hardlink_to(places.target)
        except OSError:  # some disks know no second names
            shutil.copy2(places.target, places.old)


def _put_in_place(places: Places) -> None:
    places.new.replace(places.target)


def _settle_folders(root: Path, plan: Plan) -> None:
    """Make sure that the names of the files are on the disk, once for each folder."""
    for folder in {step.path.rpartition("/")[0] for step in plan.steps}:
        settle(root / folder)


def _advance(folder: Path, state: str, following: str) -> None:
    (folder / state).replace(folder / following)
    settle(folder)


def _finish(root: Path, folder: Path, plan: Plan) -> None:
    for step in plan.steps:
        places_of(root, step).old.unlink(missing_ok=True)
    (folder / COMMITTED).unlink()


def _undo(root: Path, folder: Path, plan: Plan, *, put_back: bool) -> None:
    """Take away what was set aside and, when new bytes may be in place already, put the old ones back."""
    for step in plan.steps:
        places = places_of(root, step)
        if put_back and places.old.is_file():
            places.old.replace(places.target)
        elif put_back and not step.before and digest_at(places.target) == step.after:
            places.target.unlink()
        places.old.unlink(missing_ok=True)  # renaming a file over its own second name leaves both
        places.new.unlink(missing_ok=True)
    for made in reversed(plan.folders):
        with suppress(OSError):  # somebody put something into it
            (root / made).rmdir()
    for state in (PREPARING, COMMITTED, UNDOING, f"{PREPARING}.part"):
        (folder / state).unlink(missing_ok=True)
