"""How far the name of a place reaches after its head."""

import re

from reconcile.languages.naming.entries import Entry
from reconcile.languages.vi.names import lexicon as lx

_NUMBER = re.compile(r" ?\d{1,3}[A-Z]?(?![\w/.,%])")
_MOST_WORDS = 4
_NOTHING = Entry()


def place_end(text: str, folded: str, end: int, head: str) -> int:
    """Where the name of a place ends whose head ends at `end`; `end` itself when none follows.

    >>> text = "ở quận Hoàn Kiếm, quận 12 và bang Louisiana"
    >>> [text[: place_end(text, text, at, h)].split()[-1] for at, h in [(6, "quận"), (22, "quận")]]
    ['Kiếm', '12']
    """
    if head in lx.NUMBERED and (number := _NUMBER.match(text, end)):
        return number.end()
    glued = not text.startswith(" ", end)
    begin = end if glued else end + 1
    if (glued and not head.endswith(".")) or not text[begin : begin + 1].isupper():
        return end
    known = lx.LEXICON.match(folded, begin)
    entry = lx.ENTRIES[known.group()] if known else Entry()
    if known and entry.known == "place":
        return known.end()
    if known and " " in known.group() and (entry.role or entry == _NOTHING):
        return end
    return _words_end(text, begin, plain=_is_plain(text, end, head)) or end


def _is_plain(text: str, end: int, head: str) -> bool:
    """Whether the head is a common word that one capitalised syllable after it makes no name."""
    return head in lx.COMMON_PLACES and not text[end - len(head)].isupper()


def _words_end(text: str, begin: int, *, plain: bool) -> int | None:
    """The end of the syllables, or else of the foreign words, that name a place."""
    run = lx.RUN.match(text, begin)
    if run is None:
        return None
    words = list(lx.WORD.finditer(text, begin, run.end()))
    syllables = 0
    for word in words[:_MOST_WORDS]:
        if syllables and text[word.start() - 1] != " ":
            break
        if not lx.is_syllable(word.group().lower()):
            break
        syllables += 1
    if syllables == 0:
        return words[min(len(words), _MOST_WORDS) - 1].end()
    return None if plain and syllables == 1 else words[syllables - 1].end()
