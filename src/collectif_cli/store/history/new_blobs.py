"""Files of the disk written among git's objects, byte for byte but for the line ends of a check-out."""

import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from collectif_cli.errors import Refused
from collectif_cli.model.message import message
from collectif_cli.store.history.blobs import read_blobs
from collectif_cli.store.history.command import ask
from collectif_cli.store.history.configured_programs import Writer
from collectif_cli.store.history.git_tree import Kept
from collectif_cli.store.history.place import Place
from collectif_cli.store.tree import LARGEST_FILE, WorkTree

_FILE = "100644"


def write_blobs(
    place: Place, writer: Writer, paths: Sequence[str], committed: Mapping[str, Kept]
) -> dict[str, Kept]:
    """Write the files among the objects of git; give what a commit would hold of each, but for those gone.

    A file keeps the mode it had. Raises Refused for a link, a folder, a file unreadable or too large.
    """
    contents = {
        path: _required(path, raw)
        for path, raw in WorkTree(place.root).read(paths)
        if raw is not None or not _is_gone(place.root / path, path in committed)
    }
    contents.update(_as_before_check_out(place, contents, committed))
    ids = _hash(writer, list(contents.values()))
    return {path: Kept(_mode(committed.get(path)), blob) for path, blob in zip(contents, ids, strict=True)}


def _is_gone(path: Path, was_file: bool) -> bool:
    """Tell whether there is no such file any more; a folder may have taken its name."""
    return not os.path.lexists(path) or (was_file and path.is_dir() and not path.is_symlink())


def _required(path: str, raw: bytes | None) -> bytes:
    if raw is None:
        raise Refused(message("“{path}” is not a file that can be read: it cannot be committed", path=path))
    if len(raw) > LARGEST_FILE:
        raise Refused(message("“{path}” is too large to be committed", path=path))
    return raw


def _mode(kept: Kept | None) -> str:
    return kept.mode if kept and kept.mode.startswith("100") else _FILE


def _as_before_check_out(
    place: Place, contents: Mapping[str, bytes], committed: Mapping[str, Kept]
) -> dict[str, bytes]:
    """Give with LF the files that have CRLF on the disk only because of git, which would change them back.

    That is what the former version tells, and for a new file the setting core.autocrlf.
    """
    suspect = {path: committed.get(path) for path, raw in contents.items() if b"\r\n" in raw}
    known = {path: kept.blob for path, kept in suspect.items() if kept}
    former = dict(zip(known, read_blobs(place, list(known.values())), strict=True))
    undone = [path for path, raw in former.items() if raw is not None and b"\r\n" not in raw]
    if len(known) < len(suspect):
        setting = ask(place.root, "config", "--get", "core.autocrlf").out.strip().lower()
        if setting in (b"true", b"input", b"yes", b"on", b"1"):
            undone += [path for path in suspect if path not in known]
    return {path: contents[path].replace(b"\r\n", b"\n") for path in undone}


def _hash(writer: Writer, contents: Sequence[bytes]) -> list[str]:
    """Write each content among the objects, all in one process; copies spare git the names of the files."""
    with tempfile.TemporaryDirectory(prefix="collectif-") as folder:
        names = [os.path.join(folder, str(number)) for number in range(len(contents))]  # noqa: PTH118 - for git
        for name, raw in zip(names, contents, strict=True):
            Path(name).write_bytes(raw)
        stdin = os.fsencode("".join(f"{name}\n" for name in names))
        out = writer.demand("hash-object", "-w", "--no-filters", "--stdin-paths", stdin=stdin)
    return out.decode("ascii").split()
