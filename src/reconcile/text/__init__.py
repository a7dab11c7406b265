"""Text: settled views with a way back, sentences, word tokens, shingles."""

from reconcile.text.composition import Normalised
from reconcile.text.normalisation import fold, normalise
from reconcile.text.sentences import Sentence, find_sentences
from reconcile.text.views import View, view_article

__all__ = [
    "Normalised",
    "Sentence",
    "View",
    "find_sentences",
    "fold",
    "normalise",
    "view_article",
]
