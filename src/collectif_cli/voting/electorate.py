"""Who could vote, in numbers: registered, present, represented, as the texts say and nothing more."""

from collections.abc import Mapping
from datetime import date

from collectif_cli.model.candidates import CandidateList
from collectif_cli.model.group import Group
from collectif_cli.model.noun import Noun
from collectif_cli.model.plenary import Attendance, Plenary
from collectif_cli.model.source import Located
from collectif_cli.model.vote import Vote
from collectif_cli.voting.outcome import Figures
from collectif_cli.voting.roll import roll_of
from collectif_cli.voting.second_call import day_of_vote


class Voters(Noun):
    """How many could vote; None for what nobody wrote.

    ``kind`` is the one of the electorate: present, roll, group or candidates. ``group`` is the title of
    the group. ``estimated`` tells that the number of people present was not counted one by one.
    """

    kind: str
    registered: int | None = None
    present: int | None = None
    represented: int | None = None
    estimated: bool = False
    group: str = ""

    @property
    def most(self) -> int | None:
        """The most votes there can be; None when it is not known, or only by an estimate."""
        if self.kind != "present":
            return self.registered
        if self.estimated or self.present is None or self.represented is None:
            return None
        return self.present + self.represented


def figures_of(voters: Voters) -> Figures:
    """Give the figures that are known before any ballot is looked at."""
    return Figures(registered=voters.registered, present=voters.present, represented=voters.represented)


def voters_of(
    vote: Vote,
    plenaries: Mapping[str, Plenary],
    groups: Mapping[str, Group],
    candidates: CandidateList | None,
) -> Voters:
    """Give the numbers for a vote: what the vote itself says first, then its plenary, its roll, its group.

    The attendance of the plenary is that of a vote of those present; a roll or a group is another population.
    The number frozen at the opening stands for the roll, the group or the candidates, whatever became of
    them since.
    """
    electorate = vote.electorate
    kind = electorate.kind.value
    plenary = plenaries.get(vote.plenary.value) if vote.plenary else None
    there = plenary.attendance if plenary and kind == "present" else None
    attendance = there or Attendance()
    group = groups.get(electorate.group.value) if electorate.group else None
    registered = _value(electorate.registered)
    counted = _value(vote.frozen.electorate.count) if vote.frozen else None
    if registered is None and kind != "present":
        registered = counted if vote.frozen else _enrolled(vote, group, candidates)
    present = _value(electorate.present)
    from_plenary = present is None
    if present is None:
        present = _value(attendance.present)
    if present is None and kind == "present" and counted is not None:
        present, from_plenary = counted, False
    represented = _represented(vote)
    if represented is None:
        represented = _value(attendance.represented)
    estimated = from_plenary and attendance.record is not None and attendance.record.value == "estimated"
    return Voters(
        kind=kind,
        registered=registered,
        present=present,
        represented=represented,
        estimated=estimated,
        group=group.name if group else "",
    )


def _represented(vote: Vote) -> int | None:
    """Give how many the vote says are represented: in figures, frozen at the opening, or proxy by proxy."""
    if vote.electorate.represented is not None:
        return vote.electorate.represented.value
    if vote.frozen is not None and vote.frozen.electorate.represented is not None:
        return vote.frozen.electorate.represented.value
    return len(vote.electorate.proxies) or None


def _enrolled(vote: Vote, group: Group | None, candidates: CandidateList | None) -> int | None:
    """Give how many the roll, the group on its day, or the list of candidates holds.

    Those who facilitate a group are of it, and somebody who is listed twice has one voice.
    """
    kind = vote.electorate.kind.value
    if kind == "roll":
        return len(roll_of(vote)) or None
    if kind == "candidates":
        return len(candidates.candidates) if candidates else None
    day = day_of_group(vote)
    if group is None or day is None:
        return None
    return len({member.person.value for member in group.roster if member.covers(day)})


def day_of_group(vote: Vote) -> date | None:
    """Give the day on which one must be of the group: as the electorate says, or that of the vote."""
    return vote.electorate.date.value if vote.electorate.date is not None else day_of_vote(vote)


def _value(located: Located[int] | None) -> int | None:
    return None if located is None else located.value
