"""Which texts have to be settled at all: most are as they should be, and this tells it quickly.

`normalise` looks at a text in a dozen ways. Here all texts are looked at together, in one, and
passed only when nothing in them could be changed; when in doubt a text is not passed.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from reconcile.text.normalisation import toned
from reconcile.text.scanning import Codes

_ODD, _LETTER, _Q = 1, 2, 4
_ROUND, _TONED_AEY = 8, 16  # "oà" and "uỳ" at the end of a syllable are written "òa" and "ùy"
_MARKED, _TONED_IUOY = 32, 64  # "ơí" is a slip for "ới"
_MARK = 128  # after a space it may be what a tokeniser has cut off

_PLAIN = (
    "\t\n\r" + "".join(map(chr, range(0x20, 0x7F))) + "“”‘’–—…•«»°²³€£©®×"
    + "".join(map(chr, [*range(0xC0, 0x250), *range(0x1EA0, 0x1EFA)]))
)  # fmt: skip
_APOSTROPHES = [ord(c) for c in "'’"]
_CONTRACTED = [ord(c) for c in "srvl"]


def find_unsettled(codes: Codes, bounds: NDArray[np.int64]) -> list[int]:
    """Positions of the texts that `normalise` may change.

    Args:
        codes: The code points of some texts, with a line end after each text.
        bounds: Where each text begins in `codes`, and the end.

    >>> texts = ["Hai bên", "Uỷ ban", "mơí"]
    >>> codes = np.array([ord(c) for text in texts for c in text + chr(10)], dtype=np.uint32)
    >>> find_unsettled(codes, np.array([0, 8, 15, 19]))
    [1, 2]
    """
    kinds = np.zeros(len(codes) + 3, dtype=np.uint8)
    _kinds().take(codes, mode="clip", out=kinds[1:-2])
    before, first, second, after = kinds[:-3], kinds[1:-2], kinds[2:-1], kinds[3:]
    moved = (first & _ROUND) & (second & _TONED_AEY) >> 1
    moved &= ~((after & _LETTER) << 2 | (before & _Q) << 1)
    slipped = (first & _MARKED) & (second & _TONED_IUOY) >> 1
    odd = np.flatnonzero((moved | slipped | (first & _ODD)) != 0)
    marks = np.flatnonzero((codes == ord(" ")) & (second & _MARK != 0))
    places = np.concatenate((odd, marks[_is_cut(codes, marks)]))
    unsettled: list[int] = np.unique(np.searchsorted(bounds, places, side="right") - 1).tolist()
    return unsettled


def _is_cut(codes: Codes, spaces: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Whether a space before a mark stands as only a tokeniser would put it.

    Every text that `was_tokenised` holds for has one: ``word ,`` ``( word )`` ``it 's`` ``n't``.
    """
    mark = codes[spaces + 1]
    after = codes[np.minimum(spaces + 2, len(codes) - 1)]
    opening = (mark == ord("(")) & (after != ord(" "))
    quoting = np.isin(mark, _APOSTROPHES) & ~np.isin(after, _CONTRACTED)
    word = (mark == ord("n")) & ~np.isin(after, _APOSTROPHES)
    cut: NDArray[np.bool_] = ~(opening | quoting | word)
    return cut


@cache
def _kinds() -> NDArray[np.uint8]:
    """What each code point may be part of, uint8 (0x110000,)."""
    kind_of = {character: _LETTER if character.isalpha() else 0 for character in _PLAIN}
    for characters, kind in (
        (",.;:!?()'’n", _MARK),
        ("qQ", _Q),
        (toned("aeyAEY"), _TONED_AEY),
        (toned("iuoyIUOY"), _TONED_IUOY),
        ("oOuU", _ROUND),
        ("ăâêôơưĂÂÊÔƠƯ", _MARKED),
    ):
        for character in characters:
            kind_of[character] |= kind
    kinds = np.full(0x110000, _ODD, dtype=np.uint8)
    kinds[[ord(character) for character in kind_of]] = list(kind_of.values())
    return kinds
