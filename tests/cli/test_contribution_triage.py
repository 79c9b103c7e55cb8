"""``collectif contribution triage``: keys that sort, each decision written, all of them undone at will."""

import os
import pty
import select
import sys
import termios
from io import StringIO
from pathlib import Path

import pytest

from collectif_cli.cli.context import Context, Settings
from collectif_cli.cli.contribution_triage import Desk, triage
from collectif_cli.cli.keyboard import Keyboard, keyboard
from collectif_cli.store.contribution_shelf import Shelf
from collectif_cli.triage.choosing import Choice
from tests.cli.contribution_texts import text, waiting
from tests.store.history.repositories import git


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return waiting(tmp_path / "p")


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLLECTIF_LANG", "en")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")


def pressed(root: Path, keys: str, choice: Choice = Choice()) -> str:  # noqa: B008 - a frozen value
    """Press keys, one character each; give everything that was shown."""
    out = StringIO()
    assert triage(Context(Settings(folder=root), out, StringIO(), StringIO(keys)), choice) == 0
    return out.getvalue()


def test_a_letter_hands_to_a_group(root: Path) -> None:
    shown = pressed(root, "b a")
    assert "group: mobilites\nfate: assigned\n" in text(root, "site/1")
    assert "fate: new" in text(root, "site/2")
    assert "group: eau\nfate: assigned # à lire\n" in text(root, "site/3")
    assert "a Eau        b Mobilités\n" in shown
    assert "Un bus la nuit: handed to Mobilités" in shown
    assert shown.endswith("2 were sorted\n2 are left to sort\n")


def test_those_that_resemble_it_are_sorted_together(root: Path) -> None:
    shown = pressed(root, "1b.")
    assert "Those that resemble it\n1 [ ] site/2 · " in shown
    assert "1 [x] site/2 · " in shown
    assert "group: mobilites\nfate: assigned\n" in text(root, "site/2")
    assert "2 handed to Mobilités" in shown
    assert shown.endswith("2 were sorted\n2 are left to sort\n")


def test_joining_with_the_one_that_says_the_same(root: Path) -> None:
    shown = pressed(root, "=*=.")
    assert "mark first the one that says the same" in shown
    assert "fate: merged\nmerged_into: site/2\n" in text(root, "site/1")
    assert "fate: new" in text(root, "site/2")


def test_what_is_not_taken(root: Path) -> None:
    pressed(root, "-0.")
    assert "fate: declined" in text(root, "site/1")
    assert "fate: out-of-scope" in text(root, "site/2")


def test_everything_can_be_undone(root: Path) -> None:
    shown = pressed(root, "1ba-<<<<.")
    assert git(root, "status", "--porcelain") == ""
    assert shown.count("undone") == 3
    assert "nothing was decided yet" in shown
    assert shown.endswith("0 were sorted\n4 are left to sort\n")


def test_what_was_changed_by_somebody_else_is_not_undone(root: Path) -> None:
    context = Context(Settings(folder=root), StringIO(), StringIO(), StringIO(""))
    desk = Desk(context, Shelf(context.tree()), Choice())
    keys = Keyboard(StringIO(""))
    assert desk.take("b", keys)
    path = root / "programme/contributions/site/1.md"
    path.write_text(f"{text(root, 'site/1')}Un mot de plus.\n", encoding="utf-8")
    assert desk.take("<", keys)
    assert desk.said is not None
    assert "changed while the command was running" in desk.said.text
    assert text(root, "site/1").endswith("Un mot de plus.\n")


def test_it_goes_on_where_it_stopped(root: Path) -> None:
    pressed(root, "b.")
    shown = pressed(root, ".")
    assert "3 left to sort · site/2" in shown
    pressed(root, "bab")
    assert pressed(root, "") == "nothing is left to sort\n"


