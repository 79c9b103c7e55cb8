"""Results of Helios: the JSON of an election, and that of its result.

Source: github.com/benadida/helios-server, PROTOCOL.md ("Helios Election Protocol v4"), sections "Election"
and "Result". The result is a list of lists: for each question the number of votes of each answer, in the
order of the paper. Nobody opens a ballot, and blank ones leave no trace in it. A ballot with plaintexts is
one that its voter audited: it was never cast, and is no vote.
"""

from collections.abc import Sequence

from collectif_cli.model.imported import Imported
from collectif_cli.model.message import message
from collectif_cli.model.source import Span
from collectif_cli.store.importers.importer import Handed, Notes
from collectif_cli.store.importers.json_questions import (
    name_of,
    pair_of,
    questions_of,
    read_json,
    tallies_of,
)

title = message("a result of Helios")
# What the description of an election holds here, and not in Belenios; a result is a list here, keys there.
_OURS = b'"cast_url"'


def knows(files: Sequence[Handed]) -> bool:
    """Tell by the suffixes, and by what Belenios writes otherwise under the same names."""
    return (
        0 < len(files) <= 2
        and all(file.name.endswith(".json") for file in files)
        and any(
            _OURS in file.raw or file.raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[") for file in files
        )
    )


def read(files: Sequence[Handed], notes: Notes) -> Imported | None:
    """Give the counts of the questions."""
    read_files = [read_json(file.raw, Span(file.path), notes) for file in files]
    if notes.faults:
        return None
    pair = pair_of(files, [one for one in read_files if isinstance(one, list)], read_files, notes)
    span = Span(files[0].path)
    questions = None if notes.faults else questions_of(pair.election, pair.result, span, notes)
    if questions is None:
        return None
    tallies = tallies_of(questions, pair.result, span, notes)
    if notes.faults:
        return None
    said = message("Helios proves that its count is right; these proofs were not verified here")
    notes.remark(span, said)
    return Imported(span=span, form="counts", title=name_of(pair.election), tallies=tallies)
