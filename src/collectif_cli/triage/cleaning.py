"""Takes contact data out of what was sent, before it is written anywhere; says where each stood."""

from collections.abc import Callable, Iterator, Mapping

from collectif_cli.model import contact
from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import Message, message
from collectif_cli.model.sent import Sent
from collectif_cli.model.source import Located

Find = Callable[[str], Iterator[contact.Stretch]]

# What stands in place of what was taken out, and what is said of it. Longer numbers come first, for a part
# of one may look like a shorter one.
GONE: Mapping[str, tuple[Message, Message]] = {
    "email": (message("(e-mail address removed)"), message("an e-mail address was taken out of this cell")),
    "iban": (
        message("(account number removed)"),
        message("a bank account number was taken out of this cell"),
    ),
    "social": (
        message("(social security number removed)"),
        message("a social security number was taken out of this cell"),
    ),
    "phone": (
        message("(telephone number removed)"),
        message("a telephone number was taken out of this cell"),
    ),
    "home": (message("(postal address removed)"), message("a postal address was taken out of this cell")),
    "birth": (message("(date of birth removed)"), message("a date of birth was taken out of this cell")),
}


def cleaned(sent: Sent, code: str, stand_ins: Mapping[str, str]) -> tuple[Sent, tuple[Finding, ...]]:
    """Give a contribution without contact data, and what was taken out, with the row and the column.

    ``code`` is the language it is written in; ``stand_ins`` are the words put in place, by the keys of
    ``GONE``.
    """
    found: list[Finding] = []
    title = _without(sent.title, code, stand_ins, found)
    body = _without(sent.body, code, stand_ins, found)
    theme = _without(Located(sent.theme, sent.span), code, stand_ins, found)
    return sent._replace(title=title, body=body, theme=theme.value), tuple(found)


def _without(
    text: Located[str], code: str, stand_ins: Mapping[str, str], found: list[Finding]
) -> Located[str]:
    finders: dict[str, Find] = {
        "email": contact.emails,
        "iban": contact.ibans,
        "social": contact.social_security,
        "phone": contact.phones,
        "home": lambda words: contact.homes(words, code),
        "birth": lambda words: contact.births(words, code),
    }
    words = text.value
    for kind, find in finders.items():
        places = sorted(set(find(words)), reverse=True)
        for start, end in places:
            words = f"{words[:start]}{stand_ins[kind]}{words[end:]}"
        if places:
            found.append(Finding(text.span, GONE[kind][1]))
    return Located(words, text.span)
