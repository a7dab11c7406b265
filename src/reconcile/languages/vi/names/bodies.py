"""How far the name of an organisation reaches after its head.

Vietnamese gives a capital to the first syllable of a word only ("Cơ quan An ninh Quốc gia"), and
not every word of a body's name has one, so the reach is decided by a table of what bodies are
about.
"""

import re

from attrs import frozen

from reconcile.languages.vi.names import lexicon as lx
from reconcile.languages.vi.names.persons import person_end

_LINK = re.compile(r" - | – |-|–| & | và ")
_TIGHT = frozenset(("-", "–"))
_UNIT = re.compile(
    r" (?:(?:tp|tx|q|h|p|tt)(?:\. ?| )"
    r"|(?:tỉnh|thành phố|quận|huyện|thị xã|phường|xã|chi nhánh) )"
)
_NUMBER = re.compile(r" (?:số )?\d{1,4}(?![\w/%-]|[.,]\d)")
_NUMBERED = (
    "trường",
    "đội",
    "tiểu",
    "thpt",
    "thcs",
    "quân",
    "sư",
    "trung đoàn",
    "kênh",
    "mầm",
)
_MOST_PIECES = 24  # a name of more is no name


def body_end(text: str, folded: str, end: int, head: str) -> int:
    """Where the name of a body ends whose head ends at `end`; `end` itself when none follows.

    >>> text = "Ngân hàng Nông nghiệp và Phát triển nông thôn cho biết"
    >>> text[: body_end(text, text.lower(), 9, "ngân hàng")]
    'Ngân hàng Nông nghiệp và Phát triển nông thôn'
    """
    return _Body(text=text, folded=folded, head=head, begin=end).end()


@frozen(kw_only=True)
class _Body:
    """A head, and the text around it."""

    text: str
    folded: str
    head: str
    begin: int

    def end(self) -> int:
        capital_head = self.text[self.begin - len(self.head)].isupper()
        if not capital_head and self._is_plain_word():
            return self.begin
        place = self._ministry_end()
        for _ in range(_MOST_PIECES):
            after = self._piece_end(place)
            if after == place:
                break
            complete = self.head in lx.OFFICES and self._is_place(place + 1, after)
            place = after
            if complete and not _LINK.match(self.folded, place):
                break
        if self.head.startswith(_NUMBERED) and (number := _NUMBER.match(self.folded, place)):
            place = number.end()
        has_capital = any(map(str.isupper, self.text[self.begin : place]))
        return place if capital_head or has_capital else self.begin

    def _is_plain_word(self) -> bool:
        """Whether a weak head in small letters is only a word here: "đội trẻ", "vụ án"."""
        if self.head not in lx.WEAK_BODIES:
            return False
        after = self.begin + 1
        if not self.text[after : after + 1].isupper():
            return True
        if self.head in lx.LOOSE_BODIES:
            return self._is_person(after) or self._is_place(after)
        return lx.BODY_TOPIC.match(self.folded, after) is None

    def _is_person(self, begin: int) -> bool:
        word = lx.WORD.match(self.text, begin)
        return word is not None and word.group().lower() in lx.SURNAMES

    def _is_place(self, begin: int, end: int | None = None) -> bool:
        """Whether a known place stands here, after which an office's name is complete."""
        phrase = lx.LEXICON.match(self.folded, begin)
        if phrase is None or (end is not None and phrase.end() != end):
            return False
        return lx.ENTRIES[phrase.group()].known == "place"

    def _ministry_end(self) -> int:
        """The end of a ministry's field after its head, "và" included; else the head's own end."""
        after = self.begin + 1
        if not self.folded.startswith(" ", self.begin):
            return self.begin
        ministry = lx.MINISTRY.match(self.folded, after)
        return ministry.end() if ministry else self.begin

    def _piece_end(self, place: int) -> int:
        """The end of one more piece after `place`, or `place` when there is none."""
        first = place == self.begin
        link = _LINK.match(self.folded, place)
        if link is not None:
            return place if first else self._linked_end(place, link)
        if not self.folded.startswith(" ", place):
            return place
        unit = _UNIT.match(self.folded, place)
        if unit is not None and self.text[unit.end() : unit.end() + 1].isupper():
            return self._capitals_end(unit.end(), first=first) or place
        topic = lx.BODY_TOPIC.match(self.folded, place + 1)
        if topic is not None and self._is_noun(topic, first=first):
            return topic.end()
        return self._capitals_end(place + 1, first=first) or place

    def _linked_end(self, place: int, link: re.Match[str]) -> int:
        """The end of a piece that a dash or "và" joins to the name, or `place`."""
        after, tight = link.end(), link.group() in _TIGHT
        topic = lx.BODY_TOPIC.match(self.folded, after)
        if topic is not None and self.text[after].isupper():
            return topic.end() if tight or not self._is_another_body(topic) else place
        return (self._capitals_end(after, first=False) if tight else None) or place

    def _is_another_body(self, topic: re.Match[str]) -> bool:
        """Whether what bodies are about is a body here: "Bộ Tài chính và Ngân hàng Nhà nước"."""
        phrase = lx.LEXICON.match(self.folded, topic.start())
        if phrase is None or phrase.end() < topic.end():
            return False
        entry = lx.ENTRIES[phrase.group()]
        return "organisation" in (entry.head, entry.known)

    def _is_cut_short(self, word: re.Match[str], lowered: str) -> bool:
        """Whether a word goes on in small letters that no table knows: "Ban Dân" + "vận"."""
        goes_on = self.text[word.end() : word.end() + 1] == " " and (
            self.text[word.end() + 1 : word.end() + 2].islower()
        )
        return goes_on and lx.is_syllable(lowered)

    def _is_noun(self, topic: re.Match[str], *, first: bool) -> bool:
        """Whether a topic is part of the name and no verb: "Sở Y tế kiểm tra"."""
        if self.text[topic.start()].isupper():
            return True
        before = self.text.rfind(" ", 0, topic.start() - 1) + 1
        after_proper = self.text[before].isupper() and not first
        return not (after_proper or topic.group() in lx.TOPIC_VERBS) or first

    def _capitals_end(self, begin: int, *, first: bool) -> int | None:
        """The end of the known name or word with a capital with which the name goes on."""
        word = lx.WORD.match(self.text, begin)
        if word is None:
            return None
        phrase = lx.LEXICON.match(self.folded, begin)
        if phrase is not None:
            entry = lx.ENTRIES[phrase.group()]
            if entry.role and not entry.head:
                return None
            if entry.known or entry.head == "organisation":
                return phrase.end()
        lowered = word.group().lower()
        foreign = lowered in lx.GIVEN and self.text[word.end() + 1 : word.end() + 2].isupper()
        office = self.head in lx.OFFICES
        if (foreign and not first) or (first and office and self._is_cut_short(word, lowered)):
            return None
        name = person_end(self.text, self.folded, begin) if lowered in lx.SURNAMES else None
        if name is None:
            return word.end()
        return name if first and not office else None
