"""Proxies: who may carry whose voice, and how many are represented."""

import pytest

from collectif_cli.render.language import language
from collectif_cli.voting.electorate import voters_of
from collectif_cli.voting.proxies import proxy_faults
from tests.voting.texts import programme

VOTE = """
== programme/votes/ag/vote.yaml ==
title: Assemblée générale
date: 2025-05-03
rule: {method: majority, base: present-and-represented, threshold: "> 1/2"}
electorate:
  kind: present
  present: 12
  classes: [adherent, actif, fondateur]
  most_proxies: 2
  proxies:
PROXIES
ballots: anonymous
questions: [{id: q, title: Approuver les comptes}]
"""


def faults(*proxies: str) -> list[str]:
    lines = "\n".join(f"    - {{{one}}}" for one in proxies)
    (vote,) = programme(VOTE.replace("PROXIES", lines)).votes.values()
    english = language("en")
    return [english.say(one.message) for one in proxy_faults(vote.electorate)]


@pytest.mark.parametrize(
    ("giver", "carrier", "allowed"),
    [
        ("adherent", "adherent", True),
        ("adherent", "fondateur", True),
        ("actif", "fondateur", True),
        ("fondateur", "fondateur", True),
        ("actif", "adherent", False),
        ("fondateur", "actif", False),
    ],
)
def test_a_voice_goes_to_the_same_class_or_a_higher_one(giver: str, carrier: str, allowed: bool) -> None:
    assert (faults(f"from: m1, class: {giver}, to: m2, of: {carrier}") == []) is allowed


def test_each_kind_of_fault_is_told() -> None:
    one = "class: actif, of: actif"
    assert faults(f"from: m1, to: m2, {one}", f"from: m1, to: m3, {one}") == ["“m1” gives a proxy twice"]
    assert faults(f"from: m1, to: m2, {one}", f"from: m2, to: m3, {one}") == [
        "“m2” gave a proxy, and is given one"
    ]
    assert faults("from: m1, to: m2, class: president, of: actif") == [
        "the class of “m1” is not one of the vote"
    ]
    assert faults("from: m1, to: m2, class: actif") == ["the class of “m2” is not one of the vote"]
    assert faults(*(f"from: m{n}, to: m9, {one}" for n in range(4))) == ["“m9” carries more than 2 proxies"]


def test_each_proxy_is_somebody_represented() -> None:
    lines = "\n".join(f"    - {{from: m{n}, class: actif, to: n{n}, of: actif}}" for n in range(3))
    read = programme(VOTE.replace("PROXIES", lines))
    (vote,) = read.votes.values()
    voters = voters_of(vote, read.plenaries, read.groups, read.candidates)
    assert (voters.present, voters.represented) == (12, 3)
    assert faults("from: m1, class: actif, to: m2, of: actif") == []
