"""The changes to the values at the top of the minutes of a meeting."""

from collectif_cli.store.edit import in_front, put
from collectif_cli.store.readers.meeting import MEETING

_ORDER = tuple(MEETING.fields)


def with_meeting_values(text: str, *given: tuple[str, str | int | None]) -> str:
    """Give the minutes with simple values under those keys; None changes nothing."""
    for key, value in given:
        if value is not None:
            text = in_front(text, lambda front, key=key, value=value: put(front, (key,), value, _ORDER))  # type: ignore[misc]
    return text
