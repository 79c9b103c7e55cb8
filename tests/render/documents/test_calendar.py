"""The calendar as a picture, as a page and as entries: the same bytes each time, texts that cannot act."""

import re
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest
from icalendar import Calendar as Ics

from collectif_cli.model.programme import Programme
from collectif_cli.progress.calendar import calendar_of
from collectif_cli.render.documents.calendar import svg_text
from collectif_cli.render.documents.calendar_ics import ics_text
from collectif_cli.render.documents.document import Material
from collectif_cli.render.documents.edition import Edition
from collectif_cli.render.language import language
from collectif_cli.store.load import load
from tests.store.memory_tree import MemoryTree

HEAD = """\
schema: 1
name: Essai
language: fr
levels: [poitiers]
phases:
  - id: exploration
    title: {title}
    scope: group
    starts: 2019-01-01
    ends: 2019-05-31
    objectives: [{{id: bilan, title: "Bilan, et la suite", evidence: {{document: review}}}}]
  - id: vote
    title: Vote
    scope: collective
    starts: 2019-09-11
    ends: 2019-09-24
    planned_starts: 2019-10-01
    planned_ends: 2019-10-31
"""
TEXTS = {
    "groups/eau/group.yaml": "title: Eau\nkind: thematic\nformed: 2019-01-01\n",
    "groups/eau/meetings/2019-06-04.md": "---\ndate: 2019-06-04\n---\nCompte rendu.\n",
    "groups/eau/meetings/2019-07-04.md": "---\ndate: 2019-07-04\nplace: Salle Timbaud\n---\nOrdre.\n",
    "programme/plenaries/2019-07-11-p.md": "---\nnumber: 9\ndate: 2019-07-11\nplace: Salle\n"
    "agenda: [{id: a1, title: Binômes}]\n---\nOrdre.\n",
    "programme/plenaries/2019-07-12-p.md": "---\ntitle: Le lendemain\ndate: 2019-07-12\n---\nOrdre.\n",
}
DAY = date(2019, 6, 25)
HOSTILE = '<script>alert(1)</script> & "fin"; \u202eenvers'


def material(
    title: str = "Exploration", marked: date | None = None, more: dict[str, str] | None = None
) -> Material:
    quoted = '"' + title.replace('"', '\\"') + '"'
    texts = {"collectif.yaml": HEAD.format(title=quoted), **TEXTS, **(more or {})}
    programme, _ = load(MemoryTree({path: text.encode() for path, text in sorted(texts.items())}))
    return Material(programme, (), Edition(DAY, "a" * 40, "CODE"), DAY, lambda _: None, marked=marked)


def events(given: Material, code: str = "fr") -> dict[str, dict[str, str]]:
    found = {}
    whole: Any = Ics.from_ical(ics_text(given, language(code)))
    for event in whole.walk("VEVENT"):
        first, last = event["dtstart"].dt, event["dtend"].dt
        found[str(event["uid"])] = {
            "days": f"{first}..{last}",
            "said": str(event["summary"]),
            "about": str(event.get("description", "")),
            "place": str(event.get("location", "")),
        }
    return found


def test_entries_are_phases_gates_plenaries_and_meetings_to_come() -> None:
    found = events(material())
    assert list(found) == [
        *("phase-exploration@essai", "gate-exploration@essai", "phase-vote@essai", "gate-vote@essai"),
        *("plenary-2019-07-11-p@essai", "plenary-2019-07-12-p@essai", "meeting-eau-2019-07-04@essai"),
    ]
    assert found["phase-exploration@essai"]["days"] == "2019-01-01..2019-06-01"
    assert found["gate-exploration@essai"]["about"] == "- Bilan, et la suite"
    assert found["plenary-2019-07-11-p@essai"] == {
        "days": "2019-07-11..2019-07-12",
        "said": "La plénière n° 9",
        "about": "- Binômes",
        "place": "Salle",
    }
    assert found["meeting-eau-2019-07-04@essai"]["place"] == "Salle Timbaud"


def test_a_change_of_title_or_of_day_keeps_the_id_of_an_entry() -> None:
    before, after = events(material()), events(material("Un tout autre titre"))
    assert list(before) == list(after)
    assert before != after


