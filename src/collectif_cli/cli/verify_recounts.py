"""Whether the result that is written is the one that the ballots give, byte for byte."""

import re
from typing import NamedTuple

from collectif_cli.cli.vote_count import Count
from collectif_cli.model.message import message
from collectif_cli.store.result_file import result_text
from collectif_cli.voting.record import result_record
from collectif_cli.voting.sealing import without_figures
from collectif_cli.voting.verifying.report import Trouble

_SEAL = re.compile(r'^sealed: "?(sha256:[0-9a-f]{64})"?$', re.MULTILINE)


class Recount(NamedTuple):
    """Whether the written result is the very one; None where there is none, or no ballot to count again."""

    same: bool | None = None
    trouble: Trouble | None = None


def recount(counted: Count, written: str | None) -> Recount:
    """Compare what is written with what the ballots give now."""
    id, whole = counted.vote.id, counted.whole
    if written is None or counted.vote.cancelled is not None or (counted.sealed and whole is None):
        return Recount()
    if whole is None:
        first = counted.findings[0] if counted.findings else None
        said = message("“{vote}” has a result, and can no longer be counted", vote=id)
        if first is not None:
            said = message(
                "“{vote}” has a result, and can no longer be counted: {reason}", vote=id, reason=first.message
            )
        return Recount(False, Trouble(id, "not-countable", said, first.hint if first else None))
    shown = whole
    if counted.sealed:
        seal = _SEAL.search(written)
        shown = without_figures(whole, seal[1] if seal else "")
    if result_text(result_record(shown)) == written:
        return Recount(True)
    said = message("the result of “{vote}” is not the one that its ballots give", vote=id)
    if counted.vote.ballots.value == "none":
        said = message("the result of “{vote}” is not the one that the draw gives", vote=id)
    hint = message("see the difference: collectif vote tally {vote} --dry-run", vote=id)
    return Recount(False, Trouble(id, "result-differs", said, hint))
