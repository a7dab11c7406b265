"""The text that a grammar reads, and lists of what has been found in it."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import TypeVar

from attrs import frozen

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.digits import Marks
from reconcile.languages.numbering.lexicon import Lexicon
from reconcile.languages.numbering.numerals import Numeral

_OPENING = "(\"“‘'[«"
_LONGEST_WORD = 26
Found = TypeVar("Found", Numeral, NumberMention)


@frozen(kw_only=True)
class Page:
    """A text with its folded form, and what a language's grammar needs at every step."""

    text: str
    folded: str
    lexicon: Lexicon
    marks: Marks

    def word_before(self, position: int) -> str:
        """The word that ends before a position, case-folded, empty when there is none."""
        return self.last_word(position)[1]

    def last_word(self, position: int) -> tuple[int, str]:
        """Where the word right before a position begins, and the word."""
        begin = max(0, position - _LONGEST_WORD)
        before = self.folded[begin:position].rstrip(" ")
        word = before[before.rfind(" ") + 1 :].lstrip(_OPENING)
        return begin + len(before) - len(word), word

    def counts_people(self, noun: tuple[int, int]) -> bool:
        """Whether the noun that stands there is known to mean people."""
        return self.lexicon.nouns.get(self.folded[noun[0] : noun[1]]) in self.lexicon.people

    def is_inside_word(self, position: int) -> bool:
        """Whether a letter or a digit stands right before a position."""
        return position > 0 and self.folded[position - 1].isalnum()


def free(found: Iterable[Found], taken: Iterable[tuple[int, int]]) -> list[Found]:
    """What was found that touches no taken stretch; the stretches are disjoint."""
    spans = sorted(taken)
    ends = [end for _, end in spans]
    kept = []
    for one in found:
        index = bisect_left(ends, one.start + 1)
        if index == len(spans) or spans[index][0] >= one.end:
            kept.append(one)
    return kept


def disjoint(found: Iterable[Found]) -> list[Found]:
    """What was found in order of place, without what begins inside an earlier one."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def spans_of(found: Iterable[Found]) -> list[tuple[int, int]]:
    """Where what was found stands."""
    return [(one.start, one.end) for one in found]
