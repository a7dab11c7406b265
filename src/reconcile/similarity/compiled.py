"""Sketching and comparing compiled with numba: the same bits as the reference, faster.

Imported only where `reconcile.text.kernels` finds that it pays.
"""

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from reconcile.similarity.bands import Banding, key_factors
from reconcile.similarity.runs import CROWD, PairSet, key_bits
from reconcile.similarity.sketches import Sketches, distinct_sizes
from reconcile.similarity.stretches import FACTOR, LIMIT, MARKS, Stretches
from reconcile.text.compiled import U, mix
from reconcile.text.scanning import Hashes
from reconcile.text.shingles import ShingleBatch, shingle_counts, shingle_factors
from reconcile.text.tokens import WordBatch

Positions = NDArray[np.int64]
Values = NDArray[np.uint32]
Slots = NDArray[np.int32]

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
    before, latest = np.empty(count, dtype=np.int32), np.full(count, -1, dtype=np.int32)
    left, right = np.empty((2, count * crowd), dtype=np.int32)
    keys, factors = np.empty(count, dtype=np.uint64), key_factors(banding.rows)
    for band in range(banding.bands):
        _band_keys(values, band * banding.rows, factors, key_bits(count), keys)
        pairs = _pair(keys, table, before, latest, crowd, left, right)
        found.add(left[:pairs], right[:pairs])


def resemblance(values: Values, left: Positions, right: Positions) -> NDArray[np.float64]:
    """The same as `reconcile.similarity.sketches.resemblance`."""
    agreeing = np.empty(len(left))
    _count_agreeing(values, left, right, agreeing)
    agreeing /= values.shape[1]
    return agreeing


def shingle_batch(batch: WordBatch, *, size: int) -> ShingleBatch:
    """The same as `reconcile.text.shingles.find_shingles`."""
    offsets = np.concatenate(([0], np.cumsum(shingle_counts(batch, size=size))))
    hashes = np.empty(int(offsets[-1]), dtype=np.uint64)
    _shingle(batch.words, batch.offsets, offsets, shingle_factors(size), hashes)
    return ShingleBatch(offsets=offsets, hashes=hashes)


def count_shared(
    batch: WordBatch, left: Positions, right: Positions, *, size: int
) -> tuple[Positions, Positions]:
    """Shared shingles of each pair of texts, and the size of each text's shingle set."""
    shingles = shingle_batch(batch, size=size)
    sizes = np.empty(len(batch), dtype=np.int64)
    shared = np.empty(len(left), dtype=np.int64)
    longest = int(shingles.counts.max(initial=1))
    _count_shared(shingles.hashes, shingles.offsets, left, right, longest, sizes, shared)
    return shared, sizes


@njit(nogil=True, cache=True)
def _band_keys(values: Values, first: int, factors: Hashes, bits: np.uint64, keys: Hashes) -> None:
    """Fill in the upper bits of each article's key in the band that begins at a column."""
    for article in range(len(values)):
        key = U(0)
        for row in range(len(factors)):
            key += U(values[U(article), U(first + row)]) * factors[U(row)]
        keys[U(article)] = mix(key) >> bits


@njit(nogil=True, cache=True)
def _slot_of(table: Slots, keys: Hashes, key: np.uint64) -> Any:
    """Where a key stands in an open table of places, or the free slot where it would.

    The table has a power of two of slots, -1 for a free one, and at least one free.
    """
    last = U(len(table) - 1)
    slot = key & last
    while table[slot] >= 0 and keys[U(table[slot])] != key:
        slot = (slot + U(1)) & last
    return slot


@njit(nogil=True, cache=True)
def _pair(
    keys: Hashes,
    table: NDArray[np.int32],
    before: NDArray[np.int32],
    latest: NDArray[np.int32],
    crowd: int,
    left: NDArray[np.int32],
    right: NDArray[np.int32],
) -> Any:
    """Fill in the pairs of one band; how many. The table has the last article of each key.

    A pair that an article was in the last time, in this band or an earlier one, is left out.
    """
    table[:] = -1
    pairs = U(0)
    for article in range(len(keys)):
        key = keys[U(article)]
        slot = _slot_of(table, keys, key)
        other = table[slot]
        before[U(article)] = other
        table[slot] = article
        for _ in range(crowd):
            if other < 0:
                break
            if latest[U(article)] != other:
                latest[U(article)] = other
                left[pairs], right[pairs] = other, article
                pairs += U(1)
            other = before[U(other)]
    return np.int64(pairs)


@njit(nogil=True, cache=True)
def _count_agreeing(
    values: Values, left: Positions, right: Positions, agreeing: NDArray[np.float64]
) -> None:
    for pair in range(len(left)):
        one, other = values[left[pair]], values[right[pair]]
        count = np.uint32(0)
        for place in range(len(one)):
            count += np.uint32(one[U(place)] == other[U(place)])
        agreeing[pair] = count


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
            digest += shingle
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
    longest: int,
    sizes: Positions,
    shared: Positions,
) -> None:
    """Fill in set sizes and shared counts; each left set is made one hash table for all rights."""
    table, other_table = np.empty((2, _room(longest)), dtype=np.int32)
    sizes[:] = -1  # until a text's distinct shingles have been moved to its front
    held = -1
    for pair in range(len(left)):
        if left[pair] != held:
            held = left[pair]
            own = hashes[offsets[held] : offsets[held + 1]]
            if sizes[held] >= 0:
                own = own[: sizes[held]]
            slots = table[: _room(len(own))]
            sizes[held] = _fill(slots, own)
            own = own[: sizes[held]]
        one = right[pair]
        others = hashes[offsets[one] : offsets[one + 1]]
        if sizes[one] < 0:
            sizes[one] = _fill(other_table[: _room(len(others))], others)
        shared[pair] = _count_found(slots, own, others[: sizes[one]])


@njit(nogil=True, cache=True)
def _room(count: int) -> Any:
    """How many slots a hash table of so many shingles has, a power of 2.

    So many are free that a shingle is nearly always found, or not, at the first one: a processor
    that has guessed otherwise loses more time than it takes to fetch the slot.
    """
    room = 8
    while room < 8 * count:
        room *= 2
    return room


@njit(nogil=True, cache=True)
def _fill(table: Slots, hashes: Hashes) -> Any:
    """Move the distinct shingles to the front, and their places into a table; how many they are."""
    table[:] = -1
    count = U(0)
    for place in range(len(hashes)):
        shingle = hashes[U(place)]
        slot = _slot_of(table, hashes, shingle)
        if table[slot] < 0:
            table[slot] = count
            hashes[count] = shingle
            count += U(1)
    return np.int64(count)


@njit(nogil=True, cache=True)
def _count_found(table: Slots, own: Hashes, others: Hashes) -> Any:
    """How many of the others are in the table, which has the places of the own ones."""
    found = 0
    for place in range(len(others)):
        shingle = others[U(place)]
        found += table[_slot_of(table, own, shingle)] >= 0
    return found
