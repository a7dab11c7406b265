"""What a language's grammar finds in a text, before anything is claimed.

Positions are code points of the view's text. A mention says where a phrase stands and what it
means; what the phrase is *of* (subject, attribute) is decided later, by `reconcile.extraction`.
"""

import datetime as dt

from attrs import field, frozen

from reconcile.values import Clock, Period, Quantity, Score


@frozen(kw_only=True)
class Anchor:
    """What relative and partial dates are counted from.

    Args:
        published: The day of publication, when known.
        years: Years that the article itself states, the most frequent first.
    """

    published: dt.date | None = None
    years: tuple[int, ...] = ()


@frozen(kw_only=True, order=True)
class DateMention:
    """A date, a part of a day, a month, a range of days …"""

    start: int
    end: int
    period: Period = field(order=False)


@frozen(kw_only=True, order=True)
class TimeMention:
    """A time of day."""

    start: int
    end: int
    clock: Clock = field(order=False)


@frozen(kw_only=True, order=True)
class NumberMention:
    """A number with what it measures.

    Args:
        kind: ``count``, ``money``, ``percent``, ``measure``, ``ordinal``, ``age``, ``duration``.
        noun: Where the counted or ranked noun stands, when there is one.
    """

    start: int
    end: int
    kind: str
    value: Quantity | Score = field(order=False)
    noun: tuple[int, int] | None = field(default=None, order=False)


@frozen(kw_only=True, order=True)
class NameMention:
    """A name of a person, an organisation, a place, an agreement or a document.

    Args:
        start, end: The name alone, without titles.
        kind: ``person``, ``organisation``, ``place``, ``agreement`` or ``document``.
        name: The canonical full name that this mention refers to in the article ("ông Khôi" →
            "Phạm Phú Khôi"; "Mỹ" → "Hoa Kỳ").
        key: Case-folded words for comparison.
        whole: The mention with its titles and apposition, ``(start, end)``.
        role: Where the title or role stands, ``(start, end)``.
    """

    start: int
    end: int
    kind: str
    name: str = field(order=False)
    key: str = field(order=False)
    whole: tuple[int, int] = field(order=False)
    role: tuple[int, int] | None = field(default=None, order=False)


@frozen(kw_only=True, order=True)
class QuotationMention:
    """Words given as somebody's own.

    Args:
        start, end: The words, without the quotation marks.
        direct: Whether they stand in quotation marks as a sentence.
        speaker: Canonical name of the speaker when the text tells.
    """

    start: int
    end: int
    direct: bool
    speaker: str | None = field(default=None, order=False)
