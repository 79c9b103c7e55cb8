"""The repository whose commits follow the dates of the reference programme."""

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from bench.story.commits import build_story
from collectif_cli.cli.examination import examine_tree
from collectif_cli.model.diagnostic import Severity
from collectif_cli.model.programme import Programme
from collectif_cli.store.history import open_history
from collectif_cli.store.history.past import History
from collectif_cli.store.load import load
from collectif_cli.store.tree import WorkTree
from tests.bench.conftest import ROOT
from tests.cli.conftest import Collectif, collectif  # noqa: F401 - the fixture
from tests.store.history.repositories import git

# The days on which anyone would look: the launch, each phase, each plenary that changed something.
DAYS = (
    *("2018-10-18", "2018-11-20", "2018-12-31", "2019-01-31", "2019-04-09", "2019-06-10", "2019-06-30"),
    *("2019-07-12", "2019-08-28", "2019-09-23", "2019-09-25", "2019-10-10", "2019-12-20", "2020-01-09"),
)
# What must never be wrong; drafts may well lack a section.
FAMILIES = {"schema", "reference", "yaml", "text", "tree", "markdown", "plenary", "outline", "contribution"}
# A person whose machine says the contrary of ours wherever it can.
ELSEWHERE = {
    "GIT_AUTHOR_DATE": "2001-01-01T00:00:00 +0900",
    "GIT_AUTHOR_NAME": "Quelqu'un",
    "GIT_COMMITTER_EMAIL": "quelqu-un@example.org",
    "GIT_DEFAULT_HASH": "sha256",
    "GIT_DIR": "/nowhere",
    "GIT_INDEX_FILE": "/nowhere/index",
    "LANG": "tr_TR.UTF-8",
    "PYTHONHASHSEED": "7",
    "TZ": "Pacific/Auckland",
}
CONFIGURATION = """[user]
	name = Quelqu'un
	email = quelqu-un@example.org
[commit]
	gpgSign = true
[core]
	autocrlf = true
	quotePath = true
[init]
	defaultBranch = autre
	defaultObjectFormat = sha256
	templateDir = {home}/template
"""


def history(told: Path) -> History:
    opened = open_history(told)
    assert opened is not None
    return opened


def programme_at(told: Path, day: str) -> Programme:
    past = history(told)
    programme, faults = load(past.tree(past.resolve(day)))
    assert not faults
    return programme


