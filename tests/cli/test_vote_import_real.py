"""Real elections of other tools, taken whole: the published winners, and the same ballots back again."""

import csv
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Collectif
from tests.cli.imported_votes import Vote, cells, programme
from tests.voting.data import shared

CALTON = (
    "Gary Barton", "Alasdair Duke - Wardrop", "Fiacra Fullerton", "Scott Gillespie", "Paul Graham",
    "Danny Houston", "Kenny Murray", "George Redmond", "Ruth Simpson", "Alison E Thewliss",
)  # fmt: skip
HILLHEAD = (
    "John Anderson", "Neil Craig", "Kenneth Elder", "Anthea Irwin", "Abdul A Khan", "Akhter Khan",
    "Hanzala Malik", "Martin Rhodes", "George A Roberts", "Martha Ferguson Wardrop",
)  # fmt: skip
LANGSIDE = (
    "Paul Coleshill", "James Dornan", "Martin Frain", "Archie Graham", "Margaret McCafferty",
    "Neil Sloan McDonald", "Russell Munn", "James Nesbitt",
)  # fmt: skip
DPL = ("Jonathan Carter", "Sruthi Chandran", "Brian Gupta", "None Of The Above")
K2024 = ("aojea", "katcosgrove", "natalisucks", "bentheelder", "xmudrii", "palnabarun", "saschagrunert")
K2025 = (
    "ritazh", "pacoxu", "xmudrii", "stmcginnis", "natalisucks", "priyankasaggu11929", "soltysh",
    "katcosgrove",
)  # fmt: skip


def asked(names: tuple[str, ...]) -> tuple[str, ...]:
    """Give the question, its options in another order than the file has them."""
    return (
        "Who?",
        *(f"{name.casefold().replace(' ', '').replace('-', '')}: {name}" for name in sorted(names)),
    )


# File -> the rule, the options, how many ballots.
RANKED: dict[str, tuple[str, tuple[str, ...], int]] = {
    "elections/glasgow/Calton-2007.blt": ("ward", CALTON, 5199),
    "elections/glasgow/Hillhead-2007.blt": ("ward", HILLHEAD, 8984),
    "elections/glasgow/Langside-2007.blt": ("ward", LANGSIDE, 9334),
    "elections/glasgow/42.blt": ("ward", ("Castor", "Pollux", "Helen"), 6),
    "elections/debian/D20.debian_votes": ("debian", DPL, 339),
    "elections/debian/D21.debian_votes": ("debian", (*DPL[:2], DPL[3]), 455),
    "elections/kubernetes/2024": ("steering", K2024, 233),
    "elections/kubernetes/2025": ("steering", K2025, 210),
}
FIRST = {
    "elections/debian/D20.debian_votes": "jonathancarter",
    "elections/debian/D21.debian_votes": "jonathancarter",
    "elections/kubernetes/2024": "bentheelder",
}


@pytest.mark.parametrize("name", RANKED)
@pytest.mark.parametrize("format", ["cvotes", "blt", "csv"])
def test_every_real_file_is_taken_and_given_back(
    name: str, format: str, tmp_path: Path, collectif: Collectif
) -> None:
    path = shared(name)
    rule, options, number = RANKED[name]
    vote = Vote(rule, asked(options), expected=number)
    root = programme(tmp_path / "p", here=vote, back=vote)
    said = collectif("vote", "import", str(path), "--vote", "here", folder=root)
    assert said.code == 0, said.err
    titles, *rows = cells(root, "here")
    assert len(rows) == number
    assert titles == ["ballot", *(f"q1.{one.partition(':')[0]}" for one in asked(options)[1:])]
    out = root / f"out.{format}"
    assert (
        collectif("vote", "export", "here", "--format", format, "--output", str(out), folder=root).code == 0
    )
    said = collectif("vote", "import", str(out), "--vote", "back", folder=root)
    assert said.code == 0, said.err
    _, *back = cells(root, "back")
    keep_number = format != "blt"
    if format == "cvotes":
        rows, back = ([[row[0], *dense(row[1:])] for row in some] for some in (rows, back))
    assert [row[not keep_number :] for row in back] == [row[not keep_number :] for row in rows]


def dense(ranks: list[str]) -> list[str]:
    """Give ranks that follow one another: this format cannot skip one."""
    order = sorted({int(rank) for rank in ranks if rank})
    return [str(order.index(int(rank)) + 1) if rank else "" for rank in ranks]


@pytest.mark.parametrize("name", FIRST)
def test_the_published_winner_is_found(name: str, tmp_path: Path, collectif: Collectif) -> None:
    rule, options, _ = RANKED[name]
    root = programme(tmp_path / "p", here=Vote(rule, asked(options)))
    collectif("vote", "import", str(shared(name)), "--vote", "here", folder=root)
    said = json.loads(collectif("vote", "show", "here", "--json", folder=root).out)
    assert FIRST[name] in json.dumps(said["questions"][0]["outcome"])


def test_the_elected_of_a_ward_are_those_of_the_public_record(tmp_path: Path, collectif: Collectif) -> None:
    with shared("elections/glasgow/expected.csv").open(encoding="utf-8") as file:
        elected = {row["ward"]: row["elected"].split("; ") for row in csv.DictReader(file)}
    root = programme(tmp_path / "p", here=Vote("ward", asked(CALTON)))
    path = shared("elections/glasgow/Calton-2007.blt")
    collectif("vote", "import", str(path), "--vote", "here", folder=root)
    said = json.loads(collectif("vote", "show", "here", "--json", folder=root).out)
    outcome = json.dumps(said["questions"][0]["outcome"])
    for name in CALTON:
        assert (name.casefold().replace(" ", "").replace("-", "") in outcome) == (name in elected["Calton"])


@pytest.mark.parametrize("names", [["demo.bel"], ["demo.election.json", "demo.result.json"]])
def test_a_real_archive_of_belenios(names: list[str], tmp_path: Path, collectif: Collectif) -> None:
    options = ("a: Answer 1", "b: Answer 2")
    vote = Vote("simple", ("Question 1?", *options), ("Question 2?", *options), ballots="counts")
    root = programme(tmp_path / "p", here=vote)
    paths = [str(shared(f"platforms/belenios/{name}")) for name in names]
    said = collectif("vote", "import", *paths, "--vote", "here", folder=root)
    assert said.code == 0, said.err
    said = collectif("vote", "export", "here", "--format", "json", folder=root)
    assert json.loads(said.out)["counts"] == {
        "q1": {"options": {"a": 7 * 10**9, "b": 3 * 10**9}, "blank": None, "abstain": 0, "invalid": 0},
        "q2": {"options": {"a": 92 * 10**9, "b": 3 * 10**9}, "blank": 5 * 10**9, "abstain": 0, "invalid": 0},
    }
