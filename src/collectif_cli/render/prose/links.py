"""Where a link or a picture of a text may lead, once the text stands in a document."""

import posixpath
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_SCHEMES = ("http", "https", "mailto")


class Place(NamedTuple):
    """The text a link stands in: its path, and what the document has that a link may lead to.

    ``shown`` gives the address, as seen from the document, of each path that is shown: ``#id`` inside it.
    """

    path: str = ""
    shown: Mapping[str, str] = {}


def destination(href: str, place: Place) -> str | None:
    """Give where a link leads from the document, or None when it may not be a link there.

    Addresses of the web and of mail are kept as they are; the path of a text that the document shows
    becomes a place in it; any other file of the repository is not carried along, and nothing leads to it.
    """
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.scheme:
        whole = parts.netloc if parts.scheme != "mailto" else parts.path
        return href if parts.scheme.lower() in _SCHEMES and whole else None
    if parts.netloc:
        return None
    path = local_path(href, place.path)
    return None if path is None else place.shown.get(path)


def local_path(href: str, path: str) -> str | None:
    """Give the path, from the root of the repository, of what a relative link leads to; None outside it."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return None
    named = unquote(parts.path)
    if "\\" in named or not named.isprintable():
        return None
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(path), named)) if named else path
    return None if whole.startswith(("../", "/")) or whole == ".." else whole
