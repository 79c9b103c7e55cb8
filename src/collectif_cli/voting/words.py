"""The words of a counting sheet for what has a short name in the rule: thresholds, bases, outcomes."""

from collections.abc import Mapping
from fractions import Fraction

from collectif_cli.model.message import Message, Value, message
from collectif_cli.model.threshold import Threshold
from collectif_cli.voting.outcome import Alternative, Outcome, Verdict

# Titles of the options by their ids, as people read them; those that the tool gives are messages.
Titles = Mapping[str, Value]

_SHARES: dict[tuple[str, Fraction], Message] = {
    (">", Fraction(1, 2)): message("more than half"),
    (">=", Fraction(1, 2)): message("at least half"),
    (">", Fraction(2, 3)): message("more than two thirds"),
    (">=", Fraction(2, 3)): message("at least two thirds"),
    (">", Fraction(3, 4)): message("more than three quarters"),
    (">=", Fraction(3, 4)): message("at least three quarters"),
}


_METHODS: dict[str, Message] = {
    "majority": message("majority vote"),
    "plurality": message("most votes"),
    "consent": message("consent"),
    "approval": message("approval vote"),
    "dots": message("dots shared out"),
    "score": message("vote by scores"),
    "borda": message("points by rank (Borda)"),
    "majority-judgment": message("majority judgment"),
    "condorcet": message("duels (Condorcet)"),
    "schulze": message("duels (Schulze)"),
    "ranked-pairs": message("duels (ranked pairs)"),
    "irv": message("instant runoff"),
    "stv": message("single transferable vote"),
    "nomination": message("nomination"),
    "sans-candidat": message("election without candidates"),
    "sortition": message("drawing of lots"),
}


def method(slug: str) -> Message:
    """Give the name of a method."""
    return _METHODS[slug]


def share(threshold: Threshold) -> Message:
    """Give a threshold in words."""
    known = _SHARES.get((threshold.sign, threshold.share))
    if known is not None:
        return known
    if threshold.sign == ">":
        return message("more than {share}", share=str(threshold.share))
    return message("at least {share}", share=str(threshold.share))


def base(name: str) -> Message:
    """Give what the base of that name is made of."""
    return {
        "expressed": message("the votes expressed"),
        "expressed-and-blank": message("the votes expressed and the blank ballots"),
        "cast": message("all who voted"),
        "present": message("all who were present"),
        "present-and-represented": message("all who were present or represented"),
        "registered": message("all who are registered"),
    }[name]


def outcome(of: Outcome, titles: Titles) -> Message:
    """Give an outcome in a few words."""
    if of.verdict is Verdict.ELECTED and len(of.options) == 1:
        return message("“{option}” is chosen", option=titles[of.options[0]])
    if of.verdict is Verdict.ELECTED:
        return message("chosen: {options}", options=tuple(titles[option] for option in of.options))
    if of.verdict is Verdict.TIE:
        return message("a tie")
    return {
        Verdict.ADOPTED: message("adopted"),
        Verdict.REJECTED: message("rejected"),
        Verdict.NO_QUORUM: message("no decision, for want of a quorum"),
        Verdict.UNDECIDED: message("nothing is decided"),
    }[of.verdict]


def convention(alternative: Alternative) -> Message:
    """Give another convention in a few words."""
    if alternative.convention == "base":
        return message("if the share were taken of {base}", base=base(alternative.value))
    if alternative.convention == "absolute-majority":
        return message("if it took more than half of {base}", base=base(alternative.value))
    if alternative.convention == "threshold":
        sign, _, written = alternative.value.partition(" ")
        return message("if it took {share}", share=share(Threshold(sign=sign, share=Fraction(written))))
    if alternative.convention == "method":
        return message("by another method, {method}", method=method(alternative.value))
    return _CONVENTIONS[alternative.convention, alternative.value]


_CONVENTIONS: dict[tuple[str, str], Message] = {
    ("quorum", "none"): message("if there were no quorum"),
    ("ties", "kept"): message("if no lot were drawn"),
    ("ties", "majority-value"): message("if options of the same grade were parted, a grade at a time"),
    ("unranked", "last"): message("if the options without a rank were placed last"),
    ("unranked", "refused"): message("if a ballot had to rank every option"),
    ("unranked", "ignored"): message("if a ballot did not count for the options without a rank"),
    ("not_judged", "worst-grade"): message("if an empty cell were worth the lowest there is"),
    ("not_judged", "ignored"): message("if each option were judged only by those who graded it"),
    ("equal_ranks", "allowed"): message("if equal ranks were allowed"),
    ("equal_ranks", "refused"): message("if a ballot with equal ranks were set aside"),
    ("strength", "winning-votes"): message("if a duel were worth the votes of its winner"),
    ("strength", "margins"): message("if a duel were worth the difference of the two sides"),
    ("positions", "tournament"): message("if options that share places had the mean of their points"),
    ("positions", "positional"): message("if options that share places had the points of the first of them"),
    ("defects", "skip"): message("if a defect of the paper were passed over"),
    ("defects", "exhaust"): message("if a ballot stopped at its first defect"),
    ("defects", "invalid"): message("if a ballot with a defect were set aside"),
    ("skipped_ranks", "skip"): message("if a skipped rank were passed over"),
    ("skipped_ranks", "exhaust"): message("if a ballot stopped at the first rank it skips"),
    ("skipped_ranks", "invalid"): message("if a ballot that skips a rank were set aside"),
    ("objections", "all"): message("if every objection that was raised had stood"),
    ("declined", "next"): message("if the next one came up for somebody who declines"),
    ("declined", "empty"): message("if the place of somebody who declines stayed empty"),
    ("default_option", "none"): message("if no option had to be beaten"),
}
