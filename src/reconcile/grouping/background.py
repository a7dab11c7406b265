"""How common each word is in news at large, for collections too small to tell by themselves."""

from functools import cache
from importlib import resources

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from reconcile.errors import InvalidLanguagePack
from reconcile.languages import language_package
from reconcile.text.tokens import word_hashes

Hashes = NDArray[np.uint64]
Shares = NDArray[np.float64]

# What a word that no table has is taken for: one article in two thousand.
UNSEEN = 5e-4


@frozen(eq=False)
class Background:
    """Shares of articles that have a word.

    Args:
        words: Hashes of the words, sorted, unique, uint64, shape (w,).
        shares: For each word the share of articles that have it, 0 to 1, float64, shape (w,).
    """

    words: Hashes = field(repr=False)
    shares: Shares = field(repr=False)

    def share_of(self, words: Hashes) -> Shares:
        """The share of articles that have each of `words`; `UNSEEN` for what is not listed."""
        if not self.words.size:
            return np.full(words.shape, UNSEEN)
        place = np.minimum(np.searchsorted(self.words, words), self.words.size - 1)
        found: Shares = np.where(self.words[place] == words, self.shares[place], UNSEEN)
        return found


@cache
def load_background(language: str) -> Background:
    """The background table of a language; an empty one when it has none.

    Args:
        language: The code of a language pack.

    Raises:
        InvalidLanguagePack: A line of the table does not begin with a share.
    """
    table = resources.files(language_package(language)).joinpath("data", "background.txt")
    if not table.is_file():
        return _NOTHING_KNOWN
    words: list[str] = []
    shares: list[float] = []
    for number, line in enumerate(table.read_text("utf-8").splitlines(), start=1):
        if line.startswith("#"):
            continue
        share, *listed = line.split(" ")
        if not share.isdigit() or not listed:
            raise InvalidLanguagePack(
                f"{language}/data/background.txt#{number} must be a share per million and words, "
                f"got {line[:30]!r}."
            )
        words.extend(listed)
        shares.extend([int(share) / 1e6] * len(listed))
    hashes, first = np.unique(word_hashes(words), return_index=True)
    return Background(hashes, np.maximum(np.array(shares)[first], UNSEEN))


_NOTHING_KNOWN = Background(np.empty(0, np.uint64), np.empty(0, np.float64))
