"""The tokeniser's kernel compiled with numba: the bits of `reconcile.text.scanning`, faster.

Imported only where `reconcile.text.kernels` finds that it pays. numba runs on little-endian
machines only, so four units of 16 bits are read and written as one number of 64.
"""

from typing import Any

import numpy as np
from llvmlite import ir
from numba import carray, njit, types  # type: ignore[attr-defined]  # its own name
from numba.core.errors import TypingError
from numba.extending import intrinsic as _typed_intrinsic
from numpy.typing import NDArray

from reconcile.text import scanning
from reconcile.text.letters import FILLED, LETTERS
from reconcile.text.scanning import (
    BASE,
    LETTERS_OF_BLOCK,
    Codes,
    Hashes,
    Positions,
    Units,
    Words,
    powers,
)

intrinsic: Any = _typed_intrinsic  # what it makes is called as numba sees it, without `typing`
U = np.uint64  # indices without a sign: numba then checks none for being negative
SEGMENT = 1 << 19
"""Code points of several texts that are best handed over together."""
_PIECE = 1024  # code points worked on at a time, so that all arrays fit a first-level cache
_ROOM = _PIECE + 16

_UNFILLED = -1  # a code point is on a page of the tables that is not filled yet
_BEYOND = -2  # a word does not fit a piece, or has letters beyond U+FFFF
_NOWHERE = np.empty(0, dtype=np.int64)

# What a block keeps of the letters from it on, by how many they are and four more.
_MASKS = scanning.MASKS[np.clip(np.arange(_ROOM) - LETTERS_OF_BLOCK, 0, LETTERS_OF_BLOCK)]
# Of eight bits, which ones are set: the places of those in 16 bits each, and how many there are.
_BITS = [[place for place in range(8) if byte >> place & 1] for byte in range(256)]
_PLACES = np.array([bits + [0] * (8 - len(bits)) for bits in _BITS], dtype="<u2").view("<u8")
_COUNTS = np.array([len(bits) for bits in _BITS], dtype=np.uint64)


class _Held:
    """A text whose code points are read where Python keeps them, and which is kept for that."""

    def __init__(self, text: str) -> None:
        address, width = _locate(text)
        self.text = text
        self.__array_interface__ = {
            "version": 3,
            "data": (address, True),
            "typestr": f"<u{width}",
            "shape": (len(text),),
        }


def codes_of(text: str) -> Codes:
    """The same as `reconcile.text.scanning.codes_of`, without a copy; for a text that has any."""
    try:
        return np.asarray(_Held(text))
    except TypingError:  # a numba that keeps texts in another way
        return scanning.codes_of(text)


@njit(cache=True)
def _locate(text: Any) -> Any:
    """Where Python keeps the code points of a text, and how many bytes each takes."""
    place, width = text._data, text._kind  # noqa: SLF001  (numba has no public name for them)
    return carray(place, 1, np.uint8).ctypes.data, width


def scan(codes: Codes, bounds: Positions) -> Words:
    """The same as `reconcile.text.scanning.scan`."""
    room = len(codes) // 2 + 1
    starts, ends = np.empty(room, dtype=np.int64), np.empty(room, dtype=np.int64)
    words = np.empty(room, dtype=np.uint64)
    counts = np.empty(len(bounds) - 1, dtype=np.int64)
    count = _scan_filled(codes, bounds, words, counts, starts, ends)
    if count == _BEYOND:
        return scanning.scan(codes, bounds)
    return starts[:count], ends[:count], words[:count]


