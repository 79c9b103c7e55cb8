"""What a picture is drawn from, beside the working: the result, the titles, the rule, the language."""

from typing import NamedTuple

from collectif_cli.model.message import Message, Value
from collectif_cli.model.vote import DecisionRule
from collectif_cli.render.language import Language
from collectif_cli.voting.outcome import Result, Verdict
from collectif_cli.voting.words import Titles


class Shown(NamedTuple):
    """The result of a question, on its way to a reader."""

    result: Result
    titles: Titles
    rule: DecisionRule
    language: Language

    def title(self, option: str) -> str:
        """Give the title of an option."""
        return self.language.value(self.titles[option])

    @property
    def chosen(self) -> tuple[str, ...]:
        """The options that win; for a text that is adopted, the votes for it."""
        outcome = self.result.outcome
        if outcome.verdict is Verdict.ADOPTED:
            return ("for",)
        return outcome.options if outcome.verdict is Verdict.ELECTED else ()

    def marked(self, option: str, said: str) -> str:
        """Give a few words on an option, with a sign where it wins or is tied for the win."""
        outcome = self.result.outcome
        if option in self.chosen:
            return f"✓ {said}"
        return f"= {said}" if outcome.verdict is Verdict.TIE and option in outcome.options else said

    def say(self, message: Message) -> str:
        """Give a sentence in the language of the reader."""
        return self.language.say(message)

    def value(self, value: Value) -> str:
        """Give a number, or anything a sentence may hold, as that language writes it."""
        return self.language.value(value)
