"""The index of the formats that ballots are written in; the module of one is imported when asked for."""

from importlib import import_module

from collectif_cli.render.ballots.box import Exporter

# Format -> module of this room and the function in it.
EXPORTERS = {
    "cvotes": ("cvotes", "as_cvotes"),
    "blt": ("blt", "as_blt"),
    "csv": ("csv_text", "as_csv"),
    "json": ("json_text", "as_json"),
}


def exporter_called(name: str) -> Exporter:
    """Give the format of that name, one of ``EXPORTERS``."""
    module, function = EXPORTERS[name]
    found: Exporter = getattr(import_module(f"collectif_cli.render.ballots.{module}"), function)
    return found
