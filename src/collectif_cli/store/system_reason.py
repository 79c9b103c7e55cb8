"""Why the system refused, in the reader's language: it has its own words, in that of the machine."""

import errno

from collectif_cli.model.message import Message, message

_NO_ROOM = message("there is no room left on the disk")
_FORBIDDEN = message("you do not have the permission")
_TOO_MANY_OPEN = message("too many files are open at once")
# The numbers of errno.h (POSIX.1-2017) that reading and writing files usually meet.
_KNOWN: dict[int, Message] = {
    errno.ENOENT: message("it is not there"),
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EISDIR: message("it is a folder"),
    errno.ENOTDIR: message("a part of its path is no folder"),
    errno.EEXIST: message("something of that name is there already"),
    errno.ENOTEMPTY: message("the folder is not empty"),
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.EFBIG: message("it is too large for this disk"),
    errno.EROFS: message("the disk can only be read"),
    errno.EIO: message("the disk does not answer as it should"),
    errno.ENAMETOOLONG: message("its name is too long"),
    errno.ELOOP: message("links lead from one to another, or where they may not"),
    errno.EBUSY: message("another program holds it"),
    errno.ETXTBSY: message("another program holds it"),
    errno.EMFILE: _TOO_MANY_OPEN,
    errno.ENFILE: _TOO_MANY_OPEN,
    errno.EXDEV: message("it is on another disk"),
    errno.ENOTSUP: message("this disk cannot do that"),
}


def system_reason(error: OSError) -> Message:
    """Give the reason of a refusal; in the system's own words where ours do not know it."""
    known = _KNOWN.get(error.errno or 0)
    return known or message("{reason}", reason=error.strerror or str(error) or type(error).__name__)
