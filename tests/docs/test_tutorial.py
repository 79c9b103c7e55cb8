"""The tutorial is true: its files are written, its commands typed, and what they say is what it shows."""

from pathlib import Path

import pytest

from docs.reference.pages import DOCS
from docs.reference.texts import SUFFIXES
from docs.reference.walk import Typed, amended, walk

PAGE = """
```text notes.txt
one
```
```console
$ cat notes.txt
one
$ printf 'a\\nb\\nc\\n'
…
c
$ sh -c 'exit 3'
$ echo $?
3
```
"""


@pytest.mark.parametrize("suffix", SUFFIXES.values())
def test_every_answer_is_the_one_shown(suffix: str, tmp_path: Path) -> None:
    page = (DOCS / f"tutorial{suffix}").read_text(encoding="utf-8")
    typed = list(walk(page, tmp_path))
    assert len(typed) > 15
    for one, following in zip(typed, [*typed[1:], None], strict=True):
        assert one.agrees, f"$ {one.command}\n{one.said}"
        asked = following is not None and following.command == "echo $?"
        assert asked or one.code == 0, f"$ {one.command}\n{one.said}"


def test_the_walk_sees_what_a_page_says(tmp_path: Path) -> None:
    assert [one.agrees for one in walk(PAGE, tmp_path)] == [True, True, True, True]


@pytest.mark.parametrize(
    ("right", "wrong"), [("one\n$ printf", "two\n$ printf"), ("\nc\n", "\nd\n"), ("\n3", "\n4")]
)
def test_the_walk_sees_a_page_that_lies(right: str, wrong: str, tmp_path: Path) -> None:
    page = PAGE.replace(right, wrong)
    assert page != PAGE
    assert [one.agrees for one in walk(page, tmp_path)].count(False) == 1
    assert amended(page, tmp_path).replace("a\nb\nc", "…\nc") == PAGE


def test_spaces_of_french_typography_are_spaces() -> None:
    assert Typed("x", "erreur : « oui »\n", "erreur\u00a0: «\u202foui\u202f»\n", 1).agrees
