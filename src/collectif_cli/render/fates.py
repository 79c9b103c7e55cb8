"""What became of a contribution, in words that people understand."""

from collectif_cli.model.message import Message, message

_WORDS: dict[str, Message] = {
    "new": message("not read yet"),
    "assigned": message("handed to a group"),
    "adopted": message("taken up"),
    "partly": message("taken up in part"),
    "merged": message("joined with another"),
    "declined": message("not taken up"),
    "out-of-scope": message("outside what the programme can do"),
}


def fate_word(fate: str) -> Message:
    """Give the words for a fate of ``model.contribution.FATES``."""
    return _WORDS[fate]
