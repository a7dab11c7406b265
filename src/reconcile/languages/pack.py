"""What a language pack must offer: reviewed tables and a small grammar.

The grammar of every language is four modules with the same function names, so the core never asks
which language it is. Texts are settled views, `folded` is the same text in lower case with the
same length, and all positions are code points of that text.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from attrs import frozen

from reconcile.languages.mentions import (
    Anchor,
    DateMention,
    MembershipMention,
    NameMention,
    NumberMention,
    QuotationMention,
    TimeMention,
)
from reconcile.languages.opposites import Opposites


class Calendar(Protocol):
    """Dates and times of day."""

    def find_dates(self, text: str, folded: str, *, anchor: Anchor) -> Sequence[DateMention]:
        """Every date, range, month, season …, resolved against `anchor`; sorted, disjoint."""

    def find_times(self, text: str, folded: str) -> Sequence[TimeMention]:
        """Every time of day; sorted, disjoint."""

    def stated_years(self, text: str, folded: str) -> Sequence[int]:
        """The years the text states in full dates, most frequent first, for `Anchor.years`."""


class Numerals(Protocol):
    """Numbers in digits and words."""

    def find_numbers(
        self, text: str, folded: str, *, taken: Sequence[tuple[int, int]]
    ) -> Sequence[NumberMention]:
        """Every number with what it measures, outside the `taken` stretches; sorted, disjoint."""

    def topic_of(
        self, folded: str, mention: NumberMention, *, clause: tuple[int, int]
    ) -> str | None:
        """What the number is of, in canonical words ("dead", "price", a counted noun), or None.

        `clause` is the stretch around the mention in which the grammar may look.
        """


class Names(Protocol):
    """Names of persons, organisations, places, agreements and documents."""

    def find_names(
        self, text: str, folded: str, *, sentences: Sequence[tuple[int, int]]
    ) -> Sequence[NameMention]:
        """Every name; sorted, disjoint. `sentences` are the stretches no name may cross."""

    def find_memberships(
        self, text: str, folded: str, *, names: Sequence[NameMention]
    ) -> Sequence[MembershipMention]:
        """Every list of those who take part or belong; sorted, disjoint."""


class Speech(Protocol):
    """Quotations, and whether a sentence denies."""

    def find_quotations(
        self, text: str, folded: str, *, names: Sequence[NameMention]
    ) -> Sequence[QuotationMention]:
        """Every quotation with its speaker, when the text tells; sorted by start."""

    def is_negated(self, folded: str) -> bool:
        """Whether a sentence, case-folded, denies what its other words affirm."""


@frozen(kw_only=True, eq=False)
class LanguagePack:
    """Everything reconcile knows of one language.

    Args:
        code: BCP 47 code; ``und`` for the neutral pack.
        name: The language's English name, for messages.
        abbreviations: Case-folded words whose full stop ends no sentence, without that stop.
        stop_words: Case-folded words that carry no content of their own.
        calendar, numerals, names, speech: The grammar.
        opposites: Words of which at most one is true of the words that follow.
        grades: Scales of words that open a title; the empty word stands for a title without one.
    """

    code: str
    name: str
    abbreviations: frozenset[str]
    stop_words: frozenset[str]
    calendar: Calendar
    numerals: Numerals
    names: Names
    speech: Speech
    opposites: tuple[Opposites, ...] = ()
    grades: tuple[frozenset[str], ...] = ()

    def __reduce__(self) -> tuple[Callable[[str], object], tuple[str]]:
        """Travel to another process as a name: the pack is loaded there."""
        return _load, (self.code,)


def _load(code: str) -> object:
    from reconcile.languages import language_pack  # noqa: PLC0415  (the packs import this module)

    return language_pack(code)
