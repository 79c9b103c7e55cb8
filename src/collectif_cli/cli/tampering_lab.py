"""A copy of the programme to tamper with: change a text, commit it, verify, put everything back."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from collectif_cli.cli.context import Context, Settings
from collectif_cli.cli.verify_work import verify
from collectif_cli.cli.vote_count import Count, count
from collectif_cli.model.vote import Vote
from collectif_cli.store.history.duplicate import duplicate, forget_past, move_to
from collectif_cli.store.history.past import History
from collectif_cli.store.result_file import result_text
from collectif_cli.voting.frozen import frozen_digest
from collectif_cli.voting.record import result_record
from collectif_cli.voting.sealing import without_figures
from collectif_cli.voting.verifying.report import Report


class Lab:
    """The copy, and what changes in it; ``base`` is the commit that it starts from."""

    def __init__(self, history: History, base: str) -> None:
        """Take the past of the copy."""
        self.history = history
        self.root = history.place.root
        self.base = base
        self._kept: dict[str, bytes | None] = {}

    @property
    def context(self) -> Context:
        """The surroundings of a command in the copy, made anew."""
        return Context(Settings(folder=self.root))

    def counts(self) -> dict[str, Count]:
        """Give the count of each vote, as the copy stands."""
        programme, faults = self.context.programme()
        return {id: count(vote, programme, faults) for id, vote in programme.votes.items()}

    def vote(self, id: str) -> Vote:
        """Give a vote as the copy stands."""
        return self.context.programme()[0].votes[id]

    def edit(self, path: str, change: Callable[[str], str]) -> None:
        """Change the text of a file."""
        place = self.root / path
        raw = place.read_bytes() if place.is_file() else None
        self._kept.setdefault(path, raw)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(change((raw or b"").decode()).encode())

    def remove(self, path: str) -> None:
        """Take a file away."""
        place = self.root / path
        self._kept.setdefault(path, place.read_bytes())
        place.unlink()

    def count_again(self, id: str) -> None:
        """Write the result that the copy now gives, as a forger would."""
        counted = self.counts()[id]
        if counted.whole is None:
            return
        shown = without_figures(counted.whole, "sha256:" + "0" * 64) if counted.sealed else counted.whole
        text = result_text(result_record(shown))
        self.edit(f"programme/votes/{id}/result.yaml", lambda _: text)

    def freeze_again(self, id: str) -> None:
        """Write the digest that the frozen part now has, wherever it is written, and count again."""
        vote = self.vote(id)
        if vote.frozen is None:
            return
        old, new = vote.frozen.digest.value, frozen_digest(vote, vote.frozen)
        for path in (vote.span.path, *(entry.span.path for entry in vote.entries)):
            self.edit(path, lambda text: text.replace(old, new))
        self.count_again(id)

    def save(self) -> str:
        """Commit what was changed, and give the commit."""
        made = self.history.commit(tuple(self._kept), "a change")
        return made or self.base

    def forget_past(self) -> str:
        """Replace the whole history by one commit."""
        return forget_past(self.history)

    def verify(self) -> Report:
        """Verify the copy."""
        return verify(self.context)

    def put_back(self) -> None:
        """Make the copy what it was."""
        for path, raw in self._kept.items():
            place = self.root / path
            if raw is None:
                place.unlink(missing_ok=True)
            else:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(raw)
        self._kept.clear()
        move_to(self.history, self.base)


@contextmanager
def copy_of(history: History, head: str) -> Iterator[Lab]:
    """Give a lab on a copy of a repository, in a folder that goes afterwards."""
    with tempfile.TemporaryDirectory(prefix="collectif-self-test-") as name:
        yield Lab(duplicate(history.place, head, Path(name).resolve() / "copy"), head)
