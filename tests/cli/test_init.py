"""``collectif init``: what it asks, what it refuses, what it writes, and what git holds of it."""

import os
import shutil
import subprocess
import sys
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from collectif_cli.model.beginning import SHORTEST, filing_day, timetable
from collectif_cli.store.load import load
from collectif_cli.store.tree import WorkTree
from tests.cli.conftest import Collectif
from tests.cli.terminals import talk
from tests.hostile import make_hostile
from tests.store.history.repositories import git, repository

ANSWERS = (
    "--name=Saint-Aubin en commun",
    "--municipality=Saint-Aubin",
    "--population=2340",
    "--intercommunality=Val de Lume",
    "--starts=2026-11-02",
    "--vote-day=2032-03-14",
)
TEXTS = {
    ".gitattributes",
    ".gitignore",
    "README.md",
    "collectif.yaml",
    "groups/people.yaml",
    "programme/glossary.yaml",
    "programme/outline.yaml",
}
WORKFLOWS = {
    "github": ".github/workflows/collectif.yml",
    "gitlab": ".gitlab-ci.yml",
    "forgejo": ".forgejo/workflows/collectif.yml",
}


@pytest.fixture(autouse=True)
def _outside_any_programme(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Start each command where no programme says which language to speak."""
    monkeypatch.chdir(tmp_path_factory.mktemp("outside"))


def files_under(root: Path) -> set[str]:
    """Give the files of a repository, git's own apart."""
    return {
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and ".git" not in path.relative_to(root).parts
    }


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("forge", ["github", "gitlab", "forgejo", "none"])
def test_what_is_written_is_sound_built_and_committed(
    language: str, forge: str, tmp_path: Path, collectif: Collectif
) -> None:
    root = tmp_path / "new"
    said = collectif("init", str(root), *ANSWERS, "--language", language, "--forge", forge)
    assert (said.code, said.err) == (0, "")
    written = TEXTS | ({WORKFLOWS[forge]} if forge != "none" else set())
    assert files_under(root) == written
    assert collectif("check", folder=root) == (0, "", "")
    assert git(root, "log", "--format=%s").count("\n") == 0
    assert set(git(root, "ls-tree", "-r", "--name-only", "HEAD").splitlines()) == written
    assert git(root, "symbolic-ref", "--short", "HEAD") == "main"
    assert git(root, "status", "--porcelain") == ""
    assert collectif("build", "programme", folder=root).code == 0
    assert "## " not in (root / "build/programme.md").read_text("utf-8"), "nothing is adopted yet"
    assert git(root, "status", "--porcelain") == "", "what is built is not a part of the texts"
    assert collectif("status", folder=root).code == 0


def test_answers_stand_in_the_texts(tmp_path: Path, collectif: Collectif) -> None:
    collectif("init", str(tmp_path / "new"), *ANSWERS, "--language=fr", "--no-git")
    programme, faults = load(WorkTree(tmp_path / "new"))
    collective = programme.collective
    assert not faults
    assert (collective.name.value, collective.language.value) == ("Saint-Aubin en commun", "fr")
    assert collective.territory is not None
    commune, shared = collective.territory.municipality, collective.territory.intercommunality
    assert commune is not None
    assert commune.population is not None
    assert commune.seats is not None
    assert shared is not None
    assert (commune.name.value, commune.population.value, commune.seats.value) == ("Saint-Aubin", 2340, 19)
    assert shared.name.value == "Val de Lume"
    assert [level.value for level in collective.levels][:2] == ["saint-aubin", "val-de-lume"]
    assert collective.phases[0].starts.value == date(2026, 11, 2)
    assert collective.phases[-1].ends.value == date(2032, 2, 26)
    assert {one.exercised_by.value for one in collective.competences} == {
        level.value for level in collective.levels
    }


@pytest.mark.parametrize("forge", sorted(WORKFLOWS))
@pytest.mark.parametrize("language", ["fr", "en"])
def test_workflow_only_reads(forge: str, language: str, tmp_path: Path, collectif: Collectif) -> None:
    collectif(
        "init", str(tmp_path / "new"), *ANSWERS, f"--language={language}", f"--forge={forge}", "--no-git"
    )
    text = (tmp_path / "new" / WORKFLOWS[forge]).read_text(encoding="utf-8")
    flow = YAML(typ="safe", pure=True).load(text)
    assert "secrets" not in text
    assert "://" not in text
    assert "collectif build" in text
    if forge == "gitlab":
        assert "--format gitlab" in text
        assert flow["workflow"]["rules"][1]["if"] == "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"
    else:
        assert flow["permissions"] == {"contents": "read"}
        assert f"--format {'github' if forge == 'github' else 'lines'}" in text


def test_missing_options_are_named_in_a_pipe(tmp_path: Path, collectif: Collectif) -> None:
    said = collectif("init", str(tmp_path / "new"), "--name=A")
    assert (said.code, said.out) == (2, "")
    assert "these options are missing" in said.err
    for option in ("--municipality", "--population", "--vote-day"):
        assert option in said.err
    for option in ("--name", "--seats", "--intercommunality", "--forge", "--starts", "--language"):
        assert option not in said.err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("--language=de", "“de” is not one of the words expected here"),
        ("--forge=bitbucket", "“bitbucket” is not one of the words expected here"),
        ("--population=many", "“many” is not a number of inhabitants"),
        ("--seats=3", "“3” is not a number of seats"),
        ("--seats=nineteen", "“nineteen” is not a number of seats"),
        ("--starts=soon", "“soon” is not a date"),
        ("--starts=1848-02-24", "this date is too far away to be right"),
        ("--vote-day=2031-02-30", "“2031-02-30” is not a date"),
        ("--vote-day=2099-03-15", "this date is too far away to be right"),
        ("--vote-day=2026-12-20", "that leaves too little time from 2 November 2026 on"),
        ("--name= ", "a name is needed here"),
        ("--name=a\x1bb", "this name holds a character that cannot be seen"),
        ("--name=" + "a" * 101, "this name has more than 100 characters"),
        ("--name=ecrire a jean@dupont.fr", "an answer cannot be written as it is: an e-mail address"),
    ],
)
def test_wrong_answer_is_told_and_nothing_written(
    option: str, told: str, tmp_path: Path, collectif: Collectif
) -> None:
    said = collectif("init", str(tmp_path / "new"), *ANSWERS, option)
    assert (said.code, said.out) == (2, "")
    assert told in said.err
    assert f"{option.partition('=')[0]}: " in said.err or "cannot be written" in told
    assert not (tmp_path / "new").exists()


