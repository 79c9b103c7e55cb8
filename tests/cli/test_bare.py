"""A bare clone is read like any other: its texts are those of HEAD, its language theirs."""

import subprocess
from pathlib import Path

import pytest

from tests.checks.examples import BASE
from tests.cli.conftest import Collectif


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """Give a bare clone of the base example with a fault in it."""
    work, clone = tmp_path / "work", tmp_path / "clone.git"
    subprocess.run(["cp", "-r", BASE, work], check=True)
    group = work / "groups/eau/group.yaml"
    group.write_text(group.read_text(encoding="utf-8").replace("cedre", "cedrre"), encoding="utf-8")
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "debut"]):
        subprocess.run(["git", "-C", work, *arguments], check=True)
    subprocess.run(["git", "clone", "-q", "--bare", work, clone], check=True)
    return clone


def test_check_reads_head_in_the_language_of_the_texts(collectif: Collectif, bare: Path) -> None:
    said = collectif("check", "--format", "lines", folder=bare)
    assert said.code == 1
    assert "groups/eau/group.yaml:9:14: erreur[reference-unknown-person]" in said.out


def test_the_other_verbs_read_it_too(collectif: Collectif, bare: Path) -> None:
    assert collectif("status", folder=bare).code == 0
    assert collectif("show", "eau", "--at", "HEAD", folder=bare).out.startswith("Eau\n")


def test_documents_want_a_folder(collectif: Collectif, bare: Path, tmp_path: Path) -> None:
    said = collectif("build", folder=bare)
    assert (said.code, "--output" in said.err) == (2, True)
    assert collectif("build", "--format", "md", "--output", str(tmp_path / "out"), folder=bare).code == 0
    assert (tmp_path / "out/programme.md").is_file()
    assert not (bare / "build").exists()
