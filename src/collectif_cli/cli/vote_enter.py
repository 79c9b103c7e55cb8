"""The work of ``collectif vote enter``: paper ballots typed one a line, each written as it is typed."""

from collections.abc import Sequence
from typing import NamedTuple

from collectif_cli.cli.context import Context
from collectif_cli.cli.vote_count import rule_called, vote_called
from collectif_cli.cli.vote_door import entry_path, require_takes_ballots
from collectif_cli.cli.writing import require_folder
from collectif_cli.errors import Refused
from collectif_cli.model.change import Change
from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.programme import Programme
from collectif_cli.model.vote import Question, Vote
from collectif_cli.render.entering import cells_text, help_text
from collectif_cli.render.paper import titles_in
from collectif_cli.render.terminal import paragraph
from collectif_cli.store.ballot_rows import first_lines, rows_of, with_row, without_row
from collectif_cli.store.places import path_of
from collectif_cli.store.sealed_box import UNSEEN
from collectif_cli.store.write import read_text, write
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.cells import read_texts
from collectif_cli.voting.keys import NotTyped, Typing
from collectif_cli.voting.method import Method
from collectif_cli.voting.sealing import is_sealed
from collectif_cli.voting.tally import questions_of

_NOTHING = message("nothing was typed: “.” is a blank paper, “/?” says the rest")
_COMMANDS = {"/u": "undo", "/q": "quit", "/?": "help", "/h": "help"}


class Papers(NamedTuple):
    """What is typed: the questions of the vote, how they are counted, what a line means, in which file."""

    vote: Vote
    questions: tuple[Question, ...]
    method: Method
    typing: Typing
    path: str


def enter_ballots(context: Context, id: str, entry: str | None) -> int:
    """Read lines until there are no more, write each ballot, and say how many there are."""
    require_folder(context)
    programme, _faults = context.programme()
    papers = _papers(context, vote_called(id, programme), programme, entry)
    desk = Desk(context, papers)
    desk.greet()
    while desk.take(_line(context, desk)):
        pass
    return desk.end()


def _papers(context: Context, vote: Vote, programme: Programme, entry: str | None) -> Papers:
    require_takes_ballots(vote, programme)
    if vote.ballots.value == "counts":
        raise Refused(
            message("the vote announces “{kind}”: it has no papers", kind="counts"),
            message("write the hands that were counted in {path}", path=path_of("counts", vote.id)),
        )
    rule = rule_called(vote, programme)
    method = METHODS.get(rule.method.value)
    if method is None or "ballots" not in method.reads:
        said = message("the method “{method}” reads no ballots", method=rule.method.value)
        raise Refused(said)
    path = entry_path(context, vote, entry, sealed=is_sealed(vote, rule))
    questions = questions_of(vote)
    typing = Typing(questions, rule, method, titles_in(context.language))
    return Papers(vote, questions, method, typing, path)


def _line(context: Context, desk: "Desk") -> str | None:
    """Give what was typed; None at the end. The prompt is only for a person."""
    if context.source.isatty() and context.screen.interactive:
        context.print(desk.prompt())
        context.out.flush()
    line = context.source.readline()
    return line.rstrip("\r\n") if line else None


