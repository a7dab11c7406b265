"""Bare numbers in digits: where one begins, its scale words, and ranges of two."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from attrs import evolve

from reconcile.languages.neighbours import join_neighbours
from reconcile.languages.numbering.digits import DIGITS, decimals, read_digits
from reconcile.languages.numbering.lexicon import Lexicon
from reconcile.languages.numbering.numerals import Numeral
from reconcile.languages.numbering.pages import Page

_DASHES = "-–—"
_JOINED_BEFORE = frozenset("/-–—.,:_#@&=")


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
        if before in _DASHES:  # "3-4" may be a range, but "-42" is a number below nought
            return earlier.isdigit() or not (earlier.isalnum() or earlier == " ")
        return not earlier.isalnum()
    return True


def _scaled(folded: str, numeral: Numeral, lexicon: Lexicon, *, decimals: int) -> Numeral:
    """The numeral with its scale words: "1,5 tỷ", "100 nghìn tỷ"."""
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


def join_scales(folded: str, numerals: Iterable[Numeral]) -> list[Numeral]:
    """The numerals, with those told in ever smaller scales made one: "2 tỷ 300 triệu"."""

    def join(left: Numeral, right: Numeral) -> Numeral | None:
        is_one = (
            right.low < left.scale
            and 1 < right.scale < left.scale
            and left.low % left.scale == 0
            and left.high is None
            and right.high is None
            and folded[left.end : right.start] == " "
        )
        return evolve(right, start=left.start, low=left.low + right.low) if is_one else None

    return join_neighbours(numerals, join)


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
