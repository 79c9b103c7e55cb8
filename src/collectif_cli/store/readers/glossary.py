"""Reads ``programme/glossary.yaml``."""

from collectif_cli.model.glossary import Glossary, Term
from collectif_cli.model.source import Located
from collectif_cli.store.fields import Keyed
from collectif_cli.store.reading import Reading
from collectif_cli.store.scalars import TEXT
from collectif_cli.store.yaml_tree import Node


def _term(word: Located[str], explanation: Located[str]) -> Term:
    return Term(word=word, explanation=explanation)


GLOSSARY = Keyed(TEXT, TEXT, _term)


def read_glossary(root: Node, reading: Reading) -> Glossary | None:
    """Give the words in the order of the file."""
    terms = GLOSSARY.read(root, reading)
    return None if terms is None else Glossary(span=reading.top, terms=terms)
