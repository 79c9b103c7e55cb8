"""Writes what is rendered to the folder of documents, made when it is not there."""

from pathlib import Path

from collectif_cli.errors import RepositoryError
from collectif_cli.model.message import message
from collectif_cli.store.atomic import write_whole
from collectif_cli.store.system_reason import system_reason


def usual_folder(root: Path) -> Path:
    """Give the folder ``build`` of a repository; raise RepositoryError when it is a link to another place."""
    folder = root / "build"
    if folder.is_symlink():
        raise RepositoryError(
            message("{path} is a link, and links are not followed", path=folder.name),
            message("remove it, or name a folder with “--output”"),
        )
    return folder


def write_document(folder: Path, name: str, text: str | bytes) -> bool:
    """Write a document whole; give False when it held those very bytes.

    Raises RepositoryError when the folder cannot be made or written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        said = message("{path} cannot be written ({reason})", path=str(folder), reason=system_reason(error))
        raise RepositoryError(said) from error
    return write_whole(folder, name, text)
