"""Any ranked ballots, written in each format and read again, are the same ballots."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collectif_cli.model.source import Located, Span
from collectif_cli.model.vote import DecisionRule, Option, Question
from collectif_cli.render.ballots.all_exporters import EXPORTERS, exporter_called
from collectif_cli.render.ballots.box import Ballot, Box
from collectif_cli.store.importers.all_importers import IMPORTERS, importer_called
from collectif_cli.store.importers.importer import Handed, Notes
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.fitting import fit
from collectif_cli.voting.matching import Asked
from collectif_cli.voting.ranks import read_order

TOP = Span("vote.yaml")
SIZE = 4
CELLS = st.lists(st.sampled_from(["", "1", "2", "3", "4"]), min_size=SIZE, max_size=SIZE).map(tuple)
TITLES = st.lists(
    st.text(
        st.characters(codec="utf-8", exclude_categories=("C", "Z"))
        | st.sampled_from(list(" >=;,#/*^|<\"'()[]-0123é")),
        min_size=1,
        max_size=12,
    ).filter(lambda title: title == " ".join(title.split())),
    min_size=SIZE,
    max_size=SIZE,
)


def at(value: str) -> Located[str]:
    return Located(value, TOP)


def asked(titles: list[str]) -> Asked:
    """Give a question with options called so, counted by Schulze."""
    options = tuple(
        Option(id=at(f"o{place}"), title=at(title)) for place, title in enumerate(titles, start=1)
    )
    rule = DecisionRule(span=TOP, method=at("schulze"), unranked=at("last"), equal_ranks=at("allowed"))
    return Asked((Question(id=at("q"), title=at("Who?"), options=options),), rule, METHODS["schulze"])


def there_and_back(format: str, titles: list[str], ballots: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    question = asked(titles)
    box = Box(
        vote="v",
        title='A "vote"',
        rule=question.rule,
        questions=question.questions,
        columns=question.columns,
        ballots=tuple(Ballot(str(place), cells) for place, cells in enumerate(ballots, start=1)),
        ranks=True,
    )
    written = exporter_called(format)(box)
    notes = Notes()
    imported = importer_called(format).read([Handed(f"a.{format}", written.text.encode())], notes)
    assert not notes.faults
    assert imported is not None
    fitted = fit(imported, question)
    assert not fitted.faults
    assert [row[0] for row in fitted.rows] == [str(place + 1) for place in range(len(ballots))]
    return [row[1:] for row in fitted.rows]


def test_what_is_written_is_read_but_for_json() -> None:
    assert set(EXPORTERS) - {"json"} <= set(IMPORTERS)


@pytest.mark.parametrize("format", ["blt", "csv"])
@settings(max_examples=300, deadline=None)
@given(titles=TITLES, ballots=st.lists(CELLS, min_size=1, max_size=12))
def test_the_very_cells_come_back(format: str, titles: list[str], ballots: list[tuple[str, ...]]) -> None:
    assert there_and_back(format, titles, ballots) == ballots


@settings(max_examples=300, deadline=None)
@given(titles=TITLES, ballots=st.lists(CELLS, min_size=1, max_size=12))
def test_the_order_comes_back_where_ranks_cannot_be_skipped(
    titles: list[str], ballots: list[tuple[str, ...]]
) -> None:
    question = asked(titles)
    back = there_and_back("cvotes", titles, ballots)
    for mine, theirs in zip(ballots, back, strict=True):
        one, other = (read_order(question.questions[0], question.rule, cells) for cells in (mine, theirs))
        assert one.mark == other.mark
