"""Family ``proposal``, its status: what a text claims to have become, and the decision that made it so."""

from collections.abc import Iterable, Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import Message, message
from collectif_cli.model.phase import Phase
from collectif_cli.model.plenary import Decision
from collectif_cli.model.proposal import Proposal
from collectif_cli.model.register import Register
from collectif_cli.model.spelling import same_words

# The words that name everything together; what stands in the outline is part of it.
WHOLE = ("outline", "programme", "socle")
# The kinds of decision that give a status.
ADOPTING = frozenset({"adopt", "reword", "rename", "merge", "split"})
REJECTING = frozenset({"reject", "remove"})
_SORTED = frozenset({"consensual", "divisive"})
_POSITIONS = frozenset(
    {"variantes", "variants", "position minoritaire", "positions minoritaires"}
    | {"minority position", "minority positions"}
)


def adopted_without_decision(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """An adopted text rests on a vote, or on the decision of a plenary that adopted it."""
    if proposal.status.value == "adopted" and not _is_settled(proposal, register, ADOPTING, by_vote=True):
        sentence = message("nothing shows that this text was adopted")
        yield Finding(proposal.status.span, sentence, _cite())


def rejected_without_decision(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A rejected text rests on a vote, or on the decision of a plenary that rejected it."""
    if proposal.status.value == "rejected" and not _is_settled(proposal, register, REJECTING, by_vote=True):
        sentence = message("nothing shows that this text was rejected")
        yield Finding(proposal.status.span, sentence, _cite())


def extracted_without_decision(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A text set aside for a later debate was set aside by a plenary."""
    if proposal.status.value == "extracted" and not _is_settled(proposal, register, frozenset({"extract"})):
        sentence = message("no plenary set this text aside")
        hint = message(
            "write the decision, of kind “{kind}”, in the plenary and in “decisions”", kind="extract"
        )
        yield Finding(proposal.status.span, sentence, hint)


def referred_without_decision(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A text sent back to a group was sent back by a plenary."""
    if proposal.status.value == "referred" and not _is_settled(proposal, register, frozenset({"refer-back"})):
        sentence = message("no plenary sent this text back")
        hint = message(
            "write the decision, of kind “{kind}”, in the plenary and in “decisions”", kind="refer-back"
        )
        yield Finding(proposal.status.span, sentence, hint)


def decision_elsewhere(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A decision or a vote that a text rests on is about that text, or about a title that holds it."""
    for reference in proposal.decisions:
        decision = register.decisions.get(reference.value)
        vote = register.votes.get(reference.value)
        if decision is not None:
            subjects = [on.value for on in (*decision.on, *decision.into)]
        elif vote is not None:
            subjects = [on.value for question in vote.questions for on in question.on]
        else:
            continue
        if subjects and not _is_about(subjects, proposal, register):
            sentence = message("“{id}” is not about this text", id=reference.value)
            hint = message("cite the decision that names “{id}”, or add it to that one", id=proposal.id)
            yield Finding(reference.span, sentence, hint)


def assessment_missing(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A text called consensual or divisive says who sorted it, and when."""
    if proposal.status.value in _SORTED and proposal.assessment is None:
        sentence = message("nothing says who sorted this text")
        hint = message("add “assessment”, with “sorted”, “by”, “date” and “reason”")
        yield Finding(proposal.status.span, sentence, hint)


def assessment_differs(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """The status of a text is the one it was sorted into."""
    sorted_as = proposal.assessment.sorted if proposal.assessment else None
    if sorted_as and proposal.status.value in _SORTED and sorted_as.value != proposal.status.value:
        sentence = message(
            "this text was sorted “{sorted}”, and its status says “{status}”",
            sorted=sorted_as.value,
            status=proposal.status.value,
        )
        yield Finding(sorted_as.span, sentence, message("correct the one that is wrong"))


def divisive_without_variants(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A divisive text shows what divides: its variants, or the minority position."""
    if proposal.status.value == "divisive":
        if any(same_words(section.title) in _POSITIONS for section in proposal.body.sections):
            return
        sentence = message("this divisive text does not show what divides")
        hint = message("add its variants, or the minority position, under a heading of their own")
        yield Finding(proposal.status.span, sentence, hint)


def draft_late(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """No text is a draft any more when the phase that asks for submitted proposals is over."""
    if proposal.status.value == "draft" and proposal.status.span.line > 1:  # else no status could be read
        asking = [phase for phase in register.collective.phases if _asks_for_submission(phase)]
        ends = min((phase.ends.value for phase in asking), default=register.today)
        if ends < register.today:
            sentence = message("this text is still a draft, and proposals were due by {date}", date=ends)
            hint = message("submit it, or withdraw it")
            yield Finding(proposal.status.span, sentence, hint)


def _asks_for_submission(phase: Phase) -> bool:
    evidence = [one.evidence for one in phase.objectives if one.evidence and one.waived_by is None]
    return any(one.proposals and one.proposals.status.value == "submitted" for one in evidence)


def _cite() -> Message:
    return message("cite the vote or the decision of the plenary in “decisions”")


def _is_settled(
    proposal: Proposal, register: Register, kinds: frozenset[str], *, by_vote: bool = False
) -> bool:
    """Tell whether a decision of one of these kinds, cited or not, is about the text.

    A decision that cannot be found is given the benefit of the doubt: another rule says it is not there.
    """
    for reference in proposal.decisions:
        decision = register.decisions.get(reference.value)
        if decision is None:
            if by_vote or reference.value not in register.votes:
                return True
        elif decision.kind.value in kinds and _decides(decision, proposal, register):
            return True
    holders = register.holders.get(proposal.id, frozenset())
    subjects = (proposal.id, *holders, *(WHOLE if holders else ()))
    return any(
        register.decisions[id].kind.value in kinds
        for subject in subjects
        for id in register.decided.get(subject, ())
    )


def _decides(decision: Decision, proposal: Proposal, register: Register) -> bool:
    return _is_about([on.value for on in (*decision.on, *decision.into)], proposal, register)


def _is_about(subjects: Iterable[str], proposal: Proposal, register: Register) -> bool:
    """Tell whether a subject is the text, a former id, a text merged into it, or a title that holds it."""
    holders = register.holders.get(proposal.id, frozenset())
    for subject in subjects:
        card = register.proposals.get(subject)
        if subject == proposal.id or subject in holders or subject in WHOLE or subject in register.retired:
            return True
        if register.aliases.get(subject) == proposal.id or (card and card.into == proposal.id):
            return True
    return False
