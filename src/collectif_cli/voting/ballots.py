"""From the ballots of an entry to the poll of a question: alike ones together, why others do not count."""

from collections import Counter
from collections.abc import Sequence

from collectif_cli.model.noun import replace
from collectif_cli.model.source import Located
from collectif_cli.model.vote import Ballots, DecisionRule, Question
from collectif_cli.voting.cells import pick, read_cells
from collectif_cli.voting.electorate import Voters, figures_of
from collectif_cli.voting.method import Mark, Method, Poll, Reading
from collectif_cli.voting.outcome import Figures, SetAside


class Heap:
    """The ballots of one question, read one by one; every one is in it once.

    As a mark, blank, as an abstention, or set aside.
    """

    def __init__(self, question: Question, rule: DecisionRule, method: Method) -> None:
        """Start with no ballot."""
        self._question, self._rule, self._method = question, rule, method
        self.marks: Counter[Mark] = Counter()
        self.refused: Counter[Mark] = Counter()
        self.set_aside: list[SetAside] = []
        self.blank = self.abstain = 0

    def take(self, ballot: str, cells: Sequence[Located[str]]) -> None:
        """Read a ballot, from its number and its cells under the columns of the question."""
        reading = read_cells(self._question, self._rule, self._method, cells)
        if reading.refusal is None:
            self.add(reading)
            return
        reason, said, at = reading.refusal
        self.set_aside.append(SetAside(ballot, reason, said, cells[at].span))
        if reading.mark:
            self.refused[reading.mark] += 1

    def add(self, reading: Reading, number: int = 1) -> None:
        """Take so many ballots that say the same, and are not set aside."""
        if reading.abstains:
            self.abstain += number
        elif not reading.mark:
            self.blank += number
        else:
            self.marks[reading.mark] += number

    def empty(self) -> "Heap":
        """Give a heap of the same question with no ballot."""
        return Heap(self._question, self._rule, self._method)

    def join(self, other: "Heap") -> None:
        """Take all the ballots of another heap of the same question."""
        self.marks += other.marks
        self.refused += other.refused
        self.set_aside += other.set_aside
        self.blank += other.blank
        self.abstain += other.abstain

    def figures(self, voters: Voters, cast: int) -> Figures:
        """Give the figures of that many ballots."""
        return replace(
            figures_of(voters),
            cast=cast,
            invalid=len(self.set_aside),
            blank=self.blank,
            abstain=self.abstain,
            expressed=cast - len(self.set_aside) - self.blank - self.abstain,
        )


def poll_of_ballots(
    entry: Ballots, question: Question, rule: DecisionRule, method: Method, voters: Voters
) -> Poll:
    """Give the poll."""
    heap = Heap(question, rule, method)
    cells_of = pick(entry, method.columns(question, rule))
    for row in entry.rows:
        heap.take(row.ballot, cells_of(row))
    return Poll(
        question=question.id.value,
        options=method.options(question),
        marks=tuple(sorted(heap.marks.items())),
        refused=tuple(sorted(heap.refused.items())),
        figures=heap.figures(voters, len(entry.rows)),
        set_aside=tuple(heap.set_aside),
    )
