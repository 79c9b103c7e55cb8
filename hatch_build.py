"""Build hook: compiles the message catalogues and packs the texts that live beside the code.

The catalogues are compiled for every build, editable ones included. A wheel also carries the
built-in templates and the pages shown by ``collectif explain``, which an editable install finds
at the root of the repository.
"""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "collectif_cli"
CARRIED = ("templates", "docs/checks", "docs/methods", "docs/words")


def compile_catalogues(locale: Path) -> tuple[Path, ...]:
    """Write the ``.mo`` beside every ``.po`` under ``locale``, and give their paths.

    An entry marked fuzzy is left out: a doubtful translation is not shown. Raises ``PoFileError``
    on a catalogue that cannot be read.
    """
    compiled = []
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as stream:
            catalogue = read_po(stream, locale=source.parts[-3], abort_invalid=True)
        target = source.with_suffix(".mo")
        with target.open("wb") as stream:
            write_mo(stream, catalogue)
        compiled.append(target)
    return tuple(compiled)


def carried_folders(root: Path) -> dict[str, str]:
    """Give the folders of ``root`` that a wheel carries, each with its place in the wheel."""
    return {str(root / name): f"{PACKAGE}/{name}" for name in CARRIED if (root / name).is_dir()}


class CollectifBuildHook(BuildHookInterface[Any]):
    """What hatchling calls before it builds a wheel, editable or not."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogues; for a wheel to be shipped, add the carried folders."""
        root = Path(self.root)
        compile_catalogues(root / "src" / PACKAGE / "locale")
        if version != "editable":
            build_data["force_include"].update(carried_folders(root))
