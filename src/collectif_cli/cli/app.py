"""The command line as a whole: settings, the verb, and how a trouble becomes a sentence and an exit code."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from collectif_cli.cli.context import Context, Settings
from collectif_cli.cli.scout import send_scout
from collectif_cli.errors import CollectifError, RepositoryError, UsageError
from collectif_cli.model.message import Message, message
from collectif_cli.render.terminal import paragraph

INTERRUPTED = 130
_NAME = "collectif"
_COLOURS = ("always", "never", "auto")
BUG = 3


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code.

    0 fine, 1 findings, 2 usage, 3 a bug of the tool, 4 no repository or an unreadable one, 130 interrupted.
    """
    gc.disable()  # a command lives a moment: looking for cycles among its values costs a third of the reading
    settings, words = read_settings(arguments)
    context = Context(settings)
    try:
        code = _call(words, arguments, context)
        context.out.flush()
        return code
    except CollectifError as error:
        _complain(context, error.sentence, error.hint)
        return error.exit_code
    except KeyboardInterrupt:
        _complain(context, message("interrupted; nothing was left half written"))
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever was reading went away: nothing more can be said, and Python must not try at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # whatever nobody foresaw ends here, in a file that can be sent
        from collectif_cli.cli.bug_report import write_bug_report

        _complain(context, *write_bug_report(error, arguments))
        return BUG


def _call(words: list[str], arguments: Sequence[str], context: Context) -> int:
    """Run the verb; a bare ``check``, which runs at each save of a text, does without the parser."""
    _require_sense(context.settings)
    if words == ["check"] and not context.is_bare:
        scout = send_scout(context.root, context.today, context.cache)
        from collectif_cli.cli.checking import CheckOptions, run_check

        return run_check(context, CheckOptions(), scout)
    if not words and context.found_root is not None:
        from collectif_cli.cli.home import show_home

        return show_home(context)
    from collectif_cli.cli.command import run_command

    return run_command(list(arguments) if words else ["--help"], context)


def _require_sense(settings: Settings) -> None:
    """Raise UsageError or RepositoryError when what may be said before any verb makes no sense."""
    if settings.colour not in _COLOURS:
        raise UsageError(
            message("“{word}” is not a value of “--color”", word=settings.colour),
            message("choose one of: {words}", words=_COLOURS),
        )
    if not settings.folder.is_dir():
        raise RepositoryError(
            message("there is no folder “{folder}”", folder=str(settings.folder)),
            message("check the name given after “-C”"),
        )


def read_settings(arguments: Sequence[str]) -> tuple[Settings, list[str]]:
    """Give what ``-C`` and ``--color`` say, wherever they stand before ``--``, and the other words."""
    end = list(arguments).index("--") if "--" in arguments else len(arguments)
    said = {"-C": "", "--color": ""}
    left: list[str] = []
    words = iter(arguments[:end])
    for word in words:
        name, equals, value = word.partition("=")
        if name in said:
            said[name] = value if equals else next(words, "")
        else:
            left.append(word)
    settings = Settings(folder=Path(said["-C"] or "."), colour=said["--color"] or "auto")
    return settings, [*left, *arguments[end:]]


def _complain(context: Context, sentence: Message, hint: Message | None = None) -> None:
    """Say what went wrong, and what to do, where errors are read."""
    screen = context.error_screen
    said = paragraph(f"{_NAME}: {context.language.say(sentence)}", screen, then="  ")
    context.err.write(screen.paint(_NAME, "bold", "red") + said.removeprefix(_NAME))
    if hint is not None:
        context.err.write(paragraph(context.language.say(hint), screen, "  "))
