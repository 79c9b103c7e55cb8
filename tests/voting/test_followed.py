"""A convention that a method does not follow is refused, and so is one that says nothing without another."""

import pytest

from collectif_cli.model.vote import DecisionRule, Stratum
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.followed import unfollowed
from tests.voting.elections import HERE, at, rule

CONVENTIONS = set(DecisionRule._fields) - {
    *("span", "name", "method", "quorum", "second_call", "ties", "seed", "disclose", "seats"),
}


@pytest.mark.parametrize("convention", sorted(CONVENTIONS))
@pytest.mark.parametrize("slug", METHODS)
def test_what_a_method_does_not_follow_is_refused(slug: str, convention: str) -> None:
    said = "> 1/2" if convention in {"threshold", "beats"} else "x"
    value = rule(slug, threshold=said).threshold if said == "> 1/2" else at("x")
    several = {"grades": (value,), "strata": (Stratum(at("x"), at(1)),)}
    declared = DecisionRule(
        span=HERE,
        method=at(slug),
        **{convention: several.get(convention, value)},  # type: ignore[arg-type]
    )
    said_of_it = [one.message.text for one in unfollowed(declared, METHODS[slug])]
    assert any("makes nothing" in one for one in said_of_it) is (convention not in METHODS[slug].follows)


@pytest.mark.parametrize("slug", METHODS)
def test_what_a_method_needs_it_follows(slug: str) -> None:
    needed = set(METHODS[slug].needs(rule(slug, threshold="> 1/2", ties="lot")))
    assert needed <= {*METHODS[slug].follows, "ties", "seed", "seats"}
