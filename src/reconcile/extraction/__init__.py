"""Extraction: what each article claims, with the words it says it in."""

from reconcile.extraction.claiming import make_claim
from reconcile.extraction.extractors import (
    Extractor,
    extract_claims,
    extract_from_view,
    extractors,
)
from reconcile.extraction.mentions import Mentions, find_mentions

__all__ = [
    "Extractor",
    "Mentions",
    "extract_claims",
    "extract_from_view",
    "extractors",
    "find_mentions",
    "make_claim",
]
