"""The text of a new ``counts.yaml``."""

from collections.abc import Iterable, Sequence


def counts_text(
    cast: int | None,
    questions: Iterable[tuple[str, Sequence[tuple[str, int]], Sequence[tuple[str, int | None]]]],
    source: str,
) -> str:
    """Give the file: of each question its id, its options and its other figures; unknown ones are left out.

    Ids are made of letters, digits and hyphens, so that nothing needs quotes but ``source``.
    """
    quoted = source.replace("\\", "\\\\").replace('"', '\\"')
    lines = [f'sources: ["{quoted}"]']
    if cast is not None:
        lines.append(f"cast: {cast}")
    lines.append("questions:")
    for id, options, figures in questions:
        lines.append(f"  {id}:")
        lines.append("    options:")
        lines += [f"      {option}: {number}" for option, number in options]
        lines += [f"    {name}: {number}" for name, number in figures if number is not None]
    return "".join(f"{line}\n" for line in lines)