def test_folder_with_a_programme_or_other_files_is_left_alone(tmp_path: Path, collectif: Collectif) -> None:
    (tmp_path / "notes.txt").write_text("à nous", encoding="utf-8")
    said = collectif("init", str(tmp_path), *ANSWERS)
    assert said.code == 1
    assert "is not empty: notes.txt" in said.err
    assert files_under(tmp_path) == {"notes.txt"}
    (tmp_path / "collectif.yaml").write_text("schema: 1\n", encoding="utf-8")
    said = collectif("init", str(tmp_path), *ANSWERS, "--demo")
    assert said.code == 1
    assert "already holds a programme" in said.err
    assert (tmp_path / "collectif.yaml").read_text(encoding="utf-8") == "schema: 1\n"


def test_many_files_are_named_by_the_first_ones(tmp_path: Path, collectif: Collectif) -> None:
    for number in range(8):
        (tmp_path / f"{number}.txt").touch()
    assert "is not empty: 0.txt, 1.txt, 2.txt, 3.txt, 4.txt and …" in collectif("init", str(tmp_path)).err


def test_path_that_is_a_file_or_a_link(tmp_path: Path, collectif: Collectif) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    for name in ("file", "link"):
        said = collectif("init", str(tmp_path / name), *ANSWERS)
        assert (said.code, said.out) == (1, "")
        assert "is not a folder" in said.err


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to the superuser")
def test_folder_that_cannot_be_written(tmp_path: Path, collectif: Collectif) -> None:
    tmp_path.chmod(0o500)
    try:
        said = collectif("init", str(tmp_path / "new"), *ANSWERS)
    finally:
        tmp_path.chmod(0o700)
    assert said.code == 4
    assert "you may not write" in said.err


