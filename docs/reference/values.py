"""What a value may be, said in words from its JSON Schema."""

from collectif_cli.model.identifiers import Target
from collectif_cli.store import scalars
from collectif_cli.store.fields import JsonSchema

# The schema of each kind of scalar, and its words in English and in French.
SCALARS: tuple[tuple[JsonSchema, str, str], ...] = (
    (scalars.TEXT.json_schema(), "text", "texte"),
    (scalars.NEW_ID.json_schema(), "a new id", "un nouvel identifiant"),
    (scalars.DATE.json_schema(), "date", "date"),
    (scalars.MOMENT.json_schema(), "date, or `2019-09-24T20:30+02:00`", "date, ou `2019-09-24T20:30+02:00`"),
    (scalars.INTEGER.json_schema(), "whole number", "nombre entier"),
    (scalars.BOOLEAN.json_schema(), "`true` or `false`", "`true` ou `false`"),
    (
        scalars.AMOUNT.json_schema(),
        "`300 €`, `40 k€`, `2.5 M€`, `2..4 M€`",
        "`300 €`, `40 k€`, `2.5 M€`, `2..4 M€`",
    ),
    (scalars.THRESHOLD.json_schema(), '`"> 1/2"`, `">= 2/3"`', '`"> 1/2"`, `">= 2/3"`'),
    (scalars.FRACTION.json_schema(), '`"1/2"`, or a number', '`"1/2"`, ou un nombre'),
    (scalars.DAYS.json_schema(), "`3 days`", "`3 jours`"),
    (scalars.URL.json_schema(), "web address", "adresse web"),
)
TARGETS: dict[Target, tuple[str, str]] = {
    Target.PERSON: ("id of a person", "identifiant d'une personne"),
    Target.GROUP: ("id of a group", "identifiant d'un groupe"),
    Target.PROPOSAL: ("id of a proposal", "identifiant d'une proposition"),
    Target.COMPETENCE: ("id of a competence", "identifiant d'une compétence"),
    Target.LEVEL: ("a level", "un niveau"),
    Target.RULE: ("name of a decision rule", "nom d'une règle de décision"),
    Target.SUBJECT: ("id of a subject", "identifiant d'un sujet"),
    Target.MEETING: ("`group/date` of a meeting", "`groupe/date` d'une réunion"),
    Target.CONTRIBUTION: ("`source/id` of a contribution", "`source/identifiant` d'une contribution"),
    Target.PLENARY: ("id of a plenary", "identifiant d'une plénière"),
    Target.DECISION: ("`plenary/decision`", "`plénière/décision`"),
    Target.VOTE: ("id of a vote", "identifiant d'un vote"),
    Target.ADOPTER: ("`plenary/decision`, or id of a vote", "`plénière/décision`, ou identifiant d'un vote"),
}


def alternatives(schema: JsonSchema) -> list[JsonSchema]:
    """Give the shapes that a schema accepts, but for nothing at all and for a list beside its single item."""
    found = [one for one in schema.get("anyOf", [schema]) if one != {"type": "null"}]
    if len(found) == 1 and "anyOf" in found[0]:
        return alternatives(found[0])
    flat = [shape for one in found for shape in (alternatives(one) if "anyOf" in one else [one])]
    return [one for one in flat if not (one.get("type") == "array" and one["items"] in flat)]


def value_words(schema: JsonSchema, code: str) -> str:
    """Give what a value may be, in a language."""
    french = code == "fr"
    link = " ou " if french else " or "
    said = link.join(dict.fromkeys(_shape_words(one, french) for one in alternatives(schema)))
    return said + _also_list(schema, french)


def _also_list(schema: JsonSchema, french: bool) -> str:
    inner = next((one for one in schema.get("anyOf", []) if "anyOf" in one), schema)
    shapes = inner.get("anyOf", [])
    if any(one.get("type") == "array" and one["items"] in shapes for one in shapes):
        return ", ou une liste" if french else ", or a list"
    return ""


def _shape_words(shape: JsonSchema, french: bool) -> str:
    for known, *words in SCALARS:
        if shape == known:
            return words[french]
    if "enum" in shape:
        return ", ".join(f"`{word}`" for word in shape["enum"])
    if "const" in shape:
        return f"`{shape['const']}`"
    if "$ref" in shape:
        return "clés" if french else "keys"
    if shape.get("description", "").startswith("id: "):
        return TARGETS[Target(shape["description"].removeprefix("id: "))][french]
    if shape.get("type") == "array":
        inner = value_words(shape["items"], "fr" if french else "en")
        return f"liste : {inner}" if french else f"list: {inner}"
    if shape.get("type") == "object":
        return "clés" if french else "keys"
    raise ValueError(f"no words for {shape}")
