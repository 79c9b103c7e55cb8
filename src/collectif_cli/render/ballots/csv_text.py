"""Writes ballots, or counts, as a spreadsheet opens them, with no cell that it would run as a formula."""

from collections.abc import Iterator, Sequence

from collectif_cli.model.formula import is_formula
from collectif_cli.render.ballots.box import Box, Written


def as_csv(box: Box) -> Written:
    """Give a row a ballot under the columns of ``ballots.csv``; or a row for each number that was counted."""
    rows = _counted(box) if box.counts is not None else _ballots(box)
    return Written("".join(f"{','.join(map(_cell, row))}\n" for row in rows))


def _ballots(box: Box) -> Iterator[Sequence[str]]:
    yield ("ballot", *box.columns)
    yield from ((ballot.number, *ballot.cells) for ballot in box.ballots)


def _counted(box: Box) -> Iterator[Sequence[str]]:
    yield ("question", "option", "count")
    for one in box.counts.questions if box.counts else ():
        for option in one.options:
            yield one.question.value, option.option.value, str(option.count.value)
        for name in ("blank", "abstain", "invalid"):
            number = getattr(one, name)
            if number is not None:
                yield one.question.value, name, str(number.value)


def _cell(cell: str) -> str:
    """Give a cell that is text for any spreadsheet: a quote before what would be a formula."""
    bare = f"'{cell}" if is_formula(cell) else cell
    if not any(sign in bare for sign in ',;"\n\r'):
        return bare
    doubled = bare.replace('"', '""')
    return f'"{doubled}"'
