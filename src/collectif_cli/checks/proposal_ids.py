"""Family ``proposal``, its id: one that no other text has, had, or nearly has."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.register import Register
from collectif_cli.model.source import Span

# Shorter words are often one letter apart and well known to be different: "cour", "tour", "jour".
SHORTEST = 8


def alias_clash(register: Register, _: Register) -> Iterator[Finding]:
    """A former id of a proposal is neither the id nor a former id of another."""
    owners: dict[str, str] = {}
    for id, card in sorted(register.proposals.items()):
        for alias, span in zip(card.aliases, card.aliases_at, strict=True):
            owner = alias if alias in register.proposals else owners.setdefault(alias, id)
            if alias == id:
                hint = message("remove it: an alias is a former id")
                yield Finding(span, message("“{alias}” is the present id of this text", alias=alias), hint)
            elif owner == alias:
                sentence = message("“{alias}” is the id of another proposal", alias=alias)
                yield Finding(span, sentence, message("keep a former id for one text only"))
            elif owner != id:
                sentence = message("“{alias}” is already a former id of “{owner}”", alias=alias, owner=owner)
                yield Finding(span, sentence, message("keep a former id for one text only"))


def look_alike_id(register: Register, _: Register) -> Iterator[Finding]:
    """Two ids differ by more than a letter or than hyphens; numbers may follow one another."""
    for first, second in look_alikes(register.proposals):
        sentence = message("this id is easily taken for “{other}”", other=first)
        hint = message("choose an id that says what makes the text different, before others refer to it")
        yield Finding(Span(register.proposals[second].path), sentence, hint)


def look_alikes(ids: Iterable[str]) -> list[tuple[str, str]]:
    """Give the pairs of ids that differ by one letter or by hyphens alone, in alphabetical order.

    Cut two words that are one letter apart in four, and three quarters are the same: only ids that share
    three quarters are looked at letter by letter, so the time is linear in the number of ids.
    """
    known = {id for id in ids if len(id) >= SHORTEST}
    shapes: dict[str, set[str]] = defaultdict(set)
    sharing: dict[str, str] = {}
    close: set[str] = set()
    for id in known:
        for key in (id.replace("-", "") + " ", *_quarters(id)):
            if (other := sharing.setdefault(key, id)) != id:
                close.update((id, other))
    pairs: set[tuple[str, str]] = set()
    for id in close:
        shapes[id.replace("-", "")].add(id)
        for start, end in _letters(id):
            shapes[f"{start}.{end}"].add(id)
            if start + end in known:
                pairs.add((min(id, start + end), max(id, start + end)))
    for alike in shapes.values():  # of many that look alike, each is told of once
        pairs.update(pairwise(sorted(alike)))
    return sorted(pairs)


def _quarters(id: str) -> tuple[str, ...]:
    """Give what is left of an id without each of its quarters, once with a letter too many, once as it is."""
    length = len(id)
    cuts = ((size, size // 4, size // 2, size * 3 // 4) for size in (length - 1, length))
    return tuple(
        key
        for size, first, second, third in cuts
        for key in (
            f".{id[first - size :]}",
            f"{id[:first]}.{id[second - size :]}",
            f"{id[:second]}.{id[third - size :]}",
            f"{id[:third]}.",
        )
    )


def _letters(id: str) -> Iterator[tuple[str, str]]:
    """Yield what stands around each letter of an id; a number, or a letter alone, tells things apart."""
    for at, letter in enumerate(id):
        start, end = id[:at], id[at + 1 :]
        alone = start[-1:] in {"", "-"} and end[:1] in {"", "-"}
        if not letter.isdigit() and not alone:
            yield start, end
