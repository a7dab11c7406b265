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


class Role(NamedTuple):
    """A title with what it is of; `family` as in `RoleMention`."""

    start: int
    title_end: int
    end: int
    family: str


class Attached(NamedTuple):
    """Atoms with the titles of each person among them, by index.

    Args:
        atoms: In order of place.
        roles: The titles of the persons among them.
        addressed: The persons named right after a title or a form of address.
    """

    atoms: list[Atom]
    roles: dict[int, list[Role]]
    addressed: set[int]
