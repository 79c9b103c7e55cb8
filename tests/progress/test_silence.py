"""Days since the last sign of life of each group."""

from datetime import date
from pathlib import Path

from collectif_cli.progress.overview import overview
from collectif_cli.progress.scope import Holdings
from collectif_cli.progress.silence import Silence, silences
from tests.progress.given import given

TEXTS = """
== collectif.yaml ==
schema: 1
name: Essai
language: fr
levels: [poitiers]
phases:
  - id: une
    title: Une
    scope: group
    starts: 2019-01-01
    ends: 2019-07-11
    objectives:
      - {id: bilan, title: Bilan, evidence: {document: review}}
== groups/eau/group.yaml ==
title: Eau
kind: thematic
formed: 2018-11-20
== groups/air/group.yaml ==
title: Air
kind: thematic
formed: 2019-04-01
== groups/feu/group.yaml ==
title: Feu
kind: thematic
formed: 2018-11-20
dissolved: 2019-04-01
== groups/terre/group.yaml ==
title: Terre
kind: transversal
formed: 2018-11-20
== groups/eau/meetings/2019-03-12.md ==
---
date: 2019-03-12
---
Compte rendu.
== groups/eau/meetings/2019-05-20.md ==
---
date: 2019-05-20
---
Ordre du jour.
== groups/air/review.md ==
Tout est là.
== programme/proposals/arbres.md ==
---
title: Des arbres
group: terre
with: [eau]
status: draft
---
Texte.
== programme/contributions/a/1.md ==
---
group: terre
fate: assigned
---
Une idée.
== programme/contributions/a/2.md ==
---
group: air
fate: new
---
Une autre.
"""


def silent(tmp_path: Path, touched: dict[str, str]) -> dict[str, Silence]:
    register = given(tmp_path, TEXTS)
    holdings = Holdings(register)
    days = {path: date.fromisoformat(day) for path, day in touched.items()}
    found = silences(register, overview(register, holdings), holdings, days)
    return {one.standing.group.id: one for one in found}


def said(found: dict[str, Silence]) -> list[tuple[str, int, str]]:
    return [(id, one.days, one.last.kind if one.last else "") for id, one in found.items()]


def test_the_longest_silence_comes_first_and_ended_groups_are_left_out(tmp_path: Path) -> None:
    assert said(silent(tmp_path, {})) == [
        ("terre", 162, "formed"),
        ("eau", 50, "meeting"),
        ("air", 30, "formed"),
    ]


def test_commits_are_signs_of_life(tmp_path: Path) -> None:
    touched = {
        "groups/air/review.md": "2019-04-20",
        "programme/proposals/arbres.md": "2019-04-10",
        "programme/contributions/a/1.md": "2019-04-28",
        "programme/contributions/a/2.md": "2019-04-30",  # nobody has handled it
        "groups/people.yaml": "2019-04-30",
        "collectif.yaml": "2019-04-30",
        "groups/eau/group.yaml": "2019-06-30",  # after the day that is asked about
    }
    assert said(silent(tmp_path, touched)) == [
        ("eau", 21, "proposal"),
        ("air", 11, "text"),
        ("terre", 3, "contribution"),
    ]


def test_a_meeting_says_more_than_a_text_of_the_same_day(tmp_path: Path) -> None:
    found = silent(tmp_path, {"groups/eau/meetings/2019-03-12.md": "2019-03-12"})
    assert found["eau"].last is not None
    assert found["eau"].last.kind == "meeting"


def test_the_next_step_is_a_meeting_written_down_and_what_is_owed(tmp_path: Path) -> None:
    found = silent(tmp_path, {})
    eau, air, terre = found["eau"], found["air"], found["terre"]
    assert eau.next_meeting == date(2019, 5, 20)
    assert eau.next_step is not None
    assert eau.next_step.objective.objective.id.value == "bilan"
    assert (air.next_meeting, air.next_step, terre.next_step) == (None, None, None)
