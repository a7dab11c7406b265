"""What was said: direct quotations and statements, compared by their words."""

from collections.abc import Mapping
from typing import Any, Self

from attrs import field, frozen

from reconcile.values.relations import Relation


@frozen(kw_only=True)
class Saying:
    """A sentence or a quotation, as its case-folded words.

    Args:
        words: The words in order, punctuation left out.
        text: The words as the article has them; never compared.
        negated: Whether the saying denies what its other words affirm ("chưa đạt", "phủ nhận").
        speaker: Who says it, when the text tells.
    """

    words: tuple[str, ...]
    text: str = field(eq=False)
    negated: bool = False
    speaker: str | None = field(default=None, eq=False)

    def relate(self, other: object) -> Relation:
        """Equal when the words and the polarity are.

        A saying whose words begin, end or stand whole inside another's is the wider one, since
        it leaves more open. The same words with the other polarity conflict. Anything else may
        well be true together, so it is compatible: only alignment can tell more.
        """
        if not isinstance(other, Saying):
            return Relation.UNRELATED
        if self.words == other.words:
            return Relation.EQUAL if self.negated == other.negated else Relation.CONFLICTING
        if self.negated == other.negated:
            if _stands_in(self.words, other.words):
                return Relation.REFINED_BY
            if _stands_in(other.words, self.words):
                return Relation.REFINES
        return Relation.COMPATIBLE

    def as_document(self) -> dict[str, Any]:
        """The members of a claim's ``value`` in the report."""
        return {
            "text": self.text,
            "words": list(self.words),
            "negated": self.negated,
            "speaker": self.speaker,
        }

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Self:
        """Read back what `as_document` wrote."""
        return cls(
            words=tuple(document["words"]),
            text=document["text"],
            negated=document["negated"],
            speaker=document["speaker"],
        )

    def __str__(self) -> str:
        return self.text


def _stands_in(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether `part` stands in `whole` as one run of words."""
    return f" {' '.join(part)} " in f" {' '.join(whole)} "