def test_entries_are_the_same_bytes_each_time_and_have_lines_of_75_bytes() -> None:
    title = "Une phase au titre très long, avec des é et des ; et des virgules, encore et encore"
    text = ics_text(material(title), language("fr"))
    assert text == ics_text(material(title), language("fr"))
    assert text.endswith("END:VCALENDAR\r\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert set(re.findall("DTSTAMP:(.*)\r", text)) == {"20190625T000000Z"}


def test_hostile_texts_do_not_act() -> None:
    given = material(HOSTILE)
    said = events(given)["phase-exploration@essai"]["said"]
    assert "\u202e" not in said
    assert "<script>" in said, "a calendar shows plain text"
    drawn = svg_text(given, language("fr"))
    assert "<script" not in drawn
    assert "\u202e" not in drawn
    tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(drawn).iter()}  # noqa: S314 - our own
    assert tags <= {"svg", "title", "desc", "style", "rect", "text", "line", "g", "circle"}


@pytest.mark.parametrize("code", ["fr", "en"])
def test_the_picture_says_everything_in_words(code: str) -> None:
    root = ElementTree.fromstring(svg_text(material(), language(code)))  # noqa: S314 - our own
    words = " ".join("".join(element.itertext()) for element in root)
    assert root.get("role") == "img"
    assert root.get("lang") == code
    for said in ("Exploration", "Vote", "31 mai 2019" if code == "fr" else "31 May 2019", "9"):
        assert said in words
    names = [element.get("class") for element in root.iter()]
    assert names.count("plenary") == 2
    assert names.count("planned") == 2, "the bar of the vote, and the legend"
    assert "today" not in names


def test_a_day_is_marked_only_when_it_is_asked() -> None:
    drawn = svg_text(material(marked=DAY), language("fr"))
    assert 'class="today"' in drawn
    assert "25 juin 2019" in drawn
    assert 'class="today"' not in svg_text(material(marked=date(2031, 1, 1)), language("fr"))
    assert 'class="today"' not in svg_text(material(), language("fr"))


def test_numbers_of_plenaries_close_in_time_do_not_touch() -> None:
    more = {
        f"programme/plenaries/2019-07-{day:02}-q.md": f"---\nnumber: {day}\ndate: 2019-07-{day:02}\n---\nO.\n"
        for day in range(13, 20)
    }
    root = ElementTree.fromstring(svg_text(material(more=more), language("fr")))  # noqa: S314 - our own
    circles = [element for element in root.iter() if element.get("class") == "plenary"]
    places = [(int(one.get("cx") or 0), int(one.get("cy") or 0)) for one in circles]
    for n, (x, y) in enumerate(places):
        assert all(abs(x - a) >= 16 or abs(y - b) >= 16 for a, b in places[:n])


def test_a_bar_is_inside_the_picture() -> None:
    root = ElementTree.fromstring(svg_text(material(), language("fr")))  # noqa: S314 - our own
    _, _, width, height = (int(part) for part in (root.get("viewBox") or "").split())
    for bar in root.iter():
        if bar.tag.endswith("rect"):
            right = int(bar.get("x", "0")) + int(bar.get("width", "0"))
            foot = int(bar.get("y", "0")) + int(bar.get("height", "0"))
            assert right <= width
            assert foot <= height


def test_without_any_day_the_picture_says_so() -> None:
    programme, _ = load(MemoryTree({"collectif.yaml": b"schema: 1\nname: Vide\nlanguage: fr\n"}))
    given = Material(programme, (), Edition(DAY), DAY, lambda _: None)
    assert calendar_of(programme, DAY).span is None
    assert "échéancier est vide" in svg_text(given, language("fr"))
    assert events(given) == {}


def test_a_meeting_of_an_unknown_group_is_left_out() -> None:
    text = "---\ndate: 2019-07-04\n---\nOrdre.\n"
    given = material(more={"groups/air/meetings/2019-07-04.md": text})
    assert isinstance(given.programme, Programme)
    assert [group.id for _, group in calendar_of(given.programme, DAY).meetings] == ["eau"]
