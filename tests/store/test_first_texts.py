"""The first texts of a programme, whatever the names that people give."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from ruamel.yaml import YAML

from collectif_cli.cli.examination import examine_tree
from collectif_cli.cli.init_answers import answered
from collectif_cli.errors import UsageError
from collectif_cli.model.diagnostic import Severity
from collectif_cli.model.identifiers import is_id
from collectif_cli.store.faults import FAULTS
from collectif_cli.store.first_texts import first_texts
from collectif_cli.store.given_tree import GivenTree
from collectif_cli.store.load import load
from collectif_cli.store.write import write

TODAY = date(2026, 11, 24)
OPTIONS = {
    "today": TODAY.isoformat(),
    "spoken": "fr",
    "population": "2340",
    "vote_day": "2032-03-14",
    "forge": "github",
}
# Signs that mean something to YAML, to Markdown, to templates, to shells; then anything at all.
SIGNS = st.sampled_from(
    [*"'\"\\:#,[]{}&*!|>%@`-?=~<$./ ", "é", "É", "œ", "’", "«", "🌳", "👩\u200d🌾", "日", "ß"]
)
NAMES = st.lists(SIGNS | st.characters(), min_size=1, max_size=40).map("".join)


def written_with(name: str, municipality: str, intercommunality: str, language: str) -> None:
    """Either an answer is refused, or the texts are sound and say what was answered."""
    options = OPTIONS | {
        "name": name,
        "municipality": municipality,
        "intercommunality": intercommunality,
        "language": language,
    }
    try:
        beginning = answered(options)
    except UsageError:
        return
    changes = first_texts(beginning, "0.1.0")
    programme, _ = load(GivenTree(changes))
    standing = examine_tree(GivenTree(changes), TODAY).settled.standing
    if any(one.severity is Severity.ERROR or one.code in FAULTS for one in standing):
        # Only what a reader could not make out, or what leads to a person, is turned down by the verb.
        assert {one.code.partition("-")[0] for one in standing} <= {"text", "privacy"}
        return
    collective = programme.collective
    assert collective.territory is not None
    assert collective.territory.municipality is not None
    shared = collective.territory.intercommunality
    assert collective.name.value == beginning.name
    assert collective.territory.municipality.name.value == beginning.municipality
    assert (shared.name.value if shared else "") == beginning.intercommunality
    assert all(is_id(level.value) for level in collective.levels)
    assert len({level.value for level in collective.levels}) == 5
    texts = {change.path: change.after for change in changes}
    title = MarkdownIt().parse(texts["README.md"])[1]
    assert "".join(token.content for token in title.children or ()) == " ".join(beginning.name.split("\n"))
    assert YAML(typ="safe", pure=True).load(texts["collectif.yaml"])["name"] == beginning.name
    for path in texts:
        if path.endswith((".yml", ".yaml")):
            YAML(typ="safe", pure=True).load(texts[path])


@given(NAMES, NAMES, NAMES | st.just(""), st.sampled_from(["fr", "en"]))
@example("L'été : « en commun » #1", "L'Haÿ-les-Roses", 'Le "Grand" Paris', "fr")
@example("no", "null", "~", "en")
@example("1e3", "2019-09-24", "0x1F", "fr")
@example("- a: {b: [c]}", "*x", "&y", "en")
@example("👩‍🌾 ensemble", "🌳", "$name ${name} $$", "fr")
@example("e\u0301te\u0301", "E\u0301tat", "%YAML 1.2", "fr")
@example("---", "...", "!!str x", "en")
def test_odd_names(name: str, municipality: str, intercommunality: str, language: str) -> None:
    written_with(name, municipality, intercommunality, language)


@given(st.integers(0, 3_000_000), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_any_size_and_any_first_day(population: int, starts: date) -> None:
    """A commune of any size, a process that starts on any day: no finding at all."""
    beginning = answered(
        OPTIONS
        | {"name": "A", "municipality": "B", "population": str(population), "starts": starts.isoformat()}
    )
    assert examine_tree(GivenTree(first_texts(beginning, "0.1.0")), TODAY).settled.standing == ()


def test_what_is_checked_is_what_is_written() -> None:
    """The tree that was checked before, and the files that are there after."""
    changes = first_texts(answered(OPTIONS | {"name": "A", "municipality": "B"}), "0.1.0")
    with TemporaryDirectory() as folder:
        write(Path(folder), changes)
        for change in changes:
            assert (Path(folder) / change.path).read_bytes().decode("utf-8") == change.after
