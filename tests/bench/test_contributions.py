"""What imports are measured on: an export that is read whole, in a programme that takes it."""

from pathlib import Path

from bench.contributions import generate_export, generate_home
from collectif_cli.cli.app import run


def test_every_row_of_the_export_is_taken(tmp_path: Path) -> None:
    export = generate_export(tmp_path / "export.csv", 30)
    root = generate_home(tmp_path / "programme")
    assert run(["contribution", "import", "site", str(export), "--anonymous", "-C", str(root)]) == 0
    assert len(list((root / "programme/contributions/site").glob("*.md"))) == 30
