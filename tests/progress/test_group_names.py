"""The words by which a group is found."""

from pathlib import Path

import pytest

from collectif_cli.progress.group_names import find_groups
from tests.progress.given import given

TEXTS = """
== groups/economie-ess/group.yaml ==
title: Économie et ESS
kind: thematic
== groups/economie-territoriale/group.yaml ==
title: Économie territoriale et commerce
kind: thematic
aliases: [commerce-local]
== groups/vie-democratique/group.yaml ==
title: Vie démocratique et participation
kind: thematic
"""


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("economie-ess", ["economie-ess"]),
        ("Économie et ESS", ["economie-ess"]),
        ("économie", ["economie-ess", "economie-territoriale"]),
        ("commerce", ["economie-territoriale"]),
        ("commerce-local", ["economie-territoriale"]),
        ("vie démo", ["vie-democratique"]),
        ("Participation", ["vie-democratique"]),
        ("et", []),
        ("", []),
        ("santé", []),
    ],
)
def test_groups_are_found_by_ids_former_ids_and_words_of_titles(
    tmp_path: Path, text: str, ids: list[str]
) -> None:
    assert [group.id for group in find_groups(text, given(tmp_path, TEXTS).groups)] == ids
