"""What each convention of a rule means, in a few words, for those who are asked for it or open the file."""

from collectif_cli.model.message import mark as _
from collectif_cli.render.language import Language

_COMMENTS: dict[str, str] = {
    "method": _("how the ballots are counted"),
    "base": _("what the share is taken of"),
    "threshold": _("the share it takes: > and >= differ"),
    "quorum": _("how many must take part"),
    "second_call": _("what follows when the quorum fails"),
    "unranked": _("what becomes of options without a rank"),
    "not_judged": _("what becomes of an option without a grade"),
    "equal_ranks": _("whether two options may share a rank"),
    "strength": _("how the strength of a duel is measured"),
    "ties": _("what settles a tie"),
    "defects": _("what becomes of a defect of the paper: a skipped rank, a name twice…"),
    "skipped_ranks": _("what becomes of a skipped rank"),
    "default_option": _("the option that the others must beat"),
    "beats": _("by how much they must beat it"),
    "seats": _("how many are chosen"),
    "women": _("how many women are designated"),
    "men": _("how many men are designated"),
    "strata": _("how many are drawn of each part of the people"),
    "most_names": _("how many names one may write"),
    "declined": _("what becomes of the place of somebody who declines"),
    "grades": _("from the worst to the best"),
    "points": _("how many points a ballot has"),
    "most_on_one": _("the most points on one option"),
    "positions": _("what places are worth that options share"),
    "variant": _("the variant of the method"),
    "disclose": _("whether the figures are told, or only the outcome"),
    "fallback": _("the rule that takes over when this one chooses nothing"),
    "seed": _("what a lot is drawn from"),
    "seed_from": _("the public draw announced, held once the vote is open"),
    "electorate": _("who may vote"),
    "ballots": _("what lies beside: papers, hands that were counted, or nothing that may be shown"),
}


# Those that mean something else to a method.
_COMMENTS_OF: dict[tuple[str, str], str] = {
    ("score", "points"): _("the highest number that an option may be given"),
    ("dots", "points"): _("how many dots each person has"),
    ("dots", "most_on_one"): _("the most dots on one option"),
}


def comment(method: str, key: str) -> str:
    """Give what a convention means to a method, in no language yet."""
    return _COMMENTS_OF.get((method, key), _COMMENTS[key])


def comments_in(said: Language, method: str) -> dict[str, str]:
    """Give the sentence of each convention of a method in a language."""
    return {key: said.words(comment(method, key)) for key in _COMMENTS}
