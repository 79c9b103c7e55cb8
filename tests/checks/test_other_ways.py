"""The other ways of breaking a rule, beside its example; each docstring is laid over the base."""

import inspect
import re
from datetime import date
from pathlib import Path

import pytest

from tests.checks.examples import lay_out
from tests.checks.test_examples import found_in


@pytest.fixture
def found(request: pytest.FixtureRequest, tmp_path: Path) -> list[str]:
    """Give what is found in the repository of the test's docstring: ``== path ==`` starts a file."""
    lay_out("base", "nothing", tmp_path)
    parts = re.split(r"^== (.+) ==\n", inspect.cleandoc(request.function.__doc__) + "\n", flags=re.MULTILINE)
    for path, text in zip(parts[1::2], parts[2::2], strict=True):
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return found_in(tmp_path, date(2019, 9, 1))


def test_group_that_nobody_ever_facilitated(found: list[str]) -> None:
    """
    == groups/jeunesse/group.yaml ==
    title: Jeunesse
    kind: transversal
    formed: 2019-01-10
    == groups/sante/group.yaml ==
    title: Santé
    kind: thematic
    == groups/liste/group.yaml ==
    title: Groupe liste
    kind: list
    formed: 2019-01-10
    """
    assert found == ["groups/jeunesse/group.yaml:1:8 group-no-facilitator"]


def test_mergers_that_go_round(found: list[str]) -> None:
    """
    == groups/a/group.yaml ==
    title: A
    kind: campaign
    dissolved: 2019-03-01
    merged_into: b
    == groups/b/group.yaml ==
    title: B
    kind: campaign
    dissolved: 2019-03-01
    merged_into: a
    == groups/c/group.yaml ==
    title: C
    kind: campaign
    dissolved: 2019-03-01
    merged_into: a
    """
    assert found == [f"groups/{id}/group.yaml:4:14 group-related-to-itself" for id in "ab"]


def test_former_id_that_two_groups_claim(found: list[str]) -> None:
    """
    == groups/a/group.yaml ==
    title: A
    kind: campaign
    aliases: [ancien]
    == groups/b/group.yaml ==
    title: B
    kind: campaign
    aliases: [ancien]
    """
    assert found == ["groups/a/group.yaml:3:11 group-alias-taken"]


def test_stretches_that_end_with_the_group_or_hand_over(found: list[str]) -> None:
    """
    == groups/people.yaml ==
    tilleul: {name: Tilleul, joined: 2018-11-20, left: 2019-06-04}
    cedre: {name: Cèdre, joined: 2018-12-01}
    == groups/eau/group.yaml ==
    title: Eau
    kind: thematic
    formed: 2018-11-20
    levels: [grand-poitiers]
    competences: [eau]
    facilitators:
      - {person: tilleul, from: 2018-11-20, to: 2019-03-05}
      - {person: tilleul, from: 2019-03-05, to: 2019-06-04}
      - {person: cedre, from: 2019-06-04}
    == groups/universite/group.yaml ==
    title: Université
    kind: thematic
    formed: 2018-12-18
    dissolved: 2019-06-01
    members: [{person: tilleul, from: 2018-12-18}]
    """
    assert found == []


def test_person_and_group_that_ended_first(found: list[str]) -> None:
    """
    == groups/people.yaml ==
    tilleul: {name: Tilleul, joined: 2018-11-20}
    cedre: {name: Cèdre, joined: 2018-12-01}
    merle: {name: Merle, joined: 2019-01-10, left: 2019-06-30}
    == groups/universite/group.yaml ==
    title: Université
    kind: thematic
    formed: 2018-12-18
    dissolved: 2019-06-04
    members:
      - {person: merle, from: 2019-01-10, to: 2019-07-15}
      - {person: cedre, from: 2019-07-01}
    """
    assert found == [
        "groups/universite/group.yaml:6:43 group-membership-outside-life",
        "groups/universite/group.yaml:6:43 group-membership-outside-presence",
        "groups/universite/group.yaml:7:27 group-membership-outside-life",
    ]


