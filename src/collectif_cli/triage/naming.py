"""The id of a contribution, from what its platform calls it: the same at each import."""

import re
from hashlib import sha256

from collectif_cli.model.identifiers import LONGEST_ID
from collectif_cli.model.naming import id_from
from collectif_cli.model.sent import Sent
from collectif_cli.triage.digest import digest_of

_PLAIN = re.compile(r"[A-Za-z0-9]+(?:[-_ .#/:][A-Za-z0-9]+)*")
_SHORT = 12  # hexadecimal digits: one chance in a million that two of 16,000 are the same


def id_of(sent: Sent) -> str:
    """Give the id: the name on the platform when it is plain, else a digest of it, else one of the words.

    A name in capitals and small letters is told apart by them, and ids have none; the address of a letter
    says whose it is: both are digested.
    """
    key = sent.key
    if _PLAIN.fullmatch(key) and len(key) <= LONGEST_ID and key in (key.lower(), key.upper()):
        return id_from(key)
    if key:
        return sha256(key.encode()).hexdigest()[:_SHORT]
    day = sent.day.isoformat() if sent.day else ""
    return digest_of(f"{day} {sent.title.value}", sent.body.value).partition(":")[2][:_SHORT]
