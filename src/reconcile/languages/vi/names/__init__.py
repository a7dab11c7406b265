"""Names of persons, organisations, places, agreements and documents.

The text is read into atoms from left to right (`scanning`), titles find their persons
(`attachment`), and what the article says once in full explains what it says shortly elsewhere
(`reconcile.languages.naming.reference`).
"""

from collections.abc import Sequence

from reconcile.languages.mentions import NameMention
from reconcile.languages.vi.names.attachment import attach
from reconcile.languages.vi.names.keys import REFERENCE
from reconcile.languages.vi.names.memberships import find_memberships
from reconcile.languages.vi.names.scanning import Scanner


def find_names(
    text: str, folded: str, *, sentences: Sequence[tuple[int, int]]
) -> Sequence[NameMention]:
    """Find every name.

    >>> text = "Bộ trưởng Nguyễn Hồng Diên gặp ông Jamieson Greer. Ông Greer cảm ơn."
    >>> [m.name for m in find_names(text, text.lower(), sentences=[(0, 50), (51, 69)])]
    ['Nguyễn Hồng Diên', 'Jamieson Greer', 'Jamieson Greer']
    """
    scanner = Scanner(text, folded, sentences)
    attached = attach(scanner.scan(), text, folded)
    return REFERENCE.refer(attached, scanner.aliases, text=text, folded=folded, sentences=sentences)


__all__ = ["find_memberships", "find_names"]
