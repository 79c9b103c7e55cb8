"""For the documents that are about the whole programme, and about nothing in particular."""

from collectif_cli.model.programme import Programme
from collectif_cli.render.documents.document import Material


def subjects(programme: Programme) -> tuple[str, ...]:
    """Give the whole, and nothing else."""
    return ("",)


def usual(material: Material) -> tuple[str, ...]:
    """Give the whole."""
    return ("",)
