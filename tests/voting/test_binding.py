"""The substance of a text: what typography leaves alone, what everything else changes, what is hidden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.voting.binding import Likeness, Substance, likeness, normal_form, substance_digest, visible

VOTED = Substance(
    "Des bus de nuit", "## Proposition\nDes bus « toute la nuit » : c'est-à-dire jusqu'à 2 h ; oui !\n"
)


def digest(body: str, title: str = "Titre") -> str:
    return substance_digest(Substance(title, body))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("'", "\u2019"),
        ("-", "\u2011"),
        ("-", "\u2010"),
        (" :", "\u00a0:"),
        (" :", ":"),
        (" ;", "\u202f;"),
        (" !", "\u202f!"),
        ("« ", "«\u202f"),
        ("« ", "«"),
        (" »", "\u00a0»"),
        ("bus « toute", "bus\n« toute"),
        ("nuit", "nuit  "),
        ("à 2", "a\u0300 2"),
        ("## Proposition\n", "## Proposition\n\n"),
        ("oui", "<!-- relu -->oui"),
        ("\n", "\r\n"),
    ],
)
def test_typography_makes_no_difference(old: str, new: str) -> None:
    assert old in VOTED.body
    other = VOTED._replace(body=VOTED.body.replace(old, new))
    assert other != VOTED
    assert substance_digest(other) == substance_digest(VOTED)
    assert likeness(VOTED, substance_digest(VOTED), other) is Likeness.TYPOGRAPHIC


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2 h", "3 h"),
        ("oui", "non"),
        ("oui !", "oui"),
        ("oui !", "oui ?"),
        ("toute la nuit", "Toute la nuit"),
        ("-à-", "\u2014à\u2014"),
        ("« toute la nuit »", "toute la nuit"),
        ("Des bus", "Des\u200bbus"),
        ("## Proposition\n", "Proposition\n"),
        ("## Proposition\nDes", "## Proposition Des"),
        ("c'est", "\n\nc'est"),
        ("c'est", "\n- c'est"),
    ],
)
def test_everything_else_does(old: str, new: str) -> None:
    other = VOTED._replace(body=VOTED.body.replace(old, new))
    assert other != VOTED
    assert likeness(VOTED, substance_digest(VOTED), other) is Likeness.CHANGED


def test_a_title_is_not_a_body() -> None:
    assert substance_digest(Substance("a b", "")) != substance_digest(Substance("a", "b"))
    assert substance_digest(Substance("a\nb", "c")) != substance_digest(Substance("a", "b\nc"))


def test_without_the_voted_bytes_nothing_is_called_identical() -> None:
    assert likeness(None, substance_digest(VOTED), VOTED) is Likeness.TYPOGRAPHIC
    assert likeness(VOTED, substance_digest(VOTED), VOTED) is Likeness.IDENTICAL
    assert likeness(VOTED, substance_digest(VOTED), None) is Likeness.GONE


@pytest.mark.parametrize(
    "shown",
    [
        "`<!-- visible -->`",
        "``a ` <!-- visible -->``",
        "```\n<!-- visible -->\n```",
        "~~~ html\n<!-- visible -->\n~~~",
        "    <!-- visible -->",
        "\\<!-- visible -->",
        "texte <!-- jamais fermé visible",
        "<!-- a --!> visible <!-- b -->",
    ],
)
def test_what_a_reader_sees_is_never_taken_for_a_comment(shown: str) -> None:
    assert "visible" in visible(shown)
    assert digest(shown) != digest(shown.replace("visible", "autre chose"))


@pytest.mark.parametrize("hidden", ["<!-- note -->", "a <!-- une\nnote --> b", "<!--> visible <!-- note -->"])
def test_what_nobody_sees_is_left_out(hidden: str) -> None:
    assert digest(hidden) == digest(hidden.replace("note", "autre"))
    assert ("visible" in visible(hidden)) == ("visible" in hidden)


def test_lines_of_code_keep_their_spaces() -> None:
    assert digest("```\na  b\n```") != digest("```\na\nb\n```")


words = st.text(st.sampled_from("abcé 'xX.-—:;!?«»#*`<>1\u00a0\u2019"), max_size=40)


@given(words, words)
def test_normal_form_is_its_own_normal_form(title: str, body: str) -> None:
    once = normal_form(Substance(title, body))
    head, _, rest = once.partition("\n")
    if "`" not in body and "<!--" not in rest:
        assert normal_form(Substance(head, rest)) == once


@given(st.lists(st.text("abcdefghijé", min_size=1, max_size=6), min_size=2, max_size=12), st.data())
def test_any_other_word_changes_the_digest(said: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(said) - 1))
    other = data.draw(st.text("abcdefghijé", min_size=1, max_size=6).filter(lambda word: word != said[at]))
    assert digest(" ".join(said)) != digest(" ".join([*said[:at], other, *said[at + 1 :]]))


@given(
    st.lists(st.sampled_from(["l'eau", "bien-être", "ainsi :", "« oui »", "non ;"]), min_size=1, max_size=8),
    st.data(),
)
def test_any_mix_of_typography_keeps_it(said: list[str], data: st.DataObject) -> None:
    def other(sign: str) -> str:
        same = {"'": "'\u2019\u02bc", "-": "-\u2010\u2011", " ": " \u00a0\u202f\u2009\n"}
        return data.draw(st.sampled_from(same[sign])) if sign in same else sign

    text = " ".join(said)
    assert digest("".join(map(other, text)), "T") == digest(text, "T")
