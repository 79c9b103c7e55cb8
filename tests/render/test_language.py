"""Sentences, lists, numbers and dates in both languages, and French typography."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.model.message import Message, message, messages
from collectif_cli.render.language import language
from collectif_cli.render.typography import french, unbroken

FR, EN = language("fr"), language("en")


def test_sentence_is_translated_and_filled() -> None:
    said = message("there is no group “{id}”", id="eau")
    assert EN.say(said) == "there is no group “eau”"
    assert FR.say(said) == "il n’y a pas de groupe «\u202feau\u202f»"


def test_counted_sentence_follows_its_language() -> None:
    def said(n: int) -> Message:
        return messages("{n} error", "{n} errors", n)

    assert [EN.say(said(n)) for n in (0, 1, 2)] == ["0 errors", "1 error", "2 errors"]
    assert [FR.say(said(n)) for n in (0, 1, 2)] == ["0 erreur", "1 erreur", "2 erreurs"]


def test_values_inside_sentences() -> None:
    said = message("{a} {b} {c} {d}", a=("x", "y", "z"), b=12000, c=date(2019, 7, 1), d=message("today"))
    assert FR.say(said) == "x, y et z 12\u202f000 1er\u00a0juillet 2019 aujourd’hui"
    assert EN.say(said) == "x, y and z 12,000 1 July 2019 today"


def test_values_are_not_typeset_nor_taken_for_places() -> None:
    assert FR.say(message("“{path}” is outside the repository", path="a : {b} !")).startswith(
        "«\u202fa : {b} !"
    )


def test_unknown_language_is_french() -> None:
    assert language("de").code == "fr"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Vraiment ?", "Vraiment\u202f?"),
        ("Vraiment\u00a0? Oui ; non !", "Vraiment\u202f? Oui\u202f; non\u202f!"),
        ("« eau »", "«\u202feau\u202f»"),
        ("«eau»", "«\u202feau\u202f»"),
        ("Attention : voici", "Attention\u00a0: voici"),
        ("l'eau d'ici", "l’eau d’ici"),
        ("de 18:30 à 20:00", "de 18:30 à 20:00"),
        ("https://exemple.fr/?a=b", "https://exemple.fr/?a=b"),
        ("le 'mot'", "le 'mot'"),
    ],
)
def test_french_spaces_and_apostrophes(typed: str, printed: str) -> None:
    assert french(typed) == printed


@given(st.text(alphabet="aé «»:;!?'\u00a0\u202f.", max_size=40))
def test_set_twice_is_set_once(text: str) -> None:
    assert french(french(text)) == french(text)


def test_inclusive_forms_hold_together() -> None:
    assert unbroken("habitant·es") == "habitant\u2060·\u2060es"
