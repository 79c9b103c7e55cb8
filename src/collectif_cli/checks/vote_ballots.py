"""Family ``vote``, the ballots: their columns, their numbers, their cells, the agreement of two entries."""

from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import Message, message
from collectif_cli.model.nearest import nearest
from collectif_cli.model.register import Register
from collectif_cli.model.source import Located
from collectif_cli.model.vote import Ballots, DecisionRule, Question, Row, Vote
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.cells import read_cells, read_texts
from collectif_cli.voting.declared import rule_of
from collectif_cli.voting.method import Refusal


def unknown_column(register: Register, _: Register) -> Iterator[Finding]:
    """Each column of the ballots is one that a question of the vote takes."""
    for vote, rule in _votes(register):
        known = [title for question in vote.questions for title in _columns(question, rule)]
        for entry in vote.boxes if known else ():
            for column in entry.columns:
                if column.value not in known:
                    near = nearest(column.value, known)
                    hint = message("did you mean “{near}”?", near=near) if near else None
                    said = message("the column “{column}” belongs to no question", column=column.value)
                    yield Finding(column.span, said, hint)


def missing_column(register: Register, _: Register) -> Iterator[Finding]:
    """Each question of the vote has its columns in the ballots."""
    for vote, rule in _votes(register):
        for entry in vote.boxes:
            written = {column.value for column in entry.columns}
            for question in vote.questions:
                for title in _columns(question, rule):
                    if title not in written:
                        said = message("the column “{column}” is missing", column=title)
                        hint = message("add it, with an empty cell where the ballot says nothing")
                        yield Finding(entry.span, said, hint)


def ballot_twice(register: Register, _: Register) -> Iterator[Finding]:
    """Each ballot is entered once."""
    for vote in register.votes.values():
        for entry in vote.entries:
            first: dict[str, Row] = {}
            for row in entry.rows:
                if row.ballot in first:
                    said = message(
                        "the ballot {ballot} is there twice, first on line {line}",
                        ballot=row.ballot,
                        line=first[row.ballot].span.line,
                    )
                    hint = message("enter each ballot once, and number two papers differently")
                    yield Finding(row.span, said, hint)
                first.setdefault(row.ballot, row)


def cell_invalid(register: Register, _: Register) -> Iterator[Finding]:
    """A ballot is entered in words or figures that the way of voting can read."""
    for vote, rule in _votes(register):
        for entry in vote.entries:
            places = {column.value: at for at, column in enumerate(entry.columns)}
            for question in vote.questions:
                columns = _columns(question, rule)
                if columns and all(title in places for title in columns):
                    at = [places[title] for title in columns]
                    for row in entry.rows:
                        cells = tuple(row.cells[place] for place in at)
                        yield from _unreadable(question, rule, cells)


def entries_differ(register: Register, _: Register) -> Iterator[Finding]:
    """Two entries of the same paper ballots say the same."""
    for vote in register.votes.values():
        for other in vote.entries[1:]:
            difference = _difference(vote.entries[0], other)
            if difference is not None:
                yield difference


def _votes(register: Register) -> Iterator[tuple[Vote, DecisionRule]]:
    """Yield the votes that have ballots and whose rule is known."""
    for vote in register.votes.values():
        rule = rule_of(vote, register.collective) if vote.boxes else None
        if rule is not None:
            yield vote, rule


def _columns(question: Question, rule: DecisionRule) -> tuple[str, ...]:
    """Give the titles of the columns that a question takes; none when the method has no ballots."""
    method = METHODS.get(rule.method.value)
    return method.columns(question, rule) if method is not None else ()


def _unreadable(question: Question, rule: DecisionRule, cells: tuple[Located[str], ...]) -> Iterator[Finding]:
    """Yield the first cell of a ballot that cannot be read."""
    method = rule.method.value
    if method in METHODS:
        refusal = read_cells(question, rule, METHODS[method], cells).refusal
        if refusal is not None:
            yield Finding(_culprit(question, rule, cells, refusal).span, refusal.message, _ASIDE)


def _culprit(
    question: Question, rule: DecisionRule, cells: tuple[Located[str], ...], refusal: Refusal
) -> Located[str]:
    """Give the cell that the refusal names, or that is refused alone too, else the first that is written."""
    if refusal.at:
        return cells[refusal.at]
    method = METHODS[rule.method.value]
    for at, cell in enumerate(cells):
        alone = tuple(cell.value if place == at else "" for place in range(len(cells)))
        if cell.value and read_texts(question, rule, method, alone).refusal == refusal:
            return cell
    return next((cell for cell in cells if cell.value), cells[0])


_ASIDE: Message = message(
    "correct it if the paper says otherwise; else this ballot is set aside, with the reason"
)


def _difference(one: Ballots, other: Ballots) -> Finding | None:
    """Give the first place of the second entry that the first one contradicts."""
    hint = message("look at the paper together, and mend the wrong one")
    mine = {row.ballot: dict(zip((c.value for c in one.columns), row.cells, strict=True)) for row in one.rows}
    seen: set[str] = set()
    for row in other.rows:
        seen.add(row.ballot)
        if row.ballot not in mine:
            said = message("the ballot {ballot} is in one entry only", ballot=row.ballot)
            return Finding(row.span, said, hint)
        for column, cell in zip(other.columns, row.cells, strict=True):
            twin = mine[row.ballot].get(column.value)
            if twin is not None and twin.value.casefold() != cell.value.casefold():
                said = message(
                    "ballot {ballot}: one entry says “{one}”, the other “{other}”",
                    ballot=row.ballot,
                    one=twin.value,
                    other=cell.value,
                )
                return Finding(cell.span, said, hint)
    missing = next((row for row in one.rows if row.ballot not in seen), None)
    if missing is None:
        return None
    return Finding(
        missing.span, message("the ballot {ballot} is in one entry only", ballot=missing.ballot), hint
    )
