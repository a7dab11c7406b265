"""Sketching and comparing compiled with numba: the same bits as the reference, faster.

Imported only where `reconcile.text.kernels` finds that it pays.
"""

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from reconcile.similarity.bands import Banding
from reconcile.similarity.runs import CROWD, PairSet, key_bits
from reconcile.similarity.sketches import Sketches, distinct_sizes
from reconcile.similarity.stretches import FACTOR, LIMIT, MARKS, Stretches
from reconcile.text.compiled import U, mix
from reconcile.text.scanning import Hashes
from reconcile.text.shingles import ShingleBatch, shingle_counts, shingle_factors
from reconcile.text.tokens import WordBatch

Positions = NDArray[np.int64]
Values = NDArray[np.uint32]

_LANES = 64  # 32-bit values worked on together: four registers of sixteen


def sketch_words(
    batch: WordBatch, *, size: int, chosen: Values, stretches: bool = True
) -> Sketches:
    """The same as `reconcile.similarity.sketches.sketch_words`."""
    count = len(batch)
    totals = shingle_counts(batch, size=size)
    values = np.full((count, chosen.shape[1]), 0xFFFFFFFF, dtype=np.uint32)
    digests = np.zeros(count, dtype=np.uint64)
    keys = np.empty(int(totals.sum()) if stretches else 0, dtype=np.uint32)
    counts = np.zeros(count, dtype=np.int64)
    factors = shingle_factors(size)
    longest = int(totals.max(initial=0))
    kept = _sketch(
        batch.words, batch.offsets, totals, longest, factors, chosen, values, digests, keys, counts
    )
    return Sketches(
        values=values,
        sizes=distinct_sizes(values, totals),
        digests=digests,
        stretches=Stretches(keys[:kept].copy(), counts),
    )


def propose_by_bands(
    values: Values, banding: Banding, *, found: PairSet, crowd: int = CROWD
) -> None:
    """The same as `reconcile.similarity.bands.propose_by_bands`."""
    count = len(values)
    table = np.empty(1 << (2 * count).bit_length(), dtype=np.int32)
    keys, before = np.empty(count, dtype=np.uint64), np.empty(count, dtype=np.int32)
    left, right = np.empty((2, count * crowd), dtype=np.int32)
    for band in range(banding.bands):
        columns = values[:, band * banding.rows : (band + 1) * banding.rows]
        pairs = _pair(columns, key_bits(count), table, keys, before, crowd, left, right)
        found.add(left[:pairs], right[:pairs])


def shingle_batch(batch: WordBatch, *, size: int) -> ShingleBatch:
    """The same as `reconcile.text.shingles.find_shingles`."""
    offsets = np.concatenate(([0], np.cumsum(shingle_counts(batch, size=size))))
    hashes = np.zeros(int(offsets[-1]), dtype=np.uint64)
    _shingle(batch.words, batch.offsets, offsets, shingle_factors(size), hashes)
    return ShingleBatch(offsets=offsets, hashes=hashes)


def count_shared(
    batch: WordBatch, left: Positions, right: Positions, *, size: int
) -> tuple[Positions, Positions]:
    """Shared shingles of each pair of texts, and the size of each text's shingle set."""
    shingles = shingle_batch(batch, size=size)
    sizes = np.zeros(len(batch), dtype=np.int64)
    shared = np.zeros(len(left), dtype=np.int64)
    room = 1 << int(2 * shingles.counts.max(initial=1)).bit_length()
    _count_shared(shingles.hashes, shingles.offsets, left, right, room, sizes, shared)
    return shared, sizes


@njit(nogil=True, cache=True)
def _pair(
    columns: Values,
    bits: np.uint64,
    table: NDArray[np.int32],
    keys: Hashes,
    before: NDArray[np.int32],
    crowd: int,
    left: NDArray[np.int32],
    right: NDArray[np.int32],
) -> Any:
    """Fill in the pairs of one band; how many. The table has the last article of each key."""
    table[:] = -1
    mask = U(len(table) - 1)
    pairs = U(0)
    for article in range(len(columns)):
        key = U(0)
        for place in range(columns.shape[1]):
            key = mix(key + U(columns[article, place]))
        key >>= bits
        keys[article] = key
        slot = key & mask
        while table[slot] >= 0 and keys[table[slot]] != key:
            slot = (slot + U(1)) & mask
        other = table[slot]
        before[article] = other
        table[slot] = article
        for _ in range(crowd):
            if other < 0:
                break
            left[pairs], right[pairs] = other, article
            pairs += U(1)
            other = before[other]
    return np.int64(pairs)


@njit(nogil=True, cache=True)
def _shingle(
    words: Hashes, offsets: Positions, made: Positions, factors: Hashes, hashes: Hashes
) -> None:
    for text in range(len(offsets) - 1):
        first, last = offsets[text], offsets[text + 1]
        _shingle_text(words[first:last], factors, hashes[made[text] : made[text + 1]])


@njit(nogil=True, cache=True)
def _shingle_text(words: Hashes, factors: Hashes, hashes: Hashes) -> None:
    """Fill in the shingles of one text; each loop is one that the processor does in parallel."""
    hashes[:] = 0
    for step in range(min(len(factors), len(words))):
        for place in range(len(hashes)):
            hashes[U(place)] += words[U(place) + U(step)] * factors[U(step)]
    for place in range(len(hashes)):
        hashes[U(place)] = mix(hashes[U(place)])


