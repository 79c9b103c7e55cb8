"""``collectif show``: one thing of each kind, and nothing of what is not to be named."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Collectif
from tests.texts import write_texts

TEXTS = """
== collectif.yaml ==
schema: 1
name: Collectif
language: en
levels: [poitiers]
decision_rules: {wording: {method: plurality}}
== groups/people.yaml ==
tilleul: {name: Lime, joined: 2018-11-20}
cedre: {visible: false, name: Hidden cedar}
== groups/eau/group.yaml ==
title: Water
kind: thematic
formed: 2018-11-20
members: [{person: tilleul, from: 2018-11-20}, {person: cedre, from: 2018-11-20}]
aliases: [fleuves]
== groups/eau/meetings/2019-04-12.md ==
---
date: 2019-04-12
present: 6
produces: [bus]
---
We walked.
== programme/outline.yaml ==
outline: [{id: eau, title: The water, proposals: [bus]}]
== programme/glossary.yaml ==
espace test: A field to try.
== programme/contributions/web/01.md ==
---
fate: declined
answer: Sorry.
---
A tram.
== programme/organisations/rive.yaml ==
title: Left bank
joined: 2019-12-17
disagreements: [{on: [bus], note: Not so many.}]
== programme/plenaries/2019-09-24-p.md ==
---
number: 11
date: 2019-09-24
attendance: {present: 35, record: estimated}
decisions: [{id: d1, kind: adopt, on: [bus], how: show-of-hands, record: missing}]
---
We met.
== programme/votes/mots/vote.yaml ==
title: The words
date: 2019-09-24
rule: wording
electorate: {kind: present, present: 3, represented: 0}
ballots: counts
questions:
  - {id: q, title: "Which words?", on: [eau], options: [{id: x, title: These}, {id: y, title: Those}]}
== programme/votes/mots/counts.yaml ==
cast: 3
questions: {q: {options: {x: 2, y: 1}}}
== programme/votes/urne/vote.yaml ==
title: The urn
date: 2019-09-24
rule: wording
electorate: {kind: present, present: 3, represented: 0}
ballots: sealed
questions: [{id: q, title: "Which urn?", options: [{id: x, title: This}, {id: y, title: That}]}]
== programme/votes/urne/counts.yaml ==
cast: 4242
questions: {q: {options: {x: 4242, y: 0}}}
== programme/proposals/bus.md ==
---
title: Night buses
group: eau
status: adopted
levels: [poitiers]
costs: [{kind: operating, amount: 0.8..1.3 M€, per: year}]
decisions: [2019-09-24-p/d1]
origin: {contributions: [web/01], meetings: [eau/2019-04-12]}
aliases: [autobus]
---
## Why
Because <!-- hush --> the night is long and the way home is longer still, for those who work late at night.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A programme with one thing of each kind."""
    return write_texts(tmp_path, TEXTS)


def test_proposal_by_a_former_id_tells_facts_story_and_text(collectif: Collectif, root: Path) -> None:
    out = collectif("show", "autobus", folder=root).out
    assert out.startswith("Night buses\n  adopted · programme/proposals/bus.md:1\n")
    assert "€0.8 to 1.3 million a year" in out
    assert "2019-09-24  Adopted · plenary 11 · by a show of hands · the count was not kept" in out
    assert "Why\n  Because  the night" in out or "Why\n  Because the night" in out
    assert "hush" not in out


@pytest.mark.parametrize(
    ("id", "lines"),
    [
        ("eau/2019-04-12", ("Water · groups/eau/meetings/2019-04-12.md:1", "6 people", "We walked.")),
        ("web/01", ("not taken up", "A tram.", "Sorry.")),
        ("rive", ("Left bank", "2019-12-17  joined", "Not so many.")),
        ("2019-09-24-p", ("plenary 11", "about 35 people", "- d1 · Adopted", "We met.")),
        ("mots", ("The words", "These: 2 votes", "Those: 1 vote", "Which words?")),
        ("tilleul", ("Lime", "Water")),
        ("espace-test", ("espace test", "A field to try.")),
        ("outline:eau", ("The water", "title of the outline", "These: 2 votes")),
        ("fleuves", ("Water",)),
    ],
)
def test_each_kind_tells_what_it_is(
    collectif: Collectif, root: Path, id: str, lines: tuple[str, ...]
) -> None:
    said = collectif("show", id, folder=root)
    assert said.code == 0
    for line in lines:
        assert line in said.out


def test_first_kind_wins_and_the_others_are_named(collectif: Collectif, root: Path) -> None:
    said = collectif("show", "eau", folder=root)
    assert said.out.startswith("Water\n")
    assert "outline:eau" in said.err


def test_nobody_who_is_hidden_nor_anything_sealed_is_told(collectif: Collectif, root: Path) -> None:
    for id in ("cedre", "Hidden cedar", "cedr"):
        said = collectif("show", id, folder=root)
        assert said.code == 2
        assert "Hidden" not in said.out
        assert "“cedre”?" not in said.err
    for words in (("show", "urne"), ("show", "urne", "--json"), ("search", "urn")):
        assert "4242" not in collectif(*words, folder=root).out
    assert collectif("search", "Hidden", folder=root).code == 1


def test_unknown_id_is_a_usage_error_with_the_nearest(collectif: Collectif, root: Path) -> None:
    said = collectif("show", "autobuz", folder=root)
    assert (said.code, said.out) == (2, "")
    assert "“autobus”" in said.err
    assert collectif("show", "group:bus", folder=root).code == 2


def test_text_that_cannot_be_read_is_told_apart(collectif: Collectif, root: Path) -> None:
    (root / "programme/proposals/mur.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    said = collectif("show", "mur", folder=root)
    assert said.code == 1
    assert "programme/proposals/mur.md cannot be read" in said.err


def test_json_tells_the_same_of_each_kind(collectif: Collectif, root: Path) -> None:
    told = json.loads(collectif("show", "bus", "--json", folder=root).out)
    assert (told["version"], told["kind"], told["id"], told["line"]) == (1, "proposal", "bus", 1)
    assert told["facts"]["levels"] == ["poitiers"]
    assert told["facts"]["costs"] == [
        {"kind": "operating", "low": "800000", "high": "1300000", "per": "year"}
    ]
    for id in ("eau", "outline:eau", "mots", "rive", "web/01", "2019-09-24-p", "tilleul", "espace test"):
        assert json.loads(collectif("show", id, "--json", folder=root).out)["version"] == 1


@pytest.mark.parametrize("width", [30, 60, 80, 200])
def test_lines_keep_to_the_width(
    collectif: Collectif, root: Path, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = collectif("show", "bus", folder=root).out.splitlines()
    assert max(map(len, lines)) <= max(width, 36)
