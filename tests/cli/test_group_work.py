"""``collectif group meet``, ``write``, ``methods``: first words from templates, values added afterwards."""

from pathlib import Path

import pytest

from tests.cli.conftest import Collectif
from tests.cli.group_texts import GROUP, REPOSITORY, text
from tests.texts import write_texts


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give the repository of ``group_texts`` and a group that has not met."""
    new = "== groups/sante/group.yaml ==\ntitle: Santé\nkind: thematic\nformed:\n"
    return write_texts(tmp_path / "collectif", REPOSITORY + new)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLLECTIF_LANG", "en")


def test_a_meeting_is_prepared_then_counted(collectif: Collectif, root: Path) -> None:
    """The minutes are in the language of the collective; the second call changes one line."""
    asked = ("group", "meet", "mobilites", "--date", "2019-05-02", "--title", "Bus de nuit")
    said = collectif(*asked, "--place", "Salle: Timbaud", "--agenda", "Tour de table", folder=root)
    path = "groups/mobilites/meetings/2019-05-02-bus-de-nuit.md"
    assert said.out.startswith(f"written: {path}\n")
    assert "--present" in said.out
    before = text(root, path)
    assert before.startswith(
        '---\ndate: 2019-05-02\ntitle: Bus de nuit\nplace: "Salle: Timbaud"\n---\n'
        "## Ordre du jour\n\n- Tour de table\n"
    )
    assert "\u00a0" not in before
    assert "’" not in before
    again = ("group", "meet", "mobilites", "--date", "2019-05-02", "--present", "9", "--kind", "meeting")
    said = collectif(*again, folder=root)
    assert said.out == f"written: {path}\n"
    place = 'place: "Salle: Timbaud"\n'
    assert text(root, path) == before.replace(place, f"{place}kind: meeting\npresent: 9\n")
    assert collectif("check", folder=root).code == 0


def test_the_first_meeting_forms_the_group(collectif: Collectif, root: Path) -> None:
    """A group that was only announced is formed on the day it met."""
    said = collectif("group", "meet", "sante", "--date", "2019-05-02", "--present", "4", folder=root)
    assert "the group had no first day: it is now formed on 2 May 2019" in said.out
    assert "formed: 2019-05-02" in text(root, "groups/sante/group.yaml")


def test_a_meeting_to_come_forms_nothing(collectif: Collectif, root: Path) -> None:
    """It is prepared, and the group has still not met."""
    said = collectif("group", "meet", "sante", "--date", "2999-05-02", folder=root)
    assert said.out == "written: groups/sante/meetings/2999-05-02.md\n"
    assert text(root, "groups/sante/group.yaml").endswith("formed:")


def test_the_template_of_the_collective_wins(collectif: Collectif, root: Path) -> None:
    """A file of the same name in ``templates/`` replaces the built-in one."""
    (root / "templates").mkdir()
    (root / "templates/meeting.md.jinja").write_text("Chez nous : {{ agenda | join(', ') }}\n")
    asked = ("group", "meet", "mobilites", "--date", "2019-05-02", "--agenda", "un", "--agenda", "deux")
    assert collectif(*asked, folder=root).code == 0
    written = text(root, "groups/mobilites/meetings/2019-05-02.md")
    assert written == "---\ndate: 2019-05-02\n---\nChez nous : un, deux\n"


@pytest.mark.parametrize("kind", ["motivations", "call", "review", "exploration"])
def test_each_text_starts_from_a_template_and_proves_nothing_yet(
    collectif: Collectif, root: Path, kind: str
) -> None:
    """Titles and comments are no evidence: the check is silent, and the text is still to be written."""
    said = collectif("group", "write", "mobilites", kind, folder=root)
    assert said.code == 0
    assert "once there is something under its titles" in said.out
    assert collectif("check", folder=root).code == 0
    again = collectif("group", "write", "mobilites", kind, folder=root)
    assert (again.code, "is there already" in again.err) == (1, True)
    if kind == "exploration":
        assert "#  - {topic: Mobilités, exercised_by: grand-poitiers" in text(
            root, "groups/mobilites/exploration.yaml"
        )


def test_working_methods_are_added_to(collectif: Collectif, root: Path) -> None:
    """The rhythm is replaced, places and tools are added once."""
    asked = ("group", "methods", "mobilites", "--rhythm", "un jeudi sur deux", "--place", "Salle Timbaud")
    before = text(root, GROUP)
    assert collectif(*asked, folder=root).code == 0
    head, tail = before.split("mandates:")
    methods = "working_methods: {rhythm: un jeudi sur deux, places: [Salle Timbaud]}\n"
    assert text(root, GROUP) == f"{head}{methods}mandates:{tail}"
    more = ("group", "methods", "mobilites", "--place", "Salle Timbaud", "--tool", "carnet", "--rhythm", "x")
    assert collectif(*more, folder=root).code == 0
    assert "working_methods: {rhythm: x, places: [Salle Timbaud], tools: [carnet]}\n" in text(root, GROUP)


def test_people_are_counted_in_totals(collectif: Collectif, root: Path) -> None:
    """A second count makes a list of the first; the finding that follows is told."""
    asked = ("group", "count", "mobilites", "--date", "2019-04-09", "--active", "6")
    people = ("--women", "3", "--men", "5", "--other", "0", "--first-engagement", "6")
    assert collectif(*asked, *people, folder=root).code == 0
    after = text(root, GROUP)
    assert "headcount:\n  - {date: 2019-04-09, active: 6}\n" in after
    assert "  - {date: 2019-04-09, women: 3, men: 5, other: 0, first_engagement: 6}\n" in after
    (root / GROUP).write_text(
        after.replace("headcount:\n  - ", "headcount: ").replace("\n  - {date", " {date")
    )
    again = ("group", "count", "mobilites", "--date", "2019-06-09", "--active", "9", "--registered", "8")
    said = collectif(*again, folder=root)
    assert "headcount: [{date: 2019-04-09, active: 6}, {date: 2019-06-09, active: 9, registered: 8}]" in text(
        root, GROUP
    )
    assert "more people come (9) than are registered (8)" in said.err


REFUSALS = [
    (2, "count mobilites", "nothing was counted", "--active"),
    (2, "count mobilites --women 3 --men 4", "the whole is not known", "zero is written 0"),
    (1, "count mobilites --women 1 --men 2 --other 0", "are about 3 people", "wait until"),
    (1, "count mobilites --active 1 --date 2999-01-01", "a day still to come", "correct the date"),
    (1, "meet mobilites --date 2999-01-01 --present 3", "still to come", "prepare it without"),
    (1, "meet mobilites --date 2018-01-01", "was formed on 20 November 2018", "correct the date"),
    (1, "meet universite --date 2019-09-01", "ended on 4 June 2019", "it merged into"),
    (1, "meet mobilites --date 2019-04-12 --agenda x", "is there already", "write its agenda there"),
    (2, "meet mobilites --date 2019-05-12 --kind viste", "is not one of the words", "“visit”"),
    (2, "meet mobilites --date hier", "is not a date", "2019-09-24"),
    (2, "write mobilites motivation", "is not one of the words", "“motivations”"),
    (2, "methods mobilites", "nothing says how the group works", "--rhythm"),
]


@pytest.mark.parametrize(("code", "words", "said", "advice"), REFUSALS)
def test_what_cannot_be_is_refused(
    collectif: Collectif, root: Path, code: int, words: str, said: str, advice: str
) -> None:
    """With what to do instead."""
    answer = collectif("group", *words.split(), folder=root)
    assert (answer.code, said in answer.err, advice in answer.err) == (code, True, True), answer
