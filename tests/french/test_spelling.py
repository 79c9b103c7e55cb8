"""Every French word that people read is in the dictionary, or in the project's own list."""

import re

import pytest

from tests.french.passages import Passage, french_passages, passages
from tests.french.words import LIST, dictionary, is_known, unknown_words

RIGHT = (
    *("Aujourd’hui", "l'eau", "qu'elles", "Élections", "presqu'île", "a-t-elle", "porte-à-porte", "CCAS"),
    *("habitant·es", "élu·e·s", "Couronneries", "l'Auxance", "l'HLM", "Poitiers-Biard", "Légumerie", "git"),
)
WRONG = (
    "proprieté",
    "Ecole",
    "l'citoyen",
    "coeur",
    "couronneries",
    "acceuil",
    "developper",
)


def test_every_french_word_is_known() -> None:
    unknown = [f"{place}: {word}" for place, word in unknown_words(french_passages())]
    assert unknown == [], f"à corriger, ou à ajouter à {LIST.name} : make spelling\n" + "\n".join(unknown)


@pytest.mark.parametrize("word", RIGHT)
def test_a_right_word_is_known(word: str) -> None:
    assert is_known(word)


@pytest.mark.parametrize("word", WRONG)
def test_a_wrong_word_is_not(word: str) -> None:
    assert not is_known(word)


def test_the_list_is_sorted_and_holds_no_word_twice() -> None:
    """As ``LC_ALL=C sort -u`` leaves it."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines), key=str.encode)


def test_the_list_holds_only_what_the_dictionary_lacks() -> None:
    words = LIST.read_text(encoding="utf-8").splitlines()
    assert [word for word in words if dictionary().spell(word)] == []
    assert [word for word in words if not re.fullmatch(r"[^\W\d_]+(?:['·-][^\W\d_]+)*", word)] == []


def test_a_fault_is_at_its_line() -> None:
    said = [Passage("groups/eau/call.md", 4, "De l'eau.\nDe l'aeu.\n")]
    assert list(unknown_words(said)) == [("groups/eau/call.md:5", "l'aeu")]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (
            "a.md",
            "# Unn\n\nDe `codde`.\n\n```sh\nsortt\n```\n\n[Deuxx](../troiss.md)",
            [(1, "Unn"), (9, "Deuxx")],
        ),
        ("a.md", "---\ntitle: Unn\nstatus: adopted\n---\nDeuxx\n", [(2, "Unn"), (5, "Deuxx")]),
        (
            "a.yaml",
            "# Unn\nid: codde\nnote: >\n  Deuxx\n  troiss\n",
            [(1, "Unn"), (3, "Deuxx"), (3, "troiss")],
        ),
        (
            "a.yaml",
            "tools: [unn, 'deuxx']\nkind: thematic # troiss\n",
            [(1, "unn"), (1, "deuxx"), (2, "troiss")],
        ),
        ("a/gitignore", "# Unn\n/codde/\n", [(1, "Unn")]),
        ("a/glossary.yaml", "unn: Deuxx\n", [(1, "unn"), (1, "Deuxx")]),
        ("a.po", 'msgid "one {two}"\nmsgstr "unn {deuxx} --troiss fr.org"\n', [(1, "unn")]),
        (
            "a.py",
            '"""Said."""\nUN = "Unn {deuxx}"\nDE = {"codde": "troiss"}\n',
            [(2, "Unn"), (3, "troiss")],
        ),
    ],
)
def test_prose_is_told_from_the_rest(path: str, text: str, expected: list[tuple[int, str]]) -> None:
    found = unknown_words(passages(path, text))
    assert sorted((int(place.rpartition(":")[2]), word) for place, word in found) == sorted(expected)


@pytest.mark.parametrize(
    "said",
    [
        "Tapez collectif proposal submit, puis git commit.",
        "Le titre de « proposals » et de « kind: adopt ».",
        "Voir [majority](methods/majority.fr.md) et reference-unknown-person.",
        "always (toujours) ou never (jamais)",
        "## group facilitate",
    ],
)
def test_words_of_the_tool_are_not_prose_where_the_tool_is_spoken_of(said: str) -> None:
    assert list(unknown_words(passages("a.md", said, of_the_tool=True))) == []
    assert list(unknown_words(passages("a.md", said)))
