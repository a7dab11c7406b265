"""English numbers in words: "twenty-five", "a hundred and five", "half a million", "dozens"."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from attrs import frozen

from reconcile.languages.numbering.lexicon import Lexicon
from reconcile.languages.numbering.numerals import Numeral
from reconcile.languages.tables import any_of

_HUNDRED, _AND, _HALF = "hundred", "and", "half"
_ARTICLES = frozenset({"a", "an"})
_FEW = (2, 9)  # how many of a scale "several" and "a few" allow
_WORD = re.compile(r"[a-z]+")
_OPENS = r"(?<![\w'’-])"  # a number begins with a word; asked first, for most letters do not


@frozen(kw_only=True, eq=False)
class WordNumbers:
    """Reads English numbers in words with the words of a lexicon.

    Args:
        lexicon: The lexicon.
        digits: What a word below a hundred stands for.
        vague: From which number a word such as "dozens" speaks.
        run: A number below a million million, in which an article stands for one.
        part: A part of a scale: "half a million".
        rough: A number told only by its size: "tens of thousands", "several hundred".
        article: An article before a unit of time.
    """

    lexicon: Lexicon
    digits: Mapping[str, int]
    vague: Mapping[str, int]
    run: re.Pattern[str]
    part: re.Pattern[str]
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
        hundred = rf"[ -]{_HUNDRED}(?!\w)(?: (?:{_AND} )?{below_hundred})?"
        group = rf"{below_hundred}(?:{hundred})?"
        large = any_of(word for word, number in scales.items() if number >= 1000)
        small = any_of(word for word, number in scales.items() if number < 100)
        any_scale, wholes = any_of(scales), any_of(lexicon.table["fractions"])
        halves = rf"(?:{any_of(lexicon.half_more)}(?= {any_scale}(?!\w)))"
        return cls(
            lexicon=lexicon,
            digits=digits,
            vague=vague,
            run=re.compile(
                rf"{_OPENS}(?:{group}(?: {halves})?|an?(?= {any_scale}(?!\w))(?:{hundred})?)"
                rf"(?:[ -]{small}(?!\w)"
                rf"|(?:[ -]{large}(?!\w)(?: (?:{_AND} )?{group}(?=[ -]))?){{0,4}})"
            ),
            part=re.compile(
                rf"{_OPENS}(?:(?P<half>{_HALF} an? )|(?:an?|one|(?P<parts>{unit}))[ -]"
                rf"(?P<whole>{wholes}) of an? )(?P<scale>{any_scale})(?!\w)"
            ),
            rough=re.compile(
                rf"{_OPENS}(?:(?:tens|hundreds) of (?:thousands|millions)|{any_of(vague)}"
                rf"|(?P<few>{any_of(lexicon.table['few'])}) (?P<scale>{any_scale}))(?!\w)"
            ),
            article=re.compile(rf"{_OPENS}an?(?= {lengths}(?!\w))"),
        )

    def find(self, folded: str) -> Iterator[Numeral]:
        """Every number in words, in no order; an article before a unit of time is one of them."""
        for reader, pattern in (
            (self._part, self.part),
            (self._rough, self.rough),
            (self._exact, self.run),
            (self._article, self.article),
        ):
            yield from map(reader, pattern.finditer(folded))

    def _article(self, match: re.Match[str]) -> Numeral:
        return Numeral(start=match.start(), end=match.end(), low=Decimal(1), form="words")

    def _part(self, match: re.Match[str]) -> Numeral:
        parts, whole = 1, 2
        if match["whole"]:
            parts = self.digits[match["parts"]] if match["parts"] else 1
            whole = self.lexicon.table["fractions"][match["whole"]]
        scale = self.lexicon.scales[match["scale"]]
        low = scale * parts / whole
        return Numeral(start=match.start(), end=match.end(), low=low, scale=low, form="words")

    def _rough(self, match: re.Match[str]) -> Numeral:
        if match["few"]:
            power = self.lexicon.scales[match["scale"]]
            least, most = (power * bound for bound in _FEW)
        else:
            words = match.group().split()
            least = Decimal(10 if words[0] == "tens" else 1)
            for word in words:
                least *= self.vague.get(word, 1)
            most = least * 10
        return Numeral(start=match.start(), end=match.end(), low=least, high=most, form="vague")

    def _exact(self, match: re.Match[str]) -> Numeral:
        folded, (start, end) = match.string, match.span()
        total, group, scale = Decimal(0), Decimal(0), Decimal(1)
        halved = False
        for word in _WORD.findall(match.group()):
            if word == _HALF:
                group, halved = group + Decimal("0.5"), True
            elif word in self.digits:
                group, scale = group + self.digits[word], Decimal(1)
            elif word == _HUNDRED:
                group *= 100
            elif word in self.lexicon.scales:
                scale = self.lexicon.scales[word]
                total, group = total + group * scale, Decimal(0)
            elif word in _ARTICLES and not group:
                group = Decimal(1)
        number = total + group
        for half in self.lexicon.half_more:
            if folded.startswith(f" {half}", end):
                number, end, halved = number + scale / 2, end + 1 + len(half), True
        rounded = scale / 2 if halved else scale
        step = rounded if scale >= 1000 else None
        return Numeral(start=start, end=end, low=number, scale=scale, step=step, form="words")
