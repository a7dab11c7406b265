"""Quotations, and whether a sentence denies."""

from collections.abc import Sequence

from reconcile.languages.mentions import NameMention, QuotationMention


def find_quotations(
    text: str, folded: str, *, names: Sequence[NameMention]
) -> Sequence[QuotationMention]:
    """Find every quotation."""
    return ()


def is_negated(folded: str) -> bool:
    """Whether a sentence denies."""
    return False
