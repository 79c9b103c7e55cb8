"""``collectif group list`` and ``show``: what they say, and of whom they never speak."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Collectif
from tests.cli.group_texts import REPOSITORY, git
from tests.texts import write_texts


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give the repository of ``group_texts``."""
    return write_texts(tmp_path / "collectif", REPOSITORY)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLLECTIF_LANG", "en")


def test_list_shows_every_group_and_never_names_the_hidden(collectif: Collectif, root: Path) -> None:
    """Two groups, one of which merged into the other."""
    said = collectif("group", "list", folder=root)
    assert said.code == 0
    lines = [" ".join(line.split()) for line in said.out.splitlines()]
    assert lines[1] == "Mobilités thematic 3 1 2019-04-12 Tilleul"
    assert lines[2].startswith("Université thematic – 0 – merged into Mobilités on 4 June 2019")
    assert lines[-1] == "2 groups · 1 is not at work"


@pytest.mark.parametrize("width", ["20", "60", "80", "200"])
def test_screens_fit_their_width(
    collectif: Collectif, root: Path, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    """The same groups, narrow and wide, in French."""
    monkeypatch.setenv("COLUMNS", width)
    monkeypatch.setenv("COLLECTIF_LANG", "fr")
    for words in (["list"], ["show", "mobilites"]):
        said = collectif("group", *words, folder=root)
        longest = max(len(line) for line in said.out.splitlines())
        assert longest <= max(int(width), 48)
        assert "\x1b" not in said.out


def test_show_tells_the_story_under_public_names(collectif: Collectif, root: Path) -> None:
    """The group that the other merged into; one of its members is never to be named."""
    said = collectif("group", "show", "mobilites", folder=root)
    assert said.code == 0
    for words in ("Mobilités", "Érable and one person who is not named", "2019-06-04  Université joins it",
                  "2019-07-11  Tilleul: holder of the mandate", "bus-nuit  Des bus de nuit (draft)",
                  "one, on 12 April 2019"):  # fmt: skip
        assert words in said.out
    assert "cedre" not in said.out


def test_json_names_nobody_who_is_hidden(collectif: Collectif, root: Path) -> None:
    """The same group, for programs."""
    said = collectif("group", "show", "mobilites", "--json", folder=root)
    value = json.loads(said.out)
    assert next(iter(value)) == "version"
    assert value["facilitators"] == {"names": ["Tilleul"], "unnamed": 0}
    assert value["listed"] == {"names": ["Érable"], "unnamed": 1}
    assert "cedre" not in said.out
    groups = json.loads(collectif("group", "list", "--json", folder=root).out)["groups"]
    assert [(one["id"], one["at_work"]) for one in groups] == [("mobilites", True), ("universite", False)]


def test_a_day_of_the_past_is_shown_as_it_was(collectif: Collectif, root: Path) -> None:
    """The group before anybody joined it since."""
    git(root, "init", "-q")
    git(root, "add", ".")
    os.environ["GIT_COMMITTER_DATE"] = "2018-12-31T12:00:00+01:00"
    try:
        git(root, "commit", "-qm", "début")
    finally:
        del os.environ["GIT_COMMITTER_DATE"]
    said = collectif("group", "show", "mobilites", "--json", "--at", "2018-12-31", folder=root)
    value = json.loads(said.out)
    assert (value["members"], value["listed"]["unnamed"], value["last_meeting"]) == (2, 0, None)
    (ended,) = [
        one for one in json.loads(collectif("group", "list", "--json", folder=root).out)["groups"][1:]
    ]
    assert ended["state"] == "merged into Mobilités on 4 June 2019"
