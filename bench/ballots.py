"""A vote with ballots by the million: the programme, the file, and what it is counted with beside ours."""

import random
from collections.abc import Iterator
from pathlib import Path

OPTIONS = 12
_BLOCK = 100_000
_HEAD = "schema: 1\nname: Mesure\nlanguage: fr\nlevels: [poitiers]\n"
_GRADES = "grades: [A, B, C, D, E, F, G]"
_DUELS = "unranked: last, equal_ranks: allowed"
# Method -> what its ballots hold, its rule, the quickest library in Python that counts it.
COUNTED = {
    "approval": ("yes", "method: approval", "votelib-approval"),
    "score": ("grades", "method: score, points: 10, not_judged: worst-grade", "votelib-score"),
    "majority-judgment": (
        "grades",
        f"method: majority-judgment, {_GRADES}, not_judged: worst-grade, ties: majority-value",
        "votelib-grades",
    ),
    "condorcet": ("ranks", f"method: condorcet, {_DUELS}", "condorcet"),
    "schulze": ("ranks", f"method: schulze, strength: winning-votes, {_DUELS}", "schulze_voting"),
    "ranked-pairs": (
        "ranks",
        f"method: ranked-pairs, strength: winning-votes, ties: kept, {_DUELS}",
        "votelib-pairs",
    ),
    "irv": ("ranks", "method: irv, defects: skip, ties: kept", "pyrankvote-irv"),
    "stv": (
        "ranks",
        "method: stv, variant: scottish, seats: 4, defects: skip, ties: kept",
        "pyrankvote-stv",
    ),
}


def write_vote(root: Path, method: str, ballots: Path, options: int = OPTIONS, rule: str = "") -> None:
    """Write a vote named as its method, whose ballots are that file, and the programme around it."""
    folder = root / "programme/votes" / method
    folder.mkdir(parents=True, exist_ok=True)
    (root / "collectif.yaml").write_text(_HEAD, encoding="utf-8")
    listed = ", ".join(f"{{id: o{place:02}, title: Option {place}}}" for place in range(options))
    (folder / "vote.yaml").write_text(
        f"title: Mesure\ndate: 2019-10-09\nrule: {{{rule or COUNTED[method][1]}}}\n"
        "electorate: {kind: roll, registered: 100000000}\nballots: anonymous\n"
        f"questions: [{{id: q, title: Question, options: [{listed}]}}]\n",
        encoding="utf-8",
    )
    (folder / "ballots.csv").hardlink_to(ballots)


def write_ballots(path: Path, kind: str, ballots: int, options: int = OPTIONS, seed: int = 1) -> Path:
    """Write that many ballots, numbered from 1, on which the first options are a little dearer."""
    chance = random.Random(seed)
    titles = ",".join(["ballot", *(f"q.o{place:02}" for place in range(options))])
    with path.open("w", encoding="utf-8") as file:
        file.write(titles + "\n")
        for start in range(0, ballots, _BLOCK):
            tails = list(_tails(kind, min(_BLOCK, ballots - start), options, chance))
            file.writelines(f"{start + at},{tail}\n" for at, tail in enumerate(tails, start=1))
    return path


def _tails(kind: str, number: int, options: int, chance: random.Random) -> Iterator[str]:
    """Yield the cells of ballots, from columns drawn whole."""
    if kind == "ranks":
        names = range(options)
        for _ in range(number):
            drawn = sorted(names, key=lambda place: chance.random() + place / 3 / options)
            ranks = [0] * options
            for rank, place in enumerate(drawn, start=1):
                ranks[place] = rank
            yield ",".join(map(str, ranks))
        return
    columns = [_column(kind, place, number, chance) for place in range(options)]
    for row in zip(*columns, strict=True):
        yield ",".join(row)


def _column(kind: str, place: int, number: int, chance: random.Random) -> list[str]:
    if kind == "yes":
        return chance.choices("01", [60 + place, 40 - place], k=number)
    return chance.choices("1234567", [5 + place, 10, 18, 25, 20, 14, 30 - place], k=number)
