"""The pictures of counting sheets: well made whatever people wrote, and never more than their table says."""

import re
from fractions import Fraction
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collectif_cli.render.language import language
from collectif_cli.render.pictures.all_pictures import PICTURES, picture_of
from collectif_cli.render.pictures.markup import element, percent, text
from collectif_cli.render.pictures.shades import shades
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.all_workings import WORKINGS
from collectif_cli.voting.tally import Tally
from collectif_cli.voting.workings.drawn import Drawn
from collectif_cli.voting.workings.named import Named
from collectif_cli.voting.workings.objections import Objections
from tests.voting.texts import tallied

VOTE = """
== programme/votes/v/vote.yaml ==
title: V
rule: {RULE}
electorate: {kind: roll, registered: 99}
ballots: anonymous
questions: [{id: q, title: Q, options: [OPTIONS]}]
== programme/votes/v/ballots.csv ==
"""
TITLES = {"a": "Aulne", "b": "Bouleau <script>alert(1)</script> & “Co”", "c": "Chêne " * 40, "d": "Doum"}
RANKS = "unranked: last, equal_ranks: allowed"
RULES = {
    "majority": 'method: majority, base: cast, threshold: "> 1/2"',
    "plurality": "method: plurality",
    "approval": 'method: approval, base: cast, threshold: "> 1/2"',
    "dots": "method: dots, points: 5, most_on_one: 3",
    "score": "method: score, points: 20, not_judged: ignored",
    "majority-judgment": "method: majority-judgment, grades: [Non, Oui, Ravi], not_judged: worst-grade, "
    "ties: majority-value",
    "borda": f"method: borda, positions: tournament, {RANKS}",
    "condorcet": f"method: condorcet, {RANKS}",
    "schulze": f"method: schulze, strength: margins, {RANKS}",
    "ranked-pairs": f"method: ranked-pairs, strength: margins, {RANKS}, ties: kept",
    "irv": "method: irv, defects: skip, ties: kept",
    "stv": "method: stv, variant: scottish, seats: 2, defects: skip, ties: kept",
}
CELLS = {
    "approval": st.sampled_from(["1", ""]),
    "dots": st.sampled_from(["0", "1"]),
    "score": st.sampled_from(["", "0", "7", "20"]),
    "majority-judgment": st.sampled_from(["", "Non", "Oui", "Ravi"]),
}


def counted(method: str, rows: list[list[str]], options: str = "abcd", rule: str = "") -> Tally:
    listed = ", ".join(f"{{id: {one}, title: '{TITLES[one]}'}}" for one in options)
    columns = "q" if method in {"majority", "plurality"} else ";".join(f"q.{one}" for one in options)
    lines = [f"ballot;{columns}"] + [";".join([str(n), *row]) for n, row in enumerate(rows, start=1)]
    text = VOTE.replace("RULE", ", ".join(filter(None, (RULES[method], rule)))).replace("OPTIONS", listed)
    found, findings = tallied(text + "\n".join(lines) + "\n")
    assert found is not None, findings
    return found


def drawn(tally: Tally, code: str = "en") -> str:
    return picture_of(tally, tally.questions[0], tally.results[0], language(code))


def tree_of(tally: Tally, code: str = "en") -> ElementTree.Element:
    return ElementTree.fromstring(drawn(tally, code))  # noqa: S314 - our own markup


def rows_of(figure: ElementTree.Element) -> list[list[str]]:
    return [["".join(cell.itertext()) for cell in row] for row in figure.iter("tr")]


def lines_of(figure: ElementTree.Element) -> list[ElementTree.Element]:
    return [one for one in figure.iter("div") if (one.get("class") or "").split()[:1] == ["line"]]


def said_of(line: ElementTree.Element) -> str:
    return "".join(line.findall("p")[1].itertext())


def ballots(method: str) -> st.SearchStrategy[list[list[str]]]:
    """Give ballots of a method on four options, some of them blank."""
    if method in {"majority", "plurality"}:
        one = st.sampled_from([*"abcd", ""]).map(lambda cell: [cell])
    elif method in CELLS:
        one = st.lists(CELLS[method], min_size=4, max_size=4)
    else:
        orders = st.permutations("abcd").flatmap(lambda order: st.integers(0, 4).map(lambda n: order[:n]))
        one = orders.map(lambda order: [str(order.index(o) + 1) if o in order else "" for o in "abcd"])
    return st.lists(one, min_size=1, max_size=12)


def test_each_method_has_its_rule_here() -> None:
    assert set(RULES) == set(METHODS) - {"consent", "nomination", "sortition"}


def test_each_kind_of_working_has_a_picture_but_those_that_would_mislead() -> None:
    assert set(PICTURES) == set(WORKINGS) - {Objections, Named, Drawn}


