"""One proposal as a document shows it: its wording, its facts, how it was decided, where it comes from."""

from collections.abc import Mapping

from collectif_cli.consolidation.acts import Act, Acts
from collectif_cli.consolidation.wording import Wording, wording_of
from collectif_cli.model.collective import Competence
from collectif_cli.model.group import Meeting
from collectif_cli.model.noun import Noun
from collectif_cli.model.programme import Programme
from collectif_cli.model.proposal import Proposal, Review


class Text(Noun):
    """A proposal with all that is said beside it.

    ``number`` counts the adopted texts from 1 in reading order and is None for the others. ``places`` are
    the numbers of the titles of the outline that hold it, the main one first. ``groups`` are the titles of
    those who wrote it. ``contributions`` is how many were counted. ``reviews`` pairs each opinion with the
    name of who gave it, empty when they are not to be named.
    """

    proposal: Proposal
    number: int | None = None
    places: tuple[str, ...] = ()
    wording: Wording
    acts: tuple[Act, ...] = ()
    groups: tuple[str, ...] = ()
    competences: tuple[Competence, ...] = ()
    contributions: int = 0
    meetings: tuple[Meeting, ...] = ()
    reviews: tuple[tuple[str, Review], ...] = ()
    requires: tuple[Proposal, ...] = ()


class Shelf:
    """Everything needed to make the texts of a programme."""

    def __init__(self, programme: Programme, acts: Acts) -> None:
        """Take the programme and its acts."""
        self._programme = programme
        self._acts = acts
        self._competences = {one.id.value: one for one in programme.collective.competences}
        self._sent = _sent(programme)

    def text(self, proposal: Proposal, number: int | None, places: tuple[str, ...]) -> Text:
        """Give the text of a proposal."""
        programme, origin = self._programme, proposal.origin
        groups = (proposal.group, *proposal.with_groups)
        met = (*origin.meetings, *origin.visits) if origin else ()
        sent = [one.value for one in origin.contributions] if origin else []
        known = self._competences
        return Text(
            proposal=proposal,
            number=number,
            places=places,
            wording=wording_of(proposal.body),
            acts=self._acts.on(proposal.id, [one.value for one in proposal.decisions]),
            groups=tuple(_title(programme, group.value) for group in groups if group.value),
            competences=tuple(known[one.value] for one in proposal.competences if one.value in known),
            contributions=len({*sent, *self._sent.get(proposal.id, ())}),
            meetings=_meetings(programme, [one.value for one in met]),
            reviews=tuple((reviewer_name(programme, one.by.value), one) for one in proposal.reviews),
            requires=tuple(
                programme.proposals[one.value]
                for one in proposal.requires
                if one.value in programme.proposals
            ),
        )


def _title(programme: Programme, group: str) -> str:
    """Give the title of a group; its id when there is no such group."""
    return programme.groups[group].name if group in programme.groups else group


def reviewer_name(programme: Programme, by: str) -> str:
    """Give the name of who reviewed: a group, a person who may be named, or words of the text."""
    person = programme.people.get(by)
    if person is None:
        return _title(programme, by)
    return person.name.value if person.name and person.is_visible else ""


def _sent(programme: Programme) -> Mapping[str, list[str]]:
    """Give the contributions that say they are in each proposal."""
    found: dict[str, list[str]] = {}
    for id, contribution in programme.contributions.items():
        for proposal in contribution.proposals:
            found.setdefault(proposal.value, []).append(id)
    return found


def _meetings(programme: Programme, ids: list[str]) -> tuple[Meeting, ...]:
    """Give the meetings of those ids once each, the oldest first."""
    met = [programme.meetings[id] for id in dict.fromkeys(ids) if id in programme.meetings]
    return tuple(sorted(met, key=lambda meeting: meeting.date.value))