def test_mandate_of_another_group(found: list[str]) -> None:
    """
    == programme/plenaries/2019-07-11-pleniere-9.md ==
    ---
    number: 9
    date: 2019-07-11
    place: Salle Timbaud
    convened: 2019-06-27
    attendance: {present: 40, represented: 0, record: counted}
    agenda: [{id: a1, title: Mandat des binômes, kind: decision}]
    decisions:
      - {id: d1, kind: mandate, on: jeunesse, how: consent}
    ---
    La plénière a mandaté le binôme du groupe Jeunesse.
    == groups/jeunesse/group.yaml ==
    title: Jeunesse
    kind: campaign
    mandates: [{role: other, person: merle, given_by: 2019-07-11-pleniere-9/d1, from: 2019-07-11}]
    == groups/universite/group.yaml ==
    title: Université
    kind: campaign
    mandates: [{role: other, person: merle, given_by: 2019-07-11-pleniere-9/d1, from: 2019-07-11}]
    """
    assert found == ["groups/universite/group.yaml:3:51 group-mandate-unfounded"]


def test_composition_of_more_people_than_registered(found: list[str]) -> None:
    """
    == groups/jeunesse/group.yaml ==
    title: Jeunesse
    kind: campaign
    headcount: {date: 2019-04-09, active: 5, registered: 8}
    composition:
      - {date: 2019-04-09, women: 5, men: 4, other: 0, first_engagement: 9}
      - {date: 2019-04-10, women: 5, first_engagement: 9}
      - {date: 2020-04-10, women: 5, men: 4, other: 0}
    """
    assert found == [
        "groups/jeunesse/group.yaml:5:12 group-composition-impossible",
        "groups/jeunesse/group.yaml:7:12 group-figures-in-future",
    ]


def test_account_of_somebody_who_is_never_named(found: list[str]) -> None:
    """
    == groups/people.yaml ==
    tilleul: {name: Tilleul, joined: 2018-11-20}
    cedre: {name: Cèdre, joined: 2018-12-01}
    merle: {visible: false, account: merle-pc}
    cor-nier: {name: Cormier}
    comte: {name: Charme}
    comier: {name: Orme}
    """
    assert found == [
        "groups/people.yaml:3:34 person-hidden-with-name",
        "groups/people.yaml:6:1 person-look-alike",
    ]


def test_fallbacks_that_go_round(found: list[str]) -> None:
    """
    == collectif.yaml ==
    schema: 1
    name: Collectif d'essai
    language: fr
    territory:
      municipality: {name: Lyon, population: 520000, seats: 73}
      competences:
        - {id: eau, title: Eau potable, exercised_by: grand-poitiers}
    levels: [poitiers, grand-poitiers]
    phases:
      - id: construction
        title: Construction
        scope: collective
        starts: 2018-10-18
        ends: 2019-12-31
        planned_starts: 2018-10-18
        planned_ends: 2018-01-31
        objectives:
          - {id: motivations, title: Motivations, evidence: {document: motivations}}
          - {id: motivations, title: Plan, evidence: {document: outline}}
    decision_rules:
      a: {method: consent, fallback: b}
      b: {method: consent, fallback: a}
      c: {method: consent, fallback: b}
      d: {method: majority, base: expressed, threshold: "> 1/2"}
      e: {method: majority}
    list_rules: {seats: 73, substitutes: 3}
    checks:
      ignore:
        - {rule: yaml-anchor, reason: Aucune., until: 2019-09-01}
    """
    assert found == [
        "collectif.yaml:16:19 calendar-phase-reversed",
        "collectif.yaml:18:68 calendar-evidence-scope",
        "collectif.yaml:19:14 calendar-duplicate-id",
        "collectif.yaml:21:34 collective-rule-fallback",
        "collectif.yaml:22:34 collective-rule-fallback",
        "collectif.yaml:25:15 collective-rule-incomplete",
        "collectif.yaml:25:15 collective-rule-incomplete",
        "collectif.yaml:26:38 collective-list-seats",
    ]


