"""How a paper ballot is typed, one line a paper, and what that line means.

============ ======================================= ==========================================
form         methods                                 a line for a question
============ ======================================= ==========================================
``choice``   one column a question                   the key of the option: ``f``, or its number
``marks``    approval                                the numbers of the options marked: ``13``
``names``    nomination                              the numbers of those named, ``*`` for one not listed
``grades``   majority judgment                       the number of the grade of each: ``465``
``points``   dots, score                             the points of each: ``3 0 2``
``ranks``    the ranked ones                         the options from the first on: ``213``, ``2>1=3``
``cells``    any other                               the cells, with ``;`` between them
============ ======================================= ==========================================

``.`` is what is left empty, and alone a blank paper; ``x`` is a mark that cannot count. Several questions
follow one another with ``|`` between them, without it where a paper has one choice each. Signs stand side
by side where each is one character; from ten options (or points) on, a space or a comma parts them. ``:``
and the cells with ``;`` between them is the paper as it is, whatever is on it.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.vote import DecisionRule, Question
from collectif_cli.voting.cells import UNREADABLE
from collectif_cli.voting.method import Method
from collectif_cli.voting.names_written import UNLISTED

FORMS: Mapping[str, str] = {
    "majority": "choice",
    "plurality": "choice",
    "consent": "choice",
    "approval": "marks",
    "nomination": "names",
    "dots": "points",
    "score": "points",
    "majority-judgment": "grades",
    **dict.fromkeys(("borda", "condorcet", "schulze", "ranked-pairs", "irv", "stv"), "ranks"),
}
EMPTY, SPOILT, RAW, NEXT = ".", "x", ":", "|"
# The answers that a method offers by itself, where the question lists no options.
OWN_ANSWERS: Mapping[str, tuple[str, ...]] = {
    "majority": ("for", "against", "abstain"),
    "consent": ("consent", "concern", "objection"),
}
_BETWEEN = re.compile(r"[\s,;]+")


class NotTyped(Exception):
    """A line that means nothing; ``said`` tells why."""

    def __init__(self, said: Message) -> None:
        """Keep the sentence."""
        super().__init__(said.text)
        self.said = said


class Key(NamedTuple):
    """An option of a question, its number from 1, and the letter that also names it, if one can."""

    option: str
    title: str
    number: int
    letter: str


def keys_of(question: Question, method: str, titles: Mapping[str, str]) -> tuple[Key, ...]:
    """Give the keys of a question; ``titles`` are those of the words that a method gives itself.

    The letter is the first one of the title, where no other title begins with it.
    """
    ids = [option.id.value for option in question.options] or list(OWN_ANSWERS.get(method, ()))
    own = {option.id.value: option.title.value for option in question.options}
    named = [(id, own.get(id) or titles.get(id, id)) for id in ids]
    firsts = [title[:1].casefold() for _, title in named]
    return tuple(
        Key(id, title, place + 1, first if firsts.count(first) == 1 and _is_free(first) else "")
        for place, ((id, title), first) in enumerate(zip(named, firsts, strict=True))
    )


def _is_free(letter: str) -> bool:
    return letter.isalpha() and letter != SPOILT


class Typing:
    """What the lines of one vote mean."""

    def __init__(
        self,
        questions: Sequence[Question],
        rule: DecisionRule,
        method: Method,
        titles: Mapping[str, str],
    ) -> None:
        """Take what is asked, and how it is counted."""
        self.rule = rule
        self.form = FORMS.get(rule.method.value, "cells")
        self.questions = tuple(questions)
        self.columns = tuple(method.columns(one, rule) for one in questions)
        self.keys = tuple(keys_of(one, rule.method.value, titles) for one in questions)
        if any(
            len(columns) != self._width(keys) for columns, keys in zip(self.columns, self.keys, strict=True)
        ):
            self.form = "cells"

    def _width(self, keys: Sequence[Key]) -> int:
        if self.form == "names":
            return len(keys) + 1
        return 1 if self.form == "choice" else len(keys)

    def cells(self, line: str) -> tuple[str, ...]:
        """Give the cells of a ballot, for all columns in order; raise NotTyped for a line that means
        nothing."""
        line = line.strip()
        total = sum(map(len, self.columns))
        if line == EMPTY:
            return ("",) * total
        if line == SPOILT:
            return (UNREADABLE,) * total
        if line.startswith(RAW) or self.form == "cells":
            return _counted([cell.strip() for cell in line.removeprefix(RAW).split(";")], total)
        parts = self._parts(line)
        if len(parts) != len(self.questions):
            raise NotTyped(
                message(
                    "typed: {answers}, for {questions}; {sign} stands between two answers",
                    answers=messages("{n} answer", "{n} answers", len(parts)),
                    questions=messages("{n} question", "{n} questions", len(self.questions)),
                    sign=NEXT,
                )
            )
        return tuple(
            cell for part, keys in zip(parts, self.keys, strict=True) for cell in self._answer(part, keys)
        )

    def _parts(self, line: str) -> list[str]:
        """Cut a line into the answers to each question."""
        if NEXT in line or len(self.questions) == 1:
            return [part.strip() for part in line.split(NEXT)]
        if self.form == "choice":
            words = [word for word in _BETWEEN.split(line) if word]
            return words if len(words) > 1 else list(line)
        return [line]

    def _answer(self, part: str, keys: Sequence[Key]) -> tuple[str, ...]:
        if part in ("", EMPTY):
            return ("",) * self._width(keys)
        if part == SPOILT:
            return (UNREADABLE,) * self._width(keys)
        if self.form == "choice":
            return (" ".join(_option(sign, keys) for sign in part.split("+")),)
        if self.form == "ranks":
            return _ranks(part, keys)
        signs = _signs(part, wide=self._is_wide(keys))
        if self.form == "names":
            return _names(signs, keys)
        if self.form == "marks":
            marked = {_option(sign, keys) for sign in signs}
            return tuple("1" if key.option in marked else "" for key in keys)
        values = tuple("" if sign == EMPTY else sign for sign in _counted(signs, len(keys)))
        return tuple(map(self._grade, values)) if self.form == "grades" else values

    def _is_wide(self, keys: Sequence[Key]) -> bool:
        """Tell whether a sign of the answer may take more than one character."""
        if self.form == "grades":
            return len(self.rule.grades) > 9
        if self.form == "points":
            return self.rule.points is None or self.rule.points.value > 9
        return len(keys) > 9

    def _grade(self, sign: str) -> str:
        """Give the grade of a number, 1 being the worst, as the rule writes it."""
        if not sign:
            return ""
        names = [grade.value for grade in self.rule.grades]
        if sign.isdecimal() and 1 <= int(sign) <= len(names):
            return names[int(sign) - 1]
        raise NotTyped(
            message("there is no grade {number}: they go from 1 to {most}", number=sign, most=len(names))
        )


def _signs(part: str, *, wide: bool) -> list[str]:
    words = [word for word in _BETWEEN.split(part) if word]
    return words if wide or len(words) > 1 else list("".join(words))


def _option(sign: str, keys: Sequence[Key]) -> str:
    for key in keys:
        if sign.casefold() in (key.letter or None, str(key.number), key.option):
            return key.option
    raise NotTyped(message("“{sign}” is the key of no option", sign=sign))


def _names(signs: Sequence[str], keys: Sequence[Key]) -> tuple[str, ...]:
    """Give how often each option is named, then how many names are not listed; nothing for never."""
    named = Counter(UNLISTED if sign == UNLISTED else _option(sign, keys) for sign in signs)
    return tuple(str(named[one] or "") for one in (*(key.option for key in keys), UNLISTED))


def _ranks(part: str, keys: Sequence[Key]) -> tuple[str, ...]:
    """Give the rank of each option from an order such as ``2>1=3``: those joined by ``=`` share a rank."""
    wide = len(keys) > 9
    ranks: dict[str, str] = {}
    groups = [group.strip() for group in part.replace(">", " ").replace(",", " ").split()]
    if not wide and len(groups) == 1:
        groups = re.findall(r".(?:=.)*", groups[0])
    for place, group in enumerate(groups, start=1):
        for sign in group.split("="):
            option = _option(sign, keys)
            if option in ranks:
                raise NotTyped(message("“{sign}” is typed twice", sign=sign))
            ranks[option] = str(place)
    return tuple(ranks.get(key.option, "") for key in keys)


def _counted(cells: Sequence[str], expected: int) -> tuple[str, ...]:
    if len(cells) != expected:
        raise NotTyped(
            messages(
                "{n} sign was typed, and it takes {expected}",
                "{n} signs were typed, and it takes {expected}",
                len(cells),
                expected=expected,
            )
        )
    return tuple(cells)
