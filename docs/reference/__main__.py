"""``make reference``: writes the pages that are drawn from the code, and says which of them changed.

The answers that the tutorial shows are amended too.
"""

import sys
import tempfile
from pathlib import Path

from docs.reference.pages import DOCS, pages
from docs.reference.texts import SUFFIXES
from docs.reference.walk import amended


def main() -> int:
    """Write what differs."""
    for name, text in [*pages().items(), *tutorials().items()]:
        path = DOCS / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            sys.stdout.write(f"docs/{name}\n")
    return 0


def tutorials() -> dict[str, str]:
    """Give the tutorials with what the commands say today."""
    found = {}
    for suffix in SUFFIXES.values():
        with tempfile.TemporaryDirectory() as folder:
            page = (DOCS / f"tutorial{suffix}").read_text(encoding="utf-8")
            found[f"tutorial{suffix}"] = amended(page, Path(folder))
    return found


if __name__ == "__main__":
    sys.exit(main())
