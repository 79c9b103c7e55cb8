"""Ids made from titles."""

import pytest

from collectif_cli.model.identifiers import LONGEST_ID, is_id
from collectif_cli.model.naming import free_id, id_from


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("Mobilités", "mobilites"),
        ("L'école & l'Œuvre", "l-ecole-l-oeuvre"),
        ("  2e étage : à revoir ! ", "2e-etage-a-revoir"),
        ("ÆØŁ ß", "aeol-ss"),
        ("…", ""),
        ("a" * 80, "a" * 60),
        ("mot " * 20, "-".join(["mot"] * 15)),
    ],
)
def test_id_of_a_title(title: str, id: str) -> None:
    """Accents, ligatures, punctuation, titles that are too long."""
    assert id_from(title) == id


@pytest.mark.parametrize("title", ["Eau", "a" * 80, "mot " * 20])
def test_id_that_is_taken_gets_a_number(title: str) -> None:
    """The same title again and again."""
    taken: set[str] = set()
    for _ in range(12):
        taken.add(free_id(title, taken))
    assert len(taken) == 12
    assert all(is_id(id) and len(id) <= LONGEST_ID for id in taken)


def test_no_letter_no_id() -> None:
    """A title of signs alone."""
    assert free_id("…", set()) == ""
