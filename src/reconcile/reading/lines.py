"""The lines of a text, with their places."""

import re

from attrs import frozen

from reconcile.model import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
CAPITAL = (
    f"[{''.join(c for c in map(chr, (*range(0x530), *range(0x1E00, 0x1F00))) if c.isupper())}]"
)
"""A pattern of one capital letter: Latin, Greek or Cyrillic."""
SENTENCE_INSIDE = re.compile(rf"[.!?…][\"'”’)]?\s+(?=[\"'“‘(]?{CAPITAL})")
"""Where inside a line one sentence may end and the next begin, whatever the language."""
_CLOSERS = " \t\xa0\"'”’»)]"
_STOPS = (".", "!", "?", "…", ":", ";")


@frozen
class Line:
    """A line that is not blank.

    Args:
        start, end: Where its text stands without the spaces around it, half-open.
        text: That text.
        gap: Whether a blank line, or nothing, stands before it.
    """

    start: int
    end: int
    text: str
    gap: bool

    @property
    def span(self) -> Span:
        """Its span in the text."""
        return Span(self.start, self.end)

    @property
    def is_closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.text.rstrip(_CLOSERS).endswith(_STOPS)

    def word_count(self) -> int:
        """How many words it has, as blanks part them."""
        return len(self.text.split())


def split_lines(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    lines: list[Line] = []
    before = 0
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        start = match.start() + line.index(stripped[0])
        breaks = text.count("\n", before, match.start()) or text.count("\r", before, match.start())
        gap = not lines or breaks > 1
        end = start + len(stripped)
        lines.append(Line(start, end, stripped, gap))
        before = end
    return lines
