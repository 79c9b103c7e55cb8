"""``collectif group join``, ``leave``, ``facilitate``: the lines they change, the mistakes they refuse."""

from pathlib import Path

import pytest

from collectif_cli.store.lock import FOLDER
from tests.cli.conftest import Collectif
from tests.cli.group_texts import GROUP, PEOPLE, REPOSITORY, committed, git, text
from tests.texts import write_texts


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give the repository of ``group_texts``."""
    return write_texts(tmp_path / "collectif", REPOSITORY)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLLECTIF_LANG", "en")


def test_leaving_changes_one_line(collectif: Collectif, root: Path) -> None:
    """Érable leaves; the comment beside her line stays."""
    before = text(root, GROUP)
    said = collectif("group", "leave", "mobilites", "erable", "--to", "2019-07-01", folder=root)
    assert (said.code, said.out, said.err) == (0, f"written: {GROUP}\n", "")
    row = "{person: erable, from: 2018-11-20}"
    assert text(root, GROUP) == before.replace(row, row[:-1] + ", to: 2019-07-01}")
    assert not (root / FOLDER).exists()


def test_whoever_facilitated_alone_leaves_a_warning(collectif: Collectif, root: Path) -> None:
    """Tilleul facilitates alone, and holds a mandate."""
    said = collectif("group", "leave", "mobilites", "tilleul", "--to", "2019-07-12", folder=root)
    assert said.code == 0
    assert "facilitators: [{person: tilleul, from: 2018-11-20, to: 2019-07-12}]" in text(root, GROUP)
    assert "nobody facilitates this group any more" in said.out
    assert "“tilleul” still holds a mandate" in said.out


def test_somebody_new_joins_under_a_pseudonym(collectif: Collectif, root: Path) -> None:
    """Two files change, each by one line; the people stay in alphabetical order."""
    people, group = text(root, PEOPLE), text(root, GROUP)
    asked = ("group", "join", "mobilites", "frene", "--from", "2019-03-01", "--name", "Frêne")
    said = collectif(*asked, folder=root)
    assert said.code == 0
    assert "a pseudonym is best" in said.out
    new = "frene: {name: Frêne, joined: 2019-03-01}\n"
    assert text(root, PEOPLE) == people.replace("tilleul:", f"{new}tilleul:")
    last = "  - {person: cedre, from: 2019-01-15}\n"
    assert text(root, GROUP) == group.replace(last, f"{last}  - {{person: frene, from: 2019-03-01}}\n")
    assert collectif("check", "--only", "group", "--only", "schema", folder=root).code == 0


def test_somebody_new_may_stay_unnamed(collectif: Collectif, root: Path) -> None:
    """Counted and never named; the file of people does not exist yet."""
    (root / PEOPLE).unlink()
    asked = ("group", "join", "mobilites", "frene", "--from", "2019-03-01", "--hidden")
    assert collectif(*asked, folder=root).code == 0
    assert text(root, PEOPLE).splitlines()[1:] == ["frene: {visible: false, joined: 2019-03-01}"]
    assert text(root, PEOPLE).startswith("# ")


def test_line_ends_and_absent_last_break_are_kept(collectif: Collectif, root: Path) -> None:
    """The same texts with CRLF, and no line break at the end."""
    for path in (PEOPLE, GROUP):
        (root / path).write_bytes(text(root, path).rstrip("\n").replace("\n", "\r\n").encode())
    before = text(root, GROUP)
    asked = ("group", "join", "mobilites", "zebre", "--from", "2019-03-01", "--name", "Zèbre")
    assert collectif(*asked, folder=root).code == 0
    assert text(root, PEOPLE).endswith("\r\nzebre: {name: Zèbre, joined: 2019-03-01}")
    after = text(root, GROUP)
    assert after.replace("  - {person: zebre, from: 2019-03-01}\r\n", "") == before


def test_facilitating_adds_a_row(collectif: Collectif, root: Path) -> None:
    """Érable facilitates with Tilleul."""
    before = text(root, GROUP)
    assert (
        collectif("group", "facilitate", "mobilites", "erable", "--from", "2019-03-01", folder=root).code == 0
    )
    row = "{person: tilleul, from: 2018-11-20}"
    assert text(root, GROUP) == before.replace(row, row + ", {person: erable, from: 2019-03-01}")


REFUSALS = [
    (2, "join mobilite frene", "there is no group “mobilite”", "did you mean “mobilites”?"),
    (2, "show zzz", "there is no group “zzz”", "“collectif group list” lists them"),
    (1, "join mobilites erable", "“erable” is already in the group, since 20 November 2018", ""),
    (1, "join mobilites tilleul", "“tilleul” is already in the group", ""),
    (1, "join mobilites tileul", "did you mean “tilleul”?", "--hidden"),
    (1, "join mobilites erable --name X --from 2018-11-20", "is already in the group", ""),
    (2, "join mobilites Érable", "“Érable” cannot be the handle", "accents, capitals or spaces: erable"),
    (2, "join mobilites frene", "“frene” is not in groups/people.yaml", "--name"),
    (1, "join mobilites frene --name TILLEUL", "“tilleul” already has this public name", "tell them apart"),
    (1, "join mobilites frene --name F --from 2999-01-01", "is still to come", "once it has happened"),
    (1, "join mobilites frene --name F --from 2018-01-01", "was formed on 20 November 2018", "--from"),
    (2, "join mobilites frene --name F --from 12/04/2019", "is not a date", "2019-09-24"),
    (1, "join fac frene --name F", "ended on 4 June 2019", "it merged into “mobilites”"),
    (1, "leave mobilites frene", "“frene” is not in the group", "says who is in it"),
    (1, "leave mobilites erabl", "“erabl” is not in the group", "did you mean “erable”?"),
    (1, "leave mobilites erable --to 2018-01-01", "joined the group on 20 November 2018", "--to"),
    (1, "leave mobilites erable --to 2999-01-01", "is still to come", ""),
    (1, "facilitate mobilites tilleul", "already facilitates", ""),
    (2, "facilitate mobilites tileul", "is not in groups/people.yaml", "did you mean “tilleul”?"),
    (2, "facilitate mobilites zzz", "is not in groups/people.yaml", "collectif group join mobilites zzz"),
    (1, "new mobilites --title Autre", "“mobilites” is taken", ""),
    (1, "new --title mobilités", "“mobilites” already has this title", "group show mobilites"),
    (2, "new", "“--title” is missing", "--title"),
    (2, "new --title …", "no id can be made", "before “--title”"),
    (2, "new --title Eau --kind themati", "“themati” is not one of the words", "did you mean “thematic”?"),
    (2, "new --title Eau --level region", "“region” is not one of", "poitiers and grand-poitiers"),
    (2, "new --title Eau --facilitator tileul", "is not in groups/people.yaml", "did you mean “tilleul”?"),
    (1, "new --title Eau --formed 2999-01-01", "is still to come", "--formed"),
]


@pytest.mark.parametrize(("code", "words", "said", "advice"), REFUSALS)
def test_mistakes_are_refused_plainly(
    collectif: Collectif, root: Path, code: int, words: str, said: str, advice: str
) -> None:
    """The repository above; nothing of it changes."""
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    answer = collectif("group", *words.split(), folder=root)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err
    assert advice in answer.err
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_leaving_twice_says_when(collectif: Collectif, root: Path) -> None:
    """Érable left in July."""
    asked = ("group", "leave", "mobilites", "erable", "--to")
    assert collectif(*asked, "2019-07-01", folder=root).code == 0
    again = collectif(*asked, "2019-08-01", folder=root)
    assert again.code == 1
    assert "already left the group, on 1 July 2019" in again.err
    assert collectif("group", "join", "mobilites", "erable", "--from", "2019-09-01", folder=root).code == 0


def test_text_with_faults_is_not_touched(collectif: Collectif, root: Path) -> None:
    """An anchor in the file of the group, then a file that cannot be read at all."""
    before = text(root, GROUP).replace("levels: [", "levels: &n [")
    (root / GROUP).write_text(before, encoding="utf-8")
    answer = collectif("group", "leave", "mobilites", "erable", "--to", "2019-07-01", folder=root)
    assert answer.code == 1
    assert f"{GROUP} cannot be changed: line 5" in answer.err
    assert text(root, GROUP) == before
    (root / GROUP).write_text("title: [", encoding="utf-8")
    answer = collectif("group", "leave", "mobilites", "erable", folder=root)
    assert answer.code == 1
    assert "cannot be read" in answer.err


def test_dry_run_shows_and_writes_nothing(collectif: Collectif, root: Path) -> None:
    """A person who leaves."""
    before = text(root, GROUP)
    asked = ("group", "leave", "mobilites", "erable", "--to", "2019-07-01", "--dry-run")
    said = collectif(*asked, folder=root)
    assert said.code == 0
    assert "+  - {person: erable, from: 2018-11-20, to: 2019-07-01}   # venue du vélo" in said.out
    assert said.out.endswith("nothing was written\n")
    assert text(root, GROUP) == before


def test_commit_holds_the_written_files_only(collectif: Collectif, root: Path) -> None:
    """A repository in git where another file has changes."""
    committed(root)
    (root / "programme/proposals/bus-nuit.md").write_text("autre", encoding="utf-8")
    asked = ("group", "join", "mobilites", "frene", "--from", "2019-03-01", "--name", "Frêne", "--commit")
    said = collectif(*asked, folder=root)
    assert said.code == 0, said.err
    assert git(root, "show", "--format=%s", "--name-only").split("\n")[0] == "Mobilités: one more person"
    assert git(root, "show", "--format=", "--name-only").split() == [GROUP, PEOPLE]
    assert git(root, "status", "--short").split() == ["M", "programme/proposals/bus-nuit.md"]


def test_commit_is_refused_when_the_files_had_changes(collectif: Collectif, root: Path) -> None:
    """The file of the group has a change that no commit holds."""
    committed(root)
    changed = text(root, GROUP) + "note: à relire\n"
    (root / GROUP).write_text(changed, encoding="utf-8")
    asked = ("group", "leave", "mobilites", "erable", "--to", "2019-07-01", "--commit")
    answer = collectif(*asked, folder=root)
    assert answer.code == 1
    assert GROUP in answer.err
    assert text(root, GROUP) == changed


def test_commit_without_git_says_so_and_writes_nothing(collectif: Collectif, root: Path) -> None:
    """A folder that git does not keep."""
    before = text(root, GROUP)
    asked = ("group", "leave", "mobilites", "erable", "--to", "2019-07-01", "--commit")
    assert collectif(*asked, folder=root).code == 4
    assert text(root, GROUP) == before
