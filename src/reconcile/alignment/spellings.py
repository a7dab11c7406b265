"""Two spellings of one name: slips of the keyboard, transliterations, words in another order."""

import re
import unicodedata
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from reconcile.values.names import is_within

_WORD = re.compile(r"\w+")
_SHORT = 4  # letters; a shorter word may differ by one letter from quite another word
_LONG = 7  # letters; no Vietnamese syllable is longer, and long words are rarely alike by chance


def plain(word: str) -> str:
    """A word without its marks: "Nguyễn" and "Nguyên" are the same to this eye.

    >>> plain("đồng")
    'dong'
    """
    decomposed = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def are_misspelt(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two names, word by word, look like one name spelt in two ways.

    All words but one must be the same and that one must be alike, or the same words must stand in
    another order. Figures are never a slip: "Tân Lập" and "Tân Lập 1" are two schools.

    Args:
        left, right: Case-folded words of two names that are neither equal nor one within the
            other.

    >>> are_misspelt(["christina", "agulera"], ["christina", "aguilera"])
    True
    >>> are_misspelt(["nguyễn", "văn", "minh"], ["nguyễn", "văn", "bình"])
    False
    """
    left, right = _split(left), _split(right)
    if _without_initials(left) == _without_initials(right) or is_left_unmarked(left, right):
        return False
    if figures_of(left) != figures_of(right) or is_within(left, right) or is_within(right, left):
        return False
    if sorted(left) == sorted(right):
        return len(left) > 1
    if len(left) != len(right):
        return _are_alike("".join(left), "".join(right))
    differing = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    if len(differing) == 1:
        return _are_alike(*differing[0])
    return all(_are_alike(a, b) for a, b in differing) and len("".join(left)) >= 2 * _LONG


def are_surely_misspelt(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the likeness is too great for chance: long words that differ in a letter or two.

    >>> are_surely_misspelt(["tanongsak", "saensoomboonsuk"], ["tanongsak", "saensomboonsuk"])
    True
    >>> are_surely_misspelt(["nguyễn", "thị", "lan"], ["nguyễn", "thị", "lân"])
    False
    """
    if len(left) != len(right) or not are_misspelt(left, right):
        return False
    differing = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return any(max(len(a), len(b)) > _LONG for a, b in differing)


def is_short_form_misspelt(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether a single word looks like the last word of a longer name, misspelt.

    >>> is_short_form_misspelt(["walker"], ["john", "walter"])
    True
    """
    return len(short) == 1 and len(full) > 1 and _are_alike(short[0], full[-1])


def differ_in_surname(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two names of three words or more differ in the first one alone.

    >>> differ_in_surname("trần trọng nghĩa".split(), "trương trọng nghĩa".split())
    True
    """
    return differ_in_one_word(left, right) and left[0] != right[0]


def is_left_unmarked(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one name is the other typed without its marks: "Pena" and "Peña".

    >>> is_left_unmarked(["pena"], ["peña"]), is_left_unmarked(["nguyên"], ["nguyễn"])
    (True, False)
    """
    for bare, marked in ((left, right), (right, left)):
        differing = [(a, b) for a, b in zip(bare, marked, strict=False) if a != b]
        if differing and all(plain(a) == a == plain(b) for a, b in differing):
            return len(bare) == len(marked)
    return False


def differ_in_one_word(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two names of three words or more are the same but for one word."""
    return (
        len(left) == len(right) >= 3 and sum(a != b for a, b in zip(left, right, strict=True)) == 1
    )


def _split(words: Sequence[str]) -> list[str]:
    """The words with what points glue together taken apart: "tp.hà" is "tp" and "hà"."""
    return _WORD.findall(" ".join(words))


def _without_initials(words: Sequence[str]) -> str:
    """The letters of a name less its initials: "V.Pu-tin" and "Putin" are one spelling."""
    return "".join(word for word in words if len(word) > 1)


def figures_of(words: Sequence[str]) -> list[str]:
    """The words that hold a figure, sorted."""
    return sorted(word for word in words if any(c.isdigit() for c in word))


def _are_alike(left: str, right: str) -> bool:
    """Whether two words are alike enough to be one word misspelt."""
    if min(len(left), len(right)) < _SHORT:
        return False
    if plain(left) == plain(right):
        return True
    distance = OSA.distance(left, right)
    longest = max(len(left), len(right))
    if distance == 2 and left[:3] == right[:3] and longest > _SHORT + 1:
        return True
    return distance <= (1 if longest <= _LONG else 2) and distance / longest <= 0.25
