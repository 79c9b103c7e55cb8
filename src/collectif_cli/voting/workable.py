"""Whether a ballot can say anything under a rule: grades that are told apart, points that can be given."""

from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.source import Located
from collectif_cli.model.spelling import same_words
from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.method import Method

_NUMBERS = ("points", "most_on_one", "most_names")


def unworkable(rule: DecisionRule, method: Method) -> Iterator[Finding]:
    """Yield what a rule says and no ballot can use; what its method makes nothing of is said elsewhere."""
    if "grades" in method.follows:
        yield from _grades(rule.grades)
    for name in _NUMBERS:
        number: Located[int] | None = getattr(rule, name)
        if number is not None and number.value < 1 and name in method.follows:
            said = message("“{key}: {number}” leaves nothing to give", key=name, number=number.value)
            yield Finding(number.span, said, message("write 1 or more"))


def _grades(grades: tuple[Located[str], ...]) -> Iterator[Finding]:
    """Yield that there is one grade alone, or that two of them are written alike."""
    if len(grades) == 1:
        hint = message("list two grades or more, from the worst to the best")
        yield Finding(grades[0].span, message("one grade alone tells no option from another"), hint)
    first: dict[str, Located[str]] = {}
    for grade in grades:
        known = first.setdefault(same_words(grade.value) or grade.value, grade)
        if known is not grade:
            said = message(
                "the grades “{one}” and “{other}” are read as the same", one=known.value, other=grade.value
            )
            yield Finding(grade.span, said, message("give each grade a name of its own"))
