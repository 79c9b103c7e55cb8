"""A git repository whose own configuration, hooks and attributes try to start programs.

``make_hostile(root)`` turns an existing work tree with at least one commit into a trap: every setting by
which git can be made to start something (hooks, fsmonitor, filters, text conversions, external diffs, merge
drivers, pagers, editors, aliases, signatures, credentials, transports, promised objects that must be fetched,
included configurations) names a program that leaves a mark. Then call anything, and look at
``trap.sprung()``: it gives the settings whose program was started, none after anything that the tool does.
``trap.forget()`` starts again.

The files of the programme are left as they are and the repository still works: HEAD, its tree and the index
are sound. One object of the past is taken away and promised by a hostile remote: ``trap.gone`` is the
commit whose ``collectif.yaml`` it was (it is also the tag ``gone``).
"""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

HOOKS = (
    *(
        "applypatch-msg",
        "commit-msg",
        "fsmonitor-watchman",
        "post-applypatch",
        "post-checkout",
        "post-commit",
    ),
    *("post-index-change", "post-merge", "post-receive", "post-rewrite", "post-update", "pre-applypatch"),
    *("pre-auto-gc", "pre-commit", "pre-merge-commit", "pre-push", "pre-rebase", "pre-receive"),
    *("prepare-commit-msg", "push-to-checkout", "reference-transaction", "sendemail-validate", "update"),
)
# Setting -> what it holds; {} is a program that leaves a mark named after the setting.
SETTINGS = {
    "alias.cat-file": "!{}",
    "alias.log": "!{}",
    "alias.trap": "!{}",
    "commit.gpgSign": "true",
    "core.alternateRefsCommand": "{}",
    "core.askPass": "{}",
    "core.autocrlf": "true",
    "core.editor": "{}",
    "core.fsmonitor": "{}",
    "core.gitProxy": "{}",
    "core.pager": "{}",
    "core.sshCommand": "{}",
    "credential.helper": "!{}",
    "diff.trap-command.command": "{}",
    "diff.trap-text.textconv": "{}",
    "fetch.bundleURI": "ext::{}",
    "filter.trap-clean.clean": "{}",
    "filter.trap-clean.smudge": "{}",
    "filter.trap-process.process": "{}",
    "gc.auto": "1",
    "gpg.program": "{}",
    "gpg.ssh.defaultKeyCommand": "{}",
    "gpg.ssh.program": "{}",
    "gpg.x509.program": "{}",
    "hook.trap-a=b.command": "{}",
    "hook.trap-a=b.event": "reference-transaction",
    "hook.trap.command": "{}",
    "hook.trap.event": "post-index-change",
    "interactive.diffFilter": "{}",
    "log.showSignature": "true",
    "man.trap.cmd": "{}",
    "merge.trap.driver": "{}",
    "pager.log": "{}",
    "pager.ls-tree": "{}",
    "protocol.allow": "always",
    "protocol.ext.allow": "always",
    "remote.origin.partialCloneFilter": "blob:none",
    "remote.origin.promisor": "true",
    "remote.origin.receivepack": "{}",
    "remote.origin.uploadpack": "{}",
    "remote.origin.url": "ext::{}",
    "sequence.editor": "{}",
    "trailer.trap.command": "{}",
    "uploadpack.packObjectsHook": "{}",
}
ATTRIBUTES = """\
* diff=trap-text merge=trap
*.md filter=trap-clean
*.yaml filter=trap-process
*.csv diff=trap-command
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """A hostile repository, the folder of the marks, and the commit that lacks its ``collectif.yaml``."""

    root: Path
    marks: Path
    gone: str

    def sprung(self) -> tuple[str, ...]:
        """Give the settings and hooks that started their program."""
        return tuple(sorted(mark.name for mark in self.marks.iterdir()))

    def forget(self) -> None:
        """Take the marks away."""
        for name in self.sprung():
            (self.marks / name).unlink()


def make_hostile(root: Path) -> Trap:
    """Set every trap in a repository that has a work tree; marks and programs go to two folders beside it."""
    marks, programs = (root.with_name(f"{root.name}-{name}") for name in ("marks", "programs"))
    marks.mkdir()
    programs.mkdir()
    gone = _lose_an_object(root)
    folder = Path(_git(root, "rev-parse", "--absolute-git-dir"))
    os.utime(folder / "index", (1, 1))  # older than every file: whoever writes the index reads them all again
    (folder / "hooks").mkdir(exist_ok=True)
    for hook in HOOKS:
        _program(folder / "hooks" / hook, marks / f"hook:{hook}")
    (folder / "info").mkdir(exist_ok=True)
    (folder / "info" / "attributes").write_text(ATTRIBUTES)
    config, included = folder / "config", folder / "included"
    _set(included, "diff.external", _program(programs / "diff.external", marks / "diff.external"))
    _set(config, "include.path", os.fspath(included))
    for key, value in SETTINGS.items():
        _set(config, key, value.format(_program(programs / key, marks / key) if "{}" in value else ""))
    _set(config, "core.repositoryFormatVersion", "1")
    _set(config, "extensions.partialClone", "origin")
    return Trap(root=root, marks=marks, gone=gone)


def _program(path: Path, mark: Path) -> str:
    """Write a program that leaves a mark; one that is a filter passes its input on, as a clever one would."""
    path.write_text(f'#!/bin/sh\n: > "{mark}"\ncase "$0" in */filter.*) cat;; esac\nexit 1\n')
    path.chmod(0o755)
    return os.fspath(path)


def _lose_an_object(root: Path) -> str:
    """Make a commit on no branch whose ``collectif.yaml`` is nowhere; it is the tag ``gone``."""
    blob = _git(root, "hash-object", "-w", "--stdin", given="schema: 1\nname: Nulle part\n")
    tree = _git(root, "mktree", given=f"100644 blob {blob}\tcollectif.yaml\n")
    commit = _git(root, "commit-tree", tree, "-m", "gone")
    _git(root, "tag", "gone", commit)
    objects = root / _git(root, "rev-parse", "--git-path", "objects")
    (objects / blob[:2] / blob[2:]).unlink()
    return commit


def _set(config: Path, key: str, value: str) -> None:
    subprocess.run(["git", "config", "--file", os.fspath(config), "--add", key, value], check=True)


def _git(root: Path, *arguments: str, given: str = "") -> str:
    run = subprocess.run(
        ["git", "-C", os.fspath(root), *arguments], input=given, capture_output=True, text=True, check=True
    )
    return run.stdout.strip()