class Desk:
    """The table at which papers are typed: the text of the file, and the number of the paper in hand.

    A person types a line again when it is refused. In a pipe nobody does: each line is the paper after the
    one before, and one that is refused keeps its number, so that those that follow have theirs.
    """

    def __init__(self, context: Context, papers: Papers) -> None:
        """Go on from what the file holds; a new one starts with the columns of the questions."""
        self.context = context
        self.papers = papers
        self.before = read_text(context.root, papers.path)
        claim = papers.vote.frozen.digest.value if papers.vote.frozen else ""
        columns = [column for group in papers.typing.columns for column in group]
        self.text = first_lines(columns, claim) if self.before is None else self.before
        self._require_columns(columns)
        self.typed: list[str] = []
        self.piped = not context.source.isatty()
        self.line = 0
        self.empty: list[int] = []
        self.refused: set[int] = set()
        self.faults = 0
        self.number = self._first_free()

    @property
    def count(self) -> int:
        """How many ballots the file holds."""
        return len(rows_of(self.text, self.papers.path).rows)

    def greet(self) -> None:
        """Say what to type, and where an earlier session stopped."""
        self.context.print(help_text(self.papers.typing, self.context.language, self.context.screen))
        if self.count:
            said = messages(
                "{n} ballot was entered before; going on with no. {number}",
                "{n} ballots were entered before; going on with no. {number}",
                self.count,
                number=self.number,
            )
            self.context.tell(said)

    def prompt(self) -> str:
        """Give what stands before the cursor: the number of the paper, and how many are done."""
        expected = self.papers.vote.expected_ballots
        done = f"{self.count}/{expected.value}" if expected else str(self.count)
        return f"[{done}] {self.number}: "

    def take(self, line: str | None) -> bool:
        """Do what a line says; False when it was the last one."""
        if line is None:
            return False
        self.line += 1
        words = line.strip()
        if self.piped and not words:
            self.empty.append(self.line)  # a fault only if a paper follows: a file may end in empty lines
            return True
        for empty in self.empty:
            self._refuse(_NOTHING, empty)
        self.empty = []
        return self._command(words) if words.startswith("/") else self._paper(words)

    def _paper(self, words: str) -> bool:
        """Write what a line says of a paper, or say why it says nothing; True: there may be another one."""
        try:
            if not words:
                raise NotTyped(_NOTHING)
            cells = self.papers.typing.cells(words)
        except NotTyped as error:
            self._refuse(error.said, self.line)
            return True
        ballot = str(self.number)
        self._write(with_row(self.text, self.papers.path, ballot, cells))
        self.typed.append(ballot)
        read = cells_text(cells, self.papers.typing, self.context.language)
        self.context.print(paragraph(f"{ballot}  {read}", self.context.screen, then="   "))
        self._warn(cells)
        self.number = self._next()
        return True

    def end(self) -> int:
        """Say how many ballots there are, beside how many are expected; 1 when some are missing."""
        self._tell_faults()
        self.context.tell(messages("{n} ballot is entered", "{n} ballots are entered", self.count))
        expected = self.papers.vote.expected_ballots
        if expected is None or expected.value == self.count:
            return 1 if self.faults else 0
        self.context.tell(
            messages("{n} was expected in the box", "{n} were expected in the box", expected.value)
        )
        return 1

    def _tell_faults(self) -> None:
        """Say how many lines of a pipe were refused, and how to go on with the papers that they are."""
        if self.faults:
            said = messages(
                "{n} line was refused: nothing of it is entered",
                "{n} lines were refused: nothing of them is entered",
                self.faults,
            )
            self.context.remark(said)
        missing = [number for number in self.refused if str(number) not in self._taken()]
        if missing:
            said = message(
                "each of those papers keeps its number: “/{number}” goes to the first", number=min(missing)
            )
            self.context.remark(said)

    def _command(self, words: str) -> bool:
        if words[1:].isdecimal():
            self.number = int(words[1:])
            return True
        what = _COMMANDS.get(words.casefold())
        if what == "undo":
            self._undo()
        elif what == "help":
            self.context.print(help_text(self.papers.typing, self.context.language, self.context.screen))
        elif what is None:
            self._misunderstand(message("“{word}” is no command: “/?” says which there are", word=words))
        return what != "quit"

    def _undo(self) -> None:
        if not self.typed:
            said = message("nothing was typed in this session; “/12” goes back to the paper no. 12")
            self._misunderstand(said)
            return
        ballot = self.typed.pop()
        self._write(without_row(self.text, self.papers.path, ballot))
        self.number = int(ballot)
        self.context.tell(message("no. {ballot} is taken away: type it again", ballot=ballot))

    def _write(self, text: str) -> None:
        """Write the whole file, or nothing of it; raise Refused when somebody else changed it meanwhile."""
        changes = [Change(self.papers.path, self.before, text)]
        if self.papers.path.startswith(UNSEEN[0].partition("/")[0]):
            kept = read_text(self.context.root, UNSEEN[0])
            changes += [Change(UNSEEN[0], kept, UNSEEN[1])] if kept is None else []
        write(self.context.root, changes)
        self.before = self.text = text

    def _warn(self, cells: Sequence[str]) -> None:
        """Say at once that a paper will be set aside, and why, while it is still in hand."""
        rest = list(cells)
        for question, columns in zip(self.papers.questions, self.papers.typing.columns, strict=True):
            mine, rest = tuple(rest[: len(columns)]), rest[len(columns) :]
            refusal = read_texts(question, self.papers.typing.rule, self.papers.method, mine).refusal
            if refusal is not None:
                self._say(message("this ballot will be set aside: {reason}", reason=refusal.message))

    def _refuse(self, said: Message, line: int) -> None:
        """Say why a line is no paper; in a pipe, go on with the number after its own."""
        if not self.piped:
            self._say(said)
            return
        self.context.remark(
            message("line {line}, paper no. {number}: {reason}", line=line, number=self.number, reason=said)
        )
        self.faults += 1
        self.refused.add(self.number)
        self.number = self._next()

    def _misunderstand(self, said: Message) -> None:
        """Say why a command does nothing; it is a fault where nobody can type another."""
        if self.piped:
            self.context.remark(message("line {line}: {reason}", line=self.line, reason=said))
            self.faults += 1
        else:
            self._say(said)

    def _say(self, said: Message) -> None:
        self.context.print(paragraph(self.context.language.say(said), self.context.screen, "   "))

    def _next(self) -> int:
        """Give the number of the paper that follows the one in hand."""
        return self._first_free(self.number + 1) if self.piped else self._first_free()

    def _first_free(self, number: int = 1) -> int:
        """Give the first number, from that one on, that no ballot has and that no refused line keeps."""
        taken = self._taken()
        while str(number) in taken or number in self.refused:
            number += 1
        return number

    def _taken(self) -> set[str]:
        """Give the numbers of the ballots that the file holds."""
        return {row.ballot for row in rows_of(self.text, self.papers.path).rows}

    def _require_columns(self, columns: Sequence[str]) -> None:
        there = [column.value for column in rows_of(self.text, self.papers.path).columns]
        if there != list(columns):
            raise Refused(
                message("{path} has other columns than the questions of the vote", path=self.papers.path),
                message("they are: {columns}", columns=("ballot", *columns)),
            )
