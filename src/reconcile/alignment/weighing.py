"""How much each word tells, whatever the articles that are compared."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from reconcile.grouping.background import load_background

# Names outweigh everything else under plain inverse frequency, and a sentence is more than whom
# it names: of 1, 0.75 and 0.5 the middle one ties most on the development clusters.
_DAMPED = 0.75

Weigh = Callable[[NDArray[np.uint64]], NDArray[np.float64]]


def word_weights(languages: Sequence[str]) -> Weigh:
    """Weigh words by the background of the commonest of some languages.

    Args:
        languages: Codes of language packs, one for each article, at least one.

    Returns:
        A function from word hashes to weights: the negative logarithm of the share of articles
        at large that have the word, damped. It does not depend on the articles compared, so an
        article more or less changes nothing between the others.
    """
    background = load_background(commonest(languages))

    def weigh(words: NDArray[np.uint64]) -> NDArray[np.float64]:
        weights: NDArray[np.float64] = (-np.log(background.share_of(words))) ** _DAMPED
        return weights

    return weigh


def commonest(languages: Sequence[str]) -> str:
    """The code that occurs most often, the first in the alphabet of equals."""
    return min(set(languages), key=lambda code: (-languages.count(code), code))
