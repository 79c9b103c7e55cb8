"""What bulk counting is made of: sums over any partition, the order of the ledger, rounds, large numbers."""

import io
import random
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.model.ballot_file import BallotFile, Lines
from collectif_cli.model.message import message
from collectif_cli.model.noun import replace
from collectif_cli.model.vote import DecisionRule
from collectif_cli.store.ballot_file import read_ballot_file
from collectif_cli.store.load import load
from collectif_cli.store.reading import Reading
from collectif_cli.store.tree import MANY, Large, WorkTree
from collectif_cli.voting import close_look, many
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.bulk.count import poll_of
from collectif_cli.voting.bulk.ledger import Ledger, Normal
from collectif_cli.voting.bulk.normal import keys_of
from collectif_cli.voting.bulk.profile import Asked, Profile, Reader
from collectif_cli.voting.electorate import Voters
from collectif_cli.voting.method import Poll
from collectif_cli.voting.outcome import Figures
from tests.voting.bulk.files import both, counted, question
from tests.voting.elections import at
from tests.voting.elections import rule as rule_of
from tests.voting.test_laws import FORMS
from tests.voting.texts import programme

VOTE = """
== programme/votes/v/vote.yaml ==
title: V
rule: {RULE}
electorate: {kind: roll, registered: 100}
ballots: anonymous
questions: [{id: q, title: Q, options: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]}]
"""


def file_of(raw: bytes) -> BallotFile:
    reading = Reading("programme/votes/v/ballots.csv")
    file = read_ballot_file(reading.path, Large(len(raw), lambda: io.BytesIO(raw)), reading)
    assert file is not None
    assert not reading.faults
    return file


def reader_of(slug: str, raw: bytes) -> tuple[Reader, Asked]:
    vote = programme(VOTE.replace("RULE", FORMS[slug].rule)).votes["v"]
    rule = vote.rule
    assert isinstance(rule, DecisionRule)
    asked, method = Asked(vote.questions, rule, METHODS[slug]), METHODS[slug]
    return Reader(file_of(raw), method.columns(vote.questions[0], rule), asked), asked


def polled(profile: Profile, asked: Asked) -> Poll:
    (share,), (one,) = profile.shares, asked.questions
    options = asked.method.options(one)
    return poll_of(share, options, one.id.value, Voters(kind="roll", registered=100), profile.cast)


@pytest.mark.parametrize("slug", FORMS)
@given(data=st.data())
def test_the_sum_over_any_partition_is_the_whole(slug: str, data: st.DataObject) -> None:
    rows = data.draw(FORMS[slug].rows("abc"))
    cuts = sorted(data.draw(st.sets(st.integers(1, max(len(rows) - 1, 1)))))
    beside = FORMS[slug].beside
    titles = ["q"] if FORMS[slug].alone else ["q.a", "q.b", "q.c", *beside]
    cells = [",".join([*row, *("" for _ in beside)]) for row in rows]
    lines = [f"{number},{row}\n".encode() for number, row in enumerate(cells, start=1)]
    reader, asked = reader_of(slug, ",".join(["ballot", *titles]).encode() + b"\n" + b"".join(lines))
    whole = reader.partial(Lines(b"".join(lines), 2))[0] if lines else reader.nothing
    summed = reader.nothing
    for start, stop in zip([0, *cuts], [*cuts, len(lines)], strict=True):
        if lines[start:stop]:
            summed += reader.partial(Lines(b"".join(lines[start:stop]), 2 + start))[0]
    one, other = polled(whole, asked), polled(summed, asked)
    assert (one.figures, one.set_aside) == (other.figures, other.set_aside)
    assert asked.method.count(one, asked.rule) == asked.method.count(other, asked.rule)


