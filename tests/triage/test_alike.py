"""Texts that resemble one another: who is near whom, and how near."""

from math import log, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collectif_cli.triage.alike import LEAST, Alike, words_in

TEXTS = {
    "a": "Il faudrait des bus la nuit, le samedi surtout.",
    "b": "Des bus de nuit le samedi !",
    "c": "Un banc à l'ombre place d'Armes",
    "d": "Des bancs à l'ombre, place d'Armes et ailleurs",
    "e": "Une cantine bio",
}
WORDS = st.lists(
    st.sampled_from(["bus", "nuit", "samedi", "banc", "ombre", "place", "cantine", "bio", "vélo", "piste"]),
    max_size=6,
)


def test_the_nearest_comes_first() -> None:
    alike = Alike(TEXTS)
    assert [one.id for one in alike.like("a")] == ["b"]
    assert [one.id for one in alike.like("d")] == ["c"]
    assert alike.like("e") == ()
    assert alike.like("nowhere") == ()


def test_the_same_words_are_as_alike_as_can_be() -> None:
    (one,) = Alike({**TEXTS, "f": "une CANTINE bio"}).like("e")
    assert one.share == pytest.approx(1)


def test_words_without_case_accents_or_plural() -> None:
    assert words_in("Les ÉCOLES, l'école : aux vélos 2019") == {"les", "ecole", "aux", "velo", "2019"}


@settings(max_examples=200)
@given(st.lists(WORDS.map(" ".join), min_size=2, max_size=8))
def test_it_is_the_cosine(texts: list[str]) -> None:
    """Reckoned again the long way, and the same from both sides."""
    alike = Alike({str(number): text for number, text in enumerate(texts)})
    sets = [words_in(text) for text in texts]

    def weight(word: str) -> float:
        return log((len(texts) + 1) / sum(word in one for one in sets)) ** 2

    for number, own in enumerate(sets):
        shares = {}
        for other, words in enumerate(sets):
            length = sqrt(sum(map(weight, own))) * sqrt(sum(map(weight, words)))
            if other != number and length:
                shares[str(other)] = sum(map(weight, own & words)) / length
        found = {one.id: one.share for one in alike.like(str(number), 99)}
        sure = {
            id for id, share in shares.items() if abs(share - LEAST) > 1e-9
        }  # on the edge, either will do
        assert {id for id in found if id in sure} == {id for id in sure if shares[id] > LEAST}
        assert all(found[id] == pytest.approx(shares[id]) for id in found)
