"""The short code of the texts a document was made from."""

import re

from collectif_cli.consolidation.sources import source_code
from collectif_cli.model.document import Document

BUS = Document(path="programme/proposals/bus.md", kind="proposal", id="bus", text="Bus")
MET = Document(path="groups/a/meetings/b.md", kind="meeting", id="a/b", text="Réunion")


def test_code_depends_on_the_texts_and_not_on_their_order() -> None:
    """Two documents, in any order."""
    code = source_code([BUS, MET], {"proposal", "meeting"})
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", code)
    assert code == source_code([MET, BUS], {"proposal", "meeting"})


def test_code_leaves_out_other_kinds_and_sees_any_change() -> None:
    """One document counts, the other does not."""
    changed = Document(path=BUS.path, kind="proposal", id="bus", text="Bus ")
    assert source_code([BUS, MET], {"proposal"}) == source_code([BUS], {"proposal"})
    assert source_code([changed], {"proposal"}) != source_code([BUS], {"proposal"})
