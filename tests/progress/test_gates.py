"""What keeps a gate closed, and the words by which a gate is found."""

from datetime import date
from pathlib import Path

import pytest

from collectif_cli.model.register import Register, register_of
from collectif_cli.progress.gate_names import MONTHS, find_gate, word_for
from collectif_cli.progress.gates import KINDS, Gate, all_gates, gate_ahead, why_not
from collectif_cli.progress.overview import overview
from collectif_cli.store.load import load
from collectif_cli.store.tree import WorkTree
from tests.progress.given import given

REFERENCE = Path(__file__).parents[2]
TEXTS = """
== collectif.yaml ==
schema: 1
name: Essai
language: fr
levels: [poitiers]
phases:
  - id: exploration
    title: Exploration
    scope: group
    starts: 2019-01-01
    ends: 2019-05-31
    objectives:
      - {id: bilan, title: "Bilan de l'exploration", evidence: {document: review}}
  - id: methode
    title: "Préparer l'été"
    scope: collective
    starts: 2019-04-10
    ends: 2019-07-11
    objectives:
      - {id: exercice, title: S'exercer, evidence: {plenary: {number: 8}}}
      - {id: neuf, title: Se retrouver, evidence: {plenary: {number: 9}}}
  - id: propositions
    title: Construction des propositions
    scope: group
    starts: 2019-06-01
    ends: 2019-07-11
    objectives:
      - {id: propositions, title: Propositions déposées, evidence: {proposals: {status: submitted}}}
      - {id: binome, title: Binôme mandaté, evidence: {mandates: 2}}
  - id: debats
    title: Débats
    scope: collective
    starts: 2019-10-01
    ends: 2019-10-31
    objectives:
      - {id: mobilites, title: Débat sur les mobilités, evidence: {plenary: {number: 12}}}
== groups/eau/group.yaml ==
title: Eau
kind: thematic
formed: 2018-11-20
== groups/mobilites/group.yaml ==
title: Mobilités
kind: thematic
formed: 2018-11-20
== groups/sante/group.yaml ==
title: Santé
kind: thematic
== groups/mobilites/review.md ==
Nous avons vu, lu, marché.
== programme/plenaries/2019-05-28-pleniere-7.md ==
---
number: 7
date: 2019-05-28
---
Compte rendu.
== programme/plenaries/2019-07-11-pleniere-9.md ==
---
number: 9
title: Les propositions avant l'été
date: 2019-07-11
---
Ordre du jour.
"""


@pytest.fixture
def june(tmp_path: Path) -> Register:
    """Give the register on 25 June 2019."""
    return given(tmp_path, TEXTS, "2019-06-25")


def owed(gate: Gate, register: Register, group: str = "") -> list[str]:
    found = why_not(gate, overview(register), group)
    return [
        f"{one.group.group.id if one.group else 'all'}:{one.objective.objective.id.value}" for one in found
    ]


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("juillet", "2019-07-11-pleniere-9"),
        ("July", "2019-07-11-pleniere-9"),
        ("JUILLET 2019", "2019-07-11-pleniere-9"),
        ("11 juillet", "2019-07-11-pleniere-9"),
        ("le 11 juillet 2019", "2019-07-11-pleniere-9"),
        ("2019-07-11", "2019-07-11-pleniere-9"),
        ("2019-07", "2019-07-11-pleniere-9"),
        ("plénière de juillet", "2019-07-11-pleniere-9"),
        ("plenary 9", "2019-07-11-pleniere-9"),
        ("Plénière n° 9", "2019-07-11-pleniere-9"),
        ("9", "2019-07-11-pleniere-9"),
        ("pleniere", "2019-07-11-pleniere-9"),
        ("avant l'été", "2019-07-11-pleniere-9"),
        ("2019-07-11-pleniere-9", "2019-07-11-pleniere-9"),
        ("mai", "2019-05-28-pleniere-7"),
        ("31 mai", "2019-05-31"),
        ("octobre", "2019-10-31"),
        ("propositions", "propositions"),
        ("Construction des propositions", "propositions"),
        ("constr", "propositions"),
        ("propositions/propositions", "propositions/propositions"),
        ("binome", "propositions/binome"),
        ("binôme", "propositions/binome"),
        ("bilan de l'exploration", "exploration/bilan"),
        ("phase exploration", "exploration"),
        ("plenary 12", "debats/mobilites"),
    ],
)
def test_a_gate_is_found_by_the_words_that_people_use(june: Register, text: str, id: str) -> None:
    gate = find_gate(text, june)
    assert gate is not None
    assert gate.id == id


@pytest.mark.parametrize("text", ["", "  ", "août", "plenary 99", "32 juillet", "juillet 2018", "zzz", "la"])
def test_what_names_no_gate_finds_none(june: Register, text: str) -> None:
    assert find_gate(text, june) is None


def test_every_gate_of_the_reference_programme_is_found_by_its_id_and_its_word() -> None:
    programme, _ = load(WorkTree(REFERENCE))
    for day in (date(2018, 10, 20), date(2019, 7, 1), date(2020, 1, 22)):
        register = register_of(programme, day)
        gates = list(all_gates(register))
        assert {gate.kind for gate in gates} == set(KINDS) - {"day"}
        for gate in gates:
            assert find_gate(gate.id, register) == gate
            for code in MONTHS:
                assert find_gate(word_for(gate, register, code), register) == gate


def test_the_month_is_the_word_for_a_plenary(june: Register) -> None:
    gate = find_gate("9", june)
    assert gate is not None
    assert (word_for(gate, june, "fr"), word_for(gate, june, "en")) == ("juillet", "July")


def test_a_plenary_waits_for_all_that_ends_by_its_day_but_not_for_itself(june: Register) -> None:
    gate = find_gate("juillet", june)
    assert gate is not None
    assert owed(gate, june) == [
        *("eau:bilan", "eau:propositions", "eau:binome"),
        *("mobilites:propositions", "mobilites:binome", "all:exercice"),
    ]
    assert owed(gate, june, "mobilites") == ["mobilites:propositions", "mobilites:binome"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("exploration", ["eau:bilan"]),
        ("binome", ["eau:binome", "mobilites:binome"]),
        ("methode", ["all:exercice", "all:neuf"]),
        ("31 mai", ["eau:bilan"]),
    ],
)
def test_a_phase_waits_for_its_own(june: Register, text: str, found: list[str]) -> None:
    gate = find_gate(text, june)
    assert gate is not None
    assert owed(gate, june) == found


def test_a_group_not_formed_yet_owes_only_when_it_is_named(tmp_path: Path) -> None:
    register = given(tmp_path, TEXTS, "2019-05-01")
    gate = find_gate("exploration", register)
    assert gate is not None
    assert owed(gate, register) == ["eau:bilan"]
    assert owed(gate, register, "sante") == ["sante:bilan"]


@pytest.mark.parametrize(
    ("day", "id"),
    [
        ("2019-05-28", "2019-05-28-pleniere-7"),
        ("2019-06-25", "2019-07-11-pleniere-9"),
        ("2019-09-01", "debats"),
    ],
)
def test_the_gate_ahead_is_the_next_plenary_else_the_next_end(tmp_path: Path, day: str, id: str) -> None:
    register = given(tmp_path, TEXTS, day)
    ahead = gate_ahead(register, overview(register))
    assert ahead is not None
    assert ahead.id == id


def test_no_gate_is_ahead_when_the_calendar_is_over(tmp_path: Path) -> None:
    register = given(tmp_path, TEXTS, "2019-11-01")
    assert gate_ahead(register, overview(register)) is None
