"""How far the name of an agreement or of a legal document reaches after its head."""

import re

from reconcile.languages.naming.entries import Entry
from reconcile.languages.naming.patterns import UPPER
from reconcile.languages.vi.names import lexicon as lx

_LINK = re.compile(r" [–-] | và ")
_DOCUMENT = re.compile(
    rf"(?: số)? ?\d{{1,5}}(?:[/-](?:19|20)\d\d)?(?:[/-][{UPPER}][\w–-]{{0,20}}){{0,4}}"
    r"(?![\w%]|[.,]\d)"
)
_MOST_PIECES = 24  # a name of more is no name


def pact_end(text: str, folded: str, end: int, head: str) -> int:
    """Where the name of an agreement ends whose head ends at `end`; `end` when there is no name.

    >>> text = "Hiệp định Thương mại Việt Nam – Hoa Kỳ được ký"
    >>> text[: pact_end(text, text.lower(), 9, "hiệp định")]
    'Hiệp định Thương mại Việt Nam – Hoa Kỳ'
    """
    if not text[end - len(head)].isupper():
        return end
    place = end
    for _ in range(_MOST_PIECES):
        after = _piece_end(text, folded, place, first=place == end)
        if after == place:
            break
        place = after
    return place


def _piece_end(text: str, folded: str, place: int, *, first: bool) -> int:
    """The end of one more piece after `place`, or `place` when there is none."""
    if not folded.startswith(" ", place):
        return place
    if topic := lx.PACT_TOPIC.match(folded, place + 1):
        return topic.end()
    link = None if first else _LINK.match(folded, place)
    begin = link.end() if link else place + 1
    if not text[begin : begin + 1].isupper():
        return place
    phrase = lx.LEXICON.match(folded, begin)
    entry = lx.ENTRIES[phrase.group()] if phrase else Entry()
    if phrase and entry.known:
        return phrase.end()
    word = lx.WORD.match(text, begin)
    if link or entry.role or word is None or word.group().lower() in lx.SURNAMES:
        return place
    return word.end()


def document_end(text: str, folded: str, end: int, head: str) -> int:
    """Where a legal document's number ends after its kind; `end` when it has none."""
    number = _DOCUMENT.match(text, end)
    return number.end() if number else end
