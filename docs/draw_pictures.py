"""``make pictures``: draws what the verbs really print, in both languages, and the top of the programme.

The terminal pictures are SVG made by rich, without the web fonts that it names. The page is a PNG made by a
headless Chromium where there is one, and is left as it is elsewhere.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
COLLECTIF = Path(sys.executable).parent / "collectif"
LARGEST_PNG = 200_000  # bytes: a clone carries each version of it for ever
LANGUAGES = ("fr", "en")
_WEB_FONT = re.compile(r"@font-face \{.*?\}\n?", re.DOTALL)
THEME = TerminalTheme(
    (250, 250, 248),
    (40, 42, 46),
    [
        (40, 42, 46), (176, 32, 32), (40, 110, 50), (150, 100, 0),
        (30, 80, 160), (120, 50, 130), (0, 110, 120), (120, 120, 120),
    ],
)  # fmt: skip


class Scene(NamedTuple):
    """A picture: its name, the words after ``collectif``, the width of the terminal, a fault to make first.

    A fault is a path, what stands there, and what is written instead.
    """

    name: str
    words: tuple[str, ...]
    width: int = 100
    fault: tuple[str, str, str] | None = None


SCENES = (
    Scene("status", ("status",)),
    Scene(
        "check",
        ("check", "--only", "reference"),
        fault=("groups/eau/group.yaml", "person: saule", "person: saulle"),
    ),
    Scene("sheet", ("vote", "show", "2019-09-24-alimentation"), 92),
)


def main() -> int:
    """Draw everything, in a copy of the reference programme."""
    for language in LANGUAGES:
        for scene in SCENES:
            with tempfile.TemporaryDirectory() as folder:
                text = printed(scene, language, copy_programme(Path(folder)))
            (PICTURES / f"{scene.name}.{language}.svg").write_text(svg(scene, text), encoding="utf-8")
    draw_programme()
    return 0


def copy_programme(folder: Path) -> Path:
    """Give a copy of the texts of the reference programme."""
    shutil.copy(ROOT / "collectif.yaml", folder)
    for room in ("groups", "programme"):
        shutil.copytree(ROOT / room, folder / room)
    return folder


def printed(scene: Scene, language: str, root: Path) -> str:
    """Give what a person would see, colours included."""
    if scene.fault:
        path, before, after = scene.fault
        text = (root / path).read_text(encoding="utf-8")
        if before not in text:
            raise ValueError(f"{path} does not hold {before!r}")
        (root / path).write_text(text.replace(before, after, 1), encoding="utf-8")
    done = subprocess.run(  # noqa: S603 - the tool itself, in a copy of our own texts
        [COLLECTIF, *scene.words, "--color", "always"],
        cwd=root,
        env={
            **os.environ,
            "COLLECTIF_LANG": language,
            "COLUMNS": str(scene.width),
            "XDG_CACHE_HOME": str(root),
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + done.stderr


def svg(scene: Scene, text: str) -> str:
    """Give the picture of a terminal that shows the text."""
    console = Console(
        record=True, width=scene.width, file=StringIO(), force_terminal=True, legacy_windows=False
    )
    console.print(Text.from_ansi(text.rstrip("\n")), soft_wrap=False)
    title = " ".join(("collectif", *scene.words))
    drawn = console.export_svg(title=title, theme=THEME, unique_id=f"collectif-{scene.name}")
    return "\n".join(line.rstrip() for line in _WEB_FONT.sub("", drawn).splitlines()) + "\n"


def draw_programme() -> None:
    """Draw the top of the programme as a browser shows it, when there is one and the picture is small."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.stdout.write("chromium: –\n")
        return
    with tempfile.TemporaryDirectory() as folder:
        page, picture = Path(folder) / "programme.html", Path(folder) / "programme.png"
        words = ["build", "programme", "--format", "html", "--output", folder]
        subprocess.run(  # noqa: S603 - the tool itself, on the reference programme
            [COLLECTIF, "-C", ROOT, *words],
            env={**os.environ, "COLLECTIF_LANG": "fr"},
            check=True,
            capture_output=True,
        )
        subprocess.run(  # noqa: S603 - a browser on a page of our own
            [
                chromium,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--window-size=900,1000",
                f"--screenshot={picture}",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
        )
        if picture.stat().st_size < LARGEST_PNG:
            shutil.copy(picture, PICTURES / "programme.png")


if __name__ == "__main__":
    sys.exit(main())
