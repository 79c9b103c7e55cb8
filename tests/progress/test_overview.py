"""Evidence by evidence: what is missing, what a waiver lifts, which groups are asked what."""

from datetime import date
from pathlib import Path

import pytest

from collectif_cli.progress.evidence import EVIDENCE
from collectif_cli.progress.overview import overview
from collectif_cli.progress.standing import Overview
from collectif_cli.store.load import load
from collectif_cli.store.readers.collective import EVIDENCE as EVIDENCE_TABLE
from collectif_cli.store.tree import WorkTree
from tests.texts import write_texts

HEAD = """
== collectif.yaml ==
schema: 1
name: Essai
language: fr
levels: [poitiers]
phases:
  - id: une
    title: Une
    scope: {scope}
    starts: 2019-01-01
    ends: 2019-03-31
    objectives:
      - {{id: o, title: Objectif, evidence: {evidence}{waived}}}
== groups/eau/group.yaml ==
title: Eau
kind: thematic
formed: 2018-11-20
{group}
"""


def seen(
    tmp_path: Path, evidence: str, scope: str = "group", group: str = "", more: str = "", waived: str = ""
) -> Overview:
    text = HEAD.format(evidence=evidence, scope=scope, group=group, waived=waived) + more
    programme, _ = load(WorkTree(write_texts(tmp_path, text)))
    return overview(programme, date(2019, 5, 1))


def missing(whole: Overview) -> list[str]:
    phase = whole.groups[0].phases[0] if whole.groups[0].phases else whole.collective[0]
    return [said.text for said in phase.objectives[0].missing]


MEETING = "== groups/eau/meetings/2019-02-01.md ==\n---\ndate: 2019-02-01\n---\nOrdre du jour.\n"
CALL = "== groups/eau/call.md ==\nVenez.\n"
EXPLORATION = (
    "== groups/eau/exploration.yaml ==\nvisits: [{title: Usine}]\n"
    "competences: [{topic: Eau, exercised_by: poitiers}]\n"
)
CONTRIBUTION = "== programme/contributions/a/1.md ==\n---\ngroup: eau\nfate: assigned\n---\nUne idée.\n"
PROPOSAL = "== programme/proposals/p.md ==\n---\ntitle: P\ngroup: eau\nstatus: submitted\n---\nTexte.\n"
PLENARY = (
    "== programme/plenaries/2019-02-10-p.md ==\n---\nnumber: 4\ndate: 2019-02-10\n"
    "decisions: [{id: d1, kind: adopt, on: [outline], how: consent}]\n---\nMinutes.\n"
)


@pytest.mark.parametrize(
    ("evidence", "group", "more"),
    [
        ("{document: call}", "", CALL),
        ("{field: working_methods}", "working_methods: {rhythm: hebdomadaire}", ""),
        ("{members: 1}", "members: [{person: a, from: 2019-01-01}]", ""),
        ("{members: 5}", "headcount: {date: 2019-02-01, active: 6}", ""),
        ("{composition: true}", "composition: {date: 2019-02-01, women: 3, men: 3}", ""),
        ("{facilitator: true}", "facilitators: [{person: a, from: 2019-01-01}]", ""),
        ("{meetings: 1}", "", MEETING),
        ("{exploration: {visits: 1, competences: true}}", "", EXPLORATION),
        ("{contributions: triaged}", "", CONTRIBUTION),
        ("{proposals: {status: submitted}}", "", PROPOSAL),
        ("{mandates: 1}", "mandates: [{role: titulaire, person: a, from: 2019-02-01}]", ""),
        ("{plenary: {number: 4}}", "", PLENARY),
        ("{plenary: {kind: adopt}}", "", PLENARY),
        ("{vote: {on: outline, outcome: adopted}}", "", PLENARY),
    ],
)
def test_evidence_is_found(tmp_path: Path, evidence: str, group: str, more: str) -> None:
    assert missing(seen(tmp_path, evidence, group=group, more=more)) == []


@pytest.mark.parametrize(
    ("evidence", "said", "more"),
    [
        ("{document: call}", "groups/{group}/{kind}.md is not written", ""),
        ("{field: working_methods}", "groups/{group}/group.yaml does not say “{key}”", ""),
        ("{members: 2}", "{n} person is missing ({there} of {least})", ""),
        ("{composition: true}", "the composition of “{group}” is not declared", ""),
        ("{facilitator: true}", "“{group}” has no facilitator", ""),
        ("{meetings: 2}", "{n} meeting is missing", MEETING),
        ("{exploration: {documents: 1}}", "{n} document is missing", EXPLORATION),
        ("{exploration: {competences: true}}", "who decides what is not written in exploration.yaml", ""),
        (
            "{contributions: triaged}",
            "{n} contribution is not sorted yet",
            CONTRIBUTION.replace("assigned", "new"),
        ),
        ("{contributions: answered}", "{n} contribution waits for an answer", CONTRIBUTION),
        ("{proposals: {status: adopted}}", "{n} proposal with the status “{status}” is missing", PROPOSAL),
        ("{mandates: 2}", "{n} mandate is missing", ""),
        ("{plenary: {number: 5}}", "plenary number {number} is not recorded", PLENARY),
        ("{plenary: {kind: reject}}", "no plenary has decided this (“{kind}”)", PLENARY),
        (
            "{vote: {on: outline, outcome: rejected}}",
            "no vote or decision on “{subject}” is recorded",
            PLENARY,
        ),
        ("{edition: programme}", "the edition “{name}” is not published", ""),
        ("{document: outline}", "programme/{kind}.yaml is not written", ""),
    ],
)
def test_evidence_is_missing(tmp_path: Path, evidence: str, said: str, more: str) -> None:
    assert missing(seen(tmp_path, evidence, more=more)) == [said]


def test_every_kind_of_evidence_of_the_contract_is_looked_for() -> None:
    assert set(EVIDENCE) == set(EVIDENCE_TABLE.fields)


def test_a_decision_waives_an_objective(tmp_path: Path) -> None:
    whole = seen(tmp_path, "{meetings: 9}", waived=", waived_by: 2019-02-10-p/d1")
    assert whole.groups[0].phases[0].objectives[0].is_met
    assert whole.late == ()


def test_a_phase_that_ended_with_something_owed_is_late(tmp_path: Path) -> None:
    whole = seen(tmp_path, "{meetings: 9}")
    assert [(group.group.id if group else "", phase.phase.id.value) for group, phase in whole.late] == [
        ("eau", "une")
    ]
    assert whole.following is None


@pytest.mark.parametrize(
    ("group", "asked", "story"),
    [
        ("dissolved: 2019-02-01\nmerged_into: eau", False, "merged into {group} on {day}"),
        ("dissolved: 2019-04-15", True, "dissolved on {day}"),
        ("dissolved: 2019-06-01", True, None),
    ],
)
def test_groups_that_left_are_not_asked_what_came_after(
    tmp_path: Path, group: str, asked: bool, story: str | None
) -> None:
    standing = seen(tmp_path, "{meetings: 1}", group=group).groups[0]
    assert standing.phases[0].asked is asked
    assert (standing.story.text if standing.story else None) == story


def test_the_collective_is_asked_of_everyone(tmp_path: Path) -> None:
    whole = seen(tmp_path, "{proposals: {status: submitted, at_least: 2}}", scope="collective", more=PROPOSAL)
    assert [said.text for said in whole.collective[0].objectives[0].missing] == [
        "{n} proposal with the status “{status}” is missing"
    ]
