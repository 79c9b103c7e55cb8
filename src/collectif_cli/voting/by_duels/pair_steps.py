"""The steps of a counting sheet for ranked pairs: the duels as they are taken, and who is beaten by none."""

from collectif_cli.model.message import Message, message
from collectif_cli.voting.by_duels.words import duel, route, worth
from collectif_cli.voting.by_duels.worked import Duels, Pair
from collectif_cli.voting.step import Step
from collectif_cli.voting.words import Titles


def pair_steps(working: Duels, titles: Titles) -> tuple[Step, ...]:
    """Give the steps that keep duels one after the other."""
    return _pairs(working, titles), _unbeaten(working, titles)


def _pairs(working: Duels, titles: Titles) -> Step:
    """Take the duels from the strongest to the weakest, and keep those that close no circle."""
    said = message(
        "Take the duels that are won, from the strongest to the weakest. Keep each of them, "
        "unless those already kept lead from its loser back to its winner."
    )
    details = [*worth(working.measure)]
    if working.lot:
        details.append(
            message(
                "Of equal duels, first the one with the smallest SHA-256 of “{text}”, the winner's id first.",
                text=working.lot,
            )
        )
    elif any(pair.kept == "depends" for pair in working.pairs):
        details.append(
            message("Equal duels were taken in every order, since the order changes what is kept.")
            if working.complete
            else message("Equal duels can be taken in too many orders to try them all.")
        )
    details += [_pair_told(pair, titles) for pair in working.pairs]
    return Step(said, tuple(details))


def _pair_told(pair: Pair, titles: Titles) -> Message:
    said = duel(pair.winner, pair.loser, pair.votes, pair.against, titles)
    if pair.digest:
        said = message("{duel} ({digest})", duel=said, digest=pair.digest)
    if pair.kept == "yes":
        return message("{duel}; kept", duel=said)
    if pair.kept == "depends":
        return message("{duel}; kept or not, by the order", duel=said)
    if not pair.route:
        return message("{duel}; not kept, it would close a circle", duel=said)
    return message("{duel}; not kept, because of {route}", duel=said, route=route(pair.route, titles))


def _unbeaten(working: Duels, titles: Titles) -> Step:
    leaders = tuple(titles[option] for option in working.leaders)
    if len(leaders) == 1:
        return Step(message("No duel that was kept beats “{option}”.", option=leaders[0]))
    if any(pair.kept == "depends" for pair in working.pairs):
        said = message(
            "In one order or another, no duel that is kept beats these: {options}.", options=leaders
        )
    else:
        said = message("No duel that was kept beats any of these: {options}.", options=leaders)
    return Step(said)
