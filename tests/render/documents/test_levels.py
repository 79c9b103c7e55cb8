"""The names of levels: those of the places, the usual ones, else the id."""

import pytest

from collectif_cli.model.message import message
from collectif_cli.render.documents.levels import level_name
from collectif_cli.store.load import load
from tests.store.memory_tree import MemoryTree

HEAD = b"""\
schema: 1
name: Saint-Aubin en commun
language: fr
territory:
  municipality: {name: Saint-Aubin-les-Noyers, population: 2340}
  intercommunality: {name: Val de Lume}
levels: [saint-aubin, val-de-lume, departement, saint]
"""


@pytest.mark.parametrize(
    ("level", "name"),
    [
        ("saint-aubin", "Saint-Aubin-les-Noyers"),
        ("saint-aubin-les-noyers", "Saint-Aubin-les-Noyers"),
        ("val-de-lume", "Val de Lume"),
        ("departement", message("the Department")),
        ("aubin", "aubin"),
        ("saint-aub", "saint-aub"),
    ],
)
def test_name_of_a_level(level: str, name: object) -> None:
    programme, _ = load(MemoryTree({"collectif.yaml": HEAD}))
    assert level_name(level, programme.collective) == name
