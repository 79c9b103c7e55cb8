"""Whether a rule says all that counting needs: a convention that changes the outcome is never guessed."""

from collections.abc import Iterable, Iterator

from collectif_cli.model.collective import Collective
from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import Message, message
from collectif_cli.model.nearest import nearest
from collectif_cli.model.source import Located
from collectif_cli.model.vote import DecisionRule, Vote
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.followed import unfollowed
from collectif_cli.voting.method import Method
from collectif_cli.voting.second_call import called_again
from collectif_cli.voting.workable import unworkable

# What is missing when a convention is not declared, and what to write.
_UNDECLARED: dict[str, tuple[Message, Message]] = {
    "base": (
        message("the rule does not say what the share is taken of"),
        message("add “base”: expressed, cast, present, present-and-represented or registered"),
    ),
    "threshold": (
        message("the rule does not say how many votes it takes"),
        message("add “threshold”, such as “> 1/2” or “>= 2/3”"),
    ),
    "unranked": (
        message("the rule does not say what becomes of the options that a ballot leaves without a rank"),
        message("add “unranked”: last, ignored or refused"),
    ),
    "not_judged": (
        message("the rule does not say what becomes of an option that a ballot does not judge"),
        message("add “not_judged”: worst-grade, ignored or refused"),
    ),
    "equal_ranks": (
        message("the rule does not say whether two options may have the same rank"),
        message("add “equal_ranks”: allowed or refused"),
    ),
    "positions": (
        message("the rule does not say how many points options that share places are given"),
        message("add “positions”: tournament (the mean of those places) or positional (the first of them)"),
    ),
    "strength": (
        message("the rule does not say how the strength of a duel is measured"),
        message("add “strength”: winning-votes or margins"),
    ),
    "defects": (
        message("the rule does not say what becomes of a defect of the paper: a skipped rank, a name twice…"),
        message("add “defects”: skip or invalid, or exhaust where ballots rank"),
    ),
    "beats": (
        message("the rule does not say by how much an option must beat the default one"),
        message("add “beats”, such as “> 1/2” for more ballots than against it"),
    ),
    "ties": (
        message("the rule does not say what settles a tie"),
        message("add “ties”"),
    ),
    "variant": (
        message("the rule does not say which variant of the method it follows"),
        message("add “variant”, such as scottish"),
    ),
    "grades": (
        message("the rule does not list the grades"),
        message("add “grades”, from the worst to the best"),
    ),
    "points": (
        message("the rule does not say how many points may be given"),
        message("add “points”"),
    ),
    "most_names": (
        message("the rule does not say how many names one may write"),
        message("add “most_names”"),
    ),
    "women": (
        message("the rule does not say how many women are chosen"),
        message("add “women”"),
    ),
    "men": (
        message("the rule does not say how many men are chosen"),
        message("add “men”"),
    ),
    "declined": (
        message("the rule does not say what becomes of the place of somebody who declines"),
        message("add “declined”: next (the next one comes up) or empty (the place stays empty)"),
    ),
    "seed_from": (
        message("the rule does not announce the public draw that the lot will be drawn from"),
        message("add “seed_from”: which draw, of which day, and how its numbers are written"),
    ),
    "most_on_one": (
        message("the rule does not say how many points may go to one option"),
        message("add “most_on_one”"),
    ),
    "seats": (
        message("the rule does not say how many are to be chosen"),
        message("add “seats”"),
    ),
    "seed": (
        message("the rule draws lots, and does not say from which seed"),
        message("add “seed”: something public that nobody can foresee, such as the numbers of a lottery"),
    ),
}


def rule_of(vote: Vote, collective: Collective) -> DecisionRule | None:
    """Give the rule of a vote: the frozen copy once open, its own, or the one it names; else None."""
    if vote.frozen is not None:
        return vote.frozen.rule
    rule = vote.rule
    if rule is None and vote.rule_name is not None:
        name = vote.rule_name.value
        rule = next((one for one in collective.decision_rules if one.name == name), None)
    return called_again(rule) if rule is not None and vote.second_call_of is not None else rule


def no_rule(vote: Vote, collective: Collective) -> Finding:
    """Say that the rule a vote names is not one of the collective, with the nearest that is."""
    place = vote.rule_name.span if vote.rule_name else vote.span
    name = vote.rule_name.value if vote.rule_name else ""
    near = nearest(name, [rule.name for rule in collective.decision_rules])
    hint = message("did you mean “{near}”?", near=near) if near else None
    return Finding(place, message("the collective has no rule “{name}”", name=name), hint)


def not_counted(method: Located[str]) -> Finding:
    """Say that this version does not count a method, and which it does."""
    said = message("the method “{method}” is not counted yet by this version", method=method.value)
    return Finding(method.span, said, message("it counts: {methods}", methods=tuple(METHODS)))


def undeclared(rule: DecisionRule, method: Method) -> Iterator[Finding]:
    """Yield what the rule must still declare, or declares in a way that the method cannot follow."""
    yield from _missing(rule, method)
    yield from mistaken(rule, method)


def _missing(rule: DecisionRule, method: Method) -> Iterator[Finding]:
    for name in method.needs(rule):
        if getattr(rule, name) in (None, ()):
            said, hint = _UNDECLARED[name]
            if name == "ties":
                hint = message("add “ties”: {words}", words=method.tie_breaks)
            yield Finding(rule.span, said, hint)


def mistaken(rule: DecisionRule, method: Method) -> Iterator[Finding]:
    """Yield what the rule declares in a way that the method cannot follow."""
    if rule.threshold is not None and rule.threshold.value.sign not in {">", ">="}:
        hint = message("write “> 1/2” or “>= 2/3”: the two differ")
        yield Finding(rule.threshold.span, message("a threshold is a least share, not a largest one"), hint)
    if rule.ties is not None and rule.ties.value not in method.tie_breaks:
        said = message("ties cannot be broken by “{ties}” with this method", ties=rule.ties.value)
        words = message("choose one of: {words}", words=method.tie_breaks)
        hint = words if method.tie_breaks else message("remove “ties”")
        yield Finding(rule.ties.span, said, hint)
    yield from unfollowed(rule, method)
    yield from unworkable(rule, method)


def unknown_fallback(rule: DecisionRule, known: Iterable[str]) -> Iterator[Finding]:
    """Yield that the rule that takes over is none of those of the collective, with the nearest that is."""
    if rule.fallback is not None and rule.fallback.value not in (names := tuple(known)):
        near = nearest(rule.fallback.value, names)
        others = message("choose one of: {words}", words=names) if names else None
        hint = message("did you mean “{near}”?", near=near) if near else others
        said = message("“{id}” is not a decision rule of collectif.yaml", id=rule.fallback.value)
        yield Finding(rule.fallback.span, said, hint)
