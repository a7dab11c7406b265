"""Whose title is whose: titles before a name and after it."""

import re
from collections.abc import Sequence

from reconcile.languages.naming.atoms import Atom, Attached, Role

_OF = re.compile(r" (?:of|for|at|with|in|to)(?: the)? | ")
_APPOSITION = re.compile(
    r"(?: \([^()]{0,30}\)| ?, \d{1,3})? ?, (?:(?:who is|who was|the|a|an|its) )?"
    r"(?:[\w'-]+ ){0,2}"
    r"| (?:is|was) (?:the |a |an )?(?:[\w'-]+ ){0,2}"
)


def attach(atoms: Sequence[Atom], text: str, folded: str) -> Attached:
    """Give every title to the person it belongs to.

    >>> text = "President Barack Obama met Ali Khan, a spokesman for Iran."
    >>> atoms = [Atom(0, 9, "title", head="office"), Atom(10, 22, "person"),
    ...     Atom(27, 35, "person"), Atom(39, 48, "title", head="office"), Atom(53, 57, "place")]
    >>> roles = attach(atoms, text, text.lower()).roles
    >>> [(i, [text[r.start : r.end] for r in found]) for i, found in roles.items()]
    [(1, ['President']), (2, ['spokesman for Iran'])]
    """
    settled = list(atoms)
    roles: dict[int, list[Role]] = {}
    addressed: set[int] = set()
    for index, atom in enumerate(atoms):
        following = index + 1
        if atom.kind not in ("title", "honorific"):
            continue
        if following < len(atoms) and text[atom.end : atoms[following].start] == " ":
            other = settled[following]
            if other.kind in ("person", "unknown") and not _is_abbreviation(text, other):
                settled[following] = other._replace(kind="person", sure=True)
                addressed.add(following)
                if atom.kind == "title":
                    start = _with_body(atoms, index, text)
                    roles.setdefault(following, []).append(
                        Role(start, atom.end, atom.end, atom.head)
                    )
                continue
        if atom.kind == "title" and index > 0:
            _attach_back(settled, index, text, folded, roles)
    return Attached(settled, roles, addressed)


def _is_abbreviation(text: str, atom: Atom) -> bool:
    words = text[atom.start : atom.end]
    return words.isupper() and " " not in words and len(words) > 1


def _with_body(atoms: Sequence[Atom], index: int, text: str) -> int:
    """Where a title begins with the name before it that says of what: "Red Sox owner"."""
    before = atoms[index - 1] if index else None
    if before is not None and before.kind in ("organisation", "place"):
        gap = text[before.end : atoms[index].start]
        if gap in (" ", "'s ", "’s "):
            return before.start
    return atoms[index].start


def _attach_back(
    atoms: list[Atom], index: int, text: str, folded: str, roles: dict[int, list[Role]]
) -> None:
    """Attach a title that stands after its person's name."""
    title, person = atoms[index], index - 1
    start = title.start
    if atoms[person].kind in ("organisation", "place") and person > 0:
        start, person = _with_body(atoms, index, text), person - 1
    if atoms[person].kind != "person" or start - atoms[person].end > 60:
        return
    if not _APPOSITION.fullmatch(folded, atoms[person].end, start):
        return
    end = title.end
    following = atoms[index + 1] if index + 1 < len(atoms) else None
    if following is not None and following.kind in ("organisation", "place"):
        end = following.end if _OF.fullmatch(folded, end, following.start) else end
    roles.setdefault(person, []).append(Role(start, title.end, end, title.head))
