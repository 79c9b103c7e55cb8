"""The examples of the rules: a small sound repository, and what each example lays over it.

``tests/checks/<slug>/good`` and ``bad`` hold the files that differ from ``tests/checks/base``; a file of
no byte named ``<name>.gone`` takes ``<name>`` away; one that ends with ``.named`` holds the path of a file
that could not be kept here under its own name; ``<name>.repeated`` has a number on its first line, and
the rest is written that many times; ``<name>.locked`` of no byte makes ``<name>`` a file that nobody may
read. ``tests/checks/<slug>/expected`` has a line
``path:line:column`` for each finding of the bad example, in order; a first line ``# today: 2019-10-01``
sets the day (2019-09-01 otherwise).
"""

import shutil
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
BASE = HERE / "base"


def slugs() -> list[str]:
    """Give the rules that have examples."""
    return sorted(path.parent.name for path in HERE.glob("*/expected"))


def lay_out(slug: str, kind: str, target: Path) -> Path:
    """Write the ``good`` or ``bad`` repository of a rule into ``target``."""
    shutil.copytree(BASE, target, dirs_exist_ok=True)
    overlay = HERE / slug / kind
    if overlay.is_dir():
        shutil.copytree(overlay, target, dirs_exist_ok=True, symlinks=True)
    for gone in target.rglob("*.gone"):
        gone.with_suffix("").unlink()
        gone.unlink()
    for named in target.rglob("*.named"):
        (target / named.read_text(encoding="utf-8").strip()).touch()
        named.unlink()
    for repeated in target.rglob("*.repeated"):
        times, _, text = repeated.read_text(encoding="utf-8").partition("\n")
        repeated.with_suffix("").write_text(text * int(times), encoding="utf-8")
        repeated.unlink()
    for locked in target.rglob("*.locked"):
        locked.with_suffix("").chmod(0)
        locked.unlink()
    return target


def expectations(slug: str) -> tuple[date, list[str]]:
    """Give the day of the example, and the places of the findings of the bad one."""
    lines = (HERE / slug / "expected").read_text(encoding="utf-8").splitlines()
    today = date(2019, 9, 1)
    if lines and lines[0].startswith("# today: "):
        today = date.fromisoformat(lines[0].removeprefix("# today: "))
    return today, [line for line in lines if line and not line.startswith("#")]
