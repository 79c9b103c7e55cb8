"""What every test stands on: a git, a language and a terminal that owe nothing to the machine."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# A slow machine is not a fault of the code: no deadline; the rest is as hypothesis has it, CI or not.
settings.register_profile("patient", parent=settings.default, deadline=None)
settings.load_profile("patient")

# What the tool or git would read of the person who runs the tests.
AMBIENT = (
    "COLLECTIF_LANG",
    "COLUMNS",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
    "LINES",
    "NO_COLOR",
    "PY_COLORS",
    "TTY_COMPATIBLE",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
)


@pytest.fixture(scope="session", autouse=True)
def _anywhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give every test the same home, language, clock zone and git identity; yield the home."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in [*AMBIENT, *(name for name in os.environ if name.startswith("GIT_"))]:
            patch.delenv(name, raising=False)
        patch.setenv("HOME", str(home))
        patch.setenv("LANG", "C.UTF-8")
        patch.setenv("TZ", "UTC")
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        for role in ("AUTHOR", "COMMITTER"):
            patch.setenv(f"GIT_{role}_NAME", "Tilleul")
            patch.setenv(f"GIT_{role}_EMAIL", "tilleul@collectif.example")
        yield home
