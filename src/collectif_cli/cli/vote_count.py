"""What the verbs of a vote share: the vote that was named, its count, whether its figures may be shown."""

from pathlib import Path
from typing import NamedTuple

from collectif_cli.cli.context import Context
from collectif_cli.cli.vote_watched import watched
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.diagnostic import Diagnostic, Finding, Severity
from collectif_cli.model.message import message
from collectif_cli.model.nearest import nearest
from collectif_cli.model.plenary import Plenary
from collectif_cli.model.programme import Programme
from collectif_cli.model.vote import DecisionRule, Vote
from collectif_cli.store.ballots_elsewhere import with_ballots
from collectif_cli.store.sealed_box import with_box
from collectif_cli.voting.declared import no_rule, rule_of
from collectif_cli.voting.electorate import voters_of
from collectif_cli.voting.frozen import frozen_faults, roll_faults
from collectif_cli.voting.legible import illegible
from collectif_cli.voting.sealing import is_sealed, without_figures
from collectif_cli.voting.tally import Tally, tally

Faults = tuple[Diagnostic, ...]


class Count(NamedTuple):
    """A vote with what it was counted from; ``whole`` is never shown when the vote is ``sealed``.

    ``shown`` is what may be: the same tally, or the outcomes alone.
    """

    vote: Vote
    whole: Tally | None
    shown: Tally | None
    findings: tuple[Finding, ...] = ()
    sealed: bool = False


def vote_called(id: str, programme: Programme) -> Vote:
    """Give the vote of that id; raise UsageError, with the nearest, when there is none."""
    if id in programme.votes:
        return programme.votes[id]
    if any(one.kind == "vote" and one.id == id for one in programme.documents):
        raise Refused(
            message("{path} cannot be read", path=f"programme/votes/{id}/vote.yaml"),
            message("see what “collectif check” says of it"),
        )
    near = nearest(id, sorted(programme.votes))
    hint = message("did you mean “{near}”?", near=near) if near else message("see “collectif vote list”")
    raise UsageError(message("there is no vote “{id}”", id=id), hint)


def rule_called(vote: Vote, programme: Programme) -> DecisionRule:
    """Give the rule of a vote; raise Refused when the collective has no such rule."""
    rule = rule_of(vote, programme.collective)
    if rule is None:
        finding = no_rule(vote, programme.collective)
        raise Refused(finding.message, finding.hint)
    return rule


def plenary_of(vote: Vote, programme: Programme) -> Plenary | None:
    """Give the plenary of a vote, where it has one."""
    return programme.plenaries.get(vote.plenary.value) if vote.plenary else None


def with_file(context: Context, vote: Vote, ballots: Path | None) -> tuple[Vote, Faults]:
    """Give the vote, with the ballots of a file where one is named, and what is wrong in them."""
    faults: Faults = ()
    if ballots is not None:
        vote, faults = with_ballots(vote, context.start / ballots)
    return watched(context, vote), faults


def box_root(context: Context, at: str | None = None) -> Path | None:
    """Give where sealed boxes may lie: in the work tree, and nowhere for the past or a bare clone."""
    return None if at is not None or context.is_bare else context.root


def count(
    vote: Vote,
    programme: Programme,
    faults: Faults,
    root: Path | None = None,
    unread: Faults = (),
) -> Count:
    """Count a vote; ``root`` is where the box of a sealed one lies, None where it cannot be.

    ``unread`` are the faults of ballots that were read elsewhere.

    First what could not be read, then what was changed after the opening, then what does not fit.
    """
    rule = rule_of(vote, programme.collective)
    if rule is None:
        return Count(vote, None, None, (no_rule(vote, programme.collective),))
    secret = is_sealed(vote, rule)
    wrong = [one for one in unread if one.severity is Severity.ERROR]
    if secret and root is not None:
        vote, found = with_box(root, vote)
        wrong.extend(found)
    wrong.extend(illegible(vote, rule, plenary_of(vote, programme), faults))
    if wrong:
        findings = tuple(Finding(one.span, one.message, one.hint) for one in wrong)
        return Count(vote, None, None, findings, secret)
    stops = (*frozen_faults(vote), *roll_faults(vote))
    if stops:
        return Count(vote, None, None, stops, secret)
    voters = voters_of(vote, programme.plenaries, programme.groups, programme.candidates)
    whole, findings = tally(vote, rule, voters)
    shown = without_figures(whole) if whole is not None and secret else whole
    return Count(vote, whole, shown, findings, secret)
