"""What the programme costs: exact sums, like to like, each estimate once."""

from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.consolidation.budget import Sum, budget_of, sums
from collectif_cli.model.body import Body
from collectif_cli.model.identifiers import ProposalId
from collectif_cli.model.proposal import Amount, Cost, Proposal
from collectif_cli.model.source import Located, Span
from collectif_cli.store.scalars import parse_amount
from tests.consolidation.programmes import read

TOP = Span("programme/proposals/a.md")


def amount(text: str) -> Amount:
    found = parse_amount(text)
    assert found is not None
    return found


def told(found: tuple[Sum, ...]) -> list[tuple[str, str, Amount, int]]:
    return [(one.kind, one.per, one.amount, one.texts) for one in found]


def test_every_estimate_is_counted_once_where_it_belongs(tmp_path: Path) -> None:
    """
    == collectif.yaml ==
    schema: 1
    name: Essai
    language: fr
    levels: [commune, agglo, region]
    == groups/eau/group.yaml ==
    title: Eau
    kind: thematic
    == programme/outline.yaml ==
    outline:
      - {id: p1, title: Vivre, children: [{id: p11, title: Boire, proposals: [a, b]}]}
      - {id: p2, title: Bouger, proposals: [a]}
    == programme/proposals/a.md ==
    ---
    title: A
    group: eau
    levels: [commune]
    status: adopted
    costs:
      - {kind: operating, amount: 0.1..0.2 M€, per: year, covers: [b]}
      - {kind: investment, amount: 1 M€, per: once, paid_by: region}
    reviews:
      - {by: eau, date: 2019-08-01, opinion: reserved}
      - {by: eau, date: 2019-08-20, opinion: favourable}
    ---
    == programme/proposals/b.md ==
    ---
    title: B
    group: eau
    levels: [agglo]
    status: submitted
    ---
    == programme/proposals/c.md ==
    ---
    title: C
    group: eau
    levels: [agglo, commune]
    status: draft
    costs: [{kind: operating, amount: 50 k€, per: year}, {kind: operating, amount: 7 €}]
    ---
    == programme/proposals/d.md ==
    ---
    title: D
    group: eau
    levels: [region]
    status: divisive
    ---
    == programme/proposals/e.md ==
    ---
    title: E
    group: eau
    status: rejected
    costs: [{kind: operating, amount: 900 M€, per: year}]
    ---
    """
    programme = read(test_every_estimate_is_counted_once_where_it_belongs, tmp_path)
    found = budget_of(programme)
    assert (found.texts, found.priced) == (4, 3)
    assert [one.id for one in found.missing] == ["d"]
    assert told(found.ours) == [
        ("operating", "year", amount("150..250 k€"), 2),
        ("operating", "", amount("7 €"), 1),
    ]
    assert told(found.others) == [("investment", "once", amount("1 M€"), 1)]
    assert [(one.title, one.placed, one.missing) for one in found.themes] == [
        ("Vivre", True, 0),
        ("Eau", False, 1),
    ]
    assert [one.levels for one in found.payers] == [("commune",), ("region",), ("commune", "agglo")]
    assert [(one.by, one.review.opinion.value) for one in found.opinions] == [("Eau", "favourable")]
    assert found.unseen == 1
    assert found.doubled == ()
    assert budget_of(programme, "adopted").texts == 1


def test_a_figure_written_in_two_texts_is_told(tmp_path: Path) -> None:
    """
    == collectif.yaml ==
    schema: 1
    name: Essai
    language: fr
    == programme/proposals/a.md ==
    ---
    title: A
    group: eau
    status: draft
    costs: [{kind: operating, amount: 1 €, covers: [b]}]
    ---
    == programme/proposals/b.md ==
    ---
    title: B
    group: eau
    status: draft
    costs: [{kind: operating, amount: 1 €}]
    ---
    """
    found = budget_of(read(test_a_figure_written_in_two_texts_is_told, tmp_path))
    assert [(one.id, other.id) for one, other in found.doubled] == [("a", "b")]


CENTS = st.integers(0, 10**17).map(lambda cents: Decimal(cents) / 100)


@given(
    st.lists(st.tuples(CENTS, CENTS, st.sampled_from(["year", "once", "term", ""])), min_size=1, max_size=20)
)
def test_sums_are_exact_and_lose_nothing(rows: list[tuple[Decimal, Decimal, str]]) -> None:
    """The ends of the sums are the sums of the ends, whatever the order."""
    proposal = Proposal(
        id=ProposalId("a"),
        span=TOP,
        title=Located("A", TOP),
        group=Located("eau", TOP),
        status=Located("draft", TOP),
        body=Body("", 1, "", ()),
    )
    costs = [
        Cost(
            kind=Located("operating", TOP),
            amount=Located(Amount(low=min(a, b), high=max(a, b)), TOP),
            per=Located(per, TOP) if per else None,
        )
        for a, b, per in rows
    ]
    found = sums((proposal, cost) for cost in costs)
    assert sum(one.amount.low for one in found) == sum(min(a, b) for a, b, _ in rows)
    assert sum(one.amount.high for one in found) == sum(max(a, b) for a, b, _ in rows)
    assert found == sums((proposal, cost) for cost in reversed(costs))
