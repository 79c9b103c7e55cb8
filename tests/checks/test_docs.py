"""Every rule and every fault of reading has its page in both languages, and the page tells the truth."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from collectif_cli.checks import severity
from collectif_cli.checks.all_checks import CHECKS
from collectif_cli.checks.severity import Gravity
from collectif_cli.model.diagnostic import Severity
from collectif_cli.store.faults import FAULTS

PAGES = Path(__file__).parents[2] / "docs" / "checks"
SLUGS = sorted({*CHECKS, *FAULTS})
LANGUAGES = ("en", "fr")
LONGEST = 50
FENCES = {"yaml", "markdown", "csv", "text"}


class Words(NamedTuple):
    """How the pages of a language are written: their headings, the words of gravity."""

    suffix: str
    line: str
    headings: tuple[str, str, str]
    severities: dict[str, Severity]


WORDS = {
    "en": Words(
        ".md",
        "Severity: ",
        ("Why", "Example", "What to do"),
        {"error": Severity.ERROR, "warning": Severity.WARNING, "note": Severity.NOTE},
    ),
    "fr": Words(
        ".fr.md",
        "Gravité : ",
        ("Pourquoi", "Exemple", "Que faire"),
        {"erreur": Severity.ERROR, "avertissement": Severity.WARNING, "remarque": Severity.NOTE},
    ),
}
NOTE, WARNING, ERROR = Severity.NOTE, Severity.WARNING, Severity.ERROR
# Policy -> the severities in the order in which the page says them, and what decides, in each language.
POLICIES: dict[Gravity, tuple[list[Severity], dict[str, str]]] = {
    severity.error: ([ERROR], {}),
    severity.warning: ([WARNING], {}),
    severity.note: ([NOTE], {}),
    severity.error_once_submitted: ([WARNING, ERROR], {"en": "submitted", "fr": "soumis"}),
    severity.warning_once_submitted: ([NOTE, WARNING], {"en": "submitted", "fr": "soumis"}),
    severity.error_in_the_last_phase: ([WARNING, ERROR], {"en": "phase", "fr": "phase"}),
    severity.error_at_the_end: ([NOTE, WARNING, ERROR], {"en": "phase", "fr": "phase"}),
}


def page(slug: str, language: str) -> str:
    path = PAGES / f"{slug}{WORDS[language].suffix}"
    assert path.is_file(), f"{path.name} is missing"
    return path.read_text(encoding="utf-8")


def parts(text: str) -> dict[str, str]:
    """Give what stands under each heading of the second level, and under "" what stands before the first."""
    found = {"": ""}
    title, fenced = "", False
    for line in text.splitlines(keepends=True):
        fenced ^= line.startswith("```")
        if line.startswith("## ") and not fenced:  # a heading of an example is part of it
            title = line.removeprefix("## ").strip()
            line = ""
        found[title] = found.get(title, "") + line
    return found


def promised(slug: str) -> tuple[list[Severity], dict[str, str]]:
    """Give the severities of a rule in order, and the word that says what decides."""
    return POLICIES[CHECKS[slug].gravity] if slug in CHECKS else ([FAULTS[slug]], {})


def test_every_policy_has_its_words() -> None:
    assert {rule.gravity for rule in CHECKS.values()} <= set(POLICIES)


def test_no_page_without_a_rule() -> None:
    known = {f"{slug}{words.suffix}" for slug in SLUGS for words in WORDS.values()}
    assert sorted({path.name for path in PAGES.iterdir()} - known) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_page_has_the_shape(slug: str, language: str) -> None:
    text = page(slug, language)
    assert len(text.splitlines()) <= LONGEST
    sections = parts(text)
    assert tuple(sections) == ("", *WORDS[language].headings)
    assert all(section.strip() for section in sections.values())
    title, rule, gravity = (block for block in sections[""].split("\n\n") if block.strip())
    assert title.strip() == f"# {slug}"
    assert rule.strip().endswith(".")
    assert gravity.startswith(WORDS[language].line)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_page_shows_the_fault_then_says_it_then_mends_it(slug: str, language: str) -> None:
    example = parts(page(slug, language))[WORDS[language].headings[1]]
    pieces = re.split(r"^```(\w*)\n(.*?)^```$", example, flags=re.MULTILINE | re.DOTALL)
    before, first, faulty, between, second, mended, *_ = pieces
    assert {first, second} <= FENCES, f"write the kind of text after the fence: {sorted(FENCES)}"
    assert faulty.strip()
    assert mended.strip()
    assert before.strip() == ""
    assert between.strip(), "say what is wrong between the two"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_page_says_the_gravity_that_the_rule_has(slug: str, language: str) -> None:
    words = WORDS[language]
    (line,) = (line for line in page(slug, language).splitlines() if line.startswith(words.line))
    said = [words.severities[word] for word in re.findall(r"\w+", line) if word in words.severities]
    severities, deciding = promised(slug)
    assert said == severities
    assert deciding.get(language, "") in line


@pytest.mark.parametrize("slug", SLUGS)
def test_french_page_is_french(slug: str) -> None:
    english, french = page(slug, "en"), page(slug, "fr")
    prose = [line for line in english.splitlines() if line.endswith(".") and not line.startswith("#")]
    assert not set(prose) & set(french.splitlines())
    assert not re.search("[“”]", french), "French quotes are « »"
