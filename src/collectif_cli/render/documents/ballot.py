"""Paper ballots: the same one several times on a sheet, to be cut along the lines."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from collectif_cli.model.programme import Programme
from collectif_cli.model.vote import Question, Vote
from collectif_cli.render.documents.document import Material
from collectif_cli.render.documents.saying import Saying
from collectif_cli.render.language import Language
from collectif_cli.render.paper import Paper, how_to_fill, paper_of
from collectif_cli.render.prose.writer import Writer
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.keys import Key

formats = ("pdf",)
sources = frozenset({"collective", "vote"})


class AskedView(NamedTuple):
    """A question as it stands on the paper: its title where it is not that of the vote, how to answer it."""

    title: str
    how: str
    answers: tuple[str, ...]


def subjects(programme: Programme) -> tuple[str, ...]:
    """Give the votes."""
    return tuple(programme.votes)


def usual(material: Material) -> tuple[str, ...]:
    """Give the votes that are open and have papers: not ended nor called off, with nothing counted yet."""
    return tuple(id for id, vote in material.programme.votes.items() if _waits(vote))


def _waits(vote: Vote) -> bool:
    if vote.frozen is None or vote.closed or vote.cancelled or vote.entries or vote.counts or vote.rounds:
        return False
    method = METHODS.get(vote.frozen.rule.method.value)
    return method is not None and bool(method.reads)


def view(material: Material, writer: Writer, language: Language) -> Mapping[str, Any]:
    """Give what the template of ballots shows."""
    paper = paper_of(material.programme.votes[material.of], material.programme.collective, language)
    saying = Saying(language, writer)
    return {
        "collective": writer.line(material.programme.collective.name.value),
        "title": writer.line(paper.vote.title.value),
        "vote_code": paper.code,
        "form": paper.form,
        "grades": tuple(writer.line(one.value) for one in paper.rule.grades),
        "questions": tuple(_asked(question, keys, paper, saying) for question, keys in paper.questions),
    }


def _asked(question: Question, keys: tuple[Key, ...], paper: Paper, saying: Saying) -> AskedView:
    title = question.title.value
    how = how_to_fill(paper.rule)
    alone = len(paper.questions) == 1 and title == paper.vote.title.value
    return AskedView(
        title="" if alone else saying.writer.line(title),
        how=saying.say(how) if how else "",
        answers=tuple(saying.writer.line(key.title) for key in keys),
    )
