"""Who is at work in a group on a day, in numbers."""

from datetime import date

from collectif_cli.model.group import Group


def active_members(group: Group, day: date) -> int:
    """Give how many people are at work: those listed on that day, or the last headcount when it says more."""
    listed = len({one.person.value for one in (*group.members, *group.facilitators) if one.covers(day)})
    counts = [count for count in group.headcount if count.date.value <= day]
    last = max(counts, key=lambda count: count.date.value, default=None)
    return max(listed, last.active.value if last else 0)
