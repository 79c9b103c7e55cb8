"""``collectif check``: what it prints, in which language, and its exit code."""

import json
import os
from pathlib import Path

import pytest

from collectif_cli.cli.context import Context
from collectif_cli.render.terminal import Screen
from tests.cli.conftest import Collectif
from tests.texts import write_texts

UNKNOWN = """
== groups/people.yaml ==
tilleul: {name: Tilleul}
== groups/eau/group.yaml ==
title: Eau
kind: thematic
formed: 2018-11-20
levels: [poitiers]
facilitators: [{person: tilleuil, from: 2018-11-20}]
"""


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Give a repository with one reference that leads nowhere."""
    return write_texts(tmp_path, UNKNOWN)


def test_finding_shows_the_line_and_the_remedy(collectif: Collectif, faulty: Path) -> None:
    said = collectif("check", "--only", "reference", folder=faulty)
    assert said.code == 1
    assert said.out == (
        "groups/eau/group.yaml:5:25: erreur[reference-unknown-person]\u00a0: "
        "«\u202ftilleuil\u202f» n’est pas dans groups/people.yaml\n"
        "   5 | facilitators: [{person: tilleuil, from: 2018-11-20}]\n"
        "     |                         ^^^^^^^^ vouliez-vous dire «\u202ftilleul\u202f»\u202f?\n"
        "   = collectif explain reference-unknown-person\n"
        "1 erreur\n"
    )


def test_finding_in_english(collectif: Collectif, faulty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLLECTIF_LANG", "en")
    said = collectif("check", "--only", "reference", "--format", "lines", folder=faulty)
    assert said.out == (
        "groups/eau/group.yaml:5:25: error[reference-unknown-person]: "
        "“tilleuil” is not in groups/people.yaml\n"
    )


def test_silence_is_success_in_a_pipe(collectif: Collectif, tmp_path: Path) -> None:
    root = write_texts(tmp_path, "")
    assert collectif("check", "--skip", "calendar", "--skip", "collective", folder=root) == (0, "", "")


def test_only_the_paths_that_are_named(collectif: Collectif, faulty: Path) -> None:
    everything = ["check", "--only", "reference", "--format", "lines"]
    assert collectif(*everything, str(faulty / "groups/eau"), folder=faulty).code == 1
    assert collectif(*everything, str(faulty / "collectif.yaml"), folder=faulty).code == 0


def test_path_that_is_not_there_is_said_with_the_nearest(collectif: Collectif, faulty: Path) -> None:
    said = collectif("check", "groups/eau/goup.yaml", folder=faulty)
    assert (said.code, said.out) == (2, "")
    assert "aucun fichier ni dossier" in said.err
    assert "groups/eau/group.yaml" in said.err
    assert "groups/eau/group.yaml" in collectif("check", "group.yaml", folder=faulty).err
    inside = collectif("check", "goup.yaml", folder=faulty / "groups/eau")
    assert "«\u202fgroup.yaml\u202f»" in inside.err
    assert collectif("check", "zzz", folder=faulty).err.count("\n") == 1


def test_path_outside_is_refused_even_where_all_is_well(collectif: Collectif, tmp_path: Path) -> None:
    root = write_texts(tmp_path, "")
    outside = collectif("check", "--skip", "calendar", "--skip", "collective", "/etc", folder=root)
    assert outside.code == 2
    assert "en dehors du dépôt" in outside.err


def test_path_that_no_rule_looks_at_is_said(collectif: Collectif, faulty: Path) -> None:
    (faulty / "docs").mkdir()
    (faulty / "docs/notes.txt").write_text("x", encoding="utf-8")
    (faulty / "groups/eau/README.md").write_text("x", encoding="utf-8")
    for path in ("docs", "docs/notes.txt", "groups/eau/README.md"):
        said = collectif("check", path, folder=faulty)
        assert (said.code, said.out) == (0, "")
        assert "aucune règle ne regarde" in said.err
    assert collectif("check", "groups", folder=faulty).err == ""


def test_unknown_words_are_told_with_the_nearest(collectif: Collectif, faulty: Path) -> None:
    said = collectif("check", "--only", "referense", folder=faulty)
    assert said.code == 2
    assert "«\u202freference\u202f»" in said.err


def test_json_has_a_version_and_every_finding(collectif: Collectif, faulty: Path) -> None:
    said = collectif("check", "--only", "reference", "--format", "json", folder=faulty)
    report = json.loads(said.out)
    assert report["version"] == 1
    assert [finding["code"] for finding in report["findings"]] == ["reference-unknown-person"]
    assert report["findings"][0]["line"] == 5


def test_warnings_fail_only_when_asked(collectif: Collectif, tmp_path: Path) -> None:
    """
    == groups/people.yaml ==
    tilleul: {joined: 2018-11-20}
    """
    root = write_texts(tmp_path, test_warnings_fail_only_when_asked.__doc__)
    asked = ["check", "--only", "person"]
    assert collectif(*asked, folder=root).code == 0
    assert collectif(*asked, "--strict", folder=root).code == 1


def test_no_repository_is_said(collectif: Collectif, tmp_path: Path) -> None:
    said = collectif("check", folder=tmp_path)
    assert (said.code, said.out) == (4, "")
    assert str(tmp_path) in said.err


def test_every_width_keeps_the_caret_under_the_word(
    collectif: Collectif, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = faulty / "groups/eau/group.yaml"
    long.write_text(long.read_text(encoding="utf-8").replace("title: Eau", f"title: {'Eau ' * 60}"), "utf-8")
    text = long.read_text(encoding="utf-8").replace("facilitators: [", "facilitators: [" + " " * 200)
    long.write_text(text, encoding="utf-8")
    for width in (40, 60, 80, 200):
        monkeypatch.setenv("COLUMNS", str(width))
        lines = collectif("check", "--only", "reference", folder=faulty).out.splitlines()
        shown, under = lines[1], lines[2]
        column = under.index("^")
        assert shown[column : column + 8] == "tilleuil", width
        assert len(shown) <= max(width, 47)


def test_what_is_set_aside_is_shown(
    collectif: Collectif, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    == collectif.yaml ==
    schema: 1
    name: Essai
    language: fr
    checks: {ignore: [{rule: person-without-name, reason: "Anonyme à sa demande", until: 2999-01-01}]}
    == groups/people.yaml ==
    tilleul: {joined: 2018-11-20}
    """
    root = write_texts(tmp_path, test_what_is_set_aside_is_shown.__doc__)
    asked = ["check", "--only", "person"]
    assert collectif(*asked, folder=root) == (0, "", "")
    monkeypatch.setattr(Context, "screen", Screen(width=100, interactive=True))
    shown = collectif(*asked, folder=root).out
    assert "person-without-name (Anonyme à sa demande)" in shown
    assert shown.endswith("rien à signaler\n")
    listed = json.loads(collectif(*asked, "--format", "json", folder=root).out)
    assert listed["ignored"][0]["reason"] == "Anonyme à sa demande"


def test_terminal_sequences_of_a_text_are_not_obeyed(collectif: Collectif, faulty: Path) -> None:
    group = faulty / "groups/eau/group.yaml"
    group.write_bytes(group.read_bytes().replace(b"tilleuil", b"til\xc2\x9bleuil"))
    out = collectif("check", "--color", "never", folder=faulty).out
    assert "\x9b" not in out
    assert "\x1b" not in out


def test_colours_only_where_they_are_wanted(
    collectif: Collectif, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b[" in collectif("check", "--color", "always", folder=faulty).out
    assert "\x1b[" not in collectif("check", folder=faulty).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in collectif("check", folder=faulty).out


def test_folder_may_be_named_before_or_after_the_verb(collectif: Collectif, faulty: Path) -> None:
    before = collectif("-C", str(faulty), "check", "--format", "lines")
    assert before == collectif("check", "--format", "lines", folder=faulty)
    assert before.code == 1


def test_any_sub_folder_will_do(collectif: Collectif, faulty: Path) -> None:
    assert collectif("check", folder=faulty / "groups/eau").code == 1


def test_unreadable_cache_changes_nothing(
    collectif: Collectif, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", os.devnull)
    assert collectif("check", folder=faulty).code == 1
