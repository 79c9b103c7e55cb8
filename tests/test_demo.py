"""``collectif init --demo``: a whole small collective, in both languages."""

import json
from datetime import date
from pathlib import Path

import pytest

from collectif_cli.checks.all_checks import CHECKS
from collectif_cli.cli.examination import examine_tree
from collectif_cli.store.demo_texts import demo_texts
from collectif_cli.store.given_tree import GivenTree
from collectif_cli.store.load import load
from collectif_cli.store.tree import WorkTree
from tests.cli.conftest import Collectif, collectif  # noqa: F401 - the fixture
from tests.store.history.repositories import git

LANGUAGES = ("fr", "en")
VOTES = {
    "fr": ("2025-06-28-titre", "2025-09-27-programme"),
    "en": ("2025-06-28-title", "2025-09-27-programme"),
}


@pytest.fixture(autouse=True)
def _outside_any_programme(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Start each command where no programme says which language to speak."""
    monkeypatch.chdir(tmp_path_factory.mktemp("outside"))


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def demo(language: str, tmp_path: Path, collectif: Collectif) -> Path:  # noqa: F811 - the fixture
    """Give the demonstration as a person gets it."""
    root = tmp_path / "demo"
    said = collectif("init", "--demo", str(root), "--language", language)
    assert (said.code, said.err) == (0, "")
    return root


def test_it_is_sound_and_sets_one_ballot_aside(demo: Path, collectif: Collectif) -> None:  # noqa: F811
    said = collectif("check", "--format", "json", folder=demo)
    assert said.code == 0
    given = json.loads(said.out)
    assert given["findings"] == []
    assert git(demo, "status", "--porcelain") == ""
    assert len(git(demo, "log", "--format=%h").splitlines()) == 2


def test_its_vote_was_opened_before_it_was_counted_and_verifies(
    demo: Path,
    collectif: Collectif,  # noqa: F811
) -> None:
    said = json.loads(collectif("verify", "--json", folder=demo).out)
    assert (said["holds"], said["troubles"]) == (True, [])
    states = {one["vote"]: (one["opened"], one["identical"]) for one in said["votes"]}
    assert states["2025-09-27-programme"] == (True, True)
    assert {one["state"] for one in said["texts"]} == {"identical"}
    assert len(said["texts"]) == 8
    opening = git(demo, "rev-list", "--max-parents=0", "HEAD")
    files = git(demo, "ls-tree", "-r", "--name-only", opening)
    assert "vote.yaml" in files
    assert "ballots-a.csv" not in files


def test_every_tampering_with_it_is_caught(demo: Path, collectif: Collectif) -> None:  # noqa: F811
    said = collectif("verify", "--self-test", "--json", folder=demo)
    given = json.loads(said.out)
    assert [one["tampering"] for one in given["attempts"] if not one["caught_by"]] == []
    assert (said.code, given["caught"]) == (0, True)
    assert len(given["attempts"]) > 45


@pytest.mark.parametrize("today", [date(2025, 12, 1), date(2026, 11, 24), date(2040, 12, 30)])
def test_it_stays_sound_as_time_goes_by(language: str, today: date) -> None:
    assert examine_tree(GivenTree(demo_texts(language)), today).settled.standing == ()


def test_it_has_a_bit_of_everything(language: str) -> None:
    programme, faults = load(GivenTree(demo_texts(language)))
    assert not faults
    assert sum(group.kind.value == "thematic" for group in programme.groups.values()) == 3
    assert {one.status.value for one in programme.proposals.values()} == {
        *("adopted", "rejected", "merged", "referred"),
    }
    assert {one.fate.value for one in programme.contributions.values()} == {
        *("adopted", "partly", "declined", "out-of-scope"),
    }
    assert all(one.answer for one in programme.contributions.values())
    assert len(programme.plenaries) == 3
    assert programme.glossary is not None
    assert programme.organisations
    assert programme.meetings
    assert programme.explorations


def test_both_languages_tell_the_same_story() -> None:
    one, other = (load(GivenTree(demo_texts(language)))[0] for language in LANGUAGES)
    for kind in ("people", "groups", "proposals", "contributions", "meetings", "plenaries", "votes"):
        assert len(getattr(one, kind)) == len(getattr(other, kind)), kind
    for mine, theirs in zip(one.collective.phases, other.collective.phases, strict=True):
        assert (mine.starts.value, mine.ends.value) == (theirs.starts.value, theirs.ends.value)
        assert len(mine.objectives) == len(theirs.objectives)


def test_status_shows_what_is_done_and_the_one_thing_owed(
    demo: Path,
    language: str,
    collectif: Collectif,  # noqa: F811
) -> None:
    given = json.loads(collectif("status", "--json", folder=demo).out)
    owed = [
        (group["id"], one["objective"])
        for group in given["groups"]
        for phase in group["phases"]
        for one in phase["owed"]
    ]
    assert owed == [{"fr": ("vivre-ensemble", "bilan"), "en": ("living-together", "review")}[language]]
    assert all(phase["met"] == phase["of"] for phase in given["collective"])


def test_both_votes_are_counted(demo: Path, language: str, collectif: Collectif) -> None:  # noqa: F811
    by_hand, on_paper = VOTES[language]
    for vote in (by_hand, on_paper):
        said = collectif("vote", "tally", vote, folder=demo)
        assert (said.code, said.err) == (0, "")
        assert (demo / f"programme/votes/{vote}/result.yaml").is_file()
    hands = json.loads(collectif("vote", "show", by_hand, "--json", folder=demo).out)
    assert [sorted(one["counts"].values()) for one in hands["questions"]] == [[3, 9, 15]]
    paper = json.loads(collectif("vote", "show", on_paper, "--json", folder=demo).out)
    assert [one["outcome"] for one in paper["questions"]] == ["adopted", "adopted", "rejected"]
    assert [one["figures"]["blank"] for one in paper["questions"]] == [1, 1, 1]
    assert [one["figures"]["cast"] for one in paper["questions"]] == [30, 30, 30]
    assert [one["ballot"] for one in paper["questions"][2]["set_aside"]] == ["17"]
    assert json.loads(collectif("check", "--format", "json", folder=demo).out)["findings"] == []


def test_it_is_built(demo: Path, collectif: Collectif) -> None:  # noqa: F811
    said = collectif("build", "programme", folder=demo)
    assert said.code == 0
    page = (demo / "build/programme.md").read_text(encoding="utf-8").replace("’", "'")
    headings = [line for line in page.splitlines() if line.startswith("#")]
    programme, _ = load(WorkTree(demo))
    for proposal in programme.proposals.values():
        shown = any(line.endswith(proposal.title.value) for line in headings)
        assert shown == (proposal.status.value in {"adopted", "referred"}), proposal.id
    assert git(demo, "status", "--porcelain") == ""


def test_what_was_adopted_by_a_vote_is_said_once(demo: Path, language: str, collectif: Collectif) -> None:  # noqa: F811
    plenary = {"fr": "2025-09-27-pleniere-3", "en": "2025-09-27-plenary-3"}[language]
    said = " ".join(collectif("show", plenary, folder=demo).out.split())
    assert {"fr": "d1 · Adopté · par bulletins papier · Pour", "en": "d1 · Adopted · by paper ballot · For"}[
        language
    ] in said


def test_text_that_was_merged_says_into_which(demo: Path, language: str, collectif: Collectif) -> None:  # noqa: F811
    merged = {"fr": "composteurs", "en": "compost-bins"}[language]
    into = {"fr": "fusionnée dans  Un jardin partagé", "en": "merged into  A shared garden"}[language]
    assert into in collectif("show", merged, folder=demo).out


def test_what_the_readme_proposes_works(demo: Path, collectif: Collectif) -> None:  # noqa: F811
    """Each command of the table in the README of the demonstration."""
    lines = (demo / "README.md").read_text(encoding="utf-8").splitlines()
    commands = [line.split("`")[1] for line in lines if line.startswith("|") and "`collectif " in line]
    assert len(commands) == 8
    for command in commands:
        said = collectif(*command.split()[1:], folder=demo)
        assert (said.code, said.err) == (0, ""), command


def test_what_the_readme_proposes_to_break_is_found(
    demo: Path,
    language: str,
    collectif: Collectif,  # noqa: F811
) -> None:
    group, right, wrong = {
        "fr": ("se-deplacer", "tilleul", "tileul"),
        "en": ("getting-around", "linden", "lindn"),
    }[language]
    path = demo / f"groups/{group}/group.yaml"
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    said = collectif("check", folder=demo)
    assert said.code == 1
    assert wrong in said.out
    assert right in said.out, "the nearest handle is proposed"


def test_the_demonstration_takes_no_other_answer(tmp_path: Path, collectif: Collectif) -> None:  # noqa: F811
    said = collectif("init", "--demo", str(tmp_path / "demo"), "--name=A", "--seats=19")
    assert (said.code, said.out) == (2, "")
    assert "--name and --seats" in said.err
    assert not (tmp_path / "demo").exists()


def test_rules_that_are_set_aside_exist(language: str) -> None:
    programme, _ = load(GivenTree(demo_texts(language)))
    assert programme.collective.checks is not None
    assert {one.rule.value for one in programme.collective.checks.ignore} <= set(CHECKS)
