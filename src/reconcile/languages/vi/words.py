"""Vietnamese numbers in words: "hai mươi tư", "một trăm linh năm", "ba tỷ rưỡi", "hàng nghìn"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from reconcile.languages.numbering.lexicon import Lexicon
from reconcile.languages.numbering.numerals import Numeral
from reconcile.languages.tables import any_of

_TENS, _TEN = "mươi", "mười"
_ODD = ("linh", "lẻ")
_DOZENS = "chục"
_AFTER_TENS = {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}  # forms a digit takes only after "mươi"
_MANY = ("hàng", "vài", "mấy", "cả", "chục")
_FEW = ("vài", "mấy", "dăm")


@frozen(kw_only=True, eq=False)
class WordNumbers:
    """Reads Vietnamese numbers in words with the words of a lexicon."""

    lexicon: Lexicon
    digits: dict[str, int]
    vague: dict[str, int]
    run: re.Pattern[str]
    vague_run: re.Pattern[str]
    half: re.Pattern[str]
    bare: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "WordNumbers":
        """The reader for a lexicon."""
        digits = {word: int(number) for word, number in lexicon.table["digits"].items()}
        vague = {word: int(number) for word, number in lexicon.table["vague"].items()}
        first = any_of([*digits, _TEN])
        word = any_of(
            [*digits, *_AFTER_TENS, *_ODD, *lexicon.scales, _TEN, _TENS, "không", _DOZENS]
        )
        powers, bare = any_of(vague), any_of(lexicon.table["bare"])
        return cls(
            lexicon=lexicon,
            digits=digits,
            vague=vague,
            run=re.compile(rf"{first}(?!\w)(?:[ \t]{word}(?!\w)){{0,30}}"),
            half=re.compile(rf"{lexicon.table['half']}(?!\w)"),
            bare=re.compile(
                rf"{any_of(lexicon.last_words)}[ \t](?P<powers>{bare}(?!\w)"
                rf"(?:[ \t]{powers}(?!\w)){{0,2}})"
            ),
            vague_run=re.compile(
                rf"(?:hàng|vài|mấy|dăm|cả)[ \t]{powers}(?!\w)(?:[ \t]{powers}(?!\w)){{0,2}}"
            ),
        )

    def find(self, folded: str) -> Iterator[Numeral]:
        """Every number in words, sorted; a run such as "hai ba" gives two numerals."""
        vague = [(m.start(), m.end(), True) for m in self.vague_run.finditer(folded)]
        exact = [(m.start(), m.end(), False) for m in self.run.finditer(folded)]
        halves = [(m.start(), m.end(), False) for m in self.half.finditer(folded)]
        position = 0
        for start, end, is_vague in sorted(vague + exact + halves):
            if start < position or (
                start and (folded[start - 1].isalnum() or folded[start - 1] == "-")
            ):
                continue
            position = end
            if is_vague:
                yield self._vague(folded, start, end)
            elif folded.startswith("nửa", start):
                yield self._half(folded, start, end)
            else:
                yield from self._exact(folded, start, end)

    def find_bare(self, folded: str) -> Iterator[Numeral]:
        """Every scale word that a hedge alone makes a number: "hơn chục người"."""
        for match in self.bare.finditer(folded):
            power = Decimal(1)
            for word in match["powers"].split():
                power *= self.vague[word]
            start, end = match.span("powers")
            yield Numeral(start=start, end=end, low=power, scale=power, form="words")

    def _vague(self, folded: str, start: int, end: int) -> Numeral:
        quantifier, *powers = folded[start:end].split()
        power = Decimal(1)
        for word in powers:
            power *= self.vague[word]
        least, most = (2, 9) if quantifier in _FEW else (1, 10)
        return Numeral(start=start, end=end, low=power * least, high=power * most, form="vague")

    def _half(self, folded: str, start: int, end: int) -> Numeral:
        word = self.lexicon.scale_pattern.match(folded, end)
        scale = self.lexicon.scales[word.group(1)] if word else Decimal(1)
        end = word.end() if word else end
        return Numeral(start=start, end=end, low=scale / 2, scale=scale, form="words")

    def _exact(self, folded: str, start: int, end: int) -> Iterator[Numeral]:
        words = [(start + m.start(), m.group()) for m in re.finditer(r"\S+", folded[start:end])]
        while words:
            number, scale, used = self._read([word for _, word in words])
            if used == 0:
                break
            last_start, last = words[used - 1]
            finish = last_start + len(last)
            step = scale if scale >= 1000 else None
            for half in self.lexicon.half_more:
                if scale > 1 and folded.startswith(f" {half}", finish):
                    number, step = number + scale / 2, scale / 2
                    finish += 1 + len(half)
            yield Numeral(
                start=words[0][0],
                end=finish,
                low=number,
                scale=scale if scale >= 1000 else Decimal(1),
                step=step,
                form="words",
            )
            words = words[used:]

    def _read(self, words: list[str]) -> tuple[Decimal, Decimal, int]:
        """The longest number the words begin with, its last scale, and how many words it takes."""
        total, last_scale, position = Decimal(0), Decimal(0), 0
        scale = Decimal(1)
        while position < len(words):
            group, used = self._group(words[position:], follows=position > 0)
            if used == 0:
                break
            position += used
            if position < len(words) and (step := self._scale(words[position])) is not None:
                position += 1
                if last_scale and step > last_scale:
                    total = (total + group) * step
                else:
                    total += group * step
                scale = last_scale = step
                while position < len(words) and (step := self._scale(words[position])) is not None:
                    total, scale, last_scale, position = (
                        total * step,
                        scale * step,
                        step,
                        position + 1,
                    )
                continue
            total += group
            scale = Decimal(1)
            break
        return total, scale, position

    def _scale(self, word: str) -> Decimal | None:
        number = self.lexicon.scales.get(word)
        return number if number is not None and number >= 1000 else None

    def _group(self, words: list[str], *, follows: bool) -> tuple[Decimal, int]:
        """A number below a thousand at the start of the words, and how many words it takes.

        `follows` says that a scale word stands before it: then a bare digit or "năm" (year) only
        belongs to the number when more of the number comes after it.
        """
        hundreds, position = 0, 0
        if (
            len(words) > 1
            and words[1] == "trăm"
            and (words[0] in self.digits or words[0] == "không")
        ):
            hundreds, position = self.digits.get(words[0], 0) * 100, 2
        rest, used = self._tens(words[position:], bare=position == 0 and not follows)
        if position and not used:
            return Decimal(hundreds), position
        if follows and not position and used == 1 and words[0] != _TEN:
            more = words[1:2]
            if not more or self._scale(more[0]) is None:
                return Decimal(0), 0
        return Decimal(hundreds + rest), position + used

    def _tens(self, words: list[str], *, bare: bool) -> tuple[int, int]:
        """A number below a hundred at the start of the words; `bare`: nothing came before it."""
        first, *more = words or [""]
        number, used = 0, 0
        if first in _ODD:
            if more and more[0] in self.digits:
                number, used = self.digits[more[0]], 2
        elif first == _TEN:
            digit = self._digit_after_tens(more[:1], ten=True)
            number, used = 10 + digit, 1 + (digit > 0)
        elif first in self.digits and not (first == "tư" and bare):
            if more and more[0] in (_TENS, _DOZENS):
                digit = 0 if more[0] == _DOZENS else self._digit_after_tens(more[1:2], ten=False)
                number, used = self.digits[first] * 10 + digit, 2 + (digit > 0)
            elif bare or (more and self._scale(more[0]) is not None):
                number, used = self.digits[first], 1
        return number, used

    def _digit_after_tens(self, words: list[str], *, ten: bool) -> int:
        if not words or words[0] == "năm" or (words[0] == "một" and not ten):
            return 0
        if ten and words[0] == "mốt":
            return 0
        return _AFTER_TENS.get(words[0]) or self.digits.get(words[0], 0)
