"""Ids that look alike are found, all of them, and fast."""

from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.checks.proposal_ids import SHORTEST, look_alikes
from collectif_cli.model.identifiers import is_id

IDS = st.sets(st.text(st.sampled_from("ab-1"), min_size=SHORTEST, max_size=11).filter(is_id), max_size=12)


def is_alone(id: str, at: int) -> bool:
    """Tell whether the letter is a word by itself."""
    return id[:at][-1:] in {"", "-"} and id[at + 1 :][:1] in {"", "-"}


def without(id: str) -> set[str]:
    """Give the id without each of the letters that may be taken away."""
    return {id[:at] + id[at + 1 :] for at, c in enumerate(id) if not c.isdigit() and not is_alone(id, at)}


def look_alike(one: str, other: str) -> bool:
    """Compare two ids letter by letter."""
    if one.replace("-", "") == other.replace("-", "") or one in without(other) or other in without(one):
        return True
    if len(one) != len(other):
        return False
    differ = [at for at in range(len(one)) if one[at] != other[at]]
    return len(differ) == 1 and not any(
        id[differ[0]].isdigit() or is_alone(id, differ[0]) for id in (one, other)
    )


@given(IDS)
def test_every_pair_is_told_directly_or_through_another(ids: set[str]) -> None:
    pairs = look_alikes(ids)
    cluster = {id: {id} for id in ids}
    for one, other in pairs:
        assert one < other
        joined = cluster[one] | cluster[other]
        cluster.update(dict.fromkeys(joined, joined))
    for one in ids:
        for other in ids:
            if one != other and look_alike(one, other):
                assert other in cluster[one]


def test_numbers_and_letters_alone_follow_one_another() -> None:
    assert look_alikes(["mesure-0041", "mesure-0042", "variante-a", "variante-b"]) == []


def test_one_letter_or_hyphens() -> None:
    ids = ["cantine-bio", "cantines-bio", "bus-de-nuit", "busdenuit", "tour", "cour"]
    assert look_alikes(ids) == [("bus-de-nuit", "busdenuit"), ("cantine-bio", "cantines-bio")]
