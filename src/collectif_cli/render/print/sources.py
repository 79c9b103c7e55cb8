"""The templates of typst that a document may use: nothing is read elsewhere, and no package is fetched.

typst reads only the files that it is given, but would fetch a package from the network when a template
imports one. What a template may import is therefore looked at first: another template, by its name written
out. The words by which that could be gone around (code made from a string, functions found by their names)
are refused too.
"""

import re
from collections.abc import Mapping

from collectif_cli.model.message import Message, message
from collectif_cli.render.documents.templates import Texts, refusal

_ENDING = ".typ"
_WORD = re.compile(r'(?<![\w-])(import|include|eval|std)(?![\w-])(?: +"([\w-]+\.typ)")?')


def sources_of(texts: Texts) -> Mapping[str, bytes]:
    """Give the templates of typst among those; raise Refused, with the line, at one that asks for more."""
    found = {name: one for name, one in texts.items() if name.endswith(_ENDING)}
    for path, text in found.values():
        for match in _WORD.finditer(text):
            if match[2] not in found:
                line = text.count("\n", 0, match.start()) + 1
                raise refusal(path, line, _said(match[1], match[2]))
    return {name: text.encode() for name, (_path, text) in found.items()}


def place_of(diagnostic: str, texts: Texts) -> tuple[str, int]:
    """Give the path of the template, and the line, that a diagnostic of typst names first."""
    match = re.search(r"─ (?:\S*/)?([\w-]+\.typ):(\d+):", diagnostic)
    if match is None or match[1] not in texts:
        return "", 1
    return texts[match[1]][0], int(match[2])


def _said(word: str, name: str | None) -> Message:
    if name is not None:
        return message("there is no template “{name}”", name=name)
    if word in ("import", "include"):
        return message("after “{word}” comes the name of another template, written out", word=word)
    return message("a template may not use “{word}”", word=word)
