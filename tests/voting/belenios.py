"""An independent count: the official tool of Belenios (Debian's belenios-tool), where the machine has it."""

import json
import shutil
import subprocess
from collections.abc import Sequence

import pytest

NEEDS_BELENIOS = pytest.mark.skipif(
    shutil.which("belenios-tool") is None, reason="Debian's belenios-tool is not installed"
)


def winners(method: str, ballots: Sequence[Sequence[int]], choices: int, *more: str) -> list[set[int]]:
    """Give the groups of choices that the tool finds, the best first; equal ones are in one group."""
    command = ["belenios-tool", "method", method, f"--nchoices={choices}", "--blank-allowed=false", *more]
    said = subprocess.run(command, input=json.dumps(ballots), capture_output=True, text=True, check=True)
    return [set(group) for group in json.loads(said.stdout)["winners"]]
