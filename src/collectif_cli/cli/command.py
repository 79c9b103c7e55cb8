"""The verbs called through typer, and its complaints turned into ours."""

import typer

from collectif_cli.cli.context import Context
from collectif_cli.cli.usage import explain_usage, is_usage_error
from collectif_cli.cli.verbs import all_verbs
from collectif_cli.errors import UsageError

_INTERRUPTED = 130  # what typer makes of a KeyboardInterrupt; no verb gives it


def run_command(arguments: list[str], context: Context) -> int:
    """Run the verb that the arguments name and give its exit code."""
    command = all_verbs()
    try:
        result = command.main(arguments, prog_name="collectif", standalone_mode=False, obj=context)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except SystemExit:
        raise BrokenPipeError from None  # typer leaves by itself when whoever was reading went away
    except Exception as error:
        if is_usage_error(error):
            raise UsageError(*explain_usage(error)) from error
        raise
    if result == _INTERRUPTED:
        raise KeyboardInterrupt
    return result if isinstance(result, int) else 0
