"""Words looked for whatever their case and accents, and the line that shows them best."""

from unicodedata import normalize

from collectif_cli.model.search import BODY, HEADING, TITLE, Searched, Words, fold, marks, search
from collectif_cli.model.source import Span

AT = Span("a.md", 3)


def thing(id: str, *words: Words) -> Searched:
    """Give a thing with those words."""
    return Searched("proposal", id, id, lambda: words)


def test_fold_leaves_letters_alone() -> None:
    """Accents composed or not, ligatures, another alphabet."""
    assert fold("Œuvre À l’Été") == fold(normalize("NFD", "œuvre à l'été")) == "oeuvre a l'ete"
    assert fold("Ήλιος") == fold("ΉΛΙΟΣ")


def test_best_place_first_and_every_word() -> None:
    """The same word in a title, a heading, a body."""
    things = [
        thing("body", Words(BODY, AT, "un\ndeux bus\ntrois")),
        thing("heading", Words(HEADING, AT, "Les Bus")),
        thing("title", Words(TITLE, AT, "BUS"), Words(BODY, AT, "deux")),
    ]
    hits, count = search(["bus"], things)
    assert [hit.id for hit in hits] == ["title", "heading", "body"]
    assert count == 3
    assert (hits[2].excerpt.span.line, hits[2].excerpt.marks) == (4, ((5, 8),))
    assert [hit.id for hit in search(["bus", "deux"], things)[0]] == ["title", "body"]
    assert search(["bus"], things, most=1)[1] == 3
    assert len(search(["bus"], things, most=1)[0]) == 1
    assert search([" "], things) == ([], 0)


def test_excerpt_is_the_line_with_most_words() -> None:
    """One word on the first line, two on the second."""
    (hit,) = search(["eau", "ville"], [thing("x", Words(BODY, AT, "eau\nl'eau de la ville"))])[0]
    assert hit.excerpt.text == "l'eau de la ville"


def test_marks_are_places_of_the_line_as_it_is_written() -> None:
    """A ligature before, words that overlap."""
    assert marks("Œuvre été", ["ete"]) == ((6, 9),)
    assert marks("banane", ["ana", "ban"]) == ((0, 4),)
