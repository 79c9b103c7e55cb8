"""The consolidated programme: what was adopted, in the order of the outline, and apart what was not yet."""

from collections.abc import Iterable, Mapping
from typing import Any

from collectif_cli.consolidation.chapters import Chapter
from collectif_cli.consolidation.whole import LeftOut, Pile, WholeProgramme, consolidate
from collectif_cli.model.message import Message, message, messages
from collectif_cli.render.documents.acts import act_view
from collectif_cli.render.documents.document import Material
from collectif_cli.render.documents.programme_view import ChapterView, PileView, TermView
from collectif_cli.render.documents.saying import Saying
from collectif_cli.render.documents.text_views import TextViews, inside
from collectif_cli.render.documents.whole import subjects, usual
from collectif_cli.render.language import Language
from collectif_cli.render.prose.links import Place
from collectif_cli.render.prose.writer import Writer

__all__ = ["formats", "sources", "subjects", "usual", "view"]

formats = ("html", "md", "pdf")
sources = frozenset(
    {"collective", "group", "outline", "glossary", "proposal", "contribution", "meeting"}
    | {"plenary", "vote", "ballots", "counts", "people"}
)

TOP = 2
_PILES: dict[str, tuple[Message, Message]] = {
    "consensual": (
        message("What agrees, not adopted yet"),
        message("These texts were sorted as consensual; no plenary has adopted them."),
    ),
    "submitted": (
        message("What the groups bring"),
        message("These texts are submitted, and not sorted yet."),
    ),
    "divisive": (
        message("What divides"),
        message("Several positions can be held on these texts. Each is put to a debate, with its variants."),
    ),
    "extracted": (
        message("What was set aside for a later debate"),
        message("A plenary took these texts out of the whole, to talk about them apart."),
    ),
    "referred": (
        message("What went back to its group"),
        message("A plenary asked for these texts to be written again."),
    ),
}


def view(material: Material, writer: Writer, language: Language) -> Mapping[str, Any]:
    """Give what the templates of the programme show."""
    whole = consolidate(material.programme, material.faults)
    maker = _Maker(whole, Saying(language, writer))
    adopted = sum(1 for _ in whole.adopted())
    return {
        "collective": writer.line(whole.collective.name.value),
        "counts": maker.saying.all(_counts(whole, adopted)),
        "acts": tuple(act_view(act, maker.saying) for act in whole.acts),
        "chapters": tuple(maker.chapter(chapter, TOP) for chapter in whole.chapters),
        "unplaced": tuple(maker.texts.view(text, TOP + 1) for text in whole.unplaced),
        "undecided": tuple(maker.pile(pile) for pile in whole.undecided),
        "left_out": maker.saying.all(_left_out(one) for one in whole.left_out),
        "terms": tuple(
            TermView(writer.line(term.word.value), writer.line(term.explanation.value))
            for term in whole.terms
        ),
    }


class _Maker:
    """Makes the parts of the view."""

    def __init__(self, whole: WholeProgramme, saying: Saying) -> None:
        self.saying = saying
        self.texts = TextViews(whole.collective, inside(whole.texts()), saying)

    def chapter(self, chapter: Chapter, level: int) -> ChapterView:
        writer, node = self.saying.writer, chapter.node
        place = Place("programme/outline.yaml", self.texts.shown.addresses)
        return ChapterView(
            id=node.id.value,
            number=chapter.number,
            title=writer.line(node.title.value),
            level=level,
            introduction=writer.prose(node.introduction.value, place, level + 1) if node.introduction else "",
            acts=tuple(act_view(act, self.saying) for act in chapter.acts),
            texts=tuple(self.texts.view(text, level + 1) for text in chapter.texts),
            mentions=tuple(one._replace(title=writer.line(one.title)) for one in chapter.mentions),
            chapters=tuple(self.chapter(one, level + 1) for one in chapter.chapters),
            is_empty=chapter.is_empty,
        )

    def pile(self, pile: Pile) -> PileView:
        title, says = _PILES[pile.status]
        texts = tuple(self.texts.view(text, TOP + 2) for text in pile.texts)
        return PileView(pile.status, self.saying.say(title), self.saying.say(says), texts)


def _counts(whole: WholeProgramme, adopted: int) -> Iterable[Message]:
    waiting = sum(len(pile.texts) for pile in whole.undecided)
    yield messages("{n} priority", "{n} priorities", len(whole.chapters))
    yield messages("{n} text adopted", "{n} texts adopted", adopted)
    if waiting:
        yield messages("{n} text not decided yet", "{n} texts not decided yet", waiting)


def _left_out(one: LeftOut) -> Message:
    return {
        "draft": messages("{n} draft", "{n} drafts", one.number),
        "merged": messages("{n} merged into another", "{n} merged into others", one.number),
        "withdrawn": messages("{n} withdrawn", "{n} withdrawn", one.number),
        "rejected": messages("{n} rejected", "{n} rejected", one.number),
    }[one.status]
