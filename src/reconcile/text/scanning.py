"""The reference kernel of the tokeniser: words of a stretch of code points, with NumPy alone.

A word's hash is made of its letters, four of 16 bits to a block: a polynomial of the blocks, each
with its upper half folded into the lower one first, then mixed. All arithmetic wraps around. Words
of up to four letters never collide, two longer ones with a chance of about 2^-62; words of a
thousand letters can be built to collide, which would only make two such words one.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from reconcile.text.letters import CAPITAL, DIGIT, FILLED, LETTERS, LOW, units_of_letter

STARTS_UPPER = np.uint8(CAPITAL)
"""Flag of a token whose first character is an upper-case letter."""
HAS_DIGIT = np.uint8(DIGIT)
"""Flag of a token with a decimal digit in it."""

Codes = NDArray[np.unsignedinteger]
Units = NDArray[np.uint16]
Positions = NDArray[np.int64]
Hashes = NDArray[np.uint64]
Flags = NDArray[np.uint8]
Words = tuple[Positions, Positions, Hashes]

SEGMENT = 1 << 17
"""Code points of several texts that are best handed over together: a second-level cache's worth."""

BASE = 0xD6E8FEB86659FD93
"""Base of the polynomial that a word's hash is."""
LETTERS_OF_BLOCK = 4
_STEPS = 4  # blocks of a word that are looked at one after another; the rest are rare
_RUN = 1 << 15  # words whose blocks are looked at together
MASKS = np.array([(1 << 16 * letters) - 1 for letters in range(5)], dtype=np.uint64)
"""What a block keeps of the letters from it on, by how many they are, up to four."""


@cache
def powers(base: int, count: int) -> Hashes:
    """The powers 0 to `count` - 1 of a base, modulo 2^64."""
    return _powers(base, count)


def _powers(base: int, count: int) -> Hashes:
    steps = np.full(count, base, dtype=np.uint64)
    steps[0] = 1
    return np.cumprod(steps, dtype=np.uint64)


def mix(values: Hashes) -> Hashes:
    """Spread every bit of each value over all 64 (MurmurHash3's finaliser), in place.

    >>> mix(np.array([1, 2], dtype=np.uint64)).tolist()
    [12994781566227106604, 4233148493373801447]
    """
    values ^= values >> np.uint64(33)
    values *= np.uint64(0xFF51AFD7ED558CCD)
    values ^= values >> np.uint64(33)
    values *= np.uint64(0xC4CEB9FE1A85EC53)
    values ^= values >> np.uint64(33)
    return values


def codes_of(text: str) -> Codes:
    """The code points of a text, uint8, uint16 or uint32 (n,)."""
    codes: Codes = np.array(text).reshape(1).view(np.uint32)  # NumPy keeps texts as code points
    return codes


def scan(codes: Codes, bounds: Positions) -> Words:  # noqa: ARG001  (the other kernel needs them)
    """Find the words of some texts.

    Args:
        codes: The code points of the texts, shape (n,), n > 0; each ends outside words.
        bounds: Where each text begins in `codes`, and the end.

    Returns:
        Starts and ends (half-open, counted in `codes`) and hashes of its words, in order.
    """
    top = int(codes.max())
    units = _units_of(codes, top)
    letters = units[: len(codes)] != 0
    edges = np.flatnonzero(letters[1:] != letters[:-1])
    edges += 1
    if letters[0]:
        edges = np.concatenate(([0], edges))
    starts, ends = edges[0::2], edges[1::2]
    if top > 0xFFFF:
        return starts, ends, _hash_runs(*_with_high_units(codes, units, starts, ends))
    return starts, ends, _hash_runs(units, starts, ends - starts)


def hash_segment(codes: Codes, bounds: Positions) -> tuple[Hashes, Positions]:
    """The hashes of the words of some texts, and how many words each text has."""
    starts, _, words = scan(codes, bounds)
    return words, np.diff(np.searchsorted(starts, bounds))


