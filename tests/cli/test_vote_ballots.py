"""Ballots by the million, and ballots kept outside git: counted, shown, refused, in both languages."""

from pathlib import Path

import polars
import pytest

from collectif_cli.store import ballots_elsewhere
from collectif_cli.store.tree import MANY
from tests.cli.conftest import Collectif

OPTIONS = ("a", "b", "c")
VOTE = """title: Trois rues
date: 2019-10-09
rule: {method: approval}
electorate: {kind: roll, registered: 1000000}
ballots: anonymous
questions: [{id: q, title: Quelle rue, options: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]}]
"""
TITLES = "ballot,q.a,q.b,q.c\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "p"
    (root / "programme/votes/rues").mkdir(parents=True)
    (root / "collectif.yaml").write_text("schema: 1\nname: Essai\nlanguage: fr\nlevels: [poitiers]\n")
    (root / "programme/votes/rues/vote.yaml").write_text(VOTE, encoding="utf-8")
    return root


def many() -> str:
    """Give more ballots than are held row by row; every hundredth cannot count."""
    number = MANY // 10
    rows = (f"{n},{n % 2},{int(n % 3 == 0)},{'?' if n % 100 == 0 else ''}\n" for n in range(1, number + 1))
    return TITLES + "".join(rows)


def test_many_are_counted_written_shown_and_checked(root: Path, collectif: Collectif) -> None:
    box = root / "programme/votes/rues/ballots.csv"
    box.write_text(many(), encoding="utf-8")
    assert collectif("vote", "tally", "rues", folder=root).code == 0
    written = (root / "programme/votes/rues/result.yaml").read_text(encoding="utf-8")
    assert "elected: [a]" in written
    assert written.count("reason: not-approval") == MANY // 10 // 100
    shown = collectif("vote", "show", "rues", folder=root)
    assert "result.yaml" in shown.out
    assert "200 000 bulletins" in shown.out.replace("\u202f", " ").replace("\xa0", " ")
    assert "nothing to count" not in collectif("check", folder=root).out
    refused = collectif("vote", "export", "rues", "--format", "csv", folder=root)
    assert refused.code == 1
    assert "trop nombreux" in refused.err
    box.write_text(many() + "7,1,0,0\n", encoding="utf-8")
    twice = collectif("vote", "show", "rues", folder=root)
    assert twice.code == 1
    assert f":{MANY // 10 + 2}:1" in twice.err


@pytest.mark.parametrize("kind", ["csv", "parquet"])
@pytest.mark.parametrize("size", ["few", "many"])
def test_ballots_elsewhere_give_what_they_would_beside_the_vote(
    kind: str, size: str, root: Path, tmp_path: Path, collectif: Collectif
) -> None:
    text = many() if size == "many" else TITLES + "1,1,0,\n2,1,1,?\n3,0,1,\n"
    beside = root / "programme/votes/rues/ballots.csv"
    beside.write_text(text, encoding="utf-8")
    expected = collectif("vote", "show", "rues", "--json", folder=root).out
    beside.unlink()
    file = tmp_path / f"urne.{kind}"
    if kind == "csv":
        file.write_text(text, encoding="utf-8")
    else:
        polars.read_csv(text.encode(), infer_schema=False).write_parquet(file)
    shown = collectif("vote", "show", "rues", "--ballots", str(file), "--json", folder=root)
    assert shown.out == expected
    assert collectif("vote", "tally", "rues", "--ballots", str(file), folder=root).code == 0


def test_what_is_no_file_of_ballots_is_refused(root: Path, tmp_path: Path, collectif: Collectif) -> None:
    lost = collectif("vote", "tally", "rues", "--ballots", "nowhere.csv", folder=root)
    assert "il n’y a pas de fichier" in lost.err
    (tmp_path / "x.parquet").write_bytes(b"PAR0 is none")
    broken = collectif("vote", "tally", "rues", "--ballots", str(tmp_path / "x.parquet"), folder=root)
    assert "x.parquet" in broken.err
    (tmp_path / "x.csv").write_text("1;2;3\n")
    strange = collectif("vote", "tally", "rues", "--ballots", str(tmp_path / "x.csv"), folder=root)
    assert strange.code == 1
    assert "ballot" in strange.err


def test_without_polars_parquet_says_what_to_install(
    root: Path, tmp_path: Path, collectif: Collectif, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ballots_elsewhere, "find_spec", lambda _: None)
    (tmp_path / "x.parquet").write_bytes(b"")
    said = collectif("vote", "show", "rues", "--ballots", str(tmp_path / "x.parquet"), folder=root)
    assert "collectif-cli[bulk]" in said.err
