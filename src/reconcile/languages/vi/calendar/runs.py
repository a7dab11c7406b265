"""Digits with marks between them, taken whole, so that a part of a code is never a date."""

import re
from collections.abc import Iterator

_RUN = re.compile(r"\d{1,4}(?:[/.–-]\d+)+")
_LONGEST = len("31/12/2012-31/12/2013")
_LISTED_TIGHT = re.compile(r"(?<!\w)[Nn]gày\s+\d{1,2}(?:,\d{1,2}){0,5},$")  # "ngày 19,20/10"


def find_runs(text: str) -> Iterator[tuple[int, int]]:
    """Where each run of digits stands that may be a date."""
    for run in _RUN.finditer(text):
        start, end = run.span()
        if 3 <= end - start <= _LONGEST and _stands_alone(text, start, end):
            yield start, end


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a run of digits is no part of a code, a decimal, an address or a link."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before.isalnum() or (before and before in "/.$#+_@=&%:"):
        return False
    if before == "," and not _LISTED_TIGHT.search(text, max(0, start - 24), start):
        return False
    if before and before in "-–" and start > 1 and not text[start - 2].isspace():
        return False
    if after.isalnum() or (after and after in "/_@=&%"):
        return False
    following = text[end + 1 : end + 2]
    return not (after and after in ",:-" and following.isalnum() and after + following != "- ")
