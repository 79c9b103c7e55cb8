"""The decision of a plenary, as it is named on the command line: ``<plenary>/<decision>``."""

from datetime import date
from typing import NamedTuple

from collectif_cli.errors import UsageError
from collectif_cli.model.message import message
from collectif_cli.model.nearest import nearest
from collectif_cli.model.programme import Programme


class Decided(NamedTuple):
    """A decision and the day of its plenary."""

    id: str
    day: date


def decision_called(programme: Programme, text: str | None) -> Decided | None:
    """Give the decision of that name, None when none was given; raise UsageError, with the nearest."""
    if text is None:
        return None
    days = {
        f"{id}/{decision.id.value}": plenary.date.value
        for id, plenary in programme.plenaries.items()
        for decision in plenary.decisions
    }
    if text in days:
        return Decided(text, days[text])
    near = nearest(text, days)
    raise UsageError(
        message("there is no decision “{id}”", id=text),
        message("did you mean “{near}”?", near=near)
        if near
        else message("write it as “plenary/decision”; “collectif show” lists those of a plenary"),
    )
