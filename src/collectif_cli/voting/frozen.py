"""What is fixed when a vote opens, as a tree that is written into ``vote.yaml``, and the digest of all of it.

The digest is the SHA-256 of one line of JSON (no space, non-ASCII letters as they are, UTF-8, NFC) holding
the id of the vote, everything above ``frozen:`` that may not move, and everything under it but the digest
itself. What may still be written after the opening is outside: the attendance of the plenary,
``expected_ballots``, ``closed``, ``drawn``, ``cancelled``, the ballots. So is what names people and may have
to be erased: the roll, whose commitments are inside, and the proxies, whose number is.
"""

import json
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from hashlib import sha256
from typing import Any

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.moment import Moment
from collectif_cli.model.record import Node, Record, plain, record
from collectif_cli.model.source import Located
from collectif_cli.model.threshold import Threshold
from collectif_cli.model.vote import DecisionRule, Electorate, Frozen, Question, Quorum, Stratum, Vote
from collectif_cli.voting.commitments import compare_roll

_WITHOUT = ("span", "name", "quorum", "second_call")


def frozen_digest(vote: Vote, frozen: Frozen) -> str:
    """Give ``sha256:`` and the digest of what the vote froze, as the texts say it now."""
    whole = record(("vote", str(vote.id)), ("asked", _head(vote)), ("frozen", frozen_record(frozen)))
    line = json.dumps(plain(whole), ensure_ascii=False, separators=(",", ":"))
    return f"sha256:{sha256(unicodedata.normalize('NFC', line).encode()).hexdigest()}"


def frozen_faults(vote: Vote) -> Iterator[Finding]:
    """Yield that what was fixed at the opening is not what the texts say now."""
    if vote.frozen is None:
        return
    if frozen_digest(vote, vote.frozen) != vote.frozen.digest.value:
        hint = message("put back what was there: git log -p -- {path}", path=vote.span.path)
        said = message("this vote was changed after it opened: its digest is another one")
        yield Finding(vote.frozen.digest.span, said, hint)


def roll_faults(vote: Vote) -> Iterator[Finding]:
    """Yield the lines of the roll that it did not have when the vote opened."""
    committed = [one.value for one in vote.frozen.electorate.commitments] if vote.frozen else []
    if vote.roll is not None and committed:
        for stranger in compare_roll(vote.roll.entries, committed).strangers:
            said = message("“{entry}” was not on the roll when the vote opened", entry=stranger.entry)
            hint = message("lines may be taken away from the roll, and none may be added or changed")
            yield Finding(stranger.span, said, hint)


def frozen_record(frozen: Frozen) -> Record:
    """Give the frozen part as it is written, but for its digest."""
    electorate = frozen.electorate
    return record(
        ("date", written(frozen.date)),
        ("commit", written(frozen.commit)),
        ("rule", rule_record(frozen.rule)),
        (
            "electorate",
            record(
                ("count", written(electorate.count)),
                ("represented", written(electorate.represented)),
                ("commitments", tuple(one.value for one in electorate.commitments) or None),
            ),
        ),
        (
            "texts",
            tuple(
                record(
                    ("id", text.id.value),
                    ("blob", text.blob.value),
                    ("digest", text.digest.value),
                    ("under", written(text.under)),
                )
                for text in frozen.texts
            )
            or None,
        ),
        ("questions", questions_record(frozen.questions)),
    )


def rule_record(rule: DecisionRule) -> Record:
    """Give a rule in full: every convention that it declares, and the quorum even when there is none."""
    after = rule.second_call
    conventions = (
        (name, convention(getattr(rule, name))) for name in type(rule)._fields if name not in _WITHOUT
    )
    method, *others = conventions
    return record(
        method,
        ("quorum", quorum_record(rule.quorum)),
        (
            "second_call",
            record(("after", f"{after.after.value} days"), ("quorum", quorum_record(after.quorum)))
            if after
            else None,
        ),
        *others,
    )


def questions_record(questions: Iterable[Question]) -> tuple[Node, ...]:
    """Give the questions with their options, in order."""
    return tuple(
        record(
            ("id", one.id.value),
            ("title", one.title.value),
            ("on", tuple(on.value for on in one.on) or None),
            (
                "options",
                tuple(
                    record(
                        ("id", option.id.value),
                        ("title", option.title.value),
                        ("sex", written(option.sex)),
                        ("stratum", written(option.stratum)),
                    )
                    for option in one.options
                )
                or None,
            ),
        )
        for one in questions
    )


def written(located: Located[Any] | None) -> str | int | None:
    """Give a value as it is written in the texts."""
    if located is None:
        return None
    value = located.value
    if isinstance(value, Moment):
        return value.instant.isoformat() if value.instant else value.day.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Fraction | Threshold) else value


def _head(vote: Vote) -> Record:
    """Give what stands above ``frozen:`` and may not move; the rule and the questions are copied under it."""
    return record(
        ("title", vote.title.value),
        ("plenary", written(vote.plenary)),
        ("date", written(vote.date)),
        ("opens", written(vote.opens)),
        ("closes", written(vote.closes)),
        ("second_call_of", written(vote.second_call_of)),
        ("ballots", vote.ballots.value),
        ("electorate", _electorate(vote.electorate)),
        ("questions", questions_record(vote.questions)),
    )


def _electorate(electorate: Electorate) -> Record:
    return record(
        ("kind", electorate.kind.value),
        ("group", written(electorate.group)),
        ("date", written(electorate.date)),
        ("present", written(electorate.present)),
        ("represented", written(electorate.represented)),
        ("registered", written(electorate.registered)),
        ("classes", tuple(one.value for one in electorate.classes) or None),
        ("most_proxies", written(electorate.most_proxies)),
    )


def quorum_record(quorum: Quorum | None) -> Node:
    """Give a quorum as it is written in the texts."""
    if quorum is None:
        return "none"
    return record(("of", quorum.of.value), ("at_least", str(quorum.at_least.value)))


def convention(said: Any) -> Node | None:
    """Give what a rule says of a convention, a word, a list or the places of strata; None for nothing."""
    if isinstance(said, tuple) and said and isinstance(said[0], Stratum):
        return Record(tuple((one.name.value, one.places.value) for one in said))
    if isinstance(said, tuple) and not isinstance(said, Located):
        return tuple(one.value for one in said) or None
    return written(said)
