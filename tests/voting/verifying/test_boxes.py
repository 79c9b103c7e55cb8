"""A box that only grew, and every way in which one does not."""

import pytest

from collectif_cli.model.vote import Ballots, Rounds
from collectif_cli.store.ballot_rows import rows_of
from collectif_cli.store.places import place_of
from collectif_cli.store.read_document import read_document
from collectif_cli.voting.verifying.boxes import growth, rounds_added

BEFORE = "ballot,q\n1,for\n2,against\n3,\n"


def box(text: str) -> Ballots:
    return rows_of(text, "programme/votes/v/ballots.csv")


@pytest.mark.parametrize(
    ("after", "added"),
    [
        (BEFORE, 0),
        (BEFORE + "4,for\n5,for\n", 2),
        ("# vote: x\nballot;q\n1;for\n2;against\n3;\n", 0),
    ],
)
def test_it_grew(after: str, added: int) -> None:
    found = growth(box(BEFORE), box(after))
    assert (found.holds, found.added) == (True, added)


@pytest.mark.parametrize(
    ("after", "lost", "altered"),
    [
        ("ballot,q\n1,for\n3,\n", ("2",), ()),
        ("ballot,q\n1,for\n2,for\n3,\n", (), ("2",)),
        ("ballot,q\n1,against\n2,for\n3,\n", (), ("1", "2")),
        ("ballot,q\n2,against\n1,for\n3,\n", (), ()),
        ("ballot,q\n1,for\n9,for\n2,against\n3,\n", (), ()),
        ("ballot,q\n", ("1", "2", "3"), ()),
        ("ballot,r\n1,for\n2,against\n3,\n", (), ("1", "2")),
        (BEFORE + "1,against\n", (), ("1",)),
    ],
)
def test_it_did_not_only_grow(after: str, lost: tuple[str, ...], altered: tuple[str, ...]) -> None:
    found = growth(box(BEFORE), box(after))
    assert not found.holds
    assert (found.lost, found.altered) == (lost, altered)


def test_a_file_that_appears_or_goes() -> None:
    assert growth(None, box(BEFORE)) == growth(None, None)._replace(added=3)
    assert growth(box(BEFORE), None).lost == ("1", "2", "3")


ONE = "{id: one, kind: objections, moves: [{kind: objection, objection: a}MORE]}"
LIFTED = ", {kind: lift, objection: a, lifted_by: x}"


def said(*rounds: str) -> Rounds:
    """Read rounds."""
    path = "programme/votes/v/rounds.yaml"
    text = "rounds:\n" + "".join(f"  - {one}\n" for one in rounds)
    place = place_of(path)
    assert place is not None
    document, faults = read_document(path, place, text.encode())
    assert faults == []
    assert isinstance(document.value, Rounds)
    return document.value


def test_rounds_grew_at_their_end() -> None:
    first, more = said(ONE.replace("MORE", "")), said(ONE.replace("MORE", LIFTED))
    later = said(ONE.replace("MORE", ""), "{id: two, kind: acceptance, moves: [{kind: accept}]}")
    for before, after, kinds in (
        (None, first, ["objection"]),
        (first, first, []),
        (first, more, ["lift"]),
        (first, later, ["accept"]),
    ):
        added = rounds_added(before, after)
        assert added is not None
        assert [one.kind.value for one in added] == kinds


def test_rounds_that_lost_or_changed_something() -> None:
    first, more = said(ONE.replace("MORE", "")), said(ONE.replace("MORE", LIFTED))
    two = "{id: two, kind: acceptance, moves: [{kind: accept}]}"
    both = said(ONE.replace("MORE", ""), two)
    for before, after in (
        (first, None),
        (more, first),
        (first, said(ONE.replace("MORE", "").replace("objection: a", "objection: b"))),
        (first, said(ONE.replace("MORE", "").replace("id: one", "id: other"))),
        (both, said(ONE.replace("MORE", LIFTED), two)),
    ):
        assert rounds_added(before, after) is None
