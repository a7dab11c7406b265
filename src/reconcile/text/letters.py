"""What every code point is to a word: part of one or not, its letter, its case.

The tables are filled one page of 256 code points at a time, when a text first needs it, so that
five articles in one alphabet do not wait for the whole of Unicode.
"""

import numpy as np
from numpy.typing import NDArray

_CODE_POINTS = 0x110000
_PAGE = 256
_UNKNOWN = 0
_COMMON = 0x2200  # Latin, Greek, Cyrillic and other letters, and the marks between words
OUTSIDE = 2
"""Weight of a code point that is part of no word; a letter's weight is greater."""
DIGIT_BIT = 1
"""The bit of a weight that says that it is a decimal digit's."""
_MASK = (1 << 64) - 1

BASE = 0x9E3779B97F4A7C13
"""Base of the polynomial that a word's hash is; 3 modulo 8, so that swapped letters show."""


def fold_letter(character: str) -> str:
    """The one lower-case letter of a character; both small sigmas are one.

    >>> [fold_letter(c) for c in "ĐĂς"], fold_letter("İ") == "İ"
    (['đ', 'ă', 'σ'], True)
    """
    lowered = character.lower()
    if len(lowered) != 1:
        return character
    return "σ" if lowered == "ς" else lowered


def _weight(character: str) -> int:
    r"""The weight of a character; a word is what the regular expression ``\w+`` finds."""
    if not character.isalnum() and character != "_":
        return OUTSIDE
    # A fixed pseudo-random number of 64 bits (splitmix64; Steele, Lea and Flood 2014).
    z = (ord(fold_letter(character)) + 1) * 0x9E3779B97F4A7C15 & _MASK
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & _MASK
    z = (z ^ z >> 27) * 0x94D049BB133111EB & _MASK
    return (z ^ z >> 31) & ~DIGIT_BIT | DIGIT_BIT * character.isdecimal()


class LetterTables:
    """Tables over all code points, filled as texts need them.

    Attributes:
        weights: uint64 (0x110000,): 0 not filled yet, `OUTSIDE` outside words, else the letter's
            weight, the same for its upper and its lower case, with `DIGIT_BIT` for digits only.
        capitals: uint8 (0x110000,): 1 for letters in upper or title case.
        known: All code points below this one are filled.
    """

    def __init__(self) -> None:
        self.weights: NDArray[np.uint64] = np.zeros(_CODE_POINTS, dtype=np.uint64)
        self.capitals: NDArray[np.uint8] = np.zeros(_CODE_POINTS, dtype=np.uint8)
        self.known = 0

    def fill(self, codes: NDArray[np.uint32]) -> None:
        """Fill the pages that some code points are on."""
        for page in np.unique(codes // _PAGE).tolist():
            first = page * _PAGE
            if self.weights[first] == _UNKNOWN:
                self._fill_page(first)

    def fill_common(self) -> None:
        """Fill the pages that most texts need, before much text: nothing is then looked for."""
        self.fill(np.arange(self.known, _COMMON, _PAGE, dtype=np.uint32))
        self.known = _COMMON

    def _fill_page(self, first: int) -> None:
        characters = [chr(code) for code in range(first, first + _PAGE)]
        self.capitals[first : first + _PAGE] = [c.isupper() or c.istitle() for c in characters]
        # Last, because the weights say that the page is filled.
        self.weights[first : first + _PAGE] = [_weight(c) for c in characters]


LETTERS = LetterTables()
"""The tables of this process."""
