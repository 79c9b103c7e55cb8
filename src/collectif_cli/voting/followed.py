"""Whether a method follows all that a rule declares: what it makes nothing of is said, never dropped."""

from collections.abc import Iterable, Iterator
from typing import Any

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.nearest import nearest
from collectif_cli.model.source import Located
from collectif_cli.model.vote import DecisionRule, Question
from collectif_cli.voting.method import Method

# The values of a convention that a method can follow, where it cannot follow all those that a file may bear.
_VALUES: dict[str, dict[str, tuple[str, ...]]] = {
    "irv": {"equal_ranks": ("refused",)},
    "nomination": {"defects": ("skip", "invalid")},
    "stv": {"equal_ranks": ("refused",), "variant": ("scottish",)},
}
# What any rule may declare: who takes part, what settles ties, what is told. ``seats`` has its own words.
_OF_ANY = frozenset({"span", "name", "method", "quorum", "second_call", "ties", "seed", "disclose", "seats"})
# Conventions that say something of another one alone: with what, and what to write where that is missing.
_WITH = {"base": "threshold", "beats": "default_option"}


def unfollowed(rule: DecisionRule, method: Method) -> Iterator[Finding]:
    """Yield what the rule declares and its method cannot follow."""
    slug = rule.method.value
    for name, declared in _declared(rule):
        values = values_followed(slug, name)
        other = _WITH.get(name, "")
        if name not in method.follows:
            said = message("“{method}” makes nothing of “{key}”", method=slug, key=name)
            hint = message("remove “{key}”, or choose a method that follows it", key=name)
            yield Finding(declared.span, said, hint)
        elif values and declared.value not in values:
            said = message(
                "this version does not count “{method}” with “{key}: {value}” yet",
                method=slug,
                key=name,
                value=declared.value,
            )
            yield Finding(declared.span, said, message("choose one of: {words}", words=values))
        elif other and other not in {*dict(_declared(rule)), *method.needs(rule)}:
            said = message("“{key}” means nothing without “{other}”", key=name, other=other)
            yield Finding(
                declared.span, said, message("remove “{key}”, or add “{other}”", key=name, other=other)
            )
    yield from _seats(rule, method)
    yield from _turnout(rule, method)
    if rule.beats is not None and rule.beats.value.sign not in {">", ">="}:
        hint = message("write “> 1/2” or “>= 2/3”: the two differ")
        yield Finding(rule.beats.span, message("a threshold is a least share, not a largest one"), hint)


def values_followed(slug: str, name: str) -> tuple[str, ...]:
    """Give the values of a convention that the method can follow; none where it can follow all of them."""
    return _VALUES.get(slug, {}).get(name, ())


def _declared(rule: DecisionRule) -> Iterator[tuple[str, Located[Any]]]:
    """Yield each convention that the rule declares, by its key; ``default_option: none`` declares nothing."""
    for name in DecisionRule._fields:
        said = getattr(rule, name)
        if name in _OF_ANY or said in (None, ()) or (name == "default_option" and said.value == "none"):
            continue
        yield name, said[0].name if name == "strata" else said[0] if name == "grades" else said


def _turnout(rule: DecisionRule, method: Method) -> Iterator[Finding]:
    """Yield that a quorum is asked where nobody votes."""
    if method.reads:
        return
    hint = message("write “quorum: none”, and remove “second_call”")
    if rule.quorum is not None:
        yield Finding(rule.quorum.of.span, message("lots have no quorum: nobody votes"), hint)
    elif rule.second_call is not None:
        yield Finding(rule.second_call.after.span, message("lots have no quorum: nobody votes"), hint)


def _seats(rule: DecisionRule, method: Method) -> Iterator[Finding]:
    """Yield that the rule chooses nobody, or several by a method that chooses one."""
    if rule.seats is None:
        return
    if rule.seats.value < 1:
        yield Finding(rule.seats.span, message("at least one is chosen"), message("correct “seats”"))
    elif rule.seats.value > 1 and "seats" not in method.follows:
        said = message("“{method}” chooses one option", method=rule.method.value)
        yield Finding(rule.seats.span, said, message("remove “seats”, or choose several by “stv”"))


def without_options(questions: Iterable[Question], method: Method) -> Iterator[Finding]:
    """Yield the questions that offer nothing to the method: no option, or others than its own answers."""
    for one in questions:
        if not method.options(one):
            own = message("remove its “options”: this method has its own answers")
            hint = own if one.options else message("list the answers under “options”")
            said = message("the question “{question}” offers no options", question=one.id.value)
            yield Finding(one.id.span, said, hint)


def unknown_default(rule: DecisionRule, questions: Iterable[Question]) -> Iterator[Finding]:
    """Yield that the option the others must beat is not one of a question; ``none`` is none."""
    default = rule.default_option
    if default is None:
        return
    for question in questions:
        options = [option.id.value for option in question.options]
        if default.value == "none" and "none" in options:
            said = message("“none” says that no option has to be beaten, and an option has that id")
            yield Finding(default.span, said, message("give the option another id, such as “nota”"))
        elif default.value != "none" and default.value not in options:
            near = nearest(default.value, options)
            said = message(
                "“{option}”, which the others must beat, is not an option of “{question}”",
                option=default.value,
                question=question.id.value,
            )
            others = message("choose one of: {words}", words=tuple(options)) if options else None
            hint = message("did you mean “{near}”?", near=near) if near else others
            yield Finding(default.span, said, hint)
