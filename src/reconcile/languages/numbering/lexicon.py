"""A language's words for numbers, units and what is counted, from its ``numerals`` table."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache

from attrs import field, frozen

from reconcile.errors import InvalidLanguagePack
from reconcile.languages.numbering.hedging import HEDGES
from reconcile.languages.tables import Table, any_of, load_table

UNIT_KINDS = ("percent", "money", "duration", "age", "measure")
_LETTERS = r"[^\W\d_]"
_WORD = rf"{_LETTERS}{{1,24}}[23²³]?(?!\w)"
# Up to four words right after a number. Each is bounded, so no text makes the pattern slow.
_WORDS_AFTER = re.compile(
    rf"[ \t]?-?([A-Z]{{0,3}}\$|[%€£¥₩\"₫]|°{_LETTERS}?|{_WORD})"
    + rf"(?:[ /-]({_LETTERS}{{1,24}}(?!\w)|%))?" * 3
)
_COMPOUND = re.compile(rf"-{_LETTERS}")
_WORDS = (4, 3, 2, 1)


@frozen
class Unit:
    """A unit of measure: the kind of claim it makes and its canonical code."""

    kind: str
    code: str


@frozen
class Units:
    """Every unit of a language by the forms it is written in.

    A form with a capital letter, or of one or two letters, is matched in that case only.
    """

    exact: Mapping[str, Unit] = field(repr=False)
    folded: Mapping[str, Unit] = field(repr=False)
    none: frozenset[str] = field(repr=False)

    @classmethod
    def of(cls, table: Table) -> "Units":
        """The units of a table: sections by kind, then forms by code."""
        pairs = [
            (form, Unit(kind, code))
            for kind in UNIT_KINDS
            for code, forms in table.get(kind, {}).items()
            for form in forms
        ]
        return cls(
            dict(pairs),
            {form: unit for form, unit in pairs if len(form) > 2 and form == form.lower()},
            frozenset(table.get("not_units", ())),
        )

    def at(self, text: str, position: int) -> tuple[Unit, int] | None:
        """The unit that begins right after a number, and where it ends; the longest one."""
        match = _WORDS_AFTER.match(text, position)
        if match is None:
            return None
        start = match.start(1)
        for i in _WORDS:
            end = match.end(i)
            if end > 0:
                form = text[start:end]
                unit = self.exact.get(form) or self.folded.get(form.lower())
                if len(form) == 1 and _COMPOUND.match(text, end):
                    unit = None  # "vòng 5 V-League" has no volts
                if unit is not None:
                    return unit, end
                if form.lower() in self.none:
                    return None
        return None


@frozen(kw_only=True, eq=False)
class Lexicon:
    """A language's words for numbers, units and what is counted.

    Args:
        scales: Multipliers that follow a number ("triệu").
        half_more: After a scale or a unit, half of it more ("rưỡi").
        units: Every unit.
        decimal_units: Nouns that are units after a decimal number and counted after a whole one.
        hedge_words: Hedges by their words, to be looked up before a number;
            None for what only ends like one.
        labels: Words whose number names a thing and counts nothing.
        ranks: Nouns whose number is a place in an order, to their canonical name.
        nouns: Counted nouns to the canonical one.
        not_nouns: Phrases that only begin like a noun.
        never_nouns: Words that never begin a counted noun.
        people: The canonical nouns that are people, to whom things happen.
        signs: Currencies by the sign that stands before a number.
        sign_ends: Their last characters.
        measure_before: Units by what may name them before the number ("magnitude").
        last_words: Last words of all hedges and ranks, so that most numbers need no more look.
    """

    table: Table = field(repr=False)
    half_more: tuple[str, ...]
    scales: Mapping[str, Decimal]
    units: Units = field(repr=False)
    decimal_units: Units = field(repr=False)
    hedge_words: Mapping[str, str | None]
    labels: frozenset[str]
    ranks: Mapping[str, str]
    nouns: Mapping[str, str] = field(repr=False)
    not_nouns: frozenset[str] = field(repr=False)
    never_nouns: frozenset[str] = field(repr=False)
    people: frozenset[str] = field(repr=False)
    last_words: frozenset[str] = field(repr=False)
    scale_pattern: re.Pattern[str] = field(repr=False)
    signs: Mapping[str, str]
    sign_ends: frozenset[str]
    sign_pattern: re.Pattern[str] = field(repr=False)
    measure_before: Mapping[str, str]
    range_pattern: re.Pattern[str] = field(repr=False)
    each_pattern: re.Pattern[str] = field(repr=False)


@cache
def load_lexicon(package: str) -> Lexicon:
    """Read the ``numerals`` table of a language pack.

    Raises:
        InvalidLanguagePack: A section is missing, or a hedge has an unknown name.
    """
    table = load_table(package, "numerals")
    try:
        unknown = set(table["hedges"]) - set(HEDGES)
        if unknown:
            raise InvalidLanguagePack(
                f"{package}/data/numerals.toml: hedges has {sorted(unknown)}; use {list(HEDGES)}."
            )
        signs = dict(_inverted(table["signs"]))
        return Lexicon(
            table=table,
            half_more=tuple(table.get("half_more", ())),
            scales={word: Decimal(number) for word, number in table["scales"].items()},
            units=Units.of(table),
            decimal_units=Units.of({"measure": table.get("decimal_measure", {})}),
            hedge_words={
                **dict(_inverted(table["hedges"])),
                **dict.fromkeys(table.get("not_hedges", ())),
            },
            labels=frozenset(table.get("labels", ())),
            ranks=dict(_inverted(table.get("ranks", {}))),
            nouns={
                **{noun: noun for noun in table.get("plain", ())},
                **dict(_inverted(table.get("nouns", {}))),
            },
            not_nouns=frozenset(table.get("not_nouns", ())),
            never_nouns=frozenset(table.get("never_nouns", ())),
            people=frozenset(table.get("people", ())),
            last_words=frozenset(
                phrase.split()[-1]
                for phrase in [
                    *dict(_inverted(table["hedges"])),
                    *dict(_inverted(table.get("ranks", {}))),
                ]
            ),
            scale_pattern=re.compile(rf"[ -]?({any_of(table['scales'])})(?!\w)"),
            signs=signs,
            sign_ends=frozenset(sign[-1] for sign in signs),
            sign_pattern=re.compile(rf"(?<![^\W\d_])({any_of(signs)})[ -]?\Z"),
            range_pattern=re.compile(
                "|".join(
                    rf"\s{re.escape(joint)}\s" if joint.isalpha() else rf"\s?{re.escape(joint)}\s?"
                    for joint in table["ranges"]
                )
            ),
            measure_before=dict(_inverted(table.get("measure_before", {}))),
            each_pattern=re.compile(
                rf"\s?/\s?({_LETTERS}{{1,20}}[23²³]?)"
                + "".join(rf"|\s{_each(phrase)}" for phrase in table.get("each", ()))
            ),
        )
    except KeyError as missing:
        raise InvalidLanguagePack(
            f"{package}/data/numerals.toml lacks the section {missing}."
        ) from missing


def _each(phrase: str) -> str:
    """A pattern for "per": its last word is the unit, ``*`` stands for any word."""
    *words, last = phrase.split()
    unit = rf"{_LETTERS}{{1,20}}" if last == "*" else re.escape(last)
    return r"\s".join([*map(re.escape, words), rf"({unit})(?!\w)"])


def _inverted(meanings: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    for meaning, forms in meanings.items():
        for form in forms:
            yield form, meaning
