"""``make reference``: writes the pages that are drawn from the code, and says which of them changed."""

import sys

from docs.reference.pages import DOCS, pages


def main() -> int:
    """Write what differs."""
    for name, text in pages().items():
        path = DOCS / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            sys.stdout.write(f"docs/{name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
