"""Links, pictures, tags, comments and fences are found where they are, and nothing inside code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.model.marks import blanked, links_of, open_comment, open_fence, span_in, tags_of
from collectif_cli.model.source import Span

MARKS = st.text(st.sampled_from("ab [](){}<>!-`~#\\\n:/\té"), max_size=60)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[a](b.md)", [("b.md", "a", False)]),
        ("[a](<b c.md> 'titre')", [("b c.md", "a", False)]),
        ("![carte](x.png)", [("x.png", "carte", True)]),
        ("[![carte](x.png)](b.md)", [("b.md", "![carte](x.png)", False), ("x.png", "carte", True)]),
        ("[a](b_(c).md)", [("b_(c).md", "a", False)]),
        ("[a]()", [("", "a", False)]),
        ("<https://example.org/a>", [("https://example.org/a", "", False)]),
        ("[a][1]\n\n[1]: b.md 'titre'", [("b.md", "", False)]),
        ("`[a](b.md)` ``[`](c.md)``", []),
        ("```\n[a](b.md)\n```\n[c](d.md)", [("d.md", "c", False)]),
        ("<!-- [a](b.md) -->", []),
        ("une [note] (sans lien)", []),
        ("\\[a](b.md)", []),
        ("\\\\[a](b.md)", [("b.md", "a", False)]),
    ],
)
def test_links(text: str, found: list[tuple[str, str, bool]]) -> None:
    assert [(mark.destination, mark.text, mark.picture) for mark in links_of(text)] == found
    assert all(text[mark.at : mark.at + mark.width] == mark.destination for mark in links_of(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("<b>x</b>", ["b", "b"]),
        ("<br/>", ["br"]),
        ("3 < 5 et 6 > 2", []),
        ("`<b>`", []),
        ("<a@b.org>", []),
        ("\\<b>", []),
    ],
)
def test_tags(text: str, names: list[str]) -> None:
    assert [tag.name for tag in tags_of(text)] == names


@pytest.mark.parametrize(
    ("text", "comment", "fence"),
    [
        ("<!-- a --> b", None, None),
        ("a <!-- b", 2, None),
        ("`<!--` a", None, None),
        ("a\n```\nb", None, 2),
        ("````\n```\n````", None, None),
        ("~~~ sh\nb\n~~~~\n<!--", 14, None),
    ],
)
def test_what_is_never_closed(text: str, comment: int | None, fence: int | None) -> None:
    assert open_comment(text) == comment
    assert open_fence(text) == fence


@given(MARKS)
def test_blanking_keeps_every_place(text: str) -> None:
    blank = blanked(text)
    assert len(blank) == len(text)
    assert [i for i, c in enumerate(blank) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]


@given(MARKS)
def test_any_text_has_its_marks(text: str) -> None:
    for mark in links_of(text):
        assert text[mark.at : mark.at + mark.width] == mark.destination
    for tag in tags_of(text):
        assert text[tag.at] == "<"


@pytest.mark.parametrize("piece", ["<!--", "[", "`", "` ``", "![", "[a](", "<a ", "(", "~~~\n"])
def test_hostile_texts_take_no_time(piece: str) -> None:
    text = piece * 20_000
    assert len(blanked(text)) == len(text)
    assert sum(1 for _ in links_of(text)) + sum(1 for _ in tags_of(text)) >= 0


def test_places() -> None:
    assert span_in("a.md", "un\ndeux trois", 8, 5, line=4) == Span("a.md", 5, 6, 5)
