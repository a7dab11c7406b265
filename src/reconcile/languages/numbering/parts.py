"""Which set of a match a score is the result of: "set ba … để thua 7-21", "took the first set 6-4".

A story counts through a set before it ends, so a score is the set's result only where a word of
winning or losing leads to it, and no word of being ahead does.
"""

import collections
import re
from collections.abc import Mapping
from functools import cache

from attrs import field, frozen

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.lexicon import Lexicon
from reconcile.languages.tables import any_of
from reconcile.values import Score

RESULT = "result of set"  # the attribute of such a score, with the number behind it
_BEFORE = 300  # code points in which a set is named before a score
_RESULT = 60  # code points before it in which a word of winning leads to it
_FEWEST = 6  # points or games that win a set; less is the result of a whole match


@frozen(kw_only=True, eq=False)
class Parts:
    """A language's words for the sets of a match.

    Args:
        named: Finds a set with its number, or a word for the whole match, which has none.
        follows: Finds the same right after a score: "21-19 trong séc đầu tiên".
        numbers: The number of a set by the words that name it.
        led_to: Finds the words that lead to a score, in group ``result`` those of an end.
    """

    named: re.Pattern[str] = field(repr=False)
    follows: re.Pattern[str] = field(repr=False)
    numbers: Mapping[str, int] = field(repr=False)
    led_to: re.Pattern[str] = field(repr=False)


@cache
def parts_of(lexicon: Lexicon) -> Parts | None:
    """The parts of a lexicon's tables, None when the language has no words for them."""
    table = lexicon.table.get("sets")
    if table is None:
        return None
    numbers = {
        form.replace("*", name): int(number)
        for number, forms in table["numbers"].items()
        for form in forms
        for name in table["names"]
    }
    whole = [form.replace("*", name) for form in table["whole"] for name in table["names"]]
    named = rf"(?:(?P<set>{any_of(numbers)})|{any_of(whole)})(?!\w)"
    return Parts(
        named=re.compile(rf"(?<!\w){named}"),
        follows=re.compile(rf" {any_of(table['within'])} {named}"),
        numbers=numbers,
        led_to=re.compile(
            rf"(?<!\w)(?:(?P<result>{any_of(table['results'])})|{any_of(table['running'])})(?!\w)"
        ),
    )


def set_of(lexicon: Lexicon, folded: str, mention: NumberMention) -> int | None:
    """The number of the set that a score is the result of, None when the text does not tell."""
    parts, score = parts_of(lexicon), mention.value
    if parts is None or not isinstance(score, Score) or max(score.first, score.second) < _FEWEST:
        return None
    lead = _last(parts.led_to, folded, max(0, mention.start - _RESULT), mention.start)
    if lead is None or lead["result"] is None:
        return None
    paragraph = folded.rfind("\n", 0, mention.start) + 1
    named = parts.follows.match(folded, mention.end) or _last(
        parts.named, folded, max(paragraph, mention.start - _BEFORE), mention.start
    )
    if named is None or named["set"] is None:
        return None
    return parts.numbers[" ".join(named["set"].split())]


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    found = collections.deque(pattern.finditer(text, start, end), maxlen=1)
    return found[0] if found else None
