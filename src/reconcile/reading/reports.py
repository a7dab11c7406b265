"""Reports that this program wrote, told from any other file by how they begin."""

import re

# Colour stands between the words of a text report that was written with it.
_COLOUR = re.compile(rb"\x1b\[[0-9;]*m")
_BEGINNINGS = tuple(
    re.compile(pattern)
    for pattern in (
        rb'\{\s*"schema":\s*"reconcile/report/',
        rb'\{[^\x00]*"reconcile":\s*"urn:reconcile:',
        rb'(?i:<!doctype html>)[^\x00]*<meta name="generator" content="reconcile ',
        rb"<!-- reconcile report -->",
        rb"event,fact,kind,subject,attribute,verdict,",
        rb"\d+ events?, \d+ articles?(\s+\xc2\xb7\s|\s*\n)",
        rb"(?:[^\t\n]+\t[0-9a-f]{12}\r?\n)+(?:[^\t\n]*(?:\t[0-9a-f]*)?)?\Z",
    )
)


def is_report(head: bytes) -> bool:
    r"""Whether a file is a report in any format, or a list of groups, by its first bytes.

    >>> is_report(b"2 events, 5 articles \xc2\xb7 1 clear conflict")
    True
    >>> is_report(b"2 events, 5 articles on the fire")
    False
    >>> is_report(b"bao-1\t9fcc61db2a88\n"), is_report(b"bao-1\tfire\n")
    (True, False)
    """
    plain = _COLOUR.sub(b"", head.removeprefix(b"\xef\xbb\xbf"))
    return any(beginning.match(plain) for beginning in _BEGINNINGS)
