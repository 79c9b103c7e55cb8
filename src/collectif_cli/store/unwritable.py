"""Why a file could not be written, said so that a person can do something about it."""

import errno

from collectif_cli.errors import RepositoryError
from collectif_cli.model.message import message
from collectif_cli.store.system_reason import system_reason


def unwritable(path: str, error: OSError) -> RepositoryError:
    """Give the trouble for a file of the repository; nothing was changed."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return RepositoryError(
            message("there is no room left on the disk to write {path}; nothing was changed", path=path),
            message("make room, then try again"),
        )
    if error.errno == errno.EROFS:
        return RepositoryError(
            message("{path} is on a disk that can only be read; nothing was changed", path=path),
            message("work on a copy that can be written to"),
        )
    if error.errno in (errno.EACCES, errno.EPERM):
        return RepositoryError(
            message("you may not write {path}; nothing was changed", path=path),
            message("check the permissions of the file and of its folder"),
        )
    return RepositoryError(
        message(
            "{path} cannot be written ({reason}); nothing was changed",
            path=path,
            reason=system_reason(error),
        )
    )
