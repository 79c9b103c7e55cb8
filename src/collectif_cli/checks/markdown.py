"""Family ``markdown``: headings, links, pictures and HTML of any text written in Markdown."""

import posixpath
from collections.abc import Iterator
from functools import lru_cache

from collectif_cli.model.body import Body
from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.document import Document
from collectif_cli.model.marks import Mark, links_of, open_comment, open_fence, span_in, tags_of
from collectif_cli.model.message import message
from collectif_cli.model.register import Register
from collectif_cli.model.source import Span

SCHEMES = frozenset({"http", "https", "mailto"})
# The folders whose every file is known; what lies elsewhere in the repository is not looked at.
ROOMS = ("groups/", "programme/")


def heading_level(document: Document, register: Register) -> Iterator[Finding]:
    """Headings go down one level at a time, and start at the second where the title stands apart."""
    body = _body(document)
    if body is None or not body.sections:
        return
    least = 1 if document.kind == "group-text" else 2
    before = body.sections[0].level - 1 if least == 1 else 1
    for section in body.sections:
        level = section.level
        span = Span(document.path, section.line, 1, level)
        if level < least:
            hint = message("the title of the text is already above: write “##”")
            yield Finding(span, message("this heading stands at the level of the title"), hint)
        elif level > before + 1:
            hint = message("write “{marks}”", marks="#" * (before + 1))
            yield Finding(span, message("this heading skips a level"), hint)
        before = max(level, least)


def heading_empty(document: Document, register: Register) -> Iterator[Finding]:
    """A heading says something."""
    body = _body(document)
    for section in body.sections if body else ():
        if not section.title:
            hint = message("write the heading after the “#”, or remove the line")
            yield Finding(
                Span(document.path, section.line, 1, section.level), message("this heading is empty"), hint
            )


def link_broken(document: Document, register: Register) -> Iterator[Finding]:
    """A link to a file of the repository leads to a file that is there."""
    for mark in _marks(document):
        if not mark.destination:
            hint = message("write the address between the brackets")
            yield Finding(_at(document, mark), message("this link leads nowhere"), hint)
            continue
        target = _target(mark.destination, document.path)
        if target is None:
            continue
        if target.startswith(".."):
            hint = message("link to a file of the repository, or to a web address")
            yield Finding(_at(document, mark), message("this link leaves the repository"), hint)
        elif target.startswith(ROOMS) and not _is_there(target, register):
            hint = message("check the name of the file; the path starts from this text")
            yield Finding(_at(document, mark), message("there is no file “{path}”", path=target), hint)


def link_scheme(document: Document, register: Register) -> Iterator[Finding]:
    """A link is a web address, an e-mail address, or a file of the repository."""
    for mark in _marks(document):
        scheme = _scheme(mark.destination)
        if scheme and scheme not in SCHEMES:
            hint = message("use an address that starts with https://, or link to a file of the repository")
            yield Finding(
                _at(document, mark),
                message("“{scheme}:” is not followed from the texts", scheme=scheme),
                hint,
            )


def image_without_text(document: Document, register: Register) -> Iterator[Finding]:
    """A picture says in words what it shows."""
    if "!" in document.text and "![" in document.text:
        for mark in _marks(document):
            if mark.picture and not mark.text.strip():
                hint = message("say what it shows between the square brackets: “![…](…)”")
                yield Finding(_at(document, mark), message("this picture is not described"), hint)


def image_remote(document: Document, register: Register) -> Iterator[Finding]:
    """A picture lies in the repository, not on another site."""
    if "!" in document.text and "![" in document.text:
        for mark in _marks(document):
            if mark.picture and (_scheme(mark.destination) or mark.destination.startswith("//")):
                hint = message("put the file beside the text, and link to it")
                yield Finding(_at(document, mark), message("this picture is fetched from another site"), hint)


def raw_html(document: Document, register: Register) -> Iterator[Finding]:
    """A text is written in Markdown alone: HTML tags are not shown."""
    if "<" in document.text and (body := _body(document)):
        for tag in tags_of(body.text):
            sentence = message("the HTML tag “{name}” is not shown", name=tag.name)
            hint = message("remove it; Markdown has bold, lists, links, tables and headings")
            yield Finding(span_in(document.path, body.text, tag.at, tag.width, body.line), sentence, hint)


def comment_open(document: Document, register: Register) -> Iterator[Finding]:
    """A comment is closed: one that is not hides everything after it."""
    if "<" in document.text and "<!--" in document.text and (body := _body(document)):
        at = open_comment(body.text)
        if at is not None:
            hint = message("end it with “-->”")
            sentence = message("this comment is never closed, and hides what follows")
            yield Finding(span_in(document.path, body.text, at, 4, body.line), sentence, hint)


def fence_open(document: Document, register: Register) -> Iterator[Finding]:
    """A block of code is closed: one that is not takes in everything after it."""
    if ("`" in document.text or "~" in document.text) and (body := _body(document)):
        at = open_fence(body.text)
        if at is not None:
            hint = message("close it with the same marks, alone on a line")
            sentence = message("this block is never closed, and takes in what follows")
            yield Finding(span_in(document.path, body.text, at, 3, body.line), sentence, hint)


def _body(document: Document) -> Body | None:
    """Give the Markdown text of a document that has one."""
    body = getattr(document.value, "body", None)
    return body if isinstance(body, Body) else None


def _marks(document: Document) -> Iterator[Mark]:
    """Yield the links and pictures; a text without brackets costs next to nothing."""
    body = _body(document)
    if body and ("[" in body.text or "<" in body.text):
        yield from links_of(body.text)


def _at(document: Document, mark: Mark) -> Span:
    """Give the place of a mark; counted for those in fault only, for it reads the text up to there."""
    body = _body(document)
    assert body is not None  # noqa: S101 - the mark was found in it
    return span_in(document.path, body.text, mark.at, mark.width, body.line)


def _scheme(destination: str) -> str:
    """Give what stands before the first colon when it is the scheme of an address."""
    head, colon, _ = destination.partition(":")
    return head.lower() if colon and head.replace("+", "").replace("-", "").isalnum() else ""


def _target(destination: str, path: str) -> str | None:
    """Give the path from the root to which a link of the text at ``path`` leads; None for an address."""
    plain = destination.partition("#")[0].partition("?")[0]
    if not plain or plain.startswith("//") or _scheme(destination):
        return None
    if "%" in plain:
        from urllib.parse import unquote

        plain = unquote(plain)
    if plain.startswith("/"):
        return posixpath.normpath(plain.lstrip("/"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), plain))


def _is_there(target: str, register: Register) -> bool:
    return target in register.paths or target in _folders(register.paths)


@lru_cache(maxsize=1)
def _folders(paths: frozenset[str]) -> frozenset[str]:
    """Give every folder that holds one of the files."""
    folders: set[str] = set()
    for path in paths:
        while (path := path.rpartition("/")[0]) and path not in folders:
            folders.add(path)
    return frozenset(folders)
