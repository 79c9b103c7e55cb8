"""Markdown read once and written as HTML and as Markdown: typography on words, nothing that acts."""

import re
import time

import pytest
from markdown_it import MarkdownIt

from collectif_cli.render.language import language
from collectif_cli.render.prose.html import HtmlWriter
from collectif_cli.render.prose.links import Place, destination, local_path
from collectif_cli.render.prose.markdown import MarkdownWriter

HERE = Place("programme/proposals/bus.md", {"programme/proposals/velo.md": "#velo"})
FRENCH, ENGLISH = language("fr"), language("en")
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    'a <a href="#" onclick="alert(1)">b</a> <svg/onload=alert(1)>',
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](java&#10;script:alert(1))",
    "[a](<java\tscript:alert(1)>)",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:x)",
    "[a](//evil.example/x)",
    "[a](\\\\evil.example)",
    "<javascript:alert(1)>",
    "[a]: javascript:alert(1)\n\n[a]",
    "![a](data:image/svg+xml;base64,PHN2Zz4=)",
    "![a](https://evil.example/p.png)",
    "![a](../../../../etc/passwd)",
    '[a](https://x.example/"onmouseover="alert(1))',
    "```<script>\nalert(1)\n```",
    "`<script>`",
    "<!-- <script>alert(1)</script> -->",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_html_holds_no_tag_nor_address_that_acts(text: str) -> None:
    """Payloads of the usual lists."""
    made = HtmlWriter(ENGLISH, {}).prose(text, HERE, 3)
    tags = set(re.findall(r"<\s*/?\s*([^\s>/]+)", made))
    assert tags <= {"p", "a", "em", "code", "pre"}
    attributes = re.findall(r"<\w+\s+([^>]*)>", made)
    assert all(re.fullmatch(r'href="https://x\.example/[^"]*"|class="[^"]*"', one) for one in attributes)


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_holds_none_either_whatever_shows_it(text: str) -> None:
    """The same, shown by a viewer that lets HTML through."""
    made = MarkdownWriter(ENGLISH).prose(text, HERE, 3)
    shown = MarkdownIt("commonmark", {"html": True}).render(made)
    assert set(re.findall(r"<\s*/?\s*([^\s>/]+)", shown)) <= {"p", "a", "em", "code", "pre"}
    assert not re.search(r'(?:href|src)="(?!https://x\.example/)', shown)


def test_typography_is_set_on_words_and_not_on_code_nor_addresses() -> None:
    """A sentence of each."""
    made = HtmlWriter(FRENCH, {}).prose("Qui ? `a ? b` [l'eau](https://x.example/?q=l'eau)", HERE, 3)
    assert made == (
        '<p>Qui\u202f? <code>a ? b</code> <a href="https://x.example/?q=l\'eau">l’eau</a></p>\n'.replace(
            "'", "'"
        )
    )


def test_headings_come_under_the_heading_they_stand_under_without_a_gap() -> None:
    """Levels 2, 4 and 1."""
    text = "## A\n\n#### B\n\n# C\n"
    assert HtmlWriter(ENGLISH, {}).prose(text, HERE, 4) == "<h4>A</h4>\n<h5>B</h5>\n<h4>C</h4>\n"
    assert MarkdownWriter(ENGLISH).prose(text, HERE, 4) == "#### A\n\n##### B\n\n#### C"


def test_picture_of_the_repository_is_carried_inside_and_others_are_words() -> None:
    """One that is there, one that is not."""
    pictures = {"programme/proposals/plan.png": "data:image/png;base64,AA=="}
    made = HtmlWriter(ENGLISH, pictures).prose('![Plan "A"](plan.png) ![B](b.png)', HERE, 3)
    assert made == '<p><img src="data:image/png;base64,AA==" alt="Plan &quot;A&quot;"> <em>B</em></p>\n'


@pytest.mark.parametrize(
    ("href", "leads"),
    [
        ("https://x.example", "https://x.example"),
        ("mailto:a@x.example", "mailto:a@x.example"),
        ("velo.md", "#velo"),
        ("../proposals/velo.md#constat", "#velo"),
        ("autre.md", None),
        ("../../../x", None),
        ("/etc/passwd", None),
        ("http://", None),
        ("http://[", None),
        ("ftp://x.example", None),
        ("#ici", None),
    ],
)
def test_destination(href: str, leads: str | None) -> None:
    """Addresses of every sort, in one place."""
    assert destination(href, HERE) == leads


def test_local_path_never_leaves_the_repository() -> None:
    """Paths up, absolute, of the web."""
    for href in ("../../../a", "/a", "https://x.example/a", "//x/a", "a\\b", "%2e%2e/../../../a"):
        assert local_path(href, "programme/proposals/bus.md") is None
    assert local_path("../a.png", "programme/proposals/bus.md") == "programme/a.png"


@pytest.mark.parametrize(
    "text",
    [
        "Un *deux* **trois** `q` ~~s~~ et\nune suite  \ndure",
        "- a\n- b\n  - c\n\n1. un\n2. deux",
        "- a\n\n  b\n\n- c",
        "> cité\n>\n> encore",
        "| a | b |\n| --- | --- |\n| c \\| d | e |",
        "```py\nx = `1`\n```",
        "# pas\n\n1986\\. année\n\n\\- tiret\n\n\\# dièse\n\na_b_c 2 * 3 \\*x\\*",
        "a\n\n---\n\nb",
        "[x](https://x.example/a_(b))",
    ],
)
def test_markdown_written_again_says_the_same(text: str) -> None:
    """Each construction of Markdown, there and back."""
    writer, page = MarkdownWriter(ENGLISH), HtmlWriter(ENGLISH, {})
    again = writer.prose(text, HERE, 2)
    assert page.prose(again, HERE, 2) == page.prose(text, HERE, 2)
    assert writer.prose(again, HERE, 2) == again


@pytest.mark.parametrize("mark", ["[", "![", "[a](", "*a_", "**a ", "`", "<a ", "\\", "> ", "- - "])
def test_a_text_of_nothing_but_marks_is_written_in_time(mark: str) -> None:
    """Four hundred thousand characters: without a bound, the time grows with their square."""
    begun = time.perf_counter()
    assert HtmlWriter(ENGLISH, {}).prose(mark * (400_000 // len(mark)), HERE, 3)
    assert time.perf_counter() - begun < 5


def test_plain_words_stay_plain() -> None:
    """A title that looks like Markdown, HTML or a template."""
    title = "1. *x* <b> [y](z) {{ 7*7 }} # a | b &amp; `c`"
    assert HtmlWriter(ENGLISH, {}).line(title) == ("1. *x* &lt;b&gt; [y](z) {{ 7*7 }} # a | b &amp;amp; `c`")
    shown = MarkdownIt("js-default").renderInline(MarkdownWriter(ENGLISH).line(title))
    assert shown == "1. *x* &lt;b&gt; [y](z) {{ 7*7 }} # a | b &amp;amp; `c`"
