"""A bare clone is read like any other: its texts are those of HEAD, its language theirs."""

import subprocess
from pathlib import Path

import pytest

from tests.checks.examples import BASE
from tests.cli.conftest import Collectif
from tests.cli.vote_programme import make_programme, opened, typed
from tests.store.history.repositories import git


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


def test_nothing_is_written_into_it_and_its_votes_are_counted(collectif: Collectif, tmp_path: Path) -> None:
    root = make_programme(tmp_path / "p", "en")
    vote = opened(root, collectif)
    typed(root, vote, None, ["f", "f", "2"])
    git(root, "add", "-A")
    git(root, "commit", "-qm", "les bulletins")
    clone = tmp_path / "clone.git"
    git(tmp_path, "clone", "-q", "--bare", str(root), str(clone))
    before = sorted(clone.rglob("*"))
    for call in (
        ("vote", "tally", vote),
        ("vote", "tally", vote, "--dry-run"),
        ("vote", "enter", vote),
        ("vote", "import", "x.csv", "--vote", vote),
        ("vote", "cancel", vote, "--reason", "x"),
        ("group", "join", "eau", "orme"),
        ("group", "new", "eaux", "--title", "Eaux", "--formed", "2019-01-01"),
    ):
        said = collectif(*call, folder=clone)
        refused = "this is a bare clone: nothing can be written here" in said.err
        assert (call, said.code, said.out, refused) == (call, 1, "", True)
        assert f"git clone {clone}" in said.err
    assert sorted(clone.rglob("*")) == before
    assert "adopted" in collectif("vote", "show", vote, folder=clone).out
    assert collectif("vote", "list", folder=clone).code == 0
    assert collectif("verify", folder=clone).code == 0
