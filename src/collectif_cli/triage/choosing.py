"""Which contributions are looked at: those of a group, a theme, a source, a fate; those that wait."""

from collections.abc import Iterator
from typing import NamedTuple

from collectif_cli.model.contribution import Contribution
from collectif_cli.model.programme import Programme
from collectif_cli.model.search import fold


class Choice(NamedTuple):
    """What is asked; an empty word asks nothing."""

    group: str = ""
    theme: str = ""
    fate: str = ""
    source: str = ""
    waiting: bool = False


def chosen(programme: Programme, choice: Choice) -> Iterator[Contribution]:
    """Yield the contributions that fit, in the order of their files."""
    for one in programme.contributions.values():
        if _fits(one, choice):
            yield one


def _fits(one: Contribution, choice: Choice) -> bool:
    theme = one.theme.value if one.theme else ""
    group = one.group.value if one.group else ""
    return (
        (not choice.waiting or one.is_waiting)
        and (not choice.fate or one.fate.value == choice.fate)
        and (not choice.source or one.source == choice.source)
        and (not choice.group or group == choice.group)
        and (not choice.theme or fold(theme) == fold(choice.theme))
    )
