"""The work of ``collectif vote export``: the ballots, or the counts, in a format that other tools read."""

from pathlib import Path

from collectif_cli.cli.context import Context
from collectif_cli.cli.named import expected
from collectif_cli.cli.vote_count import rule_called, vote_called
from collectif_cli.errors import Refused
from collectif_cli.model.diagnostic import Severity
from collectif_cli.model.message import message
from collectif_cli.model.noun import replace
from collectif_cli.model.programme import Programme
from collectif_cli.model.vote import Vote
from collectif_cli.render.ballots.all_exporters import EXPORTERS, exporter_called
from collectif_cli.render.ballots.box import Ballot, Box
from collectif_cli.render.sheet import findings_text
from collectif_cli.store.output import write_document
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.cells import pick
from collectif_cli.voting.comparing import differences
from collectif_cli.voting.entries import columns_faults
from collectif_cli.voting.keys import FORMS
from collectif_cli.voting.sealing import is_sealed
from collectif_cli.voting.tally import questions_of


def export_votes(context: Context, id: str, format: str, output: Path | None, at: str | None) -> int:
    """Print the text, or write it; what the format cannot say goes to the stream of errors."""
    write = exporter_called(expected(format, EXPORTERS))
    programme, faults = context.programme(at)
    vote = vote_called(id, programme)
    folder = vote.span.path.rpartition("/")[0] + "/"
    unread = [one for one in faults if one.span.path.startswith(folder) and one.severity is Severity.ERROR]
    if unread:
        context.err.write(findings_text(unread, context.language, context.error_screen))
        return 1
    written = write(_box(vote, programme))
    if output is None:
        context.print(written.text)
    else:
        place = context.start / output
        new = write_document(place.parent, place.name, written.text)
        same = message("{path} held this very text already", path=str(output))
        context.tell(message("written: {path}", path=str(output)) if new else same)
    for lost in written.lost:
        context.remark(lost)
    return 0


def _box(vote: Vote, programme: Programme) -> Box:
    """Give what the vote holds; raise Refused when it is sealed, empty, or of two minds."""
    rule = rule_called(vote, programme)
    if is_sealed(vote, rule):
        raise Refused(message("the ballots of this vote are sealed: they are never shown"))
    method = METHODS.get(rule.method.value)
    if method is None or not method.reads:
        raise Refused(message("the method “{method}” reads no ballots", method=rule.method.value))
    questions = questions_of(vote)
    box = Box(
        vote=vote.id,
        title=vote.title.value,
        rule=rule,
        questions=questions,
        counts=vote.counts,
        ranks=FORMS.get(rule.method.value) == "ranks",
        digest=vote.frozen.digest.value if vote.frozen else "",
    )
    if vote.counts is not None:
        return box
    if vote.many is not None:
        raise Refused(
            message("these ballots are too many to be written anew"), message("give their file as it is")
        )
    if not vote.entries:
        raise Refused(message("this vote has no ballots and no counts yet"))
    wrong = columns_faults(vote, questions, rule, method)
    if wrong:
        raise Refused(wrong[0].message, wrong[0].hint)
    first, *others = vote.entries
    if any(differences(first, other, questions, rule, method) for other in others):
        raise Refused(
            message("the two entries of the papers differ"),
            message("“collectif vote compare {vote}” shows where", vote=vote.id),
        )
    columns = tuple(one for question in questions for one in method.columns(question, rule))
    cells_of = pick(vote.entries[0], columns)
    ballots = tuple(
        Ballot(row.ballot, tuple(cell.value for cell in cells_of(row))) for row in vote.entries[0].rows
    )
    return replace(box, columns=columns, ballots=ballots)
