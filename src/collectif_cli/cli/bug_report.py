"""A trouble nobody foresaw: kept in a file that can be sent to those who mend the tool."""

import platform
import sys
import tempfile
import traceback
from collections.abc import Sequence

from collectif_cli import __version__
from collectif_cli.model.message import Message, message


def write_bug_report(error: Exception, arguments: Sequence[str]) -> tuple[Message, Message]:
    """Write the report and say where it is; of the collective it holds nothing but the command."""
    lines = [
        f"collectif {__version__}",
        f"python {sys.version}",
        f"system {platform.platform()}",
        f"command {' '.join(arguments)}",
        "",
        *traceback.format_exception(error),
    ]
    with tempfile.NamedTemporaryFile(
        "w", prefix="collectif-", suffix=".txt", encoding="utf-8", delete=False
    ) as file:
        file.write("\n".join(lines))
    return (
        message("this is a fault of the tool, not yours ({kind})", kind=type(error).__name__),
        message("please send this file to those who keep the tool: {path}", path=file.name),
    )
