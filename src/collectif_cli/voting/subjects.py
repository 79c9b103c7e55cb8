"""What a vote may be on, and the substance of each.

============== ============================================ =============================================
subject        substance: title                             substance: body
============== ============================================ =============================================
a proposal     its title                                    its body
a title of     its title                                    its introduction, then the titles and the
the outline                                                 introductions below it, with their depth
``outline``,   nothing                                      the same for the whole outline
``programme``,
``socle``
an             its title                                    under which vote it joins, its note, the
organisation                                                disagreements that it declared
a group        its title                                    its levels and its competences
any other word nothing is bound: there is no text           (``charter``, ``statutes``, ``rules``…)
============== ============================================ =============================================

The titles of the outline do not hold the list of what stands under them: placing a text there, or moving
it, is not a change of wording. But whoever votes on a title, or on the whole, also votes on the texts that
stand under it and are ``consensual`` (or adopted already): each of these is bound for itself.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from collectif_cli.model.group import Group
from collectif_cli.model.organisation import Organisation
from collectif_cli.model.outline import Node, Outline
from collectif_cli.model.programme import Programme
from collectif_cli.model.proposal import Proposal
from collectif_cli.model.vote import Question
from collectif_cli.voting.binding import Substance

# The words that name everything that stands in the outline.
WHOLE = ("outline", "programme", "socle")
# The statuses of the texts that a vote on a title, or on the whole, is on too.
AGREED = frozenset({"consensual", "adopted"})


class Bound(NamedTuple):
    """A text that a question binds: its id, its file, its substance, the subject that brought it in, if
    any."""

    id: str
    path: str
    substance: Substance
    under: str = ""


def bound_by(questions: Iterable[Question], programme: Programme) -> tuple[Bound, ...]:
    """Give every text that the questions bind, once each, in the order of the paper."""
    found: dict[str, Bound] = {}
    named = [on.value for question in questions for on in question.on]
    for id in named:
        subject = subject_of(id, programme)
        if subject is not None:
            found.setdefault(subject.id, subject)
    for id in named:
        for proposal in agreed_under(id, programme):
            found.setdefault(proposal.id, _proposal(proposal)._replace(under=id))
    return tuple(found.values())


def unbound(questions: Iterable[Question], programme: Programme) -> tuple[str, ...]:
    """Give the subjects that have no text: nothing of them can be bound."""
    named = dict.fromkeys(on.value for question in questions for on in question.on)
    return tuple(id for id in named if subject_of(id, programme) is None)


def subject_of(id: str, programme: Programme) -> Bound | None:
    """Give the text of a subject by its id, or by a former id of a proposal; None when it has none."""
    proposal = programme.proposals.get(id) or _called(id, programme)
    if proposal is not None:
        return _proposal(proposal)._replace(id=id)
    node = _node(id, programme.outline)
    if node is not None and programme.outline is not None:
        return Bound(id, programme.outline.span.path, node_substance(node))
    if id in WHOLE and programme.outline is not None:
        lines = "\n".join(line for top in programme.outline.nodes for line in _lines(top, 1))
        return Bound(id, programme.outline.span.path, Substance("", lines))
    if id in programme.organisations:
        organisation = programme.organisations[id]
        return Bound(id, organisation.span.path, organisation_substance(organisation))
    group = programme.groups.get(id)
    return Bound(id, group.span.path, group_substance(group)) if group else None


def proposal_at(path: str, programme: Programme) -> Proposal | None:
    """Give the proposal whose file that is; None for any other file."""
    proposal = programme.proposals.get(path.rpartition("/")[2].removesuffix(".md"))
    return proposal if proposal is not None and proposal.span.path == path else None


def agreed_under(id: str, programme: Programme) -> Iterator[Proposal]:
    """Yield the texts in agreement that stand under a title, or anywhere for a word that names the whole."""
    outline = programme.outline
    node = _node(id, outline)
    tops = (node,) if node else outline.nodes if outline and id in WHOLE else ()
    for top in tops:
        for below in top.walk():
            for placed in below.proposals:
                proposal = programme.proposals.get(placed.value)
                if proposal is not None and proposal.status.value in AGREED:
                    yield proposal


def proposal_substance(proposal: Proposal) -> Substance:
    """Give the title and the body of a proposal; line ends make no difference."""
    return Substance(proposal.title.value, proposal.body.text.replace("\r\n", "\n"))


def node_substance(node: Node) -> Substance:
    """Give a title of the outline with all that is written below it."""
    introduction = [node.introduction.value] if node.introduction else []
    below = [line for child in node.children for line in _lines(child, 1)]
    return Substance(node.title.value, "\n\n".join([*introduction, *below]))


def organisation_substance(organisation: Organisation) -> Substance:
    """Give what an organisation joined under, and what it said it disagrees with."""
    vote = organisation.modalities.vote.value if organisation.modalities else ""
    note = organisation.note.value if organisation.note else ""
    disagreements = [
        f"- {' '.join(on.value for on in one.on)}: {one.note.value if one.note else ''}"
        for one in organisation.disagreements
    ]
    return Substance(organisation.title.value, "\n\n".join([f"- {vote}", note, *disagreements]))


def group_substance(group: Group) -> Substance:
    """Give what a group is called, and what it works on."""
    words = [one.value for one in (*group.levels, *group.competences)]
    return Substance(group.title.value, "\n".join(f"- {word}" for word in words))


def _proposal(proposal: Proposal) -> Bound:
    return Bound(proposal.id, proposal.span.path, proposal_substance(proposal))


def _called(id: str, programme: Programme) -> Proposal | None:
    """Give the proposal that bore that id."""
    named = (one for one in programme.proposals.values() for alias in one.aliases if alias.value == id)
    return next(named, None)


def _node(id: str, outline: Outline | None) -> Node | None:
    return next((node for node in outline.walk() if node.id.value == id), None) if outline else None


def _lines(node: Node, depth: int) -> Iterator[str]:
    """Yield a title as a heading of its depth, its introduction, then the same for those below."""
    yield f"{'#' * min(depth, 6)} {node.title.value}"
    if node.introduction is not None:
        yield node.introduction.value
    for child in node.children:
        yield from _lines(child, depth + 1)
