"""The margin by its definition: ballots changed one by one, in every way, until the outcome changes."""

from collections.abc import Iterable, Iterator

from collectif_cli.model.noun import replace
from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.method import Mark, Method, Poll
from collectif_cli.voting.outcome import Outcome

State = tuple[tuple[Mark, int], ...]


def polled(of: Poll, state: State) -> Poll:
    """Give the poll of the same people with those ballots; an empty mark is a blank ballot."""
    marks = tuple(one for one in state if one[0])
    cast = sum(number for _, number in state)
    expressed = sum(number for _, number in marks)
    figures = replace(of.figures, expressed=expressed, blank=cast - expressed, invalid=0, abstain=0)
    return replace(of, marks=marks, figures=figures)


def least_change(
    method: Method, of: Poll, rule: DecisionRule, marks: Iterable[Mark], most: int
) -> int | None:
    """Give the fewest ballots whose change alters the outcome; None when ``most`` ballots do not."""
    return next((changed for changed, _ in _changes(method, of, rule, marks, most)), None)


def _changes(
    method: Method, of: Poll, rule: DecisionRule, marks: Iterable[Mark], most: int
) -> Iterator[tuple[int, set[Outcome]]]:
    """Yield each number of ballots up to ``most`` whose change alters the outcome, and what it leads to."""
    outcome = method.count(of, rule).outcome
    silent = (of.figures.cast or 0) - sum(number for _, number in of.marks)
    start: State = tuple(sorted([*of.marks, *([((), silent)] if silent else [])]))
    targets = [(), *marks]
    seen, layer = {start}, {start}
    for changed in range(1, most + 1):
        layer = {after for state in layer for after in _one_changed(state, targets)} - seen
        seen |= layer
        others = {method.count(polled(of, state), rule).outcome for state in layer}
        if any(other.differs_from(outcome) for other in others):
            yield changed, {other for other in others if other.differs_from(outcome)}


def assert_margin_is_true(
    method: Method, of: Poll, rule: DecisionRule, marks: Iterable[Mark], most: int
) -> None:
    """The margin that the method claims holds: exact where it says so, else within what it proves.

    And so many changed ballots do lead where it says.
    """
    margin = method.count(of, rule).margin
    assert margin is not None
    changes = _changes(method, of, rule, marks, most)
    least, reached = next(changes, (None, set()))
    if margin.ballots is not None and margin.ballots <= most:
        for number, others in changes if least is not None and margin.ballots > least else ():
            reached |= others
            if number == margin.ballots:
                break
        assert margin.leads_to is not None
        assert margin.leads_to.differs_from(method.count(of, rule).outcome)
        assert any(
            (one.verdict, one.options) == (margin.leads_to.verdict, margin.leads_to.options)
            for one in reached
        )
    if least is None:
        assert margin.ballots is None or margin.ballots > most
    elif margin.ballots is None:
        assert margin.at_least is not None
        assert margin.at_least <= least
    elif margin.at_least is None:
        assert margin.ballots == least
    else:
        assert margin.at_least <= least <= margin.ballots


def _one_changed(state: State, targets: list[Mark]) -> Iterator[State]:
    for mark, _ in state:
        for target in targets:
            if target != mark:
                numbers = dict(state)
                numbers[mark] -= 1
                numbers[target] = numbers.get(target, 0) + 1
                yield tuple(sorted((one, number) for one, number in numbers.items() if number))
