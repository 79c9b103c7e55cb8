"""``make bench``: prints the table of speed and memory, each line a ratio against something run beside it.

``--most N`` sets the largest generated programme (100,000 proposals otherwise; 10,000 is much quicker).
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.ballots import COUNTED, write_ballots, write_vote
from bench.contributions import generate_export, generate_home
from bench.generate import generate
from bench.measure import Figure, Work, measure
from bench.peers import doorstop, yamllint
from bench.story.commits import build_story
from bench.votes import generate_votes

COLLECTIF = str(Path(sys.executable).parent / "collectif")
REFERENCE = Path(__file__).parent.parent
RUNS = 5
Line = tuple[str, str, str, str]


def main() -> None:
    """Measure everything and print the table as Markdown."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--most", type=int, default=100_000)
    most = parser.parse_args().most
    with tempfile.TemporaryDirectory() as folder:
        lines = [
            *start(),
            *reference(Path(folder)),
            *past(Path(folder)),
            *votes(Path(folder)),
            *contributions(Path(folder)),
            # Before the peers: what is written for them keeps the disk busy.
            *again(Path(folder)),
            *validate(Path(folder)),
            *growth(Path(folder), most),
            *ballots(Path(folder)),
        ]
    print("| work | time, memory | against | ratio |\n|---|---|---|---|")
    for line in lines:
        print(f"| {' | '.join(line)} |")


def start() -> Iterator[Line]:
    """Starting: ``--version`` and the Tab key against a bare Python."""
    found = measure(
        {
            "python": Work(command=[sys.executable, "-c", "pass"]),
            "version": Work(command=[COLLECTIF, "--version"]),
            "tab": Work(command=[COLLECTIF, "--complete", "show", ""], folder=str(REFERENCE)),
            "help": Work(command=[COLLECTIF, "check", "--help"]),
        },
        15,
        {},
    )
    yield _line("collectif --version", found["version"], "bare Python", found["python"])
    yield _line("the Tab key", found["tab"], "bare Python", found["python"])
    yield _line("collectif check --help", found["help"], "bare Python", found["python"])


def reference(folder: Path) -> Iterator[Line]:
    """The reference programme, with nothing remembered and with everything remembered."""
    cache = folder / "reference-cache"
    found = measure(
        {
            "cold": Work(command=[COLLECTIF, "check"], folder=str(REFERENCE), before=lambda: _forget(cache)),
            "python": Work(command=[sys.executable, "-c", "pass"]),
        },
        RUNS,
        {"XDG_CACHE_HOME": str(cache)},
    )
    warm = measure(
        {"warm": Work(command=[COLLECTIF, "check"], folder=str(REFERENCE))},
        RUNS,
        {"XDG_CACHE_HOME": str(cache)},
    )
    yield _line("check, reference programme, cold", found["cold"], "bare Python", found["python"])
    yield _line("check, reference programme, again", warm["warm"], "bare Python", found["python"])


def past(folder: Path) -> Iterator[Line]:
    """The reference programme as it was on a day, out of the hundreds of commits of its story."""
    root = folder / "story"
    build_story(REFERENCE, root)
    found = measure(
        {
            "then": Work(command=[COLLECTIF, "status", "--at", "2019-07-12"], folder=str(root)),
            "now": Work(command=[COLLECTIF, "status"], folder=str(root)),
            "log": Work(command=["git", "log", "--format=%H %cI"], folder=str(root)),
        },
        RUNS,
        {"XDG_CACHE_HOME": str(folder / "story-cache")},
    )
    yield _line("status --at, reference programme", found["then"], "status", found["now"])
    yield _line("status --at, reference programme", found["then"], "git log", found["log"])


