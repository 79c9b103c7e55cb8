"""What a spreadsheet would run instead of showing it. Source: OWASP, "CSV injection"."""

import re

# What begins so is a formula, unless it is a number or a lone sign.
_FORMULA = re.compile(r"[=@\t\r]|[+-](?![0-9., ]*\Z)")


def is_formula(cell: str) -> bool:
    """Tell whether a spreadsheet would take the text of a cell for a formula."""
    return _FORMULA.match(cell) is not None
