"""The counting sheet: each step of the count in plain words, in the order a person would do it by hand."""

from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.plenary import UNTOLD
from collectif_cli.model.vote import Question
from collectif_cli.voting.all_workings import WORKINGS
from collectif_cli.voting.closeness import how_close
from collectif_cli.voting.electorate import Voters
from collectif_cli.voting.outcome import Decision, Figures, Outcome, QuorumTest, Result, Verdict
from collectif_cli.voting.step import Step
from collectif_cli.voting.tally import Tally
from collectif_cli.voting.words import Titles, base, convention, outcome, share


def explain(tally: Tally, question: Question, result: Result) -> tuple[Step, ...]:
    """Give the steps for one question of a tally; each says its figures, so that the count can be redone."""
    titles = titles_of(question)
    decision = result.decision
    if tally.sealed:
        return (_who(tally.voters), _sealed(tally), *_outcome(tally, question, result, titles))
    if tally.counted_from == "lot" and result.working is not None:
        drawn = WORKINGS[type(result.working)].steps(result.working, result, titles)
        return (*drawn, *_outcome(tally, question, result, titles), *_others(result, titles))
    steps = [_who(tally.voters), *_how_many(result, tally.counted_from != "ballots")]
    if tally.record in UNTOLD:
        return (*steps[:1], *_outcome(tally, question, result, titles))
    if result.totals:
        steps.append(_totals(result, titles))
    if result.working is not None:
        steps.extend(WORKINGS[type(result.working)].steps(result.working, result, titles))
    steps.append(_quorum(decision.quorum) if decision.quorum else Step(message("The rule asks no quorum.")))
    if result.totals or decision.threshold is not None:
        steps.extend(_threshold(decision, result))
    steps.extend(_outcome(tally, question, result, titles))
    if result.margin is not None:
        steps.append(Step(how_close(result.margin, result.outcome, titles)))
    steps.extend(_others(result, titles))
    return tuple(steps)


def titles_of(question: Question) -> Titles:
    """Give the titles of the options by their ids; for and against have theirs in any vote."""
    own = {option.id.value: option.title.value for option in question.options}
    return {"for": message("For"), "against": message("Against"), **own}


def _who(voters: Voters) -> Step:
    details = (message("This number is an estimate."),) if voters.estimated else ()
    present, represented, registered = voters.present, voters.represented, voters.registered
    if voters.kind == "present" and present is not None and represented:
        said = message(
            "Who could vote: {present} and {represented}.",
            present=messages("{n} person present", "{n} people present", present),
            represented=messages("{n} represented", "{n} represented", represented),
        )
    elif voters.kind == "present" and present is not None:
        said = messages(
            "Who could vote: the one person present.", "Who could vote: the {n} people present.", present
        )
    elif voters.kind == "present":
        said = message("Who could vote: the people present; how many they were is not recorded.")
    elif registered is None:
        said = message("Who could vote: how many people is not recorded.")
    elif voters.kind == "group":
        said = messages(
            "Who could vote: the one member of the group “{group}”.",
            "Who could vote: the {n} members of the group “{group}”.",
            registered,
            group=voters.group,
        )
    elif voters.kind == "candidates":
        said = messages(
            "Who could vote: the one candidate.", "Who could vote: the {n} candidates.", registered
        )
    else:
        said = messages(
            "Who could vote: the one person on the roll.",
            "Who could vote: the {n} people on the roll.",
            registered,
        )
    return Step(said, details)


def _sealed(tally: Tally) -> Step:
    """Say that the figures are kept back, and what makes it possible to prove them later."""
    details = (message("their seal: {seal}", seal=tally.commitment),) if tally.commitment else ()
    return Step(message("The count was made, and only its outcome is told."), details)


def _how_many(result: Result, by_hand: bool) -> list[Step]:
    figures = result.figures
    if figures.cast is None:
        said = message("How many voted in all is not recorded.")
    elif by_hand:
        said = messages("Who voted: {n} person.", "Who voted: {n} people.", figures.cast)
    else:
        said = messages("{n} ballot was handed in.", "{n} ballots were handed in.", figures.cast)
    return [Step(said, _apart(figures, result))]


def _apart(figures: Figures, result: Result) -> tuple[Message, ...]:
    """Say how many express a choice, and what was set aside and why."""
    details: list[Message] = []
    if figures.expressed is not None:
        details.append(messages("{n} expresses a choice", "{n} express a choice", figures.expressed))
    if figures.abstain:
        details.append(messages("{n} abstention", "{n} abstentions", figures.abstain))
    if figures.blank:
        details.append(messages("{n} blank", "{n} blank", figures.blank))
    if figures.invalid:
        details.append(messages("{n} set aside", "{n} set aside", figures.invalid))
    for one in result.set_aside:
        details.append(message("no. {ballot}: {reason}", ballot=one.ballot, reason=one.message))
    return tuple(details)


def _totals(result: Result, titles: Titles) -> Step:
    """Give the votes of each option: for and against in that order, others with the most votes first."""
    totals = result.totals
    if [one.option for one in totals] != ["for", "against"]:
        totals = tuple(sorted(totals, key=lambda one: -one.votes))
    figures = result.figures
    ballots = (figures.cast if figures.expressed is None else figures.expressed) or 0
    several = sum(one.votes for one in totals) > ballots > 0
    return Step(
        message("The votes; a ballot could give one to several options:")
        if several
        else message("The votes:"),
        tuple(
            messages("{option}: {n} vote", "{option}: {n} votes", one.votes, option=titles[one.option])
            for one in totals
        ),
    )


