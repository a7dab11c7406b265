"""Articles: texts as they were read, with their metadata."""

import datetime as dt
import hashlib

from attrs import field, frozen
from attrs.validators import deep_iterable, instance_of, optional


@frozen(order=True)
class Span:
    """A half-open stretch of an article's text.

    Args:
        start: The first code point of the stretch, counted from 0.
        end: The code point after the last; ``end == start`` is an empty stretch.

    Raises:
        ValueError: `start` is negative or after `end`.

    >>> "Hai người"[Span(4, 9).start : Span(4, 9).end]
    'người'
    >>> Span(4, 9).overlaps(Span(9, 12)), Span(4, 9).covers(Span(5, 9))
    (False, True)
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"need 0 <= start <= end, got {self.start} and {self.end}")

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return max(self.start, other.start) < min(self.end, other.end)

    def covers(self, other: "Span") -> bool:
        """Whether every code point of `other` lies inside."""
        return self.start <= other.start and other.end <= self.end


@frozen(kw_only=True)
class Boilerplate:
    """A stretch of an article's text that is not the article: caption, byline, ticker, comments.

    Args:
        span: The stretch, in code points of the text as read.
        reason: What it is held to be; those that reading gives stand in the reference of formats.

    >>> text = "Hai người bị thương. Ảnh: Minh Hà"
    >>> block = Boilerplate(span=Span(21, 33), reason="picture credit")
    >>> text[block.span.start : block.span.end]
    'Ảnh: Minh Hà'
    """

    span: Span
    reason: str


@frozen(kw_only=True)
class Article:
    """One text as it was read; nothing ever edits `text`.

    Args:
        id: Unique among the articles read together.
        text: The text that claims count into, as read.
        source: Where it was read: a path as given, with ``#line`` for a record of a file of many.
        title: The headline, when the record or the file has one apart from the text.
        publisher: Who published it, when known.
        url: Where it was published, when known.
        published: When it was published: a date, or a moment with or without a time zone.
        language: BCP 47 code of its language, None when no language is certain.
        boilerplate: Stretches in which nothing is claimed, in order, not overlapping.

    >>> article = Article(id="a", text="Hai người bị thương.", source="a.txt")
    >>> article.text[4:9]
    'người'
    """

    id: str = field(validator=instance_of(str))
    text: str = field(validator=instance_of(str), repr=False)
    source: str = field(default="", validator=instance_of(str))
    title: str | None = field(default=None, validator=optional(instance_of(str)))
    publisher: str | None = field(default=None, validator=optional(instance_of(str)))
    url: str | None = field(default=None, validator=optional(instance_of(str)))
    published: dt.datetime | dt.date | None = field(
        default=None, validator=optional(instance_of(dt.date))
    )
    language: str | None = field(default=None, validator=optional(instance_of(str)))
    boilerplate: tuple[Boilerplate, ...] = field(
        default=(), validator=deep_iterable(instance_of(Boilerplate)), repr=False
    )

    @property
    def sha256(self) -> str:
        """The digest of the text as UTF-8; lone surrogates count as they are."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def publication_day(self) -> dt.date | None:
        """The calendar day of publication in the article's own time zone, when it has one."""
        published = self.published
        return published.date() if isinstance(published, dt.datetime) else published


@frozen(kw_only=True)
class Problem:
    """Something that could not be read or was left out, with its place and the cure.

    Args:
        source: The place: a path as given, with ``#line`` for a record of a file of many.
        message: What is wrong, what was done, and what helps.
        fatal: Whether an article was lost; False when it was kept without a part.

    >>> print(Problem(source="feed.jsonl#12", message="the record has no text; it is left out"))
    feed.jsonl#12: the record has no text; it is left out
    """

    source: str
    message: str
    fatal: bool = True

    def __str__(self) -> str:
        return f"{self.source}: {self.message}"
