r"""The one tokeniser of the program: the words of many texts at once, as arrays.

A word is what the regular expression ``\w+`` finds: Unicode letters, digits and underscores.
Words are compared by a hash of 64 bits of their letters in lower case, the two small sigmas as
one. Texts come settled from their views, so that the same word in another Unicode form or with
its tone mark in the other place has the same hash.
"""

from collections.abc import Iterator, Sequence
from types import ModuleType

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from reconcile.text import scanning
from reconcile.text.kernels import use_compiled
from reconcile.text.scanning import (
    HAS_DIGIT,
    SEGMENT,
    STARTS_UPPER,
    Codes,
    Hashes,
    flag,
)

__all__ = ["HAS_DIGIT", "STARTS_UPPER", "TokenBatch", "tokenise", "word_hashes"]


@frozen(kw_only=True, eq=False)
class WordBatch:
    """The words of some texts, one after another, without their places.

    Args:
        offsets: int64 (n + 1,): the words of text i are those from ``offsets[i]`` up to
            ``offsets[i + 1]``.
        words: uint64 (t,): hash of the word in lower case.
    """

    offsets: NDArray[np.int64]
    words: Hashes

    def __len__(self) -> int:
        """The number of texts."""
        return len(self.offsets) - 1

    @property
    def counts(self) -> NDArray[np.int64]:
        """How many words each text has, shape (n,)."""
        return np.diff(self.offsets)


@frozen(kw_only=True, eq=False)
class TokenBatch(WordBatch):
    """The words of some texts, one after another.

    Args:
        offsets: int64 (n + 1,): the words of text i are those from ``offsets[i]`` up to
            ``offsets[i + 1]``.
        starts, ends: int32 (t,): half-open, in code points of the word's own text.
        words: uint64 (t,): hash of the word in lower case.
        flags: uint8 (t,): `STARTS_UPPER` and `HAS_DIGIT`.

    >>> batch = tokenise(["Hà Nội, 12/11", "", "hà"])
    >>> batch.offsets.tolist(), batch.starts.tolist()
    ([0, 4, 4, 5], [0, 3, 8, 11, 0])
    >>> bool(batch.words[0] == batch.words[4])
    True
    """

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    flags: NDArray[np.uint8]

    @property
    def owners(self) -> NDArray[np.int32]:
        """The text that each word stands in, shape (t,)."""
        return np.repeat(np.arange(len(self), dtype=np.int32), self.counts)

    def take(self, texts: "Sequence[int] | NDArray[np.intp]") -> "TokenBatch":
        """Some of the texts, in the order asked for.

        >>> tokenise(["một", "hai ba", ""]).take([1, 0]).counts.tolist()
        [2, 1]
        """
        chosen = np.asarray(texts, dtype=np.intp)
        counts = self.counts[chosen]
        offsets = np.concatenate(([0], np.cumsum(counts)))
        at = np.repeat(self.offsets[chosen] - offsets[:-1], counts) + np.arange(offsets[-1])
        return TokenBatch(
            offsets=offsets,
            starts=self.starts[at],
            ends=self.ends[at],
            words=self.words[at],
            flags=self.flags[at],
        )

    def part(self, first: int, last: int) -> "TokenBatch":
        """The texts from `first` up to `last`, without copying their words.

        >>> tokenise(["một", "hai ba", ""]).part(1, 3).counts.tolist()
        [2, 0]
        """
        offsets = self.offsets[first : last + 1]
        own = slice(offsets[0], offsets[-1])
        return TokenBatch(
            offsets=offsets - offsets[0],
            starts=self.starts[own],
            ends=self.ends[own],
            words=self.words[own],
            flags=self.flags[own],
        )

    def keep(self, mask: NDArray[np.bool_]) -> "TokenBatch":
        """The same texts with only the words for which `mask`, shape (t,), is true.

        >>> batch = tokenise(["một hai ba"])
        >>> batch.keep(batch.starts > 0).starts.tolist()
        [4, 8]
        """
        before = np.concatenate(([0], np.cumsum(mask, dtype=np.int64)))
        return TokenBatch(
            offsets=before[self.offsets],
            starts=self.starts[mask],
            ends=self.ends[mask],
            words=self.words[mask],
            flags=self.flags[mask],
        )

    def without(self, blocks: Sequence[Sequence[tuple[int, int]]]) -> "TokenBatch":
        """The same texts less the words that touch some stretches.

        Args:
            blocks: For each text, half-open stretches of it; a view's `boilerplate`, say.

        >>> tokenise(["Ảnh: AFP. Hai người"]).without([[(0, 9)]]).starts.tolist()
        [10, 14]
        """
        mask = np.ones(len(self.words), dtype=bool)
        for text, stretches in enumerate(blocks):
            low, high = int(self.offsets[text]), int(self.offsets[text + 1])
            for start, end in stretches:
                first = low + int(np.searchsorted(self.ends[low:high], start, side="right"))
                last = low + int(np.searchsorted(self.starts[low:high], end, side="left"))
                mask[first:last] = False
        return self if mask.all() else self.keep(mask)