def _quorum(quorum: QuorumTest) -> Step:
    """Give what the quorum asks, and whether it was reached."""
    if quorum.whole is None:
        said = messages(
            "The quorum: at least {n} takes part. Took part: {part}.",
            "The quorum: at least {n} take part. Took part: {part}.",
            quorum.needed,
            part=quorum.part,
        )
    elif quorum.of == "registered":
        said = messages(
            "The quorum: at least {n} of {whole} registered takes part. Took part: {part}.",
            "The quorum: at least {n} of {whole} registered take part. Took part: {part}.",
            quorum.needed,
            whole=quorum.whole,
            part=quorum.part,
        )
    else:
        said = messages(
            "The quorum: at least {n} of {whole} present or represented votes. Voted: {part}.",
            "The quorum: at least {n} of {whole} present or represented vote. Voted: {part}.",
            quorum.needed,
            whole=quorum.whole,
            part=quorum.part,
        )
    return Step(said, (message("It is reached.") if quorum.reached else message("It is not reached."),))


def _threshold(decision: Decision, result: Result) -> list[Step]:
    """Give the base and the threshold; for most votes alone, that nothing else is asked."""
    test, used = decision.threshold, decision.base
    if result.working is not None and test is None:
        return []
    if test is None or used is None:
        return [Step(message("The option with most votes is chosen; nothing else is asked."))]
    of_what = message("The share is taken of {base}: {number}.", base=base(used.name), number=used.number)
    said = messages(
        "It takes {share} of {base}, that is at least {needed}: there is {n}.",
        "It takes {share} of {base}, that is at least {needed}: there are {n}.",
        test.votes,
        share=share(test.threshold),
        base=test.base,
        needed=test.needed,
    )
    equal = len(result.totals) > 1 and result.totals[0].votes == result.totals[1].votes
    details: tuple[Message, ...] = ()
    if equal and result.outcome.verdict is Verdict.REJECTED:
        details = (message("There are as many for as against."),)
    return [Step(of_what, _left_out(used.name, result.figures)), Step(said, details)]


def _left_out(name: str, figures: Figures) -> tuple[Message, ...]:
    """Say on which side of the base the ballots stand that express no choice, when there are any."""
    if not figures.unexpressed or name not in {"expressed", "cast"}:
        return ()
    if name == "expressed":
        return (message("Blank ballots, abstentions and those set aside are not in it."),)
    return (message("Blank ballots, abstentions and those set aside are in it."),)


def _outcome(tally: Tally, question: Question, result: Result, titles: Titles) -> list[Step]:
    found = result.outcome
    details: list[Message] = []
    if found.verdict is Verdict.UNDECIDED:
        details.append(_because(found))
        details += [message("source: {source}", source=source) for source in tally.sources]
        if result.decision.follows == "fallback" and tally.rule.fallback is not None:
            fallback = tally.rule.fallback.value
            details.append(message("The rule “{rule}” then takes over.", rule=fallback))
    if found.verdict is Verdict.TIE and tally.sealed:
        details += [message("equal: {option}", option=titles[option]) for option in found.options]
    for tie in result.decision.ties:
        between = [titles[option] for option in tie.options]
        details += [message("equal: {option}", option=option) for option in between]
        if tie.by == "lot":
            details.append(_lot(tally, question, len(tie.chosen)))
            details += [
                message("{digest} {option}", digest=digest, option=titles[option])
                for option, digest in tie.draws
            ]
        elif tie.by == "kept":
            details.append(message("The rule does not break ties: what follows is for the meeting to say."))
    if result.decision.follows == "second-vote":
        details.append(message("The rule asks for a second vote between them."))
    if result.decision.follows == "second-call" and tally.rule.second_call is not None:
        days = tally.rule.second_call.after.value
        details.append(
            messages("A second call follows after {n} day.", "A second call follows after {n} days.", days)
        )
    return [Step(message("The outcome: {outcome}.", outcome=outcome(found, titles)), tuple(details))]


def _lot(tally: Tally, question: Question, chosen: int) -> Message:
    seed = tally.rule.seed.value if tally.rule.seed else ""
    return messages(
        "A lot decides: the SHA-256 of “{text}” for each of them; the smallest wins.",
        "A lot decides: the SHA-256 of “{text}” for each of them; the {n} smallest win.",
        chosen,
        text=f"{seed}/{question.id.value}/<id>",
    )


def _because(found: Outcome) -> Message:
    return {
        "nothing-expressed": message("No vote was expressed."),
        "threshold": message("No option has as many votes as the rule asks."),
        "no-condorcet-winner": message("No option wins all its duels."),
        "objections-open": message("Objections wait for an answer."),
        "objection-maintained": message("An objection is maintained."),
        "all-declined": message("All those who could have been chosen declined."),
        "undisclosed": message("The count was made and not published."),
        "missing": message("There is no record of the count."),
        "disputed": message("The records of the count contradict each other."),
    }[found.because]


def _others(result: Result, titles: Titles) -> list[Step]:
    """Give what other conventions would have made of it, where any bears on it."""
    if not result.sensitivity:
        return []
    details = tuple(
        message("{convention}: {outcome}", convention=convention(one), outcome=outcome(one.outcome, titles))
        if one.outcome.differs_from(result.outcome)
        else message("{convention}: the same outcome", convention=convention(one))
        for one in result.sensitivity
    )
    return [Step(message("Under other usual conventions:"), details)]
