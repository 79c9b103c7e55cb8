"""Says things once: sentences and dates that come back in every text of a document are kept."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from collectif_cli.model.message import Message
from collectif_cli.render.language import Language
from collectif_cli.render.prose.writer import Writer


class Saying:
    """The words of the tool in a document, in its language and its format."""

    def __init__(self, language: Language, writer: Writer) -> None:
        """Take the language and the format."""
        self.language = language
        self.writer = writer
        self.say = cache(self._say)
        self.day = cache(language.day)

    def _say(self, said: Message) -> str:
        """Give a sentence, safe in the format."""
        return self.writer.line(self.language.say(said))

    def all(self, said: Iterable[Message]) -> tuple[str, ...]:
        """Give several sentences."""
        return tuple(self.say(one) for one in said)

    def dated(self, day: date | None) -> str:
        """Give a date in full, nothing when there is none."""
        return "" if day is None else self.day(day)