def run_elsewhere(folder: Path, home: Path, *, umask: int, **surroundings: str) -> str:
    """Write the story as a command in other surroundings; give the id it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.story", os.fspath(folder)],
        cwd=ROOT,
        env={**os.environ, "HOME": os.fspath(home), **surroundings},
        umask=umask,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.strip()


def test_the_last_commit_is_the_programme(told: Path) -> None:
    tree = WorkTree(ROOT)
    ours = dict(tree.read(entry.path for entry in tree.entries()))
    past = history(told)
    last = past.tree(past.resolve("HEAD"))
    assert dict(last.read(entry.path for entry in last.entries())) == ours
    assert git(told, "status", "--porcelain") == ""
    assert git(told, "for-each-ref", "--format=%(refname)") == "refs/heads/main"


def test_its_ids_come_from_the_texts_alone(told: Path, tmp_path: Path) -> None:
    """Another home, clock, language, mask and configuration of git give the same ids."""
    home = tmp_path / "home"
    (home / "template/hooks").mkdir(parents=True)
    hook = home / "template/hooks/post-checkout"
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    (home / ".gitconfig").write_text(CONFIGURATION.format(home=home), encoding="utf-8")
    surroundings = {**ELSEWHERE, "GIT_CONFIG_GLOBAL": os.fspath(home / ".gitconfig")}
    expected = git(told, "rev-parse", "HEAD")
    assert run_elsewhere(tmp_path / "one", tmp_path, umask=0o022) == expected
    assert run_elsewhere(tmp_path / "other", home, umask=0o077, **surroundings) == expected


def test_another_text_gives_other_ids(told: Path, tmp_path: Path) -> None:
    """One more sentence in the motivations of a group changes the commits from that one on."""
    copy = tmp_path / "programme"
    shutil.copytree(told, copy, ignore=shutil.ignore_patterns(".git"))
    text = next((copy / "groups").glob("*/motivations.md"))
    with text.open("a", encoding="utf-8") as file:
        file.write("\nUne phrase de plus.\n")
    changed = tmp_path / "changed"
    assert build_story(copy, changed) != git(told, "rev-parse", "HEAD")
    first = ("rev-list", "--max-parents=0", "HEAD")
    assert git(changed, *first) == git(told, *first)


def test_it_goes_from_the_launch_to_the_list(told: Path) -> None:
    lines = git(told, "log", "--reverse", "--format=%aI %cI %an %ae %s").splitlines()
    moments = [datetime.fromisoformat(line.split()[1]) for line in lines]
    assert len(lines) > 300
    assert moments == sorted(moments)
    assert len(set(moments)) == len(moments)
    assert (moments[0].date(), moments[-1].year) == (date(2018, 10, 18), 2020)
    assert all(line.split()[0] == line.split()[1] for line in lines)
    assert {line[19:25] for line in lines if line[5:7] == "07"} == {"+02:00"}
    assert {line[19:25] for line in lines if line[5:7] == "01"} == {"+01:00"}


def test_those_who_write_are_pseudonyms_that_may_be_shown(told: Path) -> None:
    programme, _ = load(WorkTree(ROOT))
    shown = {str(one.name.value) for one in programme.people.values() if one.name}
    names = set(git(told, "log", "--format=%an").splitlines())
    addresses = git(told, "log", "--format=%ae").splitlines()
    assert names <= {*shown, "Coordination"}
    assert len(names) > 10
    assert all(re.fullmatch(r"[a-z-]+@example\.org", one) for one in addresses)


@pytest.mark.parametrize("day", DAYS)
def test_each_day_is_sound(told: Path, day: str) -> None:
    """No error of shape, nor a name that leads nowhere, in the texts of that day."""
    past = history(told)
    revision = past.resolve(day)
    standing = examine_tree(past.tree(revision), revision.day).settled.standing
    errors = [
        f"{one.span.path}:{one.span.line} {one.code}" for one in standing if one.severity is Severity.ERROR
    ]
    assert [one for one in errors if one.split()[1].partition("-")[0] in FAMILIES] == []


def test_each_commit_can_be_read(told: Path) -> None:
    """One in twelve, from the first to the last."""
    past = history(told)
    for commit in git(told, "rev-list", "HEAD").splitlines()[::12]:
        _, faults = load(past.tree(past.resolve(commit)))
        assert not faults, commit


def test_status_tells_another_story_on_each_day(told: Path, collectif: Collectif) -> None:  # noqa: F811
    """Groups form, phases are met, the plenaries of the autumn come last."""
    met: list[int] = []
    for day in ("2018-10-20", "2018-12-31", "2019-04-15", "2019-07-12", "2019-09-30", "2020-01-20"):
        said = collectif("status", "--json", "--at", day, folder=told)
        assert (said.code, said.err) == (0, "")
        given = json.loads(said.out)
        phases = [phase for group in given["groups"] for phase in group["phases"]] + given["collective"]
        met.append(sum(phase["met"] for phase in phases))
    assert met[0] == 0
    assert met == sorted(set(met)), "each of these days has more done than the one before"


def test_before_the_launch_there_is_nothing(told: Path, collectif: Collectif) -> None:  # noqa: F811
    assert collectif("status", "--at", "2018-10-17", folder=told).code == 2


def test_a_group_is_announced_then_formed(told: Path) -> None:
    now = programme_at(told, "2020-01-20")
    launch = programme_at(told, "2018-10-20")
    later = [
        one.formed for one in now.groups.values() if one.formed and one.formed.value > date(2018, 10, 20)
    ]
    announced = [one for one in launch.groups.values() if one.formed is None]
    assert len(later) > len(announced) > 3
    assert all(not one.roster and not one.headcount for one in announced)


def test_proposals_are_drafts_then_submitted_then_sorted(told: Path) -> None:
    june, july, august, now = (
        {id: one.status.value for id, one in programme_at(told, day).proposals.items()}
        for day in ("2019-06-25", "2019-07-12", "2019-09-22", "2020-01-20")
    )
    assert set(june.values()) == {"draft"}
    assert all(status == "submitted" for id, status in july.items() if now[id] != "draft")
    assert {"consensual", "divisive", "submitted"} <= set(august.values())
    assert "adopted" not in august.values()
    assert "adopted" in now.values()


def test_a_former_id_is_a_former_file(told: Path) -> None:
    now, june = (programme_at(told, day).proposals for day in ("2020-01-20", "2019-07-01"))
    aliases = [alias.value for one in now.values() for alias in one.aliases]
    assert aliases
    assert set(aliases) <= set(june)


def test_contributions_wait_then_have_an_answer(told: Path) -> None:
    spring, autumn = (programme_at(told, day).contributions for day in ("2019-03-01", "2019-12-01"))
    assert {one.fate.value for one in spring.values()} >= {"new", "assigned"}
    assert all(one.answer is None for one in spring.values() if one.fate.value in {"new", "assigned"})
    assert all(one.answer for one in autumn.values() if one.fate.value not in {"new", "assigned"})


def test_titles_are_those_of_before_the_plenary(told: Path) -> None:
    """Where a decision says from what it reworded, the draft of the outline says that."""
    before, after = (programme_at(told, day) for day in ("2019-09-23", "2019-09-25"))
    assert before.outline is not None
    assert after.outline is not None
    drafted = {node.id.value: node.title.value for node in before.outline.walk()}
    adopted = {node.id.value: node.title.value for node in after.outline.walk()}
    decisions = [one for plenary in after.plenaries.values() for one in plenary.decisions]
    reworded = [
        (on.value, one) for one in decisions if one.kind.value == "reword" and one.source for on in one.on
    ]
    told_of = [(id, one) for id, one in reworded if id in drafted]
    assert told_of
    for id, one in told_of:
        assert one.source is not None
        assert one.target is not None
        assert (drafted[id], adopted[id]) == (one.source.value, one.target.value)
    split = [on.value for one in decisions if one.kind.value == "split" for on in one.on]
    assert set(split) <= set(drafted)
    assert not set(split) & set(adopted)


def test_an_agenda_comes_before_decisions(told: Path) -> None:
    for id, held in programme_at(told, "2020-01-20").plenaries.items():
        day = held.date.value
        if held.agenda and day > date(2018, 10, 30):
            eve = programme_at(
                told, day.replace(day=day.day - 1).isoformat() if day.day > 1 else day.isoformat()
            )
            assert eve.plenaries[id].agenda
            assert not eve.plenaries[id].decisions
            assert not eve.plenaries[id].body.words


@pytest.mark.parametrize("language", ["fr", "en"])
def test_another_programme_is_told_by_the_same_rules(language: str, tmp_path: Path) -> None:
    """The demonstration: other days and phases, ballots on paper, a title reworded before its adoption."""
    root = ROOT / "templates/demo" / language
    build_story(root, tmp_path)
    past, tree = history(tmp_path), WorkTree(root)
    last = past.tree(past.resolve("HEAD"))
    ours = dict(tree.read(entry.path for entry in tree.entries()))
    assert dict(last.read(entry.path for entry in last.entries())) == ours
    subjects = git(tmp_path, "log", "--format=%as %s").splitlines()
    assert len(set(subjects)) == len(subjects), "an event is one commit"
    for commit in git(tmp_path, "rev-list", "HEAD").splitlines()[::3]:
        revision = past.resolve(commit)
        standing = examine_tree(past.tree(revision), revision.day).settled.standing
        assert not [one for one in standing if one.severity is Severity.ERROR], commit
