"""When two claims whose values exclude each other answer one question.

Each claim looks for its best counterpart in the other article, equal values leading. Only two
that choose each other are compared further: by the words around them, by how far they lead their
rivals, by whether their value stands elsewhere in the other article as well, and by whether the
values look like one value copied wrongly (145 and 144, 35 and 135, 2001 and 2011).
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

import numpy as np
from attrs import frozen
from rapidfuzz.distance import OSA

from reconcile.alignment.counterparts import best_counterparts
from reconcile.alignment.likeness import Evidence, ask_two_things
from reconcile.alignment.occasions import Occasion, are_apart
from reconcile.alignment.relations import Positions, Relations
from reconcile.alignment.rows import Matrix
from reconcile.model import Claim
from reconcile.values import Period, Quantity, Score

# Ordinals that are a property of something; any other ("the fifth session") names the thing.
_PROPERTIES = frozenset({"rank", "minute", "place"})
_DAYS = frozenset({"date", "time"})
# Being without a rival says something only of claims whose words are alike: from this sum of the
# two cosines in full.
_TELLING = 0.45
# Of which at least one must be reached: words around the values, or whole sentences, that are
# alike. Being the only two of their sort is not enough.
_NEAR, _SENTENCE = 0.15, 0.5
_SEVERAL, _STRANGE = 2, 0.05
_FRACTION = re.compile(r"\d/\d")
_ROUND = 3  # zeros at the end of a figure that is rounded
_NARROW = Decimal("0.01")  # share of a figure that its last digit leaves open; more is a hedge
_FINE = 20  # and the part of the figure by which rounding changes it at most
PLAIN = 0.0  # log-odds from which it is plain that one question is meant
_DOUBTFUL = PLAIN - 0.01  # and just not plain
_WINS_A_SET = 11  # points
_MOST_LEAD = 4.0  # log-odds; a lead beyond this says no more


@frozen(kw_only=True)
class Weights:
    """What each piece of evidence adds to the log-odds that a pair is a contradiction.

    Chosen by hand after a logistic model over the pairs that chose each other in the development
    clusters: those are too few (32 contradictions) to trust a fit with the last word.
    """

    base: float = -4.5
    near: float = 2.6
    sentence: float = 2.5
    same_attribute: float = 0.6
    other_attribute: float = -0.2
    lead: float = 0.4
    elsewhere: float = -0.7  # for each of the two values that stands in the other article as well
    slip: float = 2.1
    close: float = 0.8
    deictic: float = -1.5  # for a date that counts from the day of publication ("hôm qua")
    uneven: float = -0.8  # for dates of different granularity
    sole: float = 2.2  # for the one figure of the dead, say, that each article gives
    naming: float = -1.5  # for ordinals that tell one of a series from the others
    dated: float = -0.8  # for dates and times of day, of which a story has many
    opposed: float = 2.1  # for one figure that rose here and fell there
    named: float = 0.8  # for the same names around
    strangers: float = -1.2  # for several names on both sides, none of them the same
    apart: float = -2.5  # for figures whose sentences name days or hours that differ


WEIGHTS = Weights()


@frozen(kw_only=True, order=True)
class Contest:
    """Two claims that chose each other and exclude each other; ``left < right`` are positions."""

    left: int
    right: int
    odds: float
    lead: float


def find_contests(
    claims: tuple[Claim, ...],
    relations: Relations,
    evidence: Evidence,
    rivalry: Matrix,
    articles: Positions,
    occasions: Sequence[Sequence[Occasion]],
) -> Iterator[Contest]:
    """Yield the pairs of excluding claims that chose each other, with their log-odds.

    Args:
        claims: The claims of one sort, n of them.
        relations: How their values relate.
        evidence: What speaks for one question behind each two.
        rivalry: How strongly each claim draws each other one, minus infinity for no counterpart,
            shape (n, n).
        articles: The article of each claim, shape (n,).
        occasions: The days and times of day in each claim's sentence.
    """
    best, top = best_counterparts(rivalry, articles)
    lead = _leads(rivalry, best, top, articles, relations.numbers)
    _, home = np.unique(articles, return_inverse=True)
    left, column = np.nonzero(best >= 0)
    right = best[left, column]
    chosen = (left < right) & (best[right, home[left]] == left)
    left, column, right = left[chosen], column[chosen], right[chosen]
    excluding = relations.conflicting[left, right]
    for i, there, j in zip(
        left[excluding].tolist(), column[excluding].tolist(), right[excluding].tolist(), strict=True
    ):
        if _is_none(claims, relations, evidence, i, j):
            continue
        ahead = float(min(lead[i, there], lead[j, home[i]], _MOST_LEAD))
        elsewhere = int(relations.equal[i][home == there].any()) + int(
            relations.equal[j][home == home[i]].any()
        )
        odds = _odds(claims[i], claims[j], evidence, (i, j), ahead, elsewhere)
        if relations.opposed[i, j] and relations.numbers[i] == relations.numbers[j]:
            odds += WEIGHTS.opposed
        apart = claims[i].kind not in _DAYS and are_apart(occasions[i], occasions[j])
        odds += WEIGHTS.apart * apart
        if evidence.sole[i, j]:
            # Being the sole figures of their sort makes none plain that is not so without it.
            odds = max(odds, min(odds + WEIGHTS.sole, _DOUBTFUL))
        if apart or _are_strangers(evidence, i, j):
            odds = min(odds, _DOUBTFUL)
        yield Contest(left=i, right=j, odds=odds, lead=ahead)


def _is_none(
    claims: Sequence[Claim], relations: Relations, evidence: Evidence, left: int, right: int
) -> bool:
    """Whether two claims that chose each other cannot be held against each other."""
    a, b = claims[left], claims[right]
    near, sentence = evidence.near[left, right], evidence.sentence[left, right]
    if near < _NEAR and sentence < _SENTENCE and not evidence.sole[left, right]:
        return True
    if ask_two_things(a.attribute, b.attribute):
        return True
    return is_rounded(a, b) and not relations.opposed[left, right]


def _leads(
    rivalry: Matrix, best: Positions, top: Matrix, articles: Positions, numbers: Positions
) -> Matrix:
    """How far each best counterpart leads the best one of another value, shape (n, articles)."""
    lead = np.full(top.shape, _MOST_LEAD)
    for position, article in enumerate(np.unique(articles)):
        columns = np.flatnonzero(articles == article)
        others = numbers[columns][None, :] != numbers[best[:, position]][:, None]
        second = np.where(others, rivalry[:, columns], -np.inf).max(axis=1)
        known = second > -np.inf
        lead[known, position] = top[known, position] - second[known]
    return lead


def _odds(
    left: Claim,
    right: Claim,
    evidence: Evidence,
    pair: tuple[int, int],
    lead: float,
    elsewhere: int,
) -> float:
    likeness = evidence.near[pair] + evidence.sentence[pair]
    odds = (
        WEIGHTS.base
        + WEIGHTS.near * evidence.near[pair]
        + WEIGHTS.sentence * evidence.sentence[pair]
        + WEIGHTS.lead * lead * min(1.0, likeness / _TELLING)
        + WEIGHTS.elsewhere * elsewhere
    )
    odds += WEIGHTS.named * evidence.named[pair]
    if _are_strangers(evidence, *pair):
        odds += WEIGHTS.strangers
    if evidence.attribute[pair] > 0:
        odds += WEIGHTS.same_attribute
    elif evidence.attribute[pair] < 0:
        odds += WEIGHTS.other_attribute
    slip, close = likeness_of_values(left, right)
    odds += WEIGHTS.slip * slip + WEIGHTS.close * close
    odds += WEIGHTS.dated * (left.kind in _DAYS and not slip)
    if isinstance(left.value, Period) and isinstance(right.value, Period):
        odds += WEIGHTS.deictic * (_is_deictic(left) + _is_deictic(right))
        odds += WEIGHTS.uneven * (left.value.granularity != right.value.granularity)
    if left.kind == "ordinal" and left.attribute not in _PROPERTIES:
        odds += WEIGHTS.naming
    return float(odds)


def _are_strangers(evidence: Evidence, left: int, right: int) -> bool:
    """Whether several names stand around both claims, and none of them around both."""
    several = min(evidence.names[left], evidence.names[right]) >= _SEVERAL
    return bool(several and evidence.named[left, right] < _STRANGE)


def _is_deictic(claim: Claim) -> bool:
    """Whether a date has no figure of its own, so that it counts from the day of publication."""
    return not any(character.isdigit() for character in claim.quote)


def likeness_of_values(left: Claim, right: Claim) -> tuple[bool, bool]:
    """Whether two values look like one written wrongly, and whether they are close.

    Returns:
        A slip: one figure more, less or other in numbers of two figures and up; one number of a
        score in common; the year of a date alone. And close: within a twentieth of each other.
    """
    a, b = left.value, right.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return _slip_of_numbers(a, b)
    if isinstance(a, Score) and isinstance(b, Score):
        # What wins a set, 21 or 25, is in nearly every score of its sport.
        shared = {a.first, a.second} & {b.first, b.second}
        return any(points < _WINS_A_SET for points in shared), False
    if isinstance(a, Period) and isinstance(b, Period):
        same = a.granularity == b.granularity
        years = a.first.year != b.first.year or a.last.year != b.last.year
        rest = (a.first.replace(year=4), a.last.replace(year=4)) == (
            b.first.replace(year=4),
            b.last.replace(year=4),
        )
        return same and years and rest, False
    return False, False


def is_rounded(left: Claim, right: Claim) -> bool:
    """Whether one figure may be the other one rounded, or a part named with its whole.

    "491.000" is what "491.578" comes to in thousands; "8/11" holds both 8 and 11.
    """
    a, b = left.value, right.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return False
    if _FRACTION.search(left.quote) or _FRACTION.search(right.quote):
        return True
    one, other = _written(a), _written(b)
    if one is None or other is None:
        return False
    whole = a.is_exact and b.is_exact
    return _rounds_to(one, other, whole=whole) or _rounds_to(other, one, whole=whole)


def _written(value: Quantity) -> Decimal | None:
    """The number that the article writes, None when it hedges.

    "4.194 tỷ" is a stretch of half a billion to either side of what is written.
    """
    if value.is_exact:
        return value.low
    if value.low is None or value.high is None:
        return None
    width = value.high - value.low
    if width > abs(value.low) * _NARROW:
        return None
    step = Decimal(10) ** (width.adjusted() + 1)
    return ((value.low + value.high) / 2 / step).to_integral_value() * step


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _rounds_to(exact: Decimal, rounded: Decimal, *, whole: bool) -> bool:
    """Whether `rounded` is `exact` with decimals, or three figures or more, made zero.

    Whole numbers may be cut off there; numbers of millions are rounded to the nearest.
    """
    if _decimals(rounded) < _decimals(exact):
        return abs(exact - rounded) * 2 < Decimal(1).scaleb(-_decimals(rounded))
    digits = f"{abs(rounded):f}"
    zeros = len(digits) - len(digits.rstrip("0"))
    return (
        "." not in digits
        and zeros >= _ROUND
        and abs(exact - rounded) < Decimal(10) ** zeros / (1 if whole else 2)
        and abs(exact - rounded) * _FINE <= abs(exact)
    )


def _slip_of_numbers(a: Quantity, b: Quantity) -> tuple[bool, bool]:
    x, y = (q.low if q.low is not None else q.high for q in (a, b))
    if x is None or y is None:
        return False, False
    largest = max(abs(x), abs(y))
    close = largest > 0 and abs(x - y) <= largest / Decimal(20)
    written = str(x), str(y)
    slip = a.is_exact and b.is_exact and max(map(len, written)) >= 2 and OSA.distance(*written) == 1
    return slip, close
