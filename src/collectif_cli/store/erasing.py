"""Takes a person out of texts: a pseudonym in place of a name, a line of a roll away."""

from collections.abc import Iterable

from collectif_cli.errors import Refused
from collectif_cli.model.message import message
from collectif_cli.model.source import Span
from collectif_cli.store.edit import keys, put, remove


def with_words_replaced(text: str, places: Iterable[tuple[Span, str]], new: str) -> str:
    """Give a text with the word at each place replaced, between its quotes when it has some.

    Raises Refused when a word is not found again at its place.
    """
    lines = text.split("\n")
    for span, old in sorted(places, key=lambda place: place[0], reverse=True):
        line = lines[span.line - 1] if span.line <= len(lines) else ""
        start = span.column - 1 + (line[span.column - 1 : span.column] in ("'", '"'))
        if line[start : start + len(old)] != old:
            said = message("the line of “{person}” is not found again", person=old)
            raise Refused(said, message("change it by hand"))
        lines[span.line - 1] = line[:start] + new + line[start + len(old) :]
    return "\n".join(lines)


def without_lines(text: str, places: Iterable[Span]) -> str:
    """Give a text without those lines."""
    gone = {span.line for span in places}
    lines = enumerate(text.splitlines(keepends=True), start=1)
    return "".join(line for number, line in lines if number not in gone)


def with_person_hidden(text: str, handle: str) -> str:
    """Give ``people.yaml`` with a person who is counted and never named: no name, no account."""
    text = put(text, (handle, "visible"), False, ("name", "visible"))
    for key in ("name", "account"):
        if key in keys(text, (handle,)):
            text = remove(text, (handle, key))
    return text
