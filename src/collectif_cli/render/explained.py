"""What ``collectif explain`` has a page on, for a person who does not know what to ask."""

from collections.abc import Mapping, Sequence

from collectif_cli.model.message import Message, message
from collectif_cli.render.language import Language
from collectif_cli.render.table import Cell, table
from collectif_cli.render.terminal import Screen, wrapped


def explained_text(
    words: Mapping[str, str],
    methods: Mapping[str, str],
    families: Sequence[str],
    language: Language,
    screen: Screen,
) -> str:
    """Give the words and the methods with what each is, and the families of the rules."""
    said = message("the code that a finding shows, such as proposal-section-empty; it starts with:")
    lines = [
        *_part(message("the words of the process"), words, language, screen),
        *_part(message("the ways of counting"), methods, language, screen),
        screen.paint(language.say(message("the rules")), "bold"),
        *wrapped(language.say(said), screen.width, "  ", "  "),
        *wrapped(" · ".join(families), screen.width, "  ", "  "),
    ]
    return "\n".join(lines) + "\n"


def _part(title: Message, told: Mapping[str, str], language: Language, screen: Screen) -> list[str]:
    rows = [(Cell(f"  {name}"), Cell(language.set(said))) for name, said in told.items()]
    return [screen.paint(language.say(title), "bold"), table(("", ""), rows, screen), ""]
