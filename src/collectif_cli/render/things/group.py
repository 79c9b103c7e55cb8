"""A group: its people, its story, its proposals; told as ``collectif group show`` tells it."""

from collectif_cli.model.programme import Programme
from collectif_cli.progress.group_story import story
from collectif_cli.render.group_json import group_json
from collectif_cli.render.groups import group_text
from collectif_cli.render.language import Language
from collectif_cli.render.terminal import Screen
from collectif_cli.render.things.thing import About


def ids(programme: Programme) -> dict[str, str]:
    """Give the ids, and the former ones, each with the id it leads to."""
    former = {alias.value: id for id, one in programme.groups.items() for alias in one.aliases}
    return {**former, **{id: id for id in programme.groups}}


def text(id: str, about: About, language: Language, screen: Screen) -> str:
    """Give the group for a person."""
    told = story(about.programme.groups[id], about.programme, about.day)
    return group_text(told, about.programme.collective, language, screen)


def json_text(id: str, about: About, language: Language) -> str:
    """Give the group for a program."""
    return group_json(story(about.programme.groups[id], about.programme, about.day), language)
