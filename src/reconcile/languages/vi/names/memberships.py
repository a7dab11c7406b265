"""Who takes part in what: lists of members in Vietnamese."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from operator import itemgetter

from reconcile.languages.mentions import MembershipMention, NameMention
from reconcile.languages.naming.entries import Entry
from reconcile.languages.naming.lists import ListGrammar, Member, Reader
from reconcile.languages.naming.patterns import phrase_pattern
from reconcile.languages.tables import load_table
from reconcile.languages.vi.names import lexicon as lx
from reconcile.languages.vi.names.keys import key_of, role_key

_TABLE = load_table("reconcile.languages.vi", "memberships")
_AMONG = phrase_pattern(_TABLE["among"])
_GRAMMAR = ListGrammar(
    cue=re.compile(rf"(?<!\w){phrase_pattern(_TABLE['cues'])}(?!\w)(?: có)?:? "),
    filler=re.compile(rf"(?:{phrase_pattern(_TABLE['fillers'])}(?!\w) ){{1,3}}"),
    link=re.compile(
        rf"(?: ?\([^()]{{0,60}}\))?(?:[,;] (?:{phrase_pattern(_TABLE['links'])} )?"
        rf"| {phrase_pattern(_TABLE['links'])} )"
    ),
    more=re.compile(rf",? ?{phrase_pattern(_TABLE['more'])}"),
    among=re.compile(_AMONG),
)
_BODY = re.compile(rf"(?<!\w){phrase_pattern(_TABLE['bodies'])}(?!\w)")
_OF_MINISTRIES = re.compile(r"(?<!\w)(?:bộ,? ngành|các bộ)(?!\w)")
_ITEM_END = re.compile(r"[,.;:()…\n]|$")
_LONGEST_BODY = 90  # code points before a cue in which the body is looked for
_LONGEST_ITEM = 80


def find_memberships(
    text: str, folded: str, *, names: Sequence[NameMention]
) -> Sequence[MembershipMention]:
    """Find every list of members.

    >>> text = "Đoàn công tác gồm: Bộ Tài chính, Bộ Nội vụ và Ngân hàng Nhà nước."
    >>> [found] = find_memberships(text, text.lower(), names=())
    >>> found.body, found.members
    ('Đoàn công tác', ('Bộ Tài chính', 'Bộ Nội vụ', 'Ngân hàng Nhà nước'))
    """

    def reader_at(cue: re.Match[str]) -> Reader:
        before = folded[max(cue.start() - 40, 0) : cue.start()]
        return _bare_ministry if _OF_MINISTRIES.search(before) else _described

    @cache
    def full_bodies() -> Mapping[str, Sequence[tuple[int, str]]]:
        return _full_bodies(folded)

    def body_at(cue: re.Match[str]) -> str | None:
        body, low = _body(folded, cue.start())
        if body in _TABLE["short_bodies"]:
            full = full_bodies()[body]
            before = bisect_right(full, low, key=itemgetter(0))
            body = full[before - 1][1] if before else body
        return body[:1].upper() + body[1:] or None

    cued = list(
        _GRAMMAR.find_lists(text, folded, names=names, reader_at=reader_at, body_at=body_at)
    )
    return sorted([*cued, *_GRAMMAR.find_bare_lists(folded, names=names, taken=cued)])


def _bare_ministry(text: str, folded: str, place: int) -> Member | None:
    """A member of a list of ministries, where the word "Bộ" may be left out."""
    ministry = lx.MINISTRY.match(folded, place)
    if ministry is not None and text[place : place + 1].isupper():
        return _body_member(place, ministry.end(), lx.MINISTRIES[ministry.group()])
    return _described(text, folded, place)


def _described(text: str, folded: str, place: int) -> Member | None:
    """A ministry in full, a known body, or an office given for its bearer: "Đại sứ Việt Nam"."""
    if not text[place : place + 1].isupper():
        return None
    ministry = lx.MINISTRY.match(folded, place + 3) if folded.startswith("bộ ", place) else None
    if ministry is not None:
        return _body_member(place, ministry.end(), lx.MINISTRIES[ministry.group()])
    phrase = lx.LEXICON.match(folded, place)
    entry = lx.ENTRIES[phrase.group()] if phrase else Entry()
    if phrase and entry.known == "organisation":
        return _body_member(place, phrase.end(), entry.name)
    return _office(text, place, phrase) if phrase and entry.role == "office" else None


def _body_member(place: int, end: int, name: str) -> Member:
    return Member(place, end, name, key_of("organisation", name))


def _office(text: str, place: int, title: re.Match[str]) -> Member | None:
    """An office up to the next mark, unless a person's name follows it."""
    close = _ITEM_END.search(text, title.end(), title.end() + _LONGEST_ITEM)
    end = close.start() if close else title.end()
    rest = text[title.end() : end]
    if _is_person_next(text, title.end()) or " và " in rest:
        return None
    return Member(place, end, text[place:end], role_key(title.group(), rest))


def _is_person_next(text: str, end: int) -> bool:
    word = lx.WORD.match(text, end + 1)
    lowered = word.group().lower() if word is not None else ""
    return lowered in lx.SURNAMES or lowered in lx.GIVEN


def _body(folded: str, end: int) -> tuple[str, int]:
    """The body that the members of a list belong to, "" for none, and where its sentence begins.

    It is the last one named before the cue.
    """
    low = max(end - _LONGEST_BODY, 0)
    low = max(low, *(folded.rfind(mark, low, end) + 1 for mark in (". ", "\n", "; ")), 0)
    found = [m.group() for m in _BODY.finditer(folded, low, end)]
    return (found[-1] if found else ""), low


def _full_bodies(folded: str) -> Mapping[str, Sequence[tuple[int, str]]]:
    """For each short word for a body, where the full names end that it can stand for."""
    named = [(m.end(), m.group()) for m in _BODY.finditer(folded)]
    return {
        short: [(end, name) for end, name in named if name.startswith(f"{short} ")]
        for short in _TABLE["short_bodies"]
    }
