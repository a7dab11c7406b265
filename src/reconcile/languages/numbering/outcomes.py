"""What happened to the people a number counts: dead, injured, arrested, whatever the verb."""

import re
from functools import cache

from attrs import field, frozen

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.lexicon import Lexicon
from reconcile.languages.numbering.measures import counted, hedge_before
from reconcile.languages.numbering.numerals import Numeral
from reconcile.languages.numbering.pages import Page
from reconcile.languages.tables import Table, any_of

_REACH = 60  # code points


@frozen(kw_only=True, eq=False)
class Outcomes:
    """A language's words for what happens to people, from its tables.

    Args:
        names: Canonical outcome by form; None for words that only begin like an outcome.
        anywhere: Finds a form.
        right_after: Finds a form that follows a number at once; its group 1 is the form.
        bridge: What may stand between an outcome and its number: "death toll rises to 10",
            "death toll from the storm rises to 10".
        clause_end: Where a number's clause ends at the latest.
    """

    names: dict[str, str | None] = field(repr=False)
    anywhere: re.Pattern[str] = field(repr=False)
    right_after: re.Pattern[str] = field(repr=False)
    bridge: re.Pattern[str] = field(repr=False)
    clause_end: re.Pattern[str] = field(repr=False)


@cache
def outcomes_of(lexicon: Lexicon) -> Outcomes:
    """The outcomes of a lexicon's tables."""
    table = lexicon.table
    names: dict[str, str | None] = {
        **{form: name for name, forms in table["outcomes"].items() for form in forms},
        **dict.fromkeys(table["not_outcomes"]),
    }
    forms = any_of(names)
    return Outcomes(
        names=names,
        anywhere=re.compile(rf"(?<!\w){forms}(?!\w)"),
        right_after=re.compile(rf"\s(?:{any_of(table['before_outcome'])}\s){{0,2}}({forms})(?!\w)"),
        bridge=_bridge(table),
        clause_end=re.compile(rf"[,;:.!?()\n]|\d| {any_of(table['and'])} "),
    )


def _bridge(table: Table) -> re.Pattern[str]:
    """What may stand between an outcome and its number, a cause of up to four words included."""
    words = any_of(table["outcome_bridge"])
    causes = table.get("outcome_causes")
    cause = ""
    if causes:
        cause = rf"|{any_of(causes)}\s(?:[^\W\d]{{1,20}}\s){{1,4}}?(?:{words}\s){{1,4}}"
    return re.compile(rf"\s(?:(?:{words}\s){{0,4}}{cause})")


def outcome_at(lexicon: Lexicon, folded: str, position: int) -> int | None:
    """Where the outcome ends that follows a number or its noun at once, or None."""
    outcomes = outcomes_of(lexicon)
    match = outcomes.right_after.match(folded, position)
    return match.end(1) if match is not None and outcomes.names[match.group(1)] else None


def count_of_outcome(page: Page, numeral: Numeral) -> NumberMention | None:
    """A number of people told only by what happened to them: "1 bị thương", "injuring 80"."""
    end = outcome_at(page.lexicon, page.folded, numeral.end)
    if end is None and _follows_outcome(page, numeral.start):
        end = numeral.end
    return None if end is None else counted(page, numeral, end=end, noun=None)


def _follows_outcome(page: Page, start: int) -> bool:
    """Whether an outcome ends right before a place, or a total that grew to what stands there."""
    outcomes = outcomes_of(page.lexicon)
    _, begin = hedge_before(page, start)
    near = page.folded[max(0, begin - _REACH) : begin]
    before = [m for m in outcomes.anywhere.finditer(near) if outcomes.names[m.group()]]
    return bool(before) and outcomes.bridge.fullmatch(near, before[-1].end()) is not None


def outcome_of(
    lexicon: Lexicon, folded: str, mention: NumberMention, *, clause: tuple[int, int]
) -> str | None:
    """What happened to the people counted, by the nearest verb right after or right before.

    A verb that touches the number from the left ("sát hại 2 binh sĩ") goes before one that
    follows.
    """
    outcomes = outcomes_of(lexicon)
    inside = _found(outcomes, folded, mention.start, mention.end)
    if inside:
        return outcomes.names[inside[0].group()]
    number_end = mention.noun[1] if mention.noun else mention.end
    limit = min(clause[1], number_end + _REACH)
    stop = outcomes.clause_end.search(folded, number_end, limit)
    after = _found(outcomes, folded, number_end, stop.start() if stop else limit)
    begin = max(clause[0], mention.start - _REACH)
    for stop in outcomes.clause_end.finditer(folded, begin, mention.start):
        begin = stop.end()
    before = _found(outcomes, folded, begin, mention.start)
    if before and (not after or mention.start - before[-1].end() < 2):
        return outcomes.names[before[-1].group()]
    return outcomes.names[after[0].group()] if after else None


def _found(outcomes: Outcomes, folded: str, start: int, end: int) -> list[re.Match[str]]:
    return [m for m in outcomes.anywhere.finditer(folded, start, end) if outcomes.names[m.group()]]
