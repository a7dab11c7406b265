"""Unicode's composed form (NFC) of a text, with a way back to the text as it was read."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

Positions = NDArray[np.int32]

# Unicode's own bound on combining marks in a row (Annex 15, "Stream-Safe Text Format"). Longer
# runs are noise, and sorting them takes quadratic time, so they are cut after this many.
MOST_MARKS = 30
_MET_AGAIN = 4096  # code points to remember, more than the letters of all languages of a feed


@frozen(eq=False)
class Normalised:
    """A text in one form, and the way back.

    Args:
        text: The settled text.
        starts: For each code point of `text`, where its source begins, shape (n,), or None when
            every code point stands where it stood.
        ends: For each code point of `text`, where its source ends, shape (n,), or None.

    Both arrays never fall, so a later stretch of `text` never has an earlier source.
    """

    text: str
    starts: Positions | None = field(default=None, repr=False)
    ends: Positions | None = field(default=None, repr=False)

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The half-open stretch of the source from which a non-empty stretch of `text` came."""
        if self.starts is None or self.ends is None:
            return start, end
        return int(self.starts[start]), int(self.ends[end - 1])

    def from_source(self, position: int) -> int:
        """The first code point of `text` whose source begins at `position` or later."""
        if self.starts is None:
            return min(position, len(self.text))
        return int(np.searchsorted(self.starts, position))

    def stretch_from_source(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of `text` that holds every code point whose source touches `start:end`."""
        stop = self.from_source(end)
        if self.ends is None:
            return min(start, stop), stop
        return min(int(np.searchsorted(self.ends, start, side="right")), stop), stop

    def after(self, earlier: "Normalised") -> "Normalised":
        """This text with its way back led on through the step that came before it."""
        if earlier.starts is None or earlier.ends is None:
            return self
        if self.starts is None or self.ends is None:
            return Normalised(self.text, earlier.starts, earlier.ends)
        return Normalised(self.text, earlier.starts[self.starts], earlier.ends[self.ends - 1])

    def without(self, positions: Iterable[int]) -> "Normalised":
        """The same text less the code points at `positions`."""
        dropped = set(positions)
        if not dropped:
            return self
        length = len(self.text)
        starts, ends = self.starts, self.ends
        if starts is None or ends is None:
            starts = np.arange(length, dtype=np.int32)
            ends = starts + np.int32(1)
        keep = np.ones(length, dtype=bool)
        keep[list(dropped)] = False
        text = "".join(c for i, c in enumerate(self.text) if i not in dropped)
        return Normalised(text, starts[keep], ends[keep])


def compose(text: str) -> Normalised:
    r"""NFC, one stretch between safe boundaries at a time, so that positions survive.

    A boundary is safe before a code point that starts a combining sequence and never composes
    with what stands before it (Unicode Standard Annex 15, section 9). Of more than
    `MOST_MARKS` combining marks in a row, each lot of that many is composed by itself.

    >>> composed = compose("Ha\u0300 No\u0323\u0302i")
    >>> composed.text, composed.to_source(4, 5)
    ('Hà Nội', (5, 8))
    """
    joining = {c for c in set(text) if _joins_backwards(c)}
    changing = {c for c in set(text) if not _is_composed(c)}
    if not joining and not changing:
        return Normalised(text)
    # Each piece is short, so its composition takes bounded time; most are met again and again.
    forms: dict[str, str] = {}
    found = _pieces(joining, changing).finditer(text)
    pieces = [
        (match.start(), match.end(), form)
        for match in found
        if (form := _composed(match.group(), forms)) != match.group()
    ]
    return _replaced(text, pieces) if pieces else Normalised(text)


def _composed(piece: str, forms: dict[str, str]) -> str:
    form = forms.get(piece)
    if form is None:
        form = forms[piece] = unicodedata.normalize("NFC", piece)
    return form


def _pieces(joining: set[str], changing: set[str]) -> re.Pattern[str]:
    """Matches what may change: a code point with the marks after it, or one that changes alone."""
    marks = "".join(map(re.escape, sorted(joining)))
    alone = "".join(map(re.escape, sorted(changing - joining)))
    choices = [f"[^{marks}]?[{marks}]{{1,{MOST_MARKS}}}"] if marks else []
    if alone:
        choices.append(f"[{alone}]")
    return re.compile("|".join(choices), re.DOTALL)


def _replaced(text: str, pieces: list[tuple[int, int, str]]) -> Normalised:
    """The text with each piece, ``(start, end, form)``, in its composed form."""
    parts: list[str] = []
    position = 0
    for start, end, form in pieces:
        parts += (text[position:start], form)
        position = end
    parts.append(text[position:])
    composed = "".join(parts)
    begins, stops, sizes = np.array([(s, e, len(f)) for s, e, f in pieces], dtype=np.int64).T
    # How far a code point after piece i has moved, and where piece i itself has come to stand.
    moved = np.cumsum(stops - begins - sizes)
    places = begins - np.concatenate(([0], moved[:-1]))
    starts = np.arange(len(composed), dtype=np.int64)
    starts += np.concatenate(([0], moved))[np.searchsorted(places + sizes, starts, side="right")]
    ends = starts + 1
    firsts = np.repeat(places - np.concatenate(([0], np.cumsum(sizes)[:-1])), sizes)
    inside = firsts + np.arange(int(sizes.sum()))
    starts[inside] = np.repeat(begins, sizes)
    ends[inside] = np.repeat(stops, sizes)
    return Normalised(composed, starts.astype(np.int32), ends.astype(np.int32))


@lru_cache(_MET_AGAIN)
def _is_composed(character: str) -> bool:
    return unicodedata.is_normalized("NFC", character)


@lru_cache(_MET_AGAIN)
def _joins_backwards(character: str) -> bool:
    """Whether a code point may change or be changed by what stands before it."""
    if character < "\u0300":
        return False
    if unicodedata.combining(character):
        return True
    if "\u1161" <= character <= "\u1175" or "\u11a8" <= character <= "\u11c2":
        return True  # Hangul vowels and final consonants compose with the syllable before
    first = unicodedata.normalize("NFD", character)[0]
    return unicodedata.combining(first) != 0 or character in _BACKWARD_STARTERS


# Starters (combining class 0) that compose with the character before them: NFC_QC=Maybe, up to
# Unicode 16, so that an interpreter with newer tables finds nothing missing.
_BACKWARD_STARTERS = frozenset(
    "\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u102e"
    "\u1b35\U000110ba\U00011127\U0001133e\U00011357\U000113b8\U000113bb\U000113c2\U000113c5"
    "\U000113c7\U000113c8\U000113c9\U000114b0\U000114ba\U000114bd\U000115af\U00011930"
    "\U0001611e\U0001611f\U00016120\U00016121\U00016122\U00016123\U00016124\U00016125\U00016126"
    "\U00016127\U00016128\U00016129\U00016d67"
)
