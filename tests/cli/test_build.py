"""``collectif build``: what it writes, the same each time, and nothing hostile comes through."""

import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.cli.conftest import Collectif

HOSTILE = '<script>alert(1)</script> {{ 7*7 }} " onmouseover="alert(1)'
VOID = {"meta", "img", "br", "hr"}


class Page(HTMLParser):
    """Reads a page: its ids, the places its links lead to, its headings, its tags, what is not closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.leads: list[str] = []
        self.headings: list[int] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        held = dict(attrs)
        self.ids += [held["id"] or ""] if "id" in held else []
        self.leads += [held["href"] or ""] if "href" in held else []
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A programme whose every text tries to act."""
    quoted = HOSTILE.replace('"', '\\"')
    for path, text in {
        "collectif.yaml": f'schema: 1\nname: "{quoted}"\nlanguage: en\n',
        "groups/g/group.yaml": f'title: "{quoted}"\nkind: thematic\n',
        "programme/outline.yaml": f'outline: [{{id: a, title: "{quoted}", '
        f'introduction: "{quoted}", proposals: [bus]}}]\n',
        "programme/glossary.yaml": f'alert: "{quoted}"\n',
        "programme/plenaries/2019-01-01-p.md": "---\ndate: 2019-01-01\n"
        "decisions: [{id: d1, kind: other, on: bus, "
        f'title: "{quoted}", record: disputed, sources: ["{quoted}"]}}]\n---\n',
        "programme/proposals/bus.md": f'---\ntitle: "{quoted}"\ngroup: g\nstatus: adopted\nlevels: ["x"]\n'
        f'costs: [{{kind: operating, amount: 2 €, source: "{quoted}"}}]\nrequires: [velo]\n---\n'
        f"## {HOSTILE}\n{HOSTILE}\n\n[a](javascript:alert(1)) ![a](data:image/png;base64,AA)\n"
        f"## Variants\n### {HOSTILE}\n{HOSTILE}\n## Minority position\n{HOSTILE}\n",
        "programme/proposals/velo.md": f'---\ntitle: "{quoted}"\ngroup: "{quoted}"\nstatus: divisive\n---\n',
    }.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return tmp_path


def test_page_of_hostile_texts_holds_nothing_that_acts(hostile: Path, collectif: Collectif) -> None:
    assert collectif("build", folder=hostile).code == 0
    calendar = Page((hostile / "build/calendar.html").read_text(encoding="utf-8"))
    assert calendar.open == []
    assert not calendar.tags & {"script", "iframe", "object", "link", "image", "foreignobject", "base"}
    text = (hostile / "build/programme.html").read_text(encoding="utf-8")
    page = Page(text)
    assert page.open == []
    assert not page.tags & {"script", "iframe", "object", "link", "svg", "form", "base"}
    assert not {name for name in page.attributes if name.startswith("on") or name in {"src", "srcset"}}
    assert all(lead.startswith("#") for lead in page.leads)
    assert "{{ 7*7 }}" in text
    assert "49" not in text
    assert "default-src &#39;none&#39;" in text or "default-src 'none'" in text
    markdown = (hostile / "build/programme.md").read_text(encoding="utf-8")
    assert "<script" not in markdown.replace("\\<script", "")
    assert "javascript:" not in markdown
    assert "49" not in markdown


def test_links_of_the_page_lead_somewhere_and_headings_are_in_order(
    repository: Path, collectif: Collectif
) -> None:
    """
    == programme/outline.yaml ==
    outline:
      - {id: ville, title: La ville, children: [{id: rues, title: Les rues, proposals: [velo]}]}
      - {id: nature, title: La nature, proposals: [velo]}
    == programme/glossary.yaml ==
    captage: Endroit où l'on prend l'eau.
    == programme/proposals/velo.md ==
    ---
    {title: "Le vélo : partout ?", group: g, status: adopted, aliases: [bicyclette], requires: [eau]}
    ---
    ## Constat
    Voir [l'eau](eau.md).
    #### Trop profond
    Oui.
    == programme/proposals/eau.md ==
    ---
    {title: L'eau des captages, group: g, status: divisive}
    ---
    ## Variantes
    ### a
    Un.
    ### b
    Deux.
    ## Position minoritaire
    Non.
    """
    said = collectif("build", "programme", "--format", "html", folder=repository)
    assert (said.code, said.err) == (0, "")
    assert "build/programme.html" in said.out
    text = (repository / "build/programme.html").read_text(encoding="utf-8")
    page = Page(text)
    assert '<html lang="fr">' in text
    assert "Le vélo\u00a0: partout\u202f?" in text
    assert len(page.ids) == len(set(page.ids))
    assert {lead[1:] for lead in page.leads} <= set(page.ids)
    assert {"velo", "bicyclette", "eau", "rues", "_undecided", "_words"} <= set(page.ids)
    assert page.headings[0] == 1
    assert all(after <= before + 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    assert not (repository / "build/programme.md").exists()


def test_same_texts_give_the_same_bytes_and_a_commit_is_told(repository: Path, collectif: Collectif) -> None:
    """
    == programme/proposals/velo.md ==
    ---
    {title: Le vélo, group: g, status: submitted}
    ---
    Rouler.
    """
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "x"]):
        subprocess.run(["git", *words], cwd=repository, check=True)
    commit = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=repository, check=True, capture_output=True, text=True
    ).stdout[:10]
    file = repository / "build/programme.md"
    collectif("build", "programme", "--format", "md", folder=repository)
    first = file.read_bytes()
    assert commit.encode() in first
    collectif("build", "--format", "md", "--at", "HEAD", folder=repository)
    assert file.read_bytes() == first
    (repository / "programme/proposals/velo.md").write_text(
        "---\n{title: Le vélo, group: g, status: submitted}\n---\nMarcher.\n", encoding="utf-8"
    )
    collectif("build", "--format", "md", folder=repository)
    assert commit.encode() not in file.read_bytes()
    assert "Marcher." in file.read_text(encoding="utf-8")
    collectif("build", "--format", "md", "--at", "HEAD", folder=repository)
    assert file.read_bytes() == first


