"""Results of Belenios: an archive ``.bel``, or its ``election.json`` and ``result.json``.

Source: belenios.org, "Specification of the protocol", version 2, sections "Election questions" and
"Election result". A homomorphic question gives only the count of each answer, blank first where there is a
place for it; integers are strings. A question by mixnet gives the ballots themselves: for majority judgment
the place of a grade from 1, the best; for the others a rank from 1; 0 is an answer left alone.
"""

from collections.abc import Sequence
from typing import Any

from collectif_cli.model.imported import Imported, Paper
from collectif_cli.model.message import message
from collectif_cli.model.source import Span
from collectif_cli.store.importers.belenios_archive import open_archive
from collectif_cli.store.importers.importer import MOST_OPTIONS, Handed, Notes, are_countable
from collectif_cli.store.importers.json_questions import (
    Pair,
    asked,
    list_at,
    name_of,
    pair_of,
    questions_of,
    read_json,
    tallies_of,
    text_of,
    whole,
)

title = message("a result of Belenios")
_GRADED = "MajorityJudgment"


def knows(files: Sequence[Handed]) -> bool:
    """Tell by the suffixes: an archive alone, or JSON files."""
    names = [file.name for file in files]
    return (len(names) == 1 and names[0].endswith(".bel")) or (
        0 < len(names) <= 2 and all(name.endswith(".json") for name in names)
    )


def read(files: Sequence[Handed], notes: Notes) -> Imported | None:
    """Give the counts of the questions, or the ballots of a question by mixnet."""
    pair = open_archive(files[0], notes) if files[0].name.endswith(".bel") else _pair(files, notes)
    if pair is None or notes.faults:
        return None
    span = Span(files[0].path)
    results = list_at(pair.result, "result")
    questions = questions_of(pair.election, results, span, notes)
    if questions is None or results is None:
        return None
    named = name_of(pair.election)
    if all(_is_mixed(one) for one in questions):
        return _ballots(named, questions, results, span, notes)
    tallies = tallies_of(questions, results, span, notes, blank="blank")
    if notes.faults:
        return None
    said = message("Belenios proves that every ballot is well made; these proofs were not verified here")
    notes.remark(span, said, message("“{command}” does it", command="belenios-tool election verify"))
    return Imported(span=span, form="counts", title=named, tallies=tallies)


def _pair(files: Sequence[Handed], notes: Notes) -> Pair | None:
    """Give the election and the result of JSON files, whichever comes first."""
    read_files = [read_json(file.raw, Span(file.path), notes) for file in files]
    if notes.faults:
        return None
    results = [one for one in read_files if isinstance(one, dict) and "result" in one]
    return pair_of(files, results, read_files, notes)


def _is_mixed(question: Any) -> bool:
    return isinstance(question, dict) and question.get("type") == "NonHomomorphic"


def _ballots(
    named: str, questions: Sequence[Any], results: Sequence[Any], span: Span, notes: Notes
) -> Imported | None:
    """Give the ballots of the one question; nothing ties the ballots of several together."""
    value, extra = questions[0].get("value"), questions[0].get("extra")
    found = asked(value, span) if len(questions) == 1 else None
    if found is None or not isinstance(results[0], list):
        hint = message("counts of answers are read, and ballots that rank or grade, one question a vote")
        notes.fault(span, message("the questions of this election are of a kind that is not read"), hint)
        return None
    columns = found[1]
    words = _words(extra)
    papers: list[Paper] = []
    for at, ballot in enumerate(results[0], start=1):
        marks = [whole(one) for one in ballot] if isinstance(ballot, list) else []
        if len(marks) != len(columns) or any(one is None or one >= len(words) for one in marks):
            if not notes.enough:
                notes.fault(span, message("ballot {n} of this result cannot be read", n=at))
        else:
            papers.append(Paper(tuple(words[one] for one in marks if one is not None), span))
    if not are_countable(papers, span, notes):
        return None
    form = "grades" if _is_graded(extra) else "ranks"
    return Imported(
        span=span, form=form, title=found[0].value or named, columns=columns, papers=tuple(papers)
    )


def _is_graded(extra: Any) -> bool:
    return isinstance(extra, dict) and _GRADED in (extra.get("type"), extra.get("method"))


def _words(extra: Any) -> list[str]:
    """Give what each number of a ballot is: nothing for 0, then the grades, the best first, or the ranks."""
    grades = list_at(extra, "grades") if _is_graded(extra) else None
    if grades is not None and all(isinstance(one, str) and one.isprintable() for one in grades):
        return ["", *(text_of(one) for one in grades)]
    return ["", *(str(rank) for rank in range(1, MOST_OPTIONS + 1))]
