"""The key of the pseudonyms of authors: in a hidden folder that git never takes, beside the texts."""

from pathlib import Path

from collectif_cli.errors import RepositoryError
from collectif_cli.model.message import message
from collectif_cli.store.write import read_text

FOLDER = ".collectif-authors"
KEY = f"{FOLDER}/key"
UNSEEN = (f"{FOLDER}/.gitignore", "*\n")


def author_key(root: Path) -> str | None:
    """Give the key of this repository; None when no import has made one here.

    Raises RepositoryError when it is there and holds nothing: every author would have the same pseudonym.
    """
    text = read_text(root, KEY)
    if text is not None and not text.strip():
        raise RepositoryError(
            message("{path} is empty", path=KEY), message("put the key back, or remove the file")
        )
    return None if text is None else text.strip()
