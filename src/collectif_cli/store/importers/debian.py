"""The tally sheets of the Debian project: ``V:``, a rank for each option, the receipt of the voter.

Source: Debian Constitution, A.6, and the sheets at vote.debian.org. The rank of the first option comes first;
``-`` is an option without a rank. The receipt stays as the number of the ballot: whoever has it finds their
ballot again. Ranks are single digits: a sheet of ten options or more is refused, for want of one to learn
from.
"""

import re
from collections.abc import Sequence

from collectif_cli.model.imported import Imported, Paper
from collectif_cli.model.message import message, messages
from collectif_cli.model.source import Located, Span
from collectif_cli.store.importers.handed import lines_of
from collectif_cli.store.importers.importer import Handed, Notes, are_countable, has_suffix

title = message("a tally sheet of Debian")
_OPTION = re.compile(r"[\s/|]*Option\s+(\d{1,3})\s*-*>:\s*(.*\S)\s*")
_VOTE = re.compile(r"V:\s+([^\s]+)(?:\s+(\S+))?\s*")
_RANKS = re.compile("[-1-9]+")


def knows(files: Sequence[Handed]) -> bool:
    """Tell by the suffix, or by the name that the secretary gives."""
    return has_suffix(files, ".debian_votes", "_tally.txt", "tally.txt")


def read(files: Sequence[Handed], notes: Notes) -> Imported | None:
    """Give the ballots, each with its receipt."""
    lines = lines_of(files[0], notes)
    if lines is None:
        return None
    top = Span(files[0].path)
    columns: list[Located[str]] = []
    papers: list[Paper] = []
    for at, line in enumerate(lines, start=1):
        span = Span(files[0].path, at, 1, len(line))
        if notes.enough:
            break
        if line.startswith("V:"):
            _vote(line, span, columns, papers, notes)
        elif option := _OPTION.fullmatch(line):
            _option(option[1], option[2], span, columns, notes)
        elif papers and line.strip():
            notes.remark(span, message("this line was left aside: “{line}”", line=line.strip()))
    if not columns and not notes.faults:
        hint = message("the options are told above the votes: “{line}”", line="Option 1---->: …")
        notes.fault(top, message("this sheet names no option"), hint)
    if not are_countable(papers, top, notes):
        return None
    return Imported(span=top, form="ranks", columns=tuple(columns), papers=tuple(papers))


def _option(number: str, name: str, span: Span, columns: list[Located[str]], notes: Notes) -> None:
    if int(number) != len(columns) + 1:
        said = message("option {number} does not follow option {last}", number=int(number), last=len(columns))
        notes.fault(span, said, message("the options are numbered from 1, without a gap"))
    columns.append(Located(" ".join(name.split()), span))


def _vote(line: str, span: Span, columns: Sequence[Located[str]], papers: list[Paper], notes: Notes) -> None:
    vote = _VOTE.fullmatch(line)
    if vote is None or not _RANKS.fullmatch(vote[1]):
        hint = message("a vote is “{sign}”, a rank or “-” for each option, the receipt", sign="V:")
        notes.fault(span, message("this vote cannot be read"), hint)
    elif len(vote[1]) != len(columns):
        said = messages(
            "this vote ranks {n} option, of {size}",
            "this vote ranks {n} options, of {size}",
            len(vote[1]),
            size=len(columns),
        )
        notes.fault(span, said)
    else:
        cells = tuple("" if rank == "-" else rank for rank in vote[1])
        papers.append(Paper(cells, span, vote[2] or ""))
