"""A word of the glossary and its plain explanation."""

from collectif_cli.model.message import message
from collectif_cli.model.programme import Programme
from collectif_cli.model.spelling import same_words
from collectif_cli.render.language import Language
from collectif_cli.render.things.thing import About, Passage, Thing


def ids(programme: Programme) -> dict[str, str]:
    """Give the words as they may be typed: as written, without accents, with hyphens for spaces."""
    found: dict[str, str] = {}
    for term in programme.glossary.terms if programme.glossary else ():
        word = term.word.value
        plain = same_words(word)
        found |= {word: word, plain: word, plain.replace(" ", "-").replace("'", "-"): word}
    return found


def make(id: str, about: About, language: Language) -> Thing:
    """Give the word."""
    glossary = about.programme.glossary
    term = next(one for one in glossary.terms if one.word.value == id) if glossary else None
    assert term is not None  # noqa: S101 - ids come from this very glossary
    explanation = (Passage("", term.explanation.value),)
    return Thing("word", id, id, term.word.span, message("word"), passages=explanation)
