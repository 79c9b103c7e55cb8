"""The command as a whole: exit codes, languages, what is imported when."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from collectif_cli import __version__
from collectif_cli.cli import checking
from collectif_cli.cli.app import read_settings
from collectif_cli.cli.verbs import VERBS
from tests.cli.conftest import Collectif
from tests.texts import write_texts

HEAVY = ("typer", "rich", "git", "jinja2", "markdown_it", "ruamel", "babel", "dataclasses", "multiprocessing")


def imported_by(code: str, folder: Path) -> set[str]:
    """Give which of the heavy modules a fresh interpreter has imported after ``code``."""
    ask = f"{code}\nimport sys\nsys.stderr.write(' '.join(m for m in {HEAVY!r} if m in sys.modules))"
    found = subprocess.run(
        [sys.executable, "-c", ask], cwd=folder, capture_output=True, text=True, check=True
    )
    return set(found.stderr.split())


def test_version_and_tab_import_nothing_heavy(tmp_path: Path) -> None:
    start = "import sys; from collectif_cli.__main__ import main; sys.argv = ['collectif', {words}]; main()"
    assert imported_by(start.format(words="'--version'"), tmp_path) == set()
    assert imported_by(start.format(words="'--complete', 'sh'"), tmp_path) == set()


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        (["check"], {"ruamel"}),
        (["check", "--help"], {"typer"}),
        (["status"], {"typer", "ruamel"}),
        (["explain", "proposal-title-length"], {"typer"}),
        (["proposal", "list"], {"typer", "ruamel"}),
    ],
)
def test_a_verb_imports_only_what_it_uses(words: list[str], allowed: set[str], tmp_path: Path) -> None:
    root = write_texts(tmp_path, "")
    code = f"from collectif_cli.cli.app import run\nrun({words!r})"
    # typer imports dataclasses through inspect, and rich's markers, on its own account.
    free = {"dataclasses"} if "typer" in allowed else set()
    assert imported_by(code, root) - free <= allowed | {"ruamel"}


def test_version(collectif: Collectif) -> None:
    code = (
        "from collectif_cli.__main__ import main; import sys; sys.argv = ['collectif', '--version']; main()"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == f"collectif {__version__}\n"
    assert collectif("--version").out == found.stdout
    assert "--version" in collectif("--help").out


def test_folder_or_colours_that_make_no_sense_are_told(collectif: Collectif, tmp_path: Path) -> None:
    root = write_texts(tmp_path, "")
    said = collectif("check", folder=root / "misspelt")
    assert said.code == 4
    assert "misspelt" in said.err
    said = collectif("check", "--color", "yes", folder=root)
    assert said.code == 2
    assert "always, never" in said.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "vouliez-vous dire «\u202fcheck\u202f»"),
        (["check", "--fromat", "json"], "vouliez-vous dire «\u202f--format\u202f»"),
        (["check", "--format"], "attend une valeur"),
        (["group"], "il manque un verbe"),
        (["group", "show"], "il manque «\u202f"),
        (["explain", "a", "b"], "un mot de trop"),
    ],
)
def test_mistakes_in_typing_are_told_in_french(
    collectif: Collectif, arguments: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLLECTIF_LANG", "fr")
    answer = collectif(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert "--help" in answer.err


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_verb_has_its_help_in_both_languages(
    collectif: Collectif, verb: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLLECTIF_LANG", language)
    monkeypatch.setenv("COLUMNS", "60")
    said = collectif(verb, "--help")
    assert said.code == 0
    assert {"fr": "Usage\u00a0: collectif", "en": "Usage: collectif"}[language] in said.out
    assert max(len(line) for line in said.out.splitlines()) <= 60
    assert ("Work in that folder" in said.out) is (language == "en")


def test_a_fault_of_the_tool_leaves_a_report(
    collectif: Collectif, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_given: object) -> int:
        raise ZeroDivisionError("by design")

    monkeypatch.setattr(checking, "run_check", break_down)
    said = collectif("check", folder=write_texts(tmp_path, ""))
    assert said.code == 3
    report = Path(said.err.split(": ")[-1].strip().replace("\u202f", " "))
    assert "ZeroDivisionError: by design" in report.read_text(encoding="utf-8")
    report.unlink()


def test_interrupted_is_130(collectif: Collectif, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_given: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(checking, "run_check", interrupt)
    assert collectif("check", folder=write_texts(tmp_path, "")).code == 130


def test_a_reader_that_leaves_is_no_trouble(tmp_path: Path) -> None:
    root = write_texts(tmp_path, "")
    command = f"{sys.executable} -m collectif_cli explain proposal-title-length -C {root} | true"
    found = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False
    )
    assert (found.returncode, found.stderr) in {(0, ""), (141, "")}


def test_settings_may_stand_anywhere_before_two_dashes() -> None:
    settings, words = read_settings(["check", "-C", "here", "--color=never", "a", "--", "-C", "b"])
    assert (str(settings.folder), settings.colour, words) == (
        "here",
        "never",
        ["check", "a", "--", "-C", "b"],
    )


def test_language_of_the_environment_wins_then_the_collective_then_the_locale(
    collectif: Collectif, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_texts(tmp_path, "")
    assert "jamais" in collectif("check", "--help", folder=root).out
    monkeypatch.setenv("COLLECTIF_LANG", "en")
    assert "never" in collectif("check", "--help", folder=root).out
    monkeypatch.delenv("COLLECTIF_LANG")
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert "jamais" in collectif("check", "--help", folder=tmp_path.parent).out
    monkeypatch.setenv("LANG", "C.UTF-8")
    assert "always" in collectif("check", "--help", folder=tmp_path.parent).out


def test_alone_in_a_repository_says_where_we_are(collectif: Collectif, tmp_path: Path) -> None:
    said = collectif(folder=write_texts(tmp_path, ""))
    assert said.code == 0
    assert said.out.startswith("Collectif d'essai\n")
    assert "collectif check" in said.out


def test_alone_elsewhere_shows_the_help(collectif: Collectif, tmp_path: Path) -> None:
    said = collectif(folder=tmp_path)
    assert said.code == 0
    assert all(verb in said.out for verb in VERBS)


def test_process_ends_at_once_with_its_code(tmp_path: Path) -> None:
    root = write_texts(tmp_path, "== groups/people.yaml ==\ntilleul: 3\n")
    command = [sys.executable, "-m", "collectif_cli", "check", "-C", str(root)]
    found = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ})
    assert found.returncode == 1
    assert "groups/people.yaml:1:10" in found.stdout
