"""Who takes part: what is never told, neither directly nor by taking one figure from another."""

from datetime import date
from fractions import Fraction
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.model.programme import Programme
from collectif_cli.progress.disclosure import Part, kept
from collectif_cli.progress.representativity import Representativity, representativity
from collectif_cli.progress.suppression import PARTS, told
from collectif_cli.store.load import load
from collectif_cli.store.tree import WorkTree
from tests.texts import write_texts

DAY = date(2019, 9, 1)
LEAST = 5
PEOPLE = st.integers(0, 12)
GROUP = st.fixed_dictionaries(
    {part: PEOPLE for part in PARTS}, optional={"first_engagement": PEOPLE, "under_30": PEOPLE}
).filter(lambda counts: sum(counts[part] for part in PARTS) >= LEAST)


def _capped(counts: dict[str, int]) -> tuple[int, dict[str, int]]:
    total = sum(counts[part] for part in PARTS)
    return total, {measure: min(count, total) for measure, count in counts.items()}


@given(st.lists(GROUP, min_size=1, max_size=6))
def test_nothing_can_be_worked_out_about_a_few_people(groups: list[dict[str, int]]) -> None:
    """Every figure, its rest, and every remainder of a row or a column is about nobody or enough people."""
    table = {str(n): _capped(counts) for n, counts in enumerate(groups)}
    shown = told(table, LEAST)
    few = range(1, LEAST)
    for id, (total, counts) in table.items():
        for measure in shown[id]:
            assert counts[measure] not in few
            assert total - counts[measure] not in few
        hidden = [part for part in PARTS if part not in shown[id]]
        assert len(hidden) != 1
        assert sum(counts[part] for part in hidden) not in few
    for measure in (*PARTS, "first_engagement", "under_30"):
        column = {id: counts[measure] for id, (_, counts) in table.items() if measure in counts}
        hidden = [id for id in column if measure not in shown[id]]
        assert len(hidden) != 1 or len(column) == 1
        if len(hidden) > 1 and len(hidden) < len(column):
            assert sum(column[id] for id in hidden) not in few
            assert sum(table[id][0] - column[id] for id in hidden) not in few


def test_what_may_be_told_is_told() -> None:
    """Large groups hide nothing; one small figure hides one more, the smallest."""
    large = {part: Part(count, count) for part, count in zip(PARTS, (20, 30, 0), strict=True)}
    assert kept(large, PARTS, LEAST) == frozenset(PARTS)
    small = {"a": Part(3, 20), "b": Part(9, 20), "c": Part(8, 20)}
    assert kept(small, ["b", "c"], LEAST) == {"b"}


def _read(root: Path, *groups: str, head: str = "") -> Programme:
    texts = ["== collectif.yaml ==", "schema: 1", "name: Essai", "language: fr", head]
    for number, group in enumerate(groups):
        texts += [f"== groups/g{number}/group.yaml ==", f"title: G{number}", "kind: thematic"]
        texts += ["formed: 2018-11-20", group]
    programme, faults = load(WorkTree(write_texts(root, "\n".join(texts) + "\n")))
    assert not faults, faults
    return programme


def _asked(programme: Programme, day: date = DAY) -> Representativity:
    return representativity(programme, day)


def test_the_whole_adds_the_last_declarations_of_groups_of_enough_people(tmp_path: Path) -> None:
    """A group of four is left out of everything; an older declaration is replaced by a newer one."""
    found = _asked(
        _read(
            tmp_path,
            "composition: [{date: 2019-01-01, women: 1, men: 20, other: 0}, "
            "{date: 2019-04-09, women: 10, men: 10, other: 0, under_30: 5}]",
            "composition: {date: 2019-04-09, women: 10, men: 5, other: 0}",
            "composition: {date: 2019-04-09, women: 4, men: 0, other: 0}",
            "",
            head='representativity: {women: "> 1/2"}',
        )
    )
    assert found.whole is not None
    assert found.whole.total == 35
    assert found.whole.figures["women"].share == Fraction(20, 35)
    assert found.whole.figures["under_30"].total == 20
    assert [one.small for one in found.groups] == [False, False, True, False]
    assert found.targets["women"].met_by(20, 35)


def test_a_change_by_a_few_people_is_not_told_over_time(tmp_path: Path) -> None:
    """From 10 women to 12 the newcomers would be known; from 10 to 16 they are not."""
    rows = (
        "composition: [{{date: 2019-01-01, women: 10, men: 10, other: 0}}, "
        "{{date: 2019-04-09, women: {n}, men: 10, other: 0}}]"
    )
    few = _asked(_read(tmp_path / "few", rows.format(n=12)))
    assert few.past == ()
    more = _asked(_read(tmp_path / "more", rows.format(n=16)))
    assert [one.day for one in more.past] == [date(2019, 1, 1)]


def test_the_collective_chooses_how_few_is_too_few(tmp_path: Path) -> None:
    """``privacy.minimum_cell``; five when it does not say."""
    group = "composition: {date: 2019-04-09, women: 7, men: 8, other: 0}"
    assert _asked(_read(tmp_path / "a", group)).least == LEAST
    found = _asked(_read(tmp_path / "b", group, head="privacy: {minimum_cell: 10}"))
    assert found.whole is not None
    assert found.whole.figures["women"].people is None
