"""The package: what the wheel carries, how catalogues are compiled, what is declared and where it is said."""

import gettext
import hashlib
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from babel.messages.pofile import PoFileError
from ruamel.yaml import YAML

from collectif_cli import __version__
from hatch_build import CARRIED, carried_folders, compile_catalogues

ROOT = Path(__file__).parent.parent
CATALOGUE = "locale/fr/LC_MESSAGES/collectif"


def declared() -> dict[str, Any]:
    """Give pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def library(requirement: str) -> str:
    """Give the name of the library that ``requirement`` asks for."""
    return re.split(r"[\[<>=;\s]", requirement, maxsplit=1)[0]


def project_in(folder: Path, *, carried: bool) -> Path:
    """Copy into ``folder`` what a build reads, with or without the carried folders of texts."""
    folder.mkdir()
    for name in ("pyproject.toml", "hatch_build.py", "LICENSE", "README.md"):
        if (ROOT / name).exists():
            shutil.copy(ROOT / name, folder)
    left_out = shutil.ignore_patterns("__pycache__", "*.mo")
    shutil.copytree(ROOT / "src", folder / "src", ignore=left_out)
    for place in carried_folders(ROOT).values() if carried else ():
        inside = place.removeprefix("collectif_cli/")
        shutil.copytree(ROOT / inside, folder / inside)
    return folder


def wheel_of(project: Path) -> Path:
    """Build the wheel of ``project`` and give its path."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "dist"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = (project / "dist").glob("*.whl")
    return wheel


def files_under(folder: Path) -> set[str]:
    """Give the files that git would keep under ``folder``, relative to it."""
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix() for path in found}


def test_wheel_holds_the_code_the_texts_and_the_messages(tmp_path: Path) -> None:
    """The wheel of this very repository."""
    wheel = wheel_of(project_in(tmp_path / "project", carried=True))
    expected = {f"collectif_cli/{name}" for name in files_under(ROOT / "src/collectif_cli")}
    expected = {name for name in expected if not name.endswith((".po", ".mo"))}
    expected.add(f"collectif_cli/{CATALOGUE}.mo")
    for place in carried_folders(ROOT).values():
        inside = place.removeprefix("collectif_cli/")
        expected |= {f"{place}/{name}" for name in files_under(ROOT / inside)}
    with ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
        entry_points = archive.read(f"collectif_cli-{__version__}.dist-info/entry_points.txt").decode()
        licence = archive.read(f"collectif_cli-{__version__}.dist-info/licenses/LICENSE")
        archive.extract(f"collectif_cli/{CATALOGUE}.mo", tmp_path)
    assert held == expected
    assert "collectif_cli/py.typed" in held
    assert "collectif = collectif_cli.__main__:main" in entry_points
    assert licence == (ROOT / "LICENSE").read_bytes()
    assert gettext.translation("collectif", tmp_path / "collectif_cli/locale", ["fr"]).charset() == "utf-8"


def test_wheel_is_the_same_bytes_twice(tmp_path: Path) -> None:
    """Two builds of the same sources, in two places."""
    first = wheel_of(project_in(tmp_path / "one", carried=True))
    second = wheel_of(project_in(tmp_path / "another", carried=True))
    assert first.read_bytes() == second.read_bytes()


def test_missing_folder_is_not_carried(tmp_path: Path) -> None:
    """A project without templates or pages still builds, and holds none."""
    wheel = wheel_of(project_in(tmp_path / "project", carried=False))
    with ZipFile(wheel) as archive:
        held = archive.namelist()
    assert not [name for name in held if name.startswith(tuple(f"collectif_cli/{it}/" for it in CARRIED))]


