"""The changes to the file of a vote: its opening, its end, its cancelling; and to the minutes that record
it."""

from datetime import date

from collectif_cli.model.record import Record
from collectif_cli.store.edit import append, in_front, put, remove
from collectif_cli.store.edit_words import pairs
from collectif_cli.store.new_votes import as_typed
from collectif_cli.store.readers.plenary import PLENARY
from collectif_cli.store.readers.vote import VOTE
from collectif_cli.store.result_file import result_text

_ORDER = tuple(VOTE.fields)
_PLENARY_ORDER = tuple(PLENARY.fields)


def with_frozen(text: str, frozen: Record, comment: str) -> str:
    """Give ``vote.yaml`` with what is fixed at the opening, after all that it holds, under a comment."""
    block = f"\n# {as_typed(comment)}\n{result_text(Record((('frozen', frozen),)))}"
    whole = text if text.endswith("\n") or not text else f"{text}\n"
    return whole + (block.replace("\n", "\r\n") if "\r\n" in text else block)


def without_roll(text: str) -> str:
    """Give ``vote.yaml`` without the entries of its roll, which move to a file of their own."""
    return remove(text, ("electorate", "roll"))


def with_closed(text: str, when: str) -> str:
    """Give ``vote.yaml`` with the instant at which the vote ended."""
    return put(text, ("closed",), when, _ORDER)


def with_cancelled(text: str, day: date, reason: str) -> str:
    """Give ``vote.yaml`` with the day on which the vote was called off, and why."""
    return put(text, ("cancelled",), pairs(("date", day), ("reason", reason)), _ORDER)


def with_recorded(text: str, id: str, kind: str, on: tuple[str, ...], how: str, vote: str) -> str:
    """Give the file of a plenary with one more decision, taken by a vote."""
    decision = pairs(("id", id), ("kind", kind), ("on", on), ("how", how), ("vote", vote))
    return in_front(text, lambda front: append(front, ("decisions",), decision, _PLENARY_ORDER))
