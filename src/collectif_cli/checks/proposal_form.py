"""Family ``proposal``, its form: the title, the headings that the collective asks for, the length."""

import re
from collections.abc import Iterator

from collectif_cli.model.body import Section, without_comments
from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message, messages
from collectif_cli.model.nearest import nearest
from collectif_cli.model.proposal import Proposal
from collectif_cli.model.register import Register
from collectif_cli.model.source import Span
from collectif_cli.model.spelling import same_words

LONGEST_TITLE = 120
# What a proposal may hold beside the headings that the collective asks for.
BESIDE = (
    *("Variantes", "Variante", "Position minoritaire", "Positions minoritaires"),
    *("Variants", "Minority position", "Minority positions"),
)
_BESIDE = frozenset(same_words(title) for title in BESIDE)
_WORD = re.compile(r"\w")


def title_length(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A title has at most 120 characters."""
    length = len(proposal.title.value)
    if length > LONGEST_TITLE:
        sentence = message("this title has {length} characters", length=length)
        hint = message("say it in {most} characters at most; the details go in the text", most=LONGEST_TITLE)
        yield Finding(proposal.title.span, sentence, hint)


def title_twice(register: Register, _: Register) -> Iterator[Finding]:
    """Two live proposals do not have the same title, case, accents and spaces aside."""
    first: dict[str, str] = {}
    for id, card in sorted(register.proposals.items()):
        if card.title and not card.is_terminal:
            other = first.setdefault(card.title_key, id)
            if other != id:
                sentence = message("“{other}” already has this title", other=other)
                hint = message("say in each title what makes it different, or merge the two proposals")
                yield Finding(card.title_at, sentence, hint)


def section_missing(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A proposal has every section that the collective asks for."""
    titles = _titles(proposal)
    absent = [title for title in _required(register) if title not in titles]
    if absent:
        there = {same_words(title) for title in titles}
        for title in absent:
            if same_words(title) not in there:
                hint = message("add a line “## {title}”, then the text", title=title)
                yield Finding(
                    proposal.title.span, message("the section “{title}” is missing", title=title), hint
                )


def section_order(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """The sections follow one another in the order of ``collectif.yaml``."""
    required = _required(register)
    if tuple(_titles(proposal)[: len(required)]) == required:
        return
    rank = {same_words(title): number for number, title in enumerate(required)}
    before: tuple[int, str] = (-1, "")
    for section in _second(proposal):
        number = rank.get(same_words(section.title), -1)
        if 0 <= number < before[0]:
            sentence = message("“{title}” comes before “{other}”", title=section.title, other=before[1])
            yield Finding(_heading(proposal, section), sentence, message("move this section up"))
        before = max(before, (number, section.title))


def section_twice(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A section stands once in a proposal."""
    titles = _titles(proposal)
    if len(set(titles)) < len(titles):
        seen: set[str] = set()
        for section in _second(proposal):
            if section.title in seen:
                sentence = message("there is already a section “{title}”", title=section.title)
                yield Finding(_heading(proposal, section), sentence, message("put the two together"))
            seen.add(section.title)


def section_empty(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A section says something: a heading over nothing, or over a comment alone, is empty."""
    sections = proposal.body.sections
    for number, section in enumerate(sections, start=1):
        if section.level == 2 and not _WORD.search(without_comments(section.text)):
            if number < len(sections) and sections[number].level > 2:
                continue
            sentence = message("the section “{title}” is empty", title=section.title)
            hint = message("write at least one sentence; for examples, a place, a street or a building")
            yield Finding(_heading(proposal, section), sentence, hint)


def section_unknown(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A section is one of those that the collective asks for, or variants, or a minority position."""
    required = _required(register)
    if not required or tuple(_titles(proposal)) == required:
        return
    known = _BESIDE.union(map(same_words, required))
    for section in _second(proposal):
        if same_words(section.title) not in known:
            near = nearest(section.title, (*required, *BESIDE))
            hint = (
                message("did you mean “{near}”?", near=near)
                if near
                else message("the known sections are: {sections}", sections=required)
            )
            sentence = message("the collective has no section “{title}”", title=section.title)
            yield Finding(_heading(proposal, section), sentence, hint)


def too_long(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A proposal has at most the number of words that ``collectif.yaml`` gives."""
    form = register.collective.proposal
    if form is None or form.max_words is None:
        return
    text, most = proposal.body.text, form.max_words.value
    # There is at most one word more than there are spaces: counting those is a hundred times faster.
    if sum(map(text.count, " \n\t\u00a0\u202f")) >= most and (words := proposal.body.words) > most:
        sentence = messages(
            "this proposal has {n} word, {most} at most",
            "this proposal has {n} words, {most} at most",
            words,
            most=most,
        )
        hint = message("keep what people need in order to decide; the rest can go in the group's texts")
        yield Finding(proposal.title.span, sentence, hint)


def variants_without_choice(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A section of variants holds at least two of them, each under its own heading."""
    sections = proposal.body.sections
    for number, section in enumerate(sections):
        if section.level == 2 and section.title[:7].casefold() == "variant":
            count = 0
            for below in sections[number + 1 :]:
                if below.level <= 2:
                    break
                count += below.level == 3
            if count < 2:
                hint = message("give each variant a heading, such as “### a : …” and “### b : …”")
                yield Finding(
                    _heading(proposal, section), message("there are not two variants to choose from"), hint
                )


def _required(register: Register) -> tuple[str, ...]:
    form = register.collective.proposal
    return tuple([section.value for section in form.sections]) if form else ()


def _second(proposal: Proposal) -> list[Section]:
    return [section for section in proposal.body.sections if section.level == 2]


def _titles(proposal: Proposal) -> list[str]:
    return [section.title for section in proposal.body.sections if section.level == 2]


def _heading(proposal: Proposal, section: Section) -> Span:
    return Span(proposal.span.path, section.line, 1, section.level + 1 + len(section.title))
