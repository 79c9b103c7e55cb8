"""The costs for a terminal and for programs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from collectif_cli.consolidation.budget import Budget, Opinion, Sum
from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.proposal import OPINIONS
from collectif_cli.render.documents.facts import OPINIONS as OPINION_WORDS
from collectif_cli.render.documents.levels import level_name
from collectif_cli.render.documents.money import amount
from collectif_cli.render.for_programs import for_programs
from collectif_cli.render.language import Language
from collectif_cli.render.table import Cell, table
from collectif_cli.render.terminal import Screen, columns, wrapped

_WIDEST = 100
_NARROW = 76
MEASURES: dict[tuple[str, str], Message] = {
    ("operating", "year"): message("running, a year"),
    ("operating", "once"): message("running, once"),
    ("operating", "term"): message("running, over the term"),
    ("operating", ""): message("running, how often is not said"),
    ("investment", "year"): message("investment, a year"),
    ("investment", "once"): message("investment, once"),
    ("investment", "term"): message("investment, over the term"),
    ("investment", ""): message("investment, how often is not said"),
    ("income", "year"): message("income, a year"),
    ("income", "once"): message("income, once"),
    ("income", "term"): message("income, over the term"),
    ("income", ""): message("income, how often is not said"),
}


def budget_text(budget: Budget, language: Language, screen: Screen) -> str:
    """Give the totals, then by theme, by who pays; then what is missing and what reviewers said."""
    width = min(screen.width, _WIDEST)
    lines = wrapped(language.say(heading(budget)), width)
    narrow = screen._replace(width=width)
    for title, rows in parts(budget, language):
        lines += ["", screen.paint(language.say(title), "bold")]
        for name, sums in rows:
            lines += [*wrapped(name, width, "  ", "    "), *_sums_lines(sums, bool(name), language, narrow)]
    lines += _list(message("without an estimate"), missing_lines(budget), width, language, screen)
    lines += _list(message("counted twice?"), doubled_lines(budget), width, language, screen)
    lines += _list(message("opinions"), opinion_lines(budget), width, language, screen)
    return "\n".join(lines) + "\n"


def heading(budget: Budget) -> Message:
    """Give how many texts have an estimate."""
    return messages(
        "{n} text of {texts} has an estimate",
        "{n} texts of {texts} have an estimate",
        budget.priced,
        texts=budget.texts,
    )


def payer(levels: Sequence[str], budget: Budget, language: Language) -> str:
    """Give who pays, by the names people give to levels."""
    names = [level_name(level, budget.collective) for level in levels]
    said = [name if isinstance(name, str) else language.say(name) for name in names]
    return language.list(said) if said else language.say(message("nobody says who"))


def parts(budget: Budget, language: Language) -> Iterator[tuple[Message, list[tuple[str, tuple[Sum, ...]]]]]:
    """Yield the parts that have something to say: a title, then names with their sums."""
    found = (
        (message("what our levels would pay, if everything were adopted"), [("", budget.ours)]),
        (message("left to others"), [("", budget.others)]),
        (message("by theme"), [(one.title, one.sums) for one in budget.themes if one.placed]),
        (
            message("by group, outside the outline"),
            [(one.title, one.sums) for one in budget.themes if not one.placed],
        ),
        (message("by who pays"), [(payer(one.levels, budget, language), one.sums) for one in budget.payers]),
    )
    for title, rows in found:
        told = [(name, sums) for name, sums in rows if sums]
        if told:
            yield title, told


def _sums_lines(sums: Sequence[Sum], under: bool, language: Language, screen: Screen) -> list[str]:
    """Give a line for each sum; the amounts stand under each other from one table to the next."""
    if screen.width < _NARROW:
        lead = "    " if under else "  "
        return [
            line
            for one in sums
            for line in wrapped(language.say(sum_said(one, language)), screen.width, lead, "      ")
        ]
    room = max(columns(language.say(one)) for one in MEASURES.values())
    rows = [
        [
            Cell(("    " if under else "  ") + _wide(language.say(MEASURES[one.kind, one.per]), room)),
            Cell(_wide(language.say(amount(one.amount, language)), 20)),
            Cell(language.say(messages("{n} text", "{n} texts", one.texts))),
        ]
        for one in sums
    ]
    return [table(("", "", ""), rows, screen)]


def sum_said(one: Sum, language: Language) -> Message:
    """Give a sum in a sentence."""
    return messages(
        "{what}: {amount} ({n} text)",
        "{what}: {amount} ({n} texts)",
        one.texts,
        what=MEASURES[one.kind, one.per],
        amount=amount(one.amount, language),
    )


def _wide(text: str, room: int) -> str:
    return text + " " * (room - columns(text))


def missing_lines(budget: Budget) -> Iterator[Message]:
    """Yield the texts without an estimate."""
    for one in budget.missing:
        yield message("{id}: {title}", id=one.id, title=one.name)


def doubled_lines(budget: Budget) -> Iterator[Message]:
    """Yield the figures that may be counted twice."""
    for one, other in budget.doubled:
        yield message(
            "“{other}” has a figure of its own, and “{one}” says that its figure covers it",
            other=other.id,
            one=one.id,
        )


def opinion_lines(budget: Budget) -> Iterator[Message]:
    """Yield how many opinions of each sort each reviewer gave, then each one that is not favourable."""
    for by, opinions in by_reviewer(budget).items():
        counts = Counter(one.review.opinion.value for one in opinions)
        said = tuple(
            message("{opinion} {n}", opinion=OPINION_WORDS[word], n=counts[word])
            for word in OPINIONS
            if counts[word]
        )
        yield message("{by}: {opinions}", by=by or message("a resource person"), opinions=said)
    if budget.unseen:
        yield messages(
            "{n} text with an estimate was shown to nobody",
            "{n} texts with an estimate were shown to nobody",
            budget.unseen,
        )
    for one in budget.opinions:
        if one.review.opinion.value != "favourable":
            yield _said(one)


def by_reviewer(budget: Budget) -> dict[str, list[Opinion]]:
    """Give the opinions of each reviewer."""
    found: dict[str, list[Opinion]] = {}
    for one in budget.opinions:
        found.setdefault(one.by, []).append(one)
    return found


def _said(one: Opinion) -> Message:
    opinion = OPINION_WORDS[one.review.opinion.value]
    if one.review.note is None:
        return message("{id}: {opinion}", id=one.proposal.id, opinion=opinion)
    return message("{id}: {opinion}. {note}", id=one.proposal.id, opinion=opinion, note=one.review.note.value)


def _list(
    title: Message, said: Iterable[Message], width: int, language: Language, screen: Screen
) -> list[str]:
    lines = [line for one in said for line in wrapped(language.say(one), width, "  ", "    ")]
    return ["", screen.paint(language.say(title), "bold"), *lines] if lines else []


def budget_json(budget: Budget) -> str:
    """Give the same for programs; amounts in euros, exact, as text."""
    return for_programs(
        {
            "version": 1,
            "texts": budget.texts,
            "with_estimate": budget.priced,
            "ours": _sums(budget.ours),
            "others": _sums(budget.others),
            "themes": [
                {
                    "title": one.title,
                    "in_outline": one.placed,
                    "sums": _sums(one.sums),
                    "without_estimate": one.missing,
                }
                for one in budget.themes
            ],
            "payers": [{"levels": list(one.levels), "sums": _sums(one.sums)} for one in budget.payers],
            "without_estimate": [one.id for one in budget.missing],
            "counted_twice": [[one.id, other.id] for one, other in budget.doubled],
            "opinions": [
                {
                    "by": one.by or None,
                    "proposal": one.proposal.id,
                    "opinion": one.review.opinion.value,
                    "date": one.review.date.value.isoformat(),
                }
                for one in budget.opinions
            ],
        }
    )


def _sums(sums: Sequence[Sum]) -> list[dict[str, Any]]:
    return [
        {
            "kind": one.kind,
            "per": one.per or None,
            "low": _euros(one.amount.low),
            "high": _euros(one.amount.high),
            "texts": one.texts,
        }
        for one in sums
    ]


def _euros(of: Decimal) -> str:
    """Give a number of euros without useless zeros."""
    whole, dot, rest = f"{of:f}".partition(".")
    rest = rest.rstrip("0")
    return f"{whole}{dot}{rest}" if rest else whole
