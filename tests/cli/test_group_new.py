"""``collectif group new``: a first file that checks clean."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Collectif
from tests.cli.group_texts import REPOSITORY, text
from tests.texts import write_texts


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give the repository of ``group_texts``."""
    return write_texts(tmp_path / "collectif", REPOSITORY)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLLECTIF_LANG", "en")


def test_new_group_checks_clean(collectif: Collectif, root: Path) -> None:
    """A group announced, then formed when somebody facilitates it; the id comes from the title."""
    said = collectif("group", "new", "--title", "L'école & l'Œuvre", "--competence", "ecoles", folder=root)
    assert said.code == 0
    assert "written: groups/l-ecole-l-oeuvre/group.yaml" in said.out
    assert "collectif group facilitate l-ecole-l-oeuvre PERSON" in said.out
    found = collectif("check", "groups/l-ecole-l-oeuvre", "--strict", folder=root)
    assert (found.code, found.out) == (0, "")
    path = "groups/l-ecole-l-oeuvre/group.yaml"
    lines = text(root, path).splitlines()
    assert lines[1:3] == ["title: L'école & l'Œuvre", "kind: thematic"]
    assert "levels: [poitiers]" in lines
    said = collectif("group", "facilitate", "l-ecole-l-oeuvre", "erable", "--from", "2019-03-01", folder=root)
    assert "now formed on 1 March 2019" in said.out
    assert "facilitators:\n  - {person: erable, from: 2019-03-01}\nmembers:\n" in text(root, path)
    assert collectif("check", "groups/l-ecole-l-oeuvre", "--strict", folder=root).code == 0


def test_comments_are_in_the_language_of_the_collective(collectif: Collectif, root: Path) -> None:
    """A French collective, a reader in English."""
    assert collectif("group", "new", "air", "--title", "Air", folder=root).code == 0
    assert text(root, "groups/air/group.yaml").startswith("# Qui fait partie du groupe")


def test_a_person_is_asked_for_what_is_missing(root: Path) -> None:
    """The title is asked on a terminal, in the language of the collective."""
    terminal, end = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "collectif_cli", "-C", str(root), "group", "new"],
        stdin=end,
        stdout=end,
        stderr=end,
        env={**os.environ, "COLLECTIF_LANG": "en", "TERM": "dumb"},
    )
    os.close(end)
    os.write(terminal, "Qualité de l'air\n".encode())
    assert process.wait(20) == 0
    assert "What is the group called?" in os.read(terminal, 4096).decode()
    os.close(terminal)
    assert "title: Qualité de l'air\n" in text(root, "groups/qualite-de-l-air/group.yaml")


def test_a_group_that_somebody_facilitates_has_met(collectif: Collectif, root: Path) -> None:
    """Its first day and its facilitator are given at once."""
    asked = ("group", "new", "air", "--title", "Air", "--formed", "2019-03-01", "--facilitator", "erable")
    assert collectif(*asked, "--kind", "campaign", folder=root).code == 0
    assert "  - {person: erable, from: 2019-03-01}\n" in text(root, "groups/air/group.yaml")
    assert collectif("check", "groups/air", "--strict", folder=root).code == 0
