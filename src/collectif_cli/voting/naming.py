"""What the answers to a question may be called in a file made elsewhere, and which one a word means."""

from collections.abc import Iterable, Mapping, Sequence

from collectif_cli.model.nearest import nearest
from collectif_cli.model.spelling import same_name
from collectif_cli.model.vote import Question
from collectif_cli.voting.keys import keys_of


class Names:
    """What things may be called: the first names that lead to two of them lead to none.

    ``pairs`` are a name and what it means.
    """

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Take the names; those that are compared alike and mean two things are left out."""
        self._shown: dict[str, str] = {}
        meant: dict[str, set[str]] = {}
        for name, thing in pairs:
            meant.setdefault(same_name(name), set()).add(thing)
            self._shown.setdefault(same_name(name), name)
        self._meant = {name: things.pop() for name, things in meant.items() if len(things) == 1}

    def find(self, word: str) -> str | None:
        """Give what a word means; None when it means nothing, or two things."""
        return self._meant.get(same_name(word))

    def near(self, word: str) -> str | None:
        """Give the name that was probably meant, as it is written."""
        found = nearest(same_name(word), tuple(self._meant))
        return None if found is None else self._shown[found]


def answers(
    question: Question,
    method: str,
    titles: Sequence[Mapping[str, str]],
    also: Sequence[tuple[str, str]] = (),
) -> list[tuple[str, str]]:
    """Give each name of an answer with the id of the answer: its id, its title, and those of ``also``.

    ``titles`` are those of the answers that a method offers by itself, a mapping a language; ``also`` pairs
    the id of an answer with what the file calls it.
    """
    keys = keys_of(question, method, {})
    known = {key.option for key in keys}
    pairs = [(name, key.option) for key in keys for name in (key.option, key.title)]
    pairs += [(key.title, key.option) for one in titles for key in keys_of(question, method, one)]
    return [*pairs, *((name, id) for id, name in also if id in known)]
