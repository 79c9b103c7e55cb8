"""The pages on the words of the process: in both languages, short, and found by any of their names."""

import re
from pathlib import Path

import pytest

from collectif_cli.model.identifiers import is_id
from tests.cli.conftest import Collectif, collectif  # noqa: F401 - the fixture

PAGES = Path(__file__).parents[2] / "docs" / "words"
WORDS = sorted(path.stem for path in PAGES.glob("*.md") if not path.name.endswith(".fr.md"))


def test_there_are_pages() -> None:
    assert len(WORDS) >= 18
    assert all(map(is_id, WORDS))


@pytest.mark.parametrize("word", WORDS)
def test_page_is_short_and_in_both_languages(word: str) -> None:
    for suffix in (".md", ".fr.md"):
        text = (PAGES / f"{word}{suffix}").read_text(encoding="utf-8")
        lines = text.splitlines()
        assert lines[0].startswith("# "), word
        assert 5 <= len(lines) <= 25, (word, suffix, len(lines))
        assert text.count("```") % 2 == 0
        for other in re.findall(r"^(?:See also|Voir aussi) ?: (.*)\.$", text, re.MULTILINE):
            assert set(re.findall(r"`([^`]+)`", other)) <= set(WORDS)


def test_both_languages_point_to_the_same_pages() -> None:
    for word in WORDS:
        english, french = ((PAGES / f"{word}{suffix}").read_text("utf-8") for suffix in (".md", ".fr.md"))
        seen = [re.findall(r"^(?:See also|Voir aussi).*$", text, re.MULTILINE) for text in (english, french)]
        assert re.findall(r"`.+?`", "".join(seen[0])) == re.findall(r"`.+?`", "".join(seen[1]))


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("binome", "binome"),
        ("Binôme", "binome"),
        ("plénière", "plenary"),
        ("Plenary", "plenary"),
        ("élection sans candidat", "election-sans-candidat"),
        ("election without candidates", "election-sans-candidat"),
        ("Bulletin blanc", "blank-ballot"),
        ("sort d'une contribution", "contribution-fate"),
    ],
)
def test_word_is_found_by_its_name_in_either_language(
    typed: str,
    page: str,
    collectif: Collectif,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for language, suffix in (("fr", ".fr.md"), ("en", ".md")):
        monkeypatch.setenv("COLLECTIF_LANG", language)
        said = collectif("explain", typed)
        assert said.code == 0
        assert said.out == (PAGES / f"{page}{suffix}").read_text(encoding="utf-8")
