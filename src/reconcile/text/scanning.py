"""The reference kernel of the tokeniser: words of a stretch of code points, with NumPy alone.

A word's hash is a polynomial of its letters' weights, taken as the difference of two prefix sums,
so that no step walks through single words (Rabin's fingerprint, modulo 2^64, then mixed). All
arithmetic wraps around. Two words that differ collide with a chance of about 2^-62; words of a
thousand letters can be built to collide, which would only make two such words one.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from reconcile.text.letters import BASE, DIGIT_BIT, LETTERS, OUTSIDE

STARTS_UPPER = np.uint8(1)
"""Flag of a token whose first character is an upper-case letter."""
HAS_DIGIT = np.uint8(2)
"""Flag of a token with a decimal digit in it."""

Codes = NDArray[np.uint32]
Positions = NDArray[np.int64]
Hashes = NDArray[np.uint64]
Flags = NDArray[np.uint8]
Words = tuple[Positions, Positions, Hashes]

SEGMENT = 1 << 16
"""Code points worked on at a time, a power of 2: their arrays fit a second-level cache."""

CHUNK = SEGMENT
"""Code points of several texts that are best handed over together."""


@cache
def powers(base: int, count: int) -> Hashes:
    """The powers 0 to `count` - 1 of a base, modulo 2^64."""
    steps = np.full(count, base, dtype=np.uint64)
    steps[0] = 1
    return np.cumprod(steps, dtype=np.uint64)


INVERSE = pow(BASE, -1, 1 << 64)
"""The inverse of `BASE` modulo 2^64."""


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


def scan(codes: Codes, bounds: Positions) -> Words:  # noqa: ARG001  (the other kernel needs them)
    """Find the words of some texts.

    Args:
        codes: The code points of the texts, shape (n,), n > 0; each ends outside words.
        bounds: Where each text begins in `codes`, and the end.

    Returns:
        Starts and ends (half-open, counted in `codes`) and hashes of its words, in order.
    """
    edges: list[Positions] = []
    sums: list[Hashes] = []
    carry, inside = 0, False
    for first in range(0, len(codes), SEGMENT):
        weights = weights_of(codes[first : first + SEGMENT])
        letters = weights > OUTSIDE
        changes = np.flatnonzero(letters[1:] != letters[:-1])
        changes += 1
        if letters[0] != inside:
            changes = np.concatenate(([0], changes))
        inside = bool(letters[-1])
        # Sums of all before each position, in units of the base's power at the segment's start.
        before = np.zeros(len(weights) + 1, dtype=np.uint64)
        weights *= powers(BASE, SEGMENT)[: len(weights)]
        np.cumsum(weights, out=before[1:])
        found = before.take(changes, mode="clip")
        if first:
            changes += first
            unit = pow(BASE, first, 1 << 64)
            found = found * np.uint64(unit) + np.uint64(carry)
            carry = (carry + int(before[-1]) * unit) % (1 << 64)
        else:
            carry = int(before[-1])
        edges.append(changes)
        sums.append(found)
    edge: Positions = edges[0] if len(edges) == 1 else np.concatenate(edges)
    total: Hashes = sums[0] if len(sums) == 1 else np.concatenate(sums)
    starts = edge[0::2]
    words = total[1::2] - total[0::2]
    words *= _inverse_powers(starts)
    return starts, edge[1::2], mix(words)


def hash_segment(codes: Codes, bounds: Positions) -> tuple[Hashes, Positions]:
    """The hashes of the words of some texts, and how many words each text has."""
    starts, _, words = scan(codes, bounds)
    return words, np.diff(np.searchsorted(starts, bounds))


def flag(codes: Codes, starts: Positions) -> Flags:
    """The flags of words, from the code points and the starts of the words found in them."""
    flags = LETTERS.capitals.take(codes.take(starts, mode="clip"), mode="clip") * STARTS_UPPER
    weights = LETTERS.weights.take(codes, mode="clip")
    digits = np.flatnonzero((weights & np.uint64(DIGIT_BIT)) != 0)
    flags[np.searchsorted(starts, digits, side="right") - 1] |= HAS_DIGIT
    return flags


def weights_of(segment: Codes) -> Hashes:
    """The weights of code points, after filling the tables where they need it."""
    weights = LETTERS.weights.take(segment, mode="clip")
    if segment.max() >= LETTERS.known and not weights.min():
        LETTERS.fill(segment)
        weights = LETTERS.weights.take(segment, mode="clip")
    return weights


def _inverse_powers(positions: Positions) -> Hashes:
    """``BASE ** -position`` modulo 2^64, from two short tables."""
    low = powers(INVERSE, SEGMENT).take(positions & (SEGMENT - 1), mode="clip")
    if len(positions) == 0 or positions[-1] < SEGMENT:
        return low
    step = pow(INVERSE, SEGMENT, 1 << 64)
    return low * powers(step, int(positions[-1]) // SEGMENT + 1)[positions // SEGMENT]
