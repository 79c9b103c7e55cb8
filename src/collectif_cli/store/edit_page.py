"""The lines of a text that is being changed: where they end, how they end, how far they are indented."""

from typing import NamedTuple


class Splice(NamedTuple):
    """New characters in place of those from ``start`` to ``end``."""

    start: int
    end: int
    text: str


class Page:
    """A text and its lines; places are numbers of characters from its start."""

    def __init__(self, text: str) -> None:
        """Take the text, without a byte order mark."""
        self.text = text

    def line_start(self, at: int) -> int:
        """Give where the line of a place starts."""
        return self.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        """Give where the line of a place ends, its line break left out."""
        end = self.text.find("\n", at)
        if end < 0:
            return len(self.text)
        return end - 1 if end > at and self.text[end - 1] == "\r" else end

    def newline(self, at: int) -> str:
        """Give the line break of the line of a place, or of the one before when it is the last."""
        end = self.text.find("\n", at)
        if end < 0:
            end = self.text.rfind("\n")
        return "\r\n" if end > 0 and self.text[end - 1] == "\r" else "\n"

    def column(self, at: int) -> int:
        """Give how many characters stand before a place on its line."""
        return at - self.line_start(at)

    def leads(self, at: int) -> bool:
        """Tell whether nothing but blanks stands before a place on its line."""
        return not self.text[self.line_start(at) : at].strip(" ")

    def below(self, at: int, column: int) -> int:
        """Give the end of the line of a place, or of the last comment line under it from ``column`` on.

        Such comments belong to what stands above them; those further left speak of what follows.
        """
        end = self.line_end(at)
        while (start := self.text.find("\n", end) + 1) and start < len(self.text):
            line = self.text[start : self.line_end(start)]
            if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) < column:
                break
            end = self.line_end(start)
        return end

    def insert_lines(self, at: int, lines: tuple[str, ...]) -> Splice:
        """Give the splice that puts lines after the line that ends at ``at``; the text ends as before."""
        newline = self.newline(at)
        return Splice(at, at, "".join(f"{newline}{line}" for line in lines))

    def with_splices(self, *splices: Splice) -> str:
        """Give the text with the splices made; they do not overlap."""
        text = self.text
        for splice in sorted(splices, reverse=True):
            text = text[: splice.start] + splice.text + text[splice.end :]
        return text
