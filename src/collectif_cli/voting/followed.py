"""Whether a method follows all that a rule declares: what it makes nothing of is said, never dropped."""

from collections.abc import Iterable, Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.nearest import nearest
from collectif_cli.model.vote import DecisionRule, Question

# The values of a convention that a method can follow, where it cannot follow all those that a file may bear.
_FOLLOWED: dict[str, dict[str, tuple[str, ...]]] = {
    "irv": {"equal_ranks": ("refused",)},
    "stv": {"equal_ranks": ("refused",), "variant": ("scottish",)},
}
# The conventions that would change what a vote gives, and that a method makes nothing of.
_BY_VOTES = ("default_option", "beats", "not_judged", "unranked")
_BY_JUDGMENTS = ("default_option", "beats", "threshold", "base", "unranked")
_BY_DUELS = ("threshold", "defects", "skipped_ranks", "variant")
_BY_ROUNDS = ("threshold", "unranked", "strength", "default_option", "beats")
_UNUSED: dict[str, tuple[str, ...]] = {
    "majority": _BY_VOTES,
    "plurality": _BY_VOTES,
    "approval": _BY_VOTES,
    "dots": (*_BY_JUDGMENTS, "not_judged"),
    "score": _BY_JUDGMENTS,
    "majority-judgment": (*_BY_JUDGMENTS, "points"),
    "condorcet": (*_BY_DUELS, "strength"),
    "schulze": _BY_DUELS,
    "ranked-pairs": _BY_DUELS,
    "irv": (*_BY_ROUNDS, "variant"),
    "stv": _BY_ROUNDS,
}
_ONE_SEAT = frozenset(
    {"majority", "plurality", "majority-judgment", "condorcet", "schulze", "ranked-pairs", "irv"}
)


def unfollowed(rule: DecisionRule) -> Iterator[Finding]:
    """Yield what the rule declares and its method cannot follow."""
    slug = rule.method.value
    for name, values in _FOLLOWED.get(slug, {}).items():
        declared = getattr(rule, name)
        if declared is not None and declared.value not in values:
            said = message(
                "this version does not count “{method}” with “{key}: {value}” yet",
                method=slug,
                key=name,
                value=declared.value,
            )
            yield Finding(declared.span, said, message("choose one of: {words}", words=values))
    for name in _UNUSED.get(slug, ()):
        declared = getattr(rule, name)
        if declared is not None and not (name == "default_option" and declared.value == "none"):
            said = message("“{method}” makes nothing of “{key}”", method=slug, key=name)
            hint = message("remove “{key}”, or choose a method that follows it", key=name)
            yield Finding(declared.span, said, hint)
    yield from _seats(rule)
    if rule.beats is not None and rule.beats.value.sign not in {">", ">="}:
        hint = message("write “> 1/2” or “>= 2/3”: the two differ")
        yield Finding(rule.beats.span, message("a threshold is a least share, not a largest one"), hint)


def _seats(rule: DecisionRule) -> Iterator[Finding]:
    """Yield that the rule chooses nobody, or several by a method that chooses one."""
    if rule.seats is None:
        return
    if rule.seats.value < 1:
        yield Finding(rule.seats.span, message("at least one is chosen"), message("correct “seats”"))
    elif rule.seats.value > 1 and rule.method.value in _ONE_SEAT:
        said = message("“{method}” chooses one option", method=rule.method.value)
        yield Finding(rule.seats.span, said, message("remove “seats”, or choose several by “stv”"))


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
            hint = message("did you mean “{near}”?", near=near) if near else None
            yield Finding(default.span, said, hint)
