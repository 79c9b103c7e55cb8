"""Letters: an mbox folder, or messages one a file (``.eml``), read by the ``email`` of the standard library.

The subject is the title; what was quoted, the signature and the attachments are left aside.
"""

import email
import email.policy
import re
from collections.abc import Iterator, Sequence
from email.message import EmailMessage
from email.utils import parseaddr
from typing import NamedTuple

from collectif_cli.model.message import message, messages
from collectif_cli.model.sent import Asked, Sent
from collectif_cli.model.source import Located, Span
from collectif_cli.store.importers.importer import Handed, Notes
from collectif_cli.store.platforms.markup import is_active, markdown_of, words_of
from collectif_cli.store.platforms.platform import head
from collectif_cli.store.platforms.sheet import MOST_CHARACTERS
from collectif_cli.store.raw_text import same, shown

title = message("letters")

_LINE_END = re.compile("\r\n?")
# RFC 4155: a line “From ” begins a message, at the top or after an empty line.
_BEGINS = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n))From [^\r\n]*\r?\n")
_HEADER = re.compile(
    r"^(?:From|To|Subject|Date|Message-ID|Received|Return-Path): ", re.MULTILINE | re.IGNORECASE
)
_AGAIN = re.compile(r"^(?:(?:re|fwd?|tr|rép?)\s*:\s*)+", re.IGNORECASE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_QUOTED = re.compile(r"(?:^[^\n]*(?:a écrit|wrote)\s*:\s*\n)?(?:^>[^\n]*\n?)+", re.MULTILINE)


class _Letter(NamedTuple):
    line: int
    raw: bytes


def knows(files: Sequence[Handed]) -> bool:
    """Tell by the suffix, or by the headers of a message."""
    return bool(files) and all(_is_mail(file) for file in files)


def _is_mail(file: Handed) -> bool:
    start = head(file)
    if file.name.endswith((".mbox", ".eml")):
        return _HEADER.search(start) is not None
    return start.startswith("From ") and len(_HEADER.findall(start)) > 1


def read(files: Sequence[Handed], asked: Asked, notes: Notes) -> tuple[Sent, ...] | None:
    """Give each letter that says something."""
    found: list[Sent] = []
    for file in files:
        for letter in _letters(file.raw):
            if notes.enough:
                return tuple(found)
            try:
                sent = _sent(letter, file.path, notes)
            except Exception as error:  # headers of strangers fail in every way
                said = message("this letter cannot be read ({reason})", reason=type(error).__name__)
                notes.fault(Span(file.path, letter.line), said, message("copy its text by hand"))
                continue
            if sent is not None:
                found.append(sent)
    return tuple(found)


def _letters(raw: bytes) -> Iterator[_Letter]:
    """Yield the messages of a folder, or the one that the file is."""
    starts = list(_BEGINS.finditer(raw))
    if not starts:
        yield _Letter(1, raw)
    line, before = 1, 0
    for at, start in enumerate(starts):
        line += raw.count(b"\n", before, start.start())
        before = start.start()
        end = starts[at + 1].start() if at + 1 < len(starts) else len(raw)
        yield _Letter(line, raw[start.end() : end])


def _sent(letter: _Letter, path: str, notes: Notes) -> Sent | None:
    span = Span(path, letter.line)
    read = email.message_from_bytes(letter.raw, policy=email.policy.default)
    assert isinstance(read, EmailMessage)  # noqa: S101 - what that policy makes
    text = _text(read)
    if len(text) > MOST_CHARACTERS:
        said = messages(
            "this letter holds {n} character: it was left aside",
            "this letter holds {n} characters: it was left aside",
            len(text),
        )
        notes.fault(span, said, message("copy what matters by hand"))
        return None
    if is_active(text):
        notes.remark(span, message("a script was taken out of this letter"))
    attached = sum(1 for _ in read.iter_attachments()) if read.is_multipart() else 0
    if attached:
        said = messages("{n} attachment was left aside", "{n} attachments were left aside", attached)
        notes.remark(span, said)
    body = markdown_of(shown(text))
    subject = words_of(_AGAIN.sub("", shown(same(" ".join(str(read.get("Subject", "")).split())))))
    if not (body or subject):
        notes.remark(span, message("nothing is written in this letter"))
        return None
    dated = read.get("Date")
    moment = getattr(dated, "datetime", None)
    return Sent(
        key=str(read.get("Message-ID", "")).strip(),
        span=span,
        title=Located(subject, span),
        body=Located(body, span),
        day=moment.date() if moment else None,
        author=parseaddr(str(read.get("From", "")))[1].casefold(),
    )


def _text(read: EmailMessage) -> str:
    """Give what the person wrote, without what they quoted, and without the signature."""
    part = read.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    content = part.get_content()
    text = content if isinstance(content, str) else ""
    text = same(_LINE_END.sub("\n", text))
    if part.get_content_type() == "text/html":
        return text
    return _SIGNATURE.split(_QUOTED.sub("", text), maxsplit=1)[0]
