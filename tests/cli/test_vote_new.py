"""A new vote: every convention of its rule is written out, with a comment, or it is said what is missing."""

from datetime import timedelta
from pathlib import Path

import pytest

from collectif_cli.cli.vote_comments import comments_in
from collectif_cli.model.vote import DecisionRule
from collectif_cli.render.language import language
from collectif_cli.voting import all_methods
from tests.cli.conftest import Collectif
from tests.cli.terminals import talk
from tests.cli.vote_programme import make_programme, plenary_day, vote_id


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_programme(tmp_path / "p", "en")


def text(root: Path) -> str:
    return (root / f"programme/votes/{vote_id(root)}/vote.yaml").read_text(encoding="utf-8")


def test_a_rule_is_copied_with_its_conventions(root: Path, collectif: Collectif) -> None:
    said = collectif(
        *("vote", "new", "--title", "Which way?", "--rule", "positions", "--date", "2030-01-02"),
        *("--electorate", "present", "--option", "a: Buses", "--option", "More trains"),
        folder=root,
    )
    assert said.code == 0, said.err
    assert text(root).splitlines() == [
        "title: Which way?",
        "date: 2030-01-02",
        "rule:",
        "  method: majority-judgment        # how the ballots are counted",
        "  quorum: none                     # how many must take part",
        "  not_judged: refused              # what becomes of an option without a grade",
        "  ties: majority-value             # what settles a tie",
        "  grades: [Non, Passable, Oui]     # from the worst to the best",
        "electorate: {kind: present}        # who may vote",
        "ballots: anonymous                 # what lies beside: papers, hands that were counted, or nothing "
        "that may be shown",
        "questions:",
        "  - id: which-way",
        "    title: Which way?",
        "    options:",
        "      - {id: a, title: Buses}",
        "      - {id: more-trains, title: More trains}",
    ]
    assert vote_id(root) == "2030-01-02-which-way"
    assert collectif("check", "--only", "vote", "--only", "schema", "--only", "yaml", folder=root).code == 0


def test_comments_are_in_the_language_of_the_collective(tmp_path: Path, collectif: Collectif) -> None:
    root = make_programme(tmp_path / "fr")
    collectif(
        *("vote", "new", "bus", "--on", "bus-nuit", "--rule", "accord", "--date", "2030-01-02"),
        *("--electorate", "roll"),
        folder=root,
    )
    lines = text(root).splitlines()
    assert "  base: expressed                  # de quoi on prend la part" in lines
    assert any(line.startswith("  second_call: {after: 15 days, quorum: none}") for line in lines)
    assert not set("’“”\u202f\u00a0") & set(text(root))


def test_a_tie_of_options_is_written_as_it_will_be(root: Path, collectif: Collectif) -> None:
    collectif(
        *("vote", "new", "mots", "--title", "Words", "--rule", "plurality", "--date", "2030-01-02"),
        *("--electorate", "present", "--option", "One", "--option", "Two"),
        folder=root,
    )
    assert "  ties: kept " in text(root)


def test_variants_of_a_text_are_the_options(root: Path, collectif: Collectif) -> None:
    path = root / "programme/proposals/bus-nuit.md"
    path.write_text(
        path.read_text(encoding="utf-8") + "\n## Variantes\n### a : le week-end\n.\n### b : chaque nuit\n.\n",
        encoding="utf-8",
    )
    collectif(
        *("vote", "new", "--on", "bus-nuit", "--rule", "positions", "--date", "2030-01-02"),
        *("--electorate", "present"),
        folder=root,
    )
    assert text(root).endswith(
        "    on: [bus-nuit]\n    options:\n"
        "      - {id: a, title: le week-end}\n      - {id: b, title: chaque nuit}\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--on", "bus-nui", "--rule", "programme"], 2, "bus-nuit"),
        (["--on", "bus-nuit", "--rule", "program"], 2, "programme"),
        (["--on", "bus-nuit", "--rule", "majority"], 2, "--set base="),
        (
            ["--on", "bus-nuit", "--rule", "programme", "--set", "tie=kept"],
            2,
            "did you mean “ties”?",
        ),
        (
            ["--on", "bus-nuit", "--rule", "programme", "--set", "base=all"],
            2,
            "“all” is not one of the words",
        ),
        (["--on", "bus-nuit", "--rule", "programme", "--ballots", "paper"], 2, "anonymous"),
        (["--on", "bus-nuit", "--rule", "programme", "--opens", "soon"], 2, "“soon” is not a date"),
        (["--rule", "programme"], 2, "--title"),
        (["--on", "bus-nuit"], 2, "--rule"),
    ],
)
def test_what_is_wrong_is_said(
    arguments: list[str], code: int, said: str, root: Path, collectif: Collectif
) -> None:
    found = collectif(
        "vote", "new", *arguments, "--date", "2030-01-02", "--electorate", "present", folder=root
    )
    assert (found.code, said in found.err) == (code, True), found.err
    assert not (root / "programme/votes").exists()


