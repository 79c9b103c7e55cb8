"""The arrows between the rooms: the contracts hold, and each of them can fail."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("importlinter", reason="import-linter comes with the extra dev")

ROOT = Path(__file__).parent.parent

# A house with every room, empty, in the places that the contracts speak of.
HOUSE = (
    "checks/all_checks",
    "checks/proposals",
    "checks/rule",
    "checks/votes",
    "cli/app",
    "consolidation/select",
    "designation/list",
    "errors",
    "model/source",
    "progress/phases",
    "render/tables",
    "review/diff",
    "store/history",
    "store/load",
    "store/platforms/loomio",
    "store/platforms/markup",
    "store/platforms/polis",
    "triage/alike",
    "voting/ballots",
    "voting/bulk/counts",
    "voting/methods/majority",
    "voting/methods/schulze",
)


def lint(tmp_path: Path, place: str = "model/source", line: str = "") -> str:
    """Build the house with ``line`` written in the module ``place``; give what import-linter says of it."""
    package = tmp_path / "collectif_cli"
    for module in {*HOUSE, place}:
        path = package / f"{module}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(line if module == place else "", encoding="utf-8")
    for folder in (package, *(path for path in package.rglob("*") if path.is_dir())):
        (folder / "__init__.py").touch()
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    done = subprocess.run(
        [*command, "--no-cache", "--config", str(ROOT / "pyproject.toml")],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Contracts:" in done.stdout, done.stdout + done.stderr
    return done.stdout


def test_empty_rooms_are_in_order(tmp_path: Path) -> None:
    """Every room, and nothing in them."""
    assert " 0 broken" in lint(tmp_path)


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("checks/all_checks", "from collectif_cli.checks import proposals, votes"),
        ("checks/proposals", "from collectif_cli.checks import rule"),
        ("checks/votes", "from collectif_cli.voting import ballots"),
        ("cli/app", "import rich, typer\nfrom collectif_cli.store import load"),
        ("errors", "from collectif_cli.model import source"),
        ("render/tables", "import babel.dates, jinja2.sandbox, markdown_it, rich.table"),
        ("store/history", "import git"),
        ("store/load", "import _ruamel_yaml\nfrom ruamel.yaml import YAML"),
        ("store/platforms/markup", "import nh3"),
        ("store/platforms/polis", "from collectif_cli.store.platforms import markup"),
        ("voting/bulk/counts", "import numpy"),
    ],
)
def test_arrow_that_goes_down_is_kept(tmp_path: Path, place: str, line: str) -> None:
    """One import that the design allows."""
    assert " 0 broken" in lint(tmp_path, place, line)


@pytest.mark.parametrize(
    ("place", "line", "broken"),
    [
        ("utils", "", "Each room imports only"),
        ("model/source", "from collectif_cli import errors", "Each room imports only"),
        ("render/tables", "from collectif_cli.cli import app", "Each room imports only"),
        ("checks/votes", "from collectif_cli.progress import phases", "Each room imports only"),
        ("voting/ballots", "from collectif_cli.store import load", "Each room imports only"),
        ("checks/votes", "from collectif_cli.store import load", "Only the command line calls the store"),
        ("render/tables", "from collectif_cli.store import load", "Only the command line calls the store"),
        (
            "voting/methods/schulze",
            "from collectif_cli.voting.methods import majority",
            "Voting methods know",
        ),
        ("checks/votes", "from collectif_cli.checks import proposals", "Families of checks know"),
        ("store/load", "def f():\n    import git", "Git is touched"),
        ("cli/app", "import _ruamel_yaml", "YAML is read"),
        ("checks/votes", "from ruamel.yaml import YAML", "YAML is read"),
        ("store/load", "import markdown_it", "Templates, Markdown"),
        ("progress/phases", "import rich", "The terminal is touched"),
        ("render/tables", "import typer", "The terminal is touched"),
        ("triage/alike", "from collectif_cli.checks import rule", "Each room imports only"),
        ("render/tables", "import nh3", "Foreign HTML is cleaned"),
        (
            "store/platforms/polis",
            "from collectif_cli.store.platforms import loomio",
            "Platforms know nothing",
        ),
        ("voting/ballots", "import numpy", "Numbers by the million"),
    ],
)
def test_arrow_that_goes_up_or_across_is_found(tmp_path: Path, place: str, line: str, broken: str) -> None:
    """One import that the design forbids."""
    (found,) = (
        row for row in lint(tmp_path, place, line).splitlines() if row.startswith(broken) and "BROKEN" in row
    )
    assert found
