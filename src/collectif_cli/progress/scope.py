"""What the evidence is looked for in: one group or the whole collective, up to a day."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar

from collectif_cli.model.group import Group
from collectif_cli.model.plenary import Plenary
from collectif_cli.model.register import ContributionCard, MeetingCard, ProposalCard, Register
from collectif_cli.progress.missing import GROUP, Actor
from collectif_cli.progress.public_names import public_names

Card = TypeVar("Card")


class Holdings:
    """The numerous texts by the group that holds them, looked through once for all groups.

    A proposal is held by all those that sign it; what no group holds is under an empty id.
    """

    def __init__(self, register: Register) -> None:
        """Take the register of the day."""
        self._register = register

    @cached_property
    def proposals(self) -> dict[str, list[ProposalCard]]:
        """The proposals of each group."""
        found: dict[str, list[ProposalCard]] = {}
        for card in self._register.proposals.values():
            for group in card.groups:
                found.setdefault(group, []).append(card)
        return found

    @cached_property
    def contributions(self) -> dict[str, list[ContributionCard]]:
        """The contributions that each group looks after."""
        found: dict[str, list[ContributionCard]] = {}
        for card in self._register.contributions.values():
            found.setdefault(card.group, []).append(card)
        return found

    @cached_property
    def meetings(self) -> dict[str, list[MeetingCard]]:
        """The meetings of each group, past and to come, by day."""
        found: dict[str, list[MeetingCard]] = {}
        for card in sorted(self._register.meetings.values(), key=lambda card: (card.date, card.id)):
            found.setdefault(card.group, []).append(card)
        return found


class Scope:
    """One group, or the whole collective when ``group`` is None."""

    def __init__(self, register: Register, holdings: Holdings, group: Group | None = None) -> None:
        """Take the register of the day, what groups hold, and the group."""
        self.register = register
        self.holdings = holdings
        self.group = group

    @property
    def today(self) -> date:
        """The day on which the question is asked."""
        return self.register.today

    @property
    def proposals(self) -> Sequence[ProposalCard]:
        """The proposals of the scope; a group's are those it signs alone or with others."""
        return _of(self.group, self.holdings.proposals, self.register.proposals)

    @property
    def contributions(self) -> Sequence[ContributionCard]:
        """The contributions of the scope."""
        return _of(self.group, self.holdings.contributions, self.register.contributions)

    @property
    def meetings(self) -> Sequence[MeetingCard]:
        """The meetings of the scope that were held."""
        held = _of(self.group, self.holdings.meetings, self.register.meetings)
        return [one for one in held if one.date <= self.today]

    @property
    def groups(self) -> Sequence[Group]:
        """The group, or all of them."""
        return [self.group] if self.group else list(self.register.groups.values())

    def facilitators(self, group: Group) -> Actor:
        """Give those who facilitate a group on the day; the group itself when nobody does."""
        people = [one.person.value for one in group.facilitators if one.covers(self.today)]
        return Actor("facilitators", public_names(people, self.register.people)) if people else GROUP


def next_plenary(register: Register) -> Plenary | None:
    """Give the first plenary that is to come, the one of the day included."""
    coming = [one for one in register.plenaries.values() if one.date.value >= register.today]
    return min(coming, key=lambda one: one.date.value, default=None)


def _of(group: Group | None, held: Mapping[str, Sequence[Card]], whole: Mapping[str, Card]) -> Sequence[Card]:
    """Give what the group holds; everything when it is about the collective."""
    return list(whole.values()) if group is None else held.get(group.id, ())
