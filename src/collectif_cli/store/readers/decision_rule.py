"""Reads a way to decide, named in ``collectif.yaml`` or written inside a vote."""

from typing import Any

from collectif_cli.model.message import message
from collectif_cli.model.noun import replace
from collectif_cli.model.source import Located
from collectif_cli.model.vote import BASES, METHODS, DecisionRule, Quorum, SecondCall, Stratum
from collectif_cli.store.fields import Field, JsonSchema, Keyed, Many, Table
from collectif_cli.store.reading import Reading
from collectif_cli.store.scalars import DAYS, FRACTION, INTEGER, NEW_ID, TEXT, THRESHOLD, Choice
from collectif_cli.store.yaml_tree import Node, Scalar

_QUORUM = Table(
    Quorum,
    Field("of", Choice("registered", "present"), required=True),
    Field("at_least", FRACTION, required=True),
)


class _QuorumOrNone:
    """``none``, or how many of whom."""

    def read(self, node: Node, reading: Reading) -> Quorum | None:
        """Give the quorum; None when the rule asks for none."""
        if type(node) is Scalar:
            if node.text != "none":
                hint = message("write none, or {example}", example='{of: registered, at_least: "1/2"}')
                reading.fault(
                    "schema-choice",
                    reading.span(node),
                    message("“{word}” is not a quorum", word=node.text),
                    hint,
                )
            return None
        return _QUORUM.read(node, reading)

    def json_schema(self) -> JsonSchema:
        """Give the word or the table."""
        return {"anyOf": [{"const": "none"}, _QUORUM.json_schema()]}


_RULE: Table[dict[str, Any]] = Table(
    dict,
    Field("method", Choice(*METHODS), required=True),
    Field("base", Choice(*BASES)),
    Field("threshold", THRESHOLD),
    Field("quorum", _QuorumOrNone()),
    Field(
        "second_call",
        Table(SecondCall, Field("after", DAYS, required=True), Field("quorum", _QuorumOrNone())),
    ),
    Field("unranked", Choice("last", "ignored", "refused")),
    Field("not_judged", Choice("worst-grade", "ignored", "refused")),
    Field("equal_ranks", Choice("allowed", "refused")),
    Field("strength", Choice("winning-votes", "margins")),
    Field("ties", Choice("kept", "majority-value", "lot", "seniority", "second-vote")),
    Field("defects", Choice("skip", "exhaust", "invalid")),
    Field("skipped_ranks", Choice("skip", "exhaust", "invalid")),
    Field("default_option", TEXT),
    Field("beats", THRESHOLD),
    Field("seats", INTEGER),
    Field("women", INTEGER),
    Field("men", INTEGER),
    Field("strata", Keyed(TEXT, INTEGER, Stratum)),
    Field("most_names", INTEGER),
    Field("declined", Choice("next", "empty")),
    Field("grades", Many(TEXT)),
    Field("points", INTEGER),
    Field("most_on_one", INTEGER),
    Field("positions", Choice("tournament", "positional")),
    Field("variant", Choice("udn", "s3", "scottish", "meek")),
    Field("disclose", Choice("all", "outcome")),
    Field("fallback", NEW_ID),
    Field("seed", TEXT),
    Field("seed_from", TEXT),
)


class Rule:
    """A rule without its name."""

    def read(self, node: Node, reading: Reading) -> DecisionRule | None:
        """Give the rule, named by nothing yet."""
        values = _RULE.read(node, reading)
        return None if values is None else DecisionRule(span=reading.span(node), **values)

    def json_schema(self) -> JsonSchema:
        """Give the table."""
        return _RULE.json_schema()


def _named(name: Located[str], rule: DecisionRule) -> DecisionRule:
    return replace(rule, name=name.value, span=name.span)


RULE = Rule()
NAMED_RULES = Keyed(NEW_ID, RULE, _named)
