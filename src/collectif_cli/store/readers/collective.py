"""Reads ``collectif.yaml``."""

from typing import Any

from collectif_cli.model.collective import (
    Checks,
    Collective,
    Competence,
    Ignored,
    Intercommunality,
    ListRules,
    Municipality,
    Privacy,
    ProposalForm,
    Representativity,
    Territory,
)
from collectif_cli.model.identifiers import Target
from collectif_cli.model.phase import (
    Evidence,
    ExplorationEvidence,
    Objective,
    Phase,
    PlenaryEvidence,
    ProposalsEvidence,
    VoteEvidence,
)
from collectif_cli.model.plenary import DECISION_KINDS
from collectif_cli.model.proposal import STATUSES
from collectif_cli.model.source import Located
from collectif_cli.store.fields import Field, Many, Table
from collectif_cli.store.readers.decision_rule import NAMED_RULES
from collectif_cli.store.reading import Reading
from collectif_cli.store.scalars import (
    BOOLEAN,
    DATE,
    DAYS,
    INTEGER,
    NEW_ID,
    TEXT,
    THRESHOLD,
    Choice,
    Reference,
)
from collectif_cli.store.yaml_tree import Node

LANGUAGES = ("fr", "en")

MUNICIPALITY = Table(
    Municipality,
    Field("name", TEXT, required=True),
    Field("population", INTEGER),
    Field("seats", INTEGER),
)
INTERCOMMUNALITY = Table(
    Intercommunality,
    Field("name", TEXT, required=True),
    Field(
        "kind",
        Choice(
            "communaute-de-communes", "communaute-agglomeration", "communaute-urbaine", "metropole", "other"
        ),
    ),
    Field("seats", INTEGER),
)
COMPETENCE = Table(
    Competence,
    Field("id", NEW_ID, required=True),
    Field("title", TEXT, required=True),
    Field("exercised_by", Reference(Target.LEVEL), required=True),
)
TERRITORY = Table(
    Territory,
    Field("municipality", MUNICIPALITY),
    Field("intercommunality", INTERCOMMUNALITY),
    Field("competences", Many(COMPETENCE)),
)
EXPLORATION_EVIDENCE = Table(
    ExplorationEvidence,
    Field("documents", INTEGER),
    Field("existing_projects", INTEGER),
    Field("visits", INTEGER),
    Field("round_tables", INTEGER),
    Field("competences", BOOLEAN),
)
PROPOSALS_EVIDENCE = Table(
    ProposalsEvidence,
    Field("status", Choice(*STATUSES), required=True),
    Field("at_least", INTEGER),
)
EVIDENCE = Table(
    Evidence,
    Field("document", Choice("motivations", "call", "review", "outline", "candidates", "glossary")),
    Field("field", Choice("working_methods", "competences", "levels", "headcount")),
    Field("members", INTEGER),
    Field("composition", BOOLEAN),
    Field("facilitator", BOOLEAN),
    Field("meetings", INTEGER),
    Field("exploration", EXPLORATION_EVIDENCE),
    Field("contributions", Choice("triaged", "answered")),
    Field("proposals", PROPOSALS_EVIDENCE),
    Field("mandates", INTEGER),
    Field(
        "plenary",
        Table(PlenaryEvidence, Field("kind", Choice(*DECISION_KINDS, "any")), Field("number", INTEGER)),
    ),
    Field(
        "vote",
        Table(
            VoteEvidence,
            Field("on", Reference(Target.SUBJECT)),
            Field("outcome", Choice("adopted", "rejected")),
        ),
    ),
    Field("edition", TEXT),
)
OBJECTIVE = Table(
    Objective,
    Field("id", NEW_ID, required=True),
    Field("title", TEXT, required=True),
    Field("evidence", EVIDENCE),
    Field("waived_by", Reference(Target.DECISION)),
)
PHASE = Table(
    Phase,
    Field("id", NEW_ID, required=True),
    Field("title", TEXT, required=True),
    Field("scope", Choice("group", "collective"), required=True),
    Field("starts", DATE, required=True),
    Field("ends", DATE, required=True),
    Field("planned_starts", DATE),
    Field("planned_ends", DATE),
    Field("objectives", Many(OBJECTIVE)),
)
PROPOSAL_FORM = Table(ProposalForm, Field("sections", Many(TEXT)), Field("max_words", INTEGER))
LIST_RULES = Table(
    ListRules,
    Field("seats", INTEGER),
    Field("substitutes", INTEGER),
    Field("renewed", THRESHOLD),
    Field("party_members", THRESHOLD),
    Field("guaranteed_from", Many(TEXT)),
)
REPRESENTATIVITY = Table(
    Representativity,
    Field("women", THRESHOLD),
    Field("men", THRESHOLD),
    Field("first_engagement", THRESHOLD),
    Field("under_30", THRESHOLD),
)
IGNORED = Table(
    Ignored,
    Field("rule", TEXT, required=True),
    Field("reason", TEXT, required=True),
    Field("until", DATE, required=True),
    Field("path", TEXT),
)


def _nameless(reading: Reading) -> Located[str]:
    return Located("", reading.top)


COLLECTIVE = Table(
    Collective,
    Field("schema", INTEGER, required=True, fallback=lambda reading: Located(1, reading.top)),
    Field("name", TEXT, required=True, fallback=_nameless),
    Field("language", Choice(*LANGUAGES), required=True, fallback=lambda reading: Located("fr", reading.top)),
    Field("territory", TERRITORY),
    Field("levels", Many(NEW_ID)),
    Field("phases", Many(PHASE)),
    Field("proposal", PROPOSAL_FORM),
    Field("decision_rules", NAMED_RULES),
    Field("list_rules", LIST_RULES),
    Field("freeze_before_plenary", DAYS),
    Field("privacy", Table(Privacy, Field("minimum_cell", INTEGER))),
    Field("representativity", REPRESENTATIVITY),
    Field("checks", Table(Checks, Field("ignore", Many(IGNORED)))),
)


def read_collective(root: Node, reading: Reading) -> Collective | None:
    """Give the collective that ``collectif.yaml`` describes."""
    extra: dict[str, Any] = {"span": reading.top}
    return COLLECTIVE.read(root, reading, **extra)