def test_what_git_leaves_or_a_licence_does_not_stand_in_the_way(tmp_path: Path, collectif: Collectif) -> None:
    (tmp_path / "LICENSE").write_text("free", encoding="utf-8")
    assert collectif("init", str(tmp_path), *ANSWERS).code == 0
    assert "LICENSE" not in git(tmp_path, "ls-tree", "-r", "--name-only", "HEAD")
    assert git(tmp_path, "status", "--porcelain") == "?? LICENSE"


def test_interrupted_command_is_undone_first(tmp_path: Path, collectif: Collectif) -> None:
    """An init killed while it was still preparing leaves its journal and a file nobody reads."""
    journal = tmp_path / ".collectif-journal"
    journal.mkdir()
    (journal / "preparing").write_text(
        '{"version": 1, "steps": [["README.md", "", "00"]], "folders": []}', encoding="utf-8"
    )
    (tmp_path / ".README.md.collectif-new").write_text("half", encoding="utf-8")
    said = collectif("init", str(tmp_path), *ANSWERS)
    assert said.code == 0
    assert said.out.startswith("an interrupted command had changed nothing yet: README.md\n")
    assert files_under(tmp_path) == TEXTS


def test_no_git_leaves_git_alone(tmp_path: Path, collectif: Collectif) -> None:
    said = collectif("init", str(tmp_path / "new"), *ANSWERS, "--no-git")
    assert said.code == 0
    assert "commit" not in said.out
    assert not (tmp_path / "new/.git").exists()