def test_consents_are_not_weighed_against_objections() -> None:
    """
    == programme/votes/v/vote.yaml ==
    title: V
    rule: {method: consent}
    electorate: {kind: present, present: 3, represented: 0}
    ballots: anonymous
    questions: [{id: q, title: Q}]
    == programme/votes/v/ballots.csv ==
    ballot;q
    1;consent
    2;concern
    3;objection
    """
    tally, _ = tallied(test_consents_are_not_weighed_against_objections.__doc__ or "")
    assert tally is not None
    assert drawn(tally) == ""


@pytest.mark.parametrize("method", RULES)
@settings(max_examples=25)
@given(st.data())
def test_whatever_is_voted_the_picture_is_well_made_and_holds_no_more_than_its_table(
    method: str, data: st.DataObject
) -> None:
    tally = counted(method, data.draw(ballots(method)))
    said = drawn(tally)
    assert said == drawn(tally)
    if not said:
        return
    figure = ElementTree.fromstring(said)  # noqa: S314 - our own markup
    assert not {"script", "image", "use", "a"} & {one.tag for one in figure.iter()}
    assert not [key for one in figure.iter() for key in one.attrib if key.startswith("on") or "href" in key]
    cells = {word for row in rows_of(figure) for cell in row for word in re.findall(r"\d[\d.,]*", cell)}
    for letters in figure.iter("text"):
        assert set(re.findall(r"\d[\d.,]*", "".join(letters.itertext()))) <= cells
    for line in lines_of(figure):
        assert set(re.findall(r"\d[\d.,]*", said_of(line))) <= cells
    shares = [
        Fraction(value[:-1]) for one in figure.iter() for value in one.attrib.values() if value.endswith("%")
    ]
    assert all(0 <= share <= 100 for share in shares)


@pytest.mark.parametrize("method", RULES)
def test_long_and_hostile_titles_are_whole_in_the_table(method: str) -> None:
    one = {"majority": ["a"], "plurality": ["a"], "majority-judgment": ["Oui"] * 4}
    full = {"approval": ["1"] * 4, "dots": ["1"] * 4}
    figure = tree_of(counted(method, [{**one, **full}.get(method, ["1", "2", "3", "4"])] * 3))
    named = " ".join(" ".join(row[0] for row in rows_of(figure)).split())
    assert all(" ".join(title.split()) in named for title in TITLES.values())


@pytest.mark.parametrize("method", RULES)
def test_nothing_is_drawn_of_blank_ballots(method: str) -> None:
    blank = [""] if method in {"majority", "plurality"} else [""] * 4
    assert drawn(counted(method, [blank, blank])) == ""


def test_the_eye_gets_the_bars_and_the_ear_the_table() -> None:
    figure = tree_of(counted("plurality", [["a"], ["a"], ["b"]]), "fr")
    (bars,) = (one for one in figure.iter("div") if one.get("class") == "drawn")
    assert bars.get("aria-hidden") == "true"
    (table,) = figure.iter("table")
    assert table.findtext("caption") == "Les voix de chaque option"
    assert [row[-1] for row in rows_of(figure)] == ["voix", "2", "1", "0", "0"]
    assert "Résultat\u00a0: «\u202fAulne\u202f» l’emporte." in "".join(figure.itertext())


def test_totals_have_the_line_of_what_is_asked_and_the_tick_of_who_wins() -> None:
    tally = counted("majority", [["a"]] * 5 + [["b"]] * 3)
    first, second, *_ = lines_of(tree_of(tally))
    assert (said_of(first), said_of(second)) == ("✓ 5 votes", "3 votes")
    (asked,) = (one for one in first.iter("line") if one.get("class") == "asked")
    assert asked.get("x1") == "100.00%"  # 5 are asked of 8: the bar of 5 reaches it
    assert "The dashed line: 5 votes, what the rule asks." in "".join(tree_of(tally).itertext())
    tied = counted("plurality", [["a"], ["b"]])
    assert [said_of(line) for line in lines_of(tree_of(tied))] == [
        "= 1 vote",
        "= 1 vote",
        "0 votes",
        "0 votes",
    ]


def test_a_mean_is_out_of_the_most_that_it_can_be() -> None:
    tally = counted("score", [["20", "7", "", "0"], ["7", "7", "", "0"]])
    figure = tree_of(tally, "fr")
    bars = [one.get("width") for one in figure.iter("rect") if one.get("class") == "bar"]
    assert bars == ["67.50%", "35.00%", "0.00%", "0.00%"]
    assert rows_of(figure)[1] == ["Aulne", "27", "2", "13,50"]
    assert [row[1:] for row in rows_of(figure)[3:]] == [["0", "0", "–"], ["0", "2", "0,00"]]


def test_the_profile_goes_from_the_best_grade_to_the_worst_around_the_middle() -> None:
    tally = counted(
        "majority-judgment", [["Oui", "Non"], ["Ravi", "Non"], ["Non", "Oui"], ["Oui", "Non"]], "ab"
    )
    first, second = lines_of(tree_of(tally))
    assert (said_of(first), said_of(second)) == ("✓ Oui −", "Non +")
    parts = [(one.get("x"), one.get("width")) for one in first.iter("rect") if one.get("fill", "")[0] == "#"]
    assert parts == [("0.00%", "25.00%"), ("25.00%", "50.00%"), ("75.00%", "25.00%")]
    (middle,) = (one for one in first.iter("line") if one.get("class") == "mark")
    assert middle.get("x1") == "50%"
    assert rows_of(tree_of(tally)) == [
        ["option", "Ravi", "Oui", "Non", "majority grade"],
        ["Aulne", "1", "2", "1", "Oui −"],
        [TITLES["b"], "0", "1", "3", "Non +"],
    ]


