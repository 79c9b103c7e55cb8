"""Family ``privacy``: what leads to a person has no place in texts that everyone copies.

What was committed stays in the history, so these are told of as soon as they are written. A finding
never repeats what it found.
"""

from collections.abc import Iterable, Iterator

from collectif_cli.model import contact
from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.document import Document
from collectif_cli.model.marks import span_in
from collectif_cli.model.message import Message, message
from collectif_cli.model.register import Register


def email(document: Document, register: Register) -> Iterator[Finding]:
    """No text holds an e-mail address, but for those of reserved names such as example.org."""
    return _found(document, contact.emails(document.text), message("an e-mail address stands here"))


def phone(document: Document, register: Register) -> Iterator[Finding]:
    """No text holds a telephone number, but for those kept for fiction."""
    if _holds_numbers(document):
        sentence = message("a telephone number stands here")
        yield from _found(document, contact.phones(document.text), sentence)


def postal_address(document: Document, register: Register) -> Iterator[Finding]:
    """No text says where somebody lives; the places of meetings are another matter."""
    homes = contact.homes(document.text, register.collective.language.value)
    return _found(document, homes, message("this seems to say where somebody lives"))


def birth_date(document: Document, register: Register) -> Iterator[Finding]:
    """No text says on what day somebody was born."""
    births = contact.births(document.text, register.collective.language.value)
    return _found(document, births, message("this seems to say when somebody was born"))


def iban(document: Document, register: Register) -> Iterator[Finding]:
    """No text holds the number of a bank account (ISO 13616: the key is part of the number).

    Numbers of other countries are looked for where the text says IBAN.
    """
    if _holds_numbers(document):
        sentence = message("a bank account number stands here")
        yield from _found(document, contact.ibans(document.text), sentence)


def social_security(document: Document, register: Register) -> Iterator[Finding]:
    """No text holds a social security number (French NIR: the last two digits are its key)."""
    if _holds_numbers(document):
        sentence = message("a social security number stands here")
        yield from _found(document, contact.social_security(document.text), sentence)


def _holds_numbers(document: Document) -> bool:
    """Tell whether a number of the document may be somebody's; ballots and results are figures all over."""
    return document.kind not in {"ballots", "result"}


def _found(document: Document, stretches: Iterable[contact.Stretch], sentence: Message) -> Iterator[Finding]:
    remedy = message("remove it before it is committed: what was committed stays in the history")
    for start, end in stretches:
        yield Finding(span_in(document.path, document.text, start, end - start), sentence, remedy)
