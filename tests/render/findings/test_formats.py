"""Each format says the same findings, as its readers expect them."""

import json
from datetime import date

import pytest

from collectif_cli.model.collective import Ignored
from collectif_cli.model.diagnostic import Diagnostic, Severity
from collectif_cli.model.message import message
from collectif_cli.model.source import Located, Span
from collectif_cli.render.findings.all_formats import FORMATS, format_called
from collectif_cli.render.findings.report import Report
from collectif_cli.render.language import language
from collectif_cli.render.terminal import Screen

EN, SCREEN = language("en"), Screen()
SPAN = Span("groups/eau/group.yaml", 5, 25, 8)
FINDING = Diagnostic(
    SPAN,
    "reference-unknown-person",
    message("“{id}” is not in groups/people.yaml", id="a,b:c%\n*d*"),
    message("did you mean “{near}”?", near="ab"),
    Severity.ERROR,
)
WARNING = FINDING._replace(severity=Severity.WARNING, hint=None)
TOP = Span("collectif.yaml")
ASIDE = Ignored(
    rule=Located("reference-unknown-person", TOP),
    reason=Located("Vu", TOP),
    until=Located(date(2030, 1, 1), TOP),
)
REPORT = Report(standing=(FINDING, WARNING), ignored=((FINDING, ASIDE),), lines={}, files=3)
NOTHING = Report(standing=(), ignored=(), lines={}, files=3)


def given_as(name: str, report: Report = REPORT) -> str:
    return format_called(name)(report, EN, SCREEN)


def test_github_escapes_what_its_commands_read() -> None:
    first = given_as("github").splitlines()[0]
    assert first == (
        "::error file=groups/eau/group.yaml,line=5,col=25,endColumn=33,title=reference-unknown-person::"
        "“a,b:c%25%0A*d*” is not in groups/people.yaml%0Adid you mean “ab”?"
    )


def test_gitlab_tells_two_equal_findings_apart() -> None:
    issues = json.loads(given_as("gitlab"))
    assert [issue["severity"] for issue in issues] == ["major", "minor"]
    assert len({issue["fingerprint"] for issue in issues}) == 2


def test_sarif_has_rules_places_and_suppressions() -> None:
    run = json.loads(given_as("sarif"))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["reference-unknown-person"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 5, "startColumn": 25, "endColumn": 33}
    assert run["results"][2]["suppressions"][0]["justification"] == "Vu"


def test_markdown_shows_marks_as_they_are() -> None:
    shown = given_as("markdown")
    assert "\\*d\\*" in shown
    assert shown.startswith("**1 error and 1 warning**\n")


def test_lines_are_one_a_finding() -> None:
    assert len(given_as("lines").splitlines()) == 2


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_accepts_nothing_to_say(name: str) -> None:
    shown = given_as(name, NOTHING)
    if name in {"json", "gitlab", "sarif"}:
        json.loads(shown)
    elif name == "markdown":
        assert "nothing to report" in shown
    else:
        assert shown == ""


def test_summary_is_for_people_who_look() -> None:
    assert (
        format_called("text")(NOTHING, EN, Screen(interactive=True)) == "checked 3 files, nothing to report\n"
    )
