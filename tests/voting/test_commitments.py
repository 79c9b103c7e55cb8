"""Rolls sealed by salted commitments: anybody may be erased, nobody slipped in."""

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.model.source import Span
from collectif_cli.model.vote import RollEntry
from collectif_cli.voting.commitments import commitment, commitments, compare_roll

HERE = Span("programme/votes/v/roll.csv")


def entry(name: str, salt: str = "ab") -> RollEntry:
    return RollEntry(name, salt, HERE)


def test_it_is_what_anyone_can_work_out() -> None:
    assert commitment("5d0f", "cedre") == f"sha256:{sha256(b'5d0f/cedre').hexdigest()}"


@given(st.lists(st.text("abc", min_size=1), min_size=1, max_size=8, unique=True), st.data())
def test_whoever_is_taken_away_is_counted_still(names: list[str], data: st.DataObject) -> None:
    roll = [entry(name, f"{at:02}") for at, name in enumerate(names)]
    sealed = commitments(roll)
    kept = data.draw(st.lists(st.sampled_from(roll), unique=True))
    assert compare_roll(kept, sealed) == ((), len(roll) - len(kept))


def test_an_intruder_or_another_salt_is_seen() -> None:
    sealed = commitments([entry("a"), entry("b")])
    assert compare_roll([entry("a"), entry("c")], sealed).strangers == (entry("c"),)
    assert compare_roll([entry("a", "cd")], sealed).strangers == (entry("a", "cd"),)
    assert compare_roll([entry("a"), entry("a")], sealed).strangers == (entry("a"),)


def test_the_order_of_the_seals_does_not_tell_the_order_of_the_roll() -> None:
    roll = [entry("a"), entry("b"), entry("c")]
    assert commitments(roll) == commitments(roll[::-1]) == tuple(sorted(commitments(roll)))
