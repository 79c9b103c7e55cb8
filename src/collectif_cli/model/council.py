"""The municipal council: how many seats the law gives it."""

# Least population -> seats of the municipal council: CGCT, article L2121-2.
_SEATS = (
    (0, 7),
    (100, 11),
    (500, 15),
    (1_500, 19),
    (2_500, 23),
    (3_500, 27),
    (5_000, 29),
    (10_000, 33),
    (20_000, 35),
    (30_000, 39),
    (40_000, 43),
    (50_000, 45),
    (60_000, 49),
    (80_000, 53),
    (100_000, 55),
    (150_000, 59),
    (200_000, 61),
    (250_000, 65),
    (300_000, 69),
)
# Their councils have laws of their own.
_APART = frozenset({"paris", "lyon", "marseille"})


def seats_for(population: int) -> int:
    """Give the seats of the council of a commune of that many inhabitants (CGCT, article L2121-2)."""
    return max(seats for least, seats in _SEATS if population >= least)


def has_its_own_law(commune: str) -> bool:
    """Tell whether the council of that commune follows another law: Paris, Lyon, Marseille."""
    return commune.casefold() in _APART
