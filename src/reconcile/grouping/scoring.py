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


@frozen(kw_only=True)
class Scorer:
    """Weights of the evidence; each has one sign, so more shared evidence never lowers a score.

    Args:
        base: Log-odds of a pair that shares nothing and of which nothing is known.
        kinds: For each kind of evidence what its cosine's square root adds, 0 or more.
        gap: What the logarithm of one more than the days between two dated articles takes away.
        length: What the logarithm of the content words, relative to `TYPICAL_LENGTH`, takes away:
            long articles share words by chance and by topic, a sentence or two hardly any.
    """

    base: float
    kinds: tuple[float, ...]
    gap: float
    length: float

    def log_odds(self, measures: Floats, *, gaps: Floats, lengths: Floats) -> LogOdds:
        """The log-odds that each pair covers one event.

        Args:
            measures: Cosines by kind, shape (p, kinds).
            gaps: Days between publication, not a number where a date is missing, shape (p,).
            lengths: Geometric mean of the two numbers of content words, 1 or more, shape (p,).
        """
        late = np.log1p(np.nan_to_num(gaps, nan=0.0))
        long = np.log(lengths / TYPICAL_LENGTH)
        shared = np.sqrt(measures) @ np.array(self.kinds)
        scored: LogOdds = self.base + shared - self.gap * late - self.length * long
        return scored


# Fitted by bench/grouping.py; see docs/explanation/events.md.
SCORER = Scorer(base=-8.0, kinds=(8.9, 2.5, 3.4, 5.2, 1.7), gap=1.0, length=0.9)


def share_of_odds(log_odds: LogOdds) -> NDArray[np.float64]:
    """Log-odds as a score between 0 and 1."""
    score: NDArray[np.float64] = 1 / (1 + np.exp(-np.clip(log_odds, -30, 30)))
    return score


def publication_days(moments: Sequence[dt.date | None]) -> NDArray[np.float64]:
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
