"""English numbers in words: "twenty-five", "one hundred and five", "half a million", "dozens"."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from attrs import frozen

from reconcile.languages.numbering.lexicon import Lexicon
from reconcile.languages.numbering.numerals import Numeral
from reconcile.languages.tables import any_of

_A = frozenset({"a", "an"})
_HUNDRED, _AND = "hundred", "and"
_WORD = re.compile(r"[a-z]+")


@frozen(kw_only=True, eq=False)
class WordNumbers:
    """Reads English numbers in words with the words of a lexicon."""

    lexicon: Lexicon
    digits: Mapping[str, int]
    vague: Mapping[str, int]
    run: re.Pattern[str]
    rough: re.Pattern[str]
    article: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "WordNumbers":
        """The reader for a lexicon."""
        digits, vague, scales = lexicon.table["digits"], lexicon.table["vague"], lexicon.scales
        lengths = any_of(form for code in lexicon.table["duration"].values() for form in code)
        unit = any_of(word for word, number in digits.items() if 0 < number < 10)
        tens = any_of(word for word, number in digits.items() if number >= 20)
        below_hundred = rf"(?:{tens}(?:[ -]{unit}(?!\w))?|{any_of(digits)})(?!\w)"
        group = rf"{below_hundred}(?:[ -]{_HUNDRED}(?!\w)(?: (?:{_AND} )?{below_hundred})?)?"
        scale = any_of(word for word in scales if word != _HUNDRED)
        return cls(
            lexicon=lexicon,
            digits=digits,
            vague=vague,
            run=re.compile(
                rf"{group}(?:[ -]{scale}(?!\w)(?: (?:{_AND} )?{group}(?=[ -]))?){{0,4}}"
            ),
            rough=re.compile(
                r"(?:(?:tens|hundreds) of (?:thousands|millions)|half a (?:dozen|million|billion)"
                rf"|an? (?:dozen|{any_of(scales)})|dozen|{any_of(vague)})(?!\w)(?: of(?!\w))?"
            ),
            article=re.compile(rf"an?(?= {lengths}(?!\w))"),
        )

    def find(self, folded: str) -> Iterator[Numeral]:
        """Every number in words, in no order; an article before a unit of time is one of them."""
        for reader, pattern in (
            (self._rough, self.rough),
            (self._exact, self.run),
            (self._article, self.article),
        ):
            for match in pattern.finditer(folded):
                start = match.start()
                if start == 0 or not (folded[start - 1].isalnum() or folded[start - 1] in "-'’"):
                    yield reader(folded, start, match.end())

    def _article(self, _folded: str, start: int, end: int) -> Numeral:
        return Numeral(start=start, end=end, low=Decimal(1), form="words")

    def _rough(self, folded: str, start: int, end: int) -> Numeral:
        words = folded[start:end].removesuffix(" of").split()
        end = start + len(folded[start:end].removesuffix(" of"))
        if words[0] == "half":
            low = Decimal(6) if words[-1] == "dozen" else self.lexicon.scales[words[-1]] / 2
            return Numeral(start=start, end=end, low=low, scale=low, form="words")
        if words[-1] == "dozen":
            return Numeral(start=start, end=end, low=Decimal(12), form="words")
        if words[0] in _A:
            scale = self.lexicon.scales[words[-1]]
            return Numeral(start=start, end=end, low=scale, scale=scale, form="words")
        low = Decimal(10 if words[0] == "tens" else 1)
        for word in words:
            low *= self.vague.get(word, 1)
        return Numeral(start=start, end=end, low=low, high=low * 10, form="vague")

    def _exact(self, folded: str, start: int, end: int) -> Numeral:
        total, group, scale = Decimal(0), Decimal(0), Decimal(1)
        for word in _WORD.findall(folded, start, end):
            if word in self.digits:
                group, scale = group + self.digits[word], Decimal(1)
            elif word == _HUNDRED:
                group *= 100
            elif word != _AND:
                scale = self.lexicon.scales[word]
                total, group = total + group * scale, Decimal(0)
        number = total + group
        for half in self.lexicon.half_more:
            if folded.startswith(f" {half}", end):
                number, end = number + scale / 2, end + 1 + len(half)
        step = scale if scale >= 1000 else None
        return Numeral(start=start, end=end, low=number, scale=scale, step=step, form="words")
