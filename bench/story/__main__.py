"""``python -m bench.story FOLDER``: writes the story of the reference programme into an empty folder."""

import argparse
from pathlib import Path

from bench.story.commits import build_story

REFERENCE = Path(__file__).parent.parent.parent


def main() -> None:
    """Write the repository and print the id of its last commit."""
    parser = argparse.ArgumentParser(prog="python -m bench.story", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--programme", type=Path, default=REFERENCE, help="the programme to tell")
    asked = parser.parse_args()
    print(build_story(asked.programme, asked.folder))


if __name__ == "__main__":
    main()
