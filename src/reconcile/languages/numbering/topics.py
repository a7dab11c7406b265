"""What a number is of: the thing counted, a price, a length, a term of prison."""

import re
from functools import cache

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.lexicon import Lexicon
from reconcile.languages.numbering.outcomes import outcome_of
from reconcile.languages.numbering.parts import RESULT, set_of
from reconcile.languages.tables import any_of
from reconcile.values import Score

_REACH = 60  # code points


def topic_of(
    lexicon: Lexicon, folded: str, mention: NumberMention, *, clause: tuple[int, int]
) -> str | None:
    """What the number is of, in canonical words, or None when the text does not tell.

    A count of people is named by what happened to them, any other count by its noun.
    """
    if isinstance(mention.value, Score):
        number = set_of(lexicon, folded, mention)
        return "score" if number is None else f"{RESULT} {number}"
    if mention.kind not in ("count", "ordinal"):
        return _keyword(lexicon, folded, mention, clause=clause)
    noun = None if mention.noun is None else folded[mention.noun[0] : mention.noun[1]]
    if mention.kind == "ordinal":
        return lexicon.ranks.get(noun or "") or lexicon.nouns.get(noun or "", noun)
    canonical = lexicon.nouns.get(noun or "", noun)
    if canonical is None or canonical in lexicon.people:
        return outcome_of(lexicon, folded, mention, clause=clause) or canonical
    return canonical


@cache
def _topics(lexicon: Lexicon, kind: str) -> tuple[re.Pattern[str], dict[str, str]] | None:
    table = lexicon.table["topics"].get(kind)
    if table is None:
        return None
    forms = {form: name for name, forms in table.items() for form in forms}
    return re.compile(rf"(?<!\w){any_of(forms)}(?!\w)"), forms


def _keyword(
    lexicon: Lexicon, folded: str, mention: NumberMention, *, clause: tuple[int, int]
) -> str | None:
    """The topic whose word stands nearest before the number, else right after it."""
    topics = _topics(lexicon, mention.kind)
    if topics is None:
        return None
    pattern, names = topics
    before = pattern.findall(folded, max(clause[0], mention.start - _REACH), mention.start)
    if before:
        return names.get(before[-1])
    after = pattern.match(folded, mention.end + 1, clause[1])
    return names.get(after.group()) if after is not None and mention.kind != "measure" else None
