"""Reads ``programme/votes/<id>/vote.yaml``."""

from typing import Any

from collectif_cli.model.identifiers import Target, VoteId
from collectif_cli.model.vote import (
    Cancelled,
    Electorate,
    Frozen,
    FrozenElectorate,
    FrozenText,
    Option,
    Proxy,
    Question,
    Vote,
)
from collectif_cli.store.fields import Field, JsonSchema, Many, Table
from collectif_cli.store.readers.decision_rule import RULE
from collectif_cli.store.reading import Reading
from collectif_cli.store.scalars import DATE, INTEGER, MOMENT, NEW_ID, TEXT, Choice, Reference
from collectif_cli.store.yaml_tree import Node, Scalar

PROXY = Table(
    Proxy,
    Field("from", TEXT, "giver", required=True),
    Field("class", TEXT, "giver_class"),
    Field("to", TEXT, "carrier", required=True),
    Field("of", TEXT, "carrier_class"),
)
ELECTORATE = Table(
    Electorate,
    Field("kind", Choice("present", "roll", "group", "candidates"), required=True),
    Field("group", Reference(Target.GROUP)),
    Field("date", DATE),
    Field("present", INTEGER),
    Field("represented", INTEGER),
    Field("registered", INTEGER),
    Field("roll", Many(TEXT)),
    Field("classes", Many(TEXT)),
    Field("proxies", Many(PROXY)),
    Field("most_proxies", INTEGER),
)
OPTION = Table(
    Option,
    Field("id", NEW_ID, required=True),
    Field("title", TEXT, required=True),
    Field("sex", Choice("F", "M")),
    Field("stratum", TEXT),
)
QUESTION = Table(
    Question,
    Field("id", NEW_ID, required=True),
    Field("title", TEXT, required=True),
    Field("on", Many(Reference(Target.SUBJECT), single=True)),
    Field("options", Many(OPTION)),
)
FROZEN = Table(
    Frozen,
    Field("date", MOMENT, required=True),
    Field("commit", TEXT),
    Field("rule", RULE, required=True),
    Field(
        "electorate",
        Table(
            FrozenElectorate,
            Field("count", INTEGER),
            Field("represented", INTEGER),
            Field("commitments", Many(TEXT)),
        ),
        required=True,
    ),
    Field(
        "texts",
        Many(
            Table(
                FrozenText,
                Field("id", Reference(Target.SUBJECT), required=True),
                Field("blob", TEXT, required=True),
                Field("digest", TEXT, required=True),
                Field("under", Reference(Target.SUBJECT)),
            )
        ),
    ),
    Field("questions", Many(QUESTION)),
    Field("digest", TEXT, required=True),
)
_NAME = Reference(Target.RULE)


class _RuleOrName:
    """The name of a rule of the collective, or a rule."""

    def read(self, node: Node, reading: Reading) -> Any:
        """Give a located name, or the rule."""
        return _NAME.read(node, reading) if type(node) is Scalar else RULE.read(node, reading)

    def json_schema(self) -> JsonSchema:
        """Give either."""
        return {"anyOf": [_NAME.json_schema(), RULE.json_schema()]}


def _vote(rule: Any = None, **values: Any) -> Vote:
    """Put a name and a rule each where it belongs."""
    named = isinstance(rule, tuple)
    return Vote(rule_name=rule if named else None, rule=None if named else rule, **values)


VOTE = Table(
    _vote,
    Field("title", TEXT, required=True),
    Field("plenary", Reference(Target.PLENARY)),
    Field("date", DATE),
    Field("opens", MOMENT),
    Field("closes", MOMENT),
    Field("second_call_of", Reference(Target.VOTE)),
    Field("rule", _RuleOrName(), required=True),
    Field("electorate", ELECTORATE, required=True),
    Field("ballots", Choice("named", "anonymous", "counts", "sealed", "none"), required=True),
    Field("expected_ballots", INTEGER),
    Field("questions", Many(QUESTION), required=True),
    Field("frozen", FROZEN),
    Field("closed", MOMENT),
    Field("drawn", TEXT),
    Field(
        "cancelled",
        Table(Cancelled, Field("date", DATE, required=True), Field("reason", TEXT, required=True)),
    ),
)


def read_vote(root: Node, reading: Reading, id: str, **parts: Any) -> Vote | None:
    """Give the vote of that folder, with the ``entries``, ``counts`` and ``rounds`` read beside it."""
    return VOTE.read(root, reading, id=VoteId(id), span=reading.top, **parts)
