"""Where the words of articles come from: read already, or to be read when they are needed.

A hundred thousand articles as words take ten times their memory as text. Copies are therefore
found from sketches of them, and the words of the few that look alike are read again.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol, Self

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from reconcile.model import Article
from reconcile.text import normalise
from reconcile.text.screening import find_unsettled
from reconcile.text.tokens import TokenBatch, WordBatch, chunks, encode_texts, hash_words, tokenise

Stretch = tuple[int, int]

_CODE_POINTS_OF_WORD = 5  # with what stands before the next word; a rough figure will do


class Corpus(Protocol):
    """Some articles whose words can be had."""

    def __len__(self) -> int: ...

    @property
    def lengths(self) -> Iterable[int]:
        """About how many code points each has, or all together."""
        ...

    def take(self, positions: NDArray[np.intp]) -> Self:
        """Some of the articles, in the order asked for."""
        ...

    def part(self, first: int, last: int) -> Self:
        """The articles from `first` up to `last`."""
        ...

    def read(self, *, compiled: bool) -> WordBatch:
        """The words of the articles, found by the one kernel or the other."""
        ...


@frozen(eq=False)
class TokenCorpus:
    """Articles whose words are at hand."""

    batch: TokenBatch

    def __len__(self) -> int:
        return len(self.batch)

    @property
    def lengths(self) -> Iterable[int]:
        """About how many code points all have together."""
        return [_CODE_POINTS_OF_WORD * len(self.batch.words)]

    def take(self, positions: NDArray[np.intp]) -> "TokenCorpus":
        """Some of the articles."""
        return TokenCorpus(self.batch.take(positions))

    def part(self, first: int, last: int) -> "TokenCorpus":
        """The articles from `first` up to `last`."""
        return TokenCorpus(self.batch.part(first, last))

    def read(self, *, compiled: bool) -> WordBatch:  # noqa: ARG002  (they are found already)
        """The words of the articles."""
        return self.batch


@frozen(eq=False)
class TextCorpus:
    """Articles as settled texts.

    Args:
        texts: Settled texts.
        boilerplate: For each text, the stretches whose words do not count.
    """

    texts: Sequence[str]
    boilerplate: Sequence[Sequence[Stretch]] | None = None

    def __len__(self) -> int:
        return len(self.texts)

    @property
    def lengths(self) -> Iterable[int]:
        """How many code points each has."""
        return map(len, self.texts)

    def take(self, positions: NDArray[np.intp]) -> "TextCorpus":
        """Some of the articles."""
        chosen = positions.tolist()
        blocks = self.boilerplate
        return TextCorpus([self.texts[i] for i in chosen], blocks and [blocks[i] for i in chosen])

    def part(self, first: int, last: int) -> "TextCorpus":
        """The articles from `first` up to `last`."""
        blocks = self.boilerplate
        return TextCorpus(self.texts[first:last], blocks and blocks[first:last])

    def read(self, *, compiled: bool) -> WordBatch:
        """The words of the articles, found by the one kernel or the other."""
        if self.boilerplate is None or not any(self.boilerplate):
            return hash_words(self.texts, compiled=compiled)
        return tokenise(self.texts).without(self.boilerplate)


def settle(articles: Sequence[Article]) -> TextCorpus:
    """The settled texts of some articles, and the stretches of them that are boilerplate."""
    texts: list[str] = []
    boilerplate: list[list[Stretch]] = []
    for first, chunk in chunks([article.text for article in articles]):
        unsettled = set(find_unsettled(*encode_texts(chunk)))
        for place, (article, text) in enumerate(zip(articles[first:], chunk, strict=False)):
            if place not in unsettled:
                texts.append(text)
                boilerplate.append([(b.span.start, b.span.end) for b in article.boilerplate])
                continue
            normalised = normalise(text)
            texts.append(normalised.text)
            boilerplate.append(
                [
                    (normalised.from_source(b.span.start), normalised.from_source(b.span.end))
                    for b in article.boilerplate
                ]
            )
    return TextCorpus(texts, boilerplate if any(boilerplate) else None)


def join_texts(parts: Sequence[TextCorpus]) -> TextCorpus:
    """Several corpora of texts as one."""
    texts = [text for part in parts for text in part.texts]
    if all(part.boilerplate is None for part in parts):
        return TextCorpus(texts)
    none: tuple[()] = ()
    blocks = [block for part in parts for block in part.boilerplate or [none] * len(part)]
    return TextCorpus(texts, blocks)
