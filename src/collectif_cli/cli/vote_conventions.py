"""The rule of a new vote with every convention written out: those of a named rule, and those that were
typed."""

from collections.abc import Mapping
from typing import TypeAlias

from collectif_cli.cli.asking import answered
from collectif_cli.cli.context import Context
from collectif_cli.cli.named import expected
from collectif_cli.cli.vote_comments import comment
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.message import message
from collectif_cli.model.nearest import nearest
from collectif_cli.model.programme import Programme
from collectif_cli.model.record import Record, record
from collectif_cli.model.source import Located, Span
from collectif_cli.model.vote import METHODS as NAMES
from collectif_cli.model.vote import DecisionRule
from collectif_cli.store.edit_words import inline, pairs
from collectif_cli.store.new_votes import as_written
from collectif_cli.store.readers.decision_rule import RULE
from collectif_cli.store.reading import Reading
from collectif_cli.store.yaml_nodes import parse
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.declared import mistaken, not_counted, undeclared
from collectif_cli.voting.followed import values_followed
from collectif_cli.voting.frozen import rule_record
from collectif_cli.voting.method import Method

# The conventions of a rule, each as the file has it.
Written: TypeAlias = Mapping[str, str]

# What any rule may say, whatever its method follows.
_OF_ANY = ("quorum", "second_call", "ties", "seed", "disclose")


def rule_named(context: Context, programme: Programme, name: str | None) -> Record:
    """Give a rule of the collective, or the beginning of one for a method; a person is asked which.

    Those that this version counts are the ones that are offered.
    """
    rules = {rule.name: rule for rule in programme.collective.decision_rules}
    offered = (*(name for name, rule in rules.items() if rule.method.value in METHODS), *METHODS)

    def read(text: str) -> Record:
        if text in rules:
            _method(rules[text].method)
            return rule_record(rules[text])
        if text not in NAMES:
            expected(text, offered)
        _method(Located(text, Span("vote.yaml")))
        return record(("method", text), ("quorum", "none"))

    return answered(context, name, "--rule", message("By which rule or method?"), read, offered)


def _method(named: Located[str]) -> Method:
    """Give the method; raise Refused when this version does not count it."""
    if named.value not in METHODS:
        wrong = not_counted(named)
        raise Refused(wrong.message, wrong.hint)
    return METHODS[named.value]


def with_conventions(context: Context, start: Record, typed: tuple[str, ...], choice: bool) -> Record:
    """Give a rule that says all that counting needs; what it lacks is asked of a person, else refused.

    ``choice`` tells that the question lists options.
    """
    values = {key: inline(as_written(value), flow=False) for key, value in start.pairs}
    for one in typed:
        key, value = _pair(one, _read(values).method.value)
        values[key] = value
    rule = _read(values)
    method = _method(rule.method)
    if rule.ties is None and choice and "kept" in method.tie_breaks and "ties" not in method.needs(rule):
        values["ties"] = "kept"
    while (needed := _needed(method, values)) is not None:
        values[needed] = _asked(context, values, needed)
    rule = _read(values)
    left = next(undeclared(rule, method), None)
    if left is not None:
        raise Refused(left.message, left.hint)
    return rule_record(rule)


def _needed(method: Method, values: Written) -> str | None:
    """Give the first convention that counting needs and that the rule does not declare."""
    rule = _read(values)
    return next((key for key in method.needs(rule) if getattr(rule, key) in (None, ())), None)


def _asked(context: Context, values: Written, key: str) -> str:
    """Give the value of a convention from a person, who is told at once what the method makes of it."""
    slug = _read(values).method.value
    method = METHODS[slug]
    known = {one.message for one in mistaken(_read(values), method)}

    def read(text: str) -> str:
        value = _value(key, text)
        rule = _read({**values, key: value})
        wrong = next((one for one in mistaken(rule, method) if one.message not in known), None)
        if wrong is not None:
            raise Refused(wrong.message, wrong.hint)
        return value

    question = message(
        "{convention} ({key})?", convention=context.language.words(comment(slug, key)), key=key
    )
    return answered(context, None, f"--set {key}=", question, read, _words(key, slug))


def _words(key: str, slug: str) -> tuple[str, ...]:
    """Give the words that a convention may be, for a method; none where it is no word of a few."""
    if key == "ties":
        return METHODS[slug].tie_breaks
    choice, _null = RULE.json_schema()["properties"][key]["anyOf"]
    return values_followed(slug, key) or tuple(choice.get("enum", ()))


def _pair(text: str, method: str) -> tuple[str, str]:
    """Give the name and the value of a convention that was typed; raise UsageError when it is none."""
    key, equals, value = (part.strip() for part in text.partition("="))
    if not equals:
        hint = message("write it as a name and a value: --set ties=kept")
        raise UsageError(message("“{text}” is not a convention", text=text), hint)
    if key not in RULE.json_schema()["properties"]:
        known = (*_OF_ANY, *(METHODS[method].follows if method in METHODS else ()))
        near = nearest(key, known)
        hint = message("choose one of: {words}", words=known)
        if near:
            hint = message("did you mean “{near}”?", near=near)
        raise UsageError(message("“{text}” is not a convention", text=key), hint)
    return key, _value(key, value)


def _value(key: str, text: str) -> str:
    """Give a typed value as the file has it; raise UsageError for a quorum that means nothing.

    What stands between braces or brackets is taken as it is; grades may be typed with commas between them,
    a quorum as ``registered 1/2``, strata as ``north=3, south=2``.
    """
    text = " ".join(text.split())
    if text.startswith(("{", "[")):
        return text
    if key == "strata":
        parts = [part.partition("=") for part in text.split(",") if part.strip()]
        return inline(pairs(*((name.strip(), places.strip()) for name, _equals, places in parts)))
    if key == "grades":
        return inline(tuple(grade.strip() for grade in text.split(",") if grade.strip()))
    if key == "quorum" and text != "none":
        of, space, share = text.partition(" ")
        if not space:
            hint = message("write none, or of whom and how many: {example}", example="registered 1/2")
            raise UsageError(message("“{word}” is not a quorum", word=text), hint)
        return inline(pairs(("of", of), ("at_least", share)))
    return inline(text, flow=False)


def _read(values: Written) -> DecisionRule:
    """Read the rule as it will be written; raise UsageError, with the reason, when a value means nothing."""
    reading = Reading("vote.yaml")
    root, faults = parse("".join(f"{key}: {value}\n" for key, value in values.items()))
    rule = RULE.read(root, reading) if root is not None else None
    if rule is None or reading.faults or faults:
        wrong = reading.faults[0] if reading.faults else faults[0]
        raise UsageError(wrong.message, wrong.hint)
    return rule
