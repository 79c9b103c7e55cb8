"""Each thing comes on the day that the texts say: a small programme with what the other has few of."""

from pathlib import Path

import pytest

from bench.story.commits import build_story
from collectif_cli.cli.examination import examine_tree
from collectif_cli.model.diagnostic import Severity
from collectif_cli.store.history import open_history
from tests.store.history.repositories import git
from tests.texts import write_texts

PROGRAMME = """== collectif.yaml ==
# Le calendrier, revu le 9 avril 2019.
schema: 1
name: Essai
language: fr
levels: [poitiers, etat]
phases:
  - {id: depart, title: Départ, scope: group, starts: 2018-10-18, ends: 2019-05-31}
  - id: suite
    title: Suite
    scope: group
    starts: 2019-06-15
    ends: 2019-12-31
    planned_starts: 2019-05-15
    objectives:
      - {id: visites, title: Visites, evidence: {meetings: 2}, waived_by: 2019-04-09-pleniere-2/d2}
decision_rules:
  programme: {method: majority, base: expressed, threshold: "> 1/2", quorum: none}
  titre: {method: plurality}
== groups/people.yaml ==
# Des arbres.
orme: {name: Orme, joined: 2018-10-18}
saule: {visible: false, joined: 2019-02-01, left: 2019-10-01}
tilleul: {name: Tilleul, joined: 2019-03-01}
== groups/eau/group.yaml ==
title: Eau
kind: thematic
formed: 2018-11-20
levels: [poitiers]
facilitators:
  - {person: orme, from: 2018-11-20, to: 2019-06-01}
  - {person: tilleul, from: 2019-06-01}
== groups/eau/meetings/2019-02-10.md ==
---
date: 2019-02-10
present: [orme, saule, tilleul]
---
Une réunion.
== groups/sante/group.yaml ==
title: Santé
kind: thematic
levels: [etat]
note: "Personne ne s'est proposé ; la feuille est décrochée le 28 mai 2019."
== programme/plenaries/2019-04-09-pleniere-2.md ==
---
number: 2
date: 2019-04-09
attendance: {present: 12, record: counted}
agenda:
  - {id: a1, title: Calendrier, kind: decision}
decisions:
  - {id: d1, kind: adopt, on: [calendar], how: consent}
  - {id: d2, kind: waive, on: [calendar], how: consent}
---
Le calendrier est revu.
== programme/plenaries/2019-11-05-pleniere-3.md ==
---
number: 3
date: 2019-11-05
convened: 2019-10-20
attendance: {present: 30, record: counted}
agenda:
  - {id: a1, title: Noms, kind: designation}
decisions:
  - {id: d1, kind: mandate, on: [list], how: secret-ballot}
  - {id: d2, kind: rename, on: fontaine, from: Une fontaine, to: Des fontaines, how: consent}
---
== programme/plenaries/2019-12-10-pleniere-4.md ==
---
number: 4
date: 2019-12-10
attendance: {record: missing}
decisions:
  - {id: d1, kind: adopt, on: [list], how: show-of-hands}
---
== programme/proposals/fontaine.md ==
---
title: Des fontaines
group: eau
levels: [poitiers]
status: rejected
decisions: [2019-09-20-fontaine]
---
## Constat

Il fait chaud.
== programme/votes/2019-09-20-fontaine/vote.yaml ==
title: Une fontaine ?
date: 2019-09-20
rule: programme
electorate: {kind: present, present: 12}
ballots: counts
expected_ballots: 12
questions:
  - id: q
    title: Une fontaine ?
    on: fontaine
    options: [{id: yes, title: Oui}, {id: no, title: Non}]
== programme/votes/2019-09-20-fontaine/counts.yaml ==
cast: 12
questions:
  q: {options: {yes: 2, no: 10}, blank: 0, invalid: 0}
== programme/organisations/rive.yaml ==
title: Rive
joined: 2019-10-01
left: 2019-12-01
meetings: [{date: 2019-09-01, present: 3}]
signed: {date: 2019-10-15}
note: Une rive.
== programme/candidates.yaml ==
title: Essai
list:
  - {position: 1, person: orme, sex: F}
  - {position: 2, person: tilleul, sex: M, by: 2019-11-05-pleniere-3/d1}
"""
DAYS = (
    ("2018-10-20", "collectif.yaml", "starts: 2019-05-15", "waived_by"),
    ("2018-10-20", "collectif.yaml", "schema: 1", "9 avril"),
    ("2018-10-20", "groups/eau/group.yaml", "title: Eau", "formed"),
    ("2018-10-20", "groups/people.yaml", "orme", "tilleul"),
    ("2019-02-10", "groups/people.yaml", "tilleul", "left"),
    ("2019-02-15", "groups/sante/group.yaml", "levels: [etat]", "note"),
    ("2019-04-08", "collectif.yaml", "starts: 2019-05-15", "waived_by"),
    ("2019-04-08", "programme/plenaries/2019-04-09-pleniere-2.md", "agenda", "decisions"),
    ("2019-04-09", "programme/plenaries/2019-04-09-pleniere-2.md", "decisions", "Le calendrier est revu"),
    ("2019-04-10", "collectif.yaml", "waived_by: 2019-04-09-pleniere-2/d2", "starts: 2019-05-15\n    ends"),
    ("2019-05-29", "groups/sante/group.yaml", "note", "formed"),
    ("2019-05-31", "groups/eau/group.yaml", "person: orme, from: 2018-11-20}", "tilleul"),
    ("2019-06-01", "groups/eau/group.yaml", "to: 2019-06-01}", "\n\n"),
    ("2019-09-01", "programme/organisations/rive.yaml", "meetings", "joined"),
    ("2019-10-01", "programme/organisations/rive.yaml", "joined", "signed"),
    ("2019-11-30", "programme/organisations/rive.yaml", "signed", "left"),
    ("2019-09-19", "programme/votes/2019-09-20-fontaine/vote.yaml", "questions", "expected_ballots"),
    ("2019-09-20", "programme/votes/2019-09-20-fontaine/vote.yaml", "expected_ballots", "frozen"),
    ("2019-09-19", "programme/proposals/fontaine.md", "title: Une fontaine", "decisions"),
    ("2019-09-20", "programme/proposals/fontaine.md", "status: rejected", "title: Des"),
    ("2019-11-05", "programme/proposals/fontaine.md", "title: Des fontaines", "Une"),
    ("2019-11-06", "programme/candidates.yaml", "tilleul", "title"),
    ("2019-12-11", "programme/candidates.yaml", "title: Essai", "\n\n"),
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the story of the small programme."""
    folder = tmp_path_factory.mktemp("small")
    build_story(write_texts(folder / "texts", PROGRAMME), folder / "story")
    return folder / "story"


def text_at(small: Path, day: str, path: str) -> str:
    commit = git(small, "rev-list", "-1", f"--before={day}T23:59:59", "HEAD")
    return git(small, "show", f"{commit}:{path}")


@pytest.mark.parametrize(("day", "path", "there", "not_yet"), DAYS)
def test_what_is_there_on_a_day_and_what_is_not_yet(
    small: Path, day: str, path: str, there: str, not_yet: str
) -> None:
    text = text_at(small, day, path)
    assert there in text
    assert not_yet not in text


def test_each_of_its_commits_is_sound(small: Path) -> None:
    past = open_history(small)
    assert past is not None
    for commit in git(small, "rev-list", "HEAD").splitlines():
        revision = past.resolve(commit)
        standing = examine_tree(past.tree(revision), revision.day).settled.standing
        assert [one for one in standing if one.severity is Severity.ERROR] == [], revision.day


def test_whoever_may_not_be_shown_signs_nothing(small: Path) -> None:
    assert set(git(small, "log", "--format=%an").splitlines()) == {"Coordination", "Orme", "Tilleul"}
