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
CHUNK = 1 << 18
_PIECE = 1024  # code points worked on at a time, so that all arrays fit a first-level cache

_UNFILLED = -1  # a code point is on a page of the tables that is not filled yet
_ENDLESS = -2  # a word does not fit a piece
_NOWHERE = np.empty(0, dtype=np.int64)


def scan(codes: Codes, bounds: Positions) -> Words:
    """The same as `reconcile.text.scanning.scan`."""
    room = len(codes) // 2 + 1
    starts, ends = np.empty(room, dtype=np.int64), np.empty(room, dtype=np.int64)
    words = np.empty(room, dtype=np.uint64)
    counts = np.empty(len(bounds) - 1, dtype=np.int64)
    count = _scan_filled(codes, bounds, words, counts, starts, ends)
    if count == _ENDLESS:
        return scanning.scan(codes, bounds)
    return starts[:count], ends[:count], words[:count]


def hash_segment(codes: Codes, bounds: Positions) -> tuple[Hashes, Positions]:
    """The same as `reconcile.text.scanning.hash_segment`."""
    words = np.empty(len(codes) // 2 + 1, dtype=np.uint64)
    counts = np.empty(len(bounds) - 1, dtype=np.int64)
    count = _scan_filled(codes, bounds, words, counts, _NOWHERE, _NOWHERE)
    if count == _ENDLESS:
        return scanning.hash_segment(codes, bounds)
    return words[:count], counts


def _scan_filled(
    codes: Codes,
    bounds: Positions,
    words: Hashes,
    counts: Positions,
    starts: Positions,
    ends: Positions,
) -> int:
    """Scan with tables that are filled where these texts need them."""
    tables = LETTERS.known, LETTERS.weights, powers(BASE, _PIECE), powers(INVERSE, _PIECE)
    count: int = _scan(codes, bounds, *tables, words, counts, starts, ends)
    if count == _UNFILLED:
        LETTERS.fill(codes)
        count = _scan(codes, bounds, *tables, words, counts, starts, ends)
    return count


@njit(nogil=True, cache=True)
def _scan(
    codes: Codes,
    bounds: Positions,
    filled: int,
    weights: Hashes,
    base: Hashes,
    inverse: Hashes,
    words: Hashes,
    counts: Positions,
    starts: Positions,
    ends: Positions,
) -> Any:
    """Fill in words, their counts and, if there is room, places; how many, or what is wrong."""
    sums = np.empty(_PIECE + 1, dtype=np.uint64)  # of all before the last edge and since
    edges = np.empty(_PIECE + 1, dtype=np.uint32)
    count = U(0)
    for text in range(len(bounds) - 1):
        first, last = U(bounds[text]), U(bounds[text + 1])
        before = count
        while first < last:
            length = min(last - first, U(_PIECE))
            edge, inside, total = U(0), U(0), U(0)
            if not _is_filled(codes[first : first + length], weights, filled):
                return _UNFILLED
            for place in range(length):
                weight = weights[codes[first + U(place)]]
                sums[edge] = total
                edges[edge] = place  # kept only where something changes
                letter = U(weight > OUTSIDE)
                edge += letter ^ inside
                inside = letter
                total += weight * base[U(place)]
            if inside:  # a word goes on: the next piece begins with it
                edge -= U(1)
                length = U(edges[edge])
                if length == 0:
                    return _ENDLESS
            found = edge >> U(1)
            for word in range(found):
                opened, closed = U(2) * U(word), U(2) * U(word) + U(1)
                spread = (sums[closed] - sums[opened]) * inverse[edges[opened]]
                words[count + U(word)] = mix(spread)
            for word in range(found if len(starts) else U(0)):
                starts[count + U(word)] = first + edges[U(2) * U(word)]
                ends[count + U(word)] = first + edges[U(2) * U(word) + U(1)]
            count += found
            first += length
        counts[text] = count - before
    return np.int64(count)


@njit(nogil=True, cache=True)
def _is_filled(codes: Codes, weights: Hashes, filled: int) -> Any:
    """Whether the tables are filled for these code points, as they are below a certain one."""
    top = np.uint32(0)
    for place in range(len(codes)):
        top = max(top, codes[U(place)])
    known = True
    if top >= filled:
        for place in range(len(codes)):
            known &= weights[codes[U(place)]] != 0
    return known


@njit(nogil=True, cache=True)
def mix(value: np.uint64) -> np.uint64:
    """MurmurHash3's finaliser for 64 bits."""
    value ^= value >> np.uint64(33)
    value *= np.uint64(0xFF51AFD7ED558CCD)
    value ^= value >> np.uint64(33)
    value *= np.uint64(0xC4CEB9FE1A85EC53)
    return value ^ (value >> np.uint64(33))
