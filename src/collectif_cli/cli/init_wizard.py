"""The questions of ``collectif init`` put to a person, one a line; Enter takes what is proposed."""

from collections.abc import Sequence

from collectif_cli.cli.context import Context
from collectif_cli.cli.init_answers import QUESTIONS, Question, Said, beginning_from, proposed, read_option
from collectif_cli.errors import UsageError
from collectif_cli.model.beginning import Beginning
from collectif_cli.model.message import Message, message
from collectif_cli.model.phase import Phase
from collectif_cli.render.language import Language
from collectif_cli.render.terminal import safe, wrapped

_YES = {"fr": ("o", "oui"), "en": ("y", "yes")}
_NO = ("n", "no", "non")


class Wizard:
    """Asks on the terminal of the context, in the language of the texts once that is known."""

    def __init__(self, context: Context) -> None:
        """Start in the language of the reader."""
        self.context = context
        self.language: Language = context.language

    def ask_all(self, options: Said) -> Beginning:
        """Ask what the options do not say and give the answers; a wrong option raises UsageError."""
        said = dict(options)
        self._tell(message("A new programme. Enter takes what stands between brackets; Ctrl-C gives up."))
        self.context.print("\n")
        for one in QUESTIONS:
            if one.key in options:
                said[one.key] = read_option(one, options, said)
            else:
                said[one.key] = self._ask(one, said)
            if one.key == "language":
                self.language = self.context.language_of(said["language"])
        return beginning_from(said)

    def confirm(self, asked: Message, *, usual: bool) -> bool:
        """Ask a yes or a no; Enter is the usual one."""
        yes = _YES[self.language.code]
        choice = f"{yes[0].upper()}/{_NO[0]}" if usual else f"{yes[0]}/{_NO[0].upper()}"
        while True:
            word = self._line(asked, choice).lower()
            if not word:
                return usual
            if word in (*yes, *_YES["en"]):
                return True
            if word in _NO:
                return False

    def show_calendar(self, phases: Sequence[Phase]) -> None:
        """Show the phases that the dates give."""
        self.context.print("\n")
        self._tell(message("The calendar, which collectif.yaml lets you change:"))
        for one in phases:
            starts, ends = one.starts.value.isoformat(), one.ends.value.isoformat()
            self.context.print(f"  {starts}  {ends}  {safe(one.title.value)}\n")
        self.context.print("\n")

    def _ask(self, question: Question, said: Said) -> str:
        """Ask until the answer can be read."""
        usual = proposed(question.key, said)
        while True:
            given = self._line(question.asked, usual or "")
            try:
                return question.read(given or usual or "", said)
            except UsageError as error:
                self._tell(error.sentence)
                if error.hint is not None:
                    self._tell(error.hint)

    def _line(self, asked: Message, usual: str) -> str:
        """Ask for a line; raise KeyboardInterrupt when there is none to come."""
        said = (
            message("{question} [{usual}]:", question=asked, usual=usual)
            if usual
            else message("{question}:", question=asked)
        )
        self.context.print(f"{self.language.say(said)} ")
        self.context.out.flush()
        line = self.context.source.readline()
        if not line:
            self.context.print("\n")
            raise KeyboardInterrupt
        return line.strip()

    def _tell(self, said: Message) -> None:
        for line in wrapped(self.language.say(said), self.context.screen.width):
            self.context.print(f"{line}\n")
