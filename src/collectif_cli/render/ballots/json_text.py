"""Writes ballots, or counts, for programs: everything that the vote asks, and every cell as it stands."""

import json
from typing import Any

from collectif_cli.model.source import Located
from collectif_cli.model.vote import QuestionCount
from collectif_cli.render.ballots.box import Box, Written


def as_json(box: Box) -> Written:
    """Give an object: what was asked, then the ballots or the counts."""
    said: dict[str, Any] = {
        "version": 1,
        "vote": box.vote,
        "title": box.title,
        "method": box.rule.method.value,
        "digest": box.digest or None,
        "questions": [
            {
                "id": one.id.value,
                "title": one.title.value,
                "options": [{"id": option.id.value, "title": option.title.value} for option in one.options],
            }
            for one in box.questions
        ],
    }
    if box.counts is not None:
        said["cast"] = _number(box.counts.cast)
        said["counts"] = {one.question.value: _counted(one) for one in box.counts.questions}
    else:
        said["columns"] = list(box.columns)
        said["ballots"] = [{"ballot": ballot.number, "cells": list(ballot.cells)} for ballot in box.ballots]
    return Written(json.dumps(said, ensure_ascii=False, indent=1) + "\n")


def _counted(one: QuestionCount) -> dict[str, Any]:
    return {
        "options": {option.option.value: option.count.value for option in one.options},
        "blank": _number(one.blank),
        "abstain": _number(one.abstain),
        "invalid": _number(one.invalid),
    }


def _number(found: Located[int] | None) -> int | None:
    return None if found is None else found.value
