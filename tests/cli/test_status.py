"""``collectif status``: the matrix, one group, one phase, as JSON, in both languages, at every width."""

import json
from datetime import date
from pathlib import Path

import pytest

from collectif_cli.cli.context import Context
from collectif_cli.render.terminal import columns
from tests.cli.conftest import Collectif

REFERENCE = Path(__file__).parents[2]
LONGEST_PATH = 66  # a path is never cut in two, whatever the width


@pytest.fixture(autouse=True)
def _in_july(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask on 25 June 2019."""
    monkeypatch.setattr(Context, "today", date(2019, 6, 25))


def test_matrix_of_the_reference_programme(collectif: Collectif) -> None:
    out = collectif("status", folder=REFERENCE).out
    rows = {line.split("  ")[0]: line for line in out.splitlines()}
    assert rows["Eau"].count("████████ 4/4") >= 2
    assert "–" in rows["Université → Éducation"]
    assert "le 11 juillet 2019, dans 16 jours" in out


@pytest.mark.parametrize("width", [40, 60, 80, 200])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_line_is_wider_than_the_terminal(
    collectif: Collectif, width: int, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("COLLECTIF_LANG", language)
    for asked in ([], ["mobilites"], ["eau"], ["--silence"], ["--why-not", "juillet"], ["depot"]):
        lines = collectif("status", *asked, folder=REFERENCE).out.splitlines()
        assert max(columns(line) for line in lines) <= max(width, LONGEST_PATH)


def test_one_group_shows_each_objective(collectif: Collectif) -> None:
    out = collectif("status", "eau", folder=REFERENCE).out
    assert out.startswith("Eau\n")
    assert "✓ Motivations et problématique" in out


def test_one_phase_of_the_collective(collectif: Collectif) -> None:
    assert "·" in collectif("status", "depot", folder=REFERENCE).out


def test_unknown_group_is_told_with_the_nearest(collectif: Collectif) -> None:
    said = collectif("status", "mobilitez", folder=REFERENCE)
    assert said.code == 2
    assert "«\u202fmobilites\u202f»" in said.err


def test_json_holds_the_same(collectif: Collectif) -> None:
    whole = json.loads(collectif("status", "--json", folder=REFERENCE).out)
    assert (whole["version"], whole["date"]) == (1, "2019-06-25")
    eau = next(group for group in whole["groups"] if group["id"] == "eau")
    assert [phase["met"] for phase in eau["phases"]][:2] == [4, 4]


def test_a_group_is_named_as_people_name_it(collectif: Collectif) -> None:
    assert collectif("status", "vie", "démocratique", folder=REFERENCE).out.startswith("Vie démocratique et")
    hint = collectif("status", "exploration", folder=REFERENCE).err
    assert "«\u202fcollectif status --why-not exploration\u202f»" in hint
    said = collectif("status", "economie", folder=REFERENCE)
    assert said.code == 2
    assert "economie-ess et economie-territoriale" in said.err


def test_a_group_of_another_kind_has_no_phase(collectif: Collectif) -> None:
    out = collectif("status", "coordination", folder=REFERENCE).out
    assert "aucune phase n’est demandée à ce groupe" in out


def test_what_a_plenary_waits_for(collectif: Collectif) -> None:
    out = collectif("status", "--why-not", "juillet", folder=REFERENCE).out.replace("\u00a0", " ")
    assert "pour la plénière n° 9, le 11 juillet 2019 (dans 16 jours) :" in out
    assert "un seul nom" not in out, "the mandates of 11 July are not given yet"
    assert (
        "  Mobilités\n    Binôme mandaté : personne n’est encore mandaté, et un binôme, c’est deux personnes"
        in out
    )
    assert "qui      le groupe, puis la plénière" in out


@pytest.mark.parametrize("words", [["plenary", "9"], ["plénière de juillet"], ["juillet"], ["2019-07-11"]])
def test_a_gate_is_named_as_people_name_it(collectif: Collectif, words: list[str]) -> None:
    first = collectif("status", "mobilites", "--why-not", *words, folder=REFERENCE).out
    assert first.startswith("Mobilités\nIl manque encore 1 chose pour la plénière n° 9")


def test_a_gate_that_nothing_answers_to(collectif: Collectif) -> None:
    said = collectif("status", "--why-not", "zzz", folder=REFERENCE)
    assert said.code == 2
    assert "lancement, construction" in said.err
    said = collectif("status", "mobilitez", "--why-not", "juillet", folder=REFERENCE)
    assert "«\u202fmobilites\u202f»" in said.err
    said = collectif("status", "--why-not", "propositionz", folder=REFERENCE)
    assert "«\u202fpropositions\u202f»" in said.err


def test_why_not_as_json(collectif: Collectif) -> None:
    given = json.loads(collectif("status", "eau", "--why-not", "binome", "--json", folder=REFERENCE).out)
    assert (given["version"], given["open"]) == (1, False)
    assert given["gate"] == {"kind": "objective", "id": "propositions/binome", "date": "2019-07-11"}
    assert [(one["group"], one["objective"]) for one in given["missing"]] == [("eau", "binome")]
    assert given["missing"][0]["who"] == [{"kind": "group", "names": []}, {"kind": "plenary", "names": []}]


def test_an_open_gate_is_said_to_be(collectif: Collectif) -> None:
    out = collectif("status", "--why-not", "charte", folder=REFERENCE).out
    assert out.startswith("Il ne manque rien pour «\u202fCharte du collectif\u202f»")
    given = json.loads(collectif("status", "--why-not", "charte", "--json", folder=REFERENCE).out)
    assert given["open"]


def test_a_group_at_rest_is_asked_nothing(collectif: Collectif) -> None:
    out = collectif("status", "sante", "--why-not", "juillet", folder=REFERENCE).out
    assert out == "Santé\nRien n’est demandé à ce groupe\u00a0: jamais constitué.\n"


def test_silence_stands_alone(collectif: Collectif) -> None:
    assert collectif("status", "eau", "--silence", folder=REFERENCE).code == 2
    assert collectif("status", "--silence", "--why-not", "juillet", folder=REFERENCE).code == 2


def test_silence_without_git_counts_meetings_and_says_so(collectif: Collectif, repository: Path) -> None:
    """
    == groups/eau/group.yaml ==
    title: Eau
    kind: thematic
    formed: 2018-11-20
    == groups/eau/meetings/2019-06-05.md ==
    ---
    date: 2019-06-05
    ---
    Compte rendu.
    """
    out = collectif("status", "--silence", folder=repository).out
    assert "Eau  20     réunion, 5 juin" in out
    assert "Ce dossier n’a pas de passé dans git" in out


def test_home_says_the_gate_ahead(collectif: Collectif, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Context, "today", date(2019, 6, 26))
    out = collectif(folder=REFERENCE).out.replace("\u00a0", " ")
    assert "phase 3 : Construction des propositions" in out
    assert "la plénière n° 9 le 11 juillet 2019, dans 15 jours" in out
    assert "collectif status --why-not juillet" in out


def test_everything_that_can_be_said_of_a_group_and_its_phases(
    collectif: Collectif, repository: Path
) -> None:
    """
    == collectif.yaml ==
    schema: 1
    name: Essai
    language: fr
    levels: [poitiers]
    phases:
      - id: une
        title: Une
        scope: group
        starts: 2019-01-01
        ends: 2019-03-31
        planned_ends: 2019-02-28
        objectives:
          - {id: bilan, title: Bilan, evidence: {document: review}}
          - {id: noms, title: Deux noms, evidence: {mandates: 2}, waived_by: 2019-02-10-p/d1}
      - id: vide
        title: Rien à faire
        scope: collective
        starts: 2019-01-01
        ends: 2019-02-28
      - id: deux
        title: Deux
        scope: group
        starts: 2019-06-01
        ends: 2019-07-31
        objectives: [{id: call, title: Appel, evidence: {document: call}}]
      - id: plan
        title: Plan
        scope: collective
        starts: 2019-01-01
        ends: 2019-06-20
        objectives: [{id: plan, title: Plan, evidence: {document: outline}}]
    == groups/eau/group.yaml ==
    title: Eau
    kind: thematic
    formed: 2018-11-20
    == groups/air/group.yaml ==
    title: Air
    kind: thematic
    formed: 2018-11-20
    dissolved: 2019-02-01
    == groups/terre/group.yaml ==
    title: Terre
    kind: thematic
    formed: 2019-05-01
    == programme/plenaries/2019-02-10-p.md ==
    ---
    date: 2019-02-10
    decisions: [{id: d1, kind: waive, on: [eau]}]
    ---
    Compte rendu.
    == programme/plenaries/2019-07-01-q.md ==
    ---
    date: 2019-07-01
    ---
    Ordre du jour.
    """

    def said(*words: str) -> str:
        return collectif("status", *words, folder=repository).out.replace("\u00a0", " ").replace("’", "'")

    eau = said("eau")
    assert "personne n'anime le groupe · 0 personne au travail" in eau
    assert "jusqu'au 31 mars 2019 (prévu : le 28 février 2019) · en retard" in eau
    assert "✓ Deux noms · levé par 2019-02-10-p/d1" in eau
    assert "jusqu'au 31 juillet 2019 · dans 36 jours" in eau
    assert said("air").startswith("Air\n  dissous le 1er février 2019\n")
    assert "Une · pas demandé à ce groupe" in said("terre")
    whole = said()
    assert "3 groupes : 2 au travail et 1 dissous" in whole
    assert "en retard depuis le 31 mars 2019 : « Une » (Eau)" in whole.replace("\u202f", " ")
    assert "en retard depuis le 20 juin 2019 : « Plan »" in whole.replace("\u202f", " ")
    assert "prochaine échéance : la plénière du 1er juillet 2019, le 1er juillet 2019, dans 6 jours" in whole
    by_march = said("--why-not", "mars")
    assert by_march.startswith("Il manque encore 1 chose pour le 31 mars 2019 (il y a 86 jours) :")
    assert "Bilan : ce texte n'est pas encore écrit (en retard depuis le 31 mars 2019)" in by_march
    assert said("--why-not", "février").startswith("Il ne manque rien pour la plénière du 10 février 2019")
    assert said("--why-not", "31 mars 2019").startswith("Il manque encore 1 chose")
    plan = said("--why-not", "plan/plan")
    assert "« Plan » (dans « Plan »), le 20 juin 2019" in plan.replace("\u202f", " ")
    assert "  Le collectif\n" in plan
    assert "écrire le fichier programme/outline.yaml" in plan
    assert "Rien à faire" in said("vide")


def test_a_day_by_which_nothing_is_missing(collectif: Collectif) -> None:
    out = collectif("status", "--why-not", "31 décembre 2018", folder=REFERENCE).out
    assert out.startswith("Il ne manque rien pour le 31 décembre 2018")


def test_without_groups_at_work_nobody_is_silent(collectif: Collectif, repository: Path) -> None:
    """
    == groups/eau/group.yaml ==
    title: Eau
    kind: thematic
    """
    assert collectif("status", "--silence", folder=repository).out == "aucun groupe n’est au travail\n"
