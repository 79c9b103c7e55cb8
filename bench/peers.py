"""Other tools on work of the same size: the anchors against which ratios are taken.

Each function writes files as that tool wants them, with the same number of keys and the same bodies as the
generated programme, and gives the command to run.
"""

import random
import subprocess
import sys
from pathlib import Path

from bench.generate import proposal

Command = list[str]
_BIN = Path(sys.executable).parent


def doorstop(root: Path, items: int) -> Command:
    """Write two doorstop documents of Markdown items, and give the command that validates them.

    The items carry the front matter of the proposals as attributes, and each links to one of ten times
    fewer parent items, as each proposal comes from a contribution.
    """
    root.mkdir(parents=True)
    subprocess.run(["git", "init", "-q", root], check=True)
    parents = max(items // 10, 1)
    _document(
        root / "contributions",
        "CON",
        "",
        [(number, "[]", "", "Une contribution.\n") for number in range(1, parents + 1)],
    )
    rows = []
    for number, text in enumerate(_texts(items), start=1):
        front, _, body = text.removeprefix("---\n").partition("\n---\n")
        extra = "".join(f"{line}\n" for line in front.splitlines() if not line.startswith("title:"))
        rows.append((number, f"[CON{(number - 1) % parents + 1:06}]", extra, body))
    _document(root / "proposals", "PRO", "  parent: CON\n", rows)
    return [str(_BIN / "doorstop"), "--project", str(root), "--no-reformat"]


def _document(folder: Path, prefix: str, parent: str, rows: list[tuple[int, str, str, str]]) -> None:
    folder.mkdir()
    (folder / ".doorstop.yml").write_text(
        f"settings:\n  digits: 6\n  itemformat: markdown\n{parent}  prefix: {prefix}\n  sep: ''\n",
        encoding="utf-8",
    )
    for number, links, extra, body in rows:
        front = (
            f"---\nactive: true\nderived: false\nlevel: 1.{number}.1\nlinks: {links}\nnormative: true\n"
            f"ref: ''\nreviewed: null\n{extra}---\n"
        )
        (folder / f"{prefix}{number:06}.md").write_text(f"{front}\n{body}", encoding="utf-8")


def yamllint(root: Path, items: int) -> Command:
    """Write YAML files of the same size, bodies as block texts, and give the command that lints them."""
    root.mkdir(parents=True)
    (root / ".yamllint").write_text(
        "extends: default\nrules:\n  line-length: disable\n  document-start: disable\n  commas: disable\n"
        "  braces: disable\n  brackets: disable\n",
        encoding="utf-8",
    )
    for number, text in enumerate(_texts(items), start=1):
        front, _, body = text.removeprefix("---\n").partition("\n---\n")
        block = "".join(f"  {line}\n" if line else "\n" for line in body.splitlines())
        (root / f"item-{number:06}.yaml").write_text(f"{front}\nbody: |\n{block}", encoding="utf-8")
    return [str(_BIN / "yamllint"), "-c", str(root / ".yamllint"), str(root)]


def _texts(items: int) -> list[str]:
    chance = random.Random(1)
    groups = [f"groupe-{number}" for number in range(1, max(items // 500, 1) + 1)]
    return [proposal(number, max(items // 10, 1), groups, chance) for number in range(1, items + 1)]
