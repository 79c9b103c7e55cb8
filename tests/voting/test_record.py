"""The record of a tally: the same ballots give the same bytes, and everything that was counted is in it."""

from collectif_cli.store.result_file import result_text
from collectif_cli.voting.record import result_record
from tests.voting.texts import tallied

VOTE = """
== programme/votes/2019-10-09-bus/vote.yaml ==
title: Bus
rule:
  method: majority
  base: expressed
  threshold: "> 1/2"
  quorum: {of: registered, at_least: "1/3"}
electorate: {kind: present, present: 7, represented: 0, registered: 20}
ballots: anonymous
questions: [{id: bus, title: Des bus le soir}]
== programme/votes/2019-10-09-bus/ballots.csv ==
"""
EXPECTED = """\
counted_by: "collectif/1"
vote: "2019-10-09-bus"
ballots_digest: "sha256:DIGEST"
record: recorded
rule:
  method: majority
  base: expressed
  threshold: "> 1/2"
  quorum:
    of: registered
    at_least: "1/3"
questions:
  - question: bus
    outcome: adopted
    figures:
      registered: 20
      present: 7
      represented: 0
      cast: 7
      invalid: 1
      blank: 1
      abstain: 0
      expressed: 5
    counts:
      for: 3
      against: 2
    base:
      of: expressed
      number: 5
    quorum:
      of: registered
      whole: 20
      needed: 7
      took_part: 7
      reached: true
    threshold:
      asked: "> 1/2"
      needed: 3
      votes: 3
      reached: true
    margin:
      ballots: 1
      leads_to: rejected
    sensitivity:
      - convention: base
        value: cast
        outcome: rejected
      - convention: base
        value: registered
        outcome: rejected
      - convention: base
        value: expressed-and-blank
        outcome: rejected
      - convention: threshold
        value: ">= 1/2"
        outcome: adopted
      - convention: quorum
        value: none
        outcome: adopted
    set_aside:
      - ballot: "7"
        reason: unknown-option
"""


def written(ballots: str) -> str:
    counted, findings = tallied(VOTE + ballots)
    assert counted is not None, findings
    return result_text(result_record(counted))


def test_record_holds_the_whole_count() -> None:
    from hashlib import sha256

    ballots = "ballot,bus\n1,pour\n2,pour\n3,pour\n4,contre\n5,contre\n6,\n7,peut-être\n"
    normal = "ballot\tbus\n1\tpour\n2\tpour\n3\tpour\n4\tcontre\n5\tcontre\n6\t\n7\tpeut-être\n"
    assert written(ballots) == EXPECTED.replace("DIGEST", sha256(normal.encode()).hexdigest())


def test_look_of_the_file_changes_no_byte() -> None:
    one = "ballot,bus\n1,pour\n2,\n3,contre\n4,pour\n5,pour\n6,pour\n7,contre\n"
    other = (
        "# saisi par deux personnes\nballot;bus\n\n7;contre\n6; pour\n5;pour\n4;pour\n3;contre\n2;\n1;pour"
    )
    assert written(one) == written(other)
    assert written(one) != written(one.replace("1,pour", "1,contre"))


def test_outcome_names_its_options_or_its_reason() -> None:
    counts = "{method: plurality, ties: lot, seed: X}"
    text = """
== programme/votes/v/vote.yaml ==
title: V
rule: RULE
electorate: {kind: present}
ballots: counts
questions: [{id: q, title: Q, options: [{id: a, title: A}, {id: b, title: B}]}]
== programme/votes/v/counts.yaml ==
COUNTS
"""

    def of(rule: str, told: str) -> str:
        counted, findings = tallied(text.replace("RULE", rule).replace("COUNTS", told))
        assert counted is not None, findings
        return result_text(result_record(counted))

    equal = "questions: {q: {options: {a: 2, b: 2}}}"
    assert "    outcome:\n      tie: [a, b]\n" in of("{method: plurality}", equal)
    assert "    outcome:\n      elected: [" in of(counts, equal)
    assert "by: lot\n        chosen: " in of(counts, equal)
    assert "    outcome:\n      undecided: missing\n" in of(counts, "record: missing")
    assert "    outcome:\n      undecided: nothing-expressed\n" in of(
        counts, "cast: 0\nquestions: {q: {options: {a: 0, b: 0}}}"
    )
