"""What the phrases of a pack's tables can be."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from reconcile.languages.tables import Table

_FAMILIES = (
    ("offices", "office"),
    ("posts", "office"),
    ("ranks", "rank"),
    ("degrees", "degree"),
    ("callings", "calling"),
)


@frozen
class Entry:
    """What a phrase can be.

    Args:
        role: The family of the title it is, as in `RoleMention`, or "".
        honorific: Whether it is a form of address.
        head: The kind of name that begins with it, or "".
        known: The kind of name that it is by itself, or "".
        name: Its canonical name, when it is one by itself.
        no_name: Whether its capital makes no name of it.
    """

    role: str = ""
    honorific: bool = False
    head: str = ""
    known: str = ""
    name: str = ""
    no_name: bool = False


Described = tuple[str, Mapping[str, Any]]


def entries_of(described: Iterable[Described]) -> Mapping[str, Entry]:
    """Each phrase with all it can be; of two answers to one question the first counts.

    >>> entries_of([("bộ", {"head": "organisation"}), ("bộ", {"head": "place", "role": "office"})])
    {'bộ': Entry(role='office', honorific=False, head='organisation', known='', name='', \
no_name=False)}
    """
    found: dict[str, dict[str, Any]] = {}
    for phrase, what in described:
        found[phrase] = {**what, **found.get(phrase, {})}
    return {phrase: Entry(**what) for phrase, what in found.items()}


def titles_of(table: Table) -> Iterator[Described]:
    """The titles of a ``titles`` table with their families."""
    for key, family in _FAMILIES:
        yield from ((title, {"role": family}) for title in table.get(key, ()))


def known_of(kind: str, names: Mapping[str, str] | Iterable[str]) -> Iterator[Described]:
    """Names that are one by themselves: spellings with what they stand for, or names alone."""
    pairs = names.items() if isinstance(names, Mapping) else ((n.lower(), n) for n in names)
    yield from ((phrase, {"known": kind, "name": name}) for phrase, name in pairs)
