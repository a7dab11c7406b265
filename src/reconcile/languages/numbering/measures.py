"""Numbers with a hedge before and a unit or a noun after: "hơn 500 người", "$1.5 million"."""

import re
from decimal import Decimal

from attrs import evolve

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.hedging import allow
from reconcile.languages.numbering.lexicon import Unit
from reconcile.languages.numbering.numerals import Numeral
from reconcile.languages.numbering.pages import Page
from reconcile.values import Quantity

_LONGEST_HEDGE = 3  # words
_SHARING = frozenset({"money", "percent", "measure", "duration"})
_SUFFIX = re.compile(r"-?([kmbt]|mm|mn|bn|tn)(?!\w)")  # "$184M", after a sign of currency only
_SUFFIXES = {"k": 3, "m": 6, "mm": 6, "mn": 6, "b": 9, "bn": 9, "t": 12, "tn": 12}


def hedge_before(page: Page, start: int) -> tuple[str | None, int]:
    """The hedge that stands right before a number, and where it begins.

    Returns:
        ``(None, start)`` when there is none.
    """
    found: tuple[str | None, int] = (None, start)
    if page.word_before(start) not in page.lexicon.last_words:
        return found
    begin = start
    for _ in range(_LONGEST_HEDGE):
        begin, word = page.last_word(begin)
        if not word:
            break
        phrase = page.folded[begin:start].rstrip()
        if phrase in page.lexicon.hedge_words:
            meaning = page.lexicon.hedge_words[phrase]
            found = (meaning, start if meaning is None else begin)
    return found


def measured(page: Page, numeral: Numeral) -> NumberMention | None:
    """The numeral with its unit, before or after it, or None when it has none."""
    sign = _sign_before(page, numeral.start)
    if sign is not None:
        code = page.lexicon.signs[sign.group(1)]
        numeral = _suffixed(page, numeral)
        return with_unit(page, numeral, Unit("money", code), numeral.end, begin=sign.start())
    found = page.lexicon.units.at(page.text, numeral.end)
    if found is None and numeral.low != int(numeral.low):
        found = page.lexicon.decimal_units.at(page.text, numeral.end)
    if found is None:
        return _named_before(page, numeral)
    unit, end = found
    if unit.kind in ("duration", "measure"):
        numeral, end = _half_more(page, numeral, end)
    return with_unit(page, numeral, unit, end, begin=numeral.start)


def _sign_before(page: Page, start: int) -> re.Match[str] | None:
    """The sign of a currency that stands before a number, with a blank or none between."""
    end = start - 1 if page.text[max(0, start - 1) : start] in (" ", "-") else start
    if end <= 0 or page.text[end - 1] not in page.lexicon.sign_ends:
        return None
    return page.lexicon.sign_pattern.search(page.text, max(0, start - 5), start)


def _named_before(page: Page, numeral: Numeral) -> NumberMention | None:
    """The numeral with a unit that the words before it name: "a magnitude of at least 5.9"."""
    if not page.lexicon.measure_before:
        return None
    _, start = hedge_before(page, numeral.start)
    begin = start
    for _ in range(_LONGEST_HEDGE):
        begin, word = page.last_word(begin)
        code = page.lexicon.measure_before.get(page.folded[begin:start].rstrip())
        if code is not None:
            unit = Unit("measure", code)
            return with_unit(page, numeral, unit, numeral.end, begin=numeral.start)
        if not word:
            break
    return None


def share_unit(page: Page, numeral: Numeral, following: NumberMention) -> NumberMention | None:
    """The numeral with the unit of the one after "and": the 20 of "20 và 30 tỷ đồng"."""
    between = page.folded[numeral.end : following.start].strip()
    value = following.value
    if between not in page.lexicon.table["and"] or not isinstance(value, Quantity):
        return None
    if following.kind not in _SHARING or numeral.form != "digits" or numeral.scale != 1:
        return None
    scale = _scale_of(page, following)
    scaled = evolve(
        numeral,
        low=numeral.low * scale,
        high=None if numeral.high is None else numeral.high * scale,
        scale=scale,
        step=scale if scale > 1 else None,
    )
    stated = page.text[numeral.start : numeral.end]
    return NumberMention(
        start=numeral.start,
        end=numeral.end,
        kind=following.kind,
        value=allow(scaled, hedge=None, unit=value.unit, stated=None if scale != 1 else stated),
    )


def _scale_of(page: Page, mention: NumberMention) -> Decimal:
    """The product of the scale words in a mention."""
    scale = Decimal(1)
    for word in page.folded[mention.start : mention.end].split():
        scale *= page.lexicon.scales.get(word, 1)
    return scale


def counted(
    page: Page, numeral: Numeral, *, end: int, noun: tuple[int, int] | None
) -> NumberMention:
    """The numeral as a count that ends with its noun, or with the verb that tells of whom."""
    hedge, start = hedge_before(page, numeral.start)
    return NumberMention(
        start=start,
        end=end,
        kind="count",
        value=allow(numeral, hedge=hedge, unit="", stated=_stated(page, (start, numeral.end))),
        noun=noun,
    )


def with_unit(page: Page, numeral: Numeral, unit: Unit, end: int, *, begin: int) -> NumberMention:
    """The numeral as a quantity of a unit that ends at `end`.

    Args:
        begin: Where the number begins, with the sign of a currency before it.
    """
    hedge, start = hedge_before(page, begin)
    code = unit.code
    if unit.kind in ("money", "measure", "percent"):
        per = page.lexicon.each_pattern.match(page.folded, end)
        if per is not None:
            word = next(group for group in per.groups() if group)
            whole = page.lexicon.units.exact.get(word)
            code, end = f"{code}/{whole.code if whole else word}", per.end()
    return NumberMention(
        start=start,
        end=end,
        kind=unit.kind,
        value=allow(
            numeral,
            hedge=hedge,
            unit=code,
            stated=_stated(page, (start, begin), (numeral.start, numeral.end)),
        ),
    )


def _suffixed(page: Page, numeral: Numeral) -> Numeral:
    """The numeral with the letter that scales it."""
    suffix = _SUFFIX.match(page.folded, numeral.end) if numeral.scale == 1 else None
    if suffix is None:
        return numeral
    scale = Decimal(10) ** _SUFFIXES[suffix.group(1)]
    exponent = numeral.low.as_tuple().exponent
    step = scale.scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else scale
    high = None if numeral.high is None else numeral.high * scale
    return evolve(
        numeral, end=suffix.end(), low=numeral.low * scale, high=high, scale=scale, step=step
    )


def _half_more(page: Page, numeral: Numeral, end: int) -> tuple[Numeral, int]:
    """The numeral and where its unit ends, with the half that follows: "hai năm rưỡi"."""
    for half in page.lexicon.half_more:
        if page.folded.startswith(f" {half}", end):
            return evolve(numeral, low=numeral.low + Decimal("0.5")), end + 1 + len(half)
    return numeral, end


def _stated(page: Page, *stretches: tuple[int, int]) -> str:
    """The number as written, hedge first, without the sign of a currency between them."""
    return " ".join(word for start, end in stretches for word in page.text[start:end].split())
