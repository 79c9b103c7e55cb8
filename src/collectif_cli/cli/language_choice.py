"""Which language to speak: the environment's word, else the collective's, else the locale's."""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from collectif_cli.store.tree import HEAD_FILE

_SAID = re.compile(rb"^language:[ \t]*[\"']?([a-z]{2})\b", re.MULTILINE)
_FIRST_BYTES = 65536


def choose_language(head: bytes, environment: Mapping[str, str]) -> str:
    """Give ``fr`` or ``en``: COLLECTIF_LANG wins, then what ``collectif.yaml`` says, then the locale.

    ``head`` is the beginning of ``collectif.yaml``, empty outside a programme.
    """
    declared = _SAID.search(head)
    said = [environment.get("COLLECTIF_LANG", ""), declared[1].decode() if declared else ""]
    said += [environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    for word in said:
        if word[:2] in {"fr", "en"}:
            return word[:2]
    return "en"


def beginning(root: Path | None) -> bytes:
    """Give the beginning of ``collectif.yaml``, where the language is declared."""
    try:
        with (root / HEAD_FILE).open("rb") if root else BytesIO() as file:
            return file.read(_FIRST_BYTES)
    except OSError:
        return b""
