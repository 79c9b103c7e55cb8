"""Ballots and counts of other tools, taken beside a vote or refused with what does not fit."""

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Collectif
from tests.cli.imported_votes import Vote, cells, programme
from tests.cli.vote_programme import make_programme, opened
from tests.store.history.repositories import git
from tests.store.importers.samples import BLT, CSV, CVOTES, SAMPLES, workbook

TWINS = ("Who?", "helen: Helen", "castor: Castor", "pollux: Pollux")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return programme(
        tmp_path / "p",
        twins=Vote("steering", TWINS),
        other=Vote("steering", ("Who?", "helen: Hélène", "castor: Castor", "p: Polux")),
        ward=Vote("strict", TWINS),
        shown=Vote("simple", ("Who?", "castor: Castor", "pollux: Pollux"), ballots="counts"),
        both=Vote("text", ("Bus de nuit",), ("Vélos",)),
        liked=Vote("several", TWINS),
        hands=Vote(
            "several",
            ("Who sings?", "helen: Helen", "castor: Castor"),
            ("Who swims?", "castor: Castor", "pollux: Pollux"),
            ballots="counts",
        ),
        graded=Vote("positions", TWINS),
        few=Vote("steering", TWINS, expected=9),
        belenios=Vote(
            "simple",
            ("Who sings?", "helen: Helen", "castor: Castor"),
            ("Who swims?", "castor: Castor", "pollux: Pollux"),
            ballots="counts",
        ),
        sealed=Vote("steering", TWINS, ballots="sealed"),
    )


