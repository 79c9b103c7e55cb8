"""The press: nothing that people write is code, nothing is read or fetched, and the same bytes each time."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collectif_cli.errors import Refused
from collectif_cli.render.language import language
from collectif_cli.render.print.press import LACKING, Press, can_show
from collectif_cli.render.print.writer import PrintWriter
from collectif_cli.render.prose.links import Place
from collectif_cli.store.own_pages import own_folder
from tests.pdf import text_of

DAY = date(2019, 9, 24)
HERE = Place("programme/proposals/bus.md", {"programme/proposals/velo.md": "#velo"})
PAGE = """#import "page.typ": *
#show: printed.with(title: data.title, author: "x")
= Une page <velo>
#data.title
#prose(data.body)
"""
WRITER = PrintWriter(language("fr"), {})
# Whatever typst could take for code, in the places where Markdown keeps it.
HOSTILE = (
    '#panic("x")',
    '#eval("panic()") $ x $ <velo> @velo *a* _b_ `c` = d\n\n- e\n+ f\n/ g: h',
    '"+panic()+"',
    '\\"); panic(); ("',
    '#import "@preview/cetz:0.3.0": *',
    "`#panic()`",
    "```typ\n#panic()\n```",
    "[#panic()](https://x.example/#panic())",
    '[a](https://x.example/"+panic()+")',
    "[a](velo.md)",
    "<velo>",
    "| #panic() | b |\n|---|---|\n| $c | d |",
    "\\u{41} \\# //",
    "![a](data:image/svg+xml;base64,AA)",
)


def press(template: str) -> Press:
    """Give a press with a template of that text beside the page of the tool."""
    page = (own_folder("templates") / "page.typ").read_text(encoding="utf-8")
    return Press({"a.typ": ("templates/a.typ", template), "page.typ": ("templates/page.typ", page)})


def view(title: str, body: str, writer: PrintWriter = WRITER) -> dict[str, object]:
    """Give what the page shows."""
    return {
        "title": writer.line(title),
        "body": writer.prose(body, HERE, 3),
        "language": "fr",
        "words": {},
        "day": {"year": 2019, "month": 9, "day": 24},
        "colophon": (),
        "code": "",
        "pictures": {},
    }


def refusal(template: str) -> str:
    """Give the sentence said of a bad template."""
    with pytest.raises(Refused) as caught:
        press(template).set("a.typ", view("t", "b"), DAY)
    return language("en").say(caught.value.sentence)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_code_is_printed_as_it_is(text: str) -> None:
    """Titles and bodies that would stop the press, were they read."""
    made = press(PAGE).set("a.typ", view(text, text), DAY)
    assert made.lacking == ()
    if "panic" in text.split("](")[0]:
        assert text_of(made.raw).count("panic") >= 2


def test_words_come_out_letter_for_letter() -> None:
    """A title that has every mark of typst."""
    title = '#let $x$ *a* _b_ `c` <d> @e ~ -- --- ... "f" \\ / // [g] {h}'
    assert title in text_of(press(PAGE).set("a.typ", view(title, "x"), DAY).raw)


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet=st.characters(codec="utf-8", max_codepoint=0x2FF), max_size=40),
    st.lists(st.sampled_from([*HOSTILE, *"#$*_`<>@\\[]\"'{}()\n=-+/~|!&"]), max_size=12).map("".join),
)
def test_any_title_and_any_body_make_a_page(title: str, body: str) -> None:
    """Whatever letters, whatever marks: a page, and no more words on it than were given."""
    made = press(PAGE).set("a.typ", view(f"t{title}", body), DAY)
    assert made.raw.startswith(b"%PDF-1.7")


@pytest.mark.parametrize("body", ["#", "## *\u00a0*", "# ![](p.png)", "##\n### a", "## `  `", "# **\u200b**"])
def test_heading_that_says_nothing_makes_a_page(body: str) -> None:
    """Headings without a word, or with what nobody sees."""
    assert press(PAGE).set("a.typ", view("t", body), DAY).raw


def test_deep_texts_make_a_page() -> None:
    """Lists in quotations in lists, as deep as the reader goes."""
    body = "".join(f"{'> ' * n}- a\n" for n in range(40)) + "".join(f"{'  ' * n}- b\n" for n in range(40))
    assert press(PAGE).set("a.typ", view("t", body), DAY).raw


def test_what_fonts_lack_is_a_box_and_is_told() -> None:
    """An emoji in the title, Chinese in the text, and a control that says nothing."""
    made = press(PAGE).set("a.typ", view("Vélo 🚲", "Deux 自 roues\u0007.\n\n`自`"), DAY)
    assert made.lacking == ("自", "🚲")
    assert f"Deux {LACKING} roues." in text_of(made.raw)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('#import "@preview/cetz:0.3.0": *', "after “import” comes the name of another template"),
        ('#include "../../etc/passwd"', "after “include” comes the name of another template"),
        ('#import "other.typ": *', "there is no template “other.typ”"),
        ('#import ("@pre" + "view/cetz:0.3.0"): *', "after “import” comes"),
        ('#eval("1")', "a template may not use “eval”"),
        ('#dictionary(std).at("ev" + "al")("1")', "a template may not use “std”"),
        ('#read("/etc/passwd")', "failed to load file"),
        ('#image("../../../etc/passwd")', "path `"),
        ("#data.titel", "dictionary does not contain key"),
        ("#let = 3", "expected pattern"),
        ("=== Trop profond", "skipped from heading level"),
    ],
)
def test_bad_template_is_refused_with_its_line(line: str, said: str) -> None:
    """What a template may not do, and mistakes, on the sixth line."""
    told = refusal(PAGE + line)
    assert told.startswith("templates/a.typ:6: this template cannot be used: ")
    assert said in told


def test_pictures_are_shown_or_known_to_be_bad() -> None:
    """A drawing, and bytes that are none."""
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    )
    assert can_show(drawing)
    assert not can_show(b"\x89PNG")
    writer = PrintWriter(language("fr"), {"programme/proposals/p.svg": "p"})
    shown = view("t", "![Une carte](p.svg) ![](p.svg) ![Autre](q.svg)", writer) | {"pictures": {"p": drawing}}
    raw = press(PAGE).set("a.typ", shown, DAY).raw
    assert raw.count(b"/Alt") == 1
    assert "Autre" in text_of(raw)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
def test_same_bytes_whatever_the_place_and_the_hour(zone: str, tmp_path: Path) -> None:
    """The page made here, and by another process at the other end of the world."""
    (tmp_path / "view.json").write_text(json.dumps(view("Le vélo", "Rouler.")), encoding="utf-8")
    (tmp_path / "a.typ").write_text(PAGE, encoding="utf-8")
    code = (
        "import json, sys, datetime, pathlib; from tests.render.print.test_press import press;"
        "v = json.loads(pathlib.Path('view.json').read_text()); t = pathlib.Path('a.typ').read_text();"
        "sys.stdout.buffer.write(press(t).set('a.typ', v, datetime.date(2019, 9, 24)).raw)"
    )
    root = Path(__file__).parents[3]
    away = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "TZ": zone, "PYTHONPATH": str(root)},
        check=True,
        capture_output=True,
    )
    assert away.stdout == press(PAGE).set("a.typ", view("Le vélo", "Rouler."), DAY).raw
