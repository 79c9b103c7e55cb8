"""The colours of grades, from the best to the worst.

Each is lighter than the one before: they keep their order in grey, and for those who see colours otherwise;
from green to sand, for all the others.
"""

from typing import NamedTuple

_SCALE = ((17, 86, 74), (63, 143, 116), (147, 191, 140), (226, 214, 146), (251, 238, 224))
# White letters go on what is darker, black ones on the rest: 4.5 to 1 at the least (WCAG 2.2, 1.4.3).
_DARK = 106


class Shade(NamedTuple):
    """A colour and that of the letters on it."""

    fill: str
    ink: str


def shades(number: int) -> tuple[Shade, ...]:
    """Give as many colours, at equal steps along the scale."""
    return tuple(_shade(place, max(number - 1, 1)) for place in range(number))


def _shade(place: int, steps: int) -> Shade:
    at, rest = divmod(place * (len(_SCALE) - 1), steps)
    start, end = _SCALE[at], _SCALE[min(at + 1, len(_SCALE) - 1)]
    red, green, blue = (one + (other - one) * rest // steps for one, other in zip(start, end, strict=True))
    brightness = (299 * red + 587 * green + 114 * blue) // 1000  # of 255 (ITU-R BT.601)
    return Shade(f"#{red:02x}{green:02x}{blue:02x}", "#fff" if brightness < _DARK else "#000")
