"""What the system answers is said in the language of the reader."""

import errno
import os
from pathlib import Path

import pytest

from collectif_cli.errors import RepositoryError, UsageError
from collectif_cli.render.language import language
from collectif_cli.render.typography import NARROW
from collectif_cli.store.atomic import write_whole
from collectif_cli.store.importers.handed import open_files
from collectif_cli.store.output import write_document
from collectif_cli.store.system_reason import system_reason


def said(error: OSError) -> tuple[str, str]:
    return language("fr").say(system_reason(error)), language("en").say(system_reason(error))


def test_usual_refusals_are_said_in_both_languages() -> None:
    assert said(OSError(errno.ENOENT, "No such file or directory")) == ("il n’existe pas", "it is not there")
    assert said(OSError(errno.EACCES, "x")) == (
        "vous n’en avez pas le droit",
        "you do not have the permission",
    )
    for number in (errno.EISDIR, errno.ENOSPC, errno.EROFS, errno.ENAMETOOLONG, errno.ELOOP):
        french, english = said(OSError(number, os.strerror(number)))
        assert os.strerror(number) not in (french, english)
        assert french != english


def test_what_is_not_known_keeps_the_words_of_the_system() -> None:
    assert said(OSError(errno.ECHILD, "No child processes")) == ("No child processes", "No child processes")
    assert said(OSError("odd")) == ("odd", "odd")
    assert said(OSError()) == ("OSError", "OSError")


def test_files_that_cannot_be_read_or_written(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError) as absent:
        open_files(tmp_path, [Path("votes.csv")])
    assert language("fr").say(absent.value.sentence) == "votes.csv ne se lit pas (il n’existe pas)"
    with pytest.raises(RepositoryError) as within:
        write_whole(tmp_path, "plain/inside.md", "x")
    assert "n’est pas un dossier" in language("fr").say(within.value.sentence)
    with pytest.raises(RepositoryError) as taken:
        write_document(tmp_path / "plain", "page.html", "x")
    french = language("fr").say(taken.value.sentence).replace(NARROW, " ")
    assert french.endswith("(il y a déjà quelque chose de ce nom)")
