"""Which language to speak: the environment's word, else the collective's, else the locale's."""

import re
from collections.abc import Mapping
from pathlib import Path

from collectif_cli.store.tree import HEAD_FILE

_SAID = re.compile(rb"^language:[ \t]*[\"']?([a-z]{2})\b", re.MULTILINE)
_FIRST_BYTES = 65536


def choose_language(root: Path | None, environment: Mapping[str, str]) -> str:
    """Give ``fr`` or ``en``: COLLECTIF_LANG wins, then what ``collectif.yaml`` says, then the locale."""
    said = [environment.get("COLLECTIF_LANG", "")]
    if root is not None:
        said.append(_of_collective(root / HEAD_FILE))
    said += [environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    for word in said:
        if word[:2] in {"fr", "en"}:
            return word[:2]
    return "en"


def _of_collective(path: Path) -> str:
    """Give the language a collective declares, without reading the rest of its file."""
    try:
        with path.open("rb") as file:
            found = _SAID.search(file.read(_FIRST_BYTES))
    except OSError:
        return ""
    return found[1].decode() if found else ""
