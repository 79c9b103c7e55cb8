"""Objections, as the rounds tell them: each one raised, looked at, and brought to an end.

An objection is *raised*; the circle finds that it is one (``qualify``) or that it is not (``dismiss``); it is
*merged* into another one, *lifted* by something (an amendment, a commitment, a day to look at it again) or
*maintained*. It stands until it is dismissed, merged or lifted (Sociocracy 3.0, "Consent Decision-Making",
"Test Arguments Qualify as Objections", "Resolve Objections").
"""

from collections.abc import Iterator
from typing import NamedTuple

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.nearest import nearest
from collectif_cli.model.vote import Move, Question, Round, Rounds

RAISED, QUALIFIED, DISMISSED = "raised", "qualified", "dismissed"
MERGED, LIFTED, MAINTAINED = "merged", "lifted", "maintained"
_ENDS = {"dismiss": DISMISSED, "merge": MERGED, "lift": LIFTED, "maintain": MAINTAINED}
_KINDS = frozenset({"objection", "qualify", *_ENDS})
_PLACED = _KINDS | {"decline"}  # moves that mean nothing unless it is known which question they are about


class Objection(NamedTuple):
    """An objection: its id, what became of it, by what (or into which other one), and its reason, if told."""

    id: str
    became: str = RAISED
    by: str = ""
    reason: str = ""

    @property
    def stands(self) -> bool:
        """Tell whether nothing took it away."""
        return self.became in {RAISED, QUALIFIED, MAINTAINED}


def objections_to(
    question: Question, rounds: Rounds | None, alone: bool
) -> tuple[tuple[Objection, ...], tuple[Finding, ...]]:
    """Give the objections to a question, in the order in which they were raised, and what makes no sense.

    ``alone`` tells that the vote asks nothing else, so that a round need not say which question it is about.
    """
    held: dict[str, Objection] = {}
    faults: list[Finding] = []
    for one in rounds.rounds if rounds is not None else ():
        for move in one.moves if is_about(one, question, alone) else ():
            if move.kind.value in _KINDS:
                faults += _moved(move, held)
    return tuple(held.values()), tuple(faults)


def is_about(one: Round, question: Question, alone: bool) -> bool:
    """Tell whether a round is about a question: the one that it names, or the only one there is."""
    return one.question.value == question.id.value if one.question is not None else alone


def unplaced(rounds: Rounds, questions: tuple[Question, ...]) -> Iterator[Finding]:
    """Yield the rounds about no question of the vote, or about one that they do not name among several."""
    known = [question.id.value for question in questions]
    for one in rounds.rounds:
        speaks = any(move.kind.value in _PLACED for move in one.moves)
        if one.question is None and speaks and len(known) > 1:
            said = message("the round “{round}” does not say which question it is about", round=one.id.value)
            yield Finding(
                one.id.span, said, message("add “question”, with one of: {words}", words=tuple(known))
            )
        elif one.question is not None and one.question.value not in known:
            near = nearest(one.question.value, known)
            hint = message("did you mean “{near}”?", near=near) if near else None
            said = message("the vote has no question “{id}”", id=one.question.value)
            yield Finding(one.question.span, said, hint)


def _moved(move: Move, held: dict[str, Objection]) -> Iterator[Finding]:
    """Yield what is wrong with a move; a move that makes sense is written into ``held``."""
    if move.objection is None:
        hint = message("add “objection”, with an id such as objection-1")
        yield Finding(move.kind.span, message("nothing says which objection this is about"), hint)
        return
    id, kind = move.objection.value, move.kind.value
    before = held.get(id)
    if kind == "objection":
        if before is not None:
            said = message("the objection “{id}” is raised twice", id=id)
            yield Finding(move.objection.span, said, message("give the second one another id"))
        else:
            held[id] = Objection(id, reason=move.reason.value if move.reason else "")
    elif before is None:
        near = nearest(id, held)
        said = message("the objection “{id}” was not raised before", id=id)
        yield Finding(
            move.objection.span, said, message("did you mean “{near}”?", near=near) if near else None
        )
    elif before.became not in {RAISED, QUALIFIED, MAINTAINED}:
        said = message("the objection “{id}” had come to an end already", id=id)
        yield Finding(move.objection.span, said, message("remove this move, or the one before"))
    else:
        yield from _ended(move, before, held)


def _ended(move: Move, before: Objection, held: dict[str, Objection]) -> Iterator[Finding]:
    """Yield what an end lacks; else write it."""
    kind, by = move.kind.value, ""
    if kind == "lift":
        if move.lifted_by is None:
            said = message("nothing says what lifted the objection “{id}”", id=before.id)
            yield Finding(
                move.kind.span, said, message("add “lifted_by”, such as an amendment, a commitment or a date")
            )
            return
        by = move.lifted_by.value
    if kind == "merge":
        into = held.get(move.outcome.value) if move.outcome else None
        if into is None or into.id == before.id or not into.stands:
            place = move.outcome.span if move.outcome else move.kind.span
            said = message("the objection “{id}” is merged into none that stands", id=before.id)
            yield Finding(place, said, message("write the id of another objection under “outcome”"))
            return
        by = into.id
    held[before.id] = before._replace(became=_ENDS.get(kind, QUALIFIED), by=by)
