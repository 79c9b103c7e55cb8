"""Times whole processes, in turn and several times, so that a slow moment falls on all of them alike."""

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A command, the folder it runs in, and what must be done before each run (not timed)."""

    command: Sequence[str]
    folder: str = "."
    before: Callable[[], None] = lambda: None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """The median of the wall time in seconds, and the largest resident memory in MiB."""

    seconds: float
    memory: float


def measure(works: Mapping[str, Work], runs: int, environment: Mapping[str, str]) -> dict[str, Figure]:
    """Run each work ``runs`` times, in turn, after one run that is not counted."""
    times: dict[str, list[float]] = {name: [] for name in works}
    memory: dict[str, float] = {}
    for counted in [False, *[True] * runs]:
        for name, work in works.items():
            work.before()
            seconds, peak = _run(work, environment)
            if counted:
                times[name].append(seconds)
                memory[name] = max(memory.get(name, 0.0), peak)
    return {
        name: Figure(seconds=statistics.median(taken), memory=memory[name]) for name, taken in times.items()
    }


def _run(work: Work, environment: Mapping[str, str]) -> tuple[float, float]:
    start = time.perf_counter()
    process = subprocess.Popen(
        work.command,
        cwd=work.folder,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(work.command)} ended with {process.returncode}: nothing was measured")
    return seconds, _mebibytes(usage)


def _mebibytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / 1024
