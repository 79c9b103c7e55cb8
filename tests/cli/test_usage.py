"""Commands that were typed wrong are told so in whole sentences of one language."""

import re

import pytest

from tests.cli.conftest import Collectif

ENGLISH = re.compile(r"\b(is|not|valid|range|does|take|the|value)\b")


@pytest.mark.parametrize(
    ("typed", "french", "english"),
    [
        (
            "vote new --expected x",
            "la valeur donnée à « --expected » ne convient pas (« x » n’est pas un nombre entier)",
            "the value given to “--expected” does not fit (“x” is not a whole number)",
        ),
        (
            "search eau --most -3",
            "la valeur donnée à « --most » ne convient pas (-3 est plus petit que 0)",
            "the value given to “--most” does not fit (-3 is less than 0)",
        ),
        ("search eau --most 1.5", "« 1.5 » n’est pas un nombre entier", "“1.5” is not a whole number"),
        ("search", "il manque « MOT… »", "“WORD…” is missing"),
        (
            "check --strict=3",
            "l’option « --strict » ne prend pas de valeur",
            "the option “--strict” takes no value",
        ),
        ("vote tally a b", "il y a un mot de trop : « b »", "there is one word too many: “b”"),
        ("vote tally a b c", "il y a 2 mots de trop : « b c »", "there are 2 words too many: “b c”"),
    ],
)
def test_mistake_is_told(
    typed: str, french: str, english: str, collectif: Collectif, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = collectif(*typed.split())
    first = said.err.splitlines()[0].replace("\u202f", " ").replace("\u00a0", " ")
    assert (said.code, said.out) == (2, "")
    assert french in first
    assert not ENGLISH.search(first)
    monkeypatch.setenv("COLLECTIF_LANG", "en")
    assert english in collectif(*typed.split()).err.splitlines()[0]
