"""One text in one form, with a way back to the text as it was read.

Vietnamese arrives composed and decomposed (NFC, NFD), with tone marks in the old and the new
place ("hòa", "hoà") and with slips of the keyboard ("mơí" for "mới"). English corpora arrive cut
into tokens ("6 . 1 - magnitude"). All of it is settled here, once, on a copy; the text as read is
never touched, and every position of the copy knows its place in the original.
"""

import re
import unicodedata

from reconcile.text.composition import Normalised, compose
from reconcile.text.detokenisation import straight_quotes, superfluous, was_tokenised

_TONES = "\u0300\u0301\u0309\u0303\u0323"  # grave, acute, hook above, tilde, dot below


def toned(letters: str) -> str:
    """Every letter of `letters` with every tone, composed."""
    return "".join(unicodedata.normalize("NFC", a + tone) for a in letters for tone in _TONES)


_END = "(?![^\\W\\d_]|[\u0300-\u036f])"  # no letter follows, nor a mark that would compose
# The tone of a syllable that ends in "oa", "oe" or "uy" stands on the first vowel in the old
# spelling and on the second in the new one; on the second of "ua" only by a slip ("cuả" for "của").
# In "quý" and "quá" the u belongs to the consonant. Only what may begin a Vietnamese syllable may
# stand before: "Chloé" keeps her accent.
_ONSET = re.compile(r"(?<![^\W\d_])(?i:ngh?|nh|[ckgpt]h|tr|gi|[bcdđghklmnprstvx]|)$")
_LONGEST_ONSET = 3
_NEW_PLACE = re.compile(f"[oOuU](?:(?<=[oO])[{toned('aeAE')}]|(?<=[uU])[{toned('yYaA')}]){_END}")
# A tone never stands on the glide after a vowel with a quality mark: the typist's finger slipped.
_SLIP = re.compile(f"[ăâêôơưĂÂÊÔƠƯ][{toned('iuyoIUYO')}](?![\u0300-\u036f])")
_SPACES = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_HYPHENS = "\u2010\u2011"  # a hyphen, and one that no line ends after
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")  # soft hyphen, zero-width space, joiner, BOM


def _tone_to_first(vowels: str) -> str:
    decomposed = unicodedata.normalize("NFD", vowels[1])
    return unicodedata.normalize("NFC", vowels[0] + decomposed[1]) + decomposed[0]


def _settled_tone(vowels: re.Match[str]) -> str:
    """The two vowels with their tone on the first, unless no Vietnamese syllable ends in them."""
    start = vowels.start()
    onset = _ONSET.search(vowels.string, max(0, start - _LONGEST_ONSET), start)
    return vowels[0] if onset is None else _tone_to_first(vowels[0])


def normalise(text: str) -> Normalised:
    """Settle Unicode form, tone marks, spaces and cut tokens.

    Returns:
        A text that is the same for every spelling of the same words, and the way back.
        Normalising that text again changes nothing.

    >>> normalise("Thuỷ hoà mơí").text
    'Thủy hòa mới'
    >>> spaced = normalise("A 6 . 1 - magnitude quake hit , officials said .")
    >>> spaced.text
    'A 6.1-magnitude quake hit, officials said.'
    >>> spaced.to_source(2, 5)
    (2, 7)
    """
    seen = Normalised(text).without(match.start() for match in _UNSEEN.finditer(text))
    composed = compose(seen.text).after(seen)
    settled = composed.text
    for space in _SPACES:
        settled = settled.replace(space, " ")
    for hyphen in _HYPHENS:
        settled = settled.replace(hyphen, "-")
    settled = _NEW_PLACE.sub(_settled_tone, settled)
    settled = _SLIP.sub(lambda m: _tone_to_first(m[0]), settled)
    if not was_tokenised(settled):
        return Normalised(settled, composed.starts, composed.ends)
    settled = straight_quotes(settled)
    whole = Normalised(settled, composed.starts, composed.ends)
    return whole.without(superfluous(settled))


def fold(text: str) -> str:
    """Lower case, keeping the length, so that a position means the same in both.

    >>> fold("ÔNG İ")
    'ông İ'
    """
    # İ is the one character whose lower case is longer than itself.
    return "İ".join(part.lower() for part in text.split("İ"))
