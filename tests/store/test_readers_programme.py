"""Proposals, outline, plenaries, contributions, organisations, candidates, glossary, and the collective."""

from datetime import date
from fractions import Fraction

from collectif_cli.store.load import load
from tests.store.memory_tree import described


def test_proposal() -> None:
    """
    == programme/proposals/bus-nuit.md ==
    ---
    title: "Des bus de nuit : le week-end"
    group: mobilites
    with: [solidarites]
    status: divisive
    origin: {contributions: [plateforme/0042], meetings: [mobilites/2019-04-12]}
    costs: [{kind: operating, amount: 2..4 M€, per: year}]
    conflicts: [{with: parkings, arbitration: 2019-10-09-pleniere-12/d2}]
    assessment: {sorted: divisive, by: collectif-programmatique, date: 2019-08-28}
    reviews: [{by: finances, date: 2019-08-20, opinion: reserved}]
    ---
    ## Constat
    Rien ne roule après 22 h.
    """
    programme, faults = load(described(test_proposal))
    assert faults == ()
    proposal = programme.proposals["bus-nuit"]
    assert proposal.name == "Des bus de nuit : le week-end"
    assert (proposal.title.span.line, proposal.title.span.column) == (2, 8)
    assert proposal.costs[0].amount.value.high == 4_000_000
    assert proposal.conflicts[0].other.value == "parkings"
    assert proposal.origin is not None
    assert [(one.title, one.line) for one in proposal.body.sections] == [("Constat", 12)]


def test_proposal_of_which_nearly_nothing_is_said() -> None:
    """
    == programme/proposals/bus-nuit.md ==
    ---
    ---
    """
    programme, faults = load(described(test_proposal_of_which_nearly_nothing_is_said))
    assert [(one.code, one.span.line) for one in faults] == [("schema-missing-key", 2)] * 3
    assert programme.proposals["bus-nuit"].status.value == "draft"


def test_outline() -> None:
    """
    == programme/outline.yaml ==
    outline:
      - id: ressources
        title: Préserver les ressources
        children:
          - {id: eau, title: "L'eau", proposals: [captages, tarif]}
          - id: air
            title: L'air
            introduction: On le respire.
    """
    programme, faults = load(described(test_outline))
    assert faults == ()
    assert programme.outline is not None
    assert [node.id.value for node in programme.outline.walk()] == ["ressources", "eau", "air"]


def test_outline_as_deep_as_a_text_may_be() -> None:
    """An outline of titles in titles, deeper than anybody's."""
    tree = described(test_outline_as_deep_as_a_text_may_be)
    tree.files["programme/outline.yaml"] = (
        b"outline: " + b"[{id: a, title: A, children: " * 15 + b"[]" + b"}]" * 15
    )
    programme, faults = load(tree)
    assert faults == ()
    assert programme.outline is not None
    assert len(list(programme.outline.walk())) == 15


def test_plenary() -> None:
    """
    == programme/plenaries/2019-09-24-pleniere-11.md ==
    ---
    number: 11
    date: 2019-09-24
    convened: 2019-09-10
    attendance: {present: 35, represented: 0, record: counted}
    agenda: [{id: a1, title: Priorités, kind: decision, minutes: 90}]
    decisions:
      - {id: d1, kind: replace-term, from: citoyen, to: habitant, in: programme, how: consent}
      - {id: d2, kind: split, on: ville, into: [solidarites, education], how: consent}
    ---
    Trente-cinq personnes.
    """
    programme, faults = load(described(test_plenary))
    assert faults == ()
    plenary = programme.plenaries["2019-09-24-pleniere-11"]
    first, second = plenary.decisions
    assert (first.source and first.source.value, first.target and first.target.value) == (
        "citoyen",
        "habitant",
    )
    assert [one.value for one in (*second.on, *second.into)] == ["ville", "solidarites", "education"]
    assert plenary.decision("d2") is second
    assert plenary.decision("d3") is None


def test_the_rest_of_the_programme() -> None:
    """
    == programme/contributions/plateforme/0042.md ==
    ---
    date: 2019-02-03
    url: https://plateforme.example/42
    proposals: [bus-nuit]
    ---
    Des bus la nuit.
    == programme/organisations/rive-gauche.yaml ==
    title: Rive gauche
    joined: 2019-12-17
    signed: {date: 2019-12-17, digest: abc}
    disagreements: [{on: aeroport, note: Votera autrement}]
    meetings: [{date: 2019-11-26, present: 3}]
    == programme/candidates.yaml ==
    sealed: oui
    list:
      - {position: 1, person: tilleul, sex: F, renewed: true, by: 2019-11-12-tete}
      - {position: 2, name: Merle, sex: M}
    == programme/glossary.yaml ==
    plénière: Une assemblée ouverte à tous les membres.
    socle:
    """
    programme, faults = load(described(test_the_rest_of_the_programme))
    assert [(one.span.path, one.code) for one in faults] == [
        ("programme/contributions/plateforme/0042.md", "schema-missing-key"),
        ("programme/glossary.yaml", "schema-empty-text"),
    ]
    assert programme.contributions["plateforme/0042"].fate.value == "new"
    assert [on.value for on in programme.organisations["rive-gauche"].disagreements[0].on] == ["aeroport"]
    assert programme.candidates is not None
    assert programme.candidates.sealed is not None
    assert programme.candidates.sealed.value is True
    assert [one.name and one.name.value for one in programme.candidates.candidates] == [None, "Merle"]
    assert programme.glossary is not None
    assert [term.word.value for term in programme.glossary.terms] == ["plénière"]


def test_collective() -> None:
    """
    == collectif.yaml ==
    schema: 1
    name: Poitiers Collectif
    language: fr
    territory:
      municipality: {name: Poitiers, population: 90 240, seats: 53}
      competences: [{id: eau, title: Eau potable, exercised_by: grand-poitiers}]
    levels: [poitiers, grand-poitiers, etat]
    phases:
      - id: construction
        title: Construction
        scope: group
        starts: 2018-10-18
        ends: 2018-12-31
        objectives: [{id: appel, title: Appel, evidence: {document: call, exploration: {visits: 1}}}]
    decision_rules:
      statutes: {method: majority, base: cast, threshold: ">= 2/3", quorum: {of: present, at_least: "1/2"}}
      socle: {method: consent, fallback: statutes, second_call: {after: 15 jours, quorum: none}}
    freeze_before_plenary: 3 days
    privacy: {minimum_cell: 5}
    checks: {ignore: [{rule: plenary-no-minutes, reason: Perdu, until: 2020-01-01}]}
    """
    programme, faults = load(described(test_collective))
    assert faults == ()
    collective = programme.collective
    assert collective.own_levels == {"poitiers", "grand-poitiers"}
    assert collective.phases[0].starts.value == date(2018, 10, 18)
    statutes, socle = collective.decision_rules
    assert (statutes.name, socle.name, socle.span.line) == ("statutes", "socle", 17)
    assert statutes.threshold is not None
    assert statutes.threshold.value.share == Fraction(2, 3)
    assert socle.second_call is not None
    assert socle.second_call.after.value == 15
    assert collective.freeze_before_plenary is not None
    assert collective.freeze_before_plenary.value == 3


def test_collective_that_cannot_be_read_does_not_stop_the_others() -> None:
    """
    == collectif.yaml ==
    schema: [1
    == programme/glossary.yaml ==
    socle: Le cœur du programme
    """
    programme, faults = load(described(test_collective_that_cannot_be_read_does_not_stop_the_others))
    assert [one.code for one in faults] == ["yaml-syntax"]
    assert programme.collective.name.value == ""
    assert programme.glossary is not None
