"""Every rule finds its bad example, at its place, and nothing else; the good one is clean."""

import os
from datetime import date
from pathlib import Path

import pytest

from collectif_cli.checks.all_checks import CHECKS
from collectif_cli.checks.run import examine
from collectif_cli.store.faults import FAULTS
from collectif_cli.store.load import load
from collectif_cli.store.tree import WorkTree
from tests.checks.examples import BASE, expectations, lay_out, slugs

KNOWN = frozenset(CHECKS) | frozenset(FAULTS)


def found_in(root: Path, today: date) -> list[str]:
    programme, faults = load(WorkTree(root))
    return [
        f"{one.span.path}:{one.span.line}:{one.span.column} {one.code}"
        for one in examine(programme, faults, CHECKS.values(), today, KNOWN).standing
    ]


def test_the_base_is_sound() -> None:
    assert found_in(BASE, date(2019, 9, 1)) == []


def test_every_rule_has_examples() -> None:
    assert set(slugs()) == set(CHECKS) | set(FAULTS)


@pytest.mark.parametrize("slug", slugs())
def test_bad_example_gives_exactly_its_finding(slug: str, tmp_path: Path) -> None:
    today, places = expectations(slug)
    assert places, "an example that finds nothing shows nothing"
    if slug == "tree-unreadable" and os.geteuid() == 0:
        pytest.skip("nothing is locked to the superuser; tests/store/test_load.py shows it to everybody")
    assert found_in(lay_out(slug, "bad", tmp_path), today) == [f"{place} {slug}" for place in places]


@pytest.mark.parametrize("slug", slugs())
def test_good_example_gives_none(slug: str, tmp_path: Path) -> None:
    today, _ = expectations(slug)
    assert found_in(lay_out(slug, "good", tmp_path), today) == []
