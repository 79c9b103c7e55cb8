"""A lot that anyone can draw again, from a seed that the rule declares."""

from collections.abc import Iterable
from hashlib import sha256


def draw(seed: str, question: str, options: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Give the options with their SHA-256 in hexadecimal, the smallest (the one drawn) first.

    The digest of an option is that of ``<seed>/<question>/<option>`` in UTF-8, so that
    ``printf %s '<seed>/<question>/<option>' | sha256sum`` gives it too. An option keeps its place whatever
    it is tied with.
    """
    drawn = ((sha256(f"{seed}/{question}/{id}".encode()).hexdigest(), id) for id in options)
    return tuple((id, digest) for digest, id in sorted(drawn))
