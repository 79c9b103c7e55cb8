"""What each subject of a vote binds."""

from collectif_cli.voting.binding import substance_digest
from collectif_cli.voting.subjects import bound_by, subject_of, unbound
from tests.voting.texts import programme

TEXTS = """
== programme/outline.yaml ==
outline:
  - id: bouger
    title: Bouger
    introduction: Se déplacer mieux.
    children:
      - {id: nuit, title: La nuit, proposals: [bus]}
  - {id: manger, title: Manger, proposals: [cantine, brouillon]}
== programme/proposals/bus.md ==
---
title: Des bus
group: eau
status: consensual
aliases: [autobus]
---
Des bus.
== programme/proposals/cantine.md ==
---
title: Une cantine
group: eau
status: adopted
---
Une cantine.
== programme/proposals/brouillon.md ==
---
title: Un brouillon
group: eau
status: draft
---
Rien.
== programme/organisations/amis.yaml ==
title: Les Amis
disagreements: [{on: [bus], note: Trop cher.}]
== groups/eau/group.yaml ==
title: Eau
kind: thematic
levels: [poitiers]
== programme/votes/v/vote.yaml ==
title: Tout
date: 2019-10-09
rule: programme
electorate: {kind: present}
ballots: counts
questions:
  - {id: q, title: Le socle, on: [ON]}
"""


def ids(on: str) -> list[tuple[str, str]]:
    read = programme(TEXTS.replace("ON", on))
    (vote,) = read.votes.values()
    return [(one.id, one.under) for one in bound_by(vote.questions, read)]


def digest_of(id: str, old: str = "", new: str = "") -> str:
    assert old in TEXTS
    subject = subject_of(id, programme(TEXTS.replace(old, new) if old else TEXTS))
    assert subject is not None
    return substance_digest(subject.substance)


def test_the_whole_binds_the_texts_in_agreement_that_stand_in_it() -> None:
    assert ids("socle") == [("socle", ""), ("bus", "socle"), ("cantine", "socle")]
    assert ids("bouger") == [("bouger", ""), ("bus", "bouger")]
    assert ids("bus, socle") == [("bus", ""), ("socle", ""), ("cantine", "socle")]


def test_a_former_id_still_leads_to_the_text() -> None:
    assert ids("autobus") == [("autobus", "")]
    assert digest_of("autobus") == digest_of("bus")


def test_what_has_no_text_is_said() -> None:
    read = programme(TEXTS.replace("ON", "charter, bus"))
    (vote,) = read.votes.values()
    assert unbound(vote.questions, read) == ("charter",)


def test_titles_below_count_and_what_is_placed_under_them_does_not() -> None:
    for id in ("bouger", "outline", "socle"):
        assert digest_of(id, "title: La nuit", "title: Le jour") != digest_of(id)
        assert digest_of(id, "Se déplacer mieux", "Se déplacer moins") != digest_of(id)
        assert digest_of(id, "proposals: [bus]", "proposals: [bus, cantine]") == digest_of(id)
    assert digest_of("manger", "title: La nuit", "title: Le jour") == digest_of("manger")


def test_organisations_and_groups_have_a_substance_too() -> None:
    assert digest_of("amis", "Trop cher", "Trop peu") != digest_of("amis")
    assert digest_of("eau", "levels: [poitiers]", "levels: [etat]") != digest_of("eau")