def test_dry_run_writes_nothing_and_output_is_where_it_is_asked(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, collectif: Collectif
) -> None:
    """
    == programme/proposals/velo.md ==
    ---
    {title: Le vélo, group: g, status: submitted}
    ---
    """
    assert "programme.html" in collectif("build", "--dry-run", folder=repository).out
    assert not (repository / "build").exists()
    away = tmp_path_factory.mktemp("away") / "deep" / "er"
    asked = ("build", "programme", "--format", "md,html", "--output", str(away))
    assert collectif(*asked, folder=repository).code == 0
    assert sorted(path.name for path in away.iterdir()) == ["programme.html", "programme.md"]


def test_text_that_cannot_be_read_is_missing_and_it_is_said(repository: Path, collectif: Collectif) -> None:
    """
    == programme/proposals/velo.md ==
    <<<<<<< a
    =======
    >>>>>>> b
    """
    said = collectif("build", folder=repository)
    assert said.code == 0
    assert "programme/proposals/velo.md" in said.err
    assert "collectif check" in said.err


def test_a_link_called_build_is_not_followed(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, collectif: Collectif
) -> None:
    """
    == programme/glossary.yaml ==
    a: b
    """
    away = tmp_path_factory.mktemp("away")
    (repository / "build").symlink_to(away)
    said = collectif("build", folder=repository)
    assert said.code == 4
    assert "--output" in said.err
    assert list(away.iterdir()) == []
    assert collectif("build", "--output", str(away), folder=repository).code == 0


def test_unknown_document_or_format_is_a_usage_error_with_the_nearest(
    repository: Path, collectif: Collectif
) -> None:
    """
    == programme/glossary.yaml ==
    a: b
    """
    said = collectif("build", "programe", folder=repository)
    assert said.code == 2
    assert "programme" in said.err
    assert collectif("build", "--format", "htm", folder=repository).code == 2


def test_own_template_takes_the_place_of_the_built_in_one(repository: Path, collectif: Collectif) -> None:
    """
    == templates/programme.md.jinja ==
    {{ collective }} en deux mots
    == templates/style.css ==
    body { color: rebeccapurple }
    """
    assert collectif("build", folder=repository).code == 0
    assert (repository / "build/programme.md").read_text(
        encoding="utf-8"
    ) == "Collectif d’essai en deux mots\n"
    assert "rebeccapurple" in (repository / "build/programme.html").read_text(encoding="utf-8")


def test_bad_template_is_told_with_its_line_and_nothing_of_it_is_written(
    repository: Path, collectif: Collectif
) -> None:
    """
    == templates/programme.md.jinja ==
    {{ collective }}
    {{ collective.__class__ }}
    """
    said = collectif("build", "--format", "md", folder=repository)
    assert said.code == 1
    assert "templates/programme.md.jinja:2" in said.err
    assert "Traceback" not in said.err
    assert not (repository / "build/programme.md").exists()


def test_link_among_the_templates_is_not_followed(repository: Path, collectif: Collectif) -> None:
    """
    == secret ==
    secret
    """
    (repository / "templates").mkdir()
    (repository / "templates/style.css").symlink_to(repository / "secret")
    assert collectif("build", "--format", "html", folder=repository).code == 0
    assert "secret" not in (repository / "build/programme.html").read_text(encoding="utf-8")


def test_picture_is_carried_in_the_page(repository: Path, collectif: Collectif) -> None:
    """
    == programme/proposals/velo.md ==
    ---
    {title: Le vélo, group: g, status: submitted}
    ---
    ![Plan](plan.png)
    """
    (repository / "programme/proposals/plan.png").write_bytes(b"\x89PNG")
    collectif("build", "--format", "html", folder=repository)
    text = (repository / "build/programme.html").read_text(encoding="utf-8")
    assert '<img src="data:image/png;base64,iVBORw==" alt="Plan">' in text


def test_the_page_of_the_calendar_holds_every_day_in_a_table(collectif: Collectif, tmp_path: Path) -> None:
    """The reference programme: eleven phases, nineteen plenaries, one phase that was planned later."""
    reference = Path(__file__).parents[2]
    given = ("build", "calendar", "--format", "html", "--output", str(tmp_path))
    assert collectif(*given, folder=reference).code == 0
    text = (tmp_path / "calendar.html").read_text(encoding="utf-8")
    page = Page(text)
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    table = text[text.index("<table>") :].replace("\u00a0", " ")
    assert "La plénière n° 9 : Les propositions avant l’été" in table
    assert "du 1er octobre 2019 au 31 octobre 2019" in table
    assert table.count("<tr>") >= 2 + 11 + 19
    assert "déjà" in collectif(*given, folder=reference).out