def test_going_back_and_forth(root: Path) -> None:
    shown = pressed(root, "  .")
    assert [line.split(" · ")[1] for line in shown.splitlines() if "left to sort · " in line] == [
        "site/1",
        "site/2",
        "site/3",
    ]
    assert "this key does nothing here" in pressed(root, "Z.")
    assert "nothing that resembles it has that number" in pressed(root, "5.")


def test_the_end_lets_one_go_back(root: Path) -> None:
    shown = pressed(root, "b   ")
    assert "this is the end: 3 were left for later" in shown
    pressed(root, " b <.")
    assert "fate: new" in text(root, "site/3")
    assert "everything is sorted" in pressed(root, "aaa.")


def test_only_a_source_or_a_theme(root: Path) -> None:
    assert "1 left to sort · site/3" in pressed(root, ".", Choice(theme="eau"))
    assert pressed(root, "", Choice(source="papier")) == "nothing is left to sort\n"


def test_the_keys_are_shown(root: Path) -> None:
    shown = pressed(root, "? .")
    assert "  a…z       hand it to that group\n" in shown
    assert "  <         undo the last decision\n" in shown


@pytest.mark.parametrize(("columns", "lines"), [(40, 20), (60, 24), (80, 24), (200, 50)])
def test_the_screen_fits(root: Path, columns: int, lines: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("LINES", str(lines))
    path = root / "programme/contributions/site/1.md"
    path.write_text(text(root, "site/1") + "Des bus la nuit, vraiment. " * 200, encoding="utf-8")
    shown = pressed(root, ".")
    frame = shown[: shown.rindex("0 were sorted")].splitlines()
    assert len(frame) <= lines
    assert max(map(len, frame)) <= columns
    assert "more lines" in shown


def test_hostile_words_do_not_act(root: Path) -> None:
    path = root / "programme/contributions/site/1.md"
    path.write_bytes(text(root, "site/1").encode() + b"\x1b[2J\x07 \xe2\x80\xae rouge\n")
    assert "\x1b" not in pressed(root, ".")


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("a\x1b[C\x1b[Db", ["a", "right", "left", "b"]),
        ("\x1bOA\x1b[6~\x7f \r", ["up", "down", "backspace", "space", "enter"]),
        ("\x1b[1;5Pé\x04", ["", "é", "end"]),
    ],
)
def test_keys_that_a_terminal_sends(sent: str, keys: list[str]) -> None:
    master, slave = pty.openpty()
    with os.fdopen(slave, encoding="utf-8") as source:
        before = termios.tcgetattr(slave)
        with keyboard(source) as board:
            os.write(master, sent.encode())
            assert [board.key() for _ in keys] == keys
        assert termios.tcgetattr(slave) == before
    os.close(master)


def test_a_person_sorts_without_enter(root: Path) -> None:
    pid, handle = pty.fork()
    if pid == 0:  # the tool itself; nothing of the test's may run after it
        os.environ |= {"TERM": "xterm", "COLUMNS": "80", "LINES": "24"}
        arguments = ["-C", str(root), "contribution", "triage"]
        os.execv(sys.executable, [sys.executable, "-m", "collectif_cli", *arguments])  # noqa: S606 - no shell
    screen = ""
    for awaited, key in (
        ("1 [ ] site/2", "1"),
        ("1 [x] site/2", "b"),
        ("2 left to sort", "\x1b[C"),
        ("site/4", "."),
    ):
        while awaited not in screen.rpartition("\x1b[H")[2] or not screen.endswith("stop\x1b[0m\r\n"):
            assert select.select([handle], [], [], 30)[0], screen
            screen += os.read(handle, 65536).decode()
        os.write(handle, key.encode())
    while True:
        try:
            piece = os.read(handle, 65536)
        except OSError:
            break
        if not piece:
            break
        screen += piece.decode()
    _, status = os.waitpid(pid, 0)
    os.close(handle)
    assert os.waitstatus_to_exitcode(status) == 0
    assert screen.endswith("2 were sorted\r\n2 are left to sort\r\n")
    assert "group: mobilites\nfate: assigned\n" in text(root, "site/2")
