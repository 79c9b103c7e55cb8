"""Results of Belenios: an archive ``.bel``, or its ``election.json`` and ``result.json``.

Source: belenios.org, "Specification of the protocol", version 2, sections "Election questions" and
"Election result". A homomorphic question gives only the count of each answer, blank first where there is a
place for it; integers are strings. A question by mixnet gives the ballots themselves: for majority judgment
the place of a grade from 1, the best; for the others a rank from 1; 0 is an answer left alone.
"""

from collections.abc import Sequence
from typing import Any

from collectif_cli.model.imported import Imported, Paper, Tallied
from collectif_cli.model.message import message
from collectif_cli.model.source import Located, Span
from collectif_cli.store.importers.belenios_archive import Pair, open_archive, read_json
from collectif_cli.store.importers.importer import MOST_OPTIONS, Handed, Notes, are_countable
from collectif_cli.store.raw_text import same

title = message("a result of Belenios")
MOST_VOTES = 10**12 - 1  # what counts.yaml takes
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
    questions = _list(pair.election, "questions")
    results = _list(pair.result, "result")
    if questions is None or results is None or len(questions) != len(results) or not questions:
        notes.fault(span, message("the result does not answer the questions of the election"))
        return None
    name = pair.election.get("name")
    named = _text(name) if isinstance(name, str) else ""
    if all(_is_mixed(one) for one in questions):
        return _ballots(named, questions, results, span, notes)
    tallies = tuple(
        _tallied(at, one, result, span, notes)
        for at, (one, result) in enumerate(zip(questions, results, strict=True), start=1)
    )
    if notes.faults:
        return None
    said = message("Belenios proves that every ballot is well made; these proofs were not verified here")
    notes.remark(span, said, message("“{command}” does it", command="belenios-tool election verify"))
    return Imported(
        span=span, form="counts", title=named, tallies=tuple(one for one in tallies if one is not None)
    )


def _pair(files: Sequence[Handed], notes: Notes) -> Pair | None:
    """Give the election and the result of JSON files, whichever comes first."""
    read_files = [read_json(file.raw, Span(file.path), notes) for file in files]
    if notes.faults:
        return None
    election = next((one for one in read_files if isinstance(one, dict) and "questions" in one), None)
    result = next((one for one in read_files if isinstance(one, dict) and "result" in one), None)
    span = Span(files[0].path)
    if election is None:
        hint = message("name both files: collectif vote import election.json result.json --vote ID")
        notes.fault(span, message("the description of the election is missing"), hint)
    elif result is None:
        hint = message("name result.json too, once it is published")
        notes.fault(span, message("this election is not finished: there is no result"), hint)
    return None if notes.faults else Pair(election, result)


def _list(value: Any, key: str) -> list[Any] | None:
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, list) else None


def _text(value: str) -> str:
    return same(" ".join(value.encode("utf-8", "replace").decode().split()))


def _is_mixed(question: Any) -> bool:
    return isinstance(question, dict) and question.get("type") == "NonHomomorphic"


def _asked(question: Any, span: Span) -> tuple[Located[str], tuple[Located[str], ...]] | None:
    """Give the title and the answers of a question; None when it has another shape."""
    answers = _list(question, "answers")
    if (
        answers is None
        or not 0 < len(answers) <= MOST_OPTIONS
        or not all(isinstance(one, str) for one in answers)
    ):
        return None
    named = question.get("question")
    if not isinstance(named, str):
        return None
    return Located(_text(named), span), tuple(Located(_text(one), span) for one in answers)


def _whole(value: Any) -> int | None:
    """Give a number written as a number or, since version 2, as a string."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    shown = str(value) if isinstance(value, str) or 0 <= value <= MOST_VOTES else ""
    if not (shown.isascii() and shown.isdecimal() and len(shown) <= 40):
        return None
    return int(shown) if int(shown) <= MOST_VOTES else None


def _tallied(at: int, question: Any, result: Any, span: Span, notes: Notes) -> Tallied | None:
    asked = _asked(question, span)
    numbers = [_whole(one) for one in result] if isinstance(result, list) else []
    blank = isinstance(question, dict) and question.get("blank") is True
    if asked is None or len(numbers) != len(asked[1]) + blank or None in numbers:
        said = message("question {n} of this election, or its result, is of a kind that is not read", n=at)
        hint = message("counts of answers are read, and ballots that rank or grade, one question a vote")
        notes.fault(span, said, hint)
        return None
    counts = tuple(number for number in numbers if number is not None)
    single = _whole(question.get("max")) == 1 and _whole(question.get("min")) == 1
    return Tallied(asked[0], asked[1], counts[blank:], counts[0] if blank else None, single)


def _ballots(
    named: str, questions: Sequence[Any], results: Sequence[Any], span: Span, notes: Notes
) -> Imported | None:
    """Give the ballots of the one question; nothing ties the ballots of several together."""
    value, extra = questions[0].get("value"), questions[0].get("extra")
    asked = _asked(value, span) if len(questions) == 1 else None
    if asked is None or not isinstance(results[0], list):
        hint = message("counts of answers are read, and ballots that rank or grade, one question a vote")
        notes.fault(span, message("the questions of this election are of a kind that is not read"), hint)
        return None
    columns = asked[1]
    words = _words(extra)
    papers: list[Paper] = []
    for at, ballot in enumerate(results[0], start=1):
        marks = [_whole(one) for one in ballot] if isinstance(ballot, list) else []
        if len(marks) != len(columns) or any(one is None or one >= len(words) for one in marks):
            if not notes.enough:
                notes.fault(span, message("ballot {n} of this result cannot be read", n=at))
        else:
            papers.append(Paper(tuple(words[one] for one in marks if one is not None), span))
    if not are_countable(papers, span, notes):
        return None
    form = "grades" if _is_graded(extra) else "ranks"
    return Imported(
        span=span, form=form, title=asked[0].value or named, columns=columns, papers=tuple(papers)
    )


def _is_graded(extra: Any) -> bool:
    return isinstance(extra, dict) and _GRADED in (extra.get("type"), extra.get("method"))


def _words(extra: Any) -> list[str]:
    """Give what each number of a ballot is: nothing for 0, then the grades, the best first, or the ranks."""
    grades = _list(extra, "grades") if _is_graded(extra) else None
    if grades is not None and all(isinstance(one, str) and one.isprintable() for one in grades):
        return ["", *(_text(one) for one in grades)]
    return ["", *(str(rank) for rank in range(1, MOST_OPTIONS + 1))]
