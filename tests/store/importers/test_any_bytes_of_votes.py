"""Whatever the bytes of a file of votes, reading gives findings or clean ballots, and never a traceback."""

from hypothesis import given, settings
from hypothesis import strategies as st

from collectif_cli.model.diagnostic import Severity
from collectif_cli.render.language import Language
from collectif_cli.store.ballot_rows import rows_of, text_of
from collectif_cli.store.importers.all_importers import IMPORTERS, importer_called
from collectif_cli.store.importers.importer import Handed, Notes
from collectif_cli.store.raw_text import decode
from collectif_cli.store.reading import Reading
from tests.store.importers.samples import NAMES, SAMPLES
from tests.store.test_any_bytes import SIGNS

LANGUAGES = (Language("fr"), Language("en"))
CASES = [(slug, at) for slug, files in SAMPLES.items() for at in range(len(files))]
OURS = (
    b"^",
    b"*",
    b" 0\n",
    b"> ",
    b"= ",
    b"V: 111 x\n",
    b"99999999999999999999",
    b"-1",
    b'"\n"',
    b"No opinion",
    b"{1,2}",
)


def survives(slug: str, files: tuple[Handed, ...]) -> None:
    """Read; what is found can be said and has a place, and what is taken makes a readable ``ballots.csv``."""
    notes = Notes()
    imported = importer_called(slug).read(files, notes)
    assert imported is not None or notes.faults
    for one in (*notes.faults, *notes.remarks):
        assert one.span.line >= 1
        assert any(one.span.path == file.path for file in files)
        assert one.span.line <= max(len(file.raw.replace(b"\r", b"\n").split(b"\n")) for file in files) + 1
        for language in LANGUAGES:
            assert language.say(one.message)
            assert one.hint is None or language.say(one.hint)
    if imported is None or notes.faults:
        return
    assert all(len(paper.cells) == len(imported.columns) for paper in imported.papers)
    rows = [(paper.ballot or "1", *paper.cells) for paper in imported.papers]
    text = text_of([f"q.{at}" for at in range(len(imported.columns))], "", rows)
    reading = Reading("ballots.csv")
    assert decode(text.encode(), reading) == text
    assert not [fault for fault in reading.faults if fault.severity is Severity.ERROR]
    if rows:
        read = rows_of(text, "ballots.csv")
        assert [(row.ballot, *(cell.value for cell in row.cells)) for row in read.rows] == rows


def changed(slug: str, at: int, raw: bytes) -> tuple[Handed, ...]:
    files = SAMPLES[slug]
    return (*files[:at], files[at]._replace(raw=raw), *files[at + 1 :])


@settings(max_examples=400, deadline=None)
@given(case=st.sampled_from(CASES), data=st.data())
def test_any_file_cut_anywhere(case: tuple[str, int], data: st.DataObject) -> None:
    slug, at = case
    raw = SAMPLES[slug][at].raw
    survives(slug, changed(slug, at, raw[: data.draw(st.integers(0, len(raw)))]))


@settings(max_examples=1000, deadline=None)
@given(case=st.sampled_from(CASES), data=st.data())
def test_any_file_with_any_bytes_changed(case: tuple[str, int], data: st.DataObject) -> None:
    slug, at = case
    raw = SAMPLES[slug][at].raw
    start = data.draw(st.integers(0, len(raw)))
    taken = data.draw(st.integers(0, 3))
    put = data.draw(st.sampled_from((*SIGNS, *OURS)) | st.binary(max_size=3))
    survives(slug, changed(slug, at, raw[:start] + put + raw[start + taken :]))


@settings(max_examples=300, deadline=None)
@given(
    slug=st.sampled_from(sorted(IMPORTERS)),
    raw=st.binary(max_size=200)
    | st.lists(st.sampled_from([*SIGNS, *OURS, *(name.encode() for name in NAMES)]), max_size=30).map(
        b"".join
    ),
)
def test_any_bytes_in_any_format(slug: str, raw: bytes) -> None:
    survives(slug, changed(slug, 0, raw))


@settings(max_examples=200, deadline=None)
@given(slug=st.sampled_from(sorted(IMPORTERS)), other=st.sampled_from(CASES))
def test_any_file_in_the_place_of_another(slug: str, other: tuple[str, int]) -> None:
    survives(slug, changed(slug, 0, SAMPLES[other[0]][other[1]].raw))