def validate(folder: Path) -> Iterator[Line]:
    """Ten thousand proposals, nothing remembered, against those who validate texts of the same size."""
    root = folder / "programme-10000"  # the one of ``again``
    cache = folder / "cache"
    found = measure(
        {
            "collectif": Work(command=[COLLECTIF, "check"], folder=str(root), before=lambda: _forget(cache)),
            "doorstop": Work(command=doorstop(folder / "doorstop", 10_000), folder=str(folder / "doorstop")),
        },
        3,
        {"XDG_CACHE_HOME": str(cache)},
    )
    slow = measure({"yamllint": Work(command=yamllint(folder / "yamllint", 10_000))}, 1, {})
    yield _line(
        "check, 10,000 proposals, cold", found["collectif"], "doorstop, Markdown items", found["doorstop"]
    )
    yield _line("check, 10,000 proposals, cold", found["collectif"], "yamllint", slow["yamllint"])


def again(folder: Path) -> Iterator[Line]:
    """The same after one proposal changed, against a bare Python and ``git status``."""
    root = generate(folder / "programme-10000", 10_000)
    _keep_in_git(root)
    yield from _screens(root, {"XDG_CACHE_HOME": str(folder / "cache")})
    text = root / "programme/proposals/proposition-004242.md"
    environment = {"XDG_CACHE_HOME": str(folder / "cache")}

    def change() -> None:
        with text.open("a", encoding="utf-8") as file:
            file.write("Une phrase de plus.\n")

    found = measure(
        {
            "check": Work(command=[COLLECTIF, "check"], folder=str(root), before=change),
            "python": Work(command=[sys.executable, "-c", "pass"]),
            "status": Work(command=["git", "status"], folder=str(root)),
        },
        15,
        environment,
    )
    both = Figure(seconds=found["python"].seconds + found["status"].seconds, memory=found["status"].memory)
    yield _line("check, 10,000 proposals, one changed", found["check"], "bare Python + git status", both)


def _screens(root: Path, environment: Mapping[str, str]) -> Iterator[Line]:
    """Where ten thousand proposals stand when nothing changed, against the check of the same."""
    found = measure(
        {
            "check": Work(command=[COLLECTIF, "check"], folder=str(root)),
            "status": Work(command=[COLLECTIF, "status"], folder=str(root)),
            "why": Work(command=[COLLECTIF, "status", "--why-not", "propositions"], folder=str(root)),
            "silence": Work(command=[COLLECTIF, "status", "--silence"], folder=str(root)),
        },
        7,
        environment,
    )
    for name, said in (("status", "status"), ("why", "status --why-not"), ("silence", "status --silence")):
        yield _line(f"{said}, 10,000 proposals, again", found[name], "check, again", found["check"])


def growth(folder: Path, most: int) -> Iterator[Line]:
    """Time per file as the programme grows, nothing remembered; the anchor is the smallest."""
    first: Figure | None = None
    for size in (1_000, 10_000, 100_000):
        if size > most:
            return
        root = folder / f"programme-{size}"
        if not root.exists():
            generate(root, size)
        cache = folder / "cache-growth"
        work = Work(command=[COLLECTIF, "check"], folder=str(root), before=lambda cache=cache: _forget(cache))  # type: ignore[misc]
        runs = 1 if size > 10_000 else RUNS
        found = measure({"check": work}, runs, {"XDG_CACHE_HOME": str(cache)})["check"]
        each = Figure(seconds=found.seconds / size, memory=found.memory)
        first = first or each
        yield _line(f"check, per proposal of {size:,}", each, "per proposal of 1,000", first)
        shutil.rmtree(root) if size > 10_000 else None


def votes(folder: Path) -> Iterator[Line]:
    """Verifying 200 votes of 150 ballots, entered twice, from a bare clone."""
    bare = generate_votes(folder / "votes", 200, 150)
    found = measure(
        {
            "verify": Work(command=[COLLECTIF, "verify"], folder=str(bare)),
            "log": Work(command=["git", "log", "--raw", "--no-abbrev"], folder=str(bare)),
        },
        RUNS,
        {},
    )
    yield _line(
        "verify, 200 votes of 150 ballots, bare clone", found["verify"], "git log --raw", found["log"]
    )


