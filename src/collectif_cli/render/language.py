"""A language of the reader: sentences, lists, numbers and dates as that language writes them."""

import gettext
import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from collectif_cli.model.message import Message, Value
from collectif_cli.render.typography import FIXED, NARROW, french

LANGUAGES = ("fr", "en")
DOMAIN = "collectif"
CATALOGUES = Path(__file__).parent.parent / "locale"


class Language:
    """One language; ``code`` is ``fr`` or ``en``."""

    def __init__(self, code: str) -> None:
        """Open the catalogue; English needs none, its sentences are the keys."""
        self.code = code
        self._catalogue: gettext.NullTranslations = gettext.NullTranslations()
        if code != "en":
            self._catalogue = gettext.translation(DOMAIN, CATALOGUES, [code], fallback=True)

    def say(self, message: Message) -> str:
        """Give the sentence in this language with its values put in."""
        values = dict(message.values)
        if message.plural:
            count = values["n"]
            number = count if isinstance(count, int) else 0
            template = self._catalogue.ngettext(message.text, message.plural, number)
        else:
            template = self._catalogue.gettext(message.text)
        return self.set(template).format(**{name: self.value(value) for name, value in values.items()})

    def words(self, text: str) -> str:
        """Give a fixed sentence in this language."""
        return self.set(self._catalogue.gettext(text)) if text else ""

    def set(self, text: str) -> str:
        """Give the text with the typography of the language."""
        return french(text) if self.code == "fr" else text

    def value(self, value: Value) -> str:
        """Give a value as it stands inside a sentence."""
        match value:
            case Message():
                return self.say(value)
            case str():
                return value
            case int():
                return self.number(value)
            case date():
                return self.day(value)
            case _:
                return self.list([self.value(one) for one in value])

    def list(self, items: Sequence[str]) -> str:
        """Give a list as it is said: "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        link = {"fr": "et", "en": "and"}[self.code]
        return f"{', '.join(items[:-1])} {link} {items[-1]}"

    def number(self, number: int) -> str:
        """Give a whole number with its thousands apart; in French from ten thousand on, as printers do."""
        if self.code == "fr":
            return f"{number:,}".replace(",", NARROW) if abs(number) >= 10_000 else str(number)
        return f"{number:,}" if abs(number) >= 1_000 else str(number)

    def day(self, day: date) -> str:
        """Give a date in full, such as "11 juillet 2019"."""
        return self._day(day, "long")

    def short_day(self, day: date) -> str:
        """Give a date for a column, such as "11 juil. 2019"."""
        return self._day(day, "medium")

    def month(self, day: date) -> str:
        """Give the month of a date, short, as in "juil."."""
        return self._day(day, "MMM")

    def near_day(self, day: date, today: date) -> str:
        """Give a date for a column, without its year when it is the present one: "11 juil."."""
        return self._day(day, "d MMM" if day.year == today.year else "medium")

    def _day(self, day: date, format: str) -> str:
        from babel.dates import format_date

        text: str = format_date(day, format=format, locale="fr_FR" if self.code == "fr" else "en_GB")
        return re.sub("^1 ", f"1er{FIXED}", text) if self.code == "fr" else text


@cache
def language(code: str) -> Language:
    """Give the language of that code, opened once; French when the code is not known."""
    return Language(code if code in LANGUAGES else "fr")