@given(
    st.lists(st.text("0129ab-", min_size=1, max_size=19), min_size=1, max_size=60, unique=True),
    st.integers(1, 20),
)
def test_the_ledger_digests_in_the_order_of_the_numbers(numbers: list[str], block: int) -> None:
    lines = {number: f"{number}\tx\n".encode() for number in numbers}
    ledger = Ledger(b"titles\n", io.BytesIO())

    def take_all() -> bool:
        blocks = [numbers[start : start + block] for start in range(0, len(numbers), block)]
        return all(
            ledger.take(Normal(keys_of([one.encode() for one in some]), b"".join(lines[one] for one in some)))
            for some in blocks
        )

    if not take_all():
        ledger.again()
        assert take_all()
    expected = b"titles\n" + b"".join(lines[number] for number in sorted(numbers))
    assert ledger.close() == (f"sha256:{sha256(expected).hexdigest()}", set())


def test_many_runs_are_merged_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ballots in any order, more of them than a piece holds, some twice."""
    monkeypatch.setattr("collectif_cli.voting.bulk.ledger._PIECE", 7)
    chance, ledger = random.Random(3), Ledger(b"", io.BytesIO())
    numbers = [f"{number}".encode() for number in range(500)]
    chance.shuffle(numbers)
    numbers += [b"42", b"123456789", b"7", b"123456789"]
    for start in range(0, len(numbers), 50):
        some = numbers[start : start + 50]
        if not ledger.take(Normal(keys_of(some), b"".join(one + b"\n" for one in some))):
            pytest.fail("the first fifty are in no order")
    digest, twice = ledger.close()
    in_order = b"".join(one + b"\n" for one in sorted(numbers))
    assert digest == f"sha256:{sha256(in_order).hexdigest()}"
    assert twice == {b"42", b"7", b"123456789"}


@pytest.mark.parametrize("slug", ["irv", "stv"])
def test_packed_orders_are_counted_as_listed_ones(slug: str) -> None:
    """Thirty candidates, some ballots that stop early, some with a defect: three words an order."""
    chance, names = random.Random(5), [f"c{place:02}" for place in range(30)]
    lines = ["ballot," + ",".join(f"q.{name}" for name in names)]
    for number in range(1, 3_001):
        order = sorted(names, key=lambda name: chance.random() + int(name[1:]) / 60)[: chance.randint(0, 30)]
        ranks = {name: str(rank) for rank, name in enumerate(order, start=1)}
        if number % 50 == 0 and order:
            ranks[order[-1]] = "29"
        lines.append(f"{number}," + ",".join(ranks.get(name, "") for name in names))
    seats = ", seats: 10, variant: scottish" if slug == "stv" else ""
    rule = f"method: {slug}, defects: exhaust, ties: kept{seats}"
    plain, bulk = both(rule, question("q", names), "\n".join(lines).encode(), 20_000)
    assert plain.text
    assert bulk == plain


@pytest.mark.parametrize("slug", ["majority", "approval", "schulze", "stv"])
def test_several_questions_on_the_same_paper(slug: str) -> None:
    chance, form = random.Random(6), FORMS[slug]
    titles = [f"{id}.{option}" for id in "pq" for option in "abc"] if not form.alone else ["p", "q"]
    cells = form.alone or form.cells
    rows = [[chance.choice(cells) for _ in titles] for _ in range(200)]
    text = "\n".join(",".join([str(n), *row]) for n, row in enumerate(rows, start=1))
    questions = f"{question('p', 'abc')}, {question('q', 'abc')}"
    plain, bulk = both(form.rule, questions, f"ballot,{','.join(titles)}\n{text}\n".encode(), 300)
    assert plain.text
    assert bulk == plain


def test_words_as_grades_are_read_whole_in_bulk() -> None:
    words = ["À rejeter", "Insuffisant", "Assez bien", "Très bien", "Excellent au-delà de tout"]
    chance = random.Random(7)
    rows = [[chance.choice([*words, words[0].upper(), "5", "?", ""]) for _ in "abc"] for _ in range(500)]
    text = "\n".join(";".join([f"{n:05}", *row]) for n, row in enumerate(rows, start=1))
    rule = f"method: majority-judgment, grades: [{', '.join(words)}], not_judged: refused, ties: kept"
    plain, bulk = both(rule, question("q", "abc"), f"ballot;q.a;q.b;q.c\r\n{text}".encode(), 5_000)
    assert plain.text
    assert bulk == plain


@pytest.mark.parametrize("more", ["expected_ballots: 7\n", ""])
@pytest.mark.parametrize("titles", ["q.a,q.b,q.c", "q.a,q.b", "q.a,q.b,q.c,q.d"])
def test_what_is_wrong_with_the_box_is_told_the_same(titles: str, more: str) -> None:
    row = ",".join("1" for _ in titles.split(","))
    ballots = f"# vote: ABCD\nballot,{titles}\n3,{row}\n1,{row}\n3,{row}\n".encode()
    plain, bulk = both(FORMS["approval"].rule, question("q", "abc"), ballots, more=more)
    assert plain.faults
    assert bulk == plain


def test_a_merge_that_was_left_unfinished_is_told_once() -> None:
    ballots = b"ballot,q.a,q.b,q.c\n<<<<<<< ours\n1,1,1,1\n=======\n1,0,1,1\n>>>>>>> theirs\n"
    plain, bulk = both(FORMS["approval"].rule, question("q", "abc"), ballots)
    assert len(plain.faults) == 1
    assert bulk == plain


def test_without_numpy_few_are_counted_and_many_say_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    ballots = b"ballot,q.a,q.b,q.c\n1,1,0,0\n"
    rule, asked = FORMS["approval"].rule, question("q", "abc")
    plain = counted(rule, asked, ballots)
    monkeypatch.setattr("collectif_cli.store.read_document.MANY", 0)
    monkeypatch.setattr(many, "find_spec", lambda _: None)
    assert counted(rule, asked, ballots) == plain
    monkeypatch.setattr(many, "MOST_WITHOUT", 0)
    (missing,) = counted(rule, asked, ballots).faults
    assert missing.hint == message("type “{command}”", command="pip install collectif-cli[bulk]")


def test_few_ballots_are_looked_at_one_by_one_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    ballots = b"ballot,q.a,q.b,q.c\n" + b"".join(f"{n},{n % 2},{n % 3 % 2},1\n".encode() for n in range(40))
    rule, asked = FORMS["approval"].rule, question("q", "abc")
    plain = counted(rule, asked, ballots)
    monkeypatch.setattr("collectif_cli.store.read_document.MANY", 0)
    assert counted(rule, asked, ballots) == plain
    assert close_look.MOST == 10_000


def test_ten_thousand_million_voters_are_counted_exactly() -> None:
    """Majority judgment from counts alone: one voter in ten thousand millions makes the middle."""
    rule, voters = rule_of("majority-judgment"), 10**10 - 1
    of = Poll(
        question="q",
        options=("a", "b"),
        numbers=((5 * 10**9, 5 * 10**9 - 1), (5 * 10**9 - 1, 5 * 10**9)),
        figures=Figures(cast=voters, invalid=0, blank=0, abstain=0, expressed=voters),
    )
    grades = (at("Non"), at("Oui"))
    found = METHODS["majority-judgment"].count(
        of, replace(rule, grades=grades, not_judged=at("worst-grade"), ties=at("majority-value"))
    )
    assert found.outcome.options == ("b",)
    assert found.margin is not None
    assert (found.margin.ballots, found.margin.at_least) == (2, 1)


def test_a_large_file_is_not_read_before_it_is_counted(tmp_path: Path) -> None:
    folder = tmp_path / "programme/votes/v"
    folder.mkdir(parents=True)
    (tmp_path / "collectif.yaml").write_text("schema: 1\nname: C\nlanguage: fr\n")
    text = VOTE.partition("==\n")[2].replace("RULE", FORMS["approval"].rule)
    (folder / "vote.yaml").write_text(text)
    row = b",1,0,0\n"
    body = b"".join(f"{n:07}".encode() + row for n in range(1, MANY // 14 + 20_000))
    (folder / "ballots.csv").write_bytes(b"ballot,q.a,q.b,q.c\n" + body)
    read, faults = load(WorkTree(tmp_path))
    assert not faults
    vote = read.votes["v"]
    assert vote.many is not None
    assert not vote.entries
    assert sum(lines.raw.count(b"\n") for lines in vote.many.lines()) == body.count(b"\n")
    assert np.unique([lines.first for lines in vote.many.lines()])[0] == 2
