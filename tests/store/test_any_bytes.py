"""Whatever the bytes of a file, reading and examining give findings, and never a traceback."""

from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from collectif_cli.checks.all_checks import CHECKS
from collectif_cli.checks.run import examine
from collectif_cli.render.language import Language
from collectif_cli.store.load import load
from tests.store.memory_tree import MemoryTree

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "tests" / "checks"
TODAY = date(2019, 9, 1)
LANGUAGES = (Language("fr"), Language("en"))
# Instructions to those who lay the examples out, and the two examples that are only large.
NOT_TEXTS = {".gone", ".named", ".repeated", ".locked", ".png"}
PLACES = (
    "collectif.yaml",
    "groups/people.yaml",
    "groups/eau/group.yaml",
    "groups/eau/exploration.yaml",
    "groups/eau/motivations.md",
    "groups/eau/meetings/2019-04-12.md",
    "programme/outline.yaml",
    "programme/proposals/eau-pure.md",
    "programme/contributions/plateforme/0001.md",
    "programme/plenaries/2019-07-11-pleniere-9.md",
    "programme/votes/2019-07-11-eau/vote.yaml",
    "programme/votes/2019-07-11-eau/ballots.csv",
    "programme/votes/2019-07-11-eau/ballots-a.csv",
    "programme/votes/2019-07-11-eau/ballots-b.csv",
    "programme/votes/2019-07-11-eau/counts.yaml",
    "programme/votes/2019-07-11-eau/rounds.yaml",
    "programme/organisations/rive-gauche.yaml",
    "programme/candidates.yaml",
    "programme/glossary.yaml",
)
# What YAML, Markdown, CSV and Unicode give a meaning to.
SIGNS = (
    *(
        b"\n",
        b"\r",
        b"\t",
        b" ",
        b"-",
        b"---\n",
        b":",
        b": ",
        b"#",
        b"## ",
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b";",
    ),
    *(
        b'"',
        b"'",
        b"*",
        b"&",
        b"!",
        b"|",
        b">",
        b"%",
        b"@",
        b"`",
        b"```",
        b"~~~",
        b"<!--",
        b"?",
        b"\\",
        b"<<: ",
    ),
    *(
        b"\x00",
        b"\x1b",
        b"\xff",
        b"\xc3",
        b"\xe2\x80\xa8",
        b"\xc2\x85",
        b"\xe2\x80\xae",
        b"\xef\xbb\xbf",
        b"e\xcc\x81",
    ),
    *(b"<<<<<<< a\n=======\n>>>>>>> b\n", b"9" * 400, b"0000-00-00", b"1/0", b"2..1 M\xe2\x82\xac"),
)


def texts_under(root: Path) -> dict[str, bytes]:
    """Give the bytes of the texts of a repository by their paths in it."""
    files = [root / "collectif.yaml", *root.glob("groups/**/*"), *root.glob("programme/**/*")]
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in files
        if path.is_file() and not path.is_symlink() and path.suffix not in NOT_TEXTS
    }


BASE = texts_under(EXAMPLES / "base")
TEXTS = sorted(
    {
        *BASE.items(),
        *texts_under(ROOT).items(),
        *(one for folder in EXAMPLES.glob("*/*") if folder.is_dir() for one in texts_under(folder).items()),
    }
)


def survives(path: str, raw: bytes) -> None:
    """Read and examine the base with that file in it; every finding has a place and can be said."""
    programme, faults = load(MemoryTree({**BASE, path: raw}))
    for one in examine(programme, faults, CHECKS.values(), TODAY).standing:
        assert one.span.line >= 1
        assert one.span.column >= 1
        assert one.span.width >= 0
        if one.span.path == path:
            assert one.span.line <= raw.count(b"\n") + 2
        for language in LANGUAGES:
            assert language.say(one.message)
            assert one.hint is None or language.say(one.hint)


@settings(max_examples=250)
@given(text=st.sampled_from(TEXTS), data=st.data())
def test_any_text_cut_anywhere(text: tuple[str, bytes], data: st.DataObject) -> None:
    path, raw = text
    survives(path, raw[: data.draw(st.integers(0, len(raw)))])


@settings(max_examples=500)
@given(text=st.sampled_from(TEXTS), data=st.data())
def test_any_text_with_any_bytes_changed(text: tuple[str, bytes], data: st.DataObject) -> None:
    path, raw = text
    at = data.draw(st.integers(0, len(raw)))
    taken = data.draw(st.integers(0, 3))
    put = data.draw(st.sampled_from(SIGNS) | st.binary(max_size=3))
    survives(path, raw[:at] + put + raw[at + taken :])


@settings(max_examples=150)
@given(
    path=st.sampled_from(PLACES),
    raw=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")),
)
def test_any_bytes_anywhere(path: str, raw: bytes) -> None:
    survives(path, raw)


@settings(max_examples=100)
@given(
    path=st.sampled_from(PLACES),
    signs=st.lists(st.sampled_from([*SIGNS, b"title", b"on", b"1"]), max_size=30),
)
def test_any_signs_anywhere(path: str, signs: list[bytes]) -> None:
    survives(path, b"".join(signs))


@settings(max_examples=100)
@given(text=st.sampled_from(TEXTS), path=st.sampled_from(PLACES))
def test_any_text_in_the_place_of_another(text: tuple[str, bytes], path: str) -> None:
    survives(path, text[1])


def test_alias_in_the_place_of_a_whole_file() -> None:
    survives("collectif.yaml", b"*-")