def hash_segment(codes: Codes, bounds: Positions) -> tuple[Hashes, Positions]:
    """The same as `reconcile.text.scanning.hash_segment`."""
    words = np.empty(len(codes) // 2 + 1, dtype=np.uint64)
    counts = np.empty(len(bounds) - 1, dtype=np.int64)
    count = _scan_filled(codes, bounds, words, counts, _NOWHERE, _NOWHERE)
    if count == _BEYOND:
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
    factors = powers(BASE, _PIECE // LETTERS_OF_BLOCK + 2)
    tables = LETTERS.units, LETTERS.kinds, factors, _MASKS, _PLACES, _COUNTS
    count: int = _scan(codes, bounds, LETTERS.known, tables, words, counts, starts, ends)
    if count == _UNFILLED:
        LETTERS.fill(codes)
        count = _scan(codes, bounds, LETTERS.known, tables, words, counts, starts, ends)
    return count


@njit(nogil=True, cache=True)
def _scan(
    codes: Codes,
    bounds: Positions,
    known: int,
    tables: Any,
    words: Hashes,
    counts: Positions,
    starts: Positions,
    ends: Positions,
) -> Any:
    """Fill in words, their counts and, if there is room, places; how many, or what is wrong."""
    letters, kinds, factors, masks, places, set_bits = tables
    units = np.zeros(_ROOM, dtype=np.uint16)  # the first one is always 0, outside
    edges = np.empty(_ROOM, dtype=np.uint16)
    changes = np.zeros(_ROOM, dtype=np.uint8)
    later = np.empty(_ROOM, dtype=np.uint64)
    count = U(0)
    for text in range(len(bounds) - 1):
        first, last = U(bounds[text]), U(bounds[text + 1])
        before = count
        while first < last:
            length = min(last - first, U(_PIECE))
            piece = codes[first : first + length]
            state = _look_over(piece, letters, kinds, known)
            if state < 0:
                return state
            _read_units(piece, letters, units)
            edge = _find_edges(units, length, changes, places, set_bits, edges)
            if edge & U(1):  # a word goes on: the next piece begins with it
                edge -= U(1)
                length = U(edges[edge])
                if length == 0:
                    return _BEYOND
            found = edge >> U(1)
            _hash_words(units, edges, found, factors, masks, later, words[count : count + found])
            for word in range(found if len(starts) else U(0)):
                starts[count + U(word)] = first + edges[U(2) * U(word)]
                ends[count + U(word)] = first + edges[U(2) * U(word) + U(1)]
            count += found
            first += length
        counts[text] = count - before
    return np.int64(count)


@njit(nogil=True, cache=True)
def _look_over(codes: Codes, letters: Units, kinds: NDArray[np.uint8], known: int) -> Any:
    """Whether these code points are ones that the kernel can deal with, or what is wrong."""
    top = np.uint32(0)
    for place in range(len(codes)):
        top = max(top, np.uint32(codes[U(place)]))
    if top < known:
        return 0
    for place in range(len(codes)):
        code = codes[U(place)]
        if not kinds[code] & FILLED:
            return _UNFILLED
        if code > np.uint32(0xFFFF) and letters[code]:
            return _BEYOND
    return 0


@njit(nogil=True, cache=True)
def _read_units(codes: Codes, letters: Units, units: Units) -> None:
    """Fill in the units of code points, from the second place on, and zeros after them."""
    whole = len(codes) & ~3
    for step in range(whole >> 2):
        place = U(step) << U(2)
        one, two = U(letters[codes[place]]), U(letters[codes[place + U(1)]])
        three, four = U(letters[codes[place + U(2)]]), U(letters[codes[place + U(3)]])
        block = one | two << U(16) | three << U(32) | four << U(48)
        _write_block(units, place + U(1), block)
    for last in range(whole, len(codes)):
        units[U(last) + U(1)] = letters[codes[U(last)]]
    units[len(codes) + 1 : len(codes) + 10] = 0


@njit(nogil=True, cache=True)
def _find_edges(
    units: Units,
    length: np.uint64,
    changes: NDArray[np.uint8],
    places: Hashes,
    set_bits: Hashes,
    edges: Units,
) -> Any:
    """Fill in where words begin and end in turn; how many edges there are, no branch on any."""
    for place in range(length):
        changes[U(place)] = (units[U(place)] != 0) != (units[U(place) + U(1)] != 0)
    changes[length : length + U(8)] = 0
    bytes_of_eight = changes.view(np.uint64)
    edge = U(0)
    for step in range((length + U(7)) >> U(3)):
        # Eight bytes of 0 or 1 become eight bits, in the same order.
        bits = (bytes_of_eight[U(step)] * U(0x0102040810204080)) >> U(56)
        shift = (U(step) << U(3)) * U(0x0001000100010001)
        _write_block(edges, edge, places[bits, U(0)] + shift)
        _write_block(edges, edge + U(4), places[bits, U(1)] + shift)
        edge += set_bits[bits]
    return edge


@njit(nogil=True, cache=True)
def _hash_words(
    units: Units,
    edges: Units,
    found: np.uint64,
    factors: Hashes,
    masks: Hashes,
    later: Hashes,
    words: Hashes,
) -> None:
    """Fill in the hashes of the words between edges; no branch unless one is long."""
    seen = U(0)
    for word in range(found):
        start = U(edges[U(2) * U(word)]) + U(1)
        letters = U(edges[U(2) * U(word) + U(1)]) + U(1) - start
        seen |= letters - U(1)
        words[U(word)] = _read_block(units, start) & masks[letters + U(4)]
        later[U(word)] = _read_block(units, start + U(4)) & masks[letters]
    first, second = factors[1], factors[2]
    for word in range(found):
        words[U(word)] = mix(_fold(words[U(word)]) * first + _fold(later[U(word)]) * second)
    for word in range(found if seen >= U(8) else U(0)):
        start = U(edges[U(2) * U(word)]) + U(1)
        letters = U(edges[U(2) * U(word) + U(1)]) + U(1) - start
        if letters > U(8):
            words[U(word)] = _hash_long(units, start, letters, factors, masks)


@njit(nogil=True, cache=True)
def _hash_long(
    units: Units, start: np.uint64, letters: np.uint64, factors: Hashes, masks: Hashes
) -> Any:
    """The hash of a word of any number of blocks."""
    total = U(0)
    for step in range((letters + U(3)) >> U(2)):
        done = U(step) << U(2)
        block = _read_block(units, start + done) & masks[letters - done + U(4)]
        total += _fold(block) * factors[U(step) + U(1)]
    return mix(total)


@njit(nogil=True, cache=True)
def _fold(block: np.uint64) -> np.uint64:
    return block ^ (block >> U(32))


@njit(nogil=True, cache=True)
def mix(value: np.uint64) -> np.uint64:
    """MurmurHash3's finaliser for 64 bits."""
    value ^= value >> np.uint64(33)
    value *= np.uint64(0xFF51AFD7ED558CCD)
    value ^= value >> np.uint64(33)
    value *= np.uint64(0xC4CEB9FE1A85EC53)
    return value ^ (value >> np.uint64(33))


@intrinsic
def _read_block(typing: Any, units: Any, place: Any) -> Any:
    """The four units from a place on as one number."""

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.load(_address(context, builder, signature, arguments), align=2)

    return types.uint64(units, place), generate


@intrinsic
def _write_block(typing: Any, units: Any, place: Any, block: Any) -> Any:
    """Write one number as the four units from a place on."""

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        address = _address(context, builder, signature, arguments)
        builder.store(arguments[2], address, align=2)
        return context.get_dummy_value()

    return types.void(units, place, types.uint64), generate


def _address(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
    array = context.make_array(signature.args[0])(context, builder, arguments[0])
    place = builder.gep(array.data, [arguments[1]])
    return builder.bitcast(place, ir.IntType(64).as_pointer())
