"""Short codes: always sayable, the same for the same text, and no slip of the hand goes unseen."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from collectif_cli.voting.short_code import (
    CHECKPOINT,
    VOTE,
    as_code,
    box_digest,
    checkpoint_code,
    short_code,
    vote_code,
)

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(st.text(), st.sampled_from([VOTE, CHECKPOINT]))
def test_a_code_is_made_of_sayable_signs_and_reads_back(text: str, length: int) -> None:
    code = short_code(text, length)
    assert len(code.replace("-", "")) == length
    assert set(code) <= {*SIGNS, "-"}
    assert as_code(code, length) == code
    assert as_code(code.lower().replace("-", " ").replace("1", "l").replace("0", "o"), length) == code


def test_codes_do_not_move_from_a_version_to_another() -> None:
    assert vote_code("sha256:00") == "SE30-TV"
    assert checkpoint_code("c1", "v1", "b") == "PX0G-YZYV-HRZR"


@given(st.text(), st.integers(0, 11), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_seen(text: str, at: int, sign: str) -> None:
    bare = short_code(text, CHECKPOINT).replace("-", "")
    assume(bare[at] != sign)
    assert as_code(bare[:at] + sign + bare[at + 1 :], CHECKPOINT) is None


@given(st.text(), st.integers(0, 10))
def test_two_neighbours_exchanged_are_seen(text: str, at: int) -> None:
    bare = short_code(text, CHECKPOINT).replace("-", "")
    assume(bare[at] != bare[at + 1])
    assert as_code(bare[:at] + bare[at + 1] + bare[at] + bare[at + 2 :], CHECKPOINT) is None


@pytest.mark.parametrize("typed", ["", "Q7KD", "Q7KD-2M-9", "Q7KD-2U", "Q7KD-é2"])
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert as_code(typed, VOTE) is None


def test_a_checkpoint_depends_on_the_commit_the_vote_and_the_box() -> None:
    box = box_digest([("ballots.csv", "b1")])
    made = {
        checkpoint_code("c1", "v1", box),
        checkpoint_code("c2", "v1", box),
        checkpoint_code("c1", "v2", box),
        checkpoint_code("c1", "v1", box_digest([("ballots.csv", "b2")])),
        checkpoint_code("c1", "v1", box_digest([("ballots-a.csv", "b1")])),
    }
    assert len(made) == 5
    assert box_digest([("a", "1"), ("b", "2")]) == box_digest([("b", "2"), ("a", "1")])
