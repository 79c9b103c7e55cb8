"""Family ``group``: how many people, as the group declares it."""

from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.group import Group
from collectif_cli.model.message import message, messages
from collectif_cli.model.register import Register


def headcount_impossible(group: Group, register: Register) -> Iterator[Finding]:
    """No more people come to a group than are registered in it."""
    for count in group.headcount:
        if count.registered and count.active.value > count.registered.value:
            yield Finding(
                count.active.span,
                message(
                    "more people come ({active}) than are registered ({registered})",
                    active=count.active.value,
                    registered=count.registered.value,
                ),
                message("“registered” counts everyone of the group: correct one of the two"),
            )


def composition_impossible(group: Group, register: Register) -> Iterator[Finding]:
    """No figure about part of a group exceeds the whole."""
    registered = {one.date.value: one.registered.value for one in group.headcount if one.registered}
    for composition in group.composition:
        total = composition.total
        if total is None:
            continue
        for part in (composition.first_engagement, composition.under_30):
            if part and part.value > total:
                yield Finding(
                    part.span,
                    message("this is more than the whole group, {total}", total=total),
                    message("correct this figure, or the number of women, men and others"),
                )
        most = registered.get(composition.date.value)
        if most is not None and total > most:
            yield Finding(
                composition.date.span,
                messages(
                    "women, men and others make {total}, and {n} person is registered that day",
                    "women, men and others make {total}, and {n} people are registered that day",
                    most,
                    total=total,
                ),
                message("correct “composition” or “headcount”"),
            )


def composition_too_small(group: Group, register: Register) -> Iterator[Finding]:
    """The composition of a group is about as many people as ``privacy`` asks, or is not written."""
    privacy = register.collective.privacy
    if privacy is None or privacy.minimum_cell is None:
        return
    least = privacy.minimum_cell.value
    for composition in group.composition:
        total = composition.total
        if total is not None and 0 < total < least:
            yield Finding(
                composition.date.span,
                messages(
                    "these figures are about {n} person, and “privacy” asks for at least {least}",
                    "these figures are about {n} people, and “privacy” asks for at least {least}",
                    total,
                    least=least,
                ),
                message("remove them until more people come: in so small a group each one can be recognised"),
            )


def figures_in_future(group: Group, register: Register) -> Iterator[Finding]:
    """People were counted on a day that has come."""
    days = [count.date for count in group.headcount] + [one.date for one in group.composition]
    for day in days:
        if day.value > register.today:
            yield Finding(
                day.span,
                message("these people are counted on a day still to come"),
                message("correct the date"),
            )
