"""Which column of a file is which option: by its id or its title, never by its place, and never by guess."""

import pytest

from collectif_cli.model.imported import Imported, Paper, Tallied
from collectif_cli.model.source import Located, Span
from collectif_cli.model.vote import DecisionRule, Option, Question
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.fitting import fit
from collectif_cli.voting.fitting_counts import fit_counts
from collectif_cli.voting.matching import Asked
from collectif_cli.voting.naming import Names

TOP = Span("vote.yaml")


def at(value: str) -> Located[str]:
    return Located(value, TOP)


def asked(method: str, *questions: tuple[str, ...]) -> Asked:
    """Give a vote; a question is its title, then the titles of its options, whose ids are a, b, c…"""
    made = tuple(
        Question(
            id=at(f"q{place}"),
            title=at(title),
            options=tuple(
                Option(id=at(id), title=at(one)) for id, one in zip("abcdef", options, strict=False)
            ),
        )
        for place, (title, *options) in enumerate(questions, start=1)
    )
    return Asked(made, DecisionRule(span=TOP, method=at(method)), METHODS[method])


def ranks(*columns: str, cells: tuple[str, ...] = ()) -> Imported:
    papers = (Paper(cells or tuple(str(n) for n in range(1, len(columns) + 1)), TOP),)
    return Imported(span=TOP, form="ranks", columns=tuple(map(at, columns)), papers=papers)


@pytest.mark.parametrize(
    ("word", "meant"),
    [("yes", "y"), (" YES ", "y"), ("L’eau", "w"), ("l'eau", "w"), ("ﬁn", "f"), ("both", None), ("", None)],
)
def test_a_name_is_compared_without_its_typography(word: str, meant: str | None) -> None:
    names = Names([("Yes", "y"), ("l'eau", "w"), ("fin", "f"), ("Both", "y"), ("both", "w")])
    assert names.find(word) == meant


def test_the_nearest_is_shown_as_it_is_written() -> None:
    assert Names([("Éducation populaire", "e"), ("Mobilités", "m")]).near("education populaires") == (
        "Éducation populaire"
    )


def test_the_place_of_an_option_says_nothing() -> None:
    fitted = fit(ranks("Third", "first", "b"), asked("schulze", ("Who?", "First", "Second", "Third")))
    assert fitted.columns == ("q1.a", "q1.b", "q1.c")
    assert fitted.rows == (("1", "2", "3", "1"),)


def test_two_columns_for_one_option_are_refused() -> None:
    fitted = fit(ranks("First", "a"), asked("schulze", ("Who?", "First", "Second")))
    assert [one.message.text for one in fitted.faults] == [
        "“{name}” and “{first}” are the same option",
        "nothing in this file is about “{title}” ({id})",
    ]


def test_options_of_the_same_title_are_named_by_their_ids() -> None:
    question = asked("schulze", ("Who?", "Blanche", "blanche"))
    assert fit(ranks("Blanche", "b"), question).faults
    assert fit(ranks("a", "b"), question).rows == (("1", "1", "2"),)


def test_the_title_of_a_column_says_its_question_too() -> None:
    vote = asked("approval", ("Bus", "Day", "Night"), ("Bikes", "Day", "Night"))
    columns = ("Bikes [Night]", "q1.b", "Bus [day]", "q2.Day")
    read = Imported(
        span=TOP, form="cells", columns=tuple(map(at, columns)), papers=(Paper(("1", "", "x", "0"), TOP),)
    )
    fitted = fit(read, vote)
    assert fitted.columns == ("q1.a", "q1.b", "q2.a", "q2.b")
    assert fitted.rows == (("1", "1", "", "", "1"),)
    alone = Imported(span=TOP, form="cells", columns=(at("Day"),), papers=read.papers)
    assert fit(alone, vote).faults[0].message.text == "“{name}” is nothing that this vote asks"


def tallied(title: str, counts: tuple[int, ...], *, single: bool = True) -> Tallied:
    return Tallied(at(title), tuple(map(at, ("Yes", "No")[: len(counts)])), counts, None, single)


def test_counts_of_questions_answered_by_different_numbers_are_refused() -> None:
    vote = asked("plurality", ("One", "Yes", "No"), ("Two", "Yes", "No"))
    read = Imported(span=TOP, form="counts", tallies=(tallied("Two", (3, 4)), tallied("One", (1, 6))))
    fitted = fit_counts(read, vote)
    assert fitted.cast == 7
    assert [(one.question, one.options) for one in fitted.questions] == [
        ("q1", (("a", 1), ("b", 6))),
        ("q2", (("a", 3), ("b", 4))),
    ]
    read = Imported(span=TOP, form="counts", tallies=(tallied("Two", (3, 4)), tallied("One", (1, 7))))
    assert [one.message.text for one in fit_counts(read, vote).faults] == [
        "the questions of this file were not answered by as many people each"
    ]


def test_counts_of_an_option_that_is_missing_are_refused() -> None:
    vote = asked("plurality", ("One", "Yes", "No"))
    read = Imported(span=TOP, form="counts", tallies=(tallied("Anything", (3,)),))
    assert [one.message.text for one in fit_counts(read, vote).faults] == [
        "nothing in this file is about “{title}” ({id})"
    ]


def test_counts_are_not_ballots() -> None:
    read = Imported(span=TOP, form="counts", tallies=(tallied("One", (3, 4)),))
    faults = fit_counts(read, asked("schulze", ("One", "Yes", "No"))).faults
    assert [one.message.text for one in faults] == [
        "this method needs the ballots themselves, and there are only counts"
    ]
