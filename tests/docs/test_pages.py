"""The pages of people: links lead somewhere, each page has its twin, commands of the guides parse."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from collectif_cli.cli.verbs import all_verbs
from collectif_cli.voting.short_code import CHECKPOINT, VOTE, as_code

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} +(.+?)\s*$", re.MULTILINE)
CODE = re.compile(r"^```.*?^```$|`+[^`\n]*`+", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (collectif\b.*)$", re.MULTILINE)
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# Twelve signs or six, in groups of four: a date has no letter.
SHOWN_CODE = re.compile(
    r"(?<![\w-])(?=[0-9-]*[A-Z])[0-9A-Z]{4}-(?:[0-9A-Z]{4}-[0-9A-Z]{4}|[0-9A-Z]{2})(?![\w-])"
)
# Pages in one language on purpose: for those who change the code, and the lists that they keep.
ONE_LANGUAGE = re.compile(r"docs/(decisions/|dependencies)|CONTRIBUTING|CHANGELOG")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def anchors(page: str) -> set[str]:
    """Give the anchors that forges make of the headings of a page."""
    return {re.sub(r"[^\w\- ]", "", found[1].lower()).replace(" ", "-") for found in HEADING.finditer(page)}


def dead_links(path: Path, page: str) -> Iterator[str]:
    """Yield the relative links of a page that lead nowhere, those in examples of code apart."""
    for found in LINK.finditer(CODE.sub("", page)):
        target, _, anchor = found[1].partition("#")
        if re.match(r"[a-z]+:|…", target):
            continue
        aim = (path.parent / target).resolve() if target else path
        if not aim.exists() or (
            anchor and aim.suffix == ".md" and anchor not in anchors(aim.read_text(encoding="utf-8"))
        ):
            yield found[1]


def refused(command: str) -> str:
    """Give why the command line would not take a command, or nothing."""
    words = shlex.split(re.split(r" [#|>]", command)[0])[1:]
    verb: Any = all_verbs()
    while hasattr(verb, "get_command") and words and not words[0].startswith("-"):
        found = verb.get_command(None, words[0])
        if found is None:
            return f"no verb {words[0]}"
        verb, words = found, words[1:]
    parameters = verb.get_params(typer.Context(verb))
    known = {option for one in parameters for option in (*one.opts, *one.secondary_opts)}
    options = [word.partition("=")[0] for word in words if word.startswith("-")]
    return next((f"no option {one}" for one in options if one not in {*known, "--version"}), "")


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_links_lead_somewhere(path: Path) -> None:
    assert list(dead_links(path, path.read_text(encoding="utf-8"))) == []


def test_a_dead_link_is_seen(tmp_path: Path) -> None:
    page = (
        "# A page\n[one](nowhere.md) [two](#a-page) [three](#other) `[four](x.md)`\n```\n[five](y.md)\n```\n"
    )
    path = tmp_path / "page.md"
    path.write_text(page, encoding="utf-8")
    assert list(dead_links(path, page)) == ["nowhere.md", "#other"]


@pytest.mark.parametrize("path", [path for path in PAGES if not ONE_LANGUAGE.match(name(path))], ids=name)
def test_each_page_is_in_both_languages(path: Path) -> None:
    twin = path.name.replace(".fr.md", ".md") if path.name.endswith(".fr.md") else f"{path.stem}.fr.md"
    assert path.with_name(twin).exists()


@pytest.mark.parametrize(
    "path", [*ROOT.glob("README*.md"), *sorted((ROOT / "docs/guides").glob("*.md"))], ids=name
)
def test_commands_are_those_of_the_tool(path: Path) -> None:
    shown = "\n".join(CONSOLE.findall(path.read_text(encoding="utf-8"))).replace("\\\n", " ")
    commands = [found[1] for found in COMMAND.finditer(shown)]
    assert {command: refused(command) for command in commands if refused(command)} == {}


def test_commands_that_do_not_exist_are_seen() -> None:
    assert refused("collectif chek") == "no verb chek"
    assert refused("collectif vote tale x") == "no verb tale"
    assert refused("collectif check --formt lines") == "no option --formt"
    assert refused("collectif check --format lines") == ""


def codes_in(text: str) -> list[str]:
    """Give the codes of votes and the checkpoints that a text shows."""
    return SHOWN_CODE.findall(text)


@pytest.mark.parametrize(
    "path",
    [*PAGES, *sorted((ROOT / "src").rglob("*.py")), *sorted((ROOT / "src").rglob("*.po"))],
    ids=name,
)
def test_codes_that_are_shown_hold_no_slip(path: Path) -> None:
    shown = codes_in(path.read_text(encoding="utf-8"))
    assert [code for code in shown if as_code(code, CHECKPOINT if len(code) > 8 else VOTE) != code] == []


def test_a_code_with_a_slip_is_seen() -> None:
    assert codes_in("such as `Q7KD-2M`, 2019-09-24, 9X4T-2KQ7-M3HD.") == ["Q7KD-2M", "9X4T-2KQ7-M3HD"]
    assert codes_in((ROOT / "docs/guides/auditor.md").read_text(encoding="utf-8")) != []
