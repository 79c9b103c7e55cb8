"""What may be told of each group beside the whole: hidden cells protect each other, row by row and column
by column, until nothing changes."""

from collections.abc import Mapping

from collectif_cli.progress.disclosure import Part, kept, part_told

# The parts that add up to a whole; the other measures each cut it in two.
PARTS = ("women", "men", "other")

# A group, its people, its counts by measure.
Counts = Mapping[str, int]


def told(table: Mapping[str, tuple[int, Counts]], least: int) -> dict[str, frozenset[str]]:
    """Give the measures that may be told of each group, when the sum over all groups is told as well."""
    shown = {
        id: frozenset(measure for measure, count in counts.items() if part_told(Part(count, total), least))
        for id, (total, counts) in table.items()
    }
    while True:
        after = _by_measure(table, _by_group(table, shown, least), least)
        if after == shown:
            return shown
        shown = after


def _by_group(
    table: Mapping[str, tuple[int, Counts]], shown: Mapping[str, frozenset[str]], least: int
) -> dict[str, frozenset[str]]:
    """Hide the parts of a group that its other parts and its total give away."""
    found = {}
    for id, (_total, counts) in table.items():
        parts = {part: Part(counts[part], counts[part]) for part in PARTS}
        found[id] = kept(parts, shown[id], least) | shown[id].difference(PARTS)
    return found


def _by_measure(
    table: Mapping[str, tuple[int, Counts]], shown: Mapping[str, frozenset[str]], least: int
) -> dict[str, frozenset[str]]:
    """Hide the figures of groups that those of the other groups and the sum of all give away."""
    found = dict(shown)
    for measure in {measure for _, counts in table.values() for measure in counts}:
        column = {
            id: Part(counts[measure], total) for id, (total, counts) in table.items() if measure in counts
        }
        safe = kept(column, [id for id in column if measure in found[id]], least)
        for id in column:
            if id not in safe:
                found[id] = found[id] - {measure}
    return found