def test_a_second_call_takes_over_from_the_first(root: Path, collectif: Collectif) -> None:
    folder = root / "programme/votes/premier"
    folder.mkdir(parents=True)
    (folder / "vote.yaml").write_text(
        "title: Bus\ndate: 2030-01-02\nrule: accord\nballots: anonymous\n"
        "electorate: {kind: roll, registered: 9}\n"
        "questions: [{id: bus-nuit, title: Des bus de nuit, on: [bus-nuit]}]\n"
    )
    said = collectif(
        "vote", "new", "second", "--second-call-of", "premier", "--date", "2030-01-20", folder=root
    )
    assert said.code == 0, said.err
    made = (root / "programme/votes/second/vote.yaml").read_text(encoding="utf-8")
    assert "second_call_of: premier\n" in made
    assert "on: [bus-nuit]" in made
    assert "electorate: {kind: roll, registered: 9}" in made
    assert "  quorum: none " in made
    assert "second_call:" not in made


@pytest.mark.parametrize(("asked", "kept"), [("none", "none"), ('{of: registered, at_least: "1/4"}', "1/4")])
def test_a_second_call_of_a_vote_made_by_the_tool(
    asked: str, kept: str, tmp_path: Path, collectif: Collectif
) -> None:
    calls = f"second_call: {{after: 15 days, quorum: {asked}}}"
    root = make_programme(
        tmp_path / "p", "en", lambda text: text.replace("second_call: {after: 15 days, quorum: none}", calls)
    )
    day = plenary_day()
    arguments = ("--on", "bus-nuit", "--rule", "accord", "--electorate", "group", "--group", "eau")
    collectif("vote", "new", "premier", *arguments, "--date", day.isoformat(), "--commit", folder=root)
    assert collectif("vote", "open", "premier", "--commit", folder=root).code == 0
    later = (day + timedelta(days=15)).isoformat()
    again = ("vote", "new", "second", "--second-call-of", "premier", "--date", later, "--commit")
    said = collectif(*again, folder=root)
    assert said.code == 0, said.err
    made = (root / "programme/votes/second/vote.yaml").read_text(encoding="utf-8")
    assert f"electorate: {{kind: group, group: eau, date: {later}}}" in made.replace('"', "")
    assert "second_call:" not in made
    assert collectif("vote", "open", "second", "--commit", folder=root).code == 0
    frozen = (root / "programme/votes/second/vote.yaml").read_text(encoding="utf-8").partition("frozen:")[2]
    assert f"quorum: {kept}" in " ".join(frozen.replace('"', "").split()).replace(
        "of: registered at_least: ", ""
    )
    assert "second_call" not in frozen
    assert collectif("verify", folder=root).code == 0
    assert collectif("check", "--only", "vote", folder=root).code == 0


def test_what_a_second_call_cannot_choose(root: Path, collectif: Collectif) -> None:
    for id, rule in (("premier", "accord"), ("autre", "programme")):
        arguments = ("--on", "bus-nuit", "--rule", rule, "--electorate", "present", "--date", "2030-01-02")
        assert collectif("vote", "new", id, *arguments, folder=root).code == 0
    again = ("vote", "new", "second", "--date", "2030-01-20", "--second-call-of")
    said = collectif(*again, "premier", "--rule", "programme", folder=root)
    assert (said.code, "do without “--rule”" in said.err) == (2, True)
    said = collectif(*again, "autre", folder=root)
    assert (said.code, "ask it as a vote of its own" in said.err) == (1, True)


