"""A programme with many votes, opened, entered twice and counted, in a bare clone: what ``verify`` is timed
on."""

import random
import subprocess
from collections.abc import Callable
from pathlib import Path

from collectif_cli.cli.context import Context, Settings
from collectif_cli.cli.vote_count import count
from collectif_cli.model.moment import Moment
from collectif_cli.model.noun import replace
from collectif_cli.model.record import Record
from collectif_cli.model.source import Located
from collectif_cli.store.calendar_text import moment_of
from collectif_cli.store.result_file import result_text
from collectif_cli.store.vote_edits import with_frozen
from collectif_cli.voting.declared import rule_of
from collectif_cli.voting.electorate import voters_of
from collectif_cli.voting.frozen import frozen_digest, frozen_record
from collectif_cli.voting.opening import freeze
from collectif_cli.voting.record import result_record
from collectif_cli.voting.subjects import bound_by

OPENED = "2019-10-09T18:30+02:00"
_HEAD = """schema: 1
name: Mesure
language: fr
levels: [poitiers]
decision_rules:
  programme: {method: majority, base: expressed, threshold: "> 1/2", quorum: none}
"""
_GROUP = "title: Groupe\nkind: thematic\nformed: 2018-11-20\nlevels: [poitiers]\n"


def generate_votes(folder: Path, votes: int, ballots: int, seed: int = 1) -> Path:
    """Write the programme with its history into ``folder``, and give a bare clone of it."""
    root, chance = folder / "programme", random.Random(seed)
    root.mkdir(parents=True)
    _git(root, "init", "-q", "-b", "main")
    names = [f"texte-{number:04}" for number in range(1, votes + 1)]
    _write(root / "collectif.yaml", _HEAD)
    _write(root / "groups/g/group.yaml", _GROUP)
    for name in names:
        _write(root / f"programme/proposals/{name}.md", _proposal(name, "consensual"))
        _write(root / f"programme/votes/vote-{name}/vote.yaml", _vote(name, ballots))
    _commit(root, "texts and votes")
    _open(root)
    _commit(root, "votes opened")
    for name in names:
        rows = [
            f"{number},{chance.choice(('for', 'for', 'against', ''))}" for number in range(1, ballots + 1)
        ]
        for entry in ("a", "b"):
            text = "\n".join([f"ballot,{name}", *rows]) + "\n"
            _write(root / f"programme/votes/vote-{name}/ballots-{entry}.csv", text)
    _count(root)
    _commit(root, "votes counted")
    bare = folder / "bare.git"
    subprocess.run(["git", "clone", "-q", "--bare", root, bare], check=True)
    return bare


def _open(root: Path) -> None:
    """Freeze every vote, as ``vote open`` does."""
    context = Context(Settings(folder=root))
    programme, _ = context.programme()
    head = context.history.resolve("HEAD")
    blobs = {entry.path: str(entry.stamp[0]) for entry in context.history.tree(head).entries()}
    opened = moment_of(OPENED) or Moment(head.day)
    for vote in programme.votes.values():
        rule = rule_of(vote, programme.collective)
        if rule is None:
            raise SystemExit(f"{vote.id} has no rule")
        voters = voters_of(vote, programme.plenaries, programme.groups, programme.candidates)
        texts = [(text, blobs[text.path]) for text in bound_by(vote.questions, programme)]
        frozen = freeze(vote, rule, voters, texts, opened=opened, commit=head.commit)
        digest = frozen_digest(vote, frozen)
        frozen = replace(frozen, digest=Located(digest, vote.span))
        written = Record((*frozen_record(frozen).pairs, ("digest", digest)))
        _edit(root / vote.span.path, lambda text, written=written: with_frozen(text, written, "opened"))  # type: ignore[misc]


def _count(root: Path) -> None:
    """Write every result, and move the status of every text."""
    programme, faults = Context(Settings(folder=root)).programme()
    for id, vote in programme.votes.items():
        counted = count(vote, programme, faults)
        if counted.whole is None:
            raise SystemExit(f"{id} cannot be counted: {counted.findings}")
        _write(root / f"programme/votes/{id}/result.yaml", result_text(result_record(counted.whole)))
        status = counted.whole.results[0].outcome.verdict.value
        name = vote.questions[0].id.value
        _write(root / f"programme/proposals/{name}.md", _proposal(name, status, f"decisions: [{id}]\n"))


def _proposal(name: str, status: str, more: str = "") -> str:
    body = "La ville accompagne les habitants du quartier avec une équipe présente chaque semaine.\n" * 12
    return (
        f"---\ntitle: Proposition {name}\ngroup: g\nlevels: [poitiers]\nstatus: {status}\n{more}---\n"
        f"## Proposition\n{body}"
    )


def _vote(name: str, ballots: int) -> str:
    return (
        f"title: Vote {name}\ndate: 2019-10-09\nrule: programme\n"
        f"electorate: {{kind: present, present: {ballots}, represented: 0}}\nballots: anonymous\n"
        f"questions: [{{id: {name}, title: Adopter, on: [{name}]}}]\n"
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _edit(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def _commit(root: Path, said: str) -> None:
    _git(root, "add", "-A")
    _git(root, "-c", "user.name=bench", "-c", "user.email=bench@collectif.example", "commit", "-qm", said)


def _git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", root, *arguments], check=True)