def test_without_git_installed_it_says_so(
    tmp_path: Path, collectif: Collectif, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    said = collectif("init", str(tmp_path / "new"), *ANSWERS)
    assert said.code == 0
    assert "not in git yet: git is not installed here, or is not found." in said.out
    assert "After that: git add --all, then git commit." in said.out
    assert files_under(tmp_path / "new") == TEXTS


def test_without_a_name_for_git_it_says_how_to_give_one(
    tmp_path: Path, collectif: Collectif, monkeypatch: pytest.MonkeyPatch
) -> None:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{role}_NAME")
        monkeypatch.delenv(f"GIT_{role}_EMAIL")
    said = collectif("init", str(tmp_path / "new"), *ANSWERS)
    assert said.code == 0
    assert "not in git yet: git does not know who you are" in said.out
    assert "git config --global user.name" in said.out
    assert files_under(tmp_path / "new") == TEXTS


def test_no_repository_inside_another(tmp_path: Path, collectif: Collectif) -> None:
    """A repository that holds a letter, and the programme in one of its folders."""
    above = repository(tmp_path / "above", "== letter.txt ==\nhello\n")
    said = collectif("init", str(above / "programme-2032"), *ANSWERS)
    assert said.code == 0
    assert "in a git repository already: nothing was committed" in said.out
    assert not (above / "programme-2032/.git").exists()
    assert git(above, "log", "--format=%s") == "une modification"


def test_commit_in_the_repository_that_is_there_when_asked(tmp_path: Path, collectif: Collectif) -> None:
    """A repository with somebody's work in progress, which stays as it is."""
    above = repository(tmp_path / "above", "== letter.txt ==\nhello\n")
    (above / "letter.txt").write_text("hello you", encoding="utf-8")
    said = collectif("init", str(above / "p"), *ANSWERS, "--commit")
    assert said.code == 0
    assert said.out.count("First commit: ") == 1
    assert set(git(above, "show", "--name-only", "--format=").splitlines()) == {f"p/{path}" for path in TEXTS}
    assert git(above, "status", "--porcelain") == " M letter.txt"


def test_commit_that_cannot_be_made_is_refused_before_anything_is_written(
    tmp_path: Path, collectif: Collectif
) -> None:
    """A repository in the middle of a merge."""
    above = repository(tmp_path / "above", "== letter.txt ==\nhello\n")
    (above / ".git/MERGE_HEAD").write_text(git(above, "rev-parse", "HEAD") + "\n", encoding="ascii")
    said = collectif("init", str(above / "p"), *ANSWERS, "--commit")
    assert (said.code, said.out) == (1, "")
    assert "a merge is under way" in said.err
    assert not (above / "p").exists()


def test_nothing_of_a_hostile_repository_is_started(tmp_path: Path, collectif: Collectif) -> None:
    """A repository whose settings, hooks and attributes try to start programs."""
    above = repository(tmp_path / "above", "== collectif.yaml ==\nschema: 1\n")
    trap = make_hostile(above)
    trap.forget()
    said = collectif("init", str(above / "p"), *ANSWERS, "--commit")
    assert said.code == 0
    assert not trap.sprung()


def test_hooks_of_the_machine_do_not_run(
    tmp_path: Path, collectif: Collectif, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A template of git, set for the whole machine, that brings a hook and a filter."""
    mark = tmp_path / "ran"
    hook = tmp_path / "template/hooks/pre-commit"
    hook.parent.mkdir(parents=True)
    hook.write_text(f"#!/bin/sh\ntouch {mark}\n", encoding="utf-8")
    hook.chmod(0o755)
    settings = tmp_path / "gitconfig"
    settings.write_text(
        f"[init]\ntemplateDir = {tmp_path}/template\n[core]\nhooksPath = {hook.parent}\nfsmonitor = {hook}\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    assert collectif("init", str(tmp_path / "new"), *ANSWERS).code == 0
    assert not mark.exists()
    assert not (tmp_path / "new/.git/hooks").exists()
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    assert git(tmp_path / "new", "log", "--oneline").count("\n") == 0


def test_dry_run_writes_nothing(tmp_path: Path, collectif: Collectif) -> None:
    said = collectif("init", str(tmp_path / "new"), *ANSWERS, "--dry-run")
    assert said.code == 0
    assert said.out.startswith("Nothing was written; in ")
    assert {line.strip() for line in said.out.splitlines()[1:]} >= TEXTS
    assert not (tmp_path / "new").exists()


def test_seats_that_differ_from_the_law_are_written_and_told(tmp_path: Path, collectif: Collectif) -> None:
    said = collectif("init", str(tmp_path / "new"), *ANSWERS, "--seats=27")
    assert said.code == 0
    assert "One thing deserves a look: “collectif check” says which." in said.out
    assert "collective-seats-law" in collectif("check", folder=tmp_path / "new").out


def test_without_intercommunality_its_level_has_a_name_of_its_own(
    tmp_path: Path, collectif: Collectif
) -> None:
    options = [one for one in ANSWERS if not one.startswith("--intercommunality")]
    collectif("init", str(tmp_path / "new"), *options, "--language=fr")
    text = (tmp_path / "new/collectif.yaml").read_text(encoding="utf-8")
    assert "levels: [saint-aubin, intercommunalite, departement, region, etat]" in text
    assert "  # intercommunality: {name: …}\n" in text
    assert collectif("check", folder=tmp_path / "new") == (0, "", "")


@pytest.mark.parametrize(
    ("commune", "shared", "levels"),
    [
        ("Poitiers", "Poitiers", "poitiers, intercommunalite"),
        ("État", "Région", "commune, intercommunalite"),
        ("Œuilly-l'Étang", "Pays d'Œuf", "oeuilly-l-etang, pays-d-oeuf"),
        ("東京", "🌳", "commune, intercommunalite"),
        ("Intercommunalité", "Commune", "commune, intercommunalite"),
        ("Non", "null", '"non", "null"'),
    ],
)
def test_levels_have_ids_of_their_own(
    commune: str, shared: str, levels: str, tmp_path: Path, collectif: Collectif
) -> None:
    said = collectif(
        *("init", str(tmp_path / "new"), *ANSWERS, "--language=fr", "--no-git"),
        *(f"--municipality={commune}", f"--intercommunality={shared}"),
    )
    assert said.code == 0, said.err
    text = (tmp_path / "new/collectif.yaml").read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("levels:"))
    assert line.replace('"', "") == f"levels: [{levels}, departement, region, etat]".replace('"', "")
    assert collectif("check", folder=tmp_path / "new") == (0, "", "")


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_screen_fits(
    columns: int, tmp_path: Path, collectif: Collectif, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", str(columns))
    said = collectif("init", "new", *ANSWERS, "--language=fr")
    assert "\x1b" not in said.out
    assert max(map(len, said.out.splitlines())) <= columns
    assert said.out.startswith("Écrit dans new")
    assert "  cd new\n" in said.out


def test_a_person_is_asked_what_the_options_do_not_say(tmp_path: Path) -> None:
    answers = ["fr", "", "Saint-Aubin en commun", "Saint-Aubin", "x", "2 340", "", "", "2026-11-02"]
    answers += ["2027-01-10", "2032-03-14", "", "peut-être", "o"]
    code, screen = talk(["init", "new"], answers, tmp_path, columns=60)
    assert code == 0, screen
    assert "Language of the texts (fr or en) [en]: fr" in screen
    assert screen.count("Nom du collectif") == 2, "an empty name is asked again"
    assert "[19]" in screen, "the seats that the law gives are proposed"
    assert "la liste se dépose le 24 décembre 2026" in screen
    assert "2032-02-26  Programme publié et dépôt de la liste" in screen
    assert (tmp_path / "new/collectif.yaml").is_file()
    assert git(tmp_path / "new", "status", "--porcelain") == ""


def test_options_are_not_asked_again(tmp_path: Path) -> None:
    code, screen = talk(["init", "new", *ANSWERS, "--forge=none", "--language=en"], ["", ""], tmp_path)
    assert code == 0, screen
    assert screen.count("]: ") == 2, "the seats, and whether to write"


def test_a_person_may_say_no(tmp_path: Path) -> None:
    options = [*ANSWERS, "--forge=none", "--language=en", "--seats=19"]
    code, screen = talk(["init", "new", *options], ["n"], tmp_path)
    assert (code, screen.splitlines()[-1]) == (0, "nothing was written")
    assert not (tmp_path / "new").exists()


def test_a_person_may_give_up(tmp_path: Path) -> None:
    code, screen = talk(["init", "new"], ["en", "^D"], tmp_path)
    assert code == 130
    assert "interrupted" in screen
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(("answer", "commits"), [("y", 2), ("", 1)])
def test_a_person_decides_on_a_commit_in_a_repository_that_is_there(
    answer: str, commits: int, tmp_path: Path
) -> None:
    above = repository(tmp_path / "above", "== letter.txt ==\nhello\n")
    options = [*ANSWERS, "--forge=none", "--language=en", "--seats=19"]
    code, screen = talk(["init", "p", *options], ["", answer], above)
    assert code == 0, screen
    assert "Make the first commit in the git repository that is already here?" in screen
    assert len(git(above, "log", "--format=%h").splitlines()) == commits


def test_yes_asks_nothing_on_a_terminal(tmp_path: Path) -> None:
    code, screen = talk(["init", "new", *ANSWERS, "--yes"], [], tmp_path)
    assert code == 0, screen
    code, screen = talk(["init", "other", "--yes"], [], tmp_path)
    assert code == 2
    assert "--name" in screen


def test_every_write_is_whole_or_not_at_all(tmp_path: Path) -> None:
    """The process is killed in the middle; the next command finds nothing, or everything."""
    program = (
        "import os, sys\n"
        "from collectif_cli.store import journal\n"
        "put, seen = journal._put_in_place, []\n"
        "def dying(places):\n"
        "    put(places); seen.append(1)\n"
        "    if len(seen) == 3: os._exit(9)\n"
        "journal._put_in_place = dying\n"
        "from collectif_cli.cli.app import run\n"
        "sys.exit(run(sys.argv[1:]))\n"
    )
    root = tmp_path / "new"
    command = [sys.executable, "-c", program, "init", str(root), *ANSWERS]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 9
    again = subprocess.run(
        [sys.executable, "-m", "collectif_cli", "init", str(root), *ANSWERS],
        check=False,
        capture_output=True,
        text=True,
    )
    assert again.returncode == 1
    assert "already holds a programme" in again.stderr
    assert files_under(root) == TEXTS


@pytest.mark.parametrize("vote", [date(2020, 3, 15), date(2026, 3, 15), date(2032, 3, 14), date(2031, 5, 29)])
def test_calendar_leads_to_the_filing_without_a_gap(vote: date) -> None:
    """L267: the third Thursday before the vote; 27 February for 15 March 2020."""
    assert filing_day(date(2020, 3, 15)) == date(2020, 2, 27)
    filing = filing_day(vote)
    assert filing.weekday() == 3
    assert 15 <= (vote - filing).days <= 21
    for days in (SHORTEST, 365, 3000):
        starts = filing - timedelta(days=days)
        phases = timetable(starts, vote)
        assert (phases[0].starts, phases[-1].ends) == (starts, filing)
        for before, after in pairwise(phases):
            assert after.starts - before.ends == timedelta(days=1)
            assert before.starts <= before.ends
