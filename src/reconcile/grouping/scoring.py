"""From what two articles share to one score: how likely both cover one event."""

import datetime as dt
import math
from collections.abc import Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

Floats = NDArray[np.float64]
LogOdds = NDArray[np.float64]

# Content words of a typical article.
TYPICAL_LENGTH = 250


# Content words that two articles on one event share at the least; and the log-odds, far below
# any threshold, of those that share fewer.
_FEWEST_WORDS, _UNTOLD = 2, -0.3


@frozen(kw_only=True)
class Scorer:
    """Weights of the evidence, all in log-odds and none of them negative but the base.

    Each has one direction: more shared evidence never lowers a score, days further apart never
    raise it.

    Args:
        base: Log-odds of a pair of typical length that shares nothing.
        kinds: For each kind of evidence what the square root of its cosine adds.
        length: What the logarithm of the content words, relative to `TYPICAL_LENGTH`, takes away:
            long articles share words by chance and by topic, a sentence or two hardly any.
        gap: What the logarithm of one more than the days between two dated articles takes away.
        story: What texts take away that state days, none of them within a day of one another,
            when a date of publication is missing.
        story_growth: What the logarithm of one more than the days between them adds to that.
        span: What two openings take away that exclude one another, one of them a span of days.
        limit: What all shared words together are worth at most against what contradicts them.
    """

    base: float
    kinds: tuple[float, ...]
    length: float
    gap: float
    story: float
    story_growth: float
    span: float
    limit: float

    def likeness(self, measures: Floats, *, lengths: Floats) -> LogOdds:
        """The log-odds by words, names and numbers alone.

        Args:
            measures: Cosines by kind, and how many content words are shared, (p, kinds + 1).
            lengths: Geometric mean of the two numbers of content words, 1 or more, shape (p,).
        """
        shared: LogOdds = np.sqrt(measures[:, :-1]) @ np.array(self.kinds)
        likeness = self.base + shared - self.length * np.log(lengths / TYPICAL_LENGTH)
        # Two short texts that share one word share a town or a person, and no story.
        return np.where(measures[:, -1] < _FEWEST_WORDS, np.minimum(likeness, _UNTOLD), likeness)

    def publication_against(self, gaps: Floats) -> LogOdds:
        """What days between publication take away; nothing where one of them is not known."""
        against: LogOdds = self.gap * np.log1p(np.nan_to_num(gaps, nan=0.0))
        return against

    def story_against(self, distance: int | None, *, elsewhen: bool) -> float:
        """What the days that two texts state take away.

        Args:
            distance: Days between the nearest two, None when it is not known or does not count.
            elsewhen: Whether they open with days that exclude one another, one of them a span.
        """
        against = self.span if elsewhen else 0.0
        if distance is not None and distance > 1:
            against += self.story + self.story_growth * math.log1p(distance)
        return against

    def weigh_against(self, likeness: LogOdds, against: LogOdds) -> LogOdds:
        """The log-odds that both cover one event, from what speaks for it and against it."""
        beyond = np.maximum(likeness - self.limit, 0) * np.minimum(against, 1)
        weighed: LogOdds = likeness - beyond - against
        return weighed


# Fitted by bench/grouping.py on the development half, but for the days that texts state
# and `limit`, which follow from counts; see docs/explanation/events.md.
SCORER = Scorer(
    base=-7.8,
    kinds=(8.9, 2.5, 3.4, 5.2, 1.7),
    length=0.9,
    gap=0.95,
    story=1.2,
    story_growth=0.6,
    span=3.0,
    limit=2.0,
)


def share_of_odds(log_odds: LogOdds) -> Floats:
    """Log-odds as a score between 0 and 1."""
    score: Floats = 1 / (1 + np.exp(-np.clip(log_odds, -30, 30)))
    return score


def publication_days(moments: Sequence[dt.date | None]) -> Floats:
    """Moments of publication in days, not a number where there is none."""
    days = [math.nan if moment is None else day_number(moment) for moment in moments]
    return np.array(days, np.float64)


def day_number(moment: dt.date) -> float:
    """A moment in days; a day without a time is its noon, a time without a zone is UTC.

    >>> day_number(dt.date(1, 1, 2)), day_number(dt.datetime(1, 1, 2, 6, 0))
    (2.5, 2.25)
    """
    if not isinstance(moment, dt.datetime):
        return moment.toordinal() + 0.5
    offset = moment.utcoffset() or dt.timedelta()
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second - offset.total_seconds()
    return moment.toordinal() + seconds / 86400
