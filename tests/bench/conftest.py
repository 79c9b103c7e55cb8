"""The story of the reference programme, written once for all that is asked of it."""

from pathlib import Path

import pytest

from bench.story.commits import build_story

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the repository of the story."""
    folder = tmp_path_factory.mktemp("story")
    build_story(ROOT, folder)
    return folder
