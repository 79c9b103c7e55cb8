"""The rules by which an earlier state of a text is found: lines, words, days, titles."""

from datetime import date, timedelta
from typing import Any

import pytest

from bench.story.days import in_french, paris_offset, spoken_days, spread, sunday
from bench.story.decisions import Decision
from bench.story.outline_tree import Node, read_nodes, write_outline
from bench.story.outline_undo import Outline
from bench.story.pruning import Path, Pruning
from bench.story.terms import restored
from collectif_cli.store.edit_places import MappingPlace, places

ROSTER = """# Qui est là.
title: Eau
# arrivées
members:
  - {person: orme, from: 2018-11-20, to: 2019-05-01}   # parti
  - {person: saule, from: 2019-04-09}
  # au printemps
  - {person: aulne, from: 2019-05-09}
  - id: d1
    note: rien
levels: [a, b,
  c]

note: fin
"""


def pruned(text: str, *gone: Path, said: dict[Path, str] | None = None) -> str:
    root = places(text)
    assert root is not None
    return Pruning(text, frozenset(gone), said or {}).text(root)


@pytest.mark.parametrize(
    ("gone", "lost"),
    [
        ((), ""),
        ((("members", 0, "to"),), ", to: 2019-05-01"),
        ((("members", 1),), "  - {person: saule, from: 2019-04-09}\n"),
        ((("members", 2),), "  - {person: aulne, from: 2019-05-09}\n"),
        ((("members", 2), ("members", 3)), ROSTER[ROSTER.index("  # au") : ROSTER.index("levels")]),
        ((("members", 3, "note"),), "    note: rien\n"),
        ((("members",),), ROSTER[ROSTER.index("# arr") : ROSTER.index("levels")]),
        ((("note",),), "\nnote: fin\n"),
    ],
)
def test_what_was_not_there_goes_with_its_lines(gone: tuple[Path, ...], lost: str) -> None:
    left = pruned(ROSTER, *gone)
    assert ROSTER.replace(lost, "", 1) == left


def test_a_list_between_brackets_is_written_again() -> None:
    assert "levels: [a, c]\n" in pruned(ROSTER, ("levels", 1))


def test_a_list_with_nothing_left_goes_too() -> None:
    left = pruned(ROSTER, ("levels", 0), ("levels", 1), ("levels", 2))
    assert "levels" not in left
    assert "\nnote: fin" in left


def test_the_first_key_after_a_dash_leaves_its_place_to_the_next() -> None:
    assert "  - note: rien\n" in pruned(ROSTER, ("members", 3, "id"))


def test_a_value_that_was_another_one() -> None:
    assert pruned("a: [x]\nb: 'y'  # z\n", said={("b",): "c'est"}) == "a: [x]\nb: 'c''est'  # z\n"


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("Décider avec les habitantes et les habitants", "Décider avec les citoyennes et les citoyens"),
        ("assez d'habitants le demandent", "assez de citoyens le demandent"),
        ("L'habitante et l’habitant", "La citoyenne et le citoyen"),
        ("cet habitant", "ce citoyen"),
        ("Habitantes du quartier", "Citoyennes du quartier"),
        ("une ville de 90 000 habitants", "une ville de 90 000 habitants"),
        ("des milliers d'habitants", "des milliers d'habitants"),
        ("habitation, cohabitant", "habitation, cohabitant"),
    ],
)
def test_a_term_is_given_back(now: str, then: str) -> None:
    assert restored(now, "citoyen", "habitant") == then


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("depuis le 9 avril 2019", [date(2019, 4, 9)]),
        ("le 1er octobre, puis le 3 mars", [date(2019, 10, 1), date(2020, 3, 3)]),
        ("le 31 février 2019", []),
        ("9 avrils", []),
    ],
)
def test_days_said_in_french(said: str, expected: list[date]) -> None:
    assert list(spoken_days(said, date(2019, 5, 1))) == expected


def test_days() -> None:
    assert in_french(date(2019, 8, 1)) == "1er août 2019"
    assert sunday(date(2019, 9, 24)) == date(2019, 9, 29)
    assert sunday(date(2019, 9, 29)) == date(2019, 9, 29)
    assert spread("eau", date(2019, 6, 1), date(2019, 6, 1)) == date(2019, 6, 1)
    assert date(2019, 6, 1) <= spread("eau", date(2019, 6, 1), date(2019, 6, 9)) <= date(2019, 6, 9)


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (date(2018, 10, 27), 2),
        (date(2018, 10, 28), 1),
        (date(2019, 3, 30), 1),
        (date(2019, 3, 31), 2),
        (date(2020, 1, 8), 1),
    ],
)
def test_the_clock_of_paris(day: date, hours: int) -> None:
    assert paris_offset(day) == timedelta(hours=hours)


