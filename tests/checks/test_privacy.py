"""What leads to a person is found; what only looks like it is not."""

from datetime import date

import pytest

from collectif_cli.checks import privacy
from collectif_cli.checks.rule import Find
from collectif_cli.model.collective import Collective
from collectif_cli.model.document import Document
from collectif_cli.model.programme import Programme
from collectif_cli.model.register import Register, register_of
from collectif_cli.model.source import Located, Span

TOP = Span("collectif.yaml")


def register(language: str) -> Register:
    collective = Collective(
        span=TOP, schema=Located(1, TOP), name=Located("Essai", TOP), language=Located(language, TOP)
    )
    return register_of(Programme(collective=collective), date(2019, 9, 1))


def found(rule: Find, text: str, language: str = "fr", kind: str = "meeting") -> list[str]:
    document = Document(path="a.md", kind=kind, id="a", text=text)
    spans = [finding.span for finding in rule(document, register(language))]
    lines = text.split("\n")
    return [lines[span.line - 1][span.column - 1 : span.column - 1 + span.width] for span in spans]


@pytest.mark.parametrize(
    ("rule", "text", "shown"),
    [
        (privacy.email, "à martin.pecheur+a@boite.essai.fr.", "martin.pecheur+a@boite.essai.fr"),
        (privacy.email, "(mailto:merle@boite-essai.fr)", "merle@boite-essai.fr"),
        (privacy.phone, "tél. 0612345678", "0612345678"),
        (privacy.phone, "tél.05.49.12.34.56", "05.49.12.34.56"),
        (privacy.phone, "05-49-12-34-56,", "05-49-12-34-56"),
        (privacy.phone, "+33 (0)6 12 34 56 78", "+33 (0)6 12 34 56 78"),
        (privacy.phone, "+32 470 12 34 56", "+32 470 12 34 56"),
        (privacy.iban, "FR7630006000011234567890189", "FR7630006000011234567890189"),
        (privacy.iban, "FR14 2004 1010 0505 0001 3M02 606", "FR14 2004 1010 0505 0001 3M02 606"),
        (privacy.iban, "IBAN : BE68 5390 0754 7034", "BE68 5390 0754 7034"),
        (privacy.social_security, "n° 255081416802538", "255081416802538"),
        (
            privacy.postal_address,
            "Merle, domicilié au 3 bis, avenue des Sources",
            "domicilié au 3 bis, avenue",
        ),
        (privacy.postal_address, "Adresse : 4 place Verte", "Adresse : 4 place"),
        (privacy.birth_date, "né(e) le 1er mars 1980", "né(e) le 1er mars 1980"),
        (privacy.birth_date, "date de naissance : 12/03/1980", "date de naissance : 12/03/1980"),
    ],
)
def test_found(rule: Find, text: str, shown: str) -> None:
    assert found(rule, text) == [shown]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (privacy.email, "@tilleul, https://social.example/@tilleul, a@exemple, 6 @ 2 €, x@collectif.example"),
        (privacy.phone, "2019-04-12 01.02.2019 0,612345678 plateforme/0612345678 0800 12 34 56 06 12 34"),
        (privacy.phone, "digest: 06123456780612345678, +3 places, 2..4 M€, 08 00 12 34 56, 20190612345678"),
        (privacy.phone, "06 39 98 12 34 et +33 6 39 98 12 34"),
        (privacy.iban, "FR76 3000 6000 0112 3456 7890 188, BE68 5390 0754 7034"),
        (privacy.social_security, "255081416802539, 1 234 567 890 123 45, 2019-08-28"),
        (privacy.postal_address, "place: 12 rue des Sources. On y habite bien. Un habitant de la rue Verte."),
        (privacy.birth_date, "né en 1980, une idée née le soir, le collectif est né le jour même"),
    ],
)
def test_not_found(rule: Find, text: str) -> None:
    assert found(rule, text) == []


def test_english_texts_are_read_in_english() -> None:
    assert found(privacy.postal_address, "Wren lives at 12 Mill Lane", "en") == ["lives at 12 Mill Lane"]
    assert found(privacy.birth_date, "born on 12 March 1980", "en") == ["born on 12 March 1980"]


def test_figures_of_ballots_are_nobodys() -> None:
    assert found(privacy.phone, "ballot,q\n0612345678,1", kind="ballots") == []
