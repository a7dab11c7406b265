"""What a short name refers to, and mentions made of what is certain."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from reconcile.languages.mentions import NameMention, RoleMention
from reconcile.languages.naming.people import People
from reconcile.languages.vi.names import lexicon as lx
from reconcile.languages.vi.names.atoms import Alias, Atom
from reconcile.languages.vi.names.attachment import Attached, Role
from reconcile.languages.vi.names.keys import key_of, role_key

_KINDS = frozenset(("person", "organisation", "place", "agreement", "document"))
_NICKNAME = re.compile(r" [(“\"‘]\w+[)”\"’](?= )")


def refer(
    attached: Attached,
    aliases: Sequence[Alias],
    *,
    text: str,
    folded: str,
    sentences: Sequence[tuple[int, int]],
) -> list[NameMention]:
    """Mentions of everything whose kind is certain, each under its full name."""
    atoms = attached.atoms
    full = [
        _clean(text[a.start : a.end])
        for i, a in enumerate(atoms)
        if a.kind == "person" and (a.sure or i in attached.addressed)
    ]
    people = People.of(full)
    certain = {name.lower() for name in full}
    named = _named_things(atoms, aliases, text)
    starts = [start for start, _ in sentences]
    found = []
    for index, atom in enumerate(atoms):
        settled = _settled(atom, index in attached.addressed, people, certain, named, text)
        if settled is None:
            continue
        kind, name, key = settled
        roles = tuple(_role(role, text) for role in attached.roles.get(index, ()))
        whole = (
            min([atom.start, *(r.start for r in roles)]),
            max([atom.end, *(r.end for r in roles)]),
        )
        within = bisect_right(starts, atom.start) - 1
        if within >= 0 and atom.end > sentences[within][1]:
            continue
        found.append(
            NameMention(
                start=atom.start,
                end=atom.end,
                kind=kind,
                name=name,
                key=key,
                whole=whole,
                role=(roles[0].start, roles[0].end) if roles else None,
                roles=roles,
                located=kind == "place"
                and lx.WHERE.search(folded, max(atom.start - 16, 0), atom.start) is not None,
            )
        )
    return found


def _clean(name: str) -> str:
    return _NICKNAME.sub("", name)


def _role(role: Role, text: str) -> RoleMention:
    return RoleMention(
        start=role.start,
        end=role.end,
        name=text[role.start : role.end],
        key=role_key(text[role.start : role.title_end], text[role.title_end : role.end]),
        family=role.family,
    )


def _named_things(
    atoms: Sequence[Atom], aliases: Sequence[Alias], text: str
) -> dict[str, tuple[str, str, str]]:
    """Short forms of bodies and places, with their kind, full name and key."""
    named: dict[str, tuple[str, str, str]] = {}
    for alias in aliases:
        atom = alias.full
        kind = "organisation" if atom.kind == "unknown" else atom.kind
        name = atom.name or text[atom.start : atom.end]
        named.setdefault(text[alias.start : alias.end].lower(), (kind, name, key_of(kind, name)))
    for atom in atoms:
        if atom.kind in ("organisation", "place") and atom.head and not atom.name:
            name = text[atom.start : atom.end]
            tail = _tail(name, atom.head)
            if tail:
                named.setdefault(
                    tail.lower(), (atom.kind, name, key_of(atom.kind, name, atom.head))
                )
    return named


def _tail(name: str, head: str) -> str:
    """What is left of a body's or a place's name without its head, when that can stand alone."""
    rest = name[len(head) :].strip()
    folded = rest.lower()
    if not rest or not rest[0].isupper() or lx.BODY_TOPIC.match(folded):
        return ""
    if lx.LEXICON.match(folded) or (" " not in rest and lx.is_syllable(folded)):
        return ""
    return rest


def _settled(
    atom: Atom,
    addressed: bool,
    people: People,
    certain: set[str],
    named: dict[str, tuple[str, str, str]],
    text: str,
) -> tuple[str, str, str] | None:
    """The kind, full name and key of an atom, None when its kind is not certain."""
    written = _clean(text[atom.start : atom.end])
    lowered = written.lower()
    if atom.kind == "person" or (atom.kind == "unknown" and lowered in certain):
        return _person(written, people, from_first=addressed)
    if atom.kind == "unknown":
        if lowered in named:
            return named[lowered]
        if " " in written or not lx.is_syllable(lowered):
            name = people.full_name(written)
            if name is not None and lowered not in lx.OPENERS:
                return "person", name, key_of("person", name)
        return None
    if atom.kind not in _KINDS:
        return None
    if atom.kind == "organisation" and lowered in named:
        return named[lowered]
    name = atom.name or written
    return atom.kind, name, key_of(atom.kind, name, atom.head)


def _person(written: str, people: People, *, from_first: bool) -> tuple[str, str, str]:
    full = people.full_name(written, from_first=from_first) or written
    return "person", full, key_of("person", full)