def test_dates_that_cannot_be(found: list[str]) -> None:
    """
    == programme/organisations/amis.yaml ==
    title: Les Amis de l'eau
    joined: 1919-05-01
    left: 2091-05-01
    signed: {date: 1919-05-02}
    meetings: [{date: 1919-05-03}]
    == programme/votes/nom/vote.yaml ==
    title: Nom du chapitre
    opens: 1919-05-04T20:30+02:00
    closes: 2019-05-05
    rule: wording
    electorate: {kind: group, group: eau, date: 1919-05-01}
    ballots: counts
    questions: [{id: nom, title: "Quel nom ?", options: [{id: a, title: Captages}]}]
    == groups/eau/exploration.yaml ==
    documents: [{title: Plan des fontaines, date: 1884-05-01}]
    visits: [{title: La source, date: 1919-05-01}]
    == groups/eau/meetings/0219-04-12.md ==
    ---
    date: 0219-04-12
    ---
    """
    assert [line for line in found if line.split()[-1].startswith(("calendar-", "group-"))] == [
        "groups/eau/exploration.yaml:2:35 calendar-far-away",
        "groups/eau/meetings/0219-04-12.md:2:7 calendar-far-away",
        "groups/eau/meetings/0219-04-12.md:2:7 group-meeting-outside-life",
        "programme/organisations/amis.yaml:2:9 calendar-far-away",
        "programme/organisations/amis.yaml:3:7 calendar-far-away",
        "programme/organisations/amis.yaml:4:16 calendar-far-away",
        "programme/organisations/amis.yaml:5:19 calendar-far-away",
        "programme/votes/nom/vote.yaml:2:8 calendar-far-away",
        "programme/votes/nom/vote.yaml:5:45 calendar-far-away",
    ]


def test_proposal_that_is_placed_under_a_former_id(found: list[str]) -> None:
    """
    == programme/outline.yaml ==
    outline:
      - {id: ressources, title: Ressources, proposals: [captages, captages]}
      - {id: nature, title: Nature, proposals: [eau-pure]}
    == programme/plenaries/2019-07-11-pleniere-9.md ==
    ---
    number: 9
    date: 2019-07-11
    place: Salle Timbaud
    convened: 2019-06-27
    attendance: {present: 40, represented: 0, record: counted}
    agenda: [{id: a1, title: Propositions, kind: decision}]
    decisions:
      - {id: d1, kind: merge, on: sources, into: eau-pure, how: consent}
    ---
    La plénière a pris connaissance des propositions de chaque groupe.
    == programme/proposals/sources.md ==
    ---
    title: Protéger les sources de la Varenne
    group: eau
    levels: [grand-poitiers]
    competences: [eau]
    status: merged
    into: eau-pure
    aliases: [captages]
    decisions: [2019-07-11-pleniere-9/d1]
    ---
    ## Constat
    Les sources de la ville sont fragiles.

    ## Proposition
    Planter des haies autour des sources de la ville.
    """
    assert "programme/outline.yaml:2:53 outline-placed-terminal" in found
    assert "programme/outline.yaml:2:63 outline-placed-twice" in found
    assert "programme/outline.yaml:3:45 outline-placed-not-adopted" in found
    assert {line.split()[-1] for line in found} == {
        "outline-placed-not-adopted",
        "outline-placed-terminal",
        "outline-placed-twice",
        "reference-former-proposal",
    }


@pytest.mark.parametrize("path", ["collectif.yaml", "groups/people.yaml", "groups/eau/group.yaml"])
def test_what_could_not_be_read_is_blamed_once(path: str, tmp_path: Path) -> None:
    lay_out("base", "nothing", tmp_path)
    (tmp_path / path).write_text("eau: [\n", encoding="utf-8")
    codes = {line.split()[-1] for line in found_in(tmp_path, date(2019, 9, 1))}
    assert codes == {"yaml-syntax"}


def test_rule_that_an_open_vote_froze_may_leave(found: list[str]) -> None:
    """
    == programme/votes/nom/vote.yaml ==
    title: Nom du chapitre
    plenary: 2019-07-11-pleniere-9
    date: 2019-07-11
    rule: ancienne
    electorate: {kind: present, present: 40}
    ballots: counts
    questions:
      - {id: nom, title: "Quel nom ?", options: [{id: a, title: Captages}, {id: b, title: Sources}]}
    frozen:
      date: 2019-07-11
      rule: {method: plurality}
      electorate: {count: 40}
      questions:
        - {id: nom, title: "Quel nom ?", options: [{id: a, title: Captages}, {id: b, title: Sources}]}
      digest: sha256:0000
    """
    families = {line.split()[-1].partition("-")[0] for line in found}
    assert not families & {"reference", "schema", "yaml"}


def test_status_that_cannot_be_read_is_not_taken_for_a_draft(found: list[str]) -> None:
    """
    == programme/proposals/velo.md ==
    ---
    title: Partager la rue entre tout le monde
    group: eau
    levels: [grand-poitiers]
    competences: [eau]
    status: adoptee
    ---
    ## Constat
    La rue est aux voitures.

    ## Proposition
    Partager.
    """
    assert found == ["programme/proposals/velo.md:6:9 schema-choice"]
