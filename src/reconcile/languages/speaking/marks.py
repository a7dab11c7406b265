"""Quotation marks: which stretches of a text they enclose."""

import re
from collections.abc import Iterator

LONGEST = 2500  # code points; marks farther apart are not a pair

_OPENING = re.compile('[“„«"‘]')
# An opening mark follows a blank, a bracket or another mark; a closing one follows no blank. Each
# stretch ends at the next mark of any kind, so no letter is looked at twice.
_PAIR = re.compile(
    rf"[“„«](?=\S)([^“”„«»\n]{{1,{LONGEST}}})[”»]"
    rf"|(?<![^\s(\[:,–—-])[\"“](?=\S)([^\"“”\n]{{1,{LONGEST}}})(?<=\S)[\"”](?!\w)"
    rf"|(?<![^\s(\[:,–—-])‘(?=\S)([^‘\n]{{1,{LONGEST}}}?)(?<=\S)’(?!\w)"
)


def quoted_stretches(text: str) -> Iterator[tuple[int, int]]:
    """Every stretch in quotation marks, without the marks; never across the end of a line.

    >>> text = 'Ông nói: “Chúng tôi sẽ làm.” rồi "đi". "Hở'
    >>> [text[a:b] for a, b in quoted_stretches(text)]
    ['Chúng tôi sẽ làm.', 'đi']
    """
    done = 0
    for opening in _OPENING.finditer(text):
        match = _PAIR.match(text, opening.start()) if opening.start() >= done else None
        if match is not None and match.lastindex is not None:
            done = match.end()
            yield match.span(match.lastindex)
