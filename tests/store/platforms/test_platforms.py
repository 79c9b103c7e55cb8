"""What each platform exports, and what is understood of it."""

from datetime import date

import pytest

from collectif_cli.model.sent import Sent, Tally
from collectif_cli.store.importers.importer import Notes
from collectif_cli.store.platforms.all_platforms import PLATFORMS, platform_of
from tests.store.platforms.samples import (
    CAP,
    CONSUL_CSV,
    FORM,
    FORM_COLUMNS,
    LOOMIO,
    OPEN_DATA,
    POLIS,
    SAMPLES,
    handed,
    read,
    said,
    zipped,
)

CASES = [(slug, at) for slug, ways in SAMPLES.items() for at in range(len(ways))]


def brief(sent: tuple[Sent, ...] | None) -> list[tuple[str, str, str, str]]:
    assert sent is not None
    return [(one.key, one.title.value, one.body.value, one.theme) for one in sent]


@pytest.mark.parametrize(("slug", "at"), CASES)
def test_a_platform_is_recognised(slug: str, at: int) -> None:
    notes = Notes()
    assert platform_of(SAMPLES[slug][at], notes) == slug
    assert not notes.faults


def test_what_nobody_knows_is_said() -> None:
    notes = Notes()
    assert platform_of(handed("x.png", b"\x89PNG"), notes) is None
    assert notes.faults[0].hint is not None
    assert dict(notes.faults[0].hint.values)["platforms"] == tuple(PLATFORMS)


def test_cap_collectif_takes_each_proposal_once() -> None:
    sent, notes = read("cap-collectif", SAMPLES["cap-collectif"][0])
    body = "Un banc **place** d'Armes.\n\n- à l'ombre\n- au soleil"
    assert brief(sent) == [
        ("1-1", "Un banc", body, "Voirie"),
        ("proposal2", "Un bus", "Un bus la nuit.", "Mobilités"),
    ]
    assert sent is not None
    assert (sent[0].day, sent[0].author, sent[0].url) == (date(2019, 2, 3), "u1", "https://x.example/1")
    assert sent[0].tally == Tally(1)
    assert (sent[0].span.line, sent[0].body.span.column) == (2, 14)
    assert said(notes) == [
        (2, 5, "{n} vote is declared, and {counted} found in the rows"),
        (8, 1, "this proposal is not published on the platform: it was left aside"),
        (1, 1, "{n} row “{kind}” was left aside: only proposals are taken"),
    ]


def test_replies_to_a_questionnaire_stand_under_its_questions() -> None:
    sent, notes = read("cap-collectif", SAMPLES["cap-collectif"][1])
    answers = "**Votre idée ?**\n\nUn banc\n\n**Où ?**\n\nPlace d'Armes"
    assert brief(sent) == [("reply1", "", answers, ""), ("reply2", "", "Un bus la nuit", "")]
    assert [line for line, _, _ in said(notes)] == [4, 5]


@pytest.mark.parametrize("at", [0, 2])
def test_decidim_in_a_table_or_an_archive(at: int) -> None:
    sent, notes = read("decidim", SAMPLES["decidim"][at])
    assert brief(sent) == [
        ("7", "Un banc", "Un banc place d'Armes.", "Voirie"),
        ("8", "A bus", "A night bus", ""),
    ]
    assert sent is not None
    assert [one.tally for one in sent] == [Tally(4), Tally(0)]
    compared = [(3, 1, "{n} comment is declared, and {counted} found in the rows")] if at else []
    aside = [(4, 1, "its author took this proposal back: it was left aside")]
    assert sorted(said(notes)) == sorted([*compared, *aside])


def test_decidim_as_json() -> None:
    sent, notes = read("decidim", SAMPLES["decidim"][1])
    assert brief(sent)[0] == ("7", "Un banc", "Un banc place d'Armes.", "Voirie")
    assert brief(sent)[1] == ("8", "A bus", "A night bus", "")
    assert not said(notes)


def test_an_archive_without_proposals_or_without_end_is_refused() -> None:
    assert read("decidim", handed("open.zip", zipped({"open-data-users.csv": "id\n1\n"})))[0] is None
    _, notes = read("decidim", handed("open.zip", zipped({"open-data-proposals.csv": "0" * 60_000_000})))
    assert said(notes) == [(1, 1, "this archive is too large once unpacked")]
    _, notes = read("decidim", handed("open.zip", zipped(OPEN_DATA)[:-40]))
    assert said(notes) == [(1, 1, "this archive cannot be read ({reason})")]


