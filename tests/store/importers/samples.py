"""Votes in the formats of other tools: the same three options everywhere, Castor, Pollux and Helen."""

import hashlib
import io
import json
import tarfile
from typing import Any

import openpyxl

from collectif_cli.store.importers.importer import Handed

NAMES = ("Castor", "Pollux", "Helen")

CVOTES = """\
# The twins
#/Candidates: Castor ; Pollux ; Helen
#/Number of Seats: 2
#/Implicit Ranking: false
#/Weight Allowed: false

k1 || Castor > Pollux = Helen
Castor > Pollux ^7 * 2  # the weight is ignored
/EMPTY/
Helen > Nobody > Castor * 3
"""
SOC = """\
# FILE NAME: 00001-00000001.toi
# TITLE: The twins
# DATA TYPE: toi
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 6
# ALTERNATIVE NAME 1: Castor
# ALTERNATIVE NAME 2: Pollux
# ALTERNATIVE NAME 3: Helen
3: 1,{2,3}
2: 2,1
1: 3
"""
OLD_SOC = "3\n1,Castor\n2,Pollux\n3,Helen\n6,6,3\n3,1,{2,3}\n2,2,1\n1,3\n"
BLT = """\
3 2  # three candidates, two seats
2 1 2 0
1 3=2 - 1 0
(k7) 2 0
1 0
0
"Castor"
"Pollux"
"Helen"
"The twins"
"""
DEBIAN = """\

 The format is:
     Option 1---->: Castor
   /  Option 2--->: Pollux
   |/  Option 3-->: Helen
   ||/
V: 12- \t\tabc1
V: 211 \t\tabc2
V: --- \t\tabc3
"""
ELEKTO = "Castor,Pollux,Helen\n1,2,2\nNo opinion,1,No opinion\n3,3,\n"
ELECTION = "# the twins\nname: The twins\nno_winners: 2\nshow_candidate_fields:\n  - employer\n"
CSV = '\ufeffBulletin;Castor;Pollux;"Helen"\r\n1;1,0;2;3\r\n2;;"1";\r\n3;2.0;1;\r\n'
QUESTIONS = [
    {"answers": ["Castor", "Pollux"], "min": 0, "max": 1, "question": "Who swims?"},
    {"answers": ["Castor", "Helen"], "blank": True, "min": 1, "max": 1, "question": "Who sings?"},
]
RESULT = {"result": [["7000000000", "3000000000"], ["5000000000", "92000000000", "3000000000"]]}


HELIOS = {
    "cast_url": "https://vote.example.org/cast/",
    "frozen_at": "2019-10-01 08:00:00",
    "name": "The twins",
    "openreg": False,
    "questions": [
        {**QUESTIONS[0], "choice_type": "approval", "result_type": "absolute", "tally_type": "homomorphic"},
        {"answers": ["Castor", "Helen"], "max": 1, "min": 1, "question": "Who sings?", "short_name": "s"},
    ],
    "uuid": "1882f79c-65e5-11de-8c90-001b63948875",
}
HELIOS_RESULT = [[70, 30], [92, 3]]


def election(questions: Any = None) -> bytes:
    """Give the description of an election of Belenios."""
    return json.dumps({"version": 1, "name": "The twins", "questions": questions or QUESTIONS}).encode()


def archive(
    result: Any = RESULT, questions: Any = None, events: tuple[str, ...] = ("EndBallots",), results: int = 1
) -> bytes:
    """Give an archive of Belenios; without a result when it is None."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        _add(tar, b'{"version":1}', "BELENIOS")
        setup = json.dumps({"election": _add(tar, election(questions))}).encode()
        _add(tar, _event("Setup", _add(tar, setup)), kind="event")
        for event in events:
            _add(tar, json.dumps({"type": event}).encode(), kind="event")
        if result is not None:
            named = _add(tar, json.dumps(result).encode())
            for spaces in range(results):
                _add(tar, _event("Result", named) + b" " * spaces, kind="event")
    return packed.getvalue()


def _event(type: str, payload: str) -> bytes:
    return json.dumps({"type": type, "payload": payload}).encode()


def _add(tar: tarfile.TarFile, raw: bytes, name: str = "", kind: str = "data") -> str:
    digest = hashlib.sha256(raw).hexdigest()
    member = tarfile.TarInfo(name or f"{digest}.{kind}.json")
    member.size = len(raw)
    tar.addfile(member, io.BytesIO(raw))
    return digest


def workbook(rows: list[list[Any]] | None = None) -> bytes:
    """Give a workbook with those rows on its first sheet."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    for row in rows or [["N°", *NAMES], [1, 1.0, 2, "3"], ["", None, None, None], [2, None, 1, None]]:
        page.append(row)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


# Slug of the format -> the files.
SAMPLES: dict[str, tuple[Handed, ...]] = {
    "cvotes": (Handed("twins.cvotes", CVOTES.encode()),),
    "preflib": (Handed("twins.toi", SOC.encode()),),
    "blt": (Handed("twins.blt", BLT.encode()),),
    "debian": (Handed("twins.debian_votes", DEBIAN.encode()),),
    "elekto": (Handed("f/ballots.csv", ELEKTO.encode()), Handed("f/election.yaml", ELECTION.encode())),
    "helios": (
        Handed("election.json", json.dumps(HELIOS).encode()),
        Handed("result.json", json.dumps(HELIOS_RESULT).encode()),
    ),
    "belenios": (Handed("twins.bel", archive()),),
    "xlsx": (Handed("twins.xlsx", workbook()),),
    "csv": (Handed("twins.csv", CSV.encode()),),
}
