"""The JSON Schemas of the documents, for editors: what they show while somebody types a text.

They accept all that the readers accept, and a little more: an editor reads ``35`` or ``true`` where the
schema of the texts reads a title, and no JSON Schema says that an id must lead somewhere.
"""

from typing import Any

from collectif_cli.store.documents import DOCUMENTS
from collectif_cli.store.fields import JsonSchema
from collectif_cli.store.readers.outline import NODE

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# What is referred to by its name, because it holds things of its own kind.
_DEFINITIONS = {"node": NODE}


def schemas() -> dict[str, JsonSchema]:
    """Give a whole JSON Schema (draft 2020-12) for each kind of document that has keys and values.

    For a Markdown text it is the schema of its front matter.
    """
    return {
        kind: _whole(kind, known.schema.json_schema()) for kind, known in DOCUMENTS.items() if known.schema
    }


def _whole(kind: str, schema: JsonSchema) -> JsonSchema:
    named = {name for name in _DEFINITIONS if _refers(schema, f"#/$defs/{name}")}
    definitions = {name: _DEFINITIONS[name].json_schema() for name in sorted(named)}
    whole = {"$schema": DIALECT, "title": kind, **schema}
    return {**whole, "$defs": definitions} if definitions else whole


def _refers(part: Any, name: str) -> bool:
    """Tell whether a schema refers to a definition, at any depth."""
    if isinstance(part, dict):
        return part.get("$ref") == name or any(_refers(value, name) for value in part.values())
    return isinstance(part, list) and any(_refers(value, name) for value in part)
