"""Where the clauses around a quotation begin and end."""

import itertools
import re
from collections.abc import Iterator

from attrs import field, frozen

_STOP = re.compile(r"[.!?…\n](?:(?<=\n)|[.!?…]*[\"'”’»)]*(?=\s|$))")
_BLANKS = re.compile(r"[ \"“‘«(–-]{0,8}")
_LAST_WORD = re.compile(r"[\w.]+$")
_REACH = 160  # code points around a quotation in which its speaker is looked for
_LONGEST_REPORTED = 600  # a longer reported saying is a row of headlines without stops


@frozen
class Clauses:
    """A text, and the words whose full stop ends no sentence."""

    text: str = field(repr=False)
    folded: str = field(repr=False)
    abbreviations: frozenset[str] = field(repr=False)

    def sentence_begins(self) -> Iterator[int]:
        """Where sentences begin, the marks that open them left out."""
        for end in itertools.chain((0,), (stop.end() for stop in _STOP.finditer(self.text))):
            blanks = _BLANKS.match(self.text, end)
            if blanks is not None and blanks.end() < len(self.text):
                yield blanks.end()

    def begin_before(self, mark: int) -> int:
        """Where the clause begins that leads to an opening mark."""
        begin = low = max(mark - _REACH, 0)
        for stop in _STOP.finditer(self.text, low, mark):
            if stop.end() < mark and not self._is_abbreviation(stop):
                begin = stop.end()
        return begin

    def end_after(self, begin: int) -> int:
        """Where the clause ends that follows a closing mark."""
        high = min(begin + _REACH, len(self.text))
        for stop in _STOP.finditer(self.text, begin, high):
            if not self._is_abbreviation(stop):
                return stop.start()
        return high

    def sentence_end(self, begin: int) -> int | None:
        """Where the sentence ends that goes on at `begin`; None when it is longer than any."""
        high = begin + _LONGEST_REPORTED
        for stop in _STOP.finditer(self.text, begin, high):
            if not self._is_abbreviation(stop):
                return stop.start()
        return len(self.text.rstrip()) if high >= len(self.text) else None

    def _is_abbreviation(self, stop: re.Match[str]) -> bool:
        if stop.group() != ".":
            return False
        word = _LAST_WORD.search(self.folded, max(stop.start() - 12, 0), stop.start())
        return word is not None and (
            word.group() in self.abbreviations
            or (len(word.group()) == 1 and self.text[stop.start() - 1].isupper())
        )
