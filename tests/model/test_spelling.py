"""Two spellings of the same words are one."""

import pytest

from collectif_cli.model.spelling import same_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mise en œuvre", "mise en oeuvre"),
        ("L’eau", "L'eau"),
        ("Qui décide\u00a0?", "qui decide"),
        ("Exemples  à Poitiers :", "Exemples à Poitiers"),
        ("E\u0301cole", "École"),
    ],
)
def test_spellings_of_the_same_words(one: str, other: str) -> None:
    assert same_words(one) == same_words(other)


@pytest.mark.parametrize(("one", "other"), [("Constat", "Constats"), ("l'eau", "leau"), ("a", "")])
def test_other_words_stay_other(one: str, other: str) -> None:
    assert same_words(one) != same_words(other)
