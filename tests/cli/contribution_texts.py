"""A programme with contributions that wait, for the verbs that sort them."""

from pathlib import Path

from tests.store.history.repositories import repository

TEXTS = """\
== collectif.yaml ==
schema: 1
name: Essai
language: fr
levels: [poitiers]
== groups/eau/group.yaml ==
title: Eau
kind: thematic
formed: 2018-11-20
levels: [poitiers]
== groups/mobilites/group.yaml ==
title: Mobilités
kind: thematic
formed: 2018-11-20
levels: [poitiers]
== groups/sante/group.yaml ==
title: Santé
kind: thematic
formed: 2018-11-20
dissolved: 2019-01-01
levels: [poitiers]
== programme/proposals/bus-nuit.md ==
---
title: Des bus de nuit
group: mobilites
levels: [poitiers]
status: draft
---
## Proposition
Des bus de nuit.
== programme/contributions/site/source.yaml ==
title: Le site
platform: table
== programme/contributions/site/1.md ==
---
title: Un bus la nuit
date: 2019-02-03
author: Q7KD-2M8V
theme: Mobilités
fate: new
---
Il faudrait des bus la nuit, le samedi surtout.
== programme/contributions/site/2.md ==
---
title: Bus de nuit
author: Q7KD-2M8V
theme: Mobilités
fate: new
---
Des bus la nuit le samedi, jusqu'à deux heures.
== programme/contributions/site/3.md ==
---
title: Des fontaines
theme: Eau
fate: new # à lire
---
De l'eau fraîche au marché des Couronneries.
== programme/contributions/site/4.md ==
---
fate: new
---
Plus de bancs à l'ombre.
== programme/contributions/site/5.md ==
---
title: Illisible
fate: [new
---
Rien.
"""


def waiting(root: Path) -> Path:
    """Write the programme, with one commit."""
    return repository(root, TEXTS)


def text(root: Path, id: str) -> str:
    return (root / f"programme/contributions/{id}.md").read_text(encoding="utf-8")
