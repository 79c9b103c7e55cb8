"""Answers the shell at each press of Tab; imports nothing, for a person waits between two keys."""

import os
import sys

from collectif_cli.cli.completion_words import ARGUMENTS, WORDS


def complete(words: list[str]) -> list[str]:
    """Give the words that may stand in place of the last of ``words`` (those after ``collectif``)."""
    *before, current = words or [""]
    path, plain = "", 0
    folder = "."
    for position, word in enumerate(before):
        deeper = f"{path} {word}".strip()
        if word.startswith("-"):
            continue
        if position and before[position - 1] == "-C":
            folder = word
        elif deeper in WORDS:
            path = deeper
        elif not (position and before[position - 1].startswith("--")):
            plain += 1
    if current.startswith("-"):
        return _starting(current, [word for word in WORDS[path] if word.startswith("-")])
    arguments = ARGUMENTS.get(path, ())
    verbs = [word for word in WORDS[path] if not word.startswith("-")]
    ids = _ids(arguments[min(plain, len(arguments) - 1)], folder) if arguments else []
    return _starting(current, [*verbs, *ids])


def _starting(current: str, words: list[str]) -> list[str]:
    return sorted({word for word in words if word.startswith(current)})


def _ids(kind: str, folder: str) -> list[str]:
    """Give the ids of a kind that the repository holds, by the names of its files."""
    root = _root(folder)
    if root is None:
        return []
    if kind == "group":
        return _names(os.path.join(root, "groups"), "")
    if kind == "person":
        return _handles(os.path.join(root, "groups", "people.yaml"))
    if kind in ("proposal", "vote"):
        return _names(os.path.join(root, "programme", f"{kind}s"), ".md" if kind == "proposal" else "")
    if kind in ("contribution", "source"):
        return _sent(os.path.join(root, "programme", "contributions"), kind)
    return [id for one in ("proposal", "group", "vote") for id in _ids(one, folder)]


def _sent(folder: str, kind: str) -> list[str]:
    """Give the sources of contributions, or the contributions of each."""
    sources = _names(folder, "")
    if kind == "source":
        return sources
    return [f"{source}/{id}" for source in sources for id in _names(os.path.join(folder, source), ".md")]


def _names(folder: str, ending: str) -> list[str]:
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    return [
        name[: len(name) - len(ending)]
        for name in names
        if name.endswith(ending) and (ending or "." not in name)
    ]


def _handles(path: str) -> list[str]:
    try:
        with open(path, encoding="utf-8") as file:
            lines = [line.partition(":")[0] for line in file if ":" in line]
    except (OSError, ValueError):
        return []
    return [line for line in lines if line and line[0] not in " #\t-"]


def _root(folder: str) -> str | None:
    """Give the folder that holds ``collectif.yaml``, this one or one above."""
    here = os.path.abspath(folder)
    while not os.path.isfile(os.path.join(here, "collectif.yaml")):
        above = os.path.dirname(here)
        if above == here:
            return None
        here = above
    return here


def answer(words: list[str]) -> None:
    """Write the words, one a line, for the shell."""
    sys.stdout.write("".join(f"{word}\n" for word in complete(words)))
