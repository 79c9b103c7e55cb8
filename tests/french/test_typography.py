"""French is typed as it is printed, but for the spaces and apostrophes that the tool sets right."""

import pytest

from tests.french.passages import Passage, french_passages
from tests.french.typography import typing_faults

FAULTS = (
    ("Deux  espaces", "deux espaces de suite"),
    ('Il dit "oui".', 'des guillemets droits : "oui" ; écrivez « … »'),
    ("Et puis... rien", "trois points ; écrivez « … »"),
    ("Voilà. A midi, on part.", "« A » sans accent ; écrivez « À »"),
    ("A midi, on part.", "« A » sans accent ; écrivez « À »"),
    ("Ca suffit.", "« Ca » sans cédille ; écrivez « Ça »"),
    ("Au coeur de la ville", "« oe » au lieu de « œ » : coeur"),
    ("les Oeuvres et l'oeil", "« oe » au lieu de « œ » : Oeuvres", "« oe » au lieu de « œ » : oeil"),
    ("La fin de\nde la rue", "un mot écrit deux fois : de de"),
    ("Qui? Moi", "pas d'espace avant ?"),
    ("Trois choses: voilà", "pas d'espace avant :"),
    ("Oui , bien sûr .", "une espace avant ,", "une espace avant ."),
    ("Oui,bien sûr", "pas d'espace après ,"),
    ("Vraiment ?.", "deux signes de suite : ?."),
    ("Fini..", "deux signes de suite : .."),
    ("La 1ère fois et la 2ème", "1ère ; écrivez « 1re », « 2e »", "2ème ; écrivez « 1re », « 2e »"),
    ("Il dit « oui.", "un guillemet sans son pareil : « oui."),
    ("Il dit oui ».", "un guillemet sans son pareil : Il dit oui »"),
    ("« Un » et « deux", "un guillemet sans son pareil : « deux"),
)
RIGHT = (
    "Nous nous réunissons ; vous vous souvenez ?",
    "De 2..4 M€, le 1er mai à 18 h 30, à 3,5 km : « C'est bon », dit-elle.",
    "C'est à Poitiers. À midi ! Qui l’a dit ? Ça ira… peut-être.",
    "A, b et c ; 20:30 ; ceux-ci-ci ; petit à petit.",
    "| a | b |\n|---|---|\n| c   | d |",
    "On peut-être là là-bas",
)


def test_everything_is_typed_as_it_should_be() -> None:
    assert list(typing_faults(french_passages())) == []


@pytest.mark.parametrize("example", FAULTS, ids=lambda one: one[0])
def test_a_fault_is_seen(example: tuple[str, ...]) -> None:
    text, *said = example
    assert list(typing_faults([Passage("a.md", 3, text)])) == [f"a.md:3: {one}" for one in said]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_not(text: str) -> None:
    assert list(typing_faults([Passage("a.md", 1, text)])) == []
