"""Words reported without quotation marks, and who said them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from reconcile.languages.mentions import NameMention, QuotationMention
from reconcile.languages.speaking.clauses import Clauses
from reconcile.languages.speaking.speakers import SPEAKERS, Speakers

_WORD = re.compile(r"\w+")
_FEWEST_REPORTED = 4  # words
_OPENS = frozenset('.!?…\n”"»')


@frozen
class Reporter:
    """Finds clauses that a verb of saying, or "according to", gives to somebody."""

    speakers: Speakers = field(repr=False)
    clauses: Clauses = field(repr=False)

    def find(self, direct: Sequence[QuotationMention]) -> Iterator[QuotationMention]:
        """Every reported saying that overlaps no direct quotation; sorted, disjoint."""
        begins = sorted({*self._after_names(), *self._after_pronouns()})
        starts = [quotation.start for quotation in direct]
        done = -1
        for begin, speaker in begins:
            end = self.clauses.sentence_end(begin) if begin >= done else None
            if end is None:
                continue
            if len(_WORD.findall(self.clauses.text, begin, end)) < _FEWEST_REPORTED:
                continue
            index = bisect_right(starts, end) - 1
            if index >= 0 and direct[index].end > begin - 2:
                continue
            done = end
            yield QuotationMention(start=begin, end=end, direct=False, speaker=speaker)

    def _after_names(self) -> Iterator[tuple[int, str]]:
        """Where the words begin that a named speaker is said to say, with the speaker.

        A body in somebody's titles does not speak: "theo Thứ trưởng Bộ Công Thương, Trưởng đoàn
        Trần Văn Nam, …". Titles on both sides of a comma are one speaker's.
        """
        people = sorted(
            (name for name in self.speakers.names if name.kind == "person"),
            key=lambda name: name.whole,
        )
        starts = [person.whole[0] for person in people]
        for name in self.speakers.names:
            if name.kind not in SPEAKERS or not self.speakers.is_subject(name):
                continue
            around = people[max(bisect_right(starts, name.start) - 1, 0) :][:1]
            if any(p.whole[0] <= name.start < p.start for p in around):
                continue
            begin = self._begin_after(name)
            if begin is None:
                continue
            titled = people[bisect_left(starts, begin) :][:1]
            yield self._after_second_title(begin, *titled) or (begin, name.name)

    def _after_second_title(
        self, begin: int, person: NameMention | None = None
    ) -> tuple[int, str] | None:
        """The same when what begins there is another title of the one who speaks."""
        if person is None or not person.whole[0] == begin < person.start:
            return None
        end = self.speakers.words.according_end.match(self.speakers.folded, person.whole[1])
        return (end.end(), person.name) if end else None

    def _begin_after(self, name: NameMention) -> int | None:
        words, folded = self.speakers.words, self.speakers.folded
        after = max(name.end, name.whole[1])
        saying = words.reporting.match(folded, after)
        if saying is not None:
            return saying.end()
        before = min(name.start, name.whole[0])
        if words.according.search(folded, max(before - 40, 0), before):
            comma = words.according_end.match(folded, after)
            return comma.end() if comma else None
        return None

    def _after_pronouns(self) -> Iterator[tuple[int, str]]:
        """The same where a sentence begins with a pronoun or a title that stands for one person."""
        words, folded = self.speakers.words, self.speakers.folded
        titles = tuple(self.speakers.bearers)
        for start in self.clauses.sentence_begins():
            pronoun = words.pronoun.match(folded, start)
            if pronoun is not None:
                saying = words.reporting.match(folded, pronoun.end())
                speaker = self.speakers.remembered(start) if saying else None
                if saying is not None and speaker is not None:
                    yield saying.end(), speaker
            elif titles and folded.startswith(titles, start):
                yield from self._after_title(start)

    def _after_title(self, start: int) -> Iterator[tuple[int, str]]:
        words, folded = self.speakers.words, self.speakers.folded
        for title, speaker in self.speakers.bearers.items():
            if folded.startswith(title, start):
                saying = words.reporting.match(folded, start + len(title))
                if saying is not None:
                    yield saying.end(), speaker
