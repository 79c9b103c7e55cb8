"""``.cvotes``: the Condorcet Election Format, version 1.

Source: github.com/CondorcetVote/CondorcetElectionFormat. Parameters come first (``#/Candidates: A ; B``),
then a line a vote: ``tag, tag || A > B = C ^weight * how many``. What the format says to ignore is ignored,
and told: candidates that the parameter does not name, and weights unless they are allowed. A weight that is
allowed and is not 1 is a fault: here one ballot is one voice. A tag alone on a vote of one ballot is taken
for its number.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from collectif_cli.model.imported import Imported, Paper
from collectif_cli.model.message import message
from collectif_cli.model.source import Located, Span
from collectif_cli.store.importers.handed import lines_of
from collectif_cli.store.importers.importer import (
    MOST_BALLOTS,
    MOST_OPTIONS,
    Handed,
    Notes,
    are_countable,
    has_suffix,
    number,
    ranked,
)

title = message("a file in the Condorcet Election Format")
_PARAMETER = re.compile(r"#/\s*([^:]+?)\s*:\s*(.*?)\s*")
_VOTE = re.compile(
    r"(?:(?P<tags>.*)\|\|)?(?P<ranking>[^\^*|]*)(?:\^(?P<weight>[^*^|]*))?(?:\*(?P<times>[^*^|]*))?"
)
_EMPTY = ("/EMPTY/", "/EMPTY_RANKING/")


class _Line(NamedTuple):
    """A vote before its candidates are known: the names of each rank, and how many such ballots."""

    tiers: tuple[tuple[str, ...], ...]
    span: Span
    ballot: str
    times: int


class _Parameters(NamedTuple):
    candidates: tuple[Located[str], ...] = ()
    seats: Located[int] | None = None
    weights: bool = False
    implicit: bool = True


def knows(files: Sequence[Handed]) -> bool:
    """Tell by the suffix."""
    return has_suffix(files, ".cvotes")


def read(files: Sequence[Handed], notes: Notes) -> Imported | None:
    """Give the ballots; the candidates are those of the parameter, or all that the votes name."""
    lines = lines_of(files[0], notes)
    if lines is None:
        return None
    path, top = files[0].path, Span(files[0].path)
    said = _parameters(lines, path, notes)
    votes = []
    for at, line in enumerate(lines, start=1):
        bare = line.partition("#")[0].strip()
        if bare and not notes.enough:
            found = _vote(bare, Span(path, at, 1, len(line)), said, notes)
            votes += [found] if found else []
    columns = said.candidates or _named(votes)
    if len(columns) > MOST_OPTIONS:
        notes.fault(top, message("there are more than {most} options in this file", most=MOST_OPTIONS))
        return None
    papers = _papers(votes, columns, notes)
    if not are_countable(papers, top, notes):
        return None
    if not said.implicit:
        said_of = message("in this file an option that a ballot leaves out is compared with no other")
        notes.remark(top, said_of, message("that is “unranked: ignored” in the rule of the vote"))
    return Imported(span=top, form="ranks", columns=columns, papers=papers, seats=said.seats)


def _parameters(lines: Sequence[str], path: str, notes: Notes) -> _Parameters:
    said = _Parameters()
    for at, line in enumerate(lines, start=1):
        found = _PARAMETER.fullmatch(line.rstrip())
        if found is None:
            continue
        span = Span(path, at, 1, len(line))
        name, value = " ".join(found[1].casefold().split()), found[2]
        if name == "candidates":
            named = (" ".join(one.split()) for one in value.split(";"))
            said = said._replace(candidates=tuple(Located(one, span) for one in named if one))
        elif name in ("number of seats", "number of seat") and number(value) is not None:
            said = said._replace(seats=Located(int(value), span))
        elif name == "weight allowed":
            said = said._replace(weights=value.casefold() == "true")
        elif name == "implicit ranking":
            said = said._replace(implicit=value.casefold() != "false")
        else:
            notes.remark(span, message("this line was left aside: “{line}”", line=line.strip()))
    return said


def _vote(line: str, span: Span, said: _Parameters, notes: Notes) -> _Line | None:
    """Give the vote of a line; None, with a fault, when there is none to read."""
    found = _VOTE.fullmatch(line)
    if found is None or "<" in found["ranking"]:
        hint = message("a vote is “A > B = C”, then “* 3” when three ballots say so")
        notes.fault(span, message("this vote cannot be read"), hint)
        return None
    times = _given(found["times"])
    weight = _given(found["weight"])
    if times is None or weight is None:
        notes.fault(span, message("what follows “^” or “*” is not a whole number"))
        return None
    if weight != 1 and said.weights:
        hint = message("here a ballot counts for one voice: write proxies in the electorate of the vote")
        notes.fault(span, message("this vote has the weight {weight}", weight=weight), hint)
    elif weight != 1:
        notes.remark(span, message("the weight {weight} was left aside, as the file says", weight=weight))
    tiers = _tiers(found["ranking"].strip(), span, notes)
    tags = [one.strip() for one in (found["tags"] or "").split(",") if one.strip()]
    ballot = " ".join(tags[0].split()) if len(tags) == 1 and times == 1 else ""
    return None if tiers is None else _Line(tiers, span, ballot, times)


def _given(word: str | None) -> int | None:
    return 1 if word is None else number(word.strip(), MOST_BALLOTS)


def _tiers(ranking: str, span: Span, notes: Notes) -> tuple[tuple[str, ...], ...] | None:
    if ranking.upper() in _EMPTY:
        return ()
    tiers = tuple(tuple(" ".join(name.split()) for name in tier.split("=")) for tier in ranking.split(">"))
    names = [name for tier in tiers for name in tier]
    if "" in names:
        hint = message("a blank ballot is written /EMPTY/")
        notes.fault(span, message("a rank of this vote is empty"), hint)
        return None
    twice = (
        next((name for name in names if names.count(name) > 1), None)
        if len(names) <= MOST_OPTIONS
        else names[0]
    )
    if twice is not None:
        notes.fault(span, message("“{name}” has several ranks in this vote", name=twice))
        return None
    return tiers


def _named(votes: Sequence[_Line]) -> tuple[Located[str], ...]:
    """Give every name of the votes, at its first place."""
    found: dict[str, Span] = {}
    for vote in votes:
        for tier in vote.tiers:
            for name in tier:
                found.setdefault(name, vote.span)
    return tuple(Located(name, span) for name, span in found.items())


def _papers(votes: Sequence[_Line], columns: Sequence[Located[str]], notes: Notes) -> tuple[Paper, ...]:
    places = {column.value: place for place, column in enumerate(columns)}
    papers = []
    for vote in votes:
        for name in (name for tier in vote.tiers for name in tier if name not in places):
            said = message("“{name}” is not among the candidates, and was left aside", name=name)
            notes.remark(vote.span, said)
        known = ([places[name] for name in tier if name in places] for tier in vote.tiers)
        if vote.times:
            cells = ranked((tier for tier in known if tier), len(columns))
            papers.append(Paper(cells, vote.span, vote.ballot, vote.times))
    return tuple(papers)
