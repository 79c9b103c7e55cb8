"""The whole life of votes by names and by lots: prepared, opened, entered, counted, told, verified."""

import json
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.conftest import Collectif
from tests.cli.vote_programme import make_programme, plenary_day, typed
from tests.store.history.repositories import git

SEED = "1-2-3-5-8"


@pytest.fixture(params=["fr", "en"])
def root(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    return make_programme(tmp_path / "p", request.param)


def save(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-qm", "x")


def new(root: Path, collectif: Collectif, method: str, *conventions: str) -> Path:
    """Write a vote called v among three people, and give its file."""
    typed_ = [word for one in conventions for word in ("--set", one)]
    people = [word for one in ("ada: Ada", "bob: Bob", "eve: Eve") for word in ("--option", one)]
    plenary = f"{plenary_day()}-pleniere-1"
    said = collectif(
        *("vote", "new", "v", "--title", "V", "--rule", method, "--plenary", plenary, *typed_, *people),
        folder=root,
    )
    assert said.code == 0, said.err
    return root / "programme/votes/v/vote.yaml"


def with_sexes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for name, sex in (("Ada", "F"), ("Bob", "M"), ("Eve", "F")):
        text = text.replace(f"title: {name}}}", f"title: {name}, sex: {sex}}}")
    path.write_text(text, encoding="utf-8")


def test_names_are_written_and_only_those_designated_are_told(root: Path, collectif: Collectif) -> None:
    conventions = ("women=1", "men=1", "most_names=2", "defects=skip", "declined=next", "disclose=outcome")
    path = new(root, collectif, "nomination", *conventions)
    assert "  most_names: 2   " in path.read_text(encoding="utf-8")
    save(root)
    refused = collectif("vote", "open", "v", folder=root)
    assert (refused.code, refused.err.count("Ada"), refused.err.count("Bob")) == (1, 1, 1)
    warned = collectif("check", "--only", "vote", "--format", "lines", folder=root).out
    assert warned.count("vote-rule-unworkable") == 3
    with_sexes(path)
    save(root)
    assert collectif("vote", "open", "v", "--commit", folder=root).code == 0
    entered = typed(root, "v", None, ["12", "2*", "1", "33", "123"])
    assert entered.code == 0
    for read in ("1  Ada · Bob\n", "2  Bob · *\n", "4  Eve × 2\n"):
        assert read in entered.out
    assert not (path.parent / "ballots.csv").exists()
    said = collectif("vote", "tally", "v", "--commit", folder=root)
    assert said.code == 0, said.err
    result = (path.parent / "result.yaml").read_text(encoding="utf-8")
    assert "elected: [ada, bob]" in result
    assert "named:" not in result
    assert "cast:" not in result
    assert 'sealed: "sha256:' in result
    assert collectif("verify", "v", folder=root).code == 0
    assert collectif("vote", "export", "v", "--format", "csv", folder=root).code == 1


def test_a_tie_that_is_sealed_says_between_whom(root: Path, collectif: Collectif) -> None:
    conventions = ("seats=1", "most_names=2", "defects=skip", "declined=next", "disclose=outcome")
    new(root, collectif, "nomination", *conventions)
    save(root)
    collectif("vote", "open", "v", "--commit", folder=root)
    typed(root, "v", None, ["12"])
    said = collectif("vote", "show", "v", folder=root)
    assert ("Ada" in said.out, "Bob" in said.out, "Eve" in said.out) == (True, True, False)


def lots(root: Path) -> list[tuple[str, str]]:
    frozen = (root / "programme/votes/v/vote.yaml").read_text(encoding="utf-8").rpartition("digest: ")[2]
    digest = frozen.splitlines()[0].strip('"')
    made = [(sha256(f"{digest}/{SEED}/v/{id}".encode()).hexdigest(), id) for id in ("ada", "bob", "eve")]
    return sorted(made)


def test_lots_are_drawn_once_the_announced_draw_is_held(root: Path, collectif: Collectif) -> None:
    path = new(root, collectif, "sortition", "seats=2", "declined=next", "seed_from=the lottery of Sunday")
    assert "ballots: none" in path.read_text(encoding="utf-8")
    save(root)
    assert collectif("vote", "tally", "v", folder=root).code == 1
    assert collectif("vote", "open", "v", "--commit", folder=root).code == 0
    assert collectif("vote", "tally", "v", folder=root).code == 1
    for verb in (("enter", "v"), ("ballot", "v"), ("export", "v", "--format", "csv")):
        assert collectif("vote", *verb, folder=root).code == 1
    path.write_text(f"drawn: {SEED}\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    save(root)
    said = collectif("vote", "tally", "v", "--commit", folder=root)
    assert said.code == 0, said.err
    (digest, first), (_, second), _ = lots(root)
    result = (path.parent / "result.yaml").read_text(encoding="utf-8")
    chosen = ", ".join(id for id in ("ada", "bob", "eve") if id in (first, second))
    assert f"elected: [{chosen}]" in result
    assert f'{first}: "{digest}"' in result
    assert collectif("verify", "v", folder=root).code == 0
    shown = json.loads(collectif("vote", "show", "v", "--json", folder=root).out)
    assert shown["questions"][0]["groups"][0]["drawn"] == [first, second]
    path.write_text(path.read_text(encoding="utf-8").replace(SEED, "1-2-3-5-9"), encoding="utf-8")
    save(root)
    assert collectif("verify", "v", folder=root).code == 1


def test_the_command_on_the_sheet_gives_the_lot(root: Path, collectif: Collectif) -> None:
    path = new(root, collectif, "sortition", "seats=1", "declined=empty", "seed_from=the lottery of Sunday")
    save(root)
    collectif("vote", "open", "v", "--commit", folder=root)
    path.write_text(f"drawn: {SEED}\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    for format_ in ("text", "md"):
        page = collectif("vote", "sheet", "v", "--format", format_, folder=root).out
        (line,) = (line for line in page.splitlines() if "sha256sum" in line)
        command = line[line.index("printf") :].removesuffix("`")
        made = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=True)
        assert made.stdout.split()[0] == lots(root)[0][0]


def test_somebody_declines_once_the_result_is_in_a_commit(root: Path, collectif: Collectif) -> None:
    """It is another result, and no other count; taking a refusal back is one."""
    path = new(
        root, collectif, "nomination", "women=1", "men=1", "most_names=2", "defects=skip", "declined=next"
    )
    with_sexes(path)
    save(root)
    assert collectif("vote", "open", "v", "--commit", folder=root).code == 0
    assert typed(root, "v", None, ["12", "12", "3"]).code == 0
    assert collectif("vote", "tally", "v", "--commit", folder=root).code == 0
    rounds = path.with_name("rounds.yaml")
    refusal = "rounds:\n  - {id: answers, kind: acceptance, moves: [{kind: decline, name: ada}]}\n"
    rounds.write_text(refusal, encoding="utf-8")
    said = collectif("vote", "tally", "v", "--commit", folder=root)
    assert (said.code, "Eve" in said.out) == (0, True)
    verified = collectif("verify", "v", folder=root)
    assert verified.code == 0, verified.out
    rounds.write_text(refusal.replace("ada", "bob"), encoding="utf-8")
    assert collectif("vote", "tally", "v", "--commit", folder=root).code == 0
    verified = collectif("verify", "v", "--json", folder=root)
    assert {one["code"] for one in json.loads(verified.out)["troubles"]} >= {"box-changed"}


def test_a_seed_known_before_the_opening_is_refused_and_found(root: Path, collectif: Collectif) -> None:
    path = new(root, collectif, "sortition", "seats=1", "declined=next", "seed_from=the lottery of Sunday")
    early = f"drawn: {SEED}\n" + path.read_text(encoding="utf-8")
    path.write_text(early, encoding="utf-8")
    save(root)
    assert "drawn" in collectif("vote", "open", "v", folder=root).err
    # Somebody hides it while the vote opens: the commit on which it opened still holds it.
    path.write_text(early.replace(f"drawn: {SEED}\n", ""), encoding="utf-8")
    save(root)
    collectif("vote", "open", "v", "--commit", folder=root)
    text = path.read_text(encoding="utf-8")
    before = git(root, "rev-parse", "HEAD~2")
    now = git(root, "rev-parse", "HEAD~1")
    path.write_text(text.replace(now, before), encoding="utf-8")
    save(root)
    troubles = json.loads(collectif("verify", "v", "--json", folder=root).out)["troubles"]
    assert "seed-early" in {one["code"] for one in troubles}


def test_borda_is_counted_as_it_was_prepared(root: Path, collectif: Collectif) -> None:
    new(root, collectif, "borda", "unranked=last", "equal_ranks=allowed", "positions=tournament")
    save(root)
    assert collectif("vote", "open", "v", "--commit", folder=root).code == 0
    assert typed(root, "v", None, ["213", "2 1=3", "1", ".", "x"]).code == 0
    said = collectif("vote", "tally", "v", "--commit", folder=root)
    assert "1 × 2 + 1 × 1 + 1 × ½ = 3½" in said.out
    assert collectif("verify", "v", folder=root).code == 0
    assert "1 2 1=3 0" in collectif("vote", "export", "v", "--format", "blt", folder=root).out
