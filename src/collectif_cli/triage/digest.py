"""The digest of a contribution: the same as long as its title and its words are."""

from hashlib import sha256
from unicodedata import normalize

from collectif_cli.model.contribution import Contribution


def digest_of(title: str, body: str) -> str:
    """Give the digest of a title and a text, whatever their line ends, last blanks and forms of accents.

    It is taken on what was cleaned, never on what was received: from the digest of a short text one could
    find again the telephone number that was taken out of it.
    """
    lines = (line.rstrip() for line in f"{title.strip()}\n\n{body.strip()}".splitlines())
    return f"sha256:{sha256(normalize('NFC', chr(10).join(lines)).encode()).hexdigest()}"


def digest_here(contribution: Contribution) -> str:
    """Give the digest of a contribution as it stands here."""
    return digest_of(contribution.title.value if contribution.title else "", contribution.body.text)
