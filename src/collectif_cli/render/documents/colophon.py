"""The last lines of every document: which texts it was made from, and the code that leads back to them."""

from collections.abc import Iterator

from collectif_cli.model.message import Message, message
from collectif_cli.render.documents.edition import Edition


def colophon(edition: Edition) -> Iterator[Message]:
    """Yield the commit and its day, or that the texts are not committed; then the code of the sources."""
    if edition.commit:
        yield message("Texts of {day}, commit {commit}", day=edition.day, commit=edition.short)
    else:
        yield message("Work tree of {day}, not committed", day=edition.day)
    yield message("Code of the texts: {code}", code=edition.code)
