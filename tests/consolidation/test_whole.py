"""The consolidated programme: order, numbers, places, piles, words, and how each text was decided."""

from pathlib import Path

from tests.consolidation.programmes import whole


def test_numbers_follow_the_outline_and_the_first_place_is_the_main_one(tmp_path: Path) -> None:
    """
    == programme/outline.yaml ==
    outline:
      - {id: ville, title: La ville, children: [{id: rues, title: Les rues, proposals: [velo]}]}
      - {id: nature, title: La nature, proposals: [arbres, velo, brouillon]}
    == programme/proposals/arbres.md ==
    ---
    {title: Des arbres, group: g, status: adopted}
    ---
    == programme/proposals/velo.md ==
    ---
    {title: Le vélo, group: g, status: adopted}
    ---
    == programme/proposals/zebre.md ==
    ---
    {title: Sans place, group: g, status: adopted}
    ---
    == programme/proposals/brouillon.md ==
    ---
    {title: Brouillon, group: g, status: draft}
    ---
    """
    made = whole(test_numbers_follow_the_outline_and_the_first_place_is_the_main_one, tmp_path)
    assert [(text.number, text.proposal.id, text.places) for text in made.adopted()] == [
        (1, "velo", ("1.1", "2")),
        (2, "arbres", ("2",)),
        (3, "zebre", ()),
    ]
    assert [text.proposal.id for text in made.unplaced] == ["zebre"]
    assert [(one.id, one.number) for one in made.chapters[1].mentions] == [("velo", 1)]
    assert [(one.status, one.number) for one in made.left_out] == [("draft", 1)]


def test_what_is_not_decided_stands_apart_by_status(tmp_path: Path) -> None:
    """
    == programme/outline.yaml ==
    outline: [{id: ville, title: La ville, proposals: [a, b]}]
    == programme/proposals/a.md ==
    ---
    {title: A, group: g, status: divisive}
    ---
    == programme/proposals/b.md ==
    ---
    {title: B, group: g, status: consensual}
    ---
    """
    made = whole(test_what_is_not_decided_stands_apart_by_status, tmp_path)
    assert list(made.adopted()) == []
    assert [(pile.status, pile.texts[0].number, pile.texts[0].places) for pile in made.undecided] == [
        ("consensual", None, ("1",)),
        ("divisive", None, ("1",)),
    ]
    assert made.chapters[0].is_empty


def test_variants_and_minority_position_are_kept_apart(tmp_path: Path) -> None:
    """
    == programme/proposals/a.md ==
    ---
    {title: A, group: g, status: divisive}
    ---
    Avant. <!-- caché -->
    ## Constat
    Oui.
    ### Un détail
    Encore.
    ## Variantes
    Au choix.
    ### a : peu
    Un.
    #### pourquoi
    Parce que.
    ### b : beaucoup
    Deux.
    ## Position minoritaire
    Non.
    ## Exemples
    Ici.
    """
    (pile,) = whole(test_variants_and_minority_position_are_kept_apart, tmp_path).undecided
    wording = pile.texts[0].wording
    assert wording.main == "Avant. \n## Constat\nOui.\n### Un détail\nEncore.\n## Exemples\nIci.\n"
    assert wording.before_variants == "Au choix."
    assert wording.variants == (("a : peu", "Un.\n#### pourquoi\nParce que."), ("b : beaucoup", "Deux."))
    assert wording.minority == "Non."


def test_acts_say_when_how_and_what_is_known_of_the_count(tmp_path: Path) -> None:
    """
    == collectif.yaml ==
    schema: 1
    name: Collectif
    language: fr
    decision_rules:
      wording: {method: plurality}
      discret: {method: plurality, disclose: outcome}
    == programme/proposals/a.md ==
    ---
    {title: A, group: g, status: adopted, decisions: [2019-09-24-p/d1]}
    ---
    == programme/plenaries/2019-09-24-p.md ==
    ---
    number: 11
    date: 2019-09-24
    decisions:
      - {id: d1, kind: adopt, on: [a], how: consent}
      - {id: d2, kind: reword, on: [a], how: show-of-hands, vote: mots}
      - {id: d3, kind: reword, on: [a], how: show-of-hands, vote: mots, record: undisclosed}
      - {id: d4, kind: mandate, on: [a], how: consent}
    ---
    == programme/votes/mots/vote.yaml ==
    title: Mots
    date: 2019-09-24
    rule: wording
    electorate: {kind: present, present: 3, represented: 0}
    ballots: counts
    questions: [{id: q, title: Q, on: [a], options: [{id: x, title: X}, {id: y, title: Y}]}]
    == programme/votes/mots/counts.yaml ==
    cast: 3
    questions: {q: {options: {x: 2, y: 1}}}
    == programme/votes/secret/vote.yaml ==
    title: Secret
    date: 2019-10-01
    rule: discret
    electorate: {kind: present, present: 3, represented: 0}
    ballots: counts
    questions: [{id: q, title: Q, on: [a], options: [{id: x, title: X}, {id: y, title: Y}]}]
    == programme/votes/secret/counts.yaml ==
    cast: 3
    questions: {q: {options: {x: 3, y: 0}}}
    == programme/votes/urne/vote.yaml ==
    title: Urne
    date: 2019-10-02
    rule: wording
    electorate: {kind: present}
    ballots: sealed
    questions: [{id: q, title: Q, on: [a], options: [{id: x, title: X}, {id: y, title: Y}]}]
    """
    (text,) = whole(test_acts_say_when_how_and_what_is_known_of_the_count, tmp_path).adopted()
    acts = {act.id: act for act in text.acts}
    assert list(acts) == ["2019-09-24-p/d1", "2019-09-24-p/d2", "2019-09-24-p/d3", "secret", "urne"]
    assert [act.adopts for act in text.acts] == [True, False, False, False, False]
    counted = acts["2019-09-24-p/d2"].known.counted[0]
    assert counted.told
    assert [total.votes for total in counted.result.totals] == [2, 1]
    assert acts["2019-09-24-p/d3"].known.record == "undisclosed"
    assert acts["2019-09-24-p/d3"].known.counted == ()
    assert not acts["secret"].known.counted[0].told
    assert acts["urne"].known == ("sealed", (), (), False)


def test_words_of_the_glossary_are_those_used_in_any_plural(tmp_path: Path) -> None:
    """
    == programme/glossary.yaml ==
    bailleur social: Loue des logements.
    captage: Prend l'eau.
    régie: Service direct.
    plan local d'urbanisme: Dit où bâtir.
    == programme/proposals/a.md ==
    ---
    {title: Des bailleurs sociaux, group: g, status: adopted}
    ---
    Les CAPTAGES et le plan local d’urbanisme ; une région n'est pas autre chose.
    """
    made = whole(test_words_of_the_glossary_are_those_used_in_any_plural, tmp_path)
    assert [term.word.value for term in made.terms] == [
        "bailleur social",
        "captage",
        "plan local d'urbanisme",
    ]
