"""Foreign HTML and plain words made Markdown: it shows those words, and nothing of it acts."""

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from collectif_cli.model.marks import links_of, tags_of
from collectif_cli.store.platforms.markup import markdown_of, words_of

# With raw HTML let through: what would act shows itself.
SHOWN = MarkdownIt("commonmark", {"html": True})
SIGNS = st.text(alphabet="ab 1.*_`[]()<>&#!\\~-+=|:;/\"'\n", max_size=60)
PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "<p>",
                "</p>",
                "<b>",
                "</b>",
                "<ul>",
                "<li>",
                "</ul>",
                "<ol>",
                "</a>",
                "<pre>",
                "</pre>",
                "<h2>",
            ),
            *(
                "<a href='https://x.fr/(a b)'>",
                "<script>",
                "</script>",
                "<br>",
                "<blockquote>",
                "</blockquote>",
            ),
            *("mot", " ", "\n", "# ", "- ", "1. ", "*", "_", "`", "[x](y)", "===", "> ", "\\", "<!--", "-->"),
            *("&lt;script&gt;", "&amp;"),
        ]
    ),
    max_size=14,
).map("".join)
ALLOWED = re.compile(r"</?(?:p|ul|ol|li|blockquote|strong|em|a|br|hr|h[1-6]|code|pre)\b[^<>]*>")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("<p>Bonjour <b> monde </b>, ça <i>va</i></p>", "Bonjour **monde** , ça *va*"),
        ("<ol><li>un</li><li>deux<ul><li>x</li></ul></li></ol>", "1. un\n2. deux\n   - x"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n\n> b"),
        ("<a href='https://x.fr/a(1)'>là</a>", "[là](https://x.fr/a%281%29)"),
        ("<a href='https://x.fr/'>https://x.fr/</a>", "https://x.fr/"),
        ("<a href='mailto:a@b.fr'>écrire</a>", "écrire"),
        ("<h1>Titre</h1>texte<br>dessous", "**Titre**\n\ntexte\ndessous"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a · b"),
        ("une *idée*\n# pas un titre\n• un\n- deux", "une \\*idée\\*\n\\# pas un titre\n- un\n- deux"),
        ("l&#39;été &amp; l&eacute;t&eacute;", "l'été & lété"),
        ("<<<<<<< a\n=======\n>>>>>>> b", "\\<<<<<<< a\n\\=======\n\\>>>>>>> b"),
        ("a < b et c > d <3", "a < b et c > d <3"),
    ],
)
def test_what_it_becomes(typed: str, meant: str) -> None:
    assert markdown_of(typed) == meant


def test_a_title_is_words() -> None:
    assert words_of("<b>Un</b>  banc &amp; <script>x</script>\n deux") == "Un banc & deux"


def text_shown(markdown: str) -> str:
    """Give the words that a reader sees."""
    rendered = re.sub(r"<[^<>]*>", " ", SHOWN.render(markdown))
    return "".join(html.unescape(rendered).split())


@settings(max_examples=600)
@given(SIGNS)
def test_words_that_were_typed_are_shown(typed: str) -> None:
    made = markdown_of(typed)
    tags = re.findall(r"<[^<>]*>", SHOWN.render(made))
    assert all(ALLOWED.fullmatch(tag) for tag in tags)
    if "<" in typed or "&" in typed:
        return  # part of it may have been HTML
    lines = [re.sub(r"^\s*[-–—]\s+(?=\S)|^\s*\*\s+(?=\S)", "", line) for line in typed.split("\n")]
    lines = [re.sub(r"^\s*(?:\+\s+|>\s*|\d+[.)]\s+|[-+]\s*$)+", "", line) for line in lines]
    seen = text_shown(made)
    for line in lines:
        for word in re.findall(r"[ab]+", line):
            assert word in seen


@settings(max_examples=600)
@given(PIECES)
def test_html_never_comes_through(typed: str) -> None:
    made = markdown_of(typed)
    rendered = SHOWN.render(made)
    assert all(ALLOWED.fullmatch(tag) for tag in re.findall(r"<[^<>]*>", rendered)), (made, rendered)
    assert all(mark.destination.startswith(("http://", "https://")) for mark in links_of(made))
    assert [tag.name for tag in tags_of(made)] == []
