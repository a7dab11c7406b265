"""Names as patterns of words, and lists of names as sets."""

from collections.abc import Mapping, Sequence
from typing import Any, Self

from attrs import field, frozen

from reconcile.values.relations import Relation, relation_of_sets


@frozen(kw_only=True)
class Name:
    """A name as the words that a bearer's full name must contain, in order.

    "Greer" allows every longer name that contains it, so "Jamieson Greer" refines it. The class
    knows nothing of spelling slips: two spellings conflict here, and alignment decides whether
    that is worth saying.

    Names are compared as written, and here alone a wider value may conflict where a narrower one
    did not: "Jamieson" and "Greer" each allow "Jamieson Greer", and conflict with each other.
    Were they compatible, any two names would be. So compare the longest forms of each side.

    Args:
        words: The name's words, case-folded; at least one.
        text: The name as a person reads it; never compared.

    >>> Name.of("Jamieson Greer").relate(Name.of("Greer"))
    <Relation.REFINES: 'refines'>
    """

    words: tuple[str, ...] = field()
    text: str = field(eq=False)

    @words.validator
    def _has_words(self, _attribute: object, words: tuple[str, ...]) -> None:
        if not words or not all(words):
            raise ValueError(f"a name needs at least one word, got {words!r}")

    @classmethod
    def of(cls, text: str, *, key: str | None = None) -> Self:
        """The name written `text`; `key` is its canonical form when an alias stands in the text."""
        words: list[str] = (key or text).casefold().split()
        return cls(words=tuple(words), text=text)

    def relate(self, other: object) -> Relation:
        """Equal words are equal; a name whose words all stand in the other, in order, is wider."""
        if not isinstance(other, Name):
            return Relation.UNRELATED
        return relation_of_sets(
            left_in_right=is_within(other.words, self.words),
            right_in_left=is_within(self.words, other.words),
            overlap=False,
        )

    def as_document(self) -> dict[str, Any]:
        """The members of a claim's ``value`` in the report."""
        return {"name": self.text, "words": list(self.words)}

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Self:
        """Read back what `as_document` wrote."""
        return cls(words=tuple(document["words"]), text=document["name"])

    def __str__(self) -> str:
        return self.text


def is_within(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether the words of `part` all stand in `whole` in the same order: a shorter form."""
    rest = iter(whole)
    return all(word in rest for word in part)


@frozen(kw_only=True)
class Members:
    """A list of names as a set: who takes part, what is included.

    Args:
        names: The members, as case-folded canonical names.
        texts: The same members as a person reads them, in the order of the text.
        is_open: Whether the list says that it is not complete ("…", "and others", "among them").
    """

    names: frozenset[str]
    texts: tuple[str, ...] = field(eq=False)
    is_open: bool = False

    def relate(self, other: object) -> Relation:
        """Compare what each list allows: a complete list excludes everyone it does not name."""
        if not isinstance(other, Members):
            return Relation.UNRELATED
        if self.names == other.names and self.is_open == other.is_open:
            return Relation.EQUAL
        if self.is_open and other.is_open:
            return relation_of_sets(
                left_in_right=self.names >= other.names,
                right_in_left=other.names >= self.names,
                overlap=True,
            )
        if self.is_open:
            return Relation.REFINED_BY if self.names <= other.names else Relation.CONFLICTING
        if other.is_open:
            return Relation.REFINES if other.names <= self.names else Relation.CONFLICTING
        return Relation.CONFLICTING

    def as_document(self) -> dict[str, Any]:
        """The members of a claim's ``value`` in the report."""
        return {"members": list(self.texts), "names": sorted(self.names), "open": self.is_open}

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Self:
        """Read back what `as_document` wrote."""
        return cls(
            names=frozenset(document["names"]),
            texts=tuple(document["members"]),
            is_open=document["open"],
        )

    def __str__(self) -> str:
        return ", ".join(self.texts) + (", …" if self.is_open else "")
