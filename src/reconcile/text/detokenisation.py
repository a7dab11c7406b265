"""Undoing what a tokeniser did to a text: "6 . 1 - magnitude" reads 6.1-magnitude.

Corpora of English news often come as tokens with a space between any two. Ordinary prose is left
alone: the work is done only where punctuation stands apart more often than it stands close.
"""

import re

_APART = re.compile(
    r" (?<=\S )(?:(?:[,;:!?]|\.(?!\.))(?=\s|$)"  # word ,
    r"|\( (?=\S)|\)(?=\s|$)"  # ( word )
    r"|(?:['’](?:s|re|ve|ll)|n['’]t)\b)"  # it 's
)
_CLOSE = re.compile(r"\w[,;:!?.](?=\s|$)|(?<=\s)\(\w|\w\)(?=\s|$)|\w['’](?:s|re|ve|ll)\b")

_SPACES = re.compile(
    r"(?<=\d)(?<!\d{4}) (?=, \d{3}(?!\d))|(?<=\d ,)(?<!\d{4} ,) (?=\d{3}(?!\d))"  # 70 , 000
    r"|(?<=\d)(?<!\d{4}) (?=\. \d)|(?<=\d \.)(?<!\d{4} \.) (?=\d)"  # 6 . 1
    r"|(?<=\d) (?=: \d\d\b)|(?<=\d :) (?=\d\d\b)|(?<=\d) (?=/ \d)|(?<=\d /) (?=\d)"  # 6 : 24  1 / 2
    r"|(?<=\b[A-Z] \.) (?=[A-Z] \.(?:\s|$))"  # U . S .
    r"|(?<=[^\s(]) (?=[,;:!?)%]|\.(?:\s|$))"  # word ,   word .   50 %
    r"|(?<=[($£€¥]) (?=\S)"  # ( word   $ 5
    r"|(?<=[\w.)]) (?=['’](?:s|re|ve|ll|d|m|t)\b)|(?<=\w) (?=n['’]t\b)"  # it 's   did n't
    r"|(?<= [,.!?]) (?='(?:\s|$))|(?<=s) (?=' [a-z])"  # word , '   families ' loss
    r"|(?<=\w) (?=- \w)|(?<=\w -) (?=\w)"  # 6.1 - magnitude
)
_PENN_QUOTE = re.compile(r"``|''")


def was_tokenised(text: str) -> bool:
    """Whether a tokeniser has been at work.

    >>> was_tokenised("It 's over , he said ."), was_tokenised("It's over, he said .")
    (True, False)
    """
    apart = sum(1 for _ in _APART.finditer(text))
    return apart > 0 and apart > sum(1 for _ in _CLOSE.finditer(text))


def straight_quotes(text: str) -> str:
    """The text with a tokeniser's quotation marks straight, of the same length.

    >>> straight_quotes("`` Yes , '' she said")
    '"" Yes , "" she said'
    """
    return _PENN_QUOTE.sub('""', text)


def superfluous(text: str) -> list[int]:
    """Positions of what only a tokeniser can have put there, after `straight_quotes`.

    >>> text = straight_quotes("They paid $ 5 for `` Twilight . ''")
    >>> dropped = set(superfluous(text))
    >>> "".join(c for i, c in enumerate(text) if i not in dropped)
    'They paid $5 for "Twilight."'
    """
    positions = {match.start() for match in _SPACES.finditer(text)}
    positions.update(match.start() for match in re.finditer('"(?=")', text))
    marks = [match.start() for match in re.finditer('(?<!")"+', text)]
    if len(marks) % 2 == 0:  # an odd number cannot be paired, so nobody knows which side is in
        positions.update(_inside_quotes(text, marks))
    return sorted(positions)


def _inside_quotes(text: str, marks: list[int]) -> list[int]:
    """The spaces just inside quotation marks, which open and close in turn."""
    spaces = []
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        after = opening + (2 if text.startswith('""', opening) else 1)
        if text.startswith(" ", after):
            spaces.append(after)
        if text.startswith(" ", closing - 1):
            spaces.append(closing - 1)
    return spaces
