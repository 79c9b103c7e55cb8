"""Whatever the bytes of an export, reading gives findings or clean contributions, and never a traceback."""

from hypothesis import given, settings
from hypothesis import strategies as st

from collectif_cli.model.contribution import Contribution
from collectif_cli.model.sent import Sent
from collectif_cli.render.language import Language
from collectif_cli.store.contribution_text import contribution_text
from collectif_cli.store.importers.importer import Handed
from collectif_cli.store.places import place_of
from collectif_cli.store.read_document import read_document
from collectif_cli.triage.digest import digest_here, digest_of
from tests.store.platforms.samples import SAMPLES, read
from tests.store.test_any_bytes import SIGNS

LANGUAGES = (Language("fr"), Language("en"))
CASES = [(slug, at) for slug, ways in SAMPLES.items() for at in range(len(ways))]
OURS = (
    b'"',
    b",",
    b";",
    b"\r\n",
    b"\x00",
    b"<script>",
    b"</p>",
    b"=1+1",
    b"\xff",
    b"From ",
    b"<<<<<<< a\n",
    b"---\n",
)
PATH = "programme/contributions/source/1.md"


def kept_as_it_is(one: Sent) -> None:
    """The file that is written reads back as what was sent, without a fault."""
    upstream = digest_of(one.title.value, one.body.value)
    place = place_of(PATH)
    assert place is not None
    text = contribution_text(one, "Q7KD-2M8V", upstream)
    document, faults = read_document(PATH, place, text.encode("utf-8", "strict"))
    assert faults == [], (text, faults)
    assert isinstance(document.value, Contribution)
    assert document.value.upstream is not None
    assert document.value.upstream.value == upstream == digest_here(document.value)


def survives(slug: str, files: tuple[Handed, ...]) -> None:
    sent, notes = read(slug, files)
    assert sent is not None or notes.faults
    for one in (*notes.faults, *notes.remarks):
        assert one.span.line >= 1
        assert one.span.column >= 1
        for language in LANGUAGES:
            assert language.say(one.message)
            assert one.hint is None or language.say(one.hint)
    for one_sent in (sent or ())[:20]:
        kept_as_it_is(one_sent)


def with_bytes(slug: str, at: int, which: int, raw: bytes) -> tuple[Handed, ...]:
    files = SAMPLES[slug][at]
    which %= len(files)
    return (*files[:which], files[which]._replace(raw=raw), *files[which + 1 :])


@settings(max_examples=150)
@given(st.sampled_from(CASES), st.integers(0, 3), st.binary(max_size=300))
def test_any_bytes(case: tuple[str, int], which: int, raw: bytes) -> None:
    survives(case[0], with_bytes(*case, which, raw))


@settings(max_examples=400)
@given(
    st.sampled_from(CASES),
    st.integers(0, 3),
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from([*OURS, *SIGNS])),
        max_size=4,
    ),
)
def test_a_sample_cut_and_changed(
    case: tuple[str, int], which: int, changes: list[tuple[float, int, bytes]]
) -> None:
    files = SAMPLES[case[0]][case[1]]
    raw = files[which % len(files)].raw
    for where, length, put in changes:
        start = int(where * len(raw))
        raw = raw[:start] + put + raw[start + length :]
    survives(case[0], with_bytes(*case, which, raw))
