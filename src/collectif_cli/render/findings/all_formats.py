"""The index of formats; the module of a format is imported when the format is asked for."""

from importlib import import_module

from collectif_cli.render.findings.report import Format

# Format -> module of this room and the function in it.
FORMATS = {
    "text": ("text", "as_text"),
    "lines": ("lines", "as_lines"),
    "json": ("json_text", "as_json"),
    "github": ("github", "as_github"),
    "gitlab": ("gitlab", "as_gitlab"),
    "sarif": ("sarif", "as_sarif"),
    "markdown": ("markdown", "as_markdown"),
}


def format_called(name: str) -> Format:
    """Give the format of that name, one of ``FORMATS``."""
    module, function = FORMATS[name]
    found: Format = getattr(import_module(f"collectif_cli.render.findings.{module}"), function)
    return found