def test_nothing_is_written_when_only_asked_to_show(root: Path, collectif: Collectif) -> None:
    said = collectif(
        *("vote", "new", "--on", "bus-nuit", "--rule", "programme", "--dry-run"),
        *("--plenary", f"{plenary_day()}-pleniere-1"),
        folder=root,
    )
    assert (said.code, "+title: Des bus de nuit" in said.out) == (0, True)
    assert not (root / "programme/votes").exists()


def test_what_is_missing_is_said_as_it_is_typed(root: Path, collectif: Collectif) -> None:
    said = collectif(
        *("vote", "new", "--title", "Which way?", "--rule", "majority-judgment", "--electorate", "present"),
        *("--date", "2030-01-02", "--option", "a: Buses", "--option", "More trains"),
        folder=root,
    )
    assert said.code == 2
    assert said.err.splitlines()[-1].strip() == 'add it to the command: --set grades="…"'


def test_the_question_is_asked_as_it_is_worded(root: Path, collectif: Collectif) -> None:
    """Where there is one: on several texts, each is asked by its title."""
    typed = ("vote", "new", "bus", "--title", "Buses", "--rule", "accord", "--date", "2030-01-02")
    asked = ("--electorate", "roll", "--question", "Night buses, now?")
    several = collectif(*typed, *asked, "--on", "bus-nuit", "--on", "eau", folder=root)
    assert (several.code, "“--question” words one question, and here are 2" in several.err) == (2, True)
    assert collectif(*typed, *asked, "--on", "bus-nuit", folder=root).code == 0
    assert "  - id: bus-nuit\n    title: Night buses, now?\n    on: [bus-nuit]\n" in text(root)


def test_consent_needs_no_options(root: Path, collectif: Collectif) -> None:
    typed = ("--title", "Buses", "--rule", "consent", "--date", "2030-01-02", "--electorate", "present")
    assert collectif("vote", "new", "bus", *typed, "--on", "bus-nuit", folder=root).code == 0
    assert "  method: consent" in text(root)
    assert "options" not in text(root)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("quorum=none", "quorum: none"),
        ("quorum=registered 1/2", "quorum: {of: registered, at_least: 1/2}"),
        ('quorum={of: registered, at_least: "1/2"}', "quorum: {of: registered, at_least: 1/2}"),
        ("second_call={after: 15 days, quorum: none}", "second_call: {after: 15 days, quorum: none}"),
        ("threshold=>= 2/3", 'threshold: ">= 2/3"'),
        ("ties=second-vote", "ties: second-vote"),
    ],
)
def test_values_that_are_suggested_can_be_typed(
    typed: str, written: str, root: Path, collectif: Collectif
) -> None:
    said = collectif(
        *("vote", "new", "--on", "bus-nuit", "--rule", "programme", "--set", typed),
        *("--date", "2030-01-02", "--electorate", "present"),
        folder=root,
    )
    assert said.code == 0, said.err
    assert f"  {written}" in text(root)


def test_every_convention_has_its_sentence_and_may_be_typed(root: Path, collectif: Collectif) -> None:
    conventions = set(DecisionRule._fields) - {"span", "name"}
    assert conventions <= set(comments_in(language("en"), "majority"))
    said = collectif(
        *("vote", "new", "--title", "Which?", "--rule", "irv", "--option", "a: A", "--option", "b: B"),
        *("--set", "defects=skip", "--set", "skipped_ranks=exhaust", "--set", "ties=kept"),
        *("--date", "2030-01-02", "--electorate", "present"),
        folder=root,
    )
    assert said.code == 0, said.err
    assert "  skipped_ranks: exhaust           # what becomes of a skipped rank" in text(root)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--set", "zorp=1"], "choose one of: quorum, second_call, ties, seed, disclose, base and threshold"),
        (["--set", "treshold=> 1/2"], "did you mean “threshold”?"),
        (["--set", "quorum=half"], "write none, or of whom and how many: registered 1/2"),
        (["--rule", "zorp"], "choose one of: programme, positions, accord, majority, plurality"),
        (["--option", "a: Buses", "--option", "a: Trams"], "give one of the two another id, such as “a-2”"),
    ],
)
def test_a_remedy_goes_with_the_refusal(
    arguments: list[str], said: str, root: Path, collectif: Collectif
) -> None:
    rule = [] if "--rule" in arguments else ["--rule", "programme"]
    found = collectif(
        *("vote", "new", "--on", "bus-nuit", *rule, *arguments, "--date", "2030-01-02"),
        *("--electorate", "present"),
        folder=root,
    )
    assert found.code in (1, 2)
    assert said in found.err


