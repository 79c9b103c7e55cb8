"""Words of the process and of the territory, explained plainly."""

from collectif_cli.model.noun import Noun
from collectif_cli.model.source import Located, Span


class Term(Noun):
    """A word and its plain explanation."""

    word: Located[str]
    explanation: Located[str]


class Glossary(Noun):
    """Everything ``programme/glossary.yaml`` says."""

    span: Span
    terms: tuple[Term, ...] = ()
