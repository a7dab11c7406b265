"""What was said: direct quotations and statements, compared by their words."""

from collections.abc import Mapping
from typing import Any, Self

from attrs import field, frozen

from reconcile.values.relations import Relation, relation_of_sets


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

        Of two sayings that affirm, the one whose words stand as a run inside the other's is the
        wider, since it leaves more open. Of two that deny it is the more exact: who has not
        signed at all has not signed on Monday. An affirmation conflicts with the denial of its
        words or of a run of them. Anything else may well be true together, so it is compatible:
        only alignment can tell more.
        """
        if not isinstance(other, Saying):
            return Relation.UNRELATED
        in_other, in_self = _stands_in(self.words, other.words), _stands_in(other.words, self.words)
        if self.negated != other.negated:
            denial_in_affirmation = in_other if self.negated else in_self
            return Relation.CONFLICTING if denial_in_affirmation else Relation.COMPATIBLE
        shorter_is_wider = not self.negated
        return relation_of_sets(
            left_in_right=in_self if shorter_is_wider else in_other,
            right_in_left=in_other if shorter_is_wider else in_self,
            overlap=True,
        )

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
    if len(part) > len(whole) or f" {' '.join(part)} " not in f" {' '.join(whole)} ":
        return not part  # the search in the joined words only spares the longer one below
    places = range(len(whole) - len(part) + 1)
    return any(whole[place : place + len(part)] == part for place in places)
