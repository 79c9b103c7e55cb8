"""The levels of public action, by the names people give them."""

from collectif_cli.model.collective import Collective
from collectif_cli.model.message import Message, message
from collectif_cli.model.spelling import same_words

_USUAL = {
    "commune": message("the commune"),
    "departement": message("the Department"),
    "department": message("the Department"),
    "region": message("the Region"),
    "etat": message("the State"),
    "state": message("the State"),
    "europe": message("the European Union"),
}


def level_name(level: str, collective: Collective) -> Message | str:
    """Give the name of a level: that of the commune or of its group of communes, a usual one, or its id.

    The id of a level may be the beginning of the name: ``saint-aubin`` for Saint-Aubin-les-Noyers.
    """
    territory = collective.territory
    places = (territory.municipality, territory.intercommunality) if territory else ()
    for place in places:
        slug = same_words(place.name.value).replace(" ", "-") if place else ""
        if place is not None and f"{slug}-".startswith(f"{level}-"):
            return place.name.value
    return _USUAL.get(level, level)
