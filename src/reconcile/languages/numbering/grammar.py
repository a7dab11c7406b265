"""The grammar that every language shares: hedge, number, range, scale, unit, "per"."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from attrs import evolve, frozen

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.digits import DIGITS, Marks, decimals, read_digits
from reconcile.languages.numbering.hedging import allow
from reconcile.languages.numbering.lexicon import Lexicon
from reconcile.languages.numbering.numerals import Numeral

_DASHES = "-–—"
_OPENING = "(\"“‘'[«"
_JOINED_BEFORE = frozenset("/-–—.,:_#@&=")
_LONGEST_HEDGE = 3  # words


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
        return _last_word(self.folded, position)[1]

    def is_inside_word(self, position: int) -> bool:
        """Whether a letter or a digit stands right before a position."""
        return position > 0 and self.folded[position - 1].isalnum()


def _last_word(folded: str, position: int) -> tuple[int, str]:
    """Where the word right before a position begins, and the word."""
    before = folded[max(0, position - 26) : position].rstrip(" ")
    word = before[before.rfind(" ") + 1 :].lstrip(_OPENING)
    return max(0, position - 26) + len(before) - len(word), word


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


def find_digits(page: Page) -> Iterator[Numeral]:
    """Every number in digits that stands alone, with the scale words after it."""
    folded, lexicon = page.folded, page.lexicon
    position = 0
    for match in DIGITS.finditer(folded):
        start, end = match.span()
        if start < position or not _stands_alone(folded, start):
            continue
        token = match.group()
        number = read_digits(token, marks=page.marks)
        if number is None or (token[0] == "0" and token.isdigit() and len(token) > 1):
            continue
        numeral = Numeral(start=start, end=end, low=number)
        scaled = _scaled(folded, numeral, lexicon, decimals=decimals(token, number))
        position = scaled.end
        yield scaled


def _stands_alone(folded: str, start: int) -> bool:
    """Whether a token of digits begins a word: not "A7", "9/11", "F/1.8", "SU-30"."""
    if start == 0:
        return True
    before = folded[start - 1]
    if before.isalnum():
        return False
    if before in _JOINED_BEFORE and start > 1:
        earlier = folded[start - 2]
        return not earlier.isalnum() or (before in _DASHES and earlier.isdigit())
    return True


def _scaled(folded: str, numeral: Numeral, lexicon: Lexicon, *, decimals: int) -> Numeral:
    """The numeral with its scale words: "1,5 tỷ", "100 nghìn tỷ", "2 tỷ 300 triệu"."""
    scale, end = Decimal(1), numeral.end
    while (word := lexicon.scale_pattern.match(folded, end)) is not None and scale < 10**12:
        scale *= lexicon.scales[" ".join(word.group(1).split())]
        end = word.end()
    if scale == 1:
        return numeral
    low, step = numeral.low * scale, scale.scaleb(-decimals)
    for half in lexicon.half_more:
        if folded.startswith(half, end + 1) and folded[end] == " ":
            low, step, end = low + scale / 2, scale / 2, end + 1 + len(half)
    return evolve(numeral, end=end, low=low, scale=scale, step=step)


def join_ranges(numerals: Sequence[Numeral], page: Page) -> Iterator[Numeral]:
    """The numerals, with the two ends of a range made one: "7.000 - 8.000", "2 hoặc 3"."""
    index = 0
    while index < len(numerals):
        numeral = numerals[index]
        index += 1
        if index < len(numerals):
            joined = _range(numeral, numerals[index], page)
            if joined is not None:
                numeral = joined
                index += 1
        if not _hangs_on(page.folded, numeral):
            yield numeral


def _hangs_on(folded: str, numeral: Numeral) -> bool:
    """Whether the number is a part of something longer: "04-3822", "753/QĐ", "1-2-3"."""
    start, end = numeral.start, numeral.end
    before, after = folded[max(0, start - 2) : start], folded[end : end + 2]
    return (len(before) == 2 and before[1] in _DASHES and before[0].isalnum()) or (
        len(after) == 2 and after[0] in "/-–—:" and after[1].isdigit()
    )


def _range(first: Numeral, second: Numeral, page: Page) -> Numeral | None:
    gap = second.start - first.end
    if gap > 8 or first.form == "vague" or second.form == "vague":
        return None
    between = page.lexicon.range_pattern.fullmatch(page.folded, first.end, second.start)
    if between is None:
        return None
    low = first.low
    if first.scale == 1 and low * second.scale < second.low:
        low *= second.scale
    if low >= second.low:
        return None
    return Numeral(start=first.start, end=second.end, low=low, high=second.low, form=first.form)


def hedge_before(page: Page, start: int) -> tuple[str | None, int]:
    """The hedge that stands right before a number, and where it begins.

    Returns:
        ``(None, start)`` when there is none.
    """
    found: tuple[str | None, int] = (None, start)
    if page.word_before(start) not in page.lexicon.last_words:
        return found
    begin = start
    for _ in range(_LONGEST_HEDGE):
        begin, word = _last_word(page.folded, begin)
        if not word:
            break
        phrase = page.folded[begin:start].rstrip()
        if phrase in page.lexicon.hedge_words:
            meaning = page.lexicon.hedge_words[phrase]
            found = (meaning, start if meaning is None else begin)
    return found


def measured(page: Page, numeral: Numeral) -> NumberMention | None:
    """The numeral with the unit that follows it, or None when no unit does."""
    found = page.lexicon.units.at(page.text, numeral.end)
    if found is None:
        return None
    unit, end = found
    hedge, start = hedge_before(page, numeral.start)
    per = page.lexicon.each_pattern.match(page.folded, end)
    code = unit.code
    if per is not None and unit.kind in ("money", "measure", "percent"):
        whole = page.lexicon.units.exact.get(word := per.group(1) or per.group(2))
        code, end = f"{code}/{whole.code if whole else word}", per.end()
    stated = " ".join(page.text[start : numeral.end].split())
    return NumberMention(
        start=start,
        end=end,
        kind=unit.kind,
        value=allow(numeral, hedge=hedge, unit=code, stated=stated),
    )
