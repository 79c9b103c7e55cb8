"""The work of ``collectif proposal submit``: what the text would lack, else one line changed."""

from collectif_cli.checks.all_checks import CHECKS
from collectif_cli.checks.settle import settle
from collectif_cli.checks.walk import Walk
from collectif_cli.cli.context import Context
from collectif_cli.cli.named import proposal_called
from collectif_cli.cli.rows import KNOWN_RULES
from collectif_cli.cli.writing import Wish, carry_out, draft_in
from collectif_cli.errors import Refused
from collectif_cli.model.diagnostic import Diagnostic, Severity
from collectif_cli.model.document import Document
from collectif_cli.model.message import message
from collectif_cli.model.noun import replace
from collectif_cli.model.programme import Programme
from collectif_cli.model.proposal import Proposal
from collectif_cli.model.register import register_of
from collectif_cli.render.proposals import shortcomings_text
from collectif_cli.store.proposal_edits import as_document, with_status

SUBMITTED = "submitted"
_BEFORE = ("draft", "referred")


def submit_proposal(context: Context, id: str, wish: Wish) -> int:
    """Change the status of a draft, or of a text sent back; give 1, and a list, when it lacks something."""
    programme, faults = context.programme()
    proposal = proposal_called(programme, id)
    path = proposal.span.path
    _require_draft(proposal)
    draft = draft_in(context)
    draft.edit(path, lambda text: with_status(text, SUBMITTED))
    document = as_document(path, draft.text(path) or "")
    own = [fault for fault in faults if fault.span.path == path]
    lacking = _lacking(context, programme, document, own) if document else ()
    if lacking:
        context.print(shortcomings_text(proposal.name, lacking, context.language, context.screen))
        return 1
    if carry_out(context, draft, wish, message("submitted: {title}", title=proposal.name)):
        context.tell(message("“{title}” is submitted", title=proposal.name))
    return 0


def _require_draft(proposal: Proposal) -> None:
    status = proposal.status.value
    if status == SUBMITTED:
        raise Refused(message("“{proposal}” is submitted already", proposal=proposal.id))
    if status not in _BEFORE:
        raise Refused(
            message(
                "“{proposal}” is no draft any more: its status is “{status}”",
                proposal=proposal.id,
                status=status,
            ),
            message("a draft, or a text that a plenary sent back, can be submitted"),
        )


def _lacking(
    context: Context, programme: Programme, document: Document, faults: list[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """Give the errors of the text once its status has changed, rules that the collective ignores left out."""
    others = tuple(one for one in programme.documents if one.path != document.path)
    proposals = {**programme.proposals}
    if isinstance(document.value, Proposal):
        proposals[document.value.id] = document.value
    after = replace(programme, documents=(*others, document), proposals=proposals)
    register = register_of(after, context.today, KNOWN_RULES)
    walk = Walk(CHECKS.values())
    found = [*faults, *walk.text(document, register), *walk.whole(register)]
    standing = settle(found, register).standing
    return tuple(one for one in standing if one.severity is Severity.ERROR and one.span.path == document.path)
