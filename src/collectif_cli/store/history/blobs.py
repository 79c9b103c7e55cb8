"""The contents of many files of the past, read through one git process."""

import hashlib
import io
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from threading import Thread
from typing import IO, cast

from collectif_cli.store.history.command import running
from collectif_cli.store.history.place import Place
from collectif_cli.store.history.reading_room import reading_room
from collectif_cli.store.tree import LARGEST_FILE

_BLOCK = 1 << 18
_MOST_DAMAGED = 50  # git stops at a damaged object and is started again after it, so many times


def blob_id(raw: bytes, digest: str) -> str:
    """Give the id that git gives to a file of those bytes, ``digest`` being the hash of the repository."""
    return hashlib.new(digest, b"blob %d\0" % len(raw) + raw, usedforsecurity=False).hexdigest()


def read_blobs(place: Place, ids: Sequence[str]) -> Iterator[bytes | None]:
    """Yield the bytes of each blob in order; None for one that is missing, damaged, or not a blob."""
    done = 0
    for _ in range(_MOST_DAMAGED):
        if done == len(ids):
            return
        for raw in _read_until_damaged(place, ids[done:]):
            done += 1
            yield raw
        if done < len(ids):
            done += 1
            yield None
    for _ in ids[done:]:
        yield None


def _read_until_damaged(place: Place, ids: Sequence[str]) -> Iterator[bytes | None]:
    """Yield contents until git stops; a thread asks, so that neither side waits for the other's full pipe."""
    requests = "\n".join([*ids, ""]).encode("utf-8", "surrogateescape")
    with (
        reading_room(place) as surroundings,
        ExitStack() as streams,
        running("cat-file", "--batch", "--buffer", surroundings=surroundings) as process,
    ):
        threads = [
            Thread(target=_write, args=(process.stdin, requests)),
            Thread(target=_drain, args=(process.stderr,)),
        ]
        for thread in threads:
            thread.start()
            streams.callback(thread.join)
        contents = streams.enter_context(_widened(process.stdout))
        yield from _parse(contents, len(ids))


def _widened(stream: IO[bytes] | None) -> io.BufferedReader:
    """Give the same stream with a larger buffer, which spares a system call per small file."""
    return io.BufferedReader(cast("io.BufferedReader", stream).detach(), _BLOCK)


def _write(stream: IO[bytes], requests: bytes) -> None:
    with suppress(OSError), stream:
        stream.write(requests)


def _drain(stream: IO[bytes]) -> None:
    """Let the complaints go: what they are about reads as missing."""
    with stream:
        stream.read()


def _parse(stream: io.BufferedReader, count: int) -> Iterator[bytes | None]:
    """Read ``<id> <kind> <size>``, the bytes, a line break; or ``<id> missing``."""
    for _ in range(count):
        head = stream.readline().split()
        if len(head) == 3 and head[2].isdigit():
            size = int(head[2])
            raw = stream.read(min(size, LARGEST_FILE + 1))
            _skip(stream, size - len(raw) + 1)
            if len(raw) < min(size, LARGEST_FILE + 1):
                return
            yield raw if head[1] == b"blob" else None
        elif head:
            yield None
        else:
            return


def _skip(stream: io.BufferedReader, size: int) -> None:
    while size > 0:
        size -= len(stream.read(min(size, _BLOCK))) or size