CATALOGUE_START = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"
"""


def test_compiled_catalogue_leaves_doubtful_entries_in_english(tmp_path: Path) -> None:
    """A catalogue with one sure entry, one fuzzy entry, one plural."""
    source = tmp_path / "fr/LC_MESSAGES/collectif.po"
    source.parent.mkdir(parents=True)
    entries = [
        'msgid "group"\nmsgstr "groupe"\n',
        '#, fuzzy\nmsgid "ballot"\nmsgstr "balle"\n',
        'msgid "{n} vote"\nmsgid_plural "{n} votes"\nmsgstr[0] "{n} voix"\nmsgstr[1] "{n} voix, en tout"\n',
    ]
    source.write_text("\n".join([CATALOGUE_START, *entries]), encoding="utf-8")
    assert compile_catalogues(tmp_path) == (source.with_suffix(".mo"),)
    french = gettext.translation("collectif", tmp_path, ["fr"])
    assert french.gettext("group") == "groupe"
    assert french.gettext("ballot") == "ballot"
    assert french.ngettext("{n} vote", "{n} votes", 0) == "{n} voix"
    assert french.ngettext("{n} vote", "{n} votes", 2) == "{n} voix, en tout"


def test_broken_catalogue_stops_the_build(tmp_path: Path) -> None:
    """A catalogue whose last line is no entry at all."""
    source = tmp_path / "fr/LC_MESSAGES/collectif.po"
    source.parent.mkdir(parents=True)
    source.write_text(CATALOGUE_START + '\nmsgid "group"\ngroupe\n', encoding="utf-8")
    with pytest.raises(PoFileError):
        compile_catalogues(tmp_path)


@pytest.mark.parametrize(
    ("heading", "extra"),
    [
        ("To run", ""),
        ("To build", "build"),
        ("To read workbooks", "office"),
        ("To test", "test"),
        ("To change", "dev"),
        ("To measure", "bench"),
    ],
)
def test_every_dependency_has_its_reason(heading: str, extra: str) -> None:
    """docs/dependencies.md against pyproject.toml."""
    page = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    (section,) = (part for part in page.split("\n## ") if part.startswith(heading))
    explained = re.findall(r"^\| `([^`]+)` \| \S", section, flags=re.MULTILINE)
    pyproject = declared()
    wanted = {
        "": pyproject["project"]["dependencies"],
        "build": pyproject["build-system"]["requires"],
        **pyproject["project"]["optional-dependencies"],
    }[extra]
    assert sorted(explained) == sorted({library(it) for it in wanted} - {"collectif-cli"})


def test_readme_is_the_page_of_the_package() -> None:
    """The README, once there is one, is what a package index shows."""
    named = declared()["project"].get("readme")
    assert named == ("README.md" if (ROOT / "README.md").exists() else None)


def test_changelog_tells_of_this_version() -> None:
    """CHANGELOG.md has a section for the version of the code."""
    headings = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == "[Unreleased]"
    assert headings[1] == __version__


def test_licence_is_the_published_text() -> None:
    """LICENSE, and what pyproject.toml says of it."""
    assert declared()["project"]["license"] == "EUPL-1.2"
    digest = hashlib.sha256((ROOT / "LICENSE").read_bytes()).hexdigest()
    assert digest == "57fb42fbcd0b037ce528ed8f72f1ec095d67bc6825ecf1448ff39be1fe68a4b4"


def test_decisions_are_numbered_and_say_why() -> None:
    """docs/decisions: no hole, no double, and the same three headings."""
    pages = sorted((ROOT / "docs/decisions").glob("*.md"))
    for number, page in enumerate(pages, start=1):
        text = page.read_text(encoding="utf-8")
        assert page.name.startswith(f"{number:04}-")
        assert text.startswith(f"# {number}. ")
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"], (
            page.name
        )


def test_hooks_call_the_command_with_options_it_has() -> None:
    """.pre-commit-hooks.yaml against the command itself."""
    hooks = YAML(typ="safe", pure=True).load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["collectif-check", "collectif-check-changed"]
    for hook in hooks:
        command, *arguments = hook["entry"].split()
        assert command in declared()["project"]["scripts"]
        tool = [sys.executable, "-m", "collectif_cli", *arguments, "--help"]
        done = subprocess.run(tool, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
