"""Alignment: which claims answer the same question, and how their values relate."""

from reconcile.alignment.across import compare_across
from reconcile.alignment.limits import count_sentences
from reconcile.alignment.reconciling import align_claims, align_views

__all__ = ["align_claims", "align_views", "compare_across", "count_sentences"]
