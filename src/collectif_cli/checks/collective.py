"""Family ``collective``: the territory, the rules the collective gave itself, what it sets aside."""

from collections.abc import Iterable, Iterator

from collectif_cli.model.collective import Collective
from collectif_cli.model.council import has_its_own_law, seats_for
from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message, messages
from collectif_cli.model.nearest import nearest
from collectif_cli.model.register import Register
from collectif_cli.model.source import Located
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.declared import unknown_fallback
from collectif_cli.voting.workable import unworkable

# Method -> the conventions without which nothing can be counted.
_NEEDED = {
    "majority": ("base", "threshold"),
    "majority-judgment": ("grades",),
    "dots": ("points",),
    "schulze": ("strength",),
    "ranked-pairs": ("strength",),
    "stv": ("seats",),
}
# Code électoral, article L260: at most two candidates more than seats.
_MOST_SUBSTITUTES = 2


def duplicate_competence(collective: Collective, register: Register) -> Iterator[Finding]:
    """Each competence of the territory is written once."""
    yield from _twice(competence.id for competence in collective.competences)


def duplicate_level(collective: Collective, register: Register) -> Iterator[Finding]:
    """Each level is written once."""
    yield from _twice(collective.levels)


def duplicate_section(collective: Collective, register: Register) -> Iterator[Finding]:
    """Each section asked of a proposal is written once."""
    yield from _twice(collective.proposal.sections if collective.proposal else ())


def _twice(words: Iterable[Located[str]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for word in words:
        if word.value in seen:
            yield Finding(
                word.span,
                message("“{word}” is written twice", word=word.value),
                message("keep one of the two"),
            )
        seen.add(word.value)


def seats_law(collective: Collective, register: Register) -> Iterator[Finding]:
    """The council has as many seats as the law gives a commune of that size (CGCT, article L2121-2)."""
    commune = collective.territory.municipality if collective.territory else None
    if commune is None or commune.population is None or commune.seats is None:
        return
    if has_its_own_law(commune.name.value):
        return
    people = commune.population.value
    seats = seats_for(people)
    if commune.seats.value != seats:
        yield Finding(
            commune.seats.span,
            messages(
                "the council of a commune of {n} inhabitant has {seats} seats (CGCT, article L2121-2)",
                "the council of a commune of {n} inhabitants has {seats} seats (CGCT, article L2121-2)",
                people,
                seats=seats,
            ),
            message("correct the number of seats, or the population"),
        )


def list_seats(collective: Collective, register: Register) -> Iterator[Finding]:
    """The list has as many names as the council has seats, and at most two more (code électoral, L260)."""
    rules = collective.list_rules
    commune = collective.territory.municipality if collective.territory else None
    council = commune.seats if commune else None
    if rules and rules.seats and council and rules.seats.value != council.value:
        yield Finding(
            rules.seats.span,
            message("the council has {seats} seats (code électoral, article L260)", seats=council.value),
            message("write the same number of seats in “list_rules” and in “territory”"),
        )
    if rules and rules.substitutes and rules.substitutes.value > _MOST_SUBSTITUTES:
        yield Finding(
            rules.substitutes.span,
            message("a list has at most two names more than seats (code électoral, article L260)"),
            message("write 0, 1 or 2"),
        )


def rule_incomplete(collective: Collective, register: Register) -> Iterator[Finding]:
    """A decision rule says everything without which its method cannot count."""
    for rule in collective.decision_rules:
        for key in _NEEDED.get(rule.method.value, ()):
            if not getattr(rule, key):
                yield Finding(
                    rule.method.span,
                    message(
                        "“{method}” cannot be counted without “{key}”", method=rule.method.value, key=key
                    ),
                    message("add “{key}” to this rule", key=key),
                )


def rule_unworkable(collective: Collective, register: Register) -> Iterator[Finding]:
    """A decision rule leaves a ballot something to say: grades that differ, points to give."""
    for rule in collective.decision_rules:
        if rule.method.value in METHODS:
            yield from unworkable(rule, METHODS[rule.method.value])


def rule_fallback(collective: Collective, register: Register) -> Iterator[Finding]:
    """A decision rule falls back on another rule, and never in a circle."""
    next_rule = {rule.name: rule.fallback for rule in collective.decision_rules}
    for rule in collective.decision_rules:
        if rule.fallback is None:
            continue
        yield from unknown_fallback(rule, next_rule)
        if rule.name in _followed(rule.name, next_rule):
            yield Finding(
                rule.fallback.span,
                message("from rule to rule, this leads back to “{rule}”", rule=rule.name),
                message("let the last rule of the chain fall back on nothing"),
            )


def _followed(name: str, next_rule: dict[str, Located[str] | None]) -> set[str]:
    """Give the rules that are met when following the fallbacks from one to the next."""
    met: set[str] = set()
    step = next_rule[name]
    while step and step.value not in met:
        met.add(step.value)
        step = next_rule.get(step.value)
    return met


def ignore_unknown_rule(collective: Collective, register: Register) -> Iterator[Finding]:
    """What is ignored is a rule that exists."""
    for ignored in collective.checks.ignore if collective.checks and register.known_rules else ():
        if ignored.rule.value not in register.known_rules:
            near = nearest(ignored.rule.value, sorted(register.known_rules))
            yield Finding(
                ignored.rule.span,
                message("there is no rule “{rule}”", rule=ignored.rule.value),
                message("did you mean “{near}”?", near=near) if near else message("remove it"),
            )


def ignore_expired(collective: Collective, register: Register) -> Iterator[Finding]:
    """A rule is ignored until a day; after it, somebody decides again."""
    for ignored in collective.checks.ignore if collective.checks else ():
        if ignored.until.value < register.today:
            yield Finding(
                ignored.until.span,
                message("the rule “{rule}” is no longer ignored since that day", rule=ignored.rule.value),
                message("mend what it finds and remove this entry, or choose another day"),
            )
