"""The tokeniser's kernel compiled with numba: the bits of `reconcile.text.scanning`, faster.

Imported only where `reconcile.text.kernels` finds that it pays.
"""

from typing import Any

import numpy as np
from numba import njit

from reconcile.text import scanning
from reconcile.text.letters import BASE, LETTERS, OUTSIDE
from reconcile.text.scanning import INVERSE, Codes, Hashes, Positions, Words, powers

U = np.uint64  # indices without a sign: numba then checks none for being negative
_PIECE = 1024  # code points worked on at a time, so that all arrays fit a first-level cache

_UNFILLED = -1  # a code point is on a page of the tables that is not filled yet
_ENDLESS = -2  # a word does not fit a piece


def scan(codes: Codes, bounds: Positions) -> Words:
    """The same as `reconcile.text.scanning.scan`."""
    room = len(codes) // 2 + 1
    starts, ends = np.empty(room, dtype=np.int64), np.empty(room, dtype=np.int64)
    words = np.empty(room, dtype=np.uint64)
    tables = powers(BASE, _PIECE), powers(INVERSE, _PIECE)
    count = _scan(codes, bounds, LETTERS.weights, *tables, starts, ends, words)
    if count == _UNFILLED:
        LETTERS.fill(codes)
        count = _scan(codes, bounds, LETTERS.weights, *tables, starts, ends, words)
    if count == _ENDLESS:
        return scanning.scan(codes, bounds)
    return starts[:count], ends[:count], words[:count]


@njit(nogil=True, cache=True)
def _scan(
    codes: Codes,
    bounds: Positions,
    weights: Hashes,
    base: Hashes,
    inverse: Hashes,
    starts: Positions,
    ends: Positions,
    words: Hashes,
) -> Any:
    """Fill in starts, ends and words; how many there are, or `_UNFILLED` or `_ENDLESS`."""
    sums = np.empty(_PIECE + 1, dtype=np.uint64)
    edges = np.empty(_PIECE + 1, dtype=np.uint32)
    count = U(0)
    for text in range(len(bounds) - 1):
        first, last = U(bounds[text]), U(bounds[text + 1])
        while first < last:
            length = min(last - first, U(_PIECE))
            edge, inside, total = U(0), U(0), U(0)
            known = True
            for place in range(length):
                weight = weights[codes[first + U(place)]]
                known &= weight != 0
                sums[U(place)] = total
                total += weight * base[U(place)]
                letter = U(weight > OUTSIDE)
                edges[edge] = place  # kept only where something changes
                edge += letter ^ inside
                inside = letter
            if not known:
                return _UNFILLED
            if inside:  # a word goes on: the next piece begins with it
                edge -= U(1)
                length = U(edges[edge])
                if length == 0:
                    return _ENDLESS
            for word in range(edge >> U(1)):
                start, end = U(edges[U(2 * word)]), U(edges[U(2 * word + 1)])
                starts[count] = first + start
                ends[count] = first + end
                words[count] = mix((sums[end] - sums[start]) * inverse[start])
                count += U(1)
            first += length
    return np.int64(count)


@njit(nogil=True, cache=True)
def mix(value: np.uint64) -> np.uint64:
    """MurmurHash3's finaliser for 64 bits."""
    value ^= value >> np.uint64(33)
    value *= np.uint64(0xFF51AFD7ED558CCD)
    value ^= value >> np.uint64(33)
    value *= np.uint64(0xC4CEB9FE1A85EC53)
    return value ^ (value >> np.uint64(33))
