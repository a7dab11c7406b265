"""What a language's grammar finds in a text, before anything is claimed.

Positions are code points of the view's text. A mention says where a phrase stands and what it
means; what the phrase is *of* (subject, attribute) is decided later, by `reconcile.extraction`.
"""

import datetime as dt

from attrs import field, frozen

from reconcile.values import Clock, Name, Period, Quantity, Score


@frozen(kw_only=True)
class Anchor:
    """What relative and partial dates are counted from.

    Args:
        published: The day of publication, when known.
        years: Years that the article itself states, the most frequent first; asked for only when
            the day of publication is not known.
    """

    published: dt.date | None = None
    years: tuple[int, ...] = ()


@frozen(kw_only=True, order=True)
class DateMention:
    """A date, a part of a day, a month, a range of days …

    Args:
        value: The period; the name of a weekday alone when no calendar day can be told from it.
        attribute: What the date is to the event: ``when`` it was, ``from``, ``until``, ``before``
            or ``after`` which it was, when somebody was ``born`` or something ``established``
            or ``signed``, or what a figure is ``compared`` with.
        subject: What happened then, when the words tell.
        about: Where the name stands of whoever was born or whatever was established.
    """

    start: int
    end: int
    value: Period | Name = field(order=False)
    attribute: str = field(default="when", order=False)
    subject: str | None = field(default=None, order=False)
    about: tuple[int, int] | None = field(default=None, order=False)


@frozen(kw_only=True, order=True)
class TimeMention:
    """A time of day; the rest as for a date, and the attribute also names a time zone told."""

    start: int
    end: int
    clock: Clock = field(order=False)
    attribute: str = field(default="when", order=False)
    subject: str | None = field(default=None, order=False)
    about: tuple[int, int] | None = field(default=None, order=False)


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
class RoleMention:
    """A title or an office that a person's name stands beside.

    Args:
        start, end: The title with what it is of: "Thứ trưởng Bộ Công Thương".
        name: The same words as a person reads them.
        key: Case-folded words for comparison; a title of several words is one of them.
        family: ``rank``, ``office``, ``degree`` or ``calling``: roles of different families never
            exclude each other.
    """

    start: int
    end: int
    name: str = field(order=False)
    key: str = field(order=False)
    family: str = field(order=False)


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
        roles: Every title before and after a person's name, in order.
        located: Whether the words before say that something happens there ("tại", "in").
    """

    start: int
    end: int
    kind: str
    name: str = field(order=False)
    key: str = field(order=False)
    whole: tuple[int, int] = field(order=False)
    role: tuple[int, int] | None = field(default=None, order=False)
    roles: tuple[RoleMention, ...] = field(default=(), order=False)
    located: bool = field(default=False, order=False)


@frozen(kw_only=True, order=True)
class MembershipMention:
    """A list of those who take part in something or belong to it.

    Args:
        start, end: The list, from its first member to its last.
        body: The name of what they are members of, when the text tells.
        members: Canonical names of the members, in the order of the text.
        keys: The same as case-folded words for comparison.
        is_open: Whether the list says that it is not complete.
    """

    start: int
    end: int
    members: tuple[str, ...] = field(order=False)
    keys: tuple[str, ...] = field(order=False)
    body: str | None = field(default=None, order=False)
    is_open: bool = field(default=False, order=False)


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