def test_consul_from_its_interface_and_its_open_data() -> None:
    sent, notes = read("consul", SAMPLES["consul"][0])
    assert brief(sent) == [("3", "Un banc", "Un banc place d'Armes.", "Voirie")]
    assert sent is not None
    assert (sent[0].tally, sent[0].author, sent[0].day) == (Tally(12), "5", date(2019, 2, 3))
    assert said(notes) == [(2, 1, "its author took this proposal back: it was left aside")]
    sent, _ = read("consul", handed("p.csv", CONSUL_CSV))
    assert brief(sent) == [("3", "Un banc", "Place d'Armes", "")]


def test_loomio_takes_the_reasons() -> None:
    sent, notes = read("loomio", SAMPLES["loomio"][0])
    assert brief(sent) == [
        ("11", "Oui", "Un banc place d'Armes", "Des bancs ?"),
        ("13", "Non", "Trop cher", "Des bancs ?"),
    ]
    assert said(notes) == [(7, 1, "“{option}”: {n} vote is declared, and {counted} found in the rows")]
    assert read("loomio", handed("poll.csv", LOOMIO.partition("votes\n")[0]))[0] is None


def test_polis_keeps_the_last_vote_of_each() -> None:
    sent, notes = read("polis", SAMPLES["polis"][0])
    assert brief(sent) == [("1", "", "Un banc place d'Armes", ""), ("2", "", "Un bus la nuit", "")]
    assert sent is not None
    assert [one.tally for one in sent] == [Tally(1, 1, 0), Tally(1, 1, 1)]
    assert [text for _, _, text in said(notes)] == [
        "{n} vote was given again: the last one counts",
        "{agrees} for and {disagrees} against are declared; the votes say {agree} and {disagree}",
        "moderation refused this comment: it was left aside",
        "{n} vote is declared, and {counted} found in the rows",
        "{n} comment is declared, and {counted} taken",
    ]
    alone, _ = read("polis", handed("comments.csv", POLIS["comments.csv"]))
    assert alone is not None
    assert alone[0].tally == Tally(2, 0)


def test_letters_without_what_they_quote() -> None:
    sent, notes = read("mail", SAMPLES["mail"][0])
    assert sent is not None
    assert [(one.title.value, one.body.value) for one in sent] == [
        ("Un banc", "Un banc place d'Armes."),
        ("Un bus", "Un bus **la nuit**."),
    ]
    assert [one.day for one in sent] == [date(2019, 2, 3), date(2019, 2, 4)]
    assert [one.span.line for one in sent] == [1, 15]
    assert [one.author for one in sent] == ["u1@mail.fr", "u2@mail.fr"]
    assert sent[0].key == "<abc@mail.fr>"
    assert not said(notes)


def test_a_table_by_its_usual_titles() -> None:
    sent, _ = read("table", SAMPLES["table"][0])
    assert brief(sent) == [("", "Un banc", "Place d'Armes", "Voirie"), ("", "", "Un bus", "")]
    assert sent is not None
    assert sent[0].day == date(2019, 2, 3)


def test_a_form_by_the_columns_that_were_declared() -> None:
    sent, _ = read("table", handed("form.csv", FORM), columns=FORM_COLUMNS)
    answers = "**Votre idée**\n\nUn banc\n\n**Où ?**\n\nPlace d'Armes"
    assert brief(sent) == [("", "", answers, ""), ("", "", "Un bus la nuit", "")]
    assert sent is not None
    assert (sent[0].span.line, sent[0].author) == (3, "u1@mail.fr")


def test_a_form_that_nobody_explained_lists_its_columns() -> None:
    sent, notes = read("table", handed("form.csv", "Horodateur,Quoi ?\n2019-02-03,Un banc\n"))
    assert sent is None
    assert notes.faults[0].hint is not None
    assert len(dict(notes.faults[0].hint.values)["columns"]) == 2  # type: ignore[arg-type]
    sent, notes = read("table", handed("form.csv", "Horodateur,Idée\n1,2\n"), columns=FORM_COLUMNS)
    assert sent is None
    assert said(notes) == [(1, 1, "there is no column “{name}” here")]


def test_two_exports_of_a_platform_are_read_one_after_the_other() -> None:
    sent, _ = read("cap-collectif", (*SAMPLES["cap-collectif"][0], *SAMPLES["cap-collectif"][1]))
    assert [key for key, *_ in brief(sent)] == ["1-1", "proposal2", "reply1", "reply2"]
    assert CAP.startswith("\ufeff")
