"""Short codes for people: which vote a paper is of, and which state of a box an old record speaks of.

Letters and figures of Crockford's base 32 (https://www.crockford.com/base32.html): no I, L, O or U; small
letters, and I, L, O read as 1, 1, 0, are accepted. The last character is his check of the number modulo 37,
which finds any one wrong character and any two neighbours exchanged. His five further check signs are hard
to say and to write: of the numbers that a digest gives in turn, the first whose check is a letter or a
figure is taken.
"""

from collections.abc import Iterable
from hashlib import sha256

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_SAME = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None, " ": None})
_CHECK = 37
VOTE, CHECKPOINT = 6, 12  # characters, the check included: 25 and 55 bits


def short_code(text: str, length: int) -> str:
    """Give the code of a text, in groups of four, such as ``Q7K9-2M``."""
    bits = 5 * (length - 1)
    turn = 0
    while True:
        digest = sha256(f"{turn}/{text}".encode()).digest()
        number = int.from_bytes(digest, "big") >> (256 - bits)
        if number % _CHECK < len(_SIGNS):
            return _grouped(_written(number, length - 1) + _SIGNS[number % _CHECK])
        turn += 1


def vote_code(frozen_digest: str) -> str:
    """Give the code that is printed on the papers of an open vote."""
    return short_code(frozen_digest, VOTE)


def checkpoint_code(commit: str, vote: str, box: str) -> str:
    """Give the code of a state: the commit, the vote, and the digest of its ballot box in that commit."""
    return short_code(f"{commit}/{vote}/{box}", CHECKPOINT)


def box_digest(files: Iterable[tuple[str, str]]) -> str:
    """Give the digest of a ballot box: the names of its files, each with its git blob, sorted."""
    lines = "".join(f"{name} {blob}\n" for name, blob in sorted(files))
    return sha256(lines.encode()).hexdigest()


def as_code(typed: str, length: int) -> str | None:
    """Give a code as it is printed from how it was typed; None when it cannot be one, or holds a slip."""
    bare = typed.upper().translate(_SAME)
    if len(bare) != length or any(sign not in _SIGNS for sign in bare):
        return None
    number = sum(_SIGNS.index(sign) * 32**place for place, sign in enumerate(reversed(bare[:-1])))
    return _grouped(bare) if _SIGNS.index(bare[-1]) == number % _CHECK else None


def _written(number: int, length: int) -> str:
    return "".join(_SIGNS[number >> 5 * place & 31] for place in reversed(range(length)))


def _grouped(signs: str) -> str:
    return "-".join(signs[start : start + 4] for start in range(0, len(signs), 4))
