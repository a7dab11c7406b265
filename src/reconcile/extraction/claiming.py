"""Turning a stretch of a view into a claim with its provenance."""

from reconcile.model import Claim
from reconcile.text import View
from reconcile.values import Value


def make_claim(
    view: View,
    start: int,
    end: int,
    *,
    kind: str,
    value: Value,
    rule: str,
    subject: str | None = None,
    attribute: str | None = None,
) -> Claim | None:
    """Make a claim from a stretch of the view.

    Args:
        view: The article's view.
        start, end: The claim's words, in the view's code points; not empty.
        kind, value, subject, attribute: See `reconcile.Claim`.
        rule: The rule that found it: ``dates``; the language's code is put before it.

    Returns:
        The claim, or None when the words cross a sentence's end or touch boilerplate, where
        nothing may be claimed.
    """
    index = view.sentence_index(start)
    if index is None or view.in_boilerplate(start, end):
        return None
    sentence = view.sentences[index]
    if end > sentence.end:
        return None
    span = view.source_span(start, end)
    is_whole = (start, end) == (sentence.start, sentence.end)
    return Claim(
        article=view.article.id,
        kind=kind,
        value=value,
        span=span,
        quote=view.article.text[span.start : span.end],
        sentence=span if is_whole else view.source_span(sentence.start, sentence.end),
        extractor=f"{view.pack.code}.{rule}",
        subject=subject,
        attribute=attribute,
    )
