"""JSON for programs: the texts as they are, and what could act on a terminal written as escapes."""

import json
from typing import Any

from collectif_cli.render.terminal import UNSAFE


def for_programs(value: Any) -> str:
    """Give a value as JSON that people can read too; whoever reads it as JSON gets the same value."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
