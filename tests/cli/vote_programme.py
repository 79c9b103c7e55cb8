"""A small programme in git, with a plenary today and a proposal ready for it."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

from collectif_cli.cli.context import Context, Settings
from collectif_cli.cli.vote_enter import enter_ballots
from tests.cli.conftest import Collectif, Said
from tests.store.history.repositories import git, write

TEXTS = """\
== collectif.yaml ==
schema: 1
name: Essai
language: LANGUAGE
levels: [poitiers]
decision_rules:
  programme: {method: majority, base: expressed, threshold: "> 1/2", quorum: none}
  positions:
    {method: majority-judgment, grades: [Non, Passable, Oui], not_judged: refused, ties: majority-value}
  accord:
    method: majority
    base: expressed
    threshold: "> 1/2"
    quorum: {of: registered, at_least: "1/2"}
    second_call: {after: 15 days, quorum: none}
freeze_before_plenary: 3 days
== groups/eau/group.yaml ==
title: Eau
kind: thematic
formed: 2018-11-20
levels: [poitiers]
members: [{person: cedre, from: 2019-01-01}, {person: if, from: 2019-01-01}]
== groups/people.yaml ==
cedre: {joined: 2018-12-01}
if: {joined: 2018-12-01}
== programme/proposals/bus-nuit.md ==
---
title: Des bus de nuit
group: eau
levels: [poitiers]
status: consensual
assessment: {sorted: consensual, by: eau, date: 2019-08-20}
---
## Proposition
Des bus de nuit du jeudi au samedi : jusqu'à deux heures.
== programme/plenaries/DAY-pleniere-1.md ==
---
number: 1
date: DAY
place: Salle
convened: CONVENED
attendance: {present: 5, represented: 0, record: counted}
agenda: [{id: a1, title: Le vote, kind: decision}]
---
Le compte rendu.
"""


def plenary_day() -> date:
    """Give the day of the plenary, today: what is decided may be written."""
    return date.today()


def at(days: int) -> str:
    """Give an instant so many days from now, as git reads it."""
    return f"{date.today() + timedelta(days=days)}T12:00:00 +0000"


def make_programme(root: Path, language: str = "fr", change: Callable[[str], str] = str) -> Path:
    """Write the programme with one commit of ten days ago, and give its folder."""
    root.mkdir(parents=True)
    git(root, "init", "-q", "-b", "main")
    day = plenary_day()
    texts = change(TEXTS).replace("LANGUAGE", language).replace("DAY", day.isoformat())
    write(root, texts.replace("CONVENED", (day - timedelta(days=15)).isoformat()))
    git(root, "add", "-A")
    git(root, "commit", "-qm", "début", day=at(-10))
    return root


def vote_id(root: Path) -> str:
    """Give the one vote of a programme."""
    (folder,) = (root / "programme/votes").iterdir()
    return folder.name


class Keyboard(StringIO):
    """Lines that a person types at a terminal."""

    def isatty(self) -> bool:
        """Say that somebody is there."""
        return True


def typed(
    root: Path, vote: str, entry: str | None, lines: Sequence[str], source: type[StringIO] = Keyboard
) -> Said:
    """Run ``vote enter`` with lines typed by a person, or in a pipe (``StringIO``)."""
    out, err = StringIO(), StringIO()
    given = source("".join(f"{line}\n" for line in lines))
    context = Context(Settings(folder=root), out, err, given)
    return Said(enter_ballots(context, vote, entry), out.getvalue(), err.getvalue())


def opened(root: Path, collectif: Collectif, *more: str, rule: str = "programme") -> str:
    """Prepare a vote on the proposal and open it, each with a commit; give its id."""
    plenary = f"{plenary_day()}-pleniere-1"
    arguments = ["--on", "bus-nuit", "--rule", rule, "--plenary", plenary, "--commit", *more]
    said = collectif("vote", "new", *arguments, folder=root)
    assert said.code == 0, said.err
    vote = vote_id(root)
    said = collectif("vote", "open", vote, "--commit", folder=root)
    assert said.code == 0, said.err
    return vote


def counted(root: Path, collectif: Collectif, papers: Sequence[str] = ("1", "1", "1", "2", ".")) -> str:
    """Open a vote, enter its papers twice, and count it with a commit; give its id."""
    vote = opened(root, collectif, "--expected", str(len(papers)))
    for entry in ("a", "b"):
        assert typed(root, vote, entry, papers).code == 0
    said = collectif("vote", "tally", vote, "--record", "--commit", folder=root)
    assert said.code == 0, said.err
    return vote
