"""Family ``tree``: the files of the repository can live together on every machine."""

from collections.abc import Iterator
from unicodedata import normalize

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.register import Register
from collectif_cli.model.source import Span


def case_twins(register: Register, _: Register) -> Iterator[Finding]:
    """Two files do not differ by capitals, or by how accents are written, alone."""
    first: dict[str, str] = {}
    for path in sorted(register.paths):
        plain = (path if path.isascii() else normalize("NFC", path)).casefold()
        if plain in first:
            said = message("“{other}” has the same name but for capitals or accents", other=first[plain])
            yield Finding(Span(path), said, message("rename one: on some computers only one of them is kept"))
        else:
            first[plain] = path
