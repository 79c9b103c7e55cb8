"""Papers typed one by one: kept as they are typed, taken back, put right, whatever kills the command."""

import os
import pty
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collectif_cli.errors import Refused, UsageError
from collectif_cli.store.ballot_rows import rows_of
from tests.cli.conftest import Collectif
from tests.cli.vote_programme import make_programme, opened, typed
from tests.store.history.repositories import git


@pytest.fixture
def pipe_of(tmp_path: Path, collectif: Collectif) -> Callable[[list[str]], tuple[int, list[str]]]:
    """Give a function that pipes lines into an empty box, and gives the code and the numbers entered."""
    root = make_programme(tmp_path / "pipe", "en")
    vote = opened(root, collectif)

    def pipe(lines: list[str]) -> tuple[int, list[str]]:
        (root / f"programme/votes/{vote}/ballots-a.csv").unlink(missing_ok=True)
        code = typed(root, vote, "a", lines, StringIO).code
        return code, [ballot for ballot, _ in rows(root, vote)]

    return pipe


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_programme(tmp_path / "p", "en")


def rows(root: Path, vote: str, name: str = "ballots-a") -> list[tuple[str, str]]:
    path = f"programme/votes/{vote}/{name}.csv"
    return [
        (row.ballot, row.cells[0].value)
        for row in rows_of((root / path).read_text(encoding="utf-8"), path).rows
    ]


def test_each_line_is_a_paper(root: Path, collectif: Collectif) -> None:
    vote = opened(root, collectif, "--expected", "4")
    said = typed(root, vote, "a", ["f", "z", "", "2", ".", "f+2", "/q", "f"])
    assert said.code == 0
    assert rows(root, vote) == [("1", "for"), ("2", "against"), ("3", ""), ("4", "for against")]
    assert "“z” is the key of no option" in said.out
    assert "“.” is a blank paper" in said.out
    assert "this ballot will be set aside: several options are marked" in said.out
    assert said.out.endswith("4 ballots are entered\n")


def test_spoilt_paper_is_told_in_words(root: Path, collectif: Collectif) -> None:
    vote = opened(root, collectif, "--expected", "2")
    said = typed(root, vote, None, ["x", "f"])
    assert rows(root, vote, "ballots") == [("1", "invalid"), ("2", "for")]
    assert "1  cannot count\n" in said.out
    assert "will be set aside: it was entered as one that cannot count" in said.out
    sheet = collectif("vote", "show", vote, folder=root)
    assert "no. 1: it was entered as one that cannot count" in sheet.out
    assert "“invalid”" not in said.out + sheet.out


def test_undo_going_back_and_going_on(root: Path, collectif: Collectif) -> None:
    vote = opened(root, collectif, "--expected", "9")
    said = typed(root, vote, "b", ["f", "f", "f", "/u", "2", "/1", ".", "/x", "/12", "f"])
    assert rows(root, vote, "ballots-b") == [("1", ""), ("2", "for"), ("3", "against"), ("12", "for")]
    assert "“/x” is no command" in said.out
    assert said.code == 1
    assert said.out.endswith("4 ballots are entered\n9 were expected in the box\n")
    said = typed(root, vote, "b", ["/u", "f"])
    assert "going on with no. 4" in said.out
    assert "nothing was typed in this session" in said.out
    assert rows(root, vote, "ballots-b")[-1] == ("4", "for")


def test_in_a_pipe_a_refused_line_keeps_its_number(root: Path, collectif: Collectif) -> None:
    vote = opened(root, collectif)
    said = typed(root, vote, "a", ["f", "z", "2", "", ".", "", ""], StringIO)
    assert (said.code, rows(root, vote)) == (1, [("1", "for"), ("3", "against"), ("5", "")])
    assert said.err.splitlines() == [
        "line 2, paper no. 2: “z” is the key of no option",
        "line 4, paper no. 4: nothing was typed: “.” is a blank paper, “/?” says the rest",
        "2 lines were refused: nothing of them is entered",
        "each of those papers keeps its number: “/2” goes to the first",
    ]
    said = typed(root, vote, "a", ["f", "f", "f"], StringIO)
    assert (said.code, said.err) == (0, "")
    assert [ballot for ballot, _ in rows(root, vote)] == ["1", "3", "5", "2", "4", "6"]


def test_in_a_pipe_commands_count_no_paper(root: Path, collectif: Collectif) -> None:
    vote = opened(root, collectif)
    said = typed(root, vote, "a", ["/u", "/10", "f", "z", "/x", "f", "/11", "2", "f", "/u", "2"], StringIO)
    assert (said.code, rows(root, vote)) == (
        1,
        [("10", "for"), ("12", "for"), ("11", "against"), ("13", "against")],
    )
    assert [line.partition(":")[0] for line in said.err.splitlines()] == [
        "line 1",
        "line 4, paper no. 11",
        "line 5",
        "3 lines were refused",
    ]


@given(papers=st.lists(st.sampled_from(["f", "2", ".", "z", "", "f+9"]), max_size=12))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_in_a_pipe_the_number_of_a_paper_is_that_of_its_line(
    papers: list[str], pipe_of: Callable[[list[str]], tuple[int, list[str]]]
) -> None:
    code, entered = pipe_of([*papers, "f"])
    sound = [str(line) for line, words in enumerate([*papers, "f"], start=1) if words in {"f", "2", "."}]
    assert (entered, code) == (sound, 0 if len(sound) == len(papers) + 1 else 1)


