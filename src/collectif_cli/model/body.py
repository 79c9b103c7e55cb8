"""The Markdown body of a text: its lines, and its headings with the text under each."""

import re
from typing import NamedTuple

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def without_comments(text: str) -> str:
    """Give a Markdown text without its HTML comments, which nobody reads."""
    return _COMMENT.sub("", text) if "<!--" in text else text


class Section(NamedTuple):
    """A heading and what stands under it down to the next heading of any level.

    ``line`` is the line of the heading in the file, from 1; ``text`` starts on the next one.
    """

    title: str
    level: int
    line: int
    text: str


class Body(NamedTuple):
    """A Markdown text and the line of the file on which it starts.

    ``preamble`` is what stands before the first heading; ``fenced`` lines are in no heading's title.
    """

    text: str
    line: int
    preamble: str
    sections: tuple[Section, ...]

    @property
    def words(self) -> int:
        """The number of words, headings and comments left out."""
        texts = (self.preamble, *(section.text for section in self.sections))
        return sum(len(without_comments(text).split()) for text in texts)
