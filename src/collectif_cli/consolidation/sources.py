"""The short code of a document: a digest of the texts it was made from."""

from collections.abc import Collection, Iterable
from hashlib import sha256

from collectif_cli.model.document import Document

# Crockford's Base32: no letter that is mistaken for a figure, nor for another once written by hand.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 8


def source_code(documents: Iterable[Document], kinds: Collection[str]) -> str:
    """Give eight letters and figures, as ``Q7KD-2M4X``, that change with any of the texts of those kinds.

    They are the first 40 bits of a SHA-256 of each path and each text, in the order of the paths.
    """
    digest = sha256()
    for document in sorted(documents, key=lambda one: one.path):
        if document.kind in kinds:
            digest.update(f"{document.path}\0{len(document.text)}\0{document.text}\0".encode())
    number = int.from_bytes(digest.digest()[:5], "big")
    letters = "".join(_LETTERS[number >> shift & 31] for shift in range(35, -1, -5))
    return f"{letters[: _LENGTH // 2]}-{letters[_LENGTH // 2 :]}"
