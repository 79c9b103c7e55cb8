"""Makes what templates show of each proposal."""

from collections.abc import Iterable

from collectif_cli.consolidation.texts import Text
from collectif_cli.model.collective import Collective
from collectif_cli.render.documents.acts import act_view
from collectif_cli.render.documents.facts import facts_of
from collectif_cli.render.documents.programme_view import TextView, VariantView
from collectif_cli.render.documents.saying import Saying
from collectif_cli.render.prose.links import Place
from collectif_cli.render.prose.writer import Writer


class TextViews:
    """The views of the proposals of a document; ``anchors`` gives the id of each by its path."""

    def __init__(self, collective: Collective, shown: Iterable[Text], saying: Saying) -> None:
        """Take all the texts that the document shows: a link may lead to those."""
        self.anchors = {text.proposal.span.path: text.proposal.id for text in shown}
        self._collective = collective
        self._ids = frozenset(self.anchors.values())
        self._saying = saying

    def view(self, text: Text, level: int) -> TextView:
        """Give the view of a proposal whose heading is at a level."""
        proposal, wording, writer = text.proposal, text.wording, self._saying.writer
        place = Place(proposal.span.path, self.anchors)
        under = level + 1
        return TextView(
            id=proposal.id,
            former=tuple(alias.value for alias in proposal.aliases),
            number=text.number,
            status=proposal.status.value,
            title=writer.line(proposal.name),
            level=level,
            places=text.places,
            facts=facts_of(text, self._collective, self._ids, self._saying),
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
