"""``collectif show competences``: who decides what, and what may be promised."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Collectif
from tests.texts import write_texts

REPOSITORY = """
== collectif.yaml ==
schema: 1
name: Essai
language: fr
territory:
  municipality: {name: Poitiers}
  competences:
    - {id: sante, title: Hôpital et soins, exercised_by: etat}
    - {id: ecoles, title: Écoles, exercised_by: poitiers}
    - {id: sports, title: Sports, exercised_by: poitiers}
levels: [poitiers, agglo, etat]
== groups/education/group.yaml ==
title: Éducation
kind: thematic
competences: [ecoles]
== groups/education/exploration.yaml ==
competences: [{topic: Programmes, exercised_by: etat, source: table ronde}]
== programme/proposals/cantine.md ==
---
title: La cantine
group: education
levels: [poitiers]
competences: [ecoles]
status: draft
---
== programme/proposals/vieux.md ==
---
title: Vieux
group: education
competences: [ecoles]
status: withdrawn
---
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give three competences, one of which is not ours and one that nobody works on."""
    return write_texts(tmp_path / "collectif", REPOSITORY)


def test_the_map_puts_our_levels_first(collectif: Collectif, root: Path) -> None:
    """Each level says what may be done there; what groups found out comes last."""
    out = collectif("show", "competences", folder=root).out.replace("\u00a0", " ")
    lines = [line for line in out.splitlines() if line]
    assert lines == [
        "qui décide de quoi",
        "Poitiers : à nous de promettre",
        "  ecoles  1 texte  Écoles (Éducation)",
        "  sports  –        Sports (aucun groupe n’y travaille)",
        "l’État : demander, soutenir, plaider",
        "  sante  –  Hôpital et soins (aucun groupe n’y travaille)",
        "ce que les groupes ont trouvé",
        "  Programmes : l’État (Éducation, table ronde)",
    ]


def test_one_competence(collectif: Collectif, root: Path) -> None:
    """Who exercises it, and what we can do."""
    out = collectif("show", "sante", folder=root).out
    assert "demander, soutenir, plaider" in out
    told = json.loads(collectif("show", "ecoles", "--json", folder=root).out)
    assert told["facts"] == {
        "level": "poitiers",
        "ours": True,
        "groups": ["education"],
        "proposals": ["cantine"],
    }


def test_the_map_for_programs(collectif: Collectif, root: Path) -> None:
    """In the order of the levels."""
    told = json.loads(collectif("show", "competences", "--json", folder=root).out)
    assert [(one["id"], one["ours"]) for one in told["competences"]] == [
        ("ecoles", True),
        ("sports", True),
        ("sante", False),
    ]
    assert told["findings"][0]["exercised_by"] == "etat"
