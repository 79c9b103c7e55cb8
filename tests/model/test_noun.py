"""Nouns: frozen, by keyword, equal by value, and the same after a journey to another process."""

import pickle

import pytest

from collectif_cli.model.noun import Noun, replace


class Tree(Noun):
    """A noun for the tests."""

    name: str
    height: int = 3

    @property
    def shout(self) -> str:
        """Give the name aloud."""
        return self.name.upper()


class Fruit(Tree):
    """A noun that has all of another."""

    colour: str


def test_fields_are_given_by_name() -> None:
    oak = Tree(name="oak")
    assert (oak.name, oak.height, oak.shout) == ("oak", 3, "OAK")
    with pytest.raises(TypeError, match="Tree needs name"):
        Tree(height=2)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Tree has no leaves"):
        Tree(name="oak", leaves=2)  # type: ignore[call-arg]


def test_nothing_is_assigned_nor_removed_nor_added() -> None:
    oak = Tree(name="oak")
    with pytest.raises(AttributeError):
        oak.name = "elm"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del oak.name
    with pytest.raises(AttributeError):
        oak.leaves = 4
    assert not hasattr(oak, "__dict__")


def test_equal_by_value_and_kind() -> None:
    assert Tree(name="oak") == Tree(name="oak", height=3)
    assert hash(Tree(name="oak")) == hash(Tree(name="oak", height=3))
    assert Tree(name="oak") != Tree(name="elm")
    assert Fruit(name="oak", colour="red") != Tree(name="oak")


def test_fields_of_a_parent_come_first() -> None:
    assert repr(Fruit(name="plum", colour="blue")) == "Fruit(name='plum', height=3, colour='blue')"


def test_replaced_is_another() -> None:
    oak = Tree(name="oak")
    assert replace(oak, height=9) == Tree(name="oak", height=9)
    assert oak.height == 3


def test_same_after_a_journey() -> None:
    plum = Fruit(name="plum", colour="blue")
    assert pickle.loads(pickle.dumps(plum)) == plum  # noqa: S301 - our own bytes
