"""Which language a text is in: by its letters and its commonest words, or no answer."""

import re
import unicodedata
from functools import cache

from attrs import frozen

from reconcile.languages import available_languages, language_table

# A text is judged by its beginning: more adds time and no certainty.
_SAMPLE = 3_000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LEAST_SHARE = 0.15
# How much more the best language must show than the next one.
_LEAD = 1.5


@frozen
class _Signs:
    """What gives a language away: letters of its own, and its commonest words."""

    code: str | None
    name: str
    letters: re.Pattern[str] | None
    words: frozenset[str]

    def share(self, words: list[str]) -> float:
        """The share of `words`, case-folded, that give the language away."""
        own, letters = self.words, self.letters
        found = sum(1 for w in words if w in own or (letters is not None and letters.search(w)))
        return found / len(words)


@cache
def _all_signs() -> tuple[_Signs, ...]:
    return tuple(_signs(code) for code in (*available_languages(), None))


def _signs(code: str | None) -> _Signs:
    table = language_table(code, "detection")
    letters = table.get("letters")
    return _Signs(
        code=code,
        name=table["name"],
        letters=re.compile(f"[{re.escape(letters)}]") if letters else None,
        words=frozenset(table["words"]),
    )


def detect_language(text: str) -> tuple[str | None, str]:
    """The language of a text, when it is plain, and why.

    Args:
        text: Any text, composed or decomposed.

    Returns:
        The BCP 47 code of a language that has a pack, or None, and the reason in a few words.

    >>> detect_language("Hai người bị thương trong vụ tai nạn.")
    ('vi', '100% of its words are common in Vietnamese or have its letters')
    >>> detect_language("Two people were hurt in the accident.")[0]
    'en'
    >>> detect_language("12345")
    (None, 'it has no words')
    """
    sample = unicodedata.normalize("NFC", text[:_SAMPLE]).casefold()
    words = _WORD.findall(sample)
    if not words:
        return None, "it has no words"
    shares = sorted(((s.share(words), s) for s in _all_signs()), key=lambda pair: -pair[0])
    best, signs = shares[0]
    said = f"{best:.0%} of its words are common in {signs.name} or have its letters"
    if best < _LEAST_SHARE:
        return None, f"only {said}"
    next_best, other = shares[1]
    if best < _LEAD * next_best:
        return None, f"{said}, but {next_best:.0%} in {other.name}"
    return signs.code, said