def contributions(folder: Path) -> Iterator[Line]:
    """Importing ten thousand contributions, importing them again, and opening the screen that sorts them."""
    export = generate_export(folder / "export.csv", 10_000)
    root = generate_home(folder / "contributions")
    sent = root / "programme/contributions/site"
    files = folder / "files"
    taking = [COLLECTIF, "contribution", "import", "site", str(export), "--anonymous"]
    found = measure(
        {
            "files": Work(command=[sys.executable, "-c", _FILES, str(files)], before=lambda: _forget(files)),
            "import": Work(command=taking, folder=str(root), before=lambda: _forget(sent)),
        },
        3,
        {},
    )
    sorting = [
        sys.executable,
        "-m",
        "bench.first_screen",
        COLLECTIF,
        "-C",
        str(root),
        "contribution",
        "triage",
    ]
    again = measure(
        {
            "again": Work(command=taking, folder=str(root)),
            "screen": Work(command=sorting, folder=str(REFERENCE)),
            "python": Work(command=[sys.executable, "-c", "pass"]),
        },
        3,
        {},
    )
    yield _line("contribution import, 10,000", found["import"], "writing 10,000 files", found["files"])
    yield _line("contribution import, 10,000, again", again["again"], "the first time", found["import"])
    yield _line("contribution triage, 10,000, first screen", again["screen"], "bare Python", again["python"])


# Ten thousand files of the size of a contribution, and nothing else.
_FILES = """
import os, sys
os.mkdir(sys.argv[1])
for number in range(10_000):
    with open(f"{sys.argv[1]}/{number}.md", "w") as file:
        file.write("Il faudrait un banc. " * 50)
os.sync()
"""


def ballots(folder: Path) -> Iterator[Line]:
    """Ballots by the million: each method against the quickest library, then ten million against Polars."""
    root = folder / "ballots"
    root.mkdir()
    files = {
        kind: write_ballots(root / f"{kind}.csv", kind, 1_000_000) for kind in ("yes", "grades", "ranks")
    }
    for method, (kind, _, peer) in COUNTED.items():
        write_vote(root, method, files[kind])
        found = measure({"collectif": _show(root, method), "peer": _peer(peer, files[kind])}, 1, {})
        yield _line(f"{method}, 1,000,000 × 12", found["collectif"], peer, found["peer"])
    for method, kind, floor in (
        ("majority-judgment", "grades", "polars-counts"),
        ("schulze", "ranks", "polars-duels"),
    ):
        many = write_ballots(folder / "many.csv", kind, 10_000_000)
        write_vote(folder / f"many-{kind}", method, many)
        works = {"collectif": _show(folder / f"many-{kind}", method), "floor": _peer(floor, many)}
        found = measure(works, 3, {})
        yield _line(f"{method}, 10,000,000 × 12", found["collectif"], floor, found["floor"])
        shutil.rmtree(folder / f"many-{kind}")
        many.unlink()


def _show(root: Path, vote: str) -> Work:
    return Work(command=[COLLECTIF, "vote", "show", vote, "--json"], folder=str(root))


def _peer(name: str, file: Path) -> Work:
    return Work(command=[sys.executable, "-m", "bench.count_peer", name, str(file)], folder=str(REFERENCE))


def _keep_in_git(root: Path) -> None:
    subprocess.run(["git", "init", "-q", root], check=True)
    subprocess.run(["git", "-C", root, "add", "-A"], check=True)
    identity = ["-c", "user.name=bench", "-c", "user.email=bench@collectif.example"]
    subprocess.run(["git", "-C", root, *identity, "commit", "-qm", "bench"], check=True)


def _forget(cache: Path) -> None:
    shutil.rmtree(cache, ignore_errors=True)


def _line(work: str, figure: Figure, anchor: str, against: Figure) -> Line:
    said = f"{_time(figure.seconds)}, {figure.memory:.0f} MiB"
    return work, said, f"{anchor}: {_time(against.seconds)}", f"{figure.seconds / against.seconds:.2f}"


def _time(seconds: float) -> str:
    if seconds < 0.001:
        return f"{seconds * 1e6:.0f} µs"
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"


if __name__ == "__main__":
    main()
