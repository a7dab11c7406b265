"""Names of persons, organisations, places, agreements and documents."""

from collections.abc import Sequence

from reconcile.languages.en.names.attachment import attach
from reconcile.languages.en.names.keys import REFERENCE
from reconcile.languages.en.names.memberships import find_memberships
from reconcile.languages.en.names.scanning import Scanner
from reconcile.languages.mentions import NameMention


def find_names(
    text: str, folded: str, *, sentences: Sequence[tuple[int, int]]
) -> Sequence[NameMention]:
    """Find every name.

    >>> text = "Foreign Minister Ali Khan left. Khan said nothing."
    >>> [m.name for m in find_names(text, text.lower(), sentences=[(0, 31), (32, 50)])]
    ['Ali Khan', 'Ali Khan']
    """
    scanner = Scanner(text, folded)
    attached = attach(scanner.scan(), text, folded)
    return REFERENCE.refer(attached, scanner.aliases, text=text, folded=folded, sentences=sentences)


__all__ = ["find_memberships", "find_names"]
