"""Writes a file whole or not at all."""

import os
from pathlib import Path

from collectif_cli.errors import RepositoryError
from collectif_cli.model.message import message
from collectif_cli.store.system_reason import system_reason


def write_whole(root: Path, path: str, text: str | bytes) -> bool:
    """Write a text, in UTF-8, or bytes at ``path`` of the repository; give False when it had them already.

    The bytes go to a hidden file of the same folder, which then takes the place of the old one: whoever
    reads sees the one or the other. Raises RepositoryError when the folder cannot be written to.
    """
    target = root / path
    raw = text.encode() if isinstance(text, str) else text
    try:
        if not target.is_symlink() and target.is_file() and target.read_bytes() == raw:
            return False
        aside = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
            with os.fdopen(handle, "wb") as file:
                file.write(raw)
                file.flush()
                os.fsync(file.fileno())
            aside.replace(target)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        said = message("{path} cannot be written ({reason})", path=path, reason=system_reason(error))
        raise RepositoryError(said) from error
    return True
