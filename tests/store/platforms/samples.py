"""What residents sent, as each platform exports it: two ideas, a bench and a night bus, by two people."""

import io
import json
import zipfile
from typing import Any

from collectif_cli.model.contribution import Columns
from collectif_cli.model.sent import Asked, Sent
from collectif_cli.model.source import Located, Span
from collectif_cli.store.importers.importer import Handed, Notes
from collectif_cli.store.platforms.all_platforms import platform_called

CAP = (
    "\ufeffcontribution_type,proposal_id,proposal_reference,proposal_title,proposal_votes_digitalCount,"
    "proposal_publishedAt,proposal_publicationStatus,proposal_trashedAt,proposal_link,proposal_author_id,"
    "proposal_author_email,proposal_theme_title,proposal_summary,proposal_description,proposal_votes_id,"
    "proposal_votes_published,proposal_votes_accounted\r\n"
    'proposal,UHJvcG9zYWw6cHJvcG9zYWwx,"""1-1""",Un banc,2,2019-02-03 10:00:00,PUBLISHED,,https://x.example/1,'
    "u1,u1@mail.fr,Voirie,,\"<p>Un banc <b>place</b> d'Armes.</p>\n"
    "<ul><li>à l'ombre</li><li>au soleil</li></ul>\",,,\r\n"
    "proposalVote,UHJvcG9zYWw6cHJvcG9zYWwx,,,,,,,,,,,,,v1,Yes,Yes\r\n"
    "proposalVote,UHJvcG9zYWw6cHJvcG9zYWwx,,,,,,,,,,,,,v2,Yes,No\r\n"
    "proposalComment,UHJvcG9zYWw6cHJvcG9zYWwx,,,,,,,,,,,,,,,\r\n"
    "proposal,UHJvcG9zYWw6cHJvcG9zYWwy,,Un bus,0,2019-02-04 10:00:00,PUBLISHED,,,u2,,Mobilités,,"
    "Un bus la nuit.,,,\r\n"
    "proposal,UHJvcG9zYWw6cHJvcG9zYWwz,,Non,0,2019-02-04 10:00:00,PUBLISHED,2019-03-01,,u2,,,,Retirée.,,,\r\n"
)
REPLIES = """\ufeffexport_contribution_id,export_contribution_published,export_contribution_published_at,\
export_contribution_author_id,export_contribution_author_email,export_contribution_draft,"Votre idée ?","Où ?"
reply1,Yes,"2019-02-03 00:00:00",u1,u1@mail.fr,No,"Un banc","Place d'Armes"
reply2,Yes,"2019-02-04 00:00:00",u2,,No,"Un bus la nuit",
reply3,Yes,"2019-02-04 00:00:00",u2,,Yes,"Pas fini",
reply4,Yes,"2019-02-04 00:00:00",u2,,No,,
"""
DECIDIM = """\
id;category/name/fr;participatory_space/id;title/en;title/fr;body/en;body/fr;state;supports;comments;\
published_at;url
7;Voirie;1;A bench;Un banc;A bench;<p>Un banc place d'Armes.</p>;accepted;4;1;2019-02-03T10:00:00Z;https://x.example/7
8;;1;A bus;;A night bus;;;0;2;2019-02-04T10:00:00Z;
9;;1;No;Non;No;Non;withdrawn;0;0;2019-02-04T10:00:00Z;
"""
COMMENTS = "id;body;commentable_id;commentable_type\n1;Oui;7;Decidim::Proposals::Proposal\n2;Oui;8;x\n"
DECIDIM_JSON = json.dumps(
    [
        {
            "id": 7,
            "participatory_space": {"id": 1, "url": "https://x.example"},
            "category": {"id": 2, "name": {"fr": "Voirie"}},
            "title": {"fr": "Un banc"},
            "body": {"fr": "<p>Un banc place d'Armes.</p>"},
            "supports": 4,
            "published_at": "2019-02-03T10:00:00Z",
        },
        {"id": 8, "title": {"en": "A bus"}, "body": {"en": "A night bus"}, "participatory_space": {"id": 1}},
    ]
)
CONSUL = json.dumps(
    {
        "data": {
            "proposals": {
                "edges": [
                    {
                        "node": {
                            "id": 3,
                            "title": "Un banc",
                            "description": "<p>Un banc place d'Armes.</p>",
                            "cached_votes_up": 12,
                            "public_created_at": "2019-02-03 10:00:00 +0100",
                            "public_author": {"id": 5, "username": "u1"},
                            "tags": {"edges": [{"node": {"name": "Voirie"}}]},
                        }
                    },
                    {
                        "node": {
                            "id": 4,
                            "title": "Un bus",
                            "description": "La nuit",
                            "retired_at": "2019-03-01",
                        }
                    },
                ]
            }
        }
    }
)
CONSUL_CSV = "id,title,description,cached_votes_up,created_at\n3,Un banc,Place d'Armes,12,2019-02-03\n"
LOOMIO = """\
poll
id,title,details
1,Des bancs ?,Où les mettre
poll_options
id,poll_id,name,voter_count
1,1,Oui,2
2,1,Non,0

votes
id,poll_id,voter_id,voter_name,created_at,reason,Oui,Non
11,1,5,u1,2019-02-03,"Un banc place d'Armes",1,0
12,1,6,u2,2019-02-04,,1,0
13,1,7,u3,2019-02-04,"Trop cher",0,1
"""
POLIS = {
    "comments.csv": """\
timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body
1549188000000,x,1,5,2,0,1,Un banc place d'Armes
1549188000000,x,2,6,1,1,0,Un bus la nuit
1549188000000,x,3,6,0,0,-1,Refusé
""",
    "votes.csv": """\
timestamp,datetime,comment-id,voter-id,vote
3000,x,1,8,-1
1000,x,1,8,1
1000,x,1,9,1
1000,x,2,8,1
1000,x,2,9,-1
2000,x,2,7,0
""",
    "participants-votes.csv": "participant,xid,group-id,n-comments,n-votes\n8,,0,0,3\n9,,0,0,2\n7,,0,0,1\n",
    "summary.csv": "topic,Des bancs ?\ncomments,3\n",
}
MBOX = """\
From u1@mail.fr Sun Feb  3 10:00:00 2019
From: Une personne <u1@mail.fr>
Subject: =?utf-8?q?R=C3=A9_: Un banc?=
Date: Sun, 03 Feb 2019 10:00:00 +0100
Message-ID: <abc@mail.fr>
Content-Type: text/plain; charset=utf-8

Un banc place d'Armes.

Le 2 février, quelqu'un a écrit :
> Que voulez-vous ?
--\x20
Une personne, 06 12 34 56 78

From u2@mail.fr Mon Feb  4 10:00:00 2019
From: u2@mail.fr
Subject: Un bus
Date: Mon, 04 Feb 2019 10:00:00 +0100
Content-Type: text/html; charset=utf-8

<p>Un bus <b>la nuit</b>.</p>
"""
TABLE = (
    "\ufeffTitre;Texte;Date;Auteur;Thème\r\nUn banc;Place d'Armes;03/02/2019;u1;Voirie\r\n;Un bus;;u2;\r\n"
)
FORM = """\
Q0,Q1,Q2,Q3
Horodateur,Votre idée,Où ?,Courriel
03/02/2019 10:00:00,Un banc,Place d'Armes,u1@mail.fr
04/02/2019 10:00:00,Un bus la nuit,,u2@mail.fr
"""


