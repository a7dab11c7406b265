"""What every code point is to a word: part of one or not, its letter, its case.

The tables are filled one page of 256 code points at a time, when a text first needs it, so that
five articles in one alphabet do not wait for the whole of Unicode.
"""

import numpy as np
from numpy.typing import NDArray

_CODE_POINTS = 0x110000
_PAGE_BITS = 8
_PAGE = 1 << _PAGE_BITS
_COMMON = 0x2200  # Latin, Greek, Cyrillic and other letters, and the marks between words

CAPITAL = 1
"""The bit of a kind that says that a letter is in upper or title case."""
DIGIT = 2
"""The bit of a kind that says that a letter is a decimal digit."""
FILLED = 4
"""The bit of a kind that says that the tables are filled there."""
HIGH, LOW = 0xD800, 0xDC00
"""Of a letter beyond U+FFFF the two units are a high and a low surrogate, 10 bits each."""


def fold_letter(character: str) -> str:
    """The one lower-case letter of a character; both small sigmas are one.

    >>> [fold_letter(c) for c in "ĐĂς"], fold_letter("İ") == "İ"
    (['đ', 'ă', 'σ'], True)
    """
    lowered = character.lower()
    if len(lowered) != 1:
        return character
    return "σ" if lowered == "ς" else lowered


def units_of_letter(character: str) -> tuple[int, ...]:
    """The UTF-16 units of a character's letter: one, or two beyond U+FFFF.

    >>> [units_of_letter(c) for c in "Đ𐐀"]
    [(273,), (55297, 56360)]
    """
    code = ord(fold_letter(character))
    if code < 0x10000:
        return (code,)
    return HIGH | code - 0x10000 >> 10, LOW | code & 0x3FF


def _last_unit(character: str) -> int:
    r"""A character's entry in the table; a word is what the regular expression ``\w+`` finds."""
    return units_of_letter(character)[-1] if character.isalnum() or character == "_" else 0


def _kind(character: str) -> int:
    capital = character.isupper() or character.istitle()
    return FILLED | CAPITAL * capital | DIGIT * character.isdecimal()


class LetterTables:
    """Tables over all code points, filled as texts need them.

    Attributes:
        units: uint16 (0x110000,): 0 outside words, else the letter's last UTF-16 unit, the same
            for its upper and its lower case.
        kinds: uint8 (0x110000,): `CAPITAL`, `DIGIT` and `FILLED`; 0 where nothing is filled yet.
        known: All code points below this one are filled.
    """

    def __init__(self) -> None:
        self.units: NDArray[np.uint16] = np.zeros(_CODE_POINTS, dtype=np.uint16)
        self.kinds: NDArray[np.uint8] = np.zeros(_CODE_POINTS, dtype=np.uint8)
        self.known = 0

    def fill(self, codes: NDArray[np.unsignedinteger]) -> None:
        """Fill the pages that some code points are on."""
        for page in np.unique(codes >> _PAGE_BITS).tolist():
            first = page << _PAGE_BITS
            if not self.kinds[first]:
                self._fill_page(first)

    def fill_common(self) -> None:
        """Fill the pages that most texts need, before much text: nothing is then looked for."""
        self.fill(np.arange(self.known, _COMMON, _PAGE, dtype=np.uint32))
        self.known = _COMMON

    def _fill_page(self, first: int) -> None:
        characters = [chr(code) for code in range(first, first + _PAGE)]
        self.units[first : first + _PAGE] = list(map(_last_unit, characters))
        # Last, because the kinds say that the page is filled.
        self.kinds[first : first + _PAGE] = list(map(_kind, characters))


LETTERS = LetterTables()
"""The tables of this process."""
