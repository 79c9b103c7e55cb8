"""Makes what templates show of each proposal."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from collectif_cli.consolidation.texts import Text
from collectif_cli.model.collective import Collective
from collectif_cli.render.documents.acts import act_view
from collectif_cli.render.documents.facts import facts_of
from collectif_cli.render.documents.programme_view import TextView, VariantView
from collectif_cli.render.documents.saying import Saying
from collectif_cli.render.prose.links import Place
from collectif_cli.render.prose.writer import Writer


class Shown(NamedTuple):
    """The proposals that a document shows, by their ids, and the address of each in it, by its path."""

    ids: frozenset[str]
    addresses: Mapping[str, str]


def inside(texts: Iterable[Text]) -> Shown:
    """Give the texts of a document of one page: an address leads to a place in it."""
    ids = {text.proposal.span.path: text.proposal.id for text in texts}
    return Shown(frozenset(ids.values()), {path: f"#{id}" for path, id in ids.items()})


class TextViews:
    """The views of the proposals of a document; a link may lead to those that it shows."""

    def __init__(self, collective: Collective, shown: Shown, saying: Saying) -> None:
        """Take the collective, and what the document shows."""
        self.shown = shown
        self._collective = collective
        self._saying = saying

    def view(self, text: Text, level: int) -> TextView:
        """Give the view of a proposal whose heading is at a level."""
        proposal, wording, writer = text.proposal, text.wording, self._saying.writer
        place = Place(proposal.span.path, self.shown.addresses)
        under = level + 1
        return TextView(
            id=proposal.id,
            former=tuple(alias.value for alias in proposal.aliases),
            number=text.number,
            status=proposal.status.value,
            title=writer.line(proposal.name),
            level=level,
            places=text.places,
            facts=facts_of(text, self._collective, self.shown.ids, self._saying),
            acts=tuple(act_view(act, self._saying) for act in text.acts),
            body=writer.prose(wording.main, place, under),
            before_variants=_prose(wording.before_variants, place, under + 1, writer),
            variants=tuple(
                VariantView(writer.heading(one.title), _prose(one.text, place, under + 2, writer))
                for one in wording.variants
            ),
            minority=_prose(wording.minority, place, under + 1, writer),
        )


def _prose(markdown: str, place: Place, top: int, writer: Writer) -> str:
    return writer.prose(markdown, place, top) if markdown else ""
