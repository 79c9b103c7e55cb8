"""A Markdown page of the tool, for a terminal."""

from io import StringIO

from collectif_cli.render.terminal import Screen

_WIDEST = 90


def page_text(markdown: str, screen: Screen) -> str:
    """Give the page laid out for a person; as it was written in a pipe."""
    if not screen.interactive:
        return markdown
    from rich.console import Console
    from rich.markdown import Markdown

    width = min(screen.width, _WIDEST)
    console = Console(
        file=StringIO(),
        width=width,
        force_terminal=screen.colour,
        no_color=not screen.colour,
        highlight=False,
    )
    with console.capture() as capture:
        console.print(Markdown(markdown, code_theme="ansi_light"))
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"
