"""The Makefile and what CI runs: every target is explained, and CI types what people type."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")

needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run make at the root of the repository."""
    return subprocess.run(["make", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def targets() -> set[str]:
    """Give the targets that people may type."""
    (phony,) = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    return set(phony.split())


@needs_make
def test_help_explains_the_targets() -> None:
    """``make`` alone shows the help, which names the targets; the parts of ``check`` go without saying."""
    explained = set(re.findall(r"\bmake ([a-z]+)", make().stdout))
    assert explained == targets() - {"help", "lint", "types", "contracts"}


@needs_make
def test_python_too_old_is_said_in_both_languages(tmp_path: Path) -> None:
    """A Python that says it is older than 3.11, for which ``false`` stands."""
    done = make("demo", "PYTHON=false", f"VENV={tmp_path / 'venv'}")
    assert done.returncode != 0
    assert "Il faut Python 3.11" in done.stderr
    assert "Python 3.11 or newer is needed" in done.stderr
    assert not (tmp_path / "venv").exists()


@needs_make
@pytest.mark.parametrize(
    ("user", "said"), [("1000", "sudo apt-get install python"), ("0", "Installing python")]
)
def test_python_without_venv_says_what_to_install(tmp_path: Path, user: str, said: str) -> None:
    """A Python without ensurepip: a person is told the package, root tries to install it."""
    programs = {
        "python": f'case "$2" in *ensurepip*) exit 1;; esac; exec {sys.executable} "$@"',
        "id": f"echo {user}",
        "apt-get": f'echo "$@" >> {tmp_path}/installed; exit 100',
    }
    for name, lines in programs.items():
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
        program.chmod(0o755)
    path = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
    done = make("demo", "PYTHON=python", f"VENV={tmp_path / 'venv'}", f"PATH={path}")
    assert done.returncode != 0
    assert said in done.stderr
    assert (tmp_path / "installed").exists() == (user == "0")


def test_ci_runs_what_people_type() -> None:
    """.ci/run holds targets of the Makefile, ``check`` among them, and can be run."""
    script = ROOT / ".ci/run"
    typed = re.findall(r"^make (\S+)$", script.read_text(encoding="utf-8"), re.MULTILINE)
    assert "check" in typed
    assert set(typed) <= targets()
    assert script.stat().st_mode & 0o100
