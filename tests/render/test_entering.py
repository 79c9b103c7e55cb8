"""What a person who enters ballots is told: an example is a line that this very vote takes."""

import re

import pytest

from collectif_cli.render.entering import help_text
from collectif_cli.render.language import language
from collectif_cli.render.terminal import Screen
from tests.voting.test_keys import question, typing


@pytest.mark.parametrize("grades", [2, 4, 6, 12])
@pytest.mark.parametrize("code", ["fr", "en"])
def test_the_example_of_grades_can_be_typed(grades: int, code: str) -> None:
    names = tuple(f"mention {number}" for number in range(1, grades + 1))
    asked = typing("majority-judgment", question("q", "a", "b", "c"), grades=names)
    first = help_text(asked, language(code), Screen()).splitlines()[0]
    example = re.search(r"(?:par exemple|such as) ([\d ]+)\.", first)
    assert example is not None, first
    assert len(asked.cells(example[1])) == 3
