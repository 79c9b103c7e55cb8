"""``collectif vote sheet --format html``: a page that stands alone, with pictures of what may be told."""

import re
from pathlib import Path

import pytest

from collectif_cli.cli.app import run
from tests.voting.texts import files_in

PROGRAMME = """
== collectif.yaml ==
schema: 1
name: Collectif
language: fr
== programme/votes/bus/vote.yaml ==
title: Des bus <b>de nuit</b> ?
date: 2019-10-09
rule: {method: majority, base: expressed, threshold: "> 1/2"}
electorate: {kind: present, present: 5, represented: 0}
ballots: anonymous
questions: [{id: bus, title: Des bus}, {id: velo, title: Des vélos}]
== programme/votes/bus/ballots.csv ==
ballot,bus,velo
1,for,
2,against,
3,for,
== programme/votes/tu/vote.yaml ==
title: Un vote perdu
date: 2019-10-09
rule: {method: majority, base: expressed, threshold: "> 1/2"}
electorate: {kind: present, present: 5, represented: 0}
ballots: counts
questions: [{id: tu, title: Un vote perdu}]
== programme/votes/tu/counts.yaml ==
record: missing
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in files_in(PROGRAMME).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def page(root: Path, capsys: pytest.CaptureFixture[str], vote: str, *words: str) -> str:
    assert run(["-C", str(root), "vote", "sheet", vote, "--format", "html", *words]) == 0
    return capsys.readouterr().out


def test_the_page_stands_alone_and_is_the_same_again(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = page(root, capsys, "bus")
    assert found == page(root, capsys, "bus")
    assert '<html lang="fr">' in found
    for alien in ("<script", "<b>", "http:", "https:", "src=", "@import", "url(/"):
        assert alien not in found
    assert "Des bus &lt;b&gt;de nuit&lt;/b&gt;" in found
    assert "prefers-color-scheme: dark" in found
    assert "@media print" in found


def test_a_question_that_nobody_answered_has_no_picture(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = page(root, capsys, "bus", "--language", "en")
    assert found.count("<figure") == found.count("<table") == 1
    assert "The outcome: adopted." in found
    assert "<figure" not in page(root, capsys, "tu")


def test_a_collective_may_replace_the_page_and_its_look(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "templates").mkdir()
    (root / "templates/sheet.css").write_text("h1 { color: rebeccapurple }", encoding="utf-8")
    assert "rebeccapurple" in page(root, capsys, "bus")
    (root / "templates/sheet.html.jinja").write_text("{{ title }}\n{{ title.__class__ }}", encoding="utf-8")
    assert run(["-C", str(root), "vote", "sheet", "bus", "--format", "html"]) == 1
    assert "templates/sheet.html.jinja:2" in capsys.readouterr().err


def test_headings_skip_no_level(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for vote, levels in (("bus", "12323"), ("tu", "12")):
        assert "".join(re.findall(r"<h([1-6])", page(root, capsys, vote))) == levels
