"""The pseudonym of an author: the same in each import, and nothing that leads to the person.

It is a keyed digest (HMAC, RFC 2104) of what the platform calls them. The key stays with whoever imports,
outside the history: without it, trying all the names of a town leads nowhere.
"""

import hmac
from hashlib import sha256

from collectif_cli.voting.short_code import short_code

_LENGTH = 8  # characters, the check included: 35 bits, enough to tell the authors of a town apart


def pseudonym(author: str, source: str, key: str) -> str:
    """Give the pseudonym of an author of a source, such as ``Q7KD-2M8V``; nothing when nobody signed."""
    if not author:
        return ""
    return short_code(hmac.new(key.encode(), f"{source}/{author}".encode(), sha256).hexdigest(), _LENGTH)