def tokenise(texts: Sequence[str]) -> TokenBatch:
    """Find the words of many texts, with their places and flags.

    Args:
        texts: Settled texts; any string at all is accepted.
    """
    offsets = np.zeros(len(texts) + 1, dtype=np.int64)
    kernel = _choose_kernel(compiled=use_compiled(map(len, texts)))
    starts, ends, words, flags = [], [], [], []
    for first, chunk in chunks(texts):
        codes, bounds = encode_texts(chunk, kernel)
        start, end, word = kernel.scan(codes, bounds)
        own = np.searchsorted(start, bounds)
        shift = np.repeat(bounds[:-1], np.diff(own))
        offsets[first + 1 : first + len(bounds)] = own[1:] + offsets[first]
        starts.append((start - shift).astype(np.int32))
        ends.append((end - shift).astype(np.int32))
        words.append(word)
        flags.append(flag(codes, start))
    return TokenBatch(
        offsets=offsets,
        starts=np.concatenate(starts),
        ends=np.concatenate(ends),
        words=np.concatenate(words),
        flags=np.concatenate(flags),
    )


def hash_words(texts: Sequence[str], *, compiled: bool = False) -> WordBatch:
    """Find the words of many texts, as hashes only, which is faster.

    Args:
        texts: Settled texts.
        compiled: Whether to use the kernel that numba compiles; the result is the same.

    >>> texts = ["Hà Nội, 12/11", "hà"]
    >>> bool((hash_words(texts).words == tokenise(texts).words).all())
    True
    """
    kernel = _choose_kernel(compiled=compiled)
    found = [
        kernel.hash_segment(*encode_texts(chunk, kernel))
        for _, chunk in chunks(texts, kernel.SEGMENT)
    ]
    words, counts = found[0] if len(found) == 1 else map(np.concatenate, zip(*found, strict=True))
    offsets = np.zeros(len(texts) + 1, dtype=np.int64)
    np.cumsum(counts, out=offsets[1:])
    return WordBatch(offsets=offsets, words=words)


def word_hashes(words: Sequence[str]) -> NDArray[np.uint64]:
    """The hash of each word, the same as a token of a text has.

    Raises:
        ValueError: One of them is not exactly one word.

    >>> bool(word_hashes(["nội"])[0] == tokenise(["Hà Nội"]).words[1])
    True
    """
    batch = tokenise(words)
    lengths = np.array([len(word) for word in words], dtype=np.int64)
    whole = batch.counts == 1
    if whole.all():
        whole = batch.ends - batch.starts == lengths
    if not whole.all():
        odd = words[int(np.argmin(whole))]
        raise ValueError(f"a word is letters, digits and underscores only, got {odd!r}")
    return batch.words


def chunks(texts: Sequence[str], size: int = SEGMENT) -> Iterator[tuple[int, Sequence[str]]]:
    """Cut a sequence of texts into runs of bounded length, so that memory stays bounded.

    Args:
        texts: The texts.
        size: Code points in a run at the most, unless one text has more.

    Yields:
        The position of the first text of a run, and the run; an empty one when there are no texts.
    """
    ends = np.cumsum(np.fromiter(map(len, texts), np.int64, len(texts)) + 1)
    first = 0
    while len(texts) - first > 1:
        reached = ends[first - 1] if first else 0
        last = int(np.searchsorted(ends, reached + size, side="right"))
        last = max(last, first + 1)
        if last == len(texts):
            break
        yield first, texts[first:last]
        first = last
    yield first, texts[first:]


def _choose_kernel(*, compiled: bool) -> ModuleType:
    if not compiled:
        return scanning
    from reconcile.text import compiled as kernel  # noqa: PLC0415  (slow to import)

    return kernel


def encode_texts(
    texts: Sequence[str], kernel: ModuleType = scanning
) -> tuple[Codes, NDArray[np.int64]]:
    """The code points of some texts with a line end after each, where each begins, and the end."""
    bounds = np.zeros(len(texts) + 1, dtype=np.int64)
    np.cumsum(np.fromiter(map(len, texts), np.int64, len(texts)) + 1, out=bounds[1:])
    return kernel.codes_of("\n".join(texts) + "\n"), bounds
