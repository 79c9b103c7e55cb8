"""A tally as a plain tree, for ``result.yaml``: the same ballots and the same rule give the same tree."""

from collectif_cli.model.record import Node, Record, record
from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.all_workings import WORKINGS
from collectif_cli.voting.frozen import convention, quorum_record, written
from collectif_cli.voting.outcome import Decision, Figures, Margin, Outcome, Result, TieBreak, Verdict
from collectif_cli.voting.tally import Tally

# The number of this form of record. It is raised when, and only when, the same ballots under the same rule
# would be written otherwise: a version of the tool has no place in bytes that every version must find again.
FORM = 1


def result_record(tally: Tally) -> Record:
    """Give everything the count says: what it was made of, the rule, and how each question came out."""
    return record(
        ("counted_by", f"collectif/{FORM}"),
        ("vote", tally.vote),
        ("frozen", tally.frozen or None),
        (f"{tally.counted_from}_digest", tally.digest or None),
        ("rounds_digest", tally.heard or None),
        ("record", tally.record),
        ("sources", tally.sources or None),
        ("rule", _rule(tally.rule)),
        ("sealed", tally.commitment or None),
        ("questions", tuple(_question(result) for result in tally.results)),
    )


# The conventions of a rule that are written as they stand, in this order.
_CONVENTIONS = (
    "unranked", "not_judged", "equal_ranks", "strength", "positions", "variant", "defects", "skipped_ranks",
    "default_option", "beats", "grades", "points", "most_on_one", "most_names", "seats", "women", "men",
    "strata", "declined", "disclose", "ties", "seed", "seed_from",
)  # fmt: skip


def _rule(rule: DecisionRule) -> Record:
    after = rule.second_call
    return record(
        ("method", rule.method.value),
        ("base", written(rule.base)),
        ("threshold", written(rule.threshold)),
        ("quorum", quorum_record(rule.quorum)),
        ("second_call_after_days", after.after.value if after else None),
        *((name, convention(getattr(rule, name))) for name in _CONVENTIONS),
    )


def _question(result: Result) -> Record:
    totals = tuple((one.option, one.votes) for one in result.totals)
    return record(
        ("question", result.question),
        ("outcome", _outcome(result.outcome)),
        ("follows", result.decision.follows or None),
        ("figures", _figures(result.figures)),
        ("counts", Record(totals) if totals else None),
        *(WORKINGS[type(result.working)].record(result.working) if result.working else ()),
        ("ranking", result.ranking or None),
        *_conditions(result.decision),
        ("margin", _margin(result.margin) if result.margin else None),
        (
            "sensitivity",
            tuple(
                record(
                    ("convention", one.convention), ("value", one.value), ("outcome", _outcome(one.outcome))
                )
                for one in result.sensitivity
            )
            or None,
        ),
        (
            "set_aside",
            tuple(record(("ballot", one.ballot), ("reason", one.reason)) for one in result.set_aside) or None,
        ),
    )


def _outcome(outcome: Outcome) -> Node:
    """Give the verdict, alone or with the options it is about or the reason why nothing is decided."""
    if outcome.verdict is Verdict.UNDECIDED:
        return record((outcome.verdict.value, outcome.because))
    return record((outcome.verdict.value, outcome.options)) if outcome.options else outcome.verdict.value


def _figures(figures: Figures) -> Record:
    """Give the numbers that are known; one that is absent is not known, which is not zero."""
    names = ("registered", "present", "represented", "cast", "invalid", "blank", "abstain", "expressed")
    return record(*((name, getattr(figures, name)) for name in names))


def _conditions(decision: Decision) -> tuple[tuple[str, Node | None], ...]:
    base, quorum, threshold = decision.base, decision.quorum, decision.threshold
    return (
        ("base", record(("of", base.name), ("number", base.number)) if base else None),
        (
            "quorum",
            record(
                ("of", quorum.of),
                ("whole", quorum.whole),
                ("needed", quorum.needed),
                ("took_part", quorum.part),
                ("reached", quorum.reached),
            )
            if quorum
            else None,
        ),
        (
            "threshold",
            record(
                ("asked", str(threshold.threshold)),
                ("needed", threshold.needed),
                ("votes", threshold.votes),
                ("reached", threshold.reached),
            )
            if threshold
            else None,
        ),
        ("ties", tuple(_tie(tie) for tie in decision.ties) or None),
    )


def _tie(tie: TieBreak) -> Record:
    """Give a tie; the one that was chosen by itself, or the list of several."""
    return record(
        ("between", tie.options),
        ("by", tie.by),
        ("chosen", tie.chosen[0] if len(tie.chosen) == 1 else tie.chosen or None),
        ("draws", Record(tie.draws) if tie.draws else None),
    )


def _margin(margin: Margin) -> Record:
    return record(
        ("ballots", margin.ballots),
        ("at_least", margin.at_least),
        ("leads_to", _outcome(margin.leads_to) if margin.leads_to else None),
        ("none_because", margin.because or None),
        ("people_missing", margin.missing or None),
    )
