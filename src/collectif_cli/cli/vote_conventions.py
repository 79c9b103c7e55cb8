"""The rule of a new vote with every convention written out: those of a named rule, and those that were
typed."""

from collectif_cli.cli.asking import asked
from collectif_cli.cli.context import Context
from collectif_cli.cli.named import expected
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.message import Message, message
from collectif_cli.model.message import mark as _
from collectif_cli.model.programme import Programme
from collectif_cli.model.record import Node, Record, record
from collectif_cli.model.vote import METHODS as NAMES
from collectif_cli.model.vote import DecisionRule
from collectif_cli.render.language import Language
from collectif_cli.store.edit_words import inline
from collectif_cli.store.new_votes import as_written
from collectif_cli.store.readers.decision_rule import RULE
from collectif_cli.store.reading import Reading
from collectif_cli.store.yaml_nodes import parse
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.declared import undeclared
from collectif_cli.voting.frozen import rule_record

# What each convention means, for those who open the file.
_COMMENTS: dict[str, str] = {
    "method": _("how the ballots are counted"),
    "base": _("what the share is taken of"),
    "threshold": _("the share it takes: > and >= differ"),
    "quorum": _("how many must take part"),
    "second_call": _("what follows when the quorum fails"),
    "unranked": _("what becomes of options without a rank"),
    "not_judged": _("what becomes of an option without a grade"),
    "equal_ranks": _("whether two options may share a rank"),
    "strength": _("how the strength of a duel is measured"),
    "ties": _("what settles a tie"),
    "defects": _("what becomes of a defect of the paper: a skipped rank, a name twice…"),
    "default_option": _("the option that the others must beat"),
    "beats": _("by how much they must beat it"),
    "seats": _("how many are chosen"),
    "women": _("how many women are designated"),
    "men": _("how many men are designated"),
    "strata": _("how many are drawn of each part of the people"),
    "most_names": _("how many names one may write"),
    "declined": _("what becomes of the place of somebody who declines"),
    "grades": _("from the worst to the best"),
    "points": _("how many points a ballot has"),
    "most_on_one": _("the most points on one option"),
    "positions": _("what places are worth that options share"),
    "variant": _("the variant of the method"),
    "disclose": _("whether the figures are told, or only the outcome"),
    "fallback": _("the rule that takes over when consent is not found"),
    "seed": _("what a lot is drawn from"),
    "seed_from": _("the public draw announced, held once the vote is open"),
    "electorate": _("who may vote"),
    "ballots": _("what lies beside: papers, hands that were counted, or nothing that may be shown"),
}


def comments_in(said: Language) -> dict[str, str]:
    """Give the sentence of each convention in a language."""
    return {key: said.words(text) for key, text in _COMMENTS.items()}


def rule_named(context: Context, programme: Programme, name: str | None) -> Record:
    """Give a rule of the collective, or the beginning of one for a method; a person is asked which."""
    rules = {rule.name: rule for rule in programme.collective.decision_rules}
    question = message("By which rule or method?")
    named = expected(asked(context, name, "--rule", question), [*rules, *NAMES])
    return rule_record(rules[named]) if named in rules else record(("method", named), ("quorum", "none"))


def with_conventions(context: Context, start: Record, typed: tuple[str, ...], choice: bool) -> Record:
    """Give a rule that says all that counting needs; what it lacks is asked of a person, else refused.

    ``choice`` tells that the question lists options.
    """
    values = dict(start.pairs)
    for one in typed:
        key, equals, value = one.partition("=")
        if not equals or key.strip() not in _COMMENTS:
            hint = message("write it as a name and a value: --set ties=kept")
            raise UsageError(message("“{text}” is not a convention", text=one), hint)
        values[key.strip()] = _value(key.strip(), value.strip())
    rule = _read(values)
    method = METHODS.get(rule.method.value)
    if method is None:
        said = message("the method “{method}” is not counted yet by this version", method=rule.method.value)
        raise Refused(said, message("it counts: {methods}", methods=tuple(METHODS)))
    if rule.ties is None and choice and "kept" in method.tie_breaks:
        values["ties"] = "kept"
    for key in [key for key in method.needs(rule) if getattr(rule, key) in (None, ())]:
        values[key] = _value(key, asked(context, None, f"--set {key}=", _question(context, key)))
    rule = _read(values)
    left = next(undeclared(rule, method), None)
    if left is not None:
        raise Refused(left.message, left.hint)
    return rule_record(rule)


def _question(context: Context, key: str) -> Message:
    return message("{convention} ({key})?", convention=context.language.words(_COMMENTS[key]), key=key)


def _value(key: str, text: str) -> Node:
    """Give a typed value: a list for the grades, ``registered 1/2`` for a quorum, ``north=3, south=2`` for
    strata, a text otherwise."""
    if key == "strata":
        parts = [part.partition("=") for part in text.split(",") if part.strip()]
        return record(*((name.strip(), places.strip()) for name, _equals, places in parts))
    if key == "grades":
        return tuple(grade.strip() for grade in text.split(",") if grade.strip())
    of, _space, share = text.partition(" ")
    if key == "quorum" and share:
        return record(("of", of), ("at_least", share.strip()))
    return text


def _read(values: dict[str, Node]) -> DecisionRule:
    """Read the rule as it will be written; raise UsageError, with the reason, when a value means nothing."""
    text = "".join(f"{key}: {inline(as_written(value), flow=False)}\n" for key, value in values.items())
    reading = Reading("vote.yaml")
    root, faults = parse(text)
    rule = RULE.read(root, reading) if root is not None else None
    if rule is None or reading.faults or faults:
        wrong = reading.faults[0] if reading.faults else faults[0]
        raise UsageError(wrong.message, wrong.hint)
    return rule