def file(root: Path, name: str, text: str) -> str:
    path = root.parent / name
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("slug", [slug for slug in SAMPLES if slug not in {"belenios", "helios"}])
def test_every_format_is_taken(slug: str, root: Path, collectif: Collectif, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    for one in SAMPLES[slug]:
        (folder / one.name).write_bytes(one.raw)
    said = collectif("vote", "import", str(folder), "--vote", "twins", folder=root)
    assert said.code == 0, said.err
    titles, first, *_ = cells(root, "twins")
    assert titles == ["ballot", "q1.helen", "q1.castor", "q1.pollux"]
    assert first[2] == "1"
    assert "written: programme/votes/twins/ballots.csv" in said.out
    assert collectif("vote", "show", "twins", folder=root).code == 0


def test_it_says_what_was_left_aside(root: Path, collectif: Collectif) -> None:
    path = file(root, "a.cvotes", CVOTES)
    said = collectif("vote", "import", path, "--vote", "twins", folder=root)
    assert (
        f"read: {path}, a file in the Condorcet Election Format: 7 ballots, on “Castor”, “Pollux” and “Helen”"
        in said.out
    )
    assert f"{path}:10:1: “Nobody” is not among the candidates, and was left aside" in said.out
    assert "says how many are elected: 2; the rule of the vote, which counts, says 1" in said.out


def test_options_that_do_not_match_are_refused_with_the_nearest(root: Path, collectif: Collectif) -> None:
    path = file(root, "a.blt", BLT)
    said = collectif("vote", "import", path, "--vote", "other", folder=root)
    assert said.code == 1
    assert f"{path}:8:1: “Pollux” is nothing that this vote asks\n  did you mean “Polux”?" in said.err
    assert f"{path}:9:1: “Helen” is nothing that this vote asks" not in said.err  # it is the id of one
    assert f"{path}:1:1: nothing in this file is about “Polux” (p)\n  is it “Pollux”?" in said.err
    assert not (root / "programme/votes/other/ballots.csv").exists()


def test_an_option_can_be_told(root: Path, collectif: Collectif) -> None:
    path = file(root, "a.blt", BLT.replace("Pollux", "Candidate 2"))
    said = collectif("vote", "import", path, "--vote", "twins", folder=root)
    assert "nothing in this file is about “Pollux” (pollux)" in said.err
    said = collectif(
        "vote", "import", path, "--vote", "twins", "--option", "pollux: Candidate 2", folder=root
    )
    assert said.code == 0, said.err
    said = collectif("vote", "import", path, "--vote", "other", "--option", "pollux", folder=root)
    assert said.code == 2


def test_names_that_are_nowhere_are_refused_with_the_nearest(root: Path, collectif: Collectif) -> None:
    file = root / "answers.csv"
    file.write_text("n°;Timestamp;Q [Night buses];Q [Trams]\n1;x;1;0\n", encoding="utf-8")
    vote_file = root / "programme/votes/nowhere/vote.yaml"
    vote_file.parent.mkdir()
    vote_file.write_text(
        "title: Q\nrule: several\nelectorate: {kind: present, present: 9}\nballots: anonymous\n"
        "questions: [{id: q, title: Q, options: [{id: bus, title: Buses}, {id: tram, title: Trams}]}]\n",
        encoding="utf-8",
    )
    call = ("vote", "import", str(file), "--vote", "nowhere", "--dry-run")
    told = ("--option", "bus: Night buses", "--without", "Timestamp")
    said = collectif(*call, *told, folder=root)
    assert said.code == 0, said.err + said.out
    for slip, refused, near in (
        (("--option", "buss: Night buses"), "“buss” is no option of this vote", "did you mean “bus”?"),
        (("--option", "bus: Nite buses"), "nothing is called “Nite buses”", "did you mean “Night buses”?"),
        (("--without", "Timestampp"), "nothing is called “Timestampp”", "did you mean “Timestamp”?"),
    ):
        said = collectif(*call, *told, *slip, folder=root)
        assert said.code == 1
        assert refused in said.err
        assert near in said.err
        assert "nothing was written" in said.err


def test_an_empty_folder_is_said_to_be_empty(root: Path, collectif: Collectif) -> None:
    (root / "box").mkdir()
    (root / "box/.hidden").write_text("x", encoding="utf-8")
    said = collectif("vote", "import", str(root / "box"), "--vote", "x", folder=root)
    assert said.code == 2
    vote = next(path.name for path in (root / "programme/votes").iterdir())
    said = collectif("vote", "import", "box", "--vote", vote, folder=root)
    assert (said.code, said.out) == (2, "")
    assert "the folder box holds no file of votes" in said.err
    assert ":1:1" not in said.err


def test_ballots_are_never_replaced(root: Path, collectif: Collectif) -> None:
    path = file(root, "a.blt", BLT)
    for name in ("ballots.csv", "ballots-a.csv", "counts.yaml"):
        kept = root / "programme/votes/twins" / name
        kept.write_text("mine\n")
        said = collectif("vote", "import", path, "--vote", "twins", folder=root)
        assert said.code == 1
        assert f"programme/votes/twins/{name} is there already" in said.err
        assert kept.read_text() == "mine\n"
        kept.unlink()


def test_a_dry_run_writes_nothing(root: Path, collectif: Collectif) -> None:
    path = file(root, "a.blt", BLT)
    said = collectif("vote", "import", path, "--vote", "twins", "--dry-run", folder=root)
    assert said.code == 0
    assert "would be written: programme/votes/twins/ballots.csv" in said.out
    assert not (root / "programme/votes/twins/ballots.csv").exists()


def test_what_the_count_will_set_aside_is_told_at_once(root: Path, collectif: Collectif) -> None:
    path = file(root, "a.blt", '3 2\n2 1 - 2 0\n1 1 2 0\n0\n"Castor"\n"Pollux"\n"Helen"\n"T"\n')
    said = collectif("vote", "import", path, "--vote", "ward", folder=root)
    assert said.code == 0
    assert f"{path}:2:1: 2 ballots will be set aside: " in said.out


def test_a_spreadsheet_of_choices_on_several_questions(root: Path, collectif: Collectif) -> None:
    sheet = "Horodateur;Bus de nuit;VÉLOS\n08/10;Pour;contre\n09/10;Abstention;blanc\n10/10;for;peut-être\n"
    path = file(root, "a.csv", sheet)
    said = collectif("vote", "import", path, "--vote", "both", folder=root)
    assert said.code == 1
    assert f"{path}:1:1: “Horodateur” is nothing that this vote asks" in said.err
    said = collectif("vote", "import", path, "--vote", "both", "--without", "Horodateur", folder=root)
    assert said.code == 0, said.err
    assert cells(root, "both")[1:] == [
        ["1", "for", "against"],
        ["2", "abstain", ""],
        ["3", "for", "peut-être"],
    ]
    assert f"{path}:1:1: the column “Horodateur” was left aside" in said.out
    assert f"{path}:4:1: 1 ballot will be set aside: " in said.out


def test_a_spreadsheet_of_marks_or_grades(root: Path, collectif: Collectif) -> None:
    path = file(root, "a.csv", "Who? [Castor],Who? [Pollux],Who? [Helen]\nx,non,\n1,0,oui\n")
    assert collectif("vote", "import", path, "--vote", "liked", folder=root).code == 0
    assert cells(root, "liked")[1:] == [["1", "", "1", ""], ["2", "1", "1", ""]]
    path = file(root, "b.csv", "Castor,Pollux,Helen\nGood,bad,\n")
    assert collectif("vote", "import", path, "--vote", "graded", folder=root).code == 0
    assert cells(root, "graded")[1:] == [["1", "", "Good", "bad"]]


def test_ballots_of_another_kind_are_refused(root: Path, collectif: Collectif) -> None:
    path = file(root, "a.blt", BLT)
    for vote, why in (
        ("graded", "this file ranks options, and “majority-judgment” reads no ranks"),
        ("both", "this file holds the answers to one question, and the vote asks 2"),
        ("shown", "the vote announces “counts”, and these files hold ballots"),
    ):
        said = collectif("vote", "import", path, "--vote", vote, folder=root)
        assert said.code == 1
        assert why in said.err


def test_a_ballot_there_twice_is_refused(root: Path, collectif: Collectif) -> None:
    path = file(root, "a.csv", CSV.replace("\r\n2;", "\r\n1;"))
    said = collectif("vote", "import", path, "--vote", "twins", folder=root)
    assert said.code == 1
    assert f"{path}:3:1: the ballot 1 is there twice\n  it is on line 2 too" in said.err


@pytest.mark.parametrize(
    ("name", "text", "cell"),
    [
        ("a.csv", "Castor;Pollux;Helen\n1;2;=HYPERLINK(A1)\n", "=HYPERLINK(A1)"),
        ("a.csv", "n°;Castor;Pollux;Helen\n@SUM(A1);1;2;3\n", "@SUM(A1)"),
        ("a.cvotes", "#/Candidates: Castor;Pollux;Helen\n+cmd || Castor\n", "+cmd"),
    ],
)
def test_what_a_spreadsheet_would_run_is_refused(
    name: str, text: str, cell: str, root: Path, collectif: Collectif
) -> None:
    path = file(root, name, text)
    said = collectif("vote", "import", path, "--vote", "twins", folder=root)
    assert said.code == 1
    assert f"{path}:2:1: “{cell}” looks like a formula" in said.err


def test_names_of_strangers_are_shown_without_what_hides_in_them(root: Path, collectif: Collectif) -> None:
    odd = "Remarque\u202e"
    path = root.parent / "a.xlsx"
    path.write_bytes(workbook([["Castor", "Pollux", "Helen", odd], [1, 2, 3, None]]))
    said = collectif("vote", "import", str(path), "--vote", "twins", "--without", odd, folder=root)
    assert said.code == 0, said.err
    assert "Remarque" in said.out
    assert "\u202e" not in said.out


def test_fewer_ballots_than_expected_are_told(root: Path, collectif: Collectif) -> None:
    said = collectif("vote", "import", file(root, "a.blt", BLT), "--vote", "few", folder=root)
    assert said.code == 1
    assert said.out.endswith("written: programme/votes/few/ballots.csv\n9 were expected in the box\n")


def test_the_counts_of_belenios(root: Path, collectif: Collectif) -> None:
    path = root.parent / "twins.bel"
    path.write_bytes(SAMPLES["belenios"][0].raw)
    said = collectif("vote", "import", str(path), "--vote", "twins", folder=root)
    assert "the vote announces “anonymous” ballots, and these files hold counts" in said.err
    said = collectif("vote", "import", str(path), "--vote", "belenios", folder=root)
    assert said.code == 0, said.err
    text = (root / "programme/votes/belenios/counts.yaml").read_text()
    assert text == (
        'sources: ["twins.bel"]\ncast: 100000000000\nquestions:\n'
        "  q1:\n    options:\n      helen: 3000000000\n      castor: 92000000000\n"
        "    blank: 5000000000\n    abstain: 0\n    invalid: 0\n"
        "  q2:\n    options:\n      castor: 7000000000\n      pollux: 3000000000\n"
        "    abstain: 0\n    invalid: 0\n"
    )
    assert "“Castor” is chosen" in collectif("vote", "show", "belenios", folder=root).out
    assert collectif("vote", "import", str(path), "--vote", "hands", folder=root).code == 0
    said = collectif("vote", "import", str(path), "--vote", "shown", folder=root)
    assert "“Who swims?” is no question of this vote" in said.err


def test_the_counts_of_helios(root: Path, collectif: Collectif, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    for one in SAMPLES["helios"]:
        (folder / one.name).write_bytes(one.raw)
    said = collectif("vote", "import", str(folder), "--vote", "hands", folder=root)
    assert said.code == 0, said.err
    assert "a result of Helios" in said.out
    assert "these proofs were not verified here" in said.out
    text = (root / "programme/votes/hands/counts.yaml").read_text()
    assert "      helen: 3\n      castor: 92\n" in text
    assert "      castor: 70\n      pollux: 30\n" in text


def test_a_sealed_vote_takes_them_out_of_sight(root: Path, collectif: Collectif) -> None:
    said = collectif("vote", "import", file(root, "a.blt", BLT), "--vote", "sealed", folder=root)
    assert said.code == 0, said.err
    assert (root / ".collectif-sealed/sealed/ballots.csv").exists()
    assert (root / ".collectif-sealed/.gitignore").read_text() == "*\n"
    assert not (root / "programme/votes/sealed/ballots.csv").exists()


def test_wrong_calls(root: Path, collectif: Collectif) -> None:
    path = file(root, "a.blt", BLT)
    assert collectif("vote", "import", path, "--vote", "none", folder=root).code == 2
    assert collectif("vote", "import", "missing.blt", "--vote", "twins", folder=root).code == 2
    os.mkfifo(root / "pipe.blt")
    assert collectif("vote", "import", "pipe.blt", "--vote", "twins", folder=root).code == 2
    assert collectif("vote", "import", path, "--vote", "twins", "--format", "bt", folder=root).code == 2
    said = collectif("vote", "import", path, "--vote", "twins", "--format", "cvotes", folder=root)
    assert said.code == 1
    assert said.err.endswith("nothing was written\n")
    said = collectif("vote", "import", file(root, "a.pdf", ""), "--vote", "twins", folder=root)
    assert "nothing here reads this file" in said.err


def test_an_open_vote_marks_and_commits_them(tmp_path: Path, collectif: Collectif) -> None:
    root = make_programme(tmp_path / "p")
    vote = opened(root, collectif)
    path = file(root, "a.csv", "Des bus de nuit\nPour\nContre\nblanc\n")
    said = collectif("vote", "import", path, "--vote", vote, "--commit", folder=root)
    assert said.code == 0, said.err
    assert "lu : " in said.out.replace("\u00a0", " ").replace("\u202f", " ")
    text = (root / f"programme/votes/{vote}/ballots.csv").read_text(encoding="utf-8")
    assert text.startswith("# vote: sha256:")
    assert text.endswith("ballot,bus-nuit\n1,for\n2,against\n3,\n")
    assert git(root, "status", "--porcelain") == ""
    assert collectif("vote", "tally", vote, folder=root).code == 0
