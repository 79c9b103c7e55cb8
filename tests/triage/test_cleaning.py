"""Contact data never goes further than the import; the pseudonym leads to nobody without its key."""

import pytest

from collectif_cli.model.sent import Sent
from collectif_cli.model.source import Located, Span
from collectif_cli.triage.cleaning import GONE, cleaned
from collectif_cli.triage.pseudonyms import pseudonym

STAND_INS = dict.fromkeys(GONE, "(retiré)")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Écrivez à jean.dupont@mail.fr ou au 06 12 34 56 78.", "Écrivez à (retiré) ou au (retiré)."),
        ("J'habite 12 rue des Lilas, près du parc", "J'(retiré) des Lilas, près du parc"),
        ("Mon IBAN : FR76 3000 6000 0112 3456 7890 189", "Mon IBAN : (retiré)"),
        ("Je suis née le 3 février 1980", "Je suis (retiré)"),
        ("Une salle au 12 rue des Lilas", "Une salle au 12 rue des Lilas"),
        ("jean_dupont@mail.fr et paul@mail.fr", "(retiré) et (retiré)"),
    ],
)
def test_what_leads_to_a_person_goes(text: str, left: str) -> None:
    span = Span("x.csv", 3, 4)
    sent = Sent("1", span, Located("", span), Located(text, span))
    clean, found = cleaned(sent, "fr", STAND_INS)
    assert clean.body.value == left
    assert all(one.span == span for one in found)
    assert bool(found) == (text != left)
    assert cleaned(clean, "fr", STAND_INS) == (clean, ())


def test_a_pseudonym_is_stable_and_keyed() -> None:
    assert pseudonym("u1", "s", "key") == pseudonym("u1", "s", "key")
    assert len({pseudonym("u1", "s", "key"), pseudonym("u1", "s", "other"), pseudonym("u1", "t", "key")}) == 3
    assert pseudonym("", "s", "key") == ""
