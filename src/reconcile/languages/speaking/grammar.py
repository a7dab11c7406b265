"""Which words are somebody's own, and whose."""

import re
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from reconcile.languages.mentions import NameMention, QuotationMention
from reconcile.languages.speaking.clauses import Clauses
from reconcile.languages.speaking.marks import quoted_stretches
from reconcile.languages.speaking.reporting import Reporter
from reconcile.languages.speaking.speakers import Speakers
from reconcile.languages.speaking.vocabulary import Vocabulary

_WORD = re.compile(r"\w+")
_INNER_STOP = re.compile(r"[.!?…] ")
_FEWEST_SPOKEN = 10  # words; as many in quotation marks are speech even without a verb of saying
_FEWEST_GOVERNED = 4  # and as many with one
_LEAD = 60  # code points before the words in which their verb of saying stands


@frozen
class SpeechGrammar:
    """Quotations and denials in one language."""

    words: Vocabulary = field(repr=False)

    def find_quotations(
        self, text: str, folded: str, *, names: Sequence[NameMention]
    ) -> list[QuotationMention]:
        """Every direct quotation and every reported saying, sorted by start."""
        clauses = Clauses(text, folded, self.words.abbreviations)
        speakers = Speakers.of(self.words, folded, names)
        direct = list(_Quoted(self.words, clauses, speakers).find())
        return sorted([*direct, *Reporter(speakers, clauses).find(direct)])

    def is_negated(self, folded: str) -> bool:
        """Whether a sentence denies what its other words affirm."""
        if self.words.negations.search(folded) is None:
            return False
        return self.words.negations.search(self.words.excused.sub(" ", folded)) is not None


@frozen
class _Quoted:
    """Finds stretches in quotation marks that are speech."""

    words: Vocabulary = field(repr=False)
    clauses: Clauses = field(repr=False)
    speakers: Speakers = field(repr=False)

    def find(self) -> Iterator[QuotationMention]:
        """Every direct quotation with its speaker, sorted by start."""
        for start, end in quoted_stretches(self.clauses.text):
            before = self.clauses.begin_before(start - 1)
            after = self.clauses.end_after(end + 1)
            if self._is_speech(start, end, before, after):
                speaker = self._speaker(start, end, before, after)
                yield QuotationMention(start=start, end=end, direct=True, speaker=speaker)

    def _is_speech(self, start: int, end: int, before: int, after: int) -> bool:
        count = 0
        for count, _ in enumerate(_WORD.finditer(self.clauses.text, start, end), start=1):
            if count == _FEWEST_SPOKEN:
                break
        if count < 2:
            return False
        lead = self.clauses.folded[before : start - 1].rstrip()
        tail = self.clauses.folded[end + 1 : after]
        if lead.endswith(":") and self._says(lead):
            return count >= 2
        if self.words.titles.search(self.clauses.folded, max(before, start - 40), start - 1):
            return False
        opens = self.clauses.text[start].isupper() or self.clauses.text[start] in "…."
        closes = self.clauses.text[end - 1] in ".!?…,"
        if count >= _FEWEST_GOVERNED and opens and (lead.endswith(":") or self._answers(tail)):
            return True
        if (
            count >= _FEWEST_GOVERNED
            and self._says(lead[-_LEAD:])
            and (opens or closes or count > 5)
        ):
            return True
        whole = (
            self.clauses.text[end - 1] in ".!?…"
            or _INNER_STOP.search(self.clauses.text, start, end) is not None
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
        tail = self.clauses.folded[end + 1 : after]
        if not self._is_introduced(before, start - 1) and self._answers(tail):
            found = self.speakers.beside_verb(end + 1, after, last=False)
            if found is not None:
                return found
            if self.words.pronoun.search(tail):
                return self.speakers.remembered(start)
        found = self.speakers.beside_verb(before, start - 1, last=True)
        if found is not None:
            return found
        lead = self.clauses.folded[before : start - 1]
        if self._says(lead[-_LEAD:]) and self.words.pronoun.search(lead):
            return self.speakers.remembered(before)
        return None

    def _is_introduced(self, low: int, high: int) -> bool:
        return self.clauses.folded[low:high].rstrip().endswith(":")
