"""The archive of a Belenios election, ``.bel``: a tar of data and of events, each named by its SHA-256.

Source: belenios.org, "Specification of the protocol", version 2, section "Archive". The data of the
``Setup`` event names the election; the ``Result`` event, the last one, names the result. The proofs of the
ballots and of the tally are not verified here: ``belenios-tool election verify`` does it.
"""

import hashlib
import io
import tarfile
from typing import Any

from collectif_cli.model.message import message
from collectif_cli.model.source import Span
from collectif_cli.store.importers.importer import Handed, Notes
from collectif_cli.store.importers.json_questions import Pair, read_json

_DATA, _EVENT = ".data.json", ".event.json"
_SHA256 = 64  # hexadecimal digits


def open_archive(file: Handed, notes: Notes) -> Pair | None:
    """Give the election and its result; None, with a fault, when the archive is damaged or unfinished."""
    top = Span(file.path)
    members = _members(file, top, notes)
    if members is None:
        return None
    events = [read_json(raw, top, notes) for name, raw in members.items() if name.endswith(_EVENT)]
    if notes.faults:
        return None
    types = [str(one.get("type")) for one in events if isinstance(one, dict)]
    twice = next((one for one in ("Setup", "Result") if types.count(one) > 1), None)
    if twice is not None:
        said = message("the part “{part}” is there twice in this archive", part=twice)
        notes.fault(top, said, message("fetch the archive again"))
        return None
    by_type = {str(one.get("type")): one for one in events if isinstance(one, dict)}
    setup = _payload("Setup", by_type, members, top, notes)
    name = setup.get("election") if isinstance(setup, dict) else None
    election = members.get(f"{name}{_DATA}") if isinstance(name, str) else None
    if election is None:
        if not notes.faults:
            notes.fault(top, message("the description of the election is missing from this archive"))
        return None
    if "Result" not in by_type:
        notes.fault(
            top, _unfinished(by_type), message("fetch the archive again once the result is published")
        )
        return None
    result = _payload("Result", by_type, members, top, notes)
    described = read_json(election, top, notes)
    return None if notes.faults else Pair(described, result)


def _unfinished(by_type: dict[Any, Any]) -> Any:
    if "EndBallots" in by_type:
        return message("this election is not finished: its votes are still to be decrypted")
    return message("this election is not finished: it still takes votes")


def _payload(kind: str, by_type: dict[Any, Any], members: dict[str, bytes], top: Span, notes: Notes) -> Any:
    """Give the data of the event of a type."""
    event = by_type.get(kind)
    raw = members.get(f"{event.get('payload')}{_DATA}") if event else None
    if raw is None:
        notes.fault(top, message("the part “{part}” is missing from this archive", part=kind))
        return None
    return read_json(raw, top, notes)


def _members(file: Handed, top: Span, notes: Notes) -> dict[str, bytes] | None:
    """Give the files of the archive by their names; a fault for each that is not what its name says."""
    found: dict[str, bytes] = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(file.raw), mode="r:") as packed:
            for member in packed:
                if member.isfile() and not member.issparse() and member.size <= len(file.raw):
                    inside = packed.extractfile(member)
                    found[member.name] = inside.read() if inside else b""
    except Exception:  # a damaged tar raises whatever its numbers lead to
        notes.fault(top, message("this archive is damaged"), message("fetch the archive again"))
        return None
    for name, raw in found.items():
        stem = name.partition(".")[0]
        named = name.endswith((_DATA, _EVENT)) and len(stem) == _SHA256
        if named and hashlib.sha256(raw).hexdigest() != stem and not notes.enough:
            said = message("{name} of this archive is not what its name says: it was changed", name=name)
            notes.fault(top, said, message("fetch the archive again"))
    return None if notes.faults else found
