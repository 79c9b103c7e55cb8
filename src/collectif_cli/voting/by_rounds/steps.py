"""The steps of a counting sheet by rounds: each round as hands would do it, ballots in piles."""

from collections.abc import Iterator

from collectif_cli.model.message import Message, Value, message, messages
from collectif_cli.voting.by_rounds.worked import Rounds, Stage, StageTie
from collectif_cli.voting.outcome import Result
from collectif_cli.voting.step import Step
from collectif_cli.voting.words import Titles


def steps(working: Rounds, result: Result, titles: Titles) -> tuple[Step, ...]:
    """Give the steps: what it takes, then a step a round, then who is left."""
    if not working.stages:
        return ()
    found = [_what_it_takes(working)]
    for number, stage in enumerate(working.stages, start=1):
        found.append(_round(working, number, stage, titles))
    if working.last:
        last = tuple(titles[option] for option in working.last)
        found.append(Step(message("As many are left as there are seats to fill: {options}.", options=last)))
    if working.tied is not None:
        found.append(_stopped(working, working.tied, titles))
    return tuple(found)


def _what_it_takes(working: Rounds) -> Step:
    details = tuple(_of_defects(working))
    if working.unit == 1:
        said = message("A ballot counts for the option it ranks first among those still in the running.")
        more = message("It takes more than half of the ballots that count.")
        return Step(said, (more, *details))
    said = messages(
        "The quota: {n} ballot divided by {parts}, one more than the seats, without decimals; plus one: "
        "{quota}.",
        "The quota: {n} ballots divided by {parts}, one more than the seats, without decimals; plus one: "
        "{quota}.",
        working.papers,
        parts=working.seats + 1,
        quota=working.stages[0].needed // working.unit,
    )
    order = message(
        "The largest surplus over it is passed on first; where there is none, the option with fewest votes "
        "leaves."
    )
    onward = message("A ballot passed on goes to the next option on it that is neither elected nor out.")
    return Step(said, (order, onward, *details))


def _of_defects(working: Rounds) -> Iterator[Message]:
    """Say what became of the defects that these ballots have."""
    if working.skipped == "skip":
        yield message("Where a ballot skips a rank, go on to the next one.")
    if working.skipped == "exhaust":
        yield message("Where a ballot skips a rank, it says nothing more.")
    if working.twice == "skip":
        yield message("Where two options share a rank, or an option has two, go on to the next rank.")
    if working.twice == "exhaust":
        yield message("Where two options share a rank, or an option has two, the ballot says nothing more.")


def _round(working: Rounds, number: int, stage: Stage, titles: Titles) -> Step:
    """Give a round: what is done, what is passed on, the votes at its end, who is elected."""
    details: list[Message] = []
    if stage.tie is not None:
        details += _tie(working, stage, stage.tie, titles)
    if stage.act == "surplus":
        details += _values(working, number, stage)
    details += _passed_on(working, stage, titles)
    details += _votes(working, number, stage, titles)
    details += [message("“{option}” has enough: elected.", option=titles[option]) for option in stage.elected]
    return Step(_act(working, number, stage, titles), tuple(details))


def _act(working: Rounds, number: int, stage: Stage, titles: Titles) -> Message:
    names = tuple(titles[option] for option in stage.options)
    if stage.act == "first":
        return message("Round {number}: put each ballot on the pile of its first option.", number=number)
    if stage.act == "surplus":
        return message(
            "Round {number}: “{option}” has {surplus} more than the quota; its ballots pass on at a part of "
            "their worth.",
            number=number,
            option=names[0],
            surplus=in_ballots(_before(working, number, stage) - stage.needed, working.unit),
        )
    if len(names) > 1:
        return message(
            "Round {number}: {options} leave; pass their ballots on.", number=number, options=names
        )
    values = {"number": number, "option": names[0]}
    if stage.tie is not None:
        return message("Round {number}: “{option}” leaves; pass its ballots on.", **values)
    return message("Round {number}: “{option}” has the fewest and leaves; pass its ballots on.", **values)


def _before(working: Rounds, number: int, stage: Stage) -> int:
    """Give the votes that the option of a stage had before it."""
    return working.stages[number - 2].votes[working.options.index(stage.options[0])]


def _values(working: Rounds, number: int, stage: Stage) -> Iterator[Message]:
    """Say how much each ballot of a surplus passes on, by what it came with."""
    votes = _before(working, number, stage)
    for value, after in dict.fromkeys((moved.value, moved.after) for moved in stage.moved):
        yield message(
            "worth of a ballot: {value} × {surplus} ÷ {votes} = {after}, cut after five decimals",
            value=in_ballots(value, working.unit),
            surplus=in_ballots(votes - stage.needed, working.unit),
            votes=in_ballots(votes, working.unit),
            after=in_ballots(after, working.unit),
        )


