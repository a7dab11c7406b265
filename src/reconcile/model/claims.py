"""Claims: one article says one thing, and these are its words."""

from typing import Any

from attrs import field, frozen
from attrs.validators import in_, instance_of

from reconcile.errors import InvalidClaim
from reconcile.model.articles import Article, Span
from reconcile.values import Value

KINDS = (
    "date",
    "time",
    "duration",
    "count",
    "money",
    "percent",
    "measure",
    "ordinal",
    "age",
    "person",
    "role",
    "organisation",
    "place",
    "document",
    "agreement",
    "membership",
    "quote",
    "statement",
)


@frozen(kw_only=True)
class Claim:
    """One thing that one article says.

    Args:
        article: The article's id.
        kind: One of `KINDS`.
        value: The normalised value.
        span: The claim's words in the article's text as read.
        quote: ``text[span.start:span.end]``, character for character.
        sentence: The sentence the words stand in; it covers `span`.
        extractor: The rule or plug-in that found it: ``vi.dates``.
        subject: What it is about: an entity's name, a counted noun, a document; None when unsure.
        attribute: Which property of the subject: ``when``, ``dead``, ``price``; None when unsure.

    >>> from reconcile.values import Quantity
    >>> claim = Claim(
    ...     article="a",
    ...     kind="count",
    ...     value=Quantity.exactly(3, unit="người"),
    ...     span=Span(11, 18),
    ...     quote="3 người",
    ...     sentence=Span(0, 24),
    ...     extractor="vi.numbers",
    ...     attribute="dead",
    ... )
    >>> claim.id
    'a:11-18:count:numbers'
    """

    article: str
    kind: str = field(validator=in_(KINDS))
    value: Value
    span: Span = field(validator=instance_of(Span))
    quote: str
    sentence: Span = field(validator=instance_of(Span))
    extractor: str
    subject: str | None = None
    attribute: str | None = None

    @property
    def id(self) -> str:
        """Made from what the claim is, never from the order in which claims were found.

        Two claims of one article with the same kind, span and rule are one claim.
        """
        rule = self.extractor.rpartition(".")[2]
        return f"{self.article}:{self.span.start}-{self.span.end}:{self.kind}:{rule}"

    def as_document(self) -> dict[str, Any]:
        """The claim as it stands in the report and in `reconcile claims`."""
        return {
            "id": self.id,
            "article": self.article,
            "kind": self.kind,
            "subject": self.subject,
            "attribute": self.attribute,
            "value": self.value.as_document(),
            "quote": self.quote,
            "start": self.span.start,
            "end": self.span.end,
            "sentence": {"start": self.sentence.start, "end": self.sentence.end},
            "extractor": self.extractor,
        }


def check_claim(claim: Claim, *, article: Article) -> Claim:
    """Refuse a claim whose provenance is wrong, whoever made it.

    Returns:
        The same claim.

    Raises:
        InvalidClaim: The quote is not the text at the span, the span leaves its sentence, is
            empty, or lies in the article's boilerplate.
    """
    actual = article.text[claim.span.start : claim.span.end]
    fault = None
    if claim.article != article.id:
        fault = f"names article {claim.article!r}, made from {article.id!r}"
    elif not actual or actual != claim.quote:
        fault = f"quotes {claim.quote!r}, but the text has {actual!r} there"
    elif not claim.sentence.covers(claim.span):
        fault = f"leaves its sentence {claim.sentence}"
    for block in article.boilerplate:
        if fault is None and block.span.overlaps(claim.span):
            fault = f"lies in boilerplate ({block.reason}) at {block.span}"
    if fault is not None:
        where = f"{claim.extractor}: {claim.kind} at {claim.span.start}-{claim.span.end}"
        raise InvalidClaim(f"{where} {fault}.")
    return claim