def flag(codes: Codes, starts: Positions) -> Flags:
    """The flags of words, from the code points and the starts of the words found in them."""
    kinds = LETTERS.kinds.take(codes, mode="clip")
    flags = kinds.take(starts, mode="clip") & STARTS_UPPER
    digits = np.flatnonzero((kinds & HAS_DIGIT) != 0)
    flags[np.searchsorted(starts, digits, side="right") - 1] |= HAS_DIGIT
    return flags


def _units_of(codes: Codes, top: int) -> Units:
    """The last unit of each code point's letter, and zeros, so that every block can be read."""
    if top >= LETTERS.known and not (LETTERS.kinds.take(codes) & FILLED).all():
        LETTERS.fill(codes)
    units = np.empty(len(codes) + LETTERS_OF_BLOCK, dtype=np.uint16)
    LETTERS.units.take(codes, mode="clip", out=units[: len(codes)])
    units[len(codes) :] = 0
    return units


def _with_high_units(
    codes: Codes, units: Units, starts: Positions, ends: Positions
) -> tuple[Units, Positions, Positions]:
    """The same units with those before low surrogates; starts and lengths of the words in them."""
    low = np.flatnonzero((units & 0xFC00) == LOW)
    letters, which = np.unique(codes[low], return_inverse=True)
    high = np.array([units_of_letter(chr(code))[0] for code in letters.tolist()], dtype=np.uint16)
    first = starts + np.searchsorted(low, starts)
    return np.insert(units, low, high[which]), first, ends + np.searchsorted(low, ends) - first


def _hash_runs(units: Units, starts: Positions, lengths: Positions) -> Hashes:
    words = np.empty(len(starts), dtype=np.uint64)
    for first in range(0, len(starts), _RUN):
        some = slice(first, first + _RUN)
        words[some] = _hash_words(units, starts[some], lengths[some])
    return words


def _hash_words(units: Units, starts: Positions, lengths: Positions) -> Hashes:
    """The hashes of some words that follow one another."""
    low, high = starts[0], starts[-1] + lengths[-1] + LETTERS_OF_BLOCK
    near = np.ascontiguousarray(units[low:high], dtype="<u2")
    # All blocks there are, one from each unit on, brought into one array that is quick to read.
    blocks = np.ndarray((high - low - 3,), dtype="<u8", buffer=near, strides=(2,)).astype(np.uint64)
    starts = starts - low
    factors = powers(BASE, _STEPS + 1)
    words = _terms(blocks, starts, lengths, factors[1])
    longer = np.flatnonzero(lengths > LETTERS_OF_BLOCK)
    for step in range(1, _STEPS):
        left = lengths[longer] - step * LETTERS_OF_BLOCK
        words[longer] += _terms(
            blocks, starts[longer] + step * LETTERS_OF_BLOCK, left, factors[step + 1]
        )
        longer = longer[left > LETTERS_OF_BLOCK]
        if not len(longer):
            return mix(words)
    words[longer] += _sums_beyond(blocks, starts[longer], lengths[longer])
    return mix(words)


def _terms(blocks: Hashes, at: Positions, left: Positions, factors: np.uint64 | Hashes) -> Hashes:
    """The terms of the polynomial for the blocks at some places, with so many letters left."""
    terms = blocks.take(at, mode="clip")
    terms &= MASKS.take(left, mode="clip")
    terms ^= terms >> np.uint64(32)
    terms *= factors
    return terms


def _sums_beyond(blocks: Hashes, starts: Positions, lengths: Positions) -> Hashes:
    """What the blocks of long words add after the first ones."""
    counts = -(-lengths // LETTERS_OF_BLOCK) - _STEPS
    firsts = np.cumsum(counts) - counts
    steps = np.arange(counts.sum()) - np.repeat(firsts, counts) + _STEPS
    places = steps * LETTERS_OF_BLOCK
    factors = _powers(BASE, int(counts.max()) + _STEPS + 1)[steps + 1]
    left = np.repeat(lengths, counts) - places
    terms = _terms(blocks, np.repeat(starts, counts) + places, left, factors)
    sums: Hashes = np.add.reduceat(terms, firsts)
    return sums
