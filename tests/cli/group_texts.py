"""A collective with two groups, one of which merged into the other, for the tests of ``collectif group``."""

import subprocess
from pathlib import Path

REPOSITORY = """
== collectif.yaml ==
schema: 1
name: Collectif d'essai
language: fr
territory:
  competences:
    - {id: mobilite, title: Mobilités, exercised_by: grand-poitiers}
    - {id: ecoles, title: Écoles, exercised_by: poitiers}
levels: [poitiers, grand-poitiers]
== groups/people.yaml ==
# Pseudonymes seulement.
cedre:   {visible: false, joined: 2018-11-20}
erable:  {name: Érable, joined: 2018-11-20}
tilleul: {name: Tilleul, joined: 2018-11-20}
== groups/mobilites/group.yaml ==
# Le groupe des mobilités.
title: "Mobilités"   # avec des guillemets
kind: thematic
formed: 2018-11-20
levels: [grand-poitiers]
competences: [mobilite]
facilitators: [{person: tilleul, from: 2018-11-20}]
members:
  - {person: erable, from: 2018-11-20}   # venue du vélo
  - {person: cedre, from: 2019-01-15}
mandates:
  - {role: titulaire, person: tilleul, from: 2019-07-11}
== groups/mobilites/meetings/2019-04-12.md ==
---
date: 2019-04-12
place: Salle Timbaud
---
== groups/universite/group.yaml ==
title: Université
kind: thematic
formed: 2018-12-18
dissolved: 2019-06-04
merged_into: mobilites
aliases: [fac]
== programme/proposals/bus-nuit.md ==
---
title: Des bus de nuit
group: mobilites
status: draft
---
"""
GROUP = "groups/mobilites/group.yaml"
PEOPLE = "groups/people.yaml"


def text(root: Path, path: str) -> str:
    """Give a file exactly as it is."""
    return (root / path).read_bytes().decode()


def git(root: Path, *arguments: str) -> str:
    """Run git in a repository and give what it says."""
    done = subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout


def committed(root: Path) -> None:
    """Put everything into a first commit."""
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "début"]):
        git(root, *arguments)
