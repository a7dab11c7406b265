"""Two spellings of one name: slips of the keyboard, transliterations, words in another order."""

import unicodedata
from collections.abc import Sequence

from rapidfuzz.distance import OSA

_SHORT = 4  # letters; a shorter word may differ by one letter from quite another word


def plain(word: str) -> str:
    """A word without its marks: "Nguyễn" and "Nguyên" are the same to this eye.

    >>> plain("đồng")
    'dong'
    """
    decomposed = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def same_name_misspelt(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two names, word by word, look like one name spelt in two ways.

    All words but one must be the same and that one must be alike, or the same words must stand in
    another order. A name of one word must be long enough for the likeness to mean something.

    Args:
        left, right: Case-folded words of two names that are neither equal nor one within the
            other.

    >>> same_name_misspelt(["christina", "agulera"], ["christina", "aguilera"])
    True
    >>> same_name_misspelt(["nguyễn", "văn", "minh"], ["nguyễn", "văn", "bình"])
    False
    """
    if sorted(left) == sorted(right):
        return len(left) > 1
    if len(left) != len(right):
        return _alike("".join(left), "".join(right)) and min(len(left), len(right)) > 0
    differing = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    if len(differing) == 1:
        return _alike(*differing[0], alone=len(left) == 1)
    return all(_alike(a, b) for a, b in differing) and len("".join(left)) >= 10


def _alike(left: str, right: str, *, alone: bool = False) -> bool:
    """Whether two words are alike enough to be one word misspelt."""
    if plain(left) == plain(right):
        return not alone or len(left) >= _SHORT
    if left.isdecimal() or right.isdecimal() or min(len(left), len(right)) < _SHORT:
        return False
    distance = OSA.distance(left, right)
    longest = max(len(left), len(right))
    return distance <= (1 if longest < 8 and not alone else 2) and distance / longest <= 0.25