def located(text: str) -> Located[str]:
    return Located(text, Span(""))


FORM_COLUMNS = Columns(
    body=(located("Votre idée"), located("Où ?")), date=located("Horodateur"), author=located("Courriel")
)


def zipped(files: dict[str, str]) -> bytes:
    """Give a ZIP of those files."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(name, text)
    return raw.getvalue()


OPEN_DATA = {
    "x-open-data-proposals.csv": DECIDIM,
    "x-open-data-proposal_comments.csv": COMMENTS,
    "x-open-data-users.csv": "id;name\n1;u1\n",
}


def handed(name: str, text: str | bytes) -> tuple[Handed, ...]:
    return (Handed(name, text if isinstance(text, bytes) else text.encode()),)


# Platform -> what it exports, in each of its ways.
SAMPLES: dict[str, list[tuple[Handed, ...]]] = {
    "cap-collectif": [handed("export.csv", CAP), handed("replies.csv", REPLIES)],
    "decidim": [
        handed("proposals.csv", DECIDIM),
        handed("proposals.json", DECIDIM_JSON),
        handed("open.zip", zipped(OPEN_DATA)),
    ],
    "consul": [handed("answer.json", CONSUL), handed("proposals.csv", CONSUL_CSV)],
    "loomio": [handed("poll.csv", LOOMIO)],
    "polis": [tuple(Handed(name, text.encode()) for name, text in POLIS.items())],
    "mail": [handed("box.mbox", MBOX)],
    "table": [handed("ideas.csv", TABLE)],
}


def read(slug: str, files: tuple[Handed, ...], **asked: Any) -> tuple[tuple[Sent, ...] | None, Notes]:
    """Read files as a platform does; give what was sent, and what was noted."""
    notes = Notes()
    return platform_called(slug).read(files, Asked("fr", **asked), notes), notes


def said(notes: Notes) -> list[tuple[int, int, str]]:
    """Give the row, the column and the sentence of everything noted."""
    return [(one.span.line, one.span.column, one.message.text) for one in (*notes.faults, *notes.remarks)]