@njit(nogil=True, cache=True)
def _sketch(
    words: Hashes,
    offsets: Positions,
    totals: Positions,
    longest: int,
    factors: Hashes,
    chosen: Values,
    values: Values,
    digests: Hashes,
    keys: Values,
    counts: Positions,
) -> Any:
    """Fill in signatures, digests and, if there is room, stretches; how many stretches."""
    room = np.empty(longest, dtype=np.uint64)
    mixed = np.empty(longest + _LANES, dtype=np.uint32)
    kept = 0
    for text in range(len(offsets) - 1):
        count = totals[text]
        if count == 0:
            continue
        shingles = room[:count]
        _shingle_text(words[offsets[text] : offsets[text + 1]], factors, shingles)
        digest = U(0)
        for place in range(count):
            shingle = shingles[U(place)]
            digest += shingle * (U(2) * U(place) + U(1))
            mixed[U(place)] = _mix_short(np.uint32(shingle >> U(32)))
        digests[text] = digest
        # Filled up with a value that is there already, so that no loop has a rest to do alone.
        mixed[count : count + _LANES] = mixed[0]
        _sign(mixed[: (count + _LANES - 1) // _LANES * _LANES], chosen, values[text])
        if len(keys):
            counts[text] = _find_stretches(shingles, keys[kept:])
            kept += counts[text]
    return kept


@njit(nogil=True, cache=True)
def _sign(mixed: Values, chosen: Values, signature: Values) -> None:
    for row in range(chosen.shape[1]):
        factor, addend = chosen[0, row], chosen[1, row]
        least = np.uint32(0xFFFFFFFF)
        for place in range(len(mixed)):
            least = min(least, np.uint32(mixed[U(place)] * factor + addend))
        signature[row] = least


@njit(nogil=True, cache=True)
def _find_stretches(shingles: Hashes, keys: Values) -> Any:
    """Fill in the stretches of one text; how many there are."""
    marks = np.empty(MARKS, dtype=np.uint64)  # the last ones met
    met, kept = U(0), U(0)
    for place in range(len(shingles)):
        shingle = shingles[U(place)]
        if shingle < LIMIT and (met == 0 or shingle != marks[(met - U(1)) % U(MARKS)]):
            marks[met % U(MARKS)] = shingle
            met += U(1)
            if met >= MARKS:
                keys[kept] = _stretch(marks, met)
                kept += U(1)
    return np.int64(kept)


@njit(nogil=True, cache=True)
def _stretch(marks: Hashes, met: np.uint64) -> np.uint32:
    """The hash of the last marks met, the oldest first."""
    key = U(0)
    for step in range(MARKS):
        key = key * FACTOR + marks[(met + U(step)) % U(MARKS)]
    return np.uint32(mix(key) >> U(32))


@njit(nogil=True, cache=True)
def _mix_short(value: np.uint32) -> np.uint32:
    """MurmurHash3's finaliser for 32 bits."""
    value = np.uint32(value ^ (value >> np.uint32(16)))
    value = np.uint32(value * np.uint32(0x85EBCA6B))
    value = np.uint32(value ^ (value >> np.uint32(13)))
    value = np.uint32(value * np.uint32(0xC2B2AE35))
    return np.uint32(value ^ (value >> np.uint32(16)))


@njit(nogil=True, cache=True)
def _count_shared(
    hashes: Hashes,
    offsets: Positions,
    left: Positions,
    right: Positions,
    room: int,
    sizes: Positions,
    shared: Positions,
) -> None:
    """Fill in set sizes and shared counts, with one hash table that is stamped, never cleared."""
    table, stamps = np.empty(room, dtype=np.uint64), np.zeros(room, dtype=np.int64)
    stamp = _gather_sets(hashes, offsets, table, stamps, sizes)
    last = U(room - 1)
    held = -1
    for pair in range(len(left)):
        if left[pair] != held:
            held = left[pair]
            stamp += 1
            first = U(offsets[held])
            for place in range(first, first + U(sizes[held])):
                shingle = hashes[U(place)]
                slot = shingle & last
                while stamps[slot] == stamp:
                    slot = (slot + U(1)) & last
                stamps[slot], table[slot] = stamp, shingle
        first = U(offsets[right[pair]])
        found = 0
        for place in range(first, first + U(sizes[right[pair]])):
            shingle = hashes[U(place)]
            slot = shingle & last
            while stamps[slot] == stamp and table[slot] != shingle:
                slot = (slot + U(1)) & last
            found += stamps[slot] == stamp
        shared[pair] = found


@njit(nogil=True, cache=True)
def _gather_sets(
    hashes: Hashes, offsets: Positions, table: Hashes, stamps: Positions, sizes: Positions
) -> Any:
    """Move each text's distinct shingles to its front; the last stamp used."""
    last = U(len(table) - 1)
    stamp = 0
    for text in range(len(offsets) - 1):
        stamp += 1
        first = U(offsets[text])
        into = first
        for place in range(first, U(offsets[text + 1])):
            shingle = hashes[U(place)]
            slot = shingle & last
            while stamps[slot] == stamp and table[slot] != shingle:
                slot = (slot + U(1)) & last
            if stamps[slot] != stamp:
                stamps[slot], table[slot] = stamp, shingle
                hashes[into] = shingle
                into += U(1)
        sizes[text] = into - first
    return stamp
