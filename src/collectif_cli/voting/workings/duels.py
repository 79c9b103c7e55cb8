"""The working of the methods by duels: the matrix, the paths, the pairs; how it is written and told."""

from itertools import combinations

from collectif_cli.model.message import message, messages
from collectif_cli.model.record import Node, Record
from collectif_cli.model.record import record as tree
from collectif_cli.voting.by_duels.default_option import Against, Hurdle
from collectif_cli.voting.by_duels.pair_steps import pair_steps
from collectif_cli.voting.by_duels.path_steps import path_steps
from collectif_cli.voting.by_duels.words import duel
from collectif_cli.voting.by_duels.worked import Duels, Pair, Path
from collectif_cli.voting.outcome import Result
from collectif_cli.voting.step import Step
from collectif_cli.voting.words import Titles, share


def record(working: Duels) -> tuple[tuple[str, Node | None], ...]:
    """Give the ballots of each option against each other, and what was made of them."""
    rows = zip(working.options, working.matrix, strict=True)
    return (
        ("duels", Record(tuple((option, _row(option, row, working.options)) for option, row in rows))),
        ("against_default", tuple(_against(one) for one in working.against) or None),
        ("condorcet_winner", working.winner or None),
        ("smith_set", working.smith or None),
        ("paths", tuple(_path(one) for one in working.paths) or None),
        ("pairs", tuple(_pair(one) for one in working.pairs) or None),
        ("every_order_tried", None if working.complete else False),
    )


def _row(option: str, row: tuple[int, ...], options: tuple[str, ...]) -> Record:
    return Record(tuple((other, votes) for other, votes in zip(options, row, strict=True) if other != option))


def _against(one: Against) -> Record:
    return tree(
        ("option", one.option), ("votes", one.votes), ("against", one.against), ("lacks", one.because or None)
    )


def _path(one: Path) -> Record:
    return tree(("by", one.route), ("votes", one.votes), ("against", one.against))


def _pair(one: Pair) -> Record:
    return tree(
        ("winner", one.winner),
        ("loser", one.loser),
        ("votes", one.votes),
        ("against", one.against),
        ("kept", one.kept),
        ("digest", one.digest or None),
    )


def steps(working: Duels, result: Result, titles: Titles) -> tuple[Step, ...]:
    """Give the steps: the duels, who is dropped, who wins them all, then the paths or the pairs."""
    if not working.leaders and not working.smith:
        return ()
    found = [_duels(working, result.figures.expressed or 0, titles)]
    if working.hurdle is not None:
        found.append(_hurdle(working, working.hurdle, titles))
    found.append(_winner(working, titles))
    if working.paths:
        found += path_steps(working, titles)
    if working.pairs:
        found += pair_steps(working, titles)
    if len(result.ranking) > 1:
        found.append(_order(result, titles))
    return tuple(found)


def _duels(working: Duels, ballots: int, titles: Titles) -> Step:
    said = message("For each two options, count the ballots that place one before the other.")
    details = {
        "last": [message("An option without a rank comes after all those that have one.")],
        "ignored": [message("A ballot counts in a duel only if it ranks both options.")],
    }.get(working.unranked, [])
    pairs = tuple(combinations(range(len(working.options)), 2))
    if working.unranked != "ignored" and any(
        working.matrix[one][other] + working.matrix[other][one] < ballots for one, other in pairs
    ):
        details.append(
            message("A ballot that leaves two options at the same place counts for neither of them.")
        )
    for one, other in pairs:
        votes, against = working.matrix[one][other], working.matrix[other][one]
        details.append(duel(working.options[one], working.options[other], votes, against, titles))
    return Step(said, tuple(details))


def _hurdle(working: Duels, hurdle: Hurdle, titles: Titles) -> Step:
    """Say what the options must do against the default one, and which of them do."""
    default = titles[hurdle.default]
    said = message(
        "Each option must first beat “{default}”: it takes {share} of the ballots of their duel.",
        default=default,
        share=share(hurdle.beats),
    )
    details = []
    if hurdle.quorum:
        details.append(
            messages(
                "At least {n} ballot must place it before “{default}”.",
                "At least {n} ballots must place it before “{default}”.",
                hurdle.quorum,
                default=default,
            )
        )
    for one in working.against:
        values = {"option": titles[one.option], "votes": one.votes, "against": one.against}
        details.append(
            message("“{option}”, {votes} to {against}: dropped, and its duels with it", **values)
            if one.because
            else message("“{option}”, {votes} to {against}: it stays", **values)
        )
    return Step(said, tuple(details))


def _winner(working: Duels, titles: Titles) -> Step:
    """Say whether an option wins all its duels; if none does, which group beats all the others."""
    if working.winner:
        return Step(message("“{option}” wins all its duels.", option=titles[working.winner]))
    said = message("No option wins all its duels.")
    dropped = sum(1 for one in working.against if one.because)
    if len(working.smith) == len(working.options) - dropped:
        return Step(said, (message("None can be left out: no smaller group beats all the others."),))
    group = tuple(titles[option] for option in working.smith)
    return Step(said, (message("The smallest group that beats all the others: {options}.", options=group),))


def _order(result: Result, titles: Titles) -> Step:
    """Give the order of the options, those that nothing separates on one line."""
    lines = (
        message("{place}. {options}", place=place, options=tuple(titles[option] for option in group))
        for place, group in enumerate(result.ranking, start=1)
    )
    return Step(message("The order of the options:"), tuple(lines))
