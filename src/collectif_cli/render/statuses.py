"""The status of a proposal in a word that people understand."""

from collectif_cli.model.message import Message, message

_WORDS = {
    "draft": message("draft"),
    "submitted": message("submitted"),
    "consensual": message("consensual"),
    "divisive": message("divisive"),
    "adopted": message("adopted"),
    "rejected": message("rejected"),
    "withdrawn": message("withdrawn"),
    "merged": message("merged"),
    "extracted": message("set aside"),
    "referred": message("sent back"),
}


def status_word(status: str) -> Message:
    """Give the word for a status of ``model.proposal.STATUSES``."""
    return _WORDS[status]
