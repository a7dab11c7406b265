"""Which words are somebody's own, and whose."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from reconcile.languages.mentions import NameMention, QuotationMention
from reconcile.languages.speaking.marks import quoted_stretches
from reconcile.languages.speaking.vocabulary import Vocabulary

_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[.!?…]+[\"'”’»)]*(?=\s|$)|\n")
_INNER_STOP = re.compile(r"[.!?…] ")
_LAST_WORD = re.compile(r"[\w.]+$")
_REACH = 160  # code points around a quotation in which its speaker is looked for
_MEMORY = 400  # and before it, for the name that "ông" stands for
_FEWEST_SPOKEN = 10  # words; as many in quotation marks are speech even without a verb of saying
_FEWEST_GOVERNED = 4  # and as many with one
_FEWEST_REPORTED = 4
_CLOSE = 60  # code points between a verb of saying and the words it leads to
_NEXT = 12  # and between a verb after the words and the speaker behind it
_SPEAKERS = frozenset(("person", "organisation"))


@frozen
class SpeechGrammar:
    """Quotations and denials in one language."""

    words: Vocabulary = field(repr=False)

    def find_quotations(
        self, text: str, folded: str, *, names: Sequence[NameMention]
    ) -> list[QuotationMention]:
        """Every direct quotation and every reported saying, sorted by start."""
        finder = _Finder(self.words, text, folded, names)
        direct = list(finder.direct())
        reported = list(finder.reported(direct))
        return sorted([*direct, *reported])

    def is_negated(self, folded: str) -> bool:
        """Whether a sentence denies what its other words affirm."""
        if self.words.negations.search(folded) is None:
            return False
        return self.words.negations.search(self.words.excused.sub(" ", folded)) is not None


class _Finder:
    """One pass over one text."""

    def __init__(
        self, words: Vocabulary, text: str, folded: str, names: Sequence[NameMention]
    ) -> None:
        self.words = words
        self.text = text
        self.folded = folded
        self.names = names
        self.starts = [name.start for name in names]

    def direct(self) -> Iterator[QuotationMention]:
        """Stretches in quotation marks that are speech."""
        for start, end in quoted_stretches(self.text):
            before = self._clause_before(start - 1)
            after = self._clause_after(end + 1)
            if self._is_speech(start, end, before, after):
                speaker = self._speaker(start, end, before, after)
                yield QuotationMention(start=start, end=end, direct=True, speaker=speaker)

    def _clause_before(self, mark: int) -> int:
        """Where the clause begins that leads to the opening mark."""
        low = max(mark - _REACH, 0)
        begin = low
        for stop in _STOP.finditer(self.text, low, mark):
            if stop.end() < mark and not self._is_abbreviation(stop):
                begin = stop.end()
        return begin

    def _clause_after(self, begin: int) -> int:
        """Where the clause ends that follows the closing mark."""
        high = min(begin + _REACH, len(self.text))
        for stop in _STOP.finditer(self.text, begin, high):
            if not self._is_abbreviation(stop):
                return stop.start()
        return high

    def _is_abbreviation(self, stop: re.Match[str]) -> bool:
        if stop.group() != ".":
            return False
        word = _LAST_WORD.search(self.folded, max(stop.start() - 12, 0), stop.start())
        return word is not None and (
            word.group() in self.words.abbreviations
            or (len(word.group()) == 1 and self.text[stop.start() - 1].isupper())
        )

    def _is_speech(self, start: int, end: int, before: int, after: int) -> bool:
        count = 0
        for count, _ in enumerate(_WORD.finditer(self.text, start, end), start=1):
            if count == _FEWEST_SPOKEN:
                break
        if count < 2:
            return False
        lead = self.folded[before : start - 1].rstrip()
        tail = self.folded[end + 1 : after]
        if lead.endswith(":") and self._says(lead):
            return count >= 2
        if self.words.titles.search(self.folded, max(before, start - 40), start - 1):
            return False
        opens = self.text[start].isupper() or self.text[start] in "…."
        closes = self.text[end - 1] in ".!?…,"
        if count >= _FEWEST_GOVERNED and opens and (lead.endswith(":") or self._answers(tail)):
            return True
        if count >= _FEWEST_GOVERNED and self._says(lead[-60:]) and (opens or closes or count > 5):
            return True
        whole = (
            self.text[end - 1] in ".!?…" or _INNER_STOP.search(self.text, start, end) is not None
        )
        return count >= _FEWEST_SPOKEN and opens and whole

    def _says(self, lead: str) -> bool:
        return self.words.verbs.search(lead) is not None

    def _answers(self, tail: str) -> bool:
        """Whether what follows the closing mark tells who spoke: `”, ông A nói.`"""
        return (
            tail.lstrip()[:1] in (",", "-", "–", "—") or tail[:2].strip().isalpha()
        ) and self.words.verbs.search(tail) is not None

    def _speaker(self, start: int, end: int, before: int, after: int) -> str | None:
        tail = self.folded[end + 1 : after]
        if not self._is_introduced(before, start - 1) and self._answers(tail):
            found = self._beside_verb(end + 1, after, last=False)
            if found is not None:
                return found
            if self.words.pronoun.search(tail):
                return self._remembered(start)
        found = self._beside_verb(before, start - 1, last=True)
        if found is not None:
            return found
        lead = self.folded[before : start - 1]
        if self._says(lead[-_CLOSE:]) and self.words.pronoun.search(lead):
            return self._remembered(before)
        return None

    def _is_introduced(self, low: int, high: int) -> bool:
        return self.folded[low:high].rstrip().endswith(":")

    def _beside_verb(self, low: int, high: int, *, last: bool) -> str | None:
        """The named speaker in a clause: before its verb of saying, else after it.

        Args:
            low, high: The clause.
            last: Whether the words follow the clause, so that its last verb leads to them.
        """
        verbs = [m.span() for m in self.words.verbs.finditer(self.folded, low, high)]
        if not verbs or (last and high - verbs[-1][1] > _CLOSE):
            return None
        begin, end = verbs[-1] if last else verbs[0]
        inside = self._names_between(low, high)
        titled = [n.whole for n in inside if n.kind == "person"]
        for name in reversed([n for n in inside if n.end <= begin and n.kind in _SPEAKERS]):
            if name.kind == "person" or not _within(name, titled):
                return name.name
        behind = [n for n in inside if n.start >= end and n.kind == "person"]
        if behind and (last or behind[0].whole[0] - end <= _NEXT):
            return behind[0].name
        return None

    def _names_between(self, low: int, high: int) -> Sequence[NameMention]:
        first, last = bisect_left(self.starts, low), bisect_right(self.starts, high)
        return [n for n in self.names[first:last] if n.end <= high]

    def _remembered(self, place: int) -> str | None:
        """Whom a pronoun stands for: the one person named shortly before."""
        near = self._names_between(max(place - _MEMORY, 0), place)
        persons = {name.name for name in near if name.kind == "person"}
        return persons.pop() if len(persons) == 1 else None

    def reported(self, direct: Sequence[QuotationMention]) -> Iterator[QuotationMention]:
        """Clauses that a verb of saying, or "according to", gives to somebody named."""
        done = -1
        for name in self.names:
            if name.kind not in _SPEAKERS or name.start < done:
                continue
            begin = self._reported_from(name)
            if begin is None:
                continue
            end = self._sentence_end(begin)
            if len(_WORD.findall(self.text, begin, end)) < _FEWEST_REPORTED:
                continue
            if any(q.start - 2 <= begin < q.end or begin <= q.start < end for q in direct):
                continue
            done = end
            yield QuotationMention(start=begin, end=end, direct=False, speaker=name.name)

    def _reported_from(self, name: NameMention) -> int | None:
        after = max(name.end, name.whole[1])
        saying = self.words.reporting.match(self.folded, after)
        if saying is not None:
            return saying.end()
        before = min(name.start, name.whole[0])
        if self.words.according.search(self.folded, max(before - 40, 0), before):
            comma = self.words.according_end.match(self.folded, after)
            return comma.end() if comma else None
        return None

    def _sentence_end(self, begin: int) -> int:
        for stop in _STOP.finditer(self.text, begin):
            if not self._is_abbreviation(stop):
                return stop.start()
        return len(self.text.rstrip())


def _within(name: NameMention, wholes: Sequence[tuple[int, int]]) -> bool:
    """Whether a name is part of a person's title."""
    return any(start <= name.start and name.end <= end for start, end in wholes)
