"""What makes a ballot count: how a cell that names one option is read, and why it may be set aside."""

import re
from collections.abc import Mapping

from collectif_cli.model.message import message
from collectif_cli.voting.method import Reading, Refusal

_BETWEEN = re.compile(r"[\s+/|&,;]+")


def words_of(cell: str) -> list[str]:
    """Give what a cell holds, whatever stands between: spaces, commas, a slash, a plus…"""
    return [word for word in _BETWEEN.split(cell) if word]


def read_one(cell: str, options: Mapping[str, str], abstention: str = "") -> Reading:
    """Give what a cell that names one option says.

    ``options`` leads from each word accepted to the option it means; a word that means ``abstention``
    abstains. Capitals do not matter, since spreadsheets put them where nobody asked. An empty cell is a
    blank ballot; two options, or a word that is none of them, set the ballot aside.
    """
    words = words_of(cell.casefold())
    if not words:
        return Reading()
    meant = [options[word] for word in words if word in options]
    if len(meant) < len(words):
        return Reading(
            refusal=Refusal("unknown-option", message("“{cell}” is none of the options", cell=cell.strip()))
        )
    if len(set(meant)) > 1:
        said = message("several options are marked: “{cell}”", cell=cell.strip())
        return Reading(refusal=Refusal("several-options", said))
    if meant[0] == abstention:
        return Reading(abstains=True)
    return Reading(mark=((meant[0], 1),))
