"""The guides for those who count and those who doubt: all their commands run on the demonstration."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs.reference.pages import DOCS
from docs.reference.texts import SUFFIXES
from docs.reference.walk import BLOCK, Place

COMMAND = re.compile(r"^\$ ((?:.*\\\n)*.*)$", re.MULTILINE)
# What a person would type at `vote enter`, and what a survey tool would have written.
PAPERS = "printf '1\\n1\\n' | "
ANSWERS = {
    "en": "Where is the picnic?\nBy the lake\nOn the square\n",
    "fr": "Où pique-niquer ?\nSur la place\n",
}


def commands(guide: str, code: str) -> Iterator[str]:
    page = (DOCS / f"guides/{guide}{SUFFIXES[code]}").read_text(encoding="utf-8")
    for kind, _path, text in BLOCK.findall(page):
        if kind == "console":
            yield from (found[1] for found in COMMAND.finditer(text))


def demo(folder: Path, code: str) -> Place:
    """Stand in the demonstration, as a reader who has just written it."""
    place = Place(folder)
    _, failed = place.type(f"collectif init demo --demo --language {code}")
    assert not failed
    place.type("cd demo")
    return place


@pytest.mark.parametrize("code", SUFFIXES)
def test_counting_guide(code: str, tmp_path: Path) -> None:
    place = demo(tmp_path, code)
    elsewhere = Place(tmp_path)
    for command in commands("counting", code):
        here = elsewhere if " import " in command else place
        typed = PAPERS + command if " enter " in command else command
        said, failed = here.type(typed)
        assert not failed, f"$ {typed}\n{said}"
        if " open " in command:  # a vote held elsewhere has no ballots yet
            elsewhere.folder = shutil.copytree(place.folder, tmp_path / "elsewhere")
            name = {"en": "answers.csv", "fr": "reponses.csv"}[code]
            (elsewhere.folder / name).write_text(ANSWERS[code], encoding="utf-8")


@pytest.mark.parametrize("code", SUFFIXES)
def test_auditor_guide(code: str, tmp_path: Path) -> None:
    place = demo(tmp_path, code)
    place.type("cd ..")
    for command in commands("auditor", code):
        typed = re.sub(r"https://\S+", "demo/.git programme.git", command)
        said, failed = place.type(typed)
        # The checkpoint of the page is of another history: no state of this one has it, and that is said.
        expected = 1 if "--checkpoint" in command else 0
        assert failed == expected, f"$ {typed}\n{said}"
