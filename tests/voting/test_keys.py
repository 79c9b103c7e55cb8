"""What is typed for a paper, method by method, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.model.noun import replace
from collectif_cli.model.source import Located
from collectif_cli.model.vote import DecisionRule, Option, Question
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.keys import NotTyped, Typing, keys_of
from collectif_cli.voting.methods import majority, majority_judgment, plurality
from tests.voting.elections import HERE, at

TITLES = {"for": "Pour", "against": "Contre", "abstain": "Abstention"}


def question(id: str, *options: str) -> Question:
    made = tuple(Option(id=at(one.split(":")[0]), title=at(one.split(":")[-1])) for one in options)
    return Question(id=at(id), title=at(id), options=made)


class Ranked:
    """Stands in for any method with a column an option."""

    reads = ("ballots",)

    def columns(self, question: Question, rule: DecisionRule) -> tuple[str, ...]:
        return tuple(f"{question.id.value}.{option.id.value}" for option in question.options)


def typing(method: str, *questions: Question, grades: tuple[str, ...] = (), points: int = 0) -> Typing:
    known = {"majority": majority, "plurality": plurality, "majority-judgment": majority_judgment}
    made = DecisionRule(
        span=HERE,
        method=at(method),
        grades=tuple(map(at, grades)),
        points=Located(points, HERE) if points else None,
    )
    return Typing(questions, made, known.get(method, Ranked()), TITLES)  # type: ignore[arg-type]


BUS = question("bus")
WORDING = question("titre", "a:Autonomie", "b:Bien manger", "c:Biens communs")
MANY = question("m", *(f"o{n}:Option {n}" for n in range(1, 13)))


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("p", ("for",)),
        ("P", ("for",)),
        ("2", ("against",)),
        ("abstain", ("abstain",)),
        ("a", ("abstain",)),
        (".", ("",)),
        ("x", ("invalid",)),
        ("p+c", ("for against",)),
        (":pour ou contre", ("pour ou contre",)),
    ],
)
def test_one_choice(line: str, cells: tuple[str, ...]) -> None:
    assert typing("majority", BUS).cells(line) == cells


def test_several_choices_on_one_paper() -> None:
    three = typing("majority", BUS, question("eau"), question("rue"))
    assert three.cells("pc.") == ("for", "against", "")
    assert three.cells("p c x") == ("for", "against", "invalid")
    assert three.cells("p|p+c|.") == ("for", "for against", "")
    assert three.cells(".") == ("", "", "")
    with pytest.raises(NotTyped, match="typed: "):
        three.cells("pc")


def test_letters_are_keys_only_where_they_say_which() -> None:
    letters = [key.letter for key in keys_of(WORDING, "plurality", {})]
    assert letters == ["a", "", ""]
    assert typing("plurality", WORDING).cells("3") == ("c",)
    with pytest.raises(NotTyped, match="no option"):
        typing("plurality", WORDING).cells("z")


def test_grades_by_number() -> None:
    grades = ("À rejeter", "Passable", "Bien")
    three = typing("majority-judgment", WORDING, grades=grades)
    assert three.cells("312") == ("Bien", "À rejeter", "Passable")
    assert three.cells("3 . 1") == ("Bien", "", "À rejeter")
    for wrong in ("31", "3124", "314", "abc"):
        with pytest.raises(NotTyped):
            three.cells(wrong)


def test_ranks_by_typing_the_order() -> None:
    ranked = typing("schulze", WORDING)
    assert ranked.cells("213") == ("2", "1", "3")
    assert ranked.cells("2") == ("", "1", "")
    assert ranked.cells("2>1=3") == ("2", "1", "2")
    assert ranked.cells("2 1=3") == ("2", "1", "2")
    assert ranked.cells("1=23") == ("1", "1", "2")
    assert ranked.cells(":1;;3") == ("1", "", "3")
    with pytest.raises(NotTyped, match="twice"):
        ranked.cells("22")
    many = typing("stv", MANY)
    assert many.cells("12 1 3")[11] == "1"
    assert many.cells("12 1 3")[0] == "2"


def test_points_and_marks() -> None:
    assert typing("dots", WORDING, points=5).cells("302") == ("3", "0", "2")
    assert typing("dots", WORDING, points=20).cells("12 0 8") == ("12", "0", "8")
    assert typing("score", WORDING).cells("3.5, . 8") == ("3.5", "", "8")
    assert typing("approval", WORDING).cells("13") == ("1", "", "1")
    assert typing("approval", MANY).cells("12 2")[11] == "1"


def test_names_are_typed_by_their_numbers_and_strangers_by_a_star() -> None:
    method = METHODS["nomination"]
    names = Typing((WORDING,), replace(typing("majority").rule, method=at("nomination")), method, TITLES)
    assert names.cells("13*") == ("1", "", "1", "1")
    assert names.cells("11**") == ("2", "", "", "2")
    assert names.cells("a 2") == ("1", "1", "", "")
    assert names.cells(".") == ("",) * 4


def test_what_is_known_by_no_form_is_typed_cell_by_cell() -> None:
    unknown = typing("sans-candidat", WORDING)
    assert unknown.form == "cells"
    assert unknown.cells("cèdre; ;if") == ("cèdre", "", "if")


@given(st.permutations([1, 2, 3]))
def test_any_order_gives_each_option_its_place(order: list[int]) -> None:
    cells = typing("irv", WORDING).cells("".join(map(str, order)))
    assert [cells[option - 1] for option in order] == ["1", "2", "3"]


@given(st.text(max_size=12))
def test_a_line_gives_a_cell_a_column_or_is_refused(line: str) -> None:
    for one in (
        typing("majority", BUS, question("eau")),
        typing("schulze", WORDING),
        typing("plurality", WORDING),
    ):
        try:
            cells = one.cells(line)
        except NotTyped:
            continue
        assert len(cells) == sum(map(len, one.columns))