def test_one_box_has_one_entry_or_two(root: Path, collectif: Collectif) -> None:
    vote = opened(root, collectif)
    typed(root, vote, "a", ["f"])
    with pytest.raises(Refused) as refused:
        typed(root, vote, None, ["f"])
    assert refused.value.hint is not None
    assert "“--as a” or “--as b”" in refused.value.hint.text
    assert not (root / f"programme/votes/{vote}/ballots.csv").exists()
    assert typed(root, vote, "b", ["f"]).code == 0
    (root / f"programme/votes/{vote}/ballots-a.csv").rename(root / f"programme/votes/{vote}/ballots.csv")
    (root / f"programme/votes/{vote}/ballots-b.csv").unlink()
    with pytest.raises(Refused):
        typed(root, vote, "a", ["f"])
    assert typed(root, vote, None, ["f"]).code == 0


@pytest.mark.parametrize("end", ["cancel", "tally", "close"])
def test_a_vote_that_is_over_takes_no_ballot(end: str, root: Path, collectif: Collectif) -> None:
    vote = opened(root, collectif, *(["--opens", "2020-01-02"] if end == "close" else []))
    typed(root, vote, None, ["f", "f"])
    more = {"cancel": ["--reason", "trop tôt"], "tally": [], "close": []}[end]
    assert collectif("vote", end, vote, *more, folder=root).code == 0
    before = rows(root, vote, "ballots")
    why, remedy = {
        "cancel": ("this vote was called off: trop tôt\n", "vote new"),
        "tally": ("is counted: it takes no ballot any more\n", "remove that file"),
        "close": ("it takes no ballot any more\n", "remove “closed”"),
    }[end]
    for call in (("enter", vote), ("import", "ailleurs.csv", "--vote", vote)):
        said = collectif("vote", *call, folder=root)
        assert (said.code, why in said.err, remedy in said.err) == (1, True, True), said.err
    assert rows(root, vote, "ballots") == before


def test_the_file_says_which_vote_it_is_of(root: Path, collectif: Collectif) -> None:
    vote = opened(root, collectif)
    typed(root, vote, None, ["f"])
    text = (root / f"programme/votes/{vote}/ballots.csv").read_text(encoding="utf-8")
    digest = (
        (root / f"programme/votes/{vote}/vote.yaml").read_text(encoding="utf-8").rpartition('digest: "')[2]
    )
    assert text == f"# vote: {digest[:71]}\nballot,bus-nuit\n1,for\n"


def test_what_cannot_be_entered(root: Path, collectif: Collectif) -> None:
    vote = opened(root, collectif)
    with pytest.raises(UsageError):
        typed(root, vote, "c", ["f"])
    path = root / f"programme/votes/{vote}/ballots-a.csv"
    path.write_text("ballot,autre\n1,for\n")
    with pytest.raises(Refused):
        typed(root, vote, "a", ["f"])
    assert path.read_text() == "ballot,autre\n1,for\n"
    yaml = root / f"programme/votes/{vote}/vote.yaml"
    yaml.write_text(yaml.read_text(encoding="utf-8").replace("> 1/2", ">= 1/2"), encoding="utf-8")
    with pytest.raises(Refused):
        typed(root, vote, "b", ["f"])


def test_it_is_usable_in_french(tmp_path: Path, collectif: Collectif) -> None:
    root = make_programme(tmp_path / "fr")
    vote = opened(root, collectif)
    said = typed(root, vote, "a", ["p", "c", "a", "x"])
    assert [cell for _, cell in rows(root, vote)] == ["for", "against", "abstain", "invalid"]
    assert "p, 1  Pour" in said.out
    assert "4 bulletins sont saisis" in said.out


def test_a_kill_loses_at_most_the_paper_in_hand(root: Path, collectif: Collectif) -> None:
    vote = opened(root, collectif)
    command = [sys.executable, "-m", "collectif_cli", "-C", str(root), "vote", "enter", vote, "--as", "a"]
    for turn in range(3):
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            done = 0
            process.stdin.write("f\n" * 200)
            process.stdin.flush()
            for line in process.stdout:
                done += line.startswith(tuple("123456789"))
                if done == 20 + turn:
                    process.send_signal(signal.SIGKILL)
                    break
        kept = rows(root, vote)
        assert len(kept) >= 20 + turn
        assert [ballot for ballot, _ in kept] == [str(number) for number in range(1, len(kept) + 1)]
    before = len(rows(root, vote))
    assert typed(root, vote, "a", ["f"]).code == 0
    assert len(rows(root, vote)) == before + 1
    assert not list(root.rglob(".*.collectif-new"))
    assert not (root / ".collectif-journal").exists()


def test_a_person_sees_which_paper_is_next(root: Path, collectif: Collectif) -> None:
    vote = opened(root, collectif, "--expected", "2")
    pid, handle = pty.fork()
    if pid == 0:  # the tool itself; nothing of the test's may run after it
        os.environ |= {"TERM": "dumb", "COLUMNS": "80"}
        arguments = ["-C", str(root), "vote", "enter", vote, "--as", "a"]
        os.execv(sys.executable, [sys.executable, "-m", "collectif_cli", *arguments])  # noqa: S606 - no shell
    screen = ""
    for prompt, answer in (("[0/2] 1: ", "f"), ("[1/2] 2: ", "2"), ("[2/2] 3: ", "/q")):
        while not screen.endswith(prompt):
            assert select.select([handle], [], [], 30)[0], screen
            screen += os.read(handle, 4096).decode()
        os.write(handle, f"{answer}\n".encode())
    _, status = os.waitpid(pid, 0)
    os.close(handle)
    assert os.waitstatus_to_exitcode(status) == 0
    assert rows(root, vote) == [("1", "for"), ("2", "against")]
    assert git(root, "status", "--porcelain") == f"?? programme/votes/{vote}/ballots-a.csv"
