"""A programme that prepared the votes that the real files, and the samples, are of."""

from pathlib import Path

import ruamel.yaml

from tests.texts import write_texts

HEAD = """\
== collectif.yaml ==
schema: 1
name: Essai
language: LANGUAGE
levels: [poitiers]
decision_rules:
  debian: {method: schulze, strength: winning-votes, unranked: last, equal_ranks: allowed, ties: kept}
  steering: {method: schulze, strength: winning-votes, unranked: ignored, equal_ranks: allowed, ties: kept}
  ward: {method: stv, variant: scottish, seats: 3, defects: skip, ties: kept}
  strict: {method: stv, variant: scottish, seats: 2, defects: invalid, ties: kept}
  simple: {method: plurality, ties: kept}
  text: {method: majority, base: expressed, threshold: "> 1/2", quorum: none}
  several: {method: approval, ties: kept}
  positions: {method: majority-judgment, grades: [Bad, Fair, Good], not_judged: worst-grade, ties: kept}
"""


class Vote:
    """A vote to write: its rule, and for each question the titles of its options."""

    def __init__(
        self, rule: str, *questions: tuple[str, ...], ballots: str = "anonymous", expected: int = 0
    ) -> None:
        self.rule = rule
        self.questions = questions
        self.ballots = ballots
        self.expected = expected


def programme(root: Path, language: str = "en", **votes: Vote) -> Path:
    """Write the programme; a question is its title, then the titles of its options, each ``id: title``."""
    write_texts(root, HEAD.replace("LANGUAGE", language))
    yaml = ruamel.yaml.YAML(typ="safe", pure=True)
    for id, vote in votes.items():
        path = root / "programme/votes" / id / "vote.yaml"
        path.parent.mkdir(parents=True)
        with path.open("w", encoding="utf-8") as file:
            yaml.dump(_said(id, vote), file)
    return root


def _said(id: str, vote: Vote) -> dict[str, object]:
    said: dict[str, object] = {
        "title": f"The vote {id}",
        "rule": vote.rule,
        "electorate": {"kind": "present", "present": 200_000_000_000},
        "ballots": vote.ballots,
        "questions": [
            {"id": f"q{at}", "title": title, "options": [_option(one) for one in options]}
            for at, (title, *options) in enumerate(vote.questions, start=1)
        ],
    }
    return {**said, "expected_ballots": vote.expected} if vote.expected else said


def _option(said: str) -> dict[str, str]:
    id, _, title = said.partition(": ")
    return {"id": id, "title": title or id}


def cells(root: Path, vote: str) -> list[list[str]]:
    """Give the lines of ``ballots.csv``, the titles first."""
    text = (root / "programme/votes" / vote / "ballots.csv").read_text(encoding="utf-8")
    return [line.split(",") for line in text.splitlines() if not line.startswith("#")]
