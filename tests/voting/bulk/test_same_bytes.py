"""Whatever the file, counting it in bulk gives the bytes, or the faults, of reading it row by row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.voting.bulk.files import both, question
from tests.voting.test_laws import FORMS

_ODD_CELLS = (' "1" ', '"2"', '"a,b"', '"a;b"', "é", "e\u0301", " 1", "1  ", "\t2", '"', "1\u200b", "x" * 40)
_NUMBERS = st.sampled_from(
    ["{}", "{:04}", '"{}"', " {} ", "n° {}", "é{}", "B{}-long-number-of-a-ballot-{}", "a{}b" * 9]
)


@st.composite
def files(draw: st.DrawFn, slug: str, *, sound: bool) -> bytes:
    """Draw a file of ballots; a sound one has nothing that forbids counting it."""
    form, options = FORMS[slug], "abc"
    titles = ["q"] if form.alone else [*(f"q.{option}" for option in options), *form.beside]
    order = draw(st.permutations(range(len(titles))))
    mark, end = draw(st.sampled_from(",;")), draw(st.sampled_from(["\n", "\r\n"]))
    usual = st.sampled_from(form.alone or form.cells)
    cell = st.one_of(usual, usual, usual, st.sampled_from(_ODD_CELLS[:8] if sound else _ODD_CELLS))
    rows = draw(st.lists(st.tuples(*[cell] * len(titles)), max_size=25))
    number = draw(_NUMBERS)
    numbers = (
        draw(st.permutations(range(1, len(rows) + 1))) if draw(st.booleans()) else range(1, len(rows) + 1)
    )
    lines = [mark.join(["ballot", *(titles[place] for place in order)])]
    for place, row in zip(numbers, rows, strict=True):
        cells = [number.format(*[place] * 9), *row]
        lines.append(mark.join(cells))
        if draw(st.integers(0, 9)) == 0:
            extra = ["", mark * len(titles), "  "]
            if not sound:
                extra += [lines[-1], "7", mark.join(["", *row]), mark.join([*cells, "1"]), "#"]
            lines.append(draw(st.sampled_from(extra)))
    text = end.join(lines) + (end if draw(st.booleans()) else "")
    head = draw(st.sampled_from(["", "", "# a remark\n\n", "\ufeff"]))
    raw = (head + text).encode()
    if not sound and draw(st.integers(0, 9)) == 0:
        raw += b"\n" + draw(st.sampled_from([b"\xff,1,1,1\n", b"8,\x01,1,1\n", b"9,\xe2\x80\xae1,1,1\n"]))
    return raw


@pytest.mark.parametrize("slug", FORMS)
@given(data=st.data())
def test_any_sound_file_gives_the_same_bytes(slug: str, data: st.DataObject) -> None:
    raw, block = data.draw(files(slug, sound=True)), data.draw(st.sampled_from([30, 100, 1_000]))
    plain, bulk = both(FORMS[slug].rule, question("q", "abc"), raw, block)
    assert bulk == plain


@pytest.mark.parametrize("slug", FORMS)
@given(data=st.data())
def test_any_file_gives_the_same_faults(slug: str, data: st.DataObject) -> None:
    raw, block = data.draw(files(slug, sound=False)), data.draw(st.sampled_from([100, 1_000]))
    plain, bulk = both(FORMS[slug].rule, question("q", "abc"), raw, block)
    assert bulk == plain
