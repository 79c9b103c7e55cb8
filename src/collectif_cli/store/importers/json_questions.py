"""What the JSON of platforms that count without opening ballots shares: questions, and a number an answer.

Helios wrote it first, and Belenios descends from it.
"""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from collectif_cli.model.imported import Tallied
from collectif_cli.model.message import message
from collectif_cli.model.source import Located, Span
from collectif_cli.store.importers.importer import MOST_OPTIONS, Handed, Notes
from collectif_cli.store.raw_text import same

_MOST_VOTES = 10**12 - 1  # what counts.yaml takes


class Pair(NamedTuple):
    """The JSON of an election and of its result; ``result`` is None when there is none yet."""

    election: Any
    result: Any = None


def read_json(raw: bytes, span: Span, notes: Notes) -> Any:
    """Give what a JSON text says; None, with a fault, when it cannot be read."""
    try:
        return json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        notes.fault(Span(span.path, line), message("this is not valid JSON"), message("fetch the file again"))
        return None


def pair_of(files: Sequence[Handed], results: Sequence[Any], read_files: Sequence[Any], notes: Notes) -> Pair:
    """Give the election, whichever file holds it, and the first of its ``results``; note what is missing."""
    election = next((one for one in read_files if isinstance(one, dict) and "questions" in one), None)
    span = Span(files[0].path)
    if election is None:
        hint = message("name both files: collectif vote import election.json result.json --vote ID")
        notes.fault(span, message("the description of the election is missing"), hint)
    elif not results:
        hint = message("name result.json too, once it is published")
        notes.fault(span, message("this election is not finished: there is no result"), hint)
    return Pair(election, results[0] if results else None)


def list_at(value: Any, key: str) -> list[Any] | None:
    """Give the list under a key; None when there is none."""
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, list) else None


def text_of(value: str) -> str:
    """Give a text of the platform on one line, as our files have it."""
    return same(" ".join(value.encode("utf-8", "replace").decode().split()))


def name_of(election: Any) -> str:
    """Give the name of an election; nothing when it has none."""
    name = election.get("name")
    return text_of(name) if isinstance(name, str) else ""


def asked(question: Any, span: Span) -> tuple[Located[str], tuple[Located[str], ...]] | None:
    """Give the title and the answers of a question; None when it has another shape."""
    answers = list_at(question, "answers")
    if (
        answers is None
        or not 0 < len(answers) <= MOST_OPTIONS
        or not all(isinstance(one, str) for one in answers)
    ):
        return None
    named = question.get("question")
    if not isinstance(named, str):
        return None
    return Located(text_of(named), span), tuple(Located(text_of(one), span) for one in answers)


def whole(value: Any) -> int | None:
    """Give a number written as a number or as a string."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    shown = str(value) if isinstance(value, str) or 0 <= value <= _MOST_VOTES else ""
    if not (shown.isascii() and shown.isdecimal() and len(shown) <= 40):
        return None
    return int(shown) if int(shown) <= _MOST_VOTES else None


def questions_of(election: Any, results: Sequence[Any] | None, span: Span, notes: Notes) -> list[Any] | None:
    """Give the questions; None, with a fault, unless there is a result for each."""
    found = list_at(election, "questions")
    if not found or results is None or len(found) != len(results):
        notes.fault(span, message("the result does not answer the questions of the election"))
        return None
    return found


def tallies_of(
    questions: Sequence[Any], results: Sequence[Any], span: Span, notes: Notes, *, blank: str = ""
) -> tuple[Tallied, ...]:
    """Give the count of each question; a fault for each that cannot be read.

    ``blank`` is the key that tells that the first number is that of the blanks.
    """
    found: list[Tallied] = []
    for at, (question, result) in enumerate(zip(questions, results, strict=True), start=1):
        one = _tallied(question, result, span, blank)
        if one is not None:
            found.append(one)
        elif not notes.enough:
            said = message(
                "question {n} of this election, or its result, is of a kind that is not read", n=at
            )
            hint = message("counts of answers are read, and ballots that rank or grade, one question a vote")
            notes.fault(span, said, hint)
    return tuple(found)


def _tallied(question: Any, result: Any, span: Span, blank: str) -> Tallied | None:
    found = asked(question, span)
    if found is None or not isinstance(result, list):
        return None
    apart = bool(blank) and question.get(blank) is True
    counts = tuple(number for number in map(whole, result) if number is not None)
    if not len(counts) == len(result) == len(found[1]) + apart:
        return None
    single = whole(question.get("max")) == 1 and whole(question.get("min")) == 1
    return Tallied(found[0], found[1], counts[apart:], counts[0] if apart else None, single)
