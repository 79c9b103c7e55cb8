"""What each format says, and what is said of files that are damaged."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collectif_cli.model.imported import Imported
from collectif_cli.store.importers.all_importers import IMPORTERS, importer_called, importer_of
from collectif_cli.store.importers.importer import Handed, Notes
from tests.store.importers import samples
from tests.store.importers.samples import NAMES, SAMPLES

Ballots = list[tuple[str, tuple[str, ...]]]


def read(slug: str, *files: Handed) -> tuple[Imported | None, Notes]:
    notes = Notes()
    return importer_called(slug).read(files, notes), notes


def text(slug: str, text: str, name: str) -> tuple[Imported | None, Notes]:
    return read(slug, Handed(name, text.encode()))


def ballots(imported: Imported | None) -> Ballots:
    assert imported is not None
    return [(paper.ballot, paper.cells) for paper in imported.papers for _ in range(paper.times)]


def said(notes: Notes) -> list[tuple[int, str]]:
    return [(one.span.line, one.message.text) for one in notes.faults]


_WHOLE = importer_called("belenios").read([Handed("a.bel", SAMPLES["belenios"][0].raw)], Notes())
COUNTED = _WHOLE.tallies if _WHOLE else ()


def test_there_is_a_sample_of_each_format() -> None:
    assert set(SAMPLES) == set(IMPORTERS)


@pytest.mark.parametrize("slug", SAMPLES)
def test_a_format_is_known_by_the_names_of_its_files(slug: str) -> None:
    assert importer_of(SAMPLES[slug], Notes()) is importer_called(slug)


def test_what_nothing_reads_is_told_with_the_formats() -> None:
    notes = Notes()
    assert importer_of([Handed("a.pdf", b"")], notes) is None
    assert said(notes) == [(1, "nothing here reads this file")]


@pytest.mark.parametrize("slug", [slug for slug in SAMPLES if slug not in {"belenios", "helios"}])
def test_the_options_are_named(slug: str) -> None:
    imported, notes = read(slug, *SAMPLES[slug])
    assert not notes.faults
    assert imported is not None
    assert tuple(column.value for column in imported.columns) == NAMES


def test_cvotes() -> None:
    imported, notes = read("cvotes", *SAMPLES["cvotes"])
    assert ballots(imported) == [
        ("k1", ("1", "2", "2")),
        *[("", ("1", "2", ""))] * 2,
        ("", ("", "", "")),
        *[("", ("2", "", "1"))] * 3,
    ]
    assert imported is not None
    assert imported.seats is not None
    assert imported.seats.value == 2
    assert [(one.span.line, one.message.text) for one in notes.remarks] == [
        (8, "the weight {weight} was left aside, as the file says"),
        (10, "“{name}” is not among the candidates, and was left aside"),
        (1, "in this file an option that a ballot leaves out is compared with no other"),
    ]


@pytest.mark.parametrize(
    ("vote", "fault"),
    [
        ("A < B", "this vote cannot be read"),
        ("A > B * 8 ^7", "this vote cannot be read"),
        ("A > B * many", "what follows “^” or “*” is not a whole number"),
        ("A > B > A", "“{name}” has several ranks in this vote"),
        ("A > > B", "a rank of this vote is empty"),
        ("A > B ^3", "this vote has the weight {weight}"),
    ],
)
def test_cvotes_that_are_none(vote: str, fault: str) -> None:
    imported, notes = text("cvotes", f"#/Candidates: A;B\n#/Weight Allowed: true\n{vote}\n", "a.cvotes")
    assert imported is None
    assert said(notes) == [(3, fault)]


def test_cvotes_without_a_list_of_candidates() -> None:
    imported, _ = text("cvotes", "B > A\nC\n", "a.cvotes")
    assert ballots(imported) == [("", ("1", "2", "")), ("", ("", "", "1"))]


@pytest.mark.parametrize("whole", [samples.SOC, samples.OLD_SOC])
def test_preflib_of_today_and_of_before(whole: str) -> None:
    imported, _ = text("preflib", whole, "a.toi")
    assert ballots(imported) == [
        *[("", ("1", "2", "2"))] * 3,
        *[("", ("2", "1", ""))] * 2,
        ("", ("", "", "1")),
    ]


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("1: 3", "", (5, "voters announced: {told}; ballots in the file: {size}")),
        ("1: 3", "1: 4", (11, "this order cannot be read")),
        ("1: 3", "1: 3,3", (11, "this order cannot be read")),
        ("1: 3", "1: {3", (11, "this order cannot be read")),
        ("1: 3", "x: 3", (11, "this order cannot be read")),
        ("NAME 2", "NAME 4", (1, "the alternatives of this file cannot be read")),
    ],
)
def test_preflib_that_is_none(before: str, after: str, fault: tuple[int, str]) -> None:
    imported, notes = text("preflib", samples.SOC.replace(before, after), "a.toi")
    assert imported is None
    assert said(notes) == [fault]


def test_blt() -> None:
    imported, _ = read("blt", *SAMPLES["blt"])
    assert ballots(imported) == [
        *[("", ("1", "2", ""))] * 2,
        ("", ("3", "1", "1")),
        ("k7", ("", "1", "")),
        ("", ("", "", "")),
    ]
    assert imported is not None
    assert imported.title == "The twins"


def test_blt_with_somebody_withdrawn() -> None:
    imported, notes = text("blt", '3 1\n-1\n1 1 2 3 0\n1 2 1 3 0\n0\n"A"\n"B"\n"C"\n"T"\n', "a.blt")
    assert ballots(imported) == [("", ("1", "2")), ("", ("1", "2"))]
    assert [one.message.text for one in notes.remarks] == [
        "“{name}” was withdrawn: what ballots say of it is left aside"
    ]


def test_an_option_with_two_ranks_keeps_both() -> None:
    imported, _ = text("blt", '2 1\n1 1 2 1 0\n0\n"A"\n"B"\n', "a.blt")
    assert ballots(imported) == [("", ("1 3", "2"))]


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("3 2  ", "x 2  ", (1, "this is not the beginning of a .blt file")),
        ("2 1 2 0", "2 1 2", (2, "the ballot of this line is not finished")),
        ("2 1 2 0", "1.5 1 2 0", (2, "“{word}” is not a number of ballots")),
        ("2 1 2 0", "2 1 4 0", (2, "“{word}” is the number of no candidate")),
        ("2 1 2 0", "-4\n2 1 2 0", (2, "“{line}” withdraws a candidate that there is not")),
        (
            '"Helen"\n"The twins"\n',
            "",
            (8, "candidates announced: {size}; candidates that have a name: {named}"),
        ),
        ("2 1 2 0", "9999999 1 2 0", (2, "“{word}” is not a number of ballots")),
        ("2 1 2 0", "1000000 1 2 0", (1, "there are more than {most} ballots in this file")),
    ],
)
def test_blt_that_is_none(before: str, after: str, fault: tuple[int, str]) -> None:
    imported, notes = text("blt", samples.BLT.replace(before, after), "a.blt")
    assert imported is None
    assert said(notes) == [fault]


def test_debian_keeps_the_receipts() -> None:
    imported, _ = read("debian", *SAMPLES["debian"])
    assert ballots(imported) == [
        ("abc1", ("1", "2", "")),
        ("abc2", ("2", "1", "1")),
        ("abc3", ("", "", "")),
    ]


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("V: 12- ", "V: 12 ", (7, "this vote ranks {n} option, of {size}")),
        ("V: 12- ", "V: 1A- ", (7, "this vote cannot be read")),
        ("Option 2", "Option 5", (4, "option {number} does not follow option {last}")),
    ],
)
def test_debian_that_is_none(before: str, after: str, fault: tuple[int, str]) -> None:
    imported, notes = text("debian", samples.DEBIAN.replace(before, after), "a.debian_votes")
    assert imported is None
    assert said(notes)[0] == fault


def test_elekto() -> None:
    imported, _ = read("elekto", *SAMPLES["elekto"])
    assert ballots(imported) == [
        ("", ("1", "2", "2")),
        ("", ("", "1", "")),
        ("", ("3", "3", "")),
    ]
    assert imported is not None
    assert imported.title == "The twins"
    assert imported.seats is not None
    assert (imported.seats.value, imported.seats.span.line) == (2, 3)


@pytest.mark.parametrize(
    ("ballots", "election", "fault"),
    [
        (
            samples.ELEKTO.replace("1,2,2", "1,2"),
            samples.ELECTION,
            (2, "number of cells of this ballot: {found}; of candidates: {size}"),
        ),
        (samples.ELEKTO.replace("1,2,2", "1,0,2"), samples.ELECTION, (2, "“{cell}” is not a rank")),
        ("a,,b\n1,2,3\n", samples.ELECTION, (1, "the first line does not name the candidates")),
        (samples.ELEKTO, "- a\n", (1, "this is not the description of an election")),
        ("a,b\n", samples.ELECTION, (1, "there is no ballot in this file")),
    ],
)
def test_elekto_that_is_none(ballots: str, election: str, fault: tuple[int, str]) -> None:
    files = (Handed("ballots.csv", ballots.encode()), Handed("election.yaml", election.encode()))
    imported, notes = read("elekto", *files)
    assert imported is None
    assert said(notes) == [fault]


@pytest.mark.parametrize(
    "whole", [samples.CSV, samples.CSV.replace(";", "\t"), samples.CSV.replace("1,0", "1").replace(";", ",")]
)
def test_a_spreadsheet_whatever_separates_its_cells(whole: str) -> None:
    imported, _ = text("csv", whole, "a.csv")
    assert ballots(imported) == [("1", ("1", "2", "3")), ("2", ("", "1", "")), ("3", ("2", "1", ""))]


@pytest.mark.parametrize(("encoding", "told"), [("utf-8", 0), ("utf-16", 0), ("windows-1252", 1)])
def test_a_spreadsheet_in_any_alphabet(encoding: str, told: int) -> None:
    imported, notes = read("csv", Handed("a.csv", "Élan;Été\n1;2\n".encode(encoding)))
    assert imported is not None
    assert [column.value for column in imported.columns] == ["Élan", "Été"]
    assert len(notes.remarks) == told


def test_cells_over_several_lines_keep_the_lines_right() -> None:
    imported, _ = text("csv", 'a;"b\nc"\n1;"x\ny"\n2;z\n', "a.csv")
    assert imported is not None
    assert [column.value for column in imported.columns] == ["a", "b c"]
    assert [(paper.span.line, paper.cells) for paper in imported.papers] == [
        (3, ("1", "x y")),
        (5, ("2", "z")),
    ]


@pytest.mark.parametrize(
    ("whole", "fault"),
    [
        ("", (1, "there is no line of column titles")),
        ("a;b\n", (1, "there is no ballot in this file")),
        ('a;b\n1;"2\n', (2, "this line cannot be cut into cells")),
        ("a;b\n1;2;3\n", (2, "“{cell}” stands beyond the last column that has a title")),
        ("ballot;b\n;2\n", (2, "this ballot has no number")),
        ("a;b\n1;\u202e2\n", (2, "an invisible character changes the order of reading ({name})")),
    ],
)
def test_a_spreadsheet_that_is_none(whole: str, fault: tuple[int, str]) -> None:
    imported, notes = text("csv", whole, "a.csv")
    assert imported is None
    assert said(notes) == [fault]


def test_a_workbook() -> None:
    imported, notes = read("xlsx", *SAMPLES["xlsx"])
    assert not notes.faults
    assert ballots(imported) == [("1", ("1", "2", "3")), ("2", ("", "1", ""))]
    assert imported is not None
    assert [paper.span.line for paper in imported.papers] == [2, 4]


def test_a_workbook_that_is_none() -> None:
    imported, notes = read("xlsx", Handed("a.xlsx", b"PK\x03\x04 and no more"))
    assert imported is None
    assert said(notes) == [(1, "this is no workbook, or it is cut, or a password closes it")]


def test_helios_counts_in_any_order() -> None:
    for files in (SAMPLES["helios"], SAMPLES["helios"][::-1]):
        imported, notes = read("helios", *files)
        assert not notes.faults
        assert imported is not None
        assert (imported.title, imported.form, imported.papers) == ("The twins", "counts", ())
        swims, sings = imported.tallies
        assert (swims.title.value, swims.counts, swims.blank, swims.single) == (
            "Who swims?",
            (70, 30),
            None,
            False,
        )
        assert (sings.counts, sings.blank, sings.single) == ((92, 3), None, True)


def test_helios_and_belenios_have_the_same_names_of_files() -> None:
    theirs: tuple[Handed, ...] = (
        Handed("election.json", samples.election()),
        Handed("result.json", json.dumps(samples.RESULT).encode()),
    )
    for files in (theirs, theirs[::-1], theirs[:1], theirs[1:]):
        assert importer_of(files, Notes()) is importer_called("belenios")
    ours = SAMPLES["helios"]
    for files in (ours, ours[::-1], ours[:1], ours[1:]):
        assert importer_of(files, Notes()) is importer_called("helios")


@pytest.mark.parametrize(
    ("result", "fault"),
    [
        ([[70, 30]], "the result does not answer the questions of the election"),
        ([[70, 30], [92]], "question {n} of this election, or its result, is of a kind that is not read"),
        ([[70, 30], [92, -3]], "question {n} of this election, or its result, is of a kind that is not read"),
        (
            [[70, 30], [92, True]],
            "question {n} of this election, or its result, is of a kind that is not read",
        ),
        ([[70, 30], 92], "question {n} of this election, or its result, is of a kind that is not read"),
    ],
)
def test_a_result_of_helios_that_does_not_fit(result: object, fault: str) -> None:
    imported, notes = read("helios", SAMPLES["helios"][0], Handed("result.json", json.dumps(result).encode()))
    assert imported is None
    assert said(notes) == [(1, fault)]


def test_helios_files_one_of_which_is_missing() -> None:
    imported, notes = read("helios", SAMPLES["helios"][0])
    assert (imported, said(notes)) == (None, [(1, "this election is not finished: there is no result")])
    imported, notes = read("helios", SAMPLES["helios"][1])
    assert (imported, said(notes)) == (None, [(1, "the description of the election is missing")])


def test_belenios_counts() -> None:
    imported, notes = read("belenios", *SAMPLES["belenios"])
    assert not notes.faults
    assert imported is not None
    swims, sings = imported.tallies
    assert (swims.title.value, swims.counts, swims.blank, swims.single) == (
        "Who swims?", (7_000_000_000, 3_000_000_000), None, False,
    )  # fmt: skip
    assert (sings.counts, sings.blank, sings.single) == ((92_000_000_000, 3_000_000_000), 5_000_000_000, True)


@pytest.mark.parametrize("integers", [str, int])
def test_belenios_files_in_any_order(integers: type) -> None:
    result = json.dumps({"result": [[integers(1), integers(2)], [integers(3), integers(4), integers(5)]]})
    files = [Handed("result.json", result.encode()), Handed("election.json", samples.election())]
    for order in (files, files[::-1]):
        imported, _ = read("belenios", *order)
        assert imported is not None
        assert [one.counts for one in imported.tallies] == [(1, 2), (4, 5)]


@pytest.mark.parametrize(
    ("events", "fault"),
    [
        ((), "this election is not finished: it still takes votes"),
        (("EndBallots",), "this election is not finished: its votes are still to be decrypted"),
    ],
)
def test_a_belenios_archive_that_is_not_finished(events: tuple[str, ...], fault: str) -> None:
    imported, notes = read("belenios", Handed("a.bel", samples.archive(None, events=events)))
    assert imported is None
    assert said(notes) == [(1, fault)]


def test_belenios_files_without_a_result() -> None:
    imported, notes = read("belenios", Handed("election.json", samples.election()))
    assert imported is None
    assert said(notes) == [(1, "this election is not finished: there is no result")]


def test_a_belenios_archive_that_was_changed() -> None:
    raw = samples.archive().replace(b"92000000000", b"12000000000")
    imported, notes = read("belenios", Handed("a.bel", raw))
    assert imported is None
    assert said(notes) == [(1, "{name} of this archive is not what its name says: it was changed")]


def test_a_belenios_archive_of_two_results() -> None:
    imported, notes = read("belenios", Handed("a.bel", samples.archive(results=2)))
    assert imported is None
    assert said(notes) == [(1, "the part “{part}” is there twice in this archive")]


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(SAMPLES["belenios"][0].raw) - 1), st.integers(1, 255))
def test_a_changed_byte_never_changes_what_belenios_counted(at: int, change: int) -> None:
    raw = bytearray(SAMPLES["belenios"][0].raw)
    raw[at] ^= change
    imported, _ = read("belenios", Handed("a.bel", bytes(raw)))
    assert imported is None or [(one.answers, one.counts) for one in imported.tallies] == [
        (one.answers, one.counts) for one in COUNTED
    ]


@pytest.mark.parametrize(
    ("extra", "form", "cells"),
    [
        ({"type": "MajorityJudgment", "grades": ["Good", "Fair", "Bad"]}, "grades", ("Good", "Bad", "")),
        ({"type": "Schulze"}, "ranks", ("1", "3", "")),
    ],
)
def test_belenios_ballots(extra: dict[str, object], form: str, cells: tuple[str, ...]) -> None:
    question = {
        "type": "NonHomomorphic",
        "value": {"answers": list(NAMES), "question": "Who?"},
        "extra": extra,
    }
    raw = samples.archive({"result": [[[1, 3, 0], [2, 1, 1]]]}, [question])
    imported, _ = read("belenios", Handed("a.bel", raw))
    assert imported is not None
    assert imported.form == form
    assert ballots(imported)[0] == ("", cells)


def test_a_belenios_question_of_another_kind_is_refused() -> None:
    raw = samples.archive(
        {"result": [[1, 2]]}, [{"type": "Lists", "value": {"answers": [["a"]], "question": "?"}}]
    )
    imported, notes = read("belenios", Handed("a.bel", raw))
    assert imported is None
    assert said(notes) == [(1, "question {n} of this election, or its result, is of a kind that is not read")]
