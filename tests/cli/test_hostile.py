"""A stranger's repository starts no program of its own, whatever the verb."""

import shutil
import subprocess
from io import StringIO
from pathlib import Path

import pytest

from collectif_cli.cli.verbs import VERBS
from tests.checks.examples import BASE
from tests.cli.conftest import Collectif
from tests.hostile import Trap, make_hostile

VOTE = """\
title: Une question
date: 2019-07-11
rule: programme
electorate: {kind: present, present: 3}
ballots: counts
questions: [{id: q, title: Que faire}]
"""
COUNTS = "cast: 3\nquestions: {q: {options: {for: 2, against: 1}, blank: 0, invalid: 0}}\n"

# Each verb, and each of its verbs, with arguments that make it do its work.
CALLS = (
    ["check"],
    ["check", "--strict"],
    ["check", "--since", "HEAD"],
    ["check", "--at", "HEAD"],
    ["check", "--at", "gone"],
    [
        "vote",
        "new",
        "2019-07-12-eau",
        "--on",
        "eau-pure",
        "--rule",
        "programme",
        "--date",
        "2019-07-12",
        "--electorate",
        "group",
        "--group",
        "eau",
        "--commit",
    ],
    ["vote", "open", "2019-07-12-eau", "--commit"],
    ["vote", "ballot", "2019-07-12-eau"],
    ["vote", "import", "bulletins.csv", "--vote", "2019-07-12-eau", "--dry-run"],
    ["vote", "enter", "2019-07-12-eau"],
    ["vote", "tally", "2019-07-12-eau", "--commit"],
    ["vote", "compare", "2019-07-12-eau"],
    ["vote", "close", "2019-07-12-eau"],
    ["verify"],
    ["verify", "--at", "HEAD"],
    ["verify", "--between", "HEAD~1..HEAD"],
    ["verify", "--checkpoint", "0000-0000-0000"],
    ["verify", "--self-test"],
    ["vote", "cancel", "2019-07-12-eau", "--reason", "Une erreur.", "--commit"],
    ["status"],
    ["status", "eau", "--at", "HEAD"],
    ["show", "eau-pure"],
    ["show", "eau", "--at", "HEAD"],
    ["search", "eau"],
    ["build", "programme"],
    ["build", "programme", "--at", "HEAD"],
    ["group", "list"],
    ["group", "show", "eau"],
    ["group", "join", "eau", "merle", "--from", "2019-02-01", "--commit"],
    ["group", "facilitate", "eau", "merle", "--from", "2019-02-02"],
    ["group", "leave", "eau", "merle", "--to", "2019-03-01"],
    ["group", "new", "--title", "Air", "--kind", "thematic", "--commit"],
    ["group", "mandate", "eau", "merle", "--from", "2019-04-01", "--commit"],
    ["group", "count", "eau", "--active", "4"],
    ["group", "meet", "eau", "--date", "2019-04-02", "--agenda", "Bilan"],
    ["group", "write", "eau", "review"],
    ["group", "methods", "eau", "--rhythm", "souvent"],
    ["group", "split", "eau", "--into", "Rivières", "--keep", "--commit"],
    ["group", "merge", "air", "--into", "eau"],
    ["group", "dissolve", "air"],
    ["people", "add", "zebre", "--hidden", "--commit"],
    ["people", "erase", "zebre", "--commit"],
    ["budget"],
    ["show", "competences"],
    ["status", "--representativity"],
    ["proposal", "new", "--title", "Un autre texte", "--group", "eau", "--commit"],
    ["proposal", "list"],
    ["proposal", "submit", "eau-pure"],
    ["contribution", "import", "carnet", "idees.csv", "--commit"],
    ["contribution", "list", "--waiting"],
    ["contribution", "triage"],
    ["contribution", "assign", "carnet/1", "--group", "eau"],
    ["contribution", "merge", "carnet/2", "--into", "carnet/1"],
    ["contribution", "answer", "carnet/1", "--fate", "declined", "--text", "Non."],
    ["contribution", "report"],
    ["contribution", "letters"],
    ["vote", "list"],
    ["vote", "show", "2019-07-11-q"],
    ["vote", "tally", "2019-07-11-q"],
    ["vote", "export", "2019-07-11-q", "--format", "csv"],
    ["vote", "sheet", "2019-07-11-q", "--format", "html"],
    ["explain", "binome"],
    ["schema"],
    ["completion", "bash"],
    [
        "init",
        "dedans",
        "--name",
        "X",
        "--language",
        "fr",
        "--municipality",
        "Y",
        "--population",
        "900",
        "--yes",
    ],
)


@pytest.fixture
def trap(tmp_path: Path) -> Trap:
    """Give a sound programme in a hostile repository."""
    root = tmp_path / "programme"
    shutil.copytree(BASE, root)
    vote = root / "programme/votes/2019-07-11-q"
    vote.mkdir(parents=True)
    (vote / "vote.yaml").write_text(VOTE, encoding="utf-8")
    (vote / "counts.yaml").write_text(COUNTS, encoding="utf-8")
    (root / "bulletins.csv").write_text("n°;eau-pure\n1;pour\n", encoding="utf-8")
    (root / "idees.csv").write_text("id,texte\n1,<b>Un banc</b>\n2,Un autre\n", encoding="utf-8")
    for arguments in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "debut"]):
        subprocess.run(["git", "-C", root, *arguments], check=True)
    for who in ("user.name", "user.email"):
        subprocess.run(["git", "-C", root, "config", who, "tilleul@collectif.example"], check=True)
    return make_hostile(root)


def test_calls_reach_every_verb() -> None:
    assert {call[0] for call in CALLS} == set(VERBS)


def test_no_verb_starts_a_program_of_the_repository(
    trap: Trap, collectif: Collectif, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = {}
    monkeypatch.setattr("sys.stdin", StringIO("1\n2\n"))
    for call in CALLS:
        codes[" ".join(call)] = collectif(*call, folder=trap.root).code
        assert trap.sprung() == (), call
    assert 3 not in codes.values(), codes
    done = [call for call, code in codes.items() if code == 0]
    assert len(done) > len(CALLS) // 2, codes
    assert "group join eau merle --from 2019-02-01 --commit" in done
    assert "vote open 2019-07-12-eau --commit" in done
    assert "vote import bulletins.csv --vote 2019-07-12-eau --dry-run" in done
    assert "vote tally 2019-07-12-eau --commit" in done
    assert "contribution import carnet idees.csv --commit" in done
    assert "contribution letters" in done
    assert (codes["verify"], codes["verify --self-test"]) == (0, 0)
