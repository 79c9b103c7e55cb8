"""The page of each method, in both languages, is there, and its example gives the sheet it shows."""

import re
from pathlib import Path

import pytest

from collectif_cli.render.language import language
from collectif_cli.render.sheet import sheet_text
from collectif_cli.render.terminal import Screen
from collectif_cli.voting.all_methods import METHODS
from tests.voting.texts import programme, tallied

PAGES = Path(__file__).parents[2] / "docs" / "methods"
BLOCK = re.compile(r"^```(\S+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def sheet_and_shown(page: str, code: str) -> tuple[str, str]:
    """Give the sheet of the example of a page, and the one that the page shows."""
    blocks = [found.groups() for found in BLOCK.finditer(page)]
    files = "".join(f"== programme/votes/exemple/{name} ==\n{text}" for _, name, text in blocks if name)
    (shown,) = (text for kind, name, text in blocks if kind == "text")
    counted, findings = tallied(files)
    assert counted is not None, findings
    (vote,) = programme(files).votes.values()
    return sheet_text(vote, counted, None, language(code), Screen(width=80)), shown


@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize("slug", METHODS)
def test_worked_example_gives_the_sheet_it_shows(slug: str, code: str) -> None:
    page = (PAGES / (f"{slug}.md" if code == "en" else f"{slug}.{code}.md")).read_text(encoding="utf-8")
    assert page.startswith(f"# {slug}\n")
    sheet, shown = sheet_and_shown(page, code)
    assert shown == sheet


def test_no_page_is_left_over() -> None:
    assert {path.name.partition(".")[0] for path in PAGES.glob("*.md")} == set(METHODS)
