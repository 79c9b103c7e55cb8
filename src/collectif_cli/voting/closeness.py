"""How close a vote was, in words: what so many other ballots would have given, or what nobody can tell."""

from collectif_cli.model.message import Message, message, messages
from collectif_cli.voting.outcome import Margin, Outcome, Verdict
from collectif_cli.voting.words import Titles

_FEW = 4  # so many are named; more would hide the sentence


def how_close(margin: Margin, now: Outcome, titles: Titles) -> Message:
    """Say the margin of an outcome in a whole sentence."""
    if margin.ballots is not None and margin.at_least == 1:
        return messages(
            "How close: {n} person voting otherwise would have been enough to change the outcome; perhaps "
            "fewer would have been.",
            "How close: {n} people voting otherwise would have been enough to change the outcome; perhaps "
            "fewer would have been.",
            margin.ballots,
        )
    if margin.ballots is not None and margin.at_least is not None:
        return messages(
            "How close: {n} person voting otherwise would have been enough to change the outcome; fewer than "
            "{least} would not have been.",
            "How close: {n} people voting otherwise would have been enough to change the outcome; fewer than "
            "{least} would not have been.",
            margin.ballots,
            least=margin.at_least,
        )
    if margin.ballots is not None and margin.leads_to is not None:
        return _exactly(margin.ballots, now, margin.leads_to, titles)
    if margin.because == "quorum":
        return messages(
            "How close: the quorum was missed by {n} person.",
            "How close: the quorum was missed by {n} people.",
            margin.missing,
        )
    if margin.at_least is not None and margin.at_least > 1:
        return messages(
            "How close: {n} person alone could not have altered this by voting otherwise.",
            "How close: even {n} people could not have altered this by voting otherwise.",
            margin.at_least - 1,
        )
    if margin.because == "sums":
        return message(
            "How close: sums alone do not say how many ballots would have been enough to alter this."
        )
    if margin.because == "not-found":
        return message("How close: no small number of ballots was found that would have altered this.")
    if margin.because == "objections":
        return message("How close: this is no matter of numbers; one objection that stands is enough.")
    if margin.because == "unknown":
        return message("How close: nobody can tell, since how many voted is not recorded.")
    return message("How close: nobody could have altered this outcome by voting otherwise.")


def _exactly(number: int, now: Outcome, leads_to: Outcome, titles: Titles) -> Message:
    """Say what so many other ballots would have given, in a whole sentence; of a tie, how another differs."""
    named = tuple(message("“{name}”", name=titles[option]) for option in leads_to.options)
    if leads_to.verdict is Verdict.ELECTED and 1 < len(named) <= _FEW:
        return messages(
            "How close: had {n} person voted otherwise, {options} would have been chosen.",
            "How close: had {n} people voted otherwise, {options} would have been chosen.",
            number,
            options=named,
        )
    if leads_to.verdict is Verdict.ELECTED and len(leads_to.options) > 1:
        return messages(
            "How close: had {n} person voted otherwise, others would have been chosen.",
            "How close: had {n} people voted otherwise, others would have been chosen.",
            number,
        )
    if leads_to.verdict is Verdict.ELECTED:
        return messages(
            "How close: had {n} person voted otherwise, “{option}” would have been chosen.",
            "How close: had {n} people voted otherwise, “{option}” would have been chosen.",
            number,
            option=titles[leads_to.options[0]],
        )
    if leads_to.verdict is Verdict.TIE and now.verdict is Verdict.TIE:
        return messages(
            "How close: had {n} person voted otherwise, the tie would have been between {options}.",
            "How close: had {n} people voted otherwise, the tie would have been between {options}.",
            number,
            options=named,
        )
    if leads_to.verdict is Verdict.TIE:
        return messages(
            "How close: had {n} person voted otherwise, there would have been a tie.",
            "How close: had {n} people voted otherwise, there would have been a tie.",
            number,
        )
    if leads_to.verdict is Verdict.ADOPTED:
        return messages(
            "How close: had {n} person voted otherwise, it would have been adopted.",
            "How close: had {n} people voted otherwise, it would have been adopted.",
            number,
        )
    if leads_to.verdict is Verdict.REJECTED:
        return messages(
            "How close: had {n} person voted otherwise, it would have been rejected.",
            "How close: had {n} people voted otherwise, it would have been rejected.",
            number,
        )
    return messages(
        "How close: had {n} person voted otherwise, nothing would have been decided.",
        "How close: had {n} people voted otherwise, nothing would have been decided.",
        number,
    )
