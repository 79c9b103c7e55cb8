"""Sealed votes: the outcome is told, and no output of any verb, and no file of git, holds a figure."""

import json
import re
from pathlib import Path

import pytest

from collectif_cli.voting.sealing import seal_of
from tests.cli.conftest import Collectif
from tests.cli.vote_programme import make_programme, opened, typed
from tests.store.history.repositories import git

# 83 for, 41 against, 29 blank, one aside: figures that nothing else in the programme can hold.
PAPERS = ["f"] * 83 + ["2"] * 41 + ["."] * 29 + ["x"]
SECRETS = ("83", "41", "29", "154", "124", "153", "125")
READING = (
    ["vote", "list"],
    ["vote", "list", "--json"],
    ["vote", "show", "VOTE"],
    ["vote", "show", "VOTE", "--json"],
    ["vote", "sheet", "VOTE"],
    ["vote", "sheet", "VOTE", "--format", "md"],
    ["vote", "sheet", "VOTE", "--format", "html", "--language", "fr"],
    ["vote", "ballot", "VOTE", "--json"],
    ["verify"],
    ["verify", "--json"],
    ["show", "bus-nuit"],
    ["show", "VOTE"],
    ["build", "programme"],
    ["status"],
    ["search", "bus"],
)


_OTHERS = (
    r"sha256:[0-9a-f]+|\b[0-9a-f]{7,64}\b|[0-9]{4}-[0-9]{2}-[0-9]{2}\S*|[0-9]{1,2} \w+ 20\d\d"
    r"|\b[0-9A-Z]{4}(?:-[0-9A-Z]{2,4}){1,2}\b|width=\S+|rem\b|[0-9]{2}(?::[0-9]{2}){2}"
)


def held(text: str) -> list[str]:
    """Give the secret figures that a text holds, digests and dates left out."""
    bare = re.sub(_OTHERS, "", text)
    return [figure for figure in SECRETS if re.search(rf"(?<!\d){figure}(?!\d)", bare)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    def crowded(text: str) -> str:
        return text.replace("present: 5", "present: 200")

    return make_programme(tmp_path / "p", "en", crowded)


def sealed(root: Path, collectif: Collectif) -> str:
    vote = opened(root, collectif, "--ballots", "sealed")
    for entry in ("a", "b"):
        assert typed(root, vote, entry, PAPERS).code == 0
    return vote


def test_the_secret_figures_are_nowhere(root: Path, collectif: Collectif) -> None:
    vote = sealed(root, collectif)
    assert git(root, "status", "--porcelain") == ""
    assert collectif("vote", "compare", vote, folder=root).code == 0
    said = collectif("vote", "tally", vote, "--record", "--commit", folder=root)
    assert (said.code, held(said.out + said.err)) == (0, [])
    assert "The outcome: adopted." in said.out
    for call in READING:
        said = collectif(*(vote if word == "VOTE" else word for word in call), folder=root)
        assert (said.code, held(said.out + said.err)) == (0, []), call
        assert "<figure" not in said.out, call
    for path in git(root, "ls-files").splitlines():
        assert held((root / path).read_text(encoding="utf-8")) == [] or path.endswith("plenary.md"), path
    assert held(git(root, "log", "-p", "--format=%H", "--", f"programme/votes/{vote}")) == []
    for built in (root / "build").rglob("*.md"):
        assert held(built.read_text(encoding="utf-8")) == []
    assert not [path for path in git(root, "ls-files").splitlines() if "sealed" in path]


def test_the_test_would_see_them(root: Path, collectif: Collectif) -> None:
    vote = opened(root, collectif)
    for entry in ("a", "b"):
        typed(root, vote, entry, PAPERS)
    said = collectif("vote", "tally", vote, folder=root)
    assert set(held(said.out)) >= {"83", "41", "29", "154", "124"}


def test_counting_again_gives_the_same_bytes(root: Path, collectif: Collectif) -> None:
    vote = sealed(root, collectif)
    collectif("vote", "tally", vote, "--commit", folder=root)
    path = root / f"programme/votes/{vote}/result.yaml"
    first = path.read_bytes()
    collectif("vote", "tally", vote, folder=root)
    assert path.read_bytes() == first
    said = json.loads(collectif("verify", "--json", folder=root).out)
    assert [(one["state"], one["identical"]) for one in said["votes"]] == [("counted", True)]
    bare = Path(git(root, "rev-parse", "--absolute-git-dir"))
    said = json.loads(collectif("verify", "--json", folder=bare).out)
    assert [(one["state"], one["identical"]) for one in said["votes"]] == [("sealed", None)]
    assert said["holds"]


def test_the_seal_can_be_opened_with_its_key(root: Path, collectif: Collectif) -> None:
    from collectif_cli.model.record import Record
    from collectif_cli.store.yaml_nodes import parse
    from collectif_cli.store.yaml_tree import Mapping, Node, Scalar

    vote = sealed(root, collectif)
    collectif("vote", "tally", vote, folder=root)
    key = (root / f".collectif-sealed/{vote}/key.yaml").read_text(encoding="utf-8")
    result = (root / f"programme/votes/{vote}/result.yaml").read_text(encoding="utf-8")
    assert held(key)
    tree, faults = parse(key)
    assert not faults

    def record(node: Node) -> object:
        if isinstance(node, Mapping):
            return Record(tuple((name.text, record(value)) for name, value in node.pairs))  # type: ignore[misc]
        if isinstance(node, Scalar):
            whole = node.plain and node.text.isdecimal()
            return int(node.text) if whole else {"true": True, "false": False}.get(node.text, node.text)
        return tuple(record(item) for item in node.items)

    given = record(tree) if tree is not None else None
    assert isinstance(given, Record)
    values = dict(given.pairs)
    assert isinstance(values["result"], Record)
    assert f'sealed: "{seal_of(values["result"], str(values["salt"]))}"' in result


def test_another_outcome_under_the_same_seal_is_seen(root: Path, collectif: Collectif) -> None:
    vote = sealed(root, collectif)
    collectif("vote", "tally", vote, "--commit", folder=root)
    path = root / f"programme/votes/{vote}/result.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("adopted", "rejected"), encoding="utf-8")
    said = json.loads(collectif("verify", "--json", folder=root).out)
    assert {one["code"] for one in said["troubles"]} >= {"result-differs", "result-replaced"}


def test_a_rule_may_ask_for_the_outcome_alone(root: Path, collectif: Collectif) -> None:
    vote = opened(root, collectif, "--set", "disclose=outcome")
    for entry in ("a", "b"):
        typed(root, vote, entry, PAPERS)
    said = collectif("vote", "tally", vote, "--commit", folder=root)
    assert (said.code, held(said.out)) == (0, [])
    assert held((root / f"programme/votes/{vote}/result.yaml").read_text(encoding="utf-8")) == []
    assert collectif("verify", folder=root).code == 0


def test_a_box_behind_a_link_is_not_read(root: Path, collectif: Collectif, tmp_path: Path) -> None:
    vote = sealed(root, collectif)
    folder = root / ".collectif-sealed" / vote
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / "elsewhere")
    said = collectif("vote", "tally", vote, folder=root)
    assert (said.code, "sealed, and kept elsewhere" in said.err) == (1, True)
