"""The work of ``collectif vote compare``: where the two entries of the papers part."""

from collectif_cli.cli.context import Context
from collectif_cli.cli.vote_count import box_root, rule_called, vote_called
from collectif_cli.errors import Refused
from collectif_cli.model.diagnostic import Diagnostic, Severity
from collectif_cli.model.message import message
from collectif_cli.model.programme import Programme
from collectif_cli.model.vote import Vote
from collectif_cli.render.comparing import differences_json, differences_text
from collectif_cli.render.sheet import findings_text
from collectif_cli.store.sealed_box import with_box
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.comparing import differences
from collectif_cli.voting.entries import columns_faults
from collectif_cli.voting.sealing import is_sealed
from collectif_cli.voting.tally import questions_of


def compare_entries(context: Context, id: str, *, as_json: bool, at: str | None) -> int:
    """Print every difference with the number of its ballot; give 1 when there is one."""
    programme, faults = context.programme(at)
    vote, unread = _with_entries(context, vote_called(id, programme), programme, at)
    folder = vote.span.path.rpartition("/")[0] + "/"
    unread += [one for one in faults if one.span.path.startswith(folder) and one.severity is Severity.ERROR]
    if unread:
        context.err.write(findings_text(unread, context.language, context.error_screen))
        return 1
    rule = rule_called(vote, programme)
    method = METHODS.get(rule.method.value)
    if method is None:
        raise Refused(message("the method “{method}” reads no ballots", method=rule.method.value))
    if len(vote.entries) != 2:
        raise Refused(
            message("there are not two entries of the papers of “{vote}”", vote=id),
            message("two people enter them apart: collectif vote enter {vote} --as a, then --as b", vote=id),
        )
    questions = questions_of(vote)
    wrong = columns_faults(vote, questions, rule, method)
    if wrong:
        context.err.write(findings_text(wrong, context.language, context.error_screen))
        return 1
    found = differences(*vote.entries, questions, rule, method)
    number = len(vote.entries[0].rows)
    said = differences_text(found, number, context.language, context.screen)
    context.print(differences_json(found) if as_json else said)
    return int(bool(found))


def _with_entries(
    context: Context, vote: Vote, programme: Programme, at: str | None
) -> tuple[Vote, list[Diagnostic]]:
    """Give the vote with its two entries, from its box when it is sealed, and the faults of reading that."""
    root = box_root(context, at)
    if root is not None and is_sealed(vote, rule_called(vote, programme)):
        boxed, found = with_box(root, vote)
        return boxed, list(found)
    return vote, []
