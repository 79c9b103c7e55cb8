"""The Tab key: verbs, options and ids; its words are those of the verbs."""

import io
from pathlib import Path

import pytest

from collectif_cli.cli import completion_words
from collectif_cli.cli.complete import complete
from collectif_cli.cli.completion import SCRIPTS, write_words
from collectif_cli.cli.verbs import VERBS
from tests.cli.conftest import Collectif
from tests.texts import write_texts


def test_words_are_those_of_the_verbs() -> None:
    """`make completion` would change nothing but the layout."""
    drawn = io.StringIO()
    write_words(drawn)
    scope: dict[str, object] = {}
    exec(drawn.getvalue(), scope)  # noqa: S102 - the text of a module of ours
    assert scope["WORDS"] == completion_words.WORDS
    assert scope["ARGUMENTS"] == completion_words.ARGUMENTS


def test_verbs_and_options() -> None:
    assert complete([""]) == sorted(VERBS)
    assert complete(["st"]) == ["status"]
    assert "--since" in complete(["check", "--s"])
    assert complete(["group", "jo"]) == ["join"]


def test_ids_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    == groups/people.yaml ==
    # personne
    tilleul: {name: Tilleul}
    cedre:
      name: Cèdre
    == groups/eau/group.yaml ==
    title: Eau
    == programme/proposals/eau-pure.md ==
    ---
    ---
    """
    root = write_texts(tmp_path, test_ids_of_the_repository.__doc__)
    monkeypatch.chdir(root / "groups/eau")
    assert complete(["group", "join", ""]) == ["eau"]
    assert complete(["group", "join", "eau", ""]) == ["cedre", "tilleul"]
    assert complete(["proposal", "submit", "e"]) == ["eau-pure"]
    monkeypatch.chdir("/")
    assert complete(["proposal", "submit", ""]) == []
    assert complete(["-C", str(root), "proposal", "submit", ""]) == ["eau-pure"]


@pytest.mark.parametrize("shell", SCRIPTS)
def test_script_of_each_shell(collectif: Collectif, shell: str) -> None:
    assert "collectif --complete" in collectif("completion", shell).out


def test_unknown_shell(collectif: Collectif) -> None:
    assert collectif("completion", "tcsh").code == 2
