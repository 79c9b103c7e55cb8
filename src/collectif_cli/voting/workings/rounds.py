"""The working of the methods by rounds: how it is written in a result, and told by ``by_rounds/steps.py``."""

from collectif_cli.model.record import Node, Record
from collectif_cli.model.record import record as tree
from collectif_cli.voting.by_rounds.steps import steps
from collectif_cli.voting.by_rounds.worked import Moved, Rounds, Stage, StageTie

__all__ = ["record", "steps"]


def record(working: Rounds) -> tuple[tuple[str, Node | None], ...]:
    """Give the rounds, each with every vote; those with decimals as text, so that nothing rounds them."""
    return (
        ("papers", working.papers),
        ("rounds", tuple(_stage(working, stage) for stage in working.stages) or None),
        ("elected_last", working.last or None),
        ("tied", _tie(working.tied) if working.tied else None),
        ("every_choice_tried", None if working.complete else False),
    )


def _stage(working: Rounds, stage: Stage) -> Record:
    votes = zip(working.options, stage.votes, strict=True)
    return tree(
        ("act", stage.act),
        ("options", stage.options or None),
        ("tie", _tie(stage.tie) if stage.tie else None),
        ("passed_on", tuple(_moved(working, one) for one in stage.moved) or None),
        ("votes", Record(tuple((option, _number(number, working.unit)) for option, number in votes))),
        ("not_counting", _number(stage.left, working.unit)),
        ("cut_off", _number(stage.cut, working.unit) if working.unit > 1 else None),
        ("needed", _number(stage.needed, working.unit)),
        ("elected", stage.elected or None),
    )


def _moved(working: Rounds, moved: Moved) -> Record:
    """Give ballots passed on; what they are worth is left out where each is worth one."""
    decimals = working.unit > 1
    return tree(
        ("to", moved.to or None),
        ("ballots", moved.papers),
        ("came_worth", _number(moved.value, working.unit) if decimals else None),
        ("worth", _number(moved.after, working.unit) if decimals else None),
    )


def _tie(tie: StageTie) -> Record:
    return tree(
        ("between", tie.options),
        ("by", tie.by),
        ("round", tie.stage or None),
        ("taken", tie.chosen or None),
        ("draws", Record(tie.draws) if tie.draws else None),
    )


def _number(votes: int, unit: int) -> int | str:
    """Give votes as they are written: a whole number, or one with all the decimals of the unit."""
    if unit == 1:
        return votes
    return f"{votes // unit}.{votes % unit:0{len(str(unit)) - 1}d}"
