"""What a file is, by its place; and the place of a thing that is yet to be written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.store.documents import DOCUMENTS
from collectif_cli.store.places import Place, bad_names, is_beside, path_of, place_of


@pytest.mark.parametrize(
    ("path", "kind", "id"),
    [
        ("collectif.yaml", "collective", "collective"),
        ("groups/people.yaml", "people", "people"),
        ("groups/eau/group.yaml", "group", "eau"),
        ("groups/eau/call.md", "group-text", "eau/call"),
        ("groups/eau/meetings/2019-04-12.md", "meeting", "eau/2019-04-12"),
        ("programme/outline.yaml", "outline", "outline"),
        ("programme/proposals/bus-nuit.md", "proposal", "bus-nuit"),
        ("programme/contributions/plateforme/0042.md", "contribution", "plateforme/0042"),
        ("programme/votes/a/ballots-b.csv", "ballots", "a/ballots-b"),
        ("programme/votes/a/counts.yaml", "counts", "a"),
        ("programme/votes/a/result.yaml", "result", "a"),
    ],
)
def test_place_says_what_a_file_is(path: str, kind: str, id: str) -> None:
    """A path of the contract."""
    place = place_of(path)
    assert place is not None
    assert (place.kind, place.id) == (kind, id)


@pytest.mark.parametrize(
    "path",
    [
        "collectif.yml",
        "groups/eau/people.yaml",
        "groups/eau/meetings/2019/04-12.md",
        "programme/proposals/bus-nuit.markdown",
        "programme/proposals/2019/bus-nuit.md",
        "programme/contributions/0042.md",
        "programme/votes/a/ballots-c.csv",
        "programme/proposals/README.md",
        "programme/contributions/plateforme/README.fr.md",
    ],
)
def test_place_that_is_none(path: str) -> None:
    """A path that is not of the contract."""
    assert place_of(path) is None


@pytest.mark.parametrize(
    ("path", "beside"),
    [
        ("groups/eau/carte.PNG", True),
        ("programme/proposals/README.md", True),
        ("programme/README.fr.md", True),
        ("groups/eau/notes.md", False),
        ("programme/votes/a/scan.pdf", True),
        ("programme/votes/a/scan.pdf.exe", False),
    ],
)
def test_what_may_lie_beside(path: str, beside: bool) -> None:
    """A picture, a note to those who open the folder."""
    assert is_beside(path) is beside


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("programme/proposals/Bus_Nuit.md", ("Bus_Nuit",)),
        ("programme/contributions/Plateforme/0042.md", ("Plateforme",)),
        ("groups/Eau/group.yaml", ("Eau",)),
        ("groups/Eau/call.md", ()),
        ("groups/Eau/exploration.yaml", ()),
        ("groups/Eau/meetings/le-12.md", ()),
        ("groups/Eau/meetings/Le 12.md", ("Le 12",)),
        ("programme/votes/A/vote.yaml", ("A",)),
        ("programme/votes/A/ballots.csv", ()),
        ("programme/proposals/" + "a" * 61 + ".md", ("a" * 61,)),
        ("programme/proposals/\u0430.md", ("\u0430",)),
    ],
)
def test_bad_name_is_told_once(path: str, names: tuple[str, ...]) -> None:
    """A name that is no id; that of a folder is told with its main file."""
    place = place_of(path)
    assert place is not None
    assert bad_names(place) == names


NAMES = {"group-text": ("eau", "call"), "meeting": ("eau", "le-12"), "contribution": ("plateforme", "0042")}
ALONE = {"collective", "people", "outline", "candidates", "glossary"}


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_path_of_a_thing_leads_back_to_it(kind: str) -> None:
    """A thing of each kind."""
    names = () if kind in ALONE else NAMES.get(kind, ("a", "ballots") if kind == "ballots" else ("a",))
    assert place_of(path_of(kind, *names)) == Place(kind, names)


@given(st.text(max_size=40))
def test_any_path_has_a_place_or_none(path: str) -> None:
    place_of(path)
    place = place_of(f"programme/proposals/{path}.md")
    assert place is None or bad_names(place) in {(), place.names}
