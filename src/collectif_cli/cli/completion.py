"""``collectif completion``: what to give the shell so that Tab knows the verbs and the ids."""

import sys
from collections.abc import Iterator
from typing import Annotated, Any, TextIO

import typer

from collectif_cli.cli.context import here
from collectif_cli.cli.verbs import Verb, all_verbs, verb_app
from collectif_cli.errors import UsageError
from collectif_cli.model.message import mark as _
from collectif_cli.model.message import message

app = verb_app()
_WIDTH = 110  # of a line of code

SCRIPTS = {
    "bash": """_collectif() {
    local IFS=$'\\n'
    COMPREPLY=( $(collectif --complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null) )
}
complete -o default -F _collectif collectif
""",
    "zsh": """#compdef collectif
_collectif() {
    local -a found
    found=("${(@f)$(collectif --complete "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    compadd -a found
}
compdef _collectif collectif
""",
    "fish": """complete -c collectif -f -a '(collectif --complete (commandline -opc)[2..] (commandline -ct))'
""",
}
# Names of arguments that are ids of something in the repository.
_KINDS = {
    "group": "group",
    "person": "person",
    "proposal": "proposal",
    "vote": "vote",
    "id": "any",
    "contribution": "contribution",
    "source": "source",
}


Shell = Annotated[str, typer.Argument(help=_("bash, zsh or fish."), metavar=_("SHELL"))]


@app.command(cls=Verb, help=_("Print what makes the Tab key know the verbs and the ids."))
def completion(ctx: typer.Context, shell: Shell) -> int:
    """Print the lines to add to the start-up file of the shell."""
    if shell not in SCRIPTS:
        raise UsageError(
            message("“{word}” is not known here", word=shell), message("choose bash, zsh or fish")
        )
    here(ctx).print(SCRIPTS[shell])
    return 0


def words_module(command: Any, ctx: Any) -> str:
    """Give the text of ``completion_words.py``: every verb with its words, drawn from the verbs."""
    entries = sorted(_entries(command, ctx, ""))
    words = "".join(_line(path, words) for path, words, _ids in entries)
    ids = "".join(_line(path, ids) for path, _words, ids in entries if ids)
    return (
        '"""The words of the command line, drawn from the verbs by ``make completion``."""\n\n'
        f"WORDS: dict[str, tuple[str, ...]] = {{\n{words}}}\n"
        f"ARGUMENTS: dict[str, tuple[str, ...]] = {{\n{ids}}}\n"
    )


def _line(path: str, words: tuple[str, ...]) -> str:
    """Give the words of a verb as the formatter of the code leaves them: on a line, else one a line."""
    quoted = [f'"{word}"' for word in words]
    row = f'    "{path}": ({", ".join(quoted)}{"," if len(quoted) == 1 else ""}),\n'
    if len(row.rstrip()) <= _WIDTH:
        return row
    listed = "".join(f"        {word},\n" for word in quoted)
    return f'    "{path}": (\n{listed}    ),\n'


def write_words(out: TextIO) -> None:
    """Write the text of ``completion_words.py``."""
    command = all_verbs()
    out.write(words_module(command, command.make_context("collectif", ["--help"], resilient_parsing=True)))


def _entries(command: Any, ctx: Any, path: str) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    parameters = command.get_params(ctx)
    options = [name for one in parameters if one.param_type_name == "option" for name in one.opts]
    arguments = [one.name for one in parameters if one.param_type_name == "argument"]
    verbs = command.list_commands(ctx) if hasattr(command, "list_commands") else []
    ids = tuple(_KINDS[name] for name in arguments if name in _KINDS)
    yield path, tuple(sorted([*verbs, *options])), ids
    for name in verbs:
        yield from _entries(command.get_command(ctx, name), ctx, f"{path} {name}".strip())


if __name__ == "__main__":
    write_words(sys.stdout)
