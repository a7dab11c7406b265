"""One text in one form, with a way back to the text as it was read.

Vietnamese arrives composed and decomposed (NFC, NFD), with tone marks in the old and the new
place ("hòa", "hoà") and with slips of the keyboard ("mơí" for "mới"). English corpora arrive cut
into tokens ("6 . 1 - magnitude"). All of it is settled here, once, on a copy; the text as read is
never touched, and every position of the copy knows its place in the original.
"""

import re
import unicodedata

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

Positions = NDArray[np.int32]

_TONES = "\u0300\u0301\u0309\u0303\u0323"  # grave, acute, hook above, tilde, dot below


def _toned(letters: str) -> str:
    """Every letter of `letters` with every tone, composed."""
    return "".join(unicodedata.normalize("NFC", a + tone) for a in letters for tone in _TONES)


# The tone of a syllable that ends in "oa", "oe" or "uy" stands on the first vowel in the old
# spelling and on the second in the new one. In "quý" the u belongs to the consonant.
_NEW_PLACE = re.compile(f"(?<![qQ])(?:[oO][{_toned('aeAE')}]|[uU][{_toned('yY')}])(?![^\\W\\d_])")
# A tone never stands on the glide after a vowel with a quality mark: the typist's finger slipped.
_SLIP = re.compile(f"[ăâêôơưĂÂÊÔƠƯ][{_toned('iuyoIUYO')}]")
_SPACES = ("\u00a0", "\u2007", "\u202f", "\u2009", "\u2002", "\u2003", "\u3000")


def _tone_to_first(match: re.Match[str]) -> str:
    first, second = match.group()[0], match.group()[1]
    decomposed = unicodedata.normalize("NFD", second)
    return unicodedata.normalize("NFC", first + decomposed[1]) + decomposed[0]


@frozen(eq=False)
class Normalised:
    """A text in one form, and the way back.

    Args:
        text: The settled text.
        starts: For each code point of `text`, where its source begins, shape (n,), or None when
            every code point stands where it stood.
        ends: For each code point of `text`, where its source ends, shape (n,), or None.
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
            return position
        return int(np.searchsorted(self.starts, position))


def normalise(text: str) -> Normalised:
    """Settle Unicode form, tone marks, spaces and cut tokens.

    Returns:
        A text that is the same for every spelling of the same words, and the way back.

    >>> normalise("Thuỷ hoà mơí").text
    'Thủy hòa mới'
    >>> spaced = normalise("A 6 . 1 - magnitude quake hit , officials said .")
    >>> spaced.text
    'A 6.1-magnitude quake hit, officials said.'
    >>> spaced.to_source(2, 5)
    (2, 7)
    """
    composed = _compose(text)
    settled = composed.text
    for space in _SPACES:
        settled = settled.replace(space, " ")
    settled = _NEW_PLACE.sub(_tone_to_first, settled)
    settled = _SLIP.sub(_tone_to_first, settled)
    return _without(_spaces_of_tokens(settled), Normalised(settled, composed.starts, composed.ends))


def _compose(text: str) -> Normalised:
    """NFC, one stretch between safe boundaries at a time, so that positions survive.

    A boundary is safe before a code point that starts a combining sequence and never composes
    with what stands before it (Unicode Standard Annex 15, section 9).
    """
    if unicodedata.is_normalized("NFC", text):
        return Normalised(text)
    inside = {c for c in set(text) if _joins_backwards(c)}
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    begin = 0
    for position in range(1, len(text) + 1):
        if position < len(text) and text[position] in inside:
            continue
        piece = unicodedata.normalize("NFC", text[begin:position])
        pieces.append(piece)
        starts.extend([begin] * len(piece))
        ends.extend([position] * len(piece))
        begin = position
    return Normalised(
        "".join(pieces), np.array(starts, dtype=np.int32), np.array(ends, dtype=np.int32)
    )


def _joins_backwards(character: str) -> bool:
    """Whether a code point may change or be changed by what stands before it."""
    if unicodedata.combining(character):
        return True
    if "\u1161" <= character <= "\u1175" or "\u11a8" <= character <= "\u11c2":
        return True  # Hangul vowels and final consonants compose with the syllable before
    first = unicodedata.normalize("NFD", character)[0]
    return unicodedata.combining(first) != 0 or character in _BACKWARD_STARTERS


# Starters (combining class 0) that compose with the character before them: NFC_QC=Maybe.
_BACKWARD_STARTERS = frozenset(
    "\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u102e"
    "\u1b35\U000110ba\U00011127\U0001133e\U00011357\U000114b0\U000114ba\U000114bd\U000115af"
    "\U00011930"
)

_CUT = re.compile(r"(?<=\S) (?:[,;:!?]|\.(?!\.)) ?")
_TIGHT = re.compile(r"[^\s\d][,;:] ")
_TOKEN_SPACES = re.compile(
    r"(?<=\d) (?=[.,] \d)|(?<=\d [.,]) (?=\d)"  # 6 . 1   70 , 000
    r"|(?<=[^\s(]) (?=[,;:!?)%]|\.(?:\s|$))"  # word ,   word .   50 %
    r"|(?<=[($]) (?=\S)"  # ( word   $ 5
    r"|(?<=\w) (?=['’](?:s|re|ve|ll|d|m|t)\b)|(?<=\w) (?=n['’]t\b)"  # it 's   did n't
    r"|(?<=\w) (?=- \w)|(?<=\w -) (?=\w)"  # 6.1 - magnitude
)


def _spaces_of_tokens(text: str) -> list[int]:
    """Positions of the spaces that only a tokeniser can have put there, if one has been at work."""
    cut = len(_CUT.findall(text))
    if cut < 2 or cut <= len(_TIGHT.findall(text)):
        return []
    return [match.start() for match in _TOKEN_SPACES.finditer(text)]


def _without(positions: list[int], normalised: Normalised) -> Normalised:
    """The same text less the code points at `positions`."""
    if not positions:
        return normalised
    length = len(normalised.text)
    starts, ends = normalised.starts, normalised.ends
    if starts is None or ends is None:
        starts = np.arange(length, dtype=np.int32)
        ends = starts + np.int32(1)
    keep = np.ones(length, dtype=bool)
    keep[positions] = False
    dropped = set(positions)
    text = "".join(c for i, c in enumerate(normalised.text) if i not in dropped)
    return Normalised(text, starts[keep], ends[keep])


def fold(text: str) -> str:
    """Lower case, keeping the length, so that a position means the same in both.

    >>> fold("ÔNG İ")
    'ông İ'
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)
