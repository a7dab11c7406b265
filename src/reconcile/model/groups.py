"""Groups: the articles of one event, and which of them are copies of one another."""

from attrs import field, frozen


@frozen(kw_only=True, order=True)
class CopyEdge:
    """Two articles of which one repeats the other's text.

    Args:
        left, right: Article ids, ``left < right``.
        jaccard: Resemblance of the two shingle sets, share between 0 and 1.
        containment: Share of the smaller shingle set that stands in the larger, 0 to 1.
        credit: The source that both name, so that less shared text is enough; None for none.

    Raises:
        ValueError: `left` does not sort before `right`.

    >>> CopyEdge(left="a", right="b", jaccard=0.3, containment=1.0) < CopyEdge(
    ...     left="a", right="c", jaccard=0.9, containment=0.9
    ... )
    True
    """

    left: str
    right: str
    jaccard: float
    containment: float
    credit: str | None = field(default=None, order=False)

    def __attrs_post_init__(self) -> None:
        if not self.left < self.right:
            raise ValueError(f"left must sort before right, got {self.left!r} and {self.right!r}")


@frozen(kw_only=True)
class Group:
    """The articles that cover one event.

    Args:
        id: Made from content: unchanged when unrelated articles come and go.
        articles: Article ids, earliest first.
        copies: The copy edges inside the group.
        origins: The articles split into independent witnesses; copies stand together.

    >>> group = Group(id="g", articles=("a", "b", "c"), origins=(("a", "c"), ("b",)))
    >>> group.origin_of("c")
    0
    """

    id: str
    articles: tuple[str, ...]
    copies: tuple[CopyEdge, ...] = field(default=())
    origins: tuple[tuple[str, ...], ...] = field(default=())

    def origin_of(self, article: str) -> int:
        """The position in `origins` of the witness that an article belongs to."""
        return next(i for i, origin in enumerate(self.origins) if article in origin)
