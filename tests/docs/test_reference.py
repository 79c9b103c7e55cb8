"""The pages drawn from the code are what the code gives today, and every key has its sentence."""

import pytest

from collectif_cli.checks.all_checks import CHECKS
from collectif_cli.model.identifiers import Target
from collectif_cli.store.documents import DOCUMENTS
from collectif_cli.store.faults import FAULTS
from collectif_cli.store.json_schema import schemas
from collectif_cli.store.places import place_of
from docs.reference.files import keys_of, sentences
from docs.reference.pages import DOCS, WRITERS
from docs.reference.rules import FAMILIES, slugs_of
from docs.reference.texts import SUFFIXES
from docs.reference.values import TARGETS

KINDS = sorted(DOCUMENTS)


@pytest.mark.parametrize("code", SUFFIXES)
@pytest.mark.parametrize("name", WRITERS)
def test_page_is_up_to_date(name: str, code: str) -> None:
    """`make reference` would change nothing."""
    assert (DOCS / f"{name}{SUFFIXES[code]}").read_text(encoding="utf-8") == WRITERS[name](code)


def test_every_kind_of_file_is_told() -> None:
    assert sorted(sentences()) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_has_its_sentence_and_no_sentence_is_left_over(kind: str) -> None:
    assert [key.path for key in keys_of(kind)] == list(sentences()[kind].get("keys", {}))


@pytest.mark.parametrize("kind", KINDS)
def test_path_leads_to_that_kind(kind: str) -> None:
    path = sentences()[kind]["path"].replace("<date>", "2019-09-24").replace("<", "").replace(">", "")
    place = place_of(path)
    assert place is not None
    assert place.kind == kind


def schema_at(kind: str, path: str) -> object:
    """Give the schema of a key, for one that is written like another."""
    return next(key.schema for key in keys_of(kind) if key.path == path)


@pytest.mark.parametrize("kind", sorted(schemas()))
def test_what_is_written_like_another_key_has_its_schema(kind: str) -> None:
    for path, words in sentences()[kind]["keys"].items():
        if len(words) == 3:
            other, other_path = words[2].split()
            mine, theirs = schema_at(kind, path), schema_at(other, other_path)
            assert theirs == mine or str(theirs) in str(mine), path


@pytest.mark.parametrize("kind", KINDS)
def test_sentences_are_sentences_in_two_languages(kind: str) -> None:
    told = sentences()[kind]
    for english, french, *_ in [told["about"], *told.get("keys", {}).values()]:
        assert english.endswith(".")
        assert french.endswith(".")
        assert english != french
        assert not set("“”’") & set(french)


def test_every_rule_is_in_a_family_of_the_page() -> None:
    assert sorted(slug for family in FAMILIES for slug in slugs_of(family)) == sorted({*CHECKS, *FAULTS})


def test_every_target_has_its_words() -> None:
    assert set(TARGETS) == set(Target)
