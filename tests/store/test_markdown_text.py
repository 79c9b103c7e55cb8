"""Markdown by lines: the front matter, the headings, what stands under each."""

import inspect
import time

import pytest

from collectif_cli.store.markdown_text import Front, read_body, split_front


@pytest.mark.parametrize(
    ("text", "front"),
    [
        ("---\na: 1\n---\ncorps\n", Front("a: 1\n", "corps\n", 4)),
        ("---\r\na: 1\r\n---\r\ncorps", Front("a: 1\r\n", "corps", 4)),
        ("--- \na: 1\n---\t\n", Front("a: 1\n", "", 4)),
        ("---\n---", Front("", "", 3)),
        ("---\na: |\n  ---\n---\nb\n---\nc", Front("a: |\n  ---\n", "b\n---\nc", 5)),
        ("---\na: 1\n----\n---\nb", Front("a: 1\n----\n", "b", 5)),
        ("---\na: x\u2028y\x0cz\n---\nb", Front("a: x\u2028y\x0cz\n", "b", 4)),
        ("corps\n---\n", Front(None, "corps\n---\n", 1)),
        ("\n---\n---\n", Front(None, "\n---\n---\n", 1)),
        ("", Front(None, "", 1)),
    ],
)
def test_a_text_is_cut_at_its_front_matter(text: str, front: Front) -> None:
    """A text with a front matter, or without one."""
    assert split_front(text) == front


@pytest.mark.parametrize("text", ["---", "---\n", "---\na: 1\n", "---\na: 1\n --- \n"])
def test_a_front_matter_that_is_never_closed(text: str) -> None:
    """A text that opens its front matter."""
    front = split_front(text)
    assert front.yaml is not None
    assert not front.closed


def test_sections_hold_what_stands_under_them() -> None:
    """
    avant

    ## Constat
    un
    ### Chiffres ##
    deux

    ## Proposition
    """
    body = read_body(inspect.cleandoc(test_sections_hold_what_stands_under_them.__doc__ or "") + "\n", 10)
    assert body.preamble == "avant\n"
    assert [(one.title, one.level, one.line, one.text) for one in body.sections] == [
        ("Constat", 2, 12, "un"),
        ("Chiffres", 3, 14, "deux\n"),
        ("Proposition", 2, 17, ""),
    ]
    assert body.words == 3


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("# un", "un"),
        ("   ## un", "un"),
        ("#\tun", "un"),
        ("# un #", "un"),
        ("# un ####  ", "un"),
        ("# un#", "un#"),
        ("# C# #", "C#"),
        ("#", ""),
        ("## ##", ""),
        ("# un\r", "un"),
        ("#un", None),
        ("####### un", None),
        ("    # un", None),
        ("\\# un", None),
    ],
)
def test_what_is_a_heading(line: str, title: str | None) -> None:
    """A line, as in CommonMark 4.2."""
    assert [one.title for one in read_body(line, 1).sections] == ([] if title is None else [title])


@pytest.mark.parametrize(
    "hidden",
    [
        "```\n# non\n```",
        "```sh\n# non\n``\n# non\n````",
        "~~~\n# non\n```\n# non\n~~~",
        "<!--\n# non\n-->",
        "<!-- un --> <!-- deux\n# non\n-->",
    ],
)
def test_what_hides_a_heading(hidden: str) -> None:
    """A fence or a comment, and a heading after it."""
    assert [one.title for one in read_body(f"{hidden}\n# oui", 1).sections] == ["oui"]


@pytest.mark.parametrize("line", ["```code``` en ligne", "un `# mot`", "<!-- un mot -->", "``"])
def test_what_hides_none(line: str) -> None:
    """Code inside a sentence, a comment closed on its line."""
    assert [one.title for one in read_body(f"{line}\n# oui", 1).sections] == ["oui"]


def test_fence_that_is_never_closed_hides_the_rest() -> None:
    """A fence, then a heading."""
    assert read_body("```\n# non\n", 1).sections == ()


def test_a_line_of_spaces_is_read_in_time() -> None:
    """A heading of a million spaces."""
    begun = time.perf_counter()
    assert read_body("# " + " " * 1_000_000 + "x", 1).sections[0].title == "x"
    assert time.perf_counter() - begun < 2
