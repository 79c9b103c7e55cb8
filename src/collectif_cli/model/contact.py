"""What leads to a person, found in a text: contact data, numbers that are somebody's, where and when born.

Each expression starts with plain characters: those are looked for ten times faster than a class of
characters, and this is done on every text. Those that few texts need are compiled when one does. Every
function yields places of the text, as a start and an end.
"""

import re
from collections.abc import Iterator
from functools import cache

Stretch = tuple[int, int]

_EMAIL = re.compile(r"@(?<=[\w.+-]@)(?=[\w-])")
_LOCAL = re.compile(r"[\w.+-]+\Z")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
# Names kept for examples: RFC 2606, RFC 6761.
_RESERVED = re.compile(
    r"(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|net|org))\Z", re.IGNORECASE
)

# A number of ten digits by twos; 08 numbers are services, not people.
_FRENCH = re.compile(
    r"0(?<![\w/+-]0)(?<!\d[.,]0)[1-79]([ .\u00a0\u202f-]?)\d\d(?:\1\d\d){3}(?![\w/-]|[.,]\d)"
)
_ABROAD = re.compile(
    r"\+(?<![\w+]\+)[1-9]\d{0,2}[ .\u00a0\u202f-]?(?:\(0\)[ .\u00a0\u202f-]?)?"
    r"\d(?:[ .\u00a0\u202f-]?\d){6,12}(?!\w)"
)
# Numbers kept for fiction in the French numbering plan (Arcep, decision 2018-0881).
_FICTION = re.compile(r"0?(?:19900|26191|35301|46571|53649|63998)\d{4}\Z")

_IBAN_LENGTH = {
    "AT": 20, "BE": 16, "CH": 21, "DE": 22, "ES": 24, "FR": 27, "GB": 22,
    "IE": 22, "IT": 27, "LU": 20, "MC": 27, "NL": 18, "PT": 25,
}  # fmt: skip


@cache
def _iban(country: str) -> re.Pattern[str]:
    length = _IBAN_LENGTH[country] - 4
    return re.compile(rf"{country}(?<!\w{country})\d\d(?:[ \u00a0\u202f]?[A-Z0-9]){{{length}}}(?!\w)")


_GAP = "[ .\u00a0\u202f]?"
_SOCIAL_SECURITY = tuple(
    re.compile(
        rf"{sex}(?<!\w{sex})(?<!\d[.,]{sex}){_GAP}\d\d{_GAP}(?:0[1-9]|1[0-2]|[2-9]\d){_GAP}(?:\d\d|2[AB])"
        rf"{_GAP}\d{{3}}{_GAP}\d{{3}}{_GAP}\d\d(?!\w)"
    )
    for sex in "12"
)

_WAYS = (
    r"(?:rue|avenue|av\.|boulevard|bd|place|impasse|allée|chemin|route|cours|quai|square|passage|résidence"
    r"|lotissement|venelle|faubourg)\b"
)
_STREETS = r"\w+(?: \w+)? (?:street|road|avenue|lane|drive|square)\b"
_NUMBER = r"\d{1,4}(?: ?(?:bis|ter|quater))?,? "
# What says that somebody lives there, in the language of the collective, each after the plain characters it
# starts with: most texts hold none of them, and that is told at once.
_HOMES = {
    "fr": tuple(
        (start, rf"{start}(?i:{rest}{_NUMBER}{_WAYS})")
        for start, rest in (
            ("omicili", r"(?:é|e|ée|és|ées)\b[ :]+(?:au |à |\w+ : ?)?"),
            ("abit", r"(?:e|ent|ait|aient|ais|ons|ant)\b,?[ :]+(?:\w+ ){0,3}?"),
            ("emeurant", r"\b,?[ :]+(?:au |à )?"),
            ("ésid", r"(?:e|ent|ait|ant)\b,?[ :]+(?:\w+ ){0,3}?"),
            ("dresse", r"(?: postale| personnelle)?(?: est(?: le)?)? ?:? "),
        )
    ),
    "en": (
        ("ives", rf"ives(?i: (?:at|on)[ :]+{_NUMBER}{_STREETS})"),
        ("ome address", rf"ome address(?i: ?(?:is)? ?:? {_NUMBER}{_STREETS})"),
    ),
}
_DAY = r"(?:\d{1,2}(?:er)? \w+ \d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d|\w+ \d{1,2}, \d{4})"
_BIRTHS = {
    "fr": (rf"é(?i:(?<=\bné)(?:e|\(e\))? le {_DAY})", rf"ate de naissance(?i: ?: ?{_DAY})"),
    "en": (rf"orn on(?i: {_DAY})", rf"ate of birth(?i: ?: ?{_DAY})"),
}


@cache
def _births(code: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one) for one in _BIRTHS.get(code, ()))


def emails(text: str) -> Iterator[Stretch]:
    """Yield the e-mail addresses, but for those of reserved names such as example.org."""
    if "@" in text:
        for match in _EMAIL.finditer(text):
            local = _LOCAL.search(text, max(0, match.start() - 64), match.start())
            domain = _DOMAIN.match(text, match.end())
            if local and domain and not _RESERVED.search(domain[0]):
                yield local.start(), domain.end()


def phones(text: str) -> Iterator[Stretch]:
    """Yield the telephone numbers, but for those kept for fiction."""
    for match in [*_FRENCH.finditer(text), *(_ABROAD.finditer(text) if "+" in text else ())]:
        digits = re.sub(r"^\+33|\(0\)|\D", "", match[0])
        if not _FICTION.match(digits):
            yield match.span()


def homes(text: str, code: str) -> Iterator[Stretch]:
    """Yield what says where somebody lives, in a text of that language."""
    for start, home in _HOMES.get(code, ()):
        for match in re.finditer(home, text) if start in text else ():
            yield _from_the_word(text, match)


def births(text: str, code: str) -> Iterator[Stretch]:
    """Yield what says on what day somebody was born, in a text of that language."""
    for birth in _births(code):
        for match in birth.finditer(text):
            yield _from_the_word(text, match)


def ibans(text: str) -> Iterator[Stretch]:
    """Yield the numbers of bank accounts (ISO 13616: the key is part of the number).

    Numbers of other countries are looked for where the text says IBAN.
    """
    for country in _IBAN_LENGTH if "IBAN" in text else ("FR",):
        for match in _iban(country).finditer(text):
            if _is_iban(match[0]):
                yield match.span()


def social_security(text: str) -> Iterator[Stretch]:
    """Yield the social security numbers (French NIR: the last two digits are its key)."""
    for number in _SOCIAL_SECURITY:
        for match in number.finditer(text):
            if _is_social_security(match[0]):
                yield match.span()


def _is_iban(written: str) -> bool:
    """Tell whether the key is right: the number, its first four characters last, is 1 modulo 97."""
    plain = re.sub(r"\s", "", written)
    return int("".join(str(int(character, 36)) for character in plain[4:] + plain[:4])) % 97 == 1


def _is_social_security(written: str) -> bool:
    """Tell whether the key is right: 97 less the rest of the number by 97; Corsica counts as 19 and 18."""
    plain = re.sub(r"[ .\u00a0\u202f]", "", written)
    number = plain[:13].replace("2A", "19").replace("2B", "18")
    return 97 - int(number) % 97 == int(plain[13:])


def _from_the_word(text: str, match: re.Match[str]) -> Stretch:
    """Give the place of a match, from the start of its first word."""
    start, end = match.span()
    while start and text[start - 1].isalpha():
        start -= 1
    return start, end
