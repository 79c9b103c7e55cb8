"""The index of the evidence: for each kind, the rule that looks for it and says what is missing."""

from collections.abc import Callable, Iterator
from typing import Any

from collectif_cli.model.phase import Evidence
from collectif_cli.progress import evidence_of_groups as of_groups
from collectif_cli.progress import evidence_of_plenaries as of_plenaries
from collectif_cli.progress import evidence_of_texts as of_texts
from collectif_cli.progress.missing import Missing
from collectif_cli.progress.scope import Scope

# A kind is a key of ``evidence:`` in collectif.yaml; the order is the one of the contract.
EVIDENCE: dict[str, Callable[[Any, Scope], Iterator[Missing]]] = {
    "document": of_groups.document,
    "field": of_groups.field,
    "members": of_groups.members,
    "composition": of_groups.composition,
    "facilitator": of_groups.facilitator,
    "meetings": of_groups.meetings_held,
    "exploration": of_groups.exploration,
    "contributions": of_texts.contributions,
    "proposals": of_texts.proposals,
    "mandates": of_groups.mandates,
    "plenary": of_plenaries.plenary,
    "vote": of_plenaries.vote,
    "edition": of_plenaries.edition,
}


def missing_evidence(evidence: Evidence, scope: Scope) -> tuple[Missing, ...]:
    """Give what is missing, in the order of the index."""
    found: list[Missing] = []
    for kind, look in EVIDENCE.items():
        asked = getattr(evidence, kind)
        if asked is not None:
            found.extend(look(getattr(asked, "value", asked), scope))
    return tuple(found)
