"""From the ballots of an entry to the poll of a question: alike ones together, why others do not count."""

from collections import Counter

from collectif_cli.model.vote import Ballots, DecisionRule, Question
from collectif_cli.voting.cells import pick, read_cells
from collectif_cli.voting.electorate import Voters
from collectif_cli.voting.method import Mark, Method, Poll
from collectif_cli.voting.outcome import Figures, SetAside


def poll_of_ballots(
    entry: Ballots, question: Question, rule: DecisionRule, method: Method, voters: Voters
) -> Poll:
    """Give the poll; every ballot is in it once: as a mark, blank, as an abstention, or set aside."""
    marks: Counter[Mark] = Counter()
    refused: Counter[Mark] = Counter()
    set_aside: list[SetAside] = []
    blank = abstain = 0
    cells_of = pick(entry, method.columns(question, rule))
    for row in entry.rows:
        cells = cells_of(row)
        reading = read_cells(question, rule, method, cells)
        if reading.refusal is not None:
            reason, said, at = reading.refusal
            set_aside.append(SetAside(row.ballot, reason, said, cells[at].span))
            if reading.mark:
                refused[reading.mark] += 1
        elif reading.abstains:
            abstain += 1
        elif not reading.mark:
            blank += 1
        else:
            marks[reading.mark] += 1
    figures = Figures(
        registered=voters.registered,
        present=voters.present,
        represented=voters.represented,
        cast=len(entry.rows),
        invalid=len(set_aside),
        blank=blank,
        abstain=abstain,
        expressed=marks.total(),
    )
    return Poll(
        question=question.id.value,
        options=method.options(question),
        marks=tuple(sorted(marks.items())),
        refused=tuple(sorted(refused.items())),
        figures=figures,
        set_aside=tuple(set_aside),
    )