def test_methods_that_are_not_counted_are_not_offered(
    root: Path, collectif: Collectif, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = {slug: module for slug, module in all_methods._MODULES.items() if slug != "plurality"}
    monkeypatch.setattr(all_methods, "_MODULES", others)  # and not taken out: put back, it would come last
    call = ("vote", "new", "--on", "bus-nuit", "--date", "2030-01-02", "--electorate", "present", "--rule")
    assert "“plurality” is not counted yet" in collectif(*call, "plurality", folder=root).err
    offered = collectif(*call, "zorp", folder=root).err
    assert "majority-judgment" in offered
    assert "plurality" not in offered


def test_points_mean_what_the_method_makes_of_them(root: Path, collectif: Collectif) -> None:
    for name, rule, typed, said in (
        (
            "notes",
            "score",
            ["points=5", "not_judged=refused"],
            "the highest number that an option may be given",
        ),
        ("dots", "dots", ["points=5", "most_on_one=2"], "how many dots each person has"),
    ):
        found = collectif(
            *("vote", "new", name, "--title", "Which?", "--rule", rule, "--option", "A", "--option", "B"),
            *(word for one in typed for word in ("--set", one)),
            *("--date", "2030-01-02", "--electorate", "present"),
            folder=root,
        )
        assert found.code == 0, found.err
        written = (root / f"programme/votes/{name}/vote.yaml").read_text(encoding="utf-8")
        assert f"  points: 5                        # {said}\n" in written


def test_a_person_is_asked_until_the_answer_can_be_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLLECTIF_LANG", "en")
    answers = [
        *("", "Which way?", "zorp", "schulze", "a: Buses", "a: Trams", "", "Trams", ""),
        *("tomorrow", "2030-01-02", "lot", "margins", "last", "allowed", "everybody", "group", "eeau", "eau"),
    ]
    code, screen = talk(["vote", "new"], answers, root)
    assert code == 0, screen
    made = text(root)
    assert "  strength: margins" in made
    assert "electorate: {kind: group, group: eau, " in made
    assert "      - {id: a, title: Buses}\n      - {id: trams, title: Trams}\n" in made
    assert "“lot” is not one of the words expected here" in screen
    assert "Who votes? (present, roll, group, candidates) " in screen
    assert "(strength)? (winning-votes, margins)\n> " in screen
    assert "did you mean “eau”?" in screen
    assert max(map(len, screen.splitlines())) <= 80


def test_a_vote_on_no_text_may_be_for_or_against(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLLECTIF_LANG", "en")
    answers = ["Shall we?", "programme", "", "2030-01-02", "present"]
    code, screen = talk(["vote", "new"], answers, root)
    assert code == 0, screen
    assert "options" not in text(root)
    assert "Enter alone for a yes or a no:" in screen


def test_what_settles_a_tie_is_asked_where_it_changes_the_outcome(root: Path, collectif: Collectif) -> None:
    typed = (
        "--title",
        "Buses",
        "--rule",
        "majority-judgment",
        "--date",
        "2030-01-02",
        "--electorate",
        "present",
    )
    said = collectif(
        *("vote", "new", "bus", *typed, "--option", "A", "--option", "B"),
        *("--set", "not_judged=ignored", "--set", "grades=Bad, Good"),
        folder=root,
    )
    assert (said.code, "ties" in said.err) == (2, True)
