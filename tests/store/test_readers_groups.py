"""People, groups, what they explored, when they met."""

from datetime import date

from collectif_cli.model.identifiers import Target
from collectif_cli.store.load import load
from tests.store.memory_tree import described


def test_people() -> None:
    """
    == groups/people.yaml ==
    tilleul: {name: Tilleul, joined: 2018-11-20, account: tilleul-pc}
    cedre: {visible: false, left: 2019-07-01}
    merle:
    """
    programme, faults = load(described(test_people))
    assert faults == ()
    assert list(programme.people) == ["tilleul", "cedre", "merle"]
    assert [person.is_visible for person in programme.people.values()] == [True, False, True]
    assert programme.people["merle"].span.line == 3


def test_group() -> None:
    """
    == groups/eau/group.yaml ==
    title: Eau
    kind: thematic
    formed: 2018-11-20
    dissolved:
    levels: [grand-poitiers]
    facilitators: [{person: tilleul, from: 2018-11-20}]
    members:
      - {person: cedre, from: 2019-01-15, to: 2019-07-01}
    headcount: {date: 2019-04-09, active: 6, registered: 14}
    composition:
      - {date: 2019-04-09, women: 5, men: 4, other: 0}
      - {date: 2019-06-09, women: 5, men: 4}
    working_methods: {rhythm: "deux fois par mois", places: [Salle Timbaud]}
    mandates: [{role: titulaire, person: tilleul, for: collectif-programmatique, from: 2019-07-11}]
    """
    programme, faults = load(described(test_group))
    assert faults == ()
    group = programme.groups["eau"]
    assert group.dissolved is None
    assert [member.person.value for member in group.roster] == ["tilleul", "cedre"]
    assert [figure.total for figure in group.composition] == [9, None]
    assert group.headcount[0].active.value == 6
    assert group.pair[0].since.value == date(2019, 7, 11)
    (document,) = (one for one in programme.documents if one.kind == "group")
    assert [(link.target, link.id) for link in document.links] == [
        (Target.LEVEL, "grand-poitiers"),
        (Target.PERSON, "tilleul"),
        (Target.PERSON, "cedre"),
        (Target.PERSON, "tilleul"),
        (Target.GROUP, "collectif-programmatique"),
    ]


def test_group_without_its_first_words_is_read_all_the_same() -> None:
    """
    == groups/eau/group.yaml ==
    members: [{person: cedre}, {person: tilleul, from: 2019-01-15}]
    """
    programme, faults = load(described(test_group_without_its_first_words_is_read_all_the_same))
    assert [one.code for one in faults] == ["schema-missing-key"] * 3
    assert [member.person.value for member in programme.groups["eau"].members] == ["tilleul"]


def test_exploration_meetings_and_texts() -> None:
    """
    == groups/eau/exploration.yaml ==
    documents: [{title: Rapport annuel, date: 2019-01-03, url: "https://exemple.example/r.pdf", who: CCSPL}]
    round_tables: [{title: Agriculture, who: douze fermes}]
    competences: [{topic: Eau potable, exercised_by: grand-poitiers, source: statuts}]
    == groups/eau/meetings/2019-04-12.md ==
    ---
    date: 2019-04-12
    present: 6
    kind: visit
    produces: [captages]
    ---
    Nous avons vu les captages.
    == groups/eau/meetings/2019-05-12.md ==
    ---
    date: 2019-05-12
    present: [tilleul, cedre]
    ---
    == groups/eau/motivations.md ==
    # Pourquoi l'eau
    Elle manque.
    """
    programme, faults = load(described(test_exploration_meetings_and_texts))
    assert faults == ()
    explored = programme.explorations["eau"]
    assert [one.title.value for one in (*explored.documents, *explored.round_tables)] == [
        "Rapport annuel",
        "Agriculture",
    ]
    visit, meeting = programme.meetings.values()
    assert (visit.id, visit.group, visit.present and visit.present.value) == ("eau/2019-04-12", "eau", 6)
    assert visit.body.line == 7
    assert meeting.present is None
    assert [one.value for one in meeting.present_people] == ["tilleul", "cedre"]
    text = programme.group_texts["eau/motivations"]
    assert [section.title for section in text.body.sections] == ["Pourquoi l'eau"]
