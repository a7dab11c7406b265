"""Who takes part in what: lists of members in English."""

import re
from collections.abc import Sequence

from reconcile.languages.mentions import MembershipMention, NameMention
from reconcile.languages.naming.lists import ListGrammar, Member
from reconcile.languages.naming.patterns import phrase_pattern
from reconcile.languages.tables import load_table

_TABLE = load_table("reconcile.languages.en", "memberships")
_LINKS = phrase_pattern(_TABLE["links"])
_GRAMMAR = ListGrammar(
    cue=re.compile(rf"(?<!\w){phrase_pattern(_TABLE['cues'])}(?!\w):? "),
    filler=re.compile(rf"(?:{phrase_pattern(_TABLE['fillers'])}(?!\w) ){{1,2}}"),
    link=re.compile(
        rf"(?: ?\([^()]{{0,60}}\))?(?:[,;] (?:{_LINKS} )?(?:the )?| {_LINKS} (?:the )?)"
    ),
    more=re.compile(rf",? ?{phrase_pattern(_TABLE['more'])}"),
    among=re.compile(phrase_pattern(_TABLE["among"])),
)
_BODY = re.compile(rf"(?<!\w){phrase_pattern(_TABLE['bodies'])}(?!\w)")
_LONGEST_BODY = 60  # code points before a cue in which the body is looked for


def find_memberships(
    text: str, folded: str, *, names: Sequence[NameMention]
) -> Sequence[MembershipMention]:
    """Find every list of members."""
    cued = list(
        _GRAMMAR.find_lists(
            text,
            folded,
            names=names,
            reader_at=lambda _cue: _nothing_else,
            body_at=lambda cue: _body(folded, cue.start()),
        )
    )
    return sorted([*cued, *_GRAMMAR.find_bare_lists(folded, names=names, taken=cued)])


def _nothing_else(_text: str, _folded: str, _place: int) -> Member | None:
    return None


def _body(folded: str, end: int) -> str | None:
    found = [m.group() for m in _BODY.finditer(folded, max(end - _LONGEST_BODY, 0), end)]
    return found[-1].capitalize() if found else None
