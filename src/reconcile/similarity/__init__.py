"""Similarity: signatures, candidates and exact resemblance; copies and the origins they leave."""

from reconcile.similarity.copies import find_copies, find_copies_in
from reconcile.similarity.origins import find_origins

__all__ = ["find_copies", "find_copies_in", "find_origins"]
