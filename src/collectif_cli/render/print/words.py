"""The fixed words of the pages, by the names that the templates of typst give them."""

from collections.abc import Mapping

from collectif_cli.model.message import message
from collectif_cli.render.language import Language

_WORDS = {
    "adopted_unfounded": message("Adopted, says the text; no decision of a plenary shows it."),
    "agenda": message("The agenda"),
    "ballot": message("Ballot"),
    "booklet": message("Booklet"),
    "contents": message("Contents"),
    "count_steps": message("The count, step by step"),
    "decisions": message("The decisions"),
    "how_to_amend": message("Each line bears a number. An amendment names it: “line 212, replace … by …”."),
    "minority": message("Minority position"),
    "minutes": message("Minutes"),
    "no_proposal": message("No text is before this plenary."),
    "no_text": message("No text adopted under this title yet."),
    "not_programme": message("What follows is not part of the programme: no plenary has adopted it."),
    "not_shown": message("Not shown here:"),
    "outline": message("The outline"),
    "programme": message("The programme"),
    "proposal": message("Proposal"),
    "sheet": message("Counting sheet"),
    "sheets": message("The counting sheets"),
    "see_also": message("See also"),
    "undecided": message("Not decided yet"),
    "told": message("What was said"),
    "unplaced": message("Adopted, without a place in the outline yet"),
    "variants": message("Variants"),
    "words": message("The words"),
}


def words(language: Language) -> Mapping[str, str]:
    """Give the words in a language."""
    return {name: language.say(said) for name, said in _WORDS.items()}
