"""The catalogue of French: nothing missing, nothing left over, every placeholder in its place."""

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
METHODS = [("**.py", "python"), ("**.jinja", "jinja2")]


def said_in_the_code() -> set[str]:
    """Give the sentences that `make messages` finds, by the keywords that the Makefile names."""
    named = re.findall(r"--keyword (\w+)(?::([\d,]+))?", (ROOT / "Makefile").read_text(encoding="utf-8"))
    keywords = {name: tuple(map(int, places.split(","))) if places else None for name, places in named}
    assert {"message", "messages", "_"} <= keywords.keys()
    found = set()
    for folder in ("src", "templates"):
        options = {"**.jinja": {"silent": "false", "trimmed": "true"}}
        for *_, sentence, _, _ in extract_from_dir(ROOT / folder, METHODS, options, keywords):
            found.add(sentence if isinstance(sentence, str) else sentence[0])
    return found


@pytest.fixture(scope="module")
def french() -> Catalog:
    """Give the catalogue as it is written."""
    path = ROOT / "src/collectif_cli/locale/fr/LC_MESSAGES/collectif.po"
    with path.open("rb") as stream:
        return read_po(stream, locale="fr", abort_invalid=True)


def entries(catalogue: Catalog) -> Iterator[tuple[Message, tuple[str, ...], tuple[str, ...]]]:
    """Give each entry with its English sentences and its French ones: one of each, or one and the plural."""
    for entry in catalogue:
        if not entry.id:
            continue
        english = (entry.id,) if isinstance(entry.id, str) else tuple(entry.id)
        yield entry, english, (entry.string,) if isinstance(entry.string, str) else tuple(entry.string)


def placeholders(sentence: str) -> set[str]:
    """Give the names between braces in ``sentence``."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_catalogue_has_the_sentences_of_the_code_and_no_other(french: Catalog) -> None:
    """`make messages` would change nothing."""
    kept = {english[0] for _, english, _ in entries(french)}
    said = said_in_the_code()
    assert sorted(said - kept) == []
    assert sorted(kept - said) == []


def test_every_sentence_is_translated(french: Catalog) -> None:
    """No entry is empty or doubtful, plurals included."""
    untranslated = [english[0] for entry, english, said in entries(french) if entry.fuzzy or not all(said)]
    assert untranslated == []


def test_translations_name_what_the_sentences_name(french: Catalog) -> None:
    """A French sentence has the placeholders of the English one; a singular may leave out its count."""
    wrong = []
    for _, english, said in entries(french):
        known = set().union(*map(placeholders, english))
        for sentence in filter(None, said):
            missing = known - placeholders(sentence) - ({"n"} if len(english) > 1 else set())
            if missing or placeholders(sentence) - known:
                wrong.append((english[0], sentence))
    assert wrong == []


# Numbers that are never none or one: limits written in the code, lengths above them, even ones.
LIMITS = {"even", "most", "days", "words", "length", "seats"}
COUNTED = re.compile(
    r"\{(\w+)\} (?:more |new |other )?(?:answers|ballots|cells|candidates|characters|days|dots|files|grades"
    r"|inhabitants|lines|marks|options|papers|people|places|points|proxies|questions|ranks|seats|signs|texts|voters|votes|words)\b"
)


def test_what_is_counted_has_a_plural(french: Catalog) -> None:
    """A sentence with a number before a thing has a singular, but where it is never one."""
    single = [entry.id for entry, english, _ in entries(french) if len(english) == 1]
    wrong = [text for text in single for found in COUNTED.finditer(str(text)) if found[1] not in LIMITS]
    assert wrong == []
