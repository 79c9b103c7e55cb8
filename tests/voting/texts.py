"""A programme out of the docstring of a test: ``== path ==`` starts a file; ``collectif.yaml`` is given."""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.programme import Programme
from collectif_cli.store.load import load
from collectif_cli.store.tree import Entry
from collectif_cli.voting.declared import rule_of
from collectif_cli.voting.electorate import voters_of
from collectif_cli.voting.outcome import Result
from collectif_cli.voting.tally import Tally, tally

FILE = re.compile(r"^== (\S+) ==\n", re.MULTILINE)
HEAD = "schema: 1\nname: Collectif\nlanguage: fr\n"


class Texts:
    """A tree of texts held in memory, read through the same Protocol as the work tree."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts

    def large(self, path: str) -> None:
        return None

    def entries(self) -> list[Entry]:
        return [Entry(path, ()) for path in sorted(self.texts)]

    def read(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes | None]]:
        for path in paths:
            yield path, self.texts[path].encode()


def files_in(docstring: str) -> dict[str, str]:
    """Give the files written in a docstring."""
    parts = FILE.split(inspect.cleandoc(docstring) + "\n")
    files = {path: f"{text.strip()}\n" for path, text in zip(parts[1::2], parts[2::2], strict=True)}
    return {"collectif.yaml": HEAD, **files}


def programme(docstring: str) -> Programme:
    """Read the programme of a docstring, which must have no fault of form."""
    found, faults = load(Texts(files_in(docstring)))
    assert not faults, faults
    return found


def tallied(docstring: str) -> tuple[Tally | None, tuple[Finding, ...]]:
    """Count the one vote of a docstring."""
    read = programme(docstring)
    (vote,) = read.votes.values()
    rule = rule_of(vote, read.collective)
    assert rule is not None
    return tally(vote, rule, voters_of(vote, read.plenaries, read.groups, read.candidates))


def result(docstring: str) -> Result:
    """Give the result of the one question of the one vote."""
    counted, findings = tallied(docstring)
    assert counted is not None, findings
    (one,) = counted.results
    return one


def findings(test: Callable[..., None]) -> list[str]:
    """Give what forbids counting the vote in the docstring of a test, as ``path:line:column sentence``."""
    counted, found = tallied(test.__doc__ or "")
    assert counted is None
    return [
        f"{one.span.path.rpartition('/')[2]}:{one.span.line}:{one.span.column} "
        + one.message.text.format(**dict(one.message.values))
        for one in found
    ]
