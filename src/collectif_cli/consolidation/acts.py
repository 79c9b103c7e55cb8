"""What plenaries and votes did to a text or to a title of the outline, and how that is known."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.noun import Noun
from collectif_cli.model.plenary import UNTOLD, Decision, Plenary
from collectif_cli.model.programme import Programme
from collectif_cli.model.vote import Question, Vote
from collectif_cli.voting.declared import rule_of
from collectif_cli.voting.electorate import voters_of
from collectif_cli.voting.legible import illegible
from collectif_cli.voting.outcome import Result
from collectif_cli.voting.sealing import is_sealed, without_figures
from collectif_cli.voting.tally import Tally, questions_of, tally

# What decisions of these kinds are on is a group, a list or an organisation, which may bear the id of a text.
_ELSEWHERE = frozenset({"mandate", "accept-organisation", "waive"})


class Counted(NamedTuple):
    """A question that was counted, and its result; ``told`` is False when only the outcome may be shown."""

    question: Question
    result: Result
    told: bool


class Known(NamedTuple):
    """What is known of how many were for an act.

    ``record`` is ``recorded``, ``undisclosed``, ``missing``, ``disputed`` (then ``sources`` speak), or
    ``sealed``; figures are given only for ``recorded``. ``uncounted`` tells that there is a vote whose
    count cannot be made from the texts.
    """

    record: str = "recorded"
    sources: tuple[str, ...] = ()
    counted: tuple[Counted, ...] = ()
    uncounted: bool = False


class Act(Noun):
    """One decision of a plenary, or one vote, about a subject."""

    id: str
    day: date | None = None
    plenary: Plenary | None = None
    decision: Decision | None = None
    vote: Vote | None = None
    known: Known = Known()

    @property
    def adopts(self) -> bool:
        """Tell whether this is what made the text part of the programme."""
        if self.decision is not None:
            return self.decision.kind.value == "adopt"
        return any(one.result.outcome.verdict.value == "adopted" for one in self.known.counted)


class Acts:
    """The acts of a programme by subject; each vote is counted once, when something asks for it."""

    def __init__(self, programme: Programme, faults: Iterable[Diagnostic] = ()) -> None:
        """Take the programme and the faults of reading it: a vote that could not be read is not counted."""
        self._programme = programme
        self._faults = tuple(faults)
        self._tallies: dict[str, Tally | None] = {}
        self._decided = _decided(programme)
        self._voted = _voted(programme)

    def on(self, subject: str, cited: Iterable[str] = ()) -> tuple[Act, ...]:
        """Give the acts on a subject, those it cites included, the oldest first."""
        ids = dict.fromkeys([*cited, *self._decided.get(subject, ())])
        acts = [act for id in ids if (act := self._act(id, subject)) is not None]
        counted = {act.vote.id for act in acts if act.vote is not None}
        for id in self._voted.get(subject, ()):
            if id not in counted and id not in ids:
                acts.append(self._of_vote(self._programme.votes[id], subject))
        return tuple(sorted(acts, key=lambda act: (act.day or date.max, act.plenary is None)))

    def taken(self, plenary: Plenary) -> tuple[Act, ...]:
        """Give the act of each decision of a plenary, in the order of the minutes."""
        return tuple(
            self._of_decision(f"{plenary.id}/{one.id.value}", plenary, one, one.on[0].value if one.on else "")
            for one in plenary.decisions
        )

    def tally_of(self, vote: Vote) -> Tally | None:
        """Give the count of a vote, or None when the texts do not allow one."""
        if vote.id not in self._tallies:
            self._tallies[vote.id] = _tally(vote, self._programme, self._faults)
        return self._tallies[vote.id]

    def _act(self, id: str, subject: str) -> Act | None:
        plenary_id, _, decision_id = id.partition("/")
        plenary = self._programme.plenaries.get(plenary_id)
        decision = plenary.decision(decision_id) if plenary and decision_id else None
        if plenary is not None and decision is not None:
            return self._of_decision(id, plenary, decision, subject)
        vote = self._programme.votes.get(id)
        return None if vote is None else self._of_vote(vote, subject)

    def _of_decision(self, id: str, plenary: Plenary, decision: Decision, subject: str) -> Act:
        vote = self._programme.votes.get(decision.vote.value) if decision.vote else None
        record = decision.record.value if decision.record else "recorded"
        if record in UNTOLD:
            known = Known(record, tuple(source.value for source in decision.sources))
        else:
            known = Known() if vote is None or vote.cancelled else self._known(vote, subject)
        return Act(id=id, day=plenary.date.value, plenary=plenary, decision=decision, vote=vote, known=known)

    def _of_vote(self, vote: Vote, subject: str) -> Act:
        plenary = self._programme.plenaries.get(vote.plenary.value) if vote.plenary else None
        day = _day_of(vote, plenary)
        return Act(id=vote.id, day=day, plenary=plenary, vote=vote, known=self._known(vote, subject))

    def _known(self, vote: Vote, subject: str) -> Known:
        """Give the figures of a vote about a subject, and how they are known."""
        if vote.ballots.value == "sealed":
            return Known("sealed")
        counted = self.tally_of(vote)
        if counted is None:
            return Known(uncounted=True)
        if counted.record in UNTOLD:
            return Known(counted.record, counted.sources)
        told = counted.rule.disclose is None or counted.rule.disclose.value == "all"
        return Known(counted=tuple(_about(counted, subject, told)))


def _about(counted: Tally, subject: str, told: bool) -> Iterator[Counted]:
    """Yield the questions about a subject; all of them when none names it."""
    pairs = list(zip(counted.questions, counted.results, strict=True))
    named = [pair for pair in pairs if any(on.value == subject for on in pair[0].on)]
    for question, result in named or pairs:
        yield Counted(question, result, told)


def _decided(programme: Programme) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for id, plenary in programme.plenaries.items():
        for decision in plenary.decisions:
            for on in decision.on if decision.kind.value not in _ELSEWHERE else ():
                found.setdefault(on.value, []).append(f"{id}/{decision.id.value}")
    return found


def _voted(programme: Programme) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for id, vote in programme.votes.items():
        if vote.cancelled is None:
            for subject in dict.fromkeys(on.value for asked in questions_of(vote) for on in asked.on):
                found.setdefault(subject, []).append(id)
    return found


def _tally(vote: Vote, programme: Programme, faults: tuple[Diagnostic, ...]) -> Tally | None:
    rule = rule_of(vote, programme.collective)
    plenary = programme.plenaries.get(vote.plenary.value) if vote.plenary else None
    if rule is None or any(illegible(vote, rule, plenary, faults)):
        return None
    voters = voters_of(vote, programme.plenaries, programme.groups, programme.candidates)
    counted = tally(vote, rule, voters)[0]
    return without_figures(counted) if counted and is_sealed(vote, rule) else counted


def _day_of(vote: Vote, plenary: Plenary | None) -> date | None:
    if vote.date is not None:
        return vote.date.value
    if vote.opens is not None:
        return vote.opens.value.day
    return plenary.date.value if plenary else None
