"""How a plenary is named, and when and where it met."""

from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.plenary import Plenary


def named(plenary: Plenary) -> Message:
    """Give the name of a plenary: its number and its title, where it has them."""
    number = str(plenary.number.value) if plenary.number else ""
    title = plenary.title.value if plenary.title else ""
    if number and title:
        return message("Plenary {number}: {title}", number=number, title=title)
    if number:
        return message("Plenary {number}", number=number)
    return message("Plenary: {title}", title=title) if title else message("Plenary")


def met(plenary: Plenary) -> Message:
    """Give the day of a plenary, and the place where it is known."""
    day = plenary.date.value
    if plenary.place is None:
        return message("{day}", day=day)
    return message("{day}, {place}", day=day, place=plenary.place.value)


def came(plenary: Plenary) -> Message:
    """Give how many came, and whether that was counted."""
    attendance = plenary.attendance
    if attendance is None or attendance.present is None:
        return message("not written")
    number = attendance.present.value
    if attendance.record is not None and attendance.record.value == "estimated":
        return messages("about {n} person", "about {n} people", number)
    return messages("{n} person", "{n} people", number)