def _passed_on(working: Rounds, stage: Stage, titles: Titles) -> Iterator[Message]:
    """Say how many ballots pass to each option, and what that makes where they are worth a part of one."""
    for moved in stage.moved:
        option = titles[moved.to] if moved.to else ""
        values = {
            "worth": in_ballots(moved.after, working.unit),
            "sum": in_ballots(moved.papers * moved.after, working.unit),
        }
        if working.unit == 1 and moved.to:
            yield messages(
                "{n} ballot passes to “{option}”",
                "{n} ballots pass to “{option}”",
                moved.papers,
                option=option,
            )
        elif working.unit == 1:
            yield messages(
                "{n} ballot has no other option in the running",
                "{n} ballots have no other option in the running",
                moved.papers,
            )
        elif moved.to:
            yield messages(
                "{n} ballot worth {worth} passes to “{option}”: {sum}",
                "{n} ballots worth {worth} pass to “{option}”: {sum}",
                moved.papers,
                option=option,
                **values,
            )
        else:
            yield messages(
                "{n} ballot worth {worth} has no other option in the running: {sum}",
                "{n} ballots worth {worth} have no other option in the running: {sum}",
                moved.papers,
                **values,
            )


def _votes(working: Rounds, number: int, stage: Stage, titles: Titles) -> Iterator[Message]:
    """Give the votes at the end of a round, the most first, of those still in the running or elected."""
    gone = {
        option
        for earlier in working.stages[:number]
        if earlier.act == "exclusion"
        for option in earlier.options
    }
    votes = [
        (option, votes)
        for option, votes in zip(working.options, stage.votes, strict=True)
        if option not in gone
    ]
    for option, many in sorted(votes, key=lambda one: -one[1]):
        yield message("{option}: {votes}", option=titles[option], votes=in_ballots(many, working.unit))
    if stage.left:
        yield message("for nobody any more: {votes}", votes=in_ballots(stage.left, working.unit))
    if stage.cut:
        yield message("lost with the decimals cut off: {votes}", votes=in_ballots(stage.cut, working.unit))
    if working.unit == 1:
        yield message("it takes {needed} of {count}", needed=stage.needed, count=sum(stage.votes))


def _tie(working: Rounds, stage: Stage, tie: StageTie, titles: Titles) -> Iterator[Message]:
    """Say who was equal, and what settled it."""
    leaves = stage.act == "exclusion"
    if tie.by == "together":
        yield message("they are equal, and have fewer together than any other: all of them leave")
        return
    options = tuple(titles[option] for option in tie.options)
    if leaves:
        yield message("equal for the last place: {options}", options=options)
    else:
        yield message("equal surpluses: {options}", options=options)
    if tie.by == "either":
        yield message("whichever is taken, the outcome is the same: every choice was tried")
    elif tie.by == "no-votes":
        yield message("they have no votes to pass on, so that the order does not matter")
    elif tie.by == "earlier-stage":
        yield message("what settles it is round {number}, where they were not equal", number=tie.stage)
    elif tie.by == "lot":
        yield _lot(working.lot, leaves=leaves)
        for option, digest in tie.draws:
            yield message("{digest} {option}", digest=digest, option=titles[option])


def _lot(text: str, *, leaves: bool) -> Message:
    if leaves:
        return message("A lot decides: the SHA-256 of “{text}” for each; the largest leaves.", text=text)
    return message("A lot decides: the SHA-256 of “{text}” for each; the smallest goes first.", text=text)


def _stopped(working: Rounds, tie: StageTie, titles: Titles) -> Step:
    """Say for which tie the rounds stop, and that it matters."""
    said = message(
        "The rounds stop here, equal: {options}.", options=tuple(titles[one] for one in tie.options)
    )
    if working.complete:
        return Step(said, (message("Every choice between them was tried: the outcome depends on it."),))
    return Step(said, (message("There are too many choices to try them all."),))


def in_ballots(votes: int, unit: int) -> Value:
    """Give votes as they are read: a whole number, or one with its decimals where it has any."""
    if votes % unit == 0:
        return votes // unit
    decimals = f"{votes % unit:0{len(str(unit)) - 1}d}"
    return message("{whole}.{decimals}", whole=votes // unit, decimals=decimals)
