"""A vote without ballots: a lot, drawn from what was frozen at its opening and from a public draw held since.

Nobody can choose the outcome: whoever writes the options does it before the vote opens, without knowing what
the announced draw (``seed_from`` of the rule) will give; whoever writes ``drawn`` afterwards writes what
everybody can read elsewhere.
"""

from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.vote import DecisionRule, Question, Vote
from collectif_cli.voting.electorate import Voters, figures_of
from collectif_cli.voting.method import Method, Poll


def open_lot_faults(vote: Vote, rule: DecisionRule) -> Iterator[Finding]:
    """Yield what would let somebody foresee the lot, or keep others from redoing it."""
    if rule.seed is not None:
        said = message("a seed that stands in the rule could be foreseen when the options are listed")
        yield Finding(rule.seed.span, said, message("announce it with “seed_from”, and remove “seed”"))
    hidden = message("a lot hides nothing: anyone may draw it again")
    if rule.disclose is not None and rule.disclose.value == "outcome":
        yield Finding(rule.disclose.span, hidden, message("remove “disclose”"))
    if vote.ballots.value == "sealed":
        yield Finding(vote.ballots.span, hidden, message("write “ballots: none”"))


def early_seed(vote: Vote) -> Iterator[Finding]:
    """Yield that the seed is written before the vote opens."""
    if vote.drawn is not None:
        said = message("the seed is known already, and the options could still be chosen after it")
        hint = message("announce a draw to come with “seed_from”, and remove “drawn” until it is held")
        yield Finding(vote.drawn.span, said, hint)


def drawing_faults(vote: Vote, rule: DecisionRule) -> tuple[Finding, ...]:
    """Give what keeps the lot from being drawn yet."""
    found = list(open_lot_faults(vote, rule))
    parts = [entry.span for entry in vote.entries] + ([vote.counts.span] if vote.counts else [])
    for place in parts:
        said = message("lots are drawn among the options: there is nothing to count")
        found.append(Finding(place, said, message("remove this file, or choose another method")))
    if vote.frozen is None:
        said = message("this vote never opened: a lot is drawn from what its opening fixes")
        hint = message(
            "“collectif vote open {vote}” opens it, before the announced draw is held", vote=vote.id
        )
        found.append(Finding(vote.span, said, hint))
    elif vote.drawn is None:
        where = rule.seed_from.value if rule.seed_from else ""
        hint = message("once it is held, write what came of it under “drawn”: {announced}", announced=where)
        found.append(Finding(vote.span, message("the draw that was announced is not written yet"), hint))
    return tuple(found)


def poll_to_draw(vote: Vote, question: Question, method: Method, voters: Voters) -> Poll:
    """Give the poll of a lot: its options, and the text that each one's is made from."""
    digest = vote.frozen.digest.value if vote.frozen else ""
    return Poll(
        question=question.id.value,
        options=method.options(question),
        figures=figures_of(voters),
        drawn_from=f"{digest}/{vote.drawn.value if vote.drawn else ''}",
    )
