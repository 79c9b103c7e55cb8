"""Evidence by evidence: what is found, what is missing, who can bring it, and how."""

from pathlib import Path

import pytest

from collectif_cli.cli.completion_words import WORDS
from collectif_cli.progress.evidence import EVIDENCE
from collectif_cli.progress.missing import ACTORS, Missing
from collectif_cli.progress.overview import overview
from collectif_cli.progress.standing import ObjectiveStanding
from collectif_cli.render.language import language
from collectif_cli.store.readers.collective import EVIDENCE as EVIDENCE_TABLE
from tests.progress.given import given

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
== groups/people.yaml ==
a: {{name: Alouette}}
b: {{visible: false}}
== groups/eau/group.yaml ==
title: Eau
kind: thematic
formed: 2018-11-20
{group}
"""


def seen(
    tmp_path: Path, evidence: str, scope: str = "group", group: str = "", more: str = "", waived: str = ""
) -> ObjectiveStanding:
    text = HEAD.format(evidence=evidence, scope=scope, group=group, waived=waived) + more
    whole = overview(given(tmp_path, text))
    phase = whole.groups[0].phases[0] if scope == "group" else whole.collective[0]
    return phase.objectives[0]


def missing(found: ObjectiveStanding) -> list[str]:
    return [one.said.text for one in found.missing]


def how(one: Missing) -> tuple[list[str], str]:
    """Give who can act, and what to do, in English."""
    return [actor.kind for actor in one.who], language("en").say(one.remedy.said)


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
        ("{document: call}", "this text is not written yet", ""),
        ("{field: working_methods}", "the way of working is not described yet", ""),
        ("{members: 2}", "{n} person is missing ({there} of {least})", ""),
        ("{composition: true}", "the composition is not declared yet, in totals", ""),
        ("{facilitator: true}", "nobody facilitates the group", ""),
        ("{meetings: 2}", "{n} meeting is missing ({there} of {least})", MEETING),
        ("{exploration: {documents: 1}}", "{n} document is missing", EXPLORATION),
        ("{exploration: {competences: true}}", "who decides what is not written yet", ""),
        (
            "{contributions: triaged}",
            "{n} contribution is not sorted yet: {ids}",
            CONTRIBUTION.replace("assigned", "new"),
        ),
        ("{contributions: answered}", "{n} contribution waits for an answer: {ids}", CONTRIBUTION),
        ("{proposals: {status: adopted}}", "{n} adopted proposal is missing ({there} of {least})", PROPOSAL),
        ("{mandates: 2}", "nobody is mandated yet, and a binôme is two people", ""),
        ("{mandates: 3}", "{n} mandate is missing ({there} of {least})", ""),
        ("{plenary: {number: 5}}", "plenary number {number} is not recorded", PLENARY),
        ("{plenary: {kind: reject}}", "no plenary has decided this yet (“{kind}”)", PLENARY),
        (
            "{vote: {on: outline, outcome: rejected}}",
            "“{subject}” was decided on, and not in that sense",
            PLENARY,
        ),
        ("{edition: programme}", "the edition “{name}” is not published", ""),
        ("{field: levels}", "the group has not said at which level it works", ""),
        ("{vote: {on: charter}}", "no plenary has decided on “{subject}” yet", PLENARY),
        (
            "{plenary: {number: 4, kind: reject}}",
            "plenary number {number} has not decided this (“{kind}”)",
            PLENARY,
        ),
    ],
)
def test_evidence_is_missing(tmp_path: Path, evidence: str, said: str, more: str) -> None:
    found = seen(tmp_path, evidence, more=more)
    assert missing(found) == [said]
    for one in found.missing:
        assert one.who
        assert {actor.kind for actor in one.who} <= set(ACTORS)
        assert one.remedy.said.text


def test_every_kind_of_evidence_of_the_contract_is_looked_for() -> None:
    assert set(EVIDENCE) == set(EVIDENCE_TABLE.fields)


LED = "facilitators: [{person: a, from: 2019-01-01}, {person: b, from: 2019-01-01}]"


@pytest.mark.parametrize(
    ("evidence", "more", "who", "remedy"),
    [
        ("{document: review}", "", ["facilitators"], "collectif group write eau review"),
        (
            "{field: working_methods}",
            "",
            ["facilitators"],
            "collectif group methods eau --rhythm RHYTHM",
        ),
        (
            "{document: review}",
            "== groups/eau/review.md ==\n<!-- Votre bilan -->\n",
            ["facilitators"],
            "write groups/eau/review.md",
        ),
        (
            "{composition: true}",
            "",
            ["facilitators"],
            "collectif group count eau --women NUMBER --men NUMBER --other NUMBER",
        ),
        ("{field: headcount}", "", ["facilitators"], "collectif group count eau --active NUMBER"),
        ("{field: levels}", "", ["facilitators"], "fill in “levels” in groups/eau/group.yaml"),
        ("{members: 9}", "", ["group", "coordination"], "collectif group join eau HANDLE --name NAME"),
        ("{meetings: 1}", "", ["facilitators"], "collectif group meet eau --date DATE"),
        (
            "{exploration: {visits: 1}}",
            "",
            ["facilitators"],
            "fill in “visits” in groups/eau/exploration.yaml",
        ),
        (
            "{contributions: triaged}",
            CONTRIBUTION.replace("assigned", "new"),
            ["facilitators"],
            "collectif contribution assign a/1 --group eau",
        ),
        (
            "{contributions: answered}",
            CONTRIBUTION,
            ["facilitators"],
            "collectif contribution answer a/1 --text TEXT",
        ),
        (
            "{proposals: {status: submitted}}",
            "",
            ["facilitators"],
            "collectif proposal new --group eau --title TITLE",
        ),
        (
            "{proposals: {status: submitted}}",
            PROPOSAL.replace("submitted", "draft"),
            ["facilitators"],
            "collectif proposal submit p",
        ),
        (
            "{proposals: {status: consensual}}",
            PROPOSAL,
            ["binomes"],
            "fill in “status” in programme/proposals/p.md",
        ),
        ("{proposals: {status: adopted}}", PROPOSAL, ["plenary"], "collectif vote new --on p"),
        (
            "{mandates: 2}",
            "",
            ["group", "plenary"],
            "collectif group mandate eau HANDLE --given-by PLENARY/DECISION",
        ),
    ],
)
def test_who_can_bring_it_and_how(
    tmp_path: Path, evidence: str, more: str, who: list[str], remedy: str
) -> None:
    """The group is facilitated by two people, one of whom is never to be named."""
    found = seen(tmp_path, evidence, group=LED, more=more).missing
    assert [how(one) for one in found] == [(who, remedy)]
    for one in found:
        people = [actor.people for actor in one.who if actor.kind == "facilitators"]
        assert all((people.names, people.unnamed) == (("Alouette",), 1) for people in people)
        if one.remedy.is_command:
            assert " ".join(remedy.split()[1:3]) in WORDS


def test_without_facilitator_it_is_for_the_group(tmp_path: Path) -> None:
    found = seen(tmp_path, "{document: review}").missing
    assert [how(one)[0] for one in found] == [["group"]]


def test_a_single_name_for_the_binome_is_said(tmp_path: Path) -> None:
    mandate = "mandates: [{role: ROLE, person: PERSON, from: 2019-02-01}]"
    for role, person, said in (
        ("titulaire", "a", "a single name for the binôme (Alouette); the deputy is missing"),
        ("suppleant", "a", "a single name for the binôme (Alouette, deputy); the first name is missing"),
        (
            "titulaire",
            "b",
            "a single name for the binôme (somebody who is not named); the deputy is missing",
        ),
        ("other", "a", "1 mandate is missing (1 of 2)"),
    ):
        group = mandate.replace("ROLE", role).replace("PERSON", person)
        found = seen(tmp_path, "{mandates: 2}", group=group).missing
        assert [language("en").say(one.said) for one in found] == [said]


def test_contributions_that_wait_are_named_and_the_rest_counted(tmp_path: Path) -> None:
    """Five that nobody sorted; one merged into another has no answer of its own to give."""
    new = "== programme/contributions/a/{n}.md ==\n---\ngroup: eau\nfate: new\n---\nUne idée.\n"
    merged = (
        "== programme/contributions/a/9.md ==\n---\ngroup: eau\nfate: merged\nmerged_into: a/1\n---\nBis.\n"
    )
    more = "".join(new.format(n=n) for n in range(1, 6)) + merged
    said = [
        language("en").say(one.said) for one in seen(tmp_path, "{contributions: answered}", more=more).missing
    ]
    assert said == ["5 contributions are not sorted yet: a/1, a/2, a/3 and 2 more"]


@pytest.mark.parametrize("kind", ["refer-back", "extract", "other", "waive"])
def test_a_decision_that_leaves_the_question_open_adopts_nothing(tmp_path: Path, kind: str) -> None:
    more = PLENARY.replace("kind: adopt", f"kind: {kind}")
    found = seen(tmp_path, "{vote: {on: outline, outcome: adopted}}", more=more)
    assert missing(found) == ["no plenary has decided on “{subject}” yet"]


def test_a_plenary_to_come_has_decided_nothing(tmp_path: Path) -> None:
    later = PLENARY.replace("2019-02-10", "2019-05-10")
    found = seen(tmp_path, "{vote: {on: outline, outcome: adopted}}", more=later)
    assert [how(one)[1] for one in found.missing] == [
        "fill in “decisions” in programme/plenaries/2019-05-10-p.md"
    ]
    found = seen(tmp_path, "{plenary: {number: 4}}", scope="collective", more=later)
    assert missing(found) == ["plenary number {number} is on {day}"]


WAIVER = (
    "== programme/plenaries/2019-02-10-p.md ==\n---\nnumber: 4\ndate: {day}\n"
    "decisions: [{{id: d1, kind: {kind}{on}}}]\n---\nMinutes.\n"
)


@pytest.mark.parametrize(
    ("day", "kind", "on", "waived"),
    [
        ("2019-02-10", "waive", "", True),
        ("2019-02-10", "waive", ", on: [eau]", True),
        ("2019-02-10", "waive", ", on: [air]", False),
        ("2019-02-10", "adopt", "", False),
        ("2019-05-02", "waive", "", False),
    ],
)
def test_only_a_decision_that_was_taken_waives(
    tmp_path: Path, day: str, kind: str, on: str, waived: bool
) -> None:
    """A decision to waive, taken by the day; for the groups it names, for all when it names none."""
    air = "== groups/air/group.yaml ==\ntitle: Zéphyr\nkind: transversal\nformed: 2018-11-20\n"
    more = WAIVER.format(day=day, kind=kind, on=on) + air
    found = seen(tmp_path, "{meetings: 9}", waived=", waived_by: 2019-02-10-p/d1", more=more)
    assert found.is_met is waived
    assert found.waived_by == ("2019-02-10-p/d1" if waived else "")


def test_a_waiver_that_no_plenary_took_waives_nothing(tmp_path: Path) -> None:
    assert not seen(tmp_path, "{meetings: 9}", waived=", waived_by: 2019-02-10-p/d1").is_met


def test_the_collective_is_asked_of_everyone(tmp_path: Path) -> None:
    found = seen(tmp_path, "{proposals: {status: submitted, at_least: 2}}", scope="collective", more=PROPOSAL)
    assert missing(found) == ["{n} submitted proposal is missing ({there} of {least})"]


@pytest.mark.parametrize(
    ("evidence", "group", "more", "found"),
    [
        ("{document: call}", "", CALL, []),
        ("{members: 5}", "headcount: {date: 2019-02-01, active: 6}", "", ["6 people"]),
        (
            "{composition: true}",
            "composition: {date: 2019-02-01, women: 3, men: 3}",
            "",
            ["composition declared on 1 February 2019"],
        ),
        ("{facilitator: true}", LED, "", ["Alouette, since 1 January 2019"]),
        (
            "{facilitator: true}",
            "facilitators: [{person: b, from: 2019-01-01}]",
            "",
            [],
        ),
        ("{meetings: 1}", "", MEETING, ["1 meeting, on 1 February 2019"]),
        ("{exploration: {visits: 1, competences: true}}", "", EXPLORATION, ["1 visit"]),
        ("{contributions: triaged}", "", CONTRIBUTION, ["1 contribution"]),
        ("{contributions: triaged}", "", "", []),
        ("{proposals: {status: submitted}}", "", PROPOSAL, ["1 proposal"]),
        (
            "{mandates: 1}",
            "mandates: [{role: titulaire, person: a, from: 2019-02-01}]",
            "",
            ["Alouette, since 1 February 2019"],
        ),
        ("{plenary: {number: 4}}", "", PLENARY, ["on 10 February 2019"]),
        ("{vote: {on: outline, outcome: adopted}}", "", PLENARY, ["on 10 February 2019"]),
    ],
)
def test_what_is_there_is_told_with_its_day_and_its_public_names(
    tmp_path: Path, evidence: str, group: str, more: str, found: list[str]
) -> None:
    standing = seen(tmp_path, evidence, group=group, more=more)
    assert standing.is_met
    assert [language("en").say(said) for said in standing.found] == found
