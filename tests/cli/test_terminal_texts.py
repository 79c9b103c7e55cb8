"""Texts whose every sentence holds sequences for the terminal: none of them comes out of any verb."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from collectif_cli.cli.verbs import VERBS
from tests.cli.conftest import Collectif

DEMO = Path(__file__).parents[2] / "templates/demo/fr"
# A colour, a new title of the window, a bell, a backspace, a carriage return; an order of reading reversed.
YAML = r"\e[31m\e]0;titre\a\b\r\u202e"
PLAIN = "\x1b[31m\x1b]0;titre\x07\x08\x9b31m\u202e"
ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
REVERSES = re.compile("[\u202a-\u202e\u2066-\u2069]")
_WORDS = re.compile(
    r"\b(title|name|reason|note|place|source|answer|author|theme|rhythm|topic|who|learnt|to): "
    r"(?!\d{4}-)\"?([^\",\[\]{}\n#]+)\"?"
)

CALLS = (
    "",
    *("check", "check --strict", "check --format lines", "check --format github", "check --format markdown"),
    *("check --format json", "check --format gitlab", "check --format sarif"),
    *("status", "status manger-cultiver", "status mise-en-commun", "status --json"),
    *("show cantine-locale", "show manger-cultiver", "show merle", "show site/003", "show socle"),
    *("show 2025-09-27-pleniere-3", "show 2025-09-27-programme", "show les-amis-de-la-lume"),
    *("show manger-cultiver/2025-05-13", "show cantine-locale --json"),
    *("search mot", "search caché", "search mot --json"),
    *("build --dry-run", "build"),
    *("group list", "group list --json", "group show manger-cultiver", "group show manger-cultiver --json"),
    *("group leave manger-cultiver alouette --dry-run", "group join manger-cultiver merle"),
    *("group facilitate manger-cultiver saule", "group new --title Eau --kind thematic --dry-run"),
    *("group mandate manger-cultiver saule --from 2025-10-01", "group count manger-cultiver --active 9"),
    *("group dissolve manger-cultiver --on 2025-10-01", "group meet manger-cultiver --agenda Bilan"),
    *("group merge manger-cultiver --into se-deplacer --on 2025-10-01", "group write vivre-ensemble review"),
    *("group split manger-cultiver --into Manger,Cultiver --on 2025-10-01",),
    *("group methods manger-cultiver --rhythm souvent", "group leave se-deplacer tilleul"),
    *("people add zebre --hidden", "people erase alouette", "people erase merle --dry-run"),
    *("status --representativity", "status --representativity --json", "show competences", "show trains"),
    *("budget", "budget --json", "build budget"),
    *("proposal list", "proposal list --json", "proposal submit cantine-locale"),
    *("proposal new --title Bancs --group manger-cultiver",),
    *("vote list", "vote list --json", "vote show 2025-06-28-titre", "vote show 2025-06-28-titre --json"),
    *("vote tally 2025-06-28-titre --dry-run", "vote tally 2025-06-28-titre"),
    *("vote show 2025-09-27-programme", "vote tally 2025-09-27-programme"),
    *("vote sheet 2025-09-27-programme", "vote sheet 2025-09-27-programme --format md"),
    *("vote ballot 2025-09-27-programme", "vote ballot 2025-09-27-programme --json"),
    *("verify", "verify --json"),
    *("contribution list", "contribution list --json", "contribution report", "contribution report --json"),
    *("contribution assign site/003 --group manger-cultiver --dry-run", "contribution letters --by-author"),
    *(
        "contribution answer site/003 --fate declined --text Non",
        "contribution merge site/003 --into site/008",
    ),
    *("init essai --demo", "explain binome", "schema vote", "completion bash"),
)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the demonstration, with the sequences in all that it says; as escapes in YAML, raw elsewhere."""
    root = tmp_path_factory.mktemp("demo")
    shutil.copytree(DEMO, root, dirs_exist_ok=True)
    for path in [root / "collectif.yaml", *root.glob("groups/**/*.*"), *root.glob("programme/**/*.*")]:
        text = _WORDS.sub(lambda found: f'{found[1]}: "{found[2].strip()}{YAML}"', path.read_text("utf-8"))
        more = f"\nUn mot {PLAIN} caché.\n" if path.suffix == ".md" else ""
        path.write_text(text + more, encoding="utf-8")
    strange = root / "programme" / f"x{PLAIN.replace('/', '')}"
    strange.mkdir()
    (strange / "a.md").write_text(PLAIN, encoding="utf-8")
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", f"un mot {PLAIN}"]):
        subprocess.run(["git", "-C", root, *arguments], check=True)
    return root


@pytest.fixture
def root(written: Path, tmp_path: Path) -> Path:
    """Give a copy of it to write in."""
    return Path(shutil.copytree(written, tmp_path / "demo"))


def test_calls_reach_every_verb() -> None:
    assert {call.partition(" ")[0] for call in CALLS} == {*VERBS, ""}


@pytest.mark.parametrize("call", CALLS)
def test_no_text_acts_on_the_terminal(call: str, root: Path, collectif: Collectif) -> None:
    said = collectif(*call.split(), folder=root)
    assert said.code in {0, 1}, said.err
    for shown in (said.out, said.err):
        assert not ACTS.search(shown), repr(shown)
        assert not REVERSES.search(shown), repr(shown)


def test_a_bad_template_does_not_act_either(root: Path, collectif: Collectif) -> None:
    (root / "templates").mkdir()
    (root / "templates/programme.md.jinja").write_text(f'{{% include "{PLAIN}" %}}', encoding="utf-8")
    said = collectif("build", "--format", "md", folder=root)
    assert said.code == 1
    assert "templates/programme.md.jinja:1" in said.err
    assert not ACTS.search(said.err)
    assert not REVERSES.search(said.err)


def test_what_was_typed_does_not_act_either(root: Path, collectif: Collectif) -> None:
    for call in (("show", PLAIN), ("status", PLAIN), ("vote", "show", PLAIN), (PLAIN,)):
        said = collectif(*call, folder=root)
        assert said.code in {1, 2}
        assert not ACTS.search(said.out + said.err), call
