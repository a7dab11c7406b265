"""Names of persons by their own shape: a surname and syllables, or a foreign given name."""

import re

from reconcile.languages.vi.names import lexicon as lx

_MOST_SYLLABLES = 5  # of a Vietnamese name; a longer row of capitals is a heading
_MOST_FOREIGN = 5  # words of a foreign name
_RARELY_ALONE = frozenset(("hoàng", "lương", "dương", "đào", "phan", "đàm"))


def person_end(text: str, folded: str, begin: int) -> int | None:
    """Where a Vietnamese person's name of two to five syllables ends that begins at `begin`."""
    place, end, count = begin, begin, 0
    while count <= _MOST_SYLLABLES:
        word = lx.WORD.match(text, place)
        if word is None or not lx.is_syllable(folded[place : word.end()]):
            break
        if folded[place : word.end()] in lx.NEVER_IN_NAMES:
            break
        if count >= 2 and _begins_another(folded, place):
            break
        count, end = count + 1, word.end()
        if not text.startswith(" ", end):
            break
        place = end + 1
    return end if 2 <= count <= _MOST_SYLLABLES else None


def _begins_another(folded: str, place: int) -> bool:
    """Whether a phrase of several words that is no part of a person's name begins here."""
    phrase = lx.LEXICON.match(folded, place)
    if phrase is None or " " not in phrase.group():
        return False
    entry = lx.ENTRIES[phrase.group()]
    return bool(entry.known or entry.head or entry.role)


def is_certain(name: str) -> bool:
    """Whether a surname with its syllables is a person's name without further evidence.

    >>> [is_certain(n) for n in ("Nguyễn Du", "Hà Văn Nam", "Cao Lanh", "Hoàng Mai")]
    [True, True, False, False]
    """
    surname, second, *rest = name.lower().split(" ")
    if surname in lx.SURNAMES:
        return bool(rest) or surname not in _RARELY_ALONE
    return bool(rest) and second in lx.MIDDLES


def foreign_end(text: str, folded: str, begin: int, end: int) -> int:
    """Where a foreign person's name ends: before the next known phrase, after some words."""
    last = begin
    for count, word in enumerate(lx.WORD.finditer(text, begin, end)):
        if count == _MOST_FOREIGN or (count and _is_other(folded, word, count)):
            break
        last = word.end()
    return last


def _is_other(folded: str, word: re.Match[str], count: int) -> bool:
    lowered = folded[word.start() : word.end()]
    if lowered in lx.SURNAMES or lowered in lx.OPENERS:
        return True
    phrase = lx.LEXICON.match(folded, word.start())
    if phrase is None:
        return False
    entry = lx.ENTRIES[phrase.group()]
    return bool(entry.role or entry.head or (entry.known and count >= 2))
