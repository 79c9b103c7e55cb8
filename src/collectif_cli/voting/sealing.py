"""Counts that are kept back: the outcome is told, the figures are sealed, and can be proved later.

A vote whose ballots are ``sealed``, or whose rule says ``disclose: outcome``, is counted like any other;
then every figure that comes from a ballot is taken out of what is shown and written: totals, blanks,
turnout, ranking, margin, other conventions, and the digest of the ballots, from which few voters could be
worked out. In their place stands a commitment: the SHA-256 of ``<salt>/<the whole result as one line of
JSON>``. Whoever keeps the salt and the whole result can show one day that these are the figures that were
counted.
"""

import json
import unicodedata
from hashlib import sha256

from collectif_cli.model.noun import replace
from collectif_cli.model.record import Record, plain, record
from collectif_cli.model.vote import DecisionRule, Vote
from collectif_cli.voting.electorate import figures_of
from collectif_cli.voting.outcome import Decision, Result
from collectif_cli.voting.record import result_record
from collectif_cli.voting.tally import Tally


def is_sealed(vote: Vote, rule: DecisionRule) -> bool:
    """Tell whether only the outcome of the vote may be told."""
    return vote.ballots.value == "sealed" or (rule.disclose is not None and rule.disclose.value == "outcome")


def without_figures(tally: Tally, commitment: str = "") -> Tally:
    """Give the tally with its outcomes, and with nothing else that a ballot says."""
    results = tuple(
        Result(
            question=one.question,
            figures=figures_of(tally.voters),
            decision=Decision(outcome=one.outcome, follows=one.decision.follows),
        )
        for one in tally.results
    )
    return replace(tally, results=results, digest="", heard="", sealed=True, commitment=commitment)


def sealed(tally: Tally, salt: str) -> Tally:
    """Give the tally without its figures, with the commitment to them."""
    return without_figures(tally, seal_of(result_record(tally), salt))


def seal_of(result: Record, salt: str) -> str:
    """Give ``sha256:`` and the commitment to a whole result."""
    line = json.dumps(plain(result), ensure_ascii=False, separators=(",", ":"))
    return f"sha256:{sha256(unicodedata.normalize('NFC', f'{salt}/{line}').encode()).hexdigest()}"


def key_record(tally: Tally, salt: str) -> Record:
    """Give what must be kept apart to open the seal: the salt and the whole result."""
    return record(("salt", salt), ("result", result_record(tally)))
