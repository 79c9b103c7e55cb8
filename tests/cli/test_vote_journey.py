"""The whole life of a vote: prepared, opened, entered twice, compared, counted, verified, then
contradicted."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Collectif
from tests.cli.vote_programme import counted, make_programme, opened, plenary_day, typed, vote_id
from tests.store.history.repositories import git

WORDS = {
    "fr": {
        "for": "p",
        "open": "le vote est ouvert : 1 texte est fixé",
        "alike": "5 bulletins, chacun saisi deux fois de la même façon",
        "outcome": "Résultat : adopté.",
        "code": "pour le compte rendu : repère ",
        "verified": "1 vote recompté, 1 identique à l’octet près",
        "texts": "1 texte adopté : 1 identique, 0 correction typographique, 0 modifié depuis son vote",
        "changed": "bus-nuit a été modifié depuis son vote",
        "remedy": "remettre le texte voté : git checkout ",
    },
    "en": {
        "for": "f",
        "open": "the vote is open: 1 text is bound",
        "alike": "5 ballots, each entered alike twice",
        "outcome": "The outcome: adopted.",
        "code": "for the minutes: checkpoint ",
        "verified": "1 vote recounted, 1 identical to the byte",
        "texts": "1 adopted text: 1 identical, 0 typographic corrections, 0 changed since their vote",
        "changed": "bus-nuit was changed after its vote",
        "remedy": "put back the text that was voted: git checkout ",
    },
}


def flat(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_whole_life_of_a_vote(language: str, tmp_path: Path, collectif: Collectif) -> None:
    root, words = make_programme(tmp_path / "p", language), WORDS[language]
    plenary = f"{plenary_day()}-pleniere-1"
    said = collectif(
        *("vote", "new", "--on", "bus-nuit", "--rule", "programme", "--plenary", plenary),
        *("--expected", "5", "--commit"),
        folder=root,
    )
    assert said.code == 0, said.err
    vote = vote_id(root)
    assert vote == f"{plenary_day()}-des-bus-de-nuit"
    said = collectif("vote", "open", vote, "--commit", folder=root)
    assert words["open"] in flat(said.out)
    papers = [words["for"], words["for"], words["for"], "2", "."]
    assert typed(root, vote, "a", papers).code == 0
    assert typed(root, vote, "b", [*papers[:3], "1", "."]).code == 0
    said = collectif("vote", "compare", vote, folder=root)
    assert (said.code, said.out.splitlines()[1].split()) == (1, ["4", "bus-nuit", "against", "for"])
    given = json.loads(collectif("vote", "compare", vote, "--json", folder=root).out)
    assert given["differences"] == [{"ballot": "4", "column": "bus-nuit", "a": "against", "b": "for"}]
    said = collectif("vote", "tally", vote, folder=root)
    assert (said.code, said.out) == (1, "")
    assert typed(root, vote, "b", ["/4", "2"]).code == 0
    said = collectif("vote", "compare", vote, folder=root)
    assert (said.code, flat(said.out)) == (0, f"{words['alike']}\n")

    said = collectif("vote", "tally", vote, "--record", "--commit", folder=root)
    assert said.code == 0
    assert words["outcome"] in flat(said.out)
    code = flat(said.out).rpartition(words["code"])[2].strip()
    assert git(root, "status", "--porcelain") == ""
    assert sorted(git(root, "show", "--name-only", "--format=", "HEAD").splitlines()) == [
        f"programme/plenaries/{plenary}.md",
        "programme/proposals/bus-nuit.md",
        *(f"programme/votes/{vote}/{name}" for name in ("ballots-a.csv", "ballots-b.csv", "result.yaml")),
    ]
    text = (root / "programme/proposals/bus-nuit.md").read_text(encoding="utf-8")
    assert "status: adopted\nassessment: {sorted: consensual, by: eau, date: 2019-08-20}\n" in text
    assert f"decisions: [{plenary}/d1]\n" in text
    assert collectif("check", folder=root).code == 0

    for place in (root, Path(git(root, "rev-parse", "--absolute-git-dir"))):
        said = collectif("verify", folder=place)
        assert (said.code, flat(said.out).splitlines()) == (0, [words["verified"], words["texts"]]), place
    assert collectif("verify", vote, "--checkpoint", code, folder=root).code == 0

    git(root, "commit", "--allow-empty", "-qm", "rien")
    path = root / "programme/proposals/bus-nuit.md"
    path.write_text(text.replace("du jeudi au samedi", "toute la semaine"), encoding="utf-8")
    said = collectif("verify", folder=root)
    assert said.code == 1
    git(root, "commit", "-qam", "une retouche")
    by = git(root, "rev-parse", "HEAD")[:7]
    said = collectif("verify", folder=root)
    lines = flat(said.out).splitlines()
    assert said.code == 1
    assert lines[0].startswith(f"✗ {words['changed']} ({vote})")
    assert by in lines[0]
    assert lines[1] == "     - Des bus de nuit du jeudi au samedi : jusqu'à deux heures."
    assert lines[2] == "     + Des bus de nuit toute la semaine : jusqu'à deux heures."
    assert lines[3].strip().startswith(words["remedy"])
    assert lines[4].endswith("collectif vote new --on bus-nuit")
    git(root, "checkout", *lines[3].partition("git checkout ")[2].split())
    assert path.read_text(encoding="utf-8") == text
    assert collectif("verify", folder=root).code == 0


def test_typography_may_be_set_right(tmp_path: Path, collectif: Collectif) -> None:
    root = make_programme(tmp_path / "p")
    counted(root, collectif)
    path = root / "programme/proposals/bus-nuit.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("'", "’").replace(" :", "\u00a0:"), encoding="utf-8")
    said = json.loads(collectif("verify", "--json", folder=root).out)
    assert (said["holds"], [one["state"] for one in said["texts"]]) == (True, ["typographic"])


def test_a_vote_called_off_stays_readable(tmp_path: Path, collectif: Collectif) -> None:
    root = make_programme(tmp_path / "p", "en")
    vote = opened(root, collectif)
    assert collectif("vote", "cancel", vote, folder=root).code == 2
    said = collectif("vote", "cancel", vote, "--reason", "The room burnt down.", "--commit", folder=root)
    assert said.code == 0
    text = (root / f"programme/votes/{vote}/vote.yaml").read_text(encoding="utf-8")
    assert "frozen:" in text
    assert "reason: The room burnt down." in text
    said = collectif("vote", "tally", vote, folder=root)
    assert (said.code, "The room burnt down." in said.err) == (1, True)
    assert collectif("vote", "cancel", vote, "--reason", "Again", folder=root).code == 1
    assert collectif("verify", folder=root).code == 0
    assert collectif("vote", "list", folder=root).code == 0


def test_a_vote_that_lasts_is_closed(tmp_path: Path, collectif: Collectif) -> None:
    root = make_programme(tmp_path / "p", "en")
    day = plenary_day().isoformat()
    said = collectif(
        *("vote", "new", "--on", "bus-nuit", "--rule", "accord", "--opens", day, "--electorate", "group"),
        *("--group", "eau", "--commit"),
        folder=root,
    )
    assert said.code == 0, said.err
    vote = vote_id(root)
    assert collectif("vote", "close", vote, folder=root).code == 1
    assert collectif("vote", "open", vote, "--commit", folder=root).code == 0
    assert typed(root, vote, None, ["f", "f"]).code == 0
    said = collectif("vote", "tally", vote, folder=root)
    assert (said.code, "somebody may still vote" in said.err) == (1, True)
    assert collectif("vote", "close", vote, "--commit", folder=root).code == 0
    assert collectif("vote", "tally", vote, "--commit", folder=root).code == 0
    assert "\nclosed: " in (root / f"programme/votes/{vote}/vote.yaml").read_text(encoding="utf-8")
    assert collectif("vote", "close", vote, folder=root).code == 1
    assert collectif("verify", folder=root).code == 0