def test_the_worst_grade_is_hatched_and_no_other() -> None:
    figure = tree_of(counted("majority-judgment", [["Oui", "Non", "Ravi", "Non"]]))
    hatched = [one for one in figure.iter("rect") if one.get("fill") == "url(#worst)"]
    assert len(hatched) == 1 + 2  # in the legend, and the two options that have it


def test_each_duel_is_won_once_or_equal_twice() -> None:
    tally = counted(
        "condorcet", [["1", "2", "3", ""], ["2", "1", "3", ""], ["1", "3", "2", ""], ["3", "1", "2", ""]]
    )
    head, *rows = rows_of(tree_of(tally))
    assert [cell[0] for cell in head[1:]] == list("1234")
    signs = [[cell[-1:] if cell[-1:] in "✓=" else "." for cell in row[1:]] for row in rows]
    for one in range(4):
        for other in range(one):
            assert {signs[one][other], signs[other][one]} in ({"✓", "."}, {"="})
    assert ["=" in row for row in signs] == [True, True, False, False]


def test_a_dropped_option_is_said_to_be_and_stands_last() -> None:
    tally = counted("condorcet", [["1", "4", "2", "3"]] * 3, rule='default_option: d, beats: "> 1/2"')
    names = [row[0] for row in rows_of(tree_of(tally))[1:]]
    assert [name.partition(". ")[2][:5] for name in names] == ["Aulne", "Chêne", "Doum", "Boule"]
    assert [name.endswith("(dropped)") for name in names] == [False, False, False, True]


def test_rounds_alike_are_one_bar_and_each_option_says_how_it_ends() -> None:
    rows = [["1", "", "", ""]] * 5 + [["", "1", "", ""]] * 4 + [["", "2", "1", ""]] * 2 + [["2", "", "", "1"]]
    figure = tree_of(counted("irv", rows))
    assert [said_of(line) for line in lines_of(figure)] == [
        "= still in the running at the end",
        "= still in the running at the end",
        "✗ leaves in round 3",
        "✗ leaves in round 2",
    ]
    letters = [[one.text for one in line.iter("text")] for line in lines_of(figure)]
    assert letters == [["1", "2–3", "5", "6"], ["1–2", "3", "4", "6"], ["1–2", "2"], ["1", "1"]]
    assert [row[1:] for row in rows_of(figure)] == [
        ["round 1", "round 2", "round 3"],
        ["5", "6", "6"],
        ["4", "4", "6"],
        ["2", "2", "✗"],
        ["1", "✗", ""],
        ["7", "7", "7"],
    ]


def test_votes_with_decimals_are_written_whole() -> None:
    rows = [["1", "2", "", ""]] * 7 + [["1", "", "2", ""]] * 2 + [["", "", "1", ""]] * 2 + [["", "", "", "1"]]
    figure = tree_of(counted("stv", rows), "fr")
    assert [said_of(line) for line in lines_of(figure)] == [
        "✓ assez de voix au tour 1",
        "✓ prend un siège qui reste",
        "✗ retrait au tour 4",
        "✗ retrait au tour 3",
    ]
    first, second, *_, left, cut, needed = rows_of(figure)[1:]
    assert first[1:] == ["9 ✓", "5", "5", "5"]
    assert second[1:] == ["0", "3,11108", "3,11108", "3,11108"]
    assert left[1:] == ["0", "0", "1", "3,88888"]
    assert cut == ["perdu avec les décimales", "0", "0,00004", "0,00004", "0,00004"]
    assert needed[1:] == ["5"] * 4


@given(st.integers(1, 12))
def test_grades_are_told_apart_in_grey_and_their_numbers_are_read(number: int) -> None:
    found = shades(number)
    light = [_luminance(one.fill) for one in found]
    assert light == sorted(light)
    assert len(set(light)) == number
    for shade, under in zip(found, light, strict=True):
        over = 1.0 if shade.ink == "#fff" else 0.0
        assert (max(over, under) + 0.05) / (min(over, under) + 0.05) >= 4.5


def _luminance(colour: str) -> float:
    """Give the relative luminance of a colour (WCAG 2.2)."""
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_markup_is_escaped_and_shares_are_cut() -> None:
    assert (
        element("p", text("a <b> & “c”\nd"), class_='x"y')
        == '<p class="x&quot;y">a &lt;b&gt; &amp; “c” d</p>'
    )
    assert (percent(1, 3), percent(Fraction(2, 3)), percent(0, 7), percent(7, 7)) == (
        "33.33%",
        "66.66%",
        "0.00%",
        "100.00%",
    )
