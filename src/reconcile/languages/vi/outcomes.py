"""What happened to the people a number counts: dead, injured, arrested, whatever the verb."""

import re

from reconcile.languages.mentions import NumberMention
from reconcile.languages.tables import any_of, load_table

_TABLE = load_table("reconcile.languages.vi", "numerals")
_OUTCOMES: dict[str, str | None] = {
    **{form: name for name, forms in _TABLE["outcomes"].items() for form in forms},
    **dict.fromkeys(_TABLE["not_outcomes"]),
}
_OUTCOME = re.compile(rf"(?<!\w){any_of(_OUTCOMES)}(?!\w)")
_CLAUSE_END = re.compile(r"[,;:.!?()\n]|\d| và ")
_REACH = 60  # code points

OUTCOME_HERE = re.compile(
    rf"\s(?:khác\s|đã\s|cũng\s|nữa\s|được\s\w{{1,12}}\s){{0,2}}({any_of(_OUTCOMES)})(?!\w)"
)


def outcome_of(folded: str, mention: NumberMention, *, clause: tuple[int, int]) -> str | None:
    """What happened to the people counted, by the nearest verb right after or right before.

    A verb that touches the number from the left ("sát hại 2 binh sĩ") goes before one that
    follows.
    """
    number_end = mention.noun[1] if mention.noun else mention.start
    limit = min(clause[1], number_end + _REACH)
    stop = _CLAUSE_END.search(folded, number_end, limit)
    after = _outcomes(folded, number_end, stop.start() if stop else limit)
    begin = max(clause[0], mention.start - _REACH)
    for stop in _CLAUSE_END.finditer(folded, begin, mention.start):
        begin = stop.end()
    before = _outcomes(folded, begin, mention.start)
    if before and (not after or mention.start - before[-1].end() < 2):
        return _OUTCOMES[before[-1].group()]
    return _OUTCOMES[after[0].group()] if after else None


def _outcomes(folded: str, start: int, end: int) -> list[re.Match[str]]:
    return [m for m in _OUTCOME.finditer(folded, start, end) if _OUTCOMES.get(m.group())]
