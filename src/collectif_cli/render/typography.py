"""French typography, set right on output whatever spaces the writer typed.

U+202F (narrow no-break space) before ``; ! ?`` and inside « », U+00A0 before ``:``; the apostrophe is
U+2019 between letters. Source: Lexique des règles typographiques en usage à l'Imprimerie nationale.
"""

import re

NARROW = "\u202f"
FIXED = "\u00a0"

_BEFORE_NARROW = re.compile(r"[ \u00a0\u202f]+([;!?»])")
_AFTER_OPENING = re.compile(r"«[ \u00a0\u202f]*")
_BEFORE_CLOSING = re.compile(r"(?<=[^\s«])[ \u00a0\u202f]*»")
_BEFORE_COLON = re.compile(r"[ \u00a0\u202f]+:(?=\s|$)")
_APOSTROPHE = re.compile(r"'(?<=\w')(?=[^\W\d_])")  # the quote first: it is what the engine looks for
_INCLUSIVE = re.compile(r"(?<=\w)·(?=\w)")
_WORD_JOINER = "\u2060"


def french(text: str) -> str:
    """Give a French sentence with its spaces and apostrophes as they are printed.

    Most signs are in few sentences: each is looked for before an expression goes through the text.
    """
    if ";" in text or "!" in text or "?" in text or "»" in text:
        text = _BEFORE_NARROW.sub(rf"{NARROW}\1", text)
    if "«" in text:
        text = _AFTER_OPENING.sub(f"«{NARROW}", text)
    if "»" in text:
        text = _BEFORE_CLOSING.sub(f"{NARROW}»", text)
    if ":" in text:
        text = _BEFORE_COLON.sub(f"{FIXED}:", text)
    return _APOSTROPHE.sub("’", text) if "'" in text else text


def unbroken(text: str) -> str:
    """Give the text with its inclusive forms (``habitant·es``) held together at the end of a line."""
    return _INCLUSIVE.sub(f"{_WORD_JOINER}·{_WORD_JOINER}", text)