OUTLINE = """outline:
  - id: solidarites
    title: Renforcer les solidarités
    children:
      - id: droits
        title: Obtenir ses droits
        proposals: [accueil]
      - {id: emplois, title: Des emplois utiles}
  - id: education
    title: Grandir ensemble
    proposals: [dehors]
  - id: economie
    title: "Faire vivre l'économie"
    children:
      - {id: commerces, title: Garder des commerces}
"""
GROUPS = {"accueil": "solidarite", "dehors": "education", "laicite": "solidarite"}


def undone(*decisions: dict[str, Any]) -> list[Node]:
    """Take the outline back before those decisions, the last one first."""
    root = places(OUTLINE)
    assert isinstance(root, MappingPlace)
    outline = Outline(
        read_nodes(OUTLINE, root.get("outline")), "« Garantir une ville bienveillante »", GROUPS
    )
    before = ""
    taken = [Decision("2019-09-24-pleniere-11/d1", date(2019, 9, 24), said) for said in decisions]
    for number in reversed(range(len(taken))):
        near = taken[number - 1].named("on") if number else ()
        outline.undo(taken[number], near[0] if near else before)
    return outline.nodes


def ids(nodes: list[Node]) -> list[Any]:
    return [(node.id, ids(node.children)) if node.children else node.id for node in nodes]


def test_an_outline_is_written_as_it_was_read() -> None:
    assert write_outline(undone(), "Titre") == f"# Titre\n{OUTLINE}"


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        (
            [{"kind": "split", "on": "ville-bienveillante", "into": ["solidarites", "education"]}],
            [("ville-bienveillante", ["droits", "emplois"]), ("economie", ["commerces"])],
        ),
        (
            [{"kind": "merge", "on": ["ecole", "fac"], "into": ["education"]}],
            [("solidarites", ["droits", "emplois"]), "ecole", "fac", ("economie", ["commerces"])],
        ),
        (
            [{"kind": "reorder", "on": "emplois"}],
            [("solidarites", ["emplois", "droits"]), "education", ("economie", ["commerces"])],
        ),
        (
            [
                {"kind": "reorder", "on": "commerces"},
                {"kind": "move", "on": "emplois", "into": ["solidarites"]},
            ],
            [("solidarites", ["droits"]), "education", ("economie", ["emplois", "commerces"])],
        ),
        (
            [{"kind": "other", "on": ["droits", "commerces"], "title": "Deux sous-objectifs ajoutés"}],
            [("solidarites", ["emplois"]), "education", "economie"],
        ),
        (
            [{"kind": "duplicate", "on": "droits", "into": "solidarites"}],
            [("solidarites", ["emplois"]), "education", ("economie", ["commerces"])],
        ),
        ([{"kind": "adopt", "on": "outline"}], ids(undone())),
    ],
)
def test_a_decision_on_the_outline_is_taken_back(
    decisions: list[dict[str, Any]], expected: list[Any]
) -> None:
    assert ids(undone(*decisions)) == expected


def test_a_title_that_is_gone_is_the_one_the_minutes_quote() -> None:
    nodes = undone({"kind": "split", "on": "ville-bienveillante", "into": ["solidarites", "education"]})
    assert nodes[0].title == "Garantir une ville bienveillante"
    assert nodes[0].proposals == ["dehors"]
    others = undone({"kind": "split", "on": "vivre-economie", "into": ["solidarites"]})
    assert others[0].title == "Vivre economie"


def test_a_text_set_aside_stood_with_the_others_of_its_group() -> None:
    assert undone({"kind": "extract", "on": "laicite"})[0].children[0].proposals == ["accueil", "laicite"]


def test_a_title_reworded_and_a_term_replaced() -> None:
    reworded = {"kind": "reword", "on": "education", "from": "Grandir avec l'école", "to": "Grandir ensemble"}
    replaced = {"kind": "replace-term", "from": "boutique", "to": "commerce", "in": "programme"}
    nodes = undone(reworded, replaced)
    assert nodes[1].written == '"Grandir avec l\'école"'
    assert nodes[2].children[0].title == "Garder des boutiques"
