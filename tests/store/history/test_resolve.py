"""What is written after ``--at`` leads to one commit, or is refused in plain words."""

from datetime import date
from pathlib import Path

import pytest

from collectif_cli.errors import UsageError
from collectif_cli.store.history import open_history
from collectif_cli.store.history.past import History
from collectif_cli.store.history.resolve import read_dated
from tests.store.history.repositories import git, repository, save, write

DAYS = {
    "un": "2019-01-01T12:00:00 +0100",
    "deux": "2019-03-31T23:30:00 -0500",  # already the first of April in Paris
    "trois": "2019-04-02T08:00:00 +0200",
}


@pytest.fixture
def history(tmp_path: Path) -> History:
    """Three commits of DAYS, tagged by name, on ``main``; the branch ``autre`` left at the first."""
    root = repository(tmp_path / "depot", day=DAYS["un"])
    git(root, "tag", "un")
    for name in ("deux", "trois"):
        write(root, f"== collectif.yaml ==\nname: {name}\n")
        save(root, DAYS[name])
        git(root, "tag", name)
    git(root, "branch", "autre", "un")
    found = open_history(root)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("asked", "tag", "day"),
    [
        ("2019-01-01", "un", "2019-01-01"),
        ("2019-03-30", "un", "2019-03-30"),
        ("2019-03-31", "deux", "2019-03-31"),
        ("2019-04-01", "deux", "2019-04-01"),
        ("2019-04-02", "trois", "2019-04-02"),
        ("2999-12-31", "trois", "2999-12-31"),
        ("2019-04-01T06:29+02:00", "un", "2019-04-01"),
        ("2019-04-01T06:30+02:00", "deux", "2019-04-01"),
        ("2019-03-31T23:29", "un", "2019-03-31"),
        ("2019-03-31 23:30:00", "deux", "2019-03-31"),
        ("2019-04-02T06:00:00Z", "trois", "2019-04-02"),
        ("HEAD~1", "deux", "2019-03-31"),
        ("main", "trois", "2019-04-02"),
        ("autre", "un", "2019-01-01"),
        ("refs/tags/deux", "deux", "2019-03-31"),
    ],
)
def test_leads_to(history: History, asked: str, tag: str, day: str) -> None:
    """The three commits."""
    found = history.resolve(asked)
    assert found.commit == git(history.place.root, "rev-parse", tag)
    assert found.day == date.fromisoformat(day)


def test_ids_whole_and_cut(history: History) -> None:
    """The three commits."""
    for tag in DAYS:
        commit = git(history.place.root, "rev-parse", tag)
        assert history.resolve(commit) == history.resolve(commit[:10]) == history.resolve(tag)


def test_the_date_of_a_commit_is_its_own(history: History) -> None:
    """The three commits, the second made in Montréal."""
    assert history.resolve("deux").when.isoformat() == "2019-03-31T23:30:00-05:00"
    assert history.head == history.resolve("trois")


def test_a_date_follows_first_parents(history: History) -> None:
    """The three commits, then a merge of ``autre`` where somebody worked on the third of April."""
    root = history.place.root
    git(root, "checkout", "-q", "autre")
    write(root, "== groups/people.yaml ==\nx\n")
    save(root, "2019-04-03T10:00:00 +0200")
    git(root, "checkout", "-q", "main")
    git(root, "merge", "-q", "--no-ff", "-m", "fusion", "autre", day="2019-04-05T10:00:00 +0200")
    assert history.resolve("2019-04-04") == history.resolve("trois")._replace(day=date(2019, 4, 4))
    assert history.resolve("2019-04-05").commit == git(root, "rev-parse", "HEAD")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("-h", "neither a revision nor a date"),
        ("--all", "neither a revision nor a date"),
        ("", "neither a revision nor a date"),
        ("a\nb", "neither a revision nor a date"),
        ("a\0b", "neither a revision nor a date"),
        ("nulle-part", "no revision"),
        ("HEAD~9", "no revision"),
        ("HEAD:collectif.yaml", "no revision"),
        ("main..autre", "no revision"),
        ("0000000000000000000000000000000000000000", "no revision"),
        ("2019-02-30", "not a date of the calendar"),
        ("2019-01-01T25:00", "not a date of the calendar"),
        ("2018-12-31", "begins on"),
    ],
)
def test_refused(history: History, asked: str, said: str) -> None:
    """The three commits."""
    with pytest.raises(UsageError, match=said) as told:
        history.resolve(asked)
    assert told.value.exit_code == 2


def test_a_name_nearly_right(history: History) -> None:
    """The three commits."""
    with pytest.raises(UsageError) as told:
        history.resolve("trios")
    assert told.value.hint
    assert dict(told.value.hint.values) == {"word": "trois"}


def test_a_name_of_two_things(history: History) -> None:
    """The three commits, and a branch with the name of a tag."""
    git(history.place.root, "branch", "deux", "trois")
    with pytest.raises(UsageError, match="several revisions"):
        history.resolve("deux")
    assert history.resolve("refs/heads/deux") == history.resolve("trois")


def test_an_id_cut_too_short(history: History) -> None:
    """The three commits and 300 more on no branch: two ids begin with the same three digits or four."""
    root = history.place.root
    made = [git(root, "commit-tree", "HEAD^{tree}", "-m", str(number))[:4] for number in range(600)]
    twice = next(start for start in made if made.count(start) > 1)
    with pytest.raises(UsageError, match="several revisions"):
        history.resolve(twice)


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("a 0 1970-01-01T00:00:00+99:99", "1970-01-01T00:00:00+00:00"),
        ("a 99999999999999999 x", "9999-12-31T00:00:00+00:00"),
    ],
)
def test_absurd_dates_of_commits(line: str, when: str) -> None:
    """No repository: lines that a forged commit would give."""
    assert read_dated(line).when.isoformat() == when
