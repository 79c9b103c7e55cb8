"""Elements of HTML and SVG as text: what they say is escaped, and where things stand is exact."""

from fractions import Fraction
from html import escape

from collectif_cli.render.terminal import flat


def element(name: str, *inside: str, **attributes: str | int) -> str:
    """Give an element; ``class_`` is the attribute ``class``, ``text_anchor`` the attribute ``text-anchor``.

    What is inside is markup; attributes are escaped here.
    """
    named = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"' for key, value in attributes.items()
    )
    return f"<{name}{named}>{''.join(inside)}</{name}>"


def text(said: str) -> str:
    """Give a text as markup, on one line."""
    return escape(flat(said))


def line(x: str, top: int, foot: int, *names: str) -> str:
    """Give an upright line at a share of the width, drawn once for each class of ``names``."""
    return "".join(element("line", x1=x, x2=x, y1=top, y2=foot, class_=name) for name in names)


def percent(part: Fraction | int, whole: int = 1) -> str:
    """Give a share as a length, cut after two decimals: the same bytes on every machine."""
    hundredths = int(Fraction(part) * 10_000 / whole)
    return f"{hundredths // 100}.{hundredths % 100:02}%"


def strip(height: int, *inside: str, name: str = "bars") -> str:
    """Give an SVG as wide as there is room and ``height`` pixels high.

    What is in it stands at shares of the width: it follows the screen, and its letters keep their size.
    """
    return element("svg", *inside, class_=name, width="100%", height=height)
