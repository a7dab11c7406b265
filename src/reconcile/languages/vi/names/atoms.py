"""The pieces a sentence's names are made of, before it is decided what belongs to what."""

from typing import NamedTuple


class Atom(NamedTuple):
    """One piece: a name of a known kind, a title, a form of address, or capitals of no known kind.

    Args:
        start, end: Where it stands.
        kind: A kind of name, or ``title``, ``honorific``, ``unknown``.
        name: The canonical name, when a table or an abbreviation's brackets tell; else "".
        head: The phrase it begins with, when that told its kind; a title's class.
        sure: Whether its kind needs no further evidence.
    """

    start: int
    end: int
    kind: str
    name: str = ""
    head: str = ""
    sure: bool = True


class Alias(NamedTuple):
    """A short name that brackets after a full one introduce: "Ngân hàng Á Châu (ACB)"."""

    start: int
    end: int
    full: Atom
