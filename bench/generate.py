"""A programme of any size, the same on every machine: what the benches run on.

Each proposal has the twelve keys of a real one and three paragraphs, about two kilobytes; each group has
its lives; the texts are drawn from a few plain sentences by a seeded generator.
"""

import random
from pathlib import Path

PER_GROUP = 500
_TALK = (
    "la ville accompagne les habitants du quartier avec une équipe présente chaque semaine pour écouter "
    "préparer et suivre les travaux de la rue de la place et du parc en lien avec les associations "
    "les écoles les commerces et les services de Grand Poitiers afin que chacun puisse se déplacer "
    "se nourrir apprendre et participer aux décisions sans attendre la fin du mandat"
)
_TREES = (
    "acacia aulne bouleau cedre charme chataignier chene cormier cypres erable figuier frene genevrier "
    "hetre houx if laurier marronnier meleze merisier micocoulier murier noisetier noyer olivier orme "
    "peuplier pin platane poirier pommier prunier robinier sapin saule sorbier sureau tamaris tilleul tremble"
)
_WORDS = _TALK.split()
_PEOPLE = _TREES.split()
_STATUSES = ("draft", "submitted", "submitted", "submitted")


def generate(root: Path, proposals: int, seed: int = 1) -> Path:
    """Write a programme of that many proposals into an empty folder and give the folder back."""
    chance = random.Random(seed)
    groups = [f"groupe-{number}" for number in range(1, max(proposals // PER_GROUP, 1) + 1)]
    _write(root / "collectif.yaml", _collective())
    _write(root / "groups/people.yaml", "".join(f"{one}: {{name: {one.title()}}}\n" for one in _PEOPLE))
    for number, group in enumerate(groups):
        _write(root / "groups" / group / "group.yaml", _group(number))
        _write(root / "groups" / group / "meetings/2019-03-12.md", _meeting())
    contributions = max(proposals // 10, 1)
    for number in range(1, contributions + 1):
        _write(
            root / f"programme/contributions/plateforme/{number:06}.md",
            _contribution(number, proposals, groups, chance),
        )
    for number in range(1, proposals + 1):
        _write(
            root / f"programme/proposals/proposition-{number:06}.md",
            proposal(number, contributions, groups, chance),
        )
    return root


def proposal(number: int, contributions: int, groups: list[str], chance: random.Random) -> str:
    """Give the text of one proposal."""
    group = groups[number % len(groups)]
    requires = f"[proposition-{number - 1:06}]" if number > 1 and number % 4 == 0 else "[]"
    origin = f"plateforme/{(number - 1) // 10 % contributions + 1:06}"
    low = chance.randint(1, 40)
    return f"""---
title: Proposition numéro {number} pour le quartier
group: {group}
levels: [poitiers]
competences: [voirie]
status: {"submitted" if requires != "[]" or number % 4 == 3 else chance.choice(_STATUSES)}
origin: {{contributions: [{origin}], meetings: [{group}/2019-03-12]}}
costs: [{{kind: operating, amount: {low}..{low + 10} k€, per: year, source: "rapport annuel 2018, p. {low}"}}]
requires: {requires}
conflicts: []
reviews: [{{by: finances, date: 2019-06-20, opinion: favourable, note: Chiffrage relu.}}]
keywords: [quartier, "{number}"]
---
## Constat
{_paragraph(chance)}

## Proposition
{_paragraph(chance)}

## Mise en œuvre
{_paragraph(chance)}
"""


def _paragraph(chance: random.Random) -> str:
    sentences = (" ".join(chance.choices(_WORDS, k=14)).capitalize() + "." for _ in range(7))
    return " ".join(sentences)


def _collective() -> str:
    return """schema: 1
name: Collectif de mesure
language: fr
territory:
  municipality: {name: Poitiers, population: 90240, seats: 53}
  competences:
    - {id: voirie, title: Voirie, exercised_by: poitiers}
levels: [poitiers, grand-poitiers]
phases:
  - {id: construction, title: Construction, scope: group, starts: 2018-10-18, ends: 2018-12-31}
  - {id: propositions, title: Propositions, scope: group, starts: 2019-01-01, ends: 2029-07-11}
proposal:
  sections: [Constat, Proposition, Mise en œuvre]
  max_words: 900
decision_rules:
  programme: {method: majority, base: expressed, threshold: "> 1/2", quorum: none}
"""


def _group(number: int) -> str:
    first, second = _PEOPLE[number % 40], _PEOPLE[(number + 7) % 40]
    return f"""title: Groupe {number + 1}
kind: thematic
formed: 2018-11-20
levels: [poitiers]
competences: [voirie]
facilitators: [{{person: {first}, from: 2018-11-20}}]
members:
  - {{person: {first}, from: 2018-11-20}}
  - {{person: {second}, from: 2018-12-01}}
"""


def _meeting() -> str:
    return "---\ndate: 2019-03-12\nplace: Maison de quartier\npresent: 7\n---\nRelecture des propositions.\n"


def _contribution(number: int, proposals: int, groups: list[str], chance: random.Random) -> str:
    cited = [n for n in range((number - 1) * 10 + 1, number * 10 + 1) if n <= proposals]
    ids = ", ".join(f"proposition-{n:06}" for n in cited)
    return f"""---
date: 2019-02-03
theme: Quartier
group: {groups[number % len(groups)]}
fate: adopted
proposals: [{ids}]
answer: Merci, votre idée est reprise.
---
{_paragraph(chance)}
"""


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
