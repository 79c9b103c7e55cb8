"""A repository written in a docstring: ``== path ==`` starts a file, the lines after it are its text."""

import inspect
import re
from pathlib import Path

_FILE = re.compile(r"^== (\S+) ==$", re.MULTILINE)

COLLECTIVE = """schema: 1
name: Collectif d'essai
language: fr
levels: [poitiers, grand-poitiers]
"""


def write_texts(root: Path, docstring: str | None) -> Path:
    """Write the files of a docstring under ``root``, and a small collectif.yaml when it has none."""
    parts = _FILE.split(inspect.cleandoc(docstring or ""))
    files = dict(zip(parts[1::2], parts[2::2], strict=True))
    for path, text in {"collectif.yaml": COLLECTIVE, **files}.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text.lstrip("\n"), encoding="utf-8", newline="")
    return root
