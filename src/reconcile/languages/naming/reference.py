"""What a short name refers to, and mentions made of what is certain."""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from attrs import field, frozen

from reconcile.languages.mentions import NameMention, RoleMention
from reconcile.languages.naming.atoms import Alias, Atom, Attached, Role
from reconcile.languages.naming.people import People

_KINDS = frozenset(("person", "organisation", "place", "agreement", "document"))
_NICKNAME = re.compile(r" [(“\"‘]\w+[)”\"’](?= )")


class Settled(NamedTuple):
    """What a mention is of."""

    kind: str
    name: str
    key: str


@frozen(kw_only=True)
class ReferenceGrammar:
    """What a language knows of the forms that one name takes.

    Args:
        key_of: The words a name is compared by, from its kind, text and head.
        role_key: The words a role is compared by, from its title and what it is of.
        tail: What of a headed name can stand for it alone, "" when nothing can.
        can_be_surname: Whether a word of a bare name, lower-case, can stand for a person alone.
        where: Words that say something happens at the place after them; matches at their end.
    """

    key_of: Callable[[str, str, str], str] = field(repr=False)
    role_key: Callable[[str, str], str] = field(repr=False)
    tail: Callable[[str, str], str] = field(repr=False)
    can_be_surname: Callable[[str], bool] = field(repr=False)
    where: re.Pattern[str] = field(repr=False)

    def refer(
        self,
        attached: Attached,
        aliases: Sequence[Alias],
        *,
        text: str,
        folded: str,
        sentences: Sequence[tuple[int, int]],
    ) -> list[NameMention]:
        """Mentions of everything whose kind is certain, each under its full name."""
        article = _Article.of(self, attached, aliases, text)
        starts = [start for start, _ in sentences]
        found = []
        for index, atom in enumerate(attached.atoms):
            within = bisect_right(starts, atom.start) - 1
            if within >= 0 and atom.end > sentences[within][1]:
                continue
            settled = article.settle(index, atom)
            if settled is not None:
                roles = tuple(self._role(r, text) for r in attached.roles.get(index, ()))
                found.append(self._mention(atom, settled, roles, folded))
        return found

    def _role(self, role: Role, text: str) -> RoleMention:
        return RoleMention(
            start=role.start,
            end=role.end,
            name=text[role.start : role.end],
            key=self.role_key(text[role.start : role.title_end], text[role.title_end : role.end]),
            family=role.family,
        )

    def _mention(
        self, atom: Atom, settled: Settled, roles: tuple[RoleMention, ...], folded: str
    ) -> NameMention:
        before, whole = max(atom.start - 16, 0), (atom.start, atom.end)
        if roles:
            whole = (
                min(atom.start, *(role.start for role in roles)),
                max(atom.end, *(role.end for role in roles)),
            )
        return NameMention(
            start=atom.start,
            end=atom.end,
            kind=settled.kind,
            name=settled.name,
            key=settled.key,
            whole=whole,
            role=(roles[0].start, roles[0].end) if roles else None,
            roles=roles,
            located=settled.kind == "place"
            and self.where.search(folded, before, atom.start) is not None,
        )


@frozen(kw_only=True)
class _Article:
    """What one article names in full."""

    grammar: ReferenceGrammar
    text: str
    addressed: set[int]
    people: People
    certain: frozenset[str]
    named: dict[str, Settled]
    seen: dict[tuple[str, str, str, bool], Settled | None] = field(factory=dict, repr=False)

    @classmethod
    def of(
        cls, grammar: ReferenceGrammar, attached: Attached, aliases: Sequence[Alias], text: str
    ) -> "_Article":
        full = [
            _without_nickname(text[a.start : a.end])
            for i, a in enumerate(attached.atoms)
            if a.kind == "person" and (a.sure or i in attached.addressed)
        ]
        return cls(
            grammar=grammar,
            text=text,
            addressed=attached.addressed,
            people=People.of(full),
            certain=frozenset(name.lower() for name in full),
            named=_named_things(grammar, attached.atoms, aliases, text),
        )

    def settle(self, index: int, atom: Atom) -> Settled | None:
        """The kind, full name and key of an atom; None when its kind is not certain."""
        written = self.text[atom.start : atom.end]
        addressed = index in self.addressed
        form = (atom.kind, written, atom.head, addressed)
        if form not in self.seen:
            self.seen[form] = self._settle(atom, _without_nickname(written), addressed=addressed)
        return self.seen[form]

    def _settle(self, atom: Atom, written: str, *, addressed: bool) -> Settled | None:
        lowered = written.lower()
        if atom.kind == "person":
            return self._person(written, from_first=addressed)
        if atom.kind == "unknown":
            return self._unknown(written, lowered)
        if atom.kind not in _KINDS:
            return None
        if atom.kind == "organisation" and lowered in self.named:
            return self.named[lowered]
        name = atom.name or written
        return Settled(atom.kind, name, self.grammar.key_of(atom.kind, name, atom.head))

    def _person(self, written: str, *, from_first: bool) -> Settled:
        full = self.people.full_name(written, from_first=from_first) or written
        return Settled("person", full, self.grammar.key_of("person", full, ""))

    def _unknown(self, written: str, lowered: str) -> Settled | None:
        if lowered in self.certain:
            return self._person(written, from_first=False)
        if lowered in self.named:
            return self.named[lowered]
        if " " in written or self.grammar.can_be_surname(lowered):
            name = self.people.full_name(written)
            if name is not None:
                return Settled("person", name, self.grammar.key_of("person", name, ""))
        return None


def role_key(title: str, of: str, *, prefixes: Collection[str]) -> str:
    """The words that a role is compared by; the title is one word, so no deputy is a chief.

    Args:
        title: The title as written.
        of: The key of what it is of, "" when the text does not tell.
        prefixes: Words before a title that change what it says.

    >>> role_key("former Deputy Minister", "ministry finance", prefixes={"former"})
    'former deputy_minister ministry finance'
    """
    words = title.lower().split()
    before = []
    while len(words) > 1 and words[0] in prefixes:
        before.append(words.pop(0))
    return " ".join([*before, "_".join(words), *of.split()])


def _without_nickname(name: str) -> str:
    return _NICKNAME.sub("", name)


def _named_things(
    grammar: ReferenceGrammar, atoms: Sequence[Atom], aliases: Sequence[Alias], text: str
) -> dict[str, Settled]:
    """Short forms of bodies and places with what they stand for."""
    named: dict[str, Settled] = {}
    for alias in aliases:
        atom = alias.full
        kind = "organisation" if atom.kind == "unknown" else atom.kind
        name = atom.name or text[atom.start : atom.end]
        settled = Settled(kind, name, grammar.key_of(kind, name, atom.head))
        named.setdefault(text[alias.start : alias.end].lower(), settled)
    for atom in atoms:
        if atom.kind in ("organisation", "place") and atom.head and not atom.name:
            name = text[atom.start : atom.end]
            if tail := grammar.tail(name, atom.head):
                key = grammar.key_of(atom.kind, name, atom.head)
                named.setdefault(tail.lower(), Settled(atom.kind, name, key))
    return named
