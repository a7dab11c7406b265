"""Which full name a short one refers to inside one article."""

import re
from collections.abc import Iterable

from attrs import field, frozen

_WORD = re.compile(r"[^\W_]+")


@frozen
class People:
    """The persons whom an article names in full.

    Two persons who share the part that a short name gives stay apart: the short name then refers
    to neither.

    >>> people = People.of(["Phạm Phú Khôi", "Jamieson L. Greer", "Jamieson Greer"])
    >>> people.full_name("Khôi"), people.full_name("Greer"), people.full_name("Lan")
    ('Phạm Phú Khôi', 'Jamieson L. Greer', None)
    """

    _by_last: dict[str, list[tuple[tuple[str, ...], str]]] = field(factory=dict, repr=False)
    _by_first: dict[str, list[tuple[tuple[str, ...], str]]] = field(factory=dict, repr=False)

    @classmethod
    def of(cls, names: Iterable[str]) -> "People":
        """The persons of these names; those of one word are left out."""
        people = cls()
        for name in dict.fromkeys(names):
            words = name_words(name)
            if len(words) > 1:
                people._by_last.setdefault(words[-1], []).append((words, name))
                people._by_first.setdefault(words[0], []).append((words, name))
        return people

    def full_name(self, name: str, *, from_first: bool = False) -> str | None:
        """The one full name that a name is the end of, or is but for its initials.

        Args:
            name: The name as written.
            from_first: Whether it may also be the beginning, as where the family name leads.

        Returns:
            A longer name, or None when there is none or more than one person has it.
        """
        words = name_words(name)
        if not words:
            return None
        found = [
            (full, text)
            for full, text in self._by_last.get(words[-1], ())
            if len(full) > len(words)
            and (full[-len(words) :] == words or (full[0] == words[0] and _in_order(words, full)))
        ]
        if not found and from_first and len(words) == 1:
            found = [(f, t) for f, t in self._by_first.get(words[0], ()) if len(f) > 1]
        return _longest_of_one(found)


def _longest_of_one(found: list[tuple[tuple[str, ...], str]]) -> str | None:
    """The longest name when all are names of one person, each holding the words of the next."""
    if not found:
        return None
    found.sort(key=lambda pair: (-len(pair[0]), pair[1]))
    longest, text = found[0]
    return text if all(_in_order(words, longest) for words, _ in found) else None


def _in_order(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in part)


def name_words(name: str) -> tuple[str, ...]:
    """The lower-case words of a name, without the marks around them.

    >>> name_words("Marc E. Knapper")
    ('marc', 'e', 'knapper')
    """
    return tuple(_WORD.findall(name.lower()))
