"""The view of an article that every later step works on: settled text, sentences, a way back."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Self

from attrs import evolve, field, frozen

from reconcile.languages import LanguagePack, language_pack
from reconcile.model import Article, Span
from reconcile.text.composition import Normalised
from reconcile.text.normalisation import fold, normalise
from reconcile.text.sentences import Sentence, find_sentences


@frozen(kw_only=True, eq=False)
class View:
    """An article's text in one form, cut into sentences, with the way back to the text as read.

    Args:
        article: The article.
        pack: Its language's pack, or the neutral one.
        text: The settled text; positions of mentions count into it.
        folded: The same text in lower case, of the same length.
        sentences: Its sentences in order; none covers boilerplate and text together.
        boilerplate: The article's boilerplate in positions of `text`, in order, disjoint.
    """

    article: Article
    pack: LanguagePack
    text: str = field(repr=False)
    folded: str = field(repr=False)
    sentences: tuple[Sentence, ...] = field(repr=False)
    boilerplate: tuple[tuple[int, int], ...] = field(repr=False)
    _normalised: Normalised = field(repr=False)
    _sentence_starts: tuple[int, ...] = field(repr=False)

    def source_span(self, start: int, end: int) -> Span:
        """Where a non-empty stretch of the view stands in the article's text as read."""
        return Span(*self._normalised.to_source(start, end))

    def view_span(self, span: Span) -> tuple[int, int]:
        """Where a span of the article's text as read stands in the view."""
        return self._normalised.stretch_from_source(span.start, span.end)

    def sentence_index(self, position: int) -> int | None:
        """The index in `sentences` of the sentence that covers a position, None between two."""
        index = bisect_right(self._sentence_starts, position) - 1
        return index if index >= 0 and position < self.sentences[index].end else None

    def in_boilerplate(self, start: int, end: int) -> bool:
        """Whether a stretch touches a part that is not the article."""
        if not self.boilerplate:
            return False
        index = bisect_right(self.boilerplate, (start, len(self.text) + 1))
        near = self.boilerplate[max(index - 1, 0) : index + 1]
        return any(low < end and start < high for low, high in near)

    def opening(self, count: int) -> Self:
        """The same view up to the end of its first `count` sentences of the article itself."""
        body = self.body_sentences
        if count >= len(body):
            return self
        last = bisect_right(self._sentence_starts, body[count].start) - 1
        return evolve(
            self, sentences=self.sentences[:last], sentence_starts=self._sentence_starts[:last]
        )

    @property
    def body_sentences(self) -> tuple[Sentence, ...]:
        """The sentences that belong to the article itself."""
        return tuple(s for s in self.sentences if not self.in_boilerplate(s.start, s.end))


def view_article(article: Article) -> View:
    """Settle an article's text and cut it into sentences; done once for each article.

    >>> view = view_article(Article(id="a", text="Hoà bình. Hai  bên ký.", language="vi"))
    >>> [view.text[s.start : s.end] for s in view.sentences]
    ['Hòa bình.', 'Hai  bên ký.']
    """
    pack = language_pack(article.language)
    normalised = normalise(article.text)
    blocks = [
        normalised.stretch_from_source(b.span.start, b.span.end)
        for b in sorted(article.boilerplate, key=lambda b: b.span)
        if b.span.start < b.span.end
    ]
    sentences = find_sentences(
        normalised.text,
        abbreviations=pack.abbreviations,
        breaks=(edge for block in blocks for edge in block),
    )
    return View(
        article=article,
        pack=pack,
        text=normalised.text,
        folded=fold(normalised.text),
        sentences=sentences,
        boilerplate=_disjoint(blocks),
        normalised=normalised,
        sentence_starts=tuple(s.start for s in sentences),
    )


def _disjoint(stretches: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Sorted stretches with those that overlap made one, and those that nothing is left of gone."""
    found: list[tuple[int, int]] = []
    for start, end in stretches:
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        elif start < end:
            found.append((start, end))
    return tuple(found)
