"""The command ``collectif``: answers ``--version`` and the Tab key at once, else hands over to the verbs."""

import os
import sys

from collectif_cli import __version__


def main() -> None:
    """Run the command line of this process and exit with its code."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"collectif {__version__}\n")
        return
    if sys.argv[1:2] == ["--complete"]:
        from collectif_cli.cli.complete import answer

        answer(sys.argv[2:])
        return
    from collectif_cli.cli.app import run

    leave(run(sys.argv[1:]))


def leave(code: int) -> None:
    """End the process with that code; its texts are given back to the system at once, not one by one."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
