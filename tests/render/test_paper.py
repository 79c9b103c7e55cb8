"""The paper of a vote says how it is filled in, within the width of the screen."""

import pytest

from collectif_cli.model.vote import DecisionRule, Vote
from collectif_cli.render.language import language
from collectif_cli.render.paper import Paper, paper_text
from collectif_cli.voting.declared import rule_of
from collectif_cli.voting.keys import keys_of
from tests.voting.texts import programme

VOTE = """
== programme/votes/pique-nique/vote.yaml ==
title: Où irons-nous pique-niquer ensemble au printemps, si le temps le permet et si tout le monde est là ?
date: 2025-05-03
rule: {RULE}
electorate: {kind: present, present: 12}
ballots: anonymous
questions:
  - id: lieu
    title: Le lieu
    options: [{id: lac, title: Au bord du lac}, {id: place, title: Sur la place}]
"""


def paper(rule: str, code: str, width: int = 80) -> str:
    made = programme(VOTE.replace("RULE", rule))
    vote: Vote = made.votes["pique-nique"]
    declared = rule_of(vote, made.collective)
    assert isinstance(declared, DecisionRule)
    questions = tuple((one, keys_of(one, declared.method.value, {})) for one in vote.questions)
    return paper_text(Paper(vote, declared, "Q7K9-2M", questions), language(code), width)


@pytest.mark.parametrize(
    ("rule", "english", "french"),
    [
        (
            "method: majority-judgment, grades: [Bad, Fair, Good]",
            "one grade for each, from the worst to the best: Bad · Fair · Good",
            "une mention pour chacune, de la moins bonne à la meilleure\u00a0: Bad · Fair · Good",
        ),
        (
            "method: dots, points: 5, most_on_one: 2",
            "5 dots to share out, at most 2",
            "5 gommettes à répartir",
        ),
        ("method: dots, points: 1, most_on_one: 1", "1 dot to share out", "1 gommette à poser"),
        ("method: score, points: 20", "from 0 (the worst) to 20", "de 0 (le moins bon) à 20"),
        ("method: approval", "as many answers as you like", "autant de réponses que vous voulez"),
        ("method: schulze", "a rank for each", "un rang pour chacune"),
        ("method: plurality", "one answer", "une seule réponse"),
    ],
)
def test_paper_says_how_it_is_filled_in(rule: str, english: str, french: str) -> None:
    assert english in paper(rule, "en")
    assert french in paper(rule, "fr")


@pytest.mark.parametrize("width", [40, 60, 80])
def test_paper_keeps_within_the_width(width: int) -> None:
    for rule in ("method: majority-judgment, grades: [À rejeter, Insuffisant, Passable, Bien, Très bien]",):
        assert max(map(len, paper(rule, "fr", width).splitlines())) <= width
