"""Names that begin with a head: how far they reach after it.

Vietnamese gives a capital to the first syllable of a word only ("Cơ quan An ninh Quốc gia"), and
not every word of a body's name has one, so the reach is decided by tables of what such names are
about.
"""

import re

from reconcile.languages.naming.patterns import UPPER
from reconcile.languages.vi.names import lexicon as lx

_LINK = re.compile(r" - | – |-|–| & | và ")
_UNIT = re.compile(
    r" ((?:tp|tx|q|h|p|tt)\.?|tỉnh|thành phố|quận|huyện|thị xã|phường|xã|chi nhánh) ?"
)
_NUMBER = re.compile(r" (?:số )?\d{1,4}(?![\w/.,%-])")
_NUMBERED_HEADS = (
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
_BETWEEN = re.compile(rf" giữa [{UPPER}]")
_DOCUMENT = re.compile(
    rf"(?: số)? ?\d{{1,5}}(?:[/-](?:19|20)\d\d)?(?:[/-][{UPPER}][\w–-]{{0,20}})*(?![\w,.%]?\d)"
)
_MOST_STEPS = 24  # a name of more pieces is no name


def body_end(text: str, folded: str, end: int, head: str) -> int:
    """Where the name of a body ends whose head ends at `end`; `end` itself when none follows."""
    place, steps, named, last_capital = end, 0, False, text[end - len(head)].isupper()
    capital_head = last_capital
    if head in ("bộ", "sở", "ngành") and folded.startswith(" ", end):
        ministry = lx.MINISTRY.match(folded, end + 1)
        if ministry and (capital_head or text[end + 1].isupper()):
            place, named = ministry.end(), True
    if head in lx.WEAK_BODIES and not capital_head and not text[end + 1 : end + 2].isupper():
        return end
    while steps < _MOST_STEPS:
        steps += 1
        step = _body_step(text, folded, place, head, first=not named)
        if step == place:
            break
        whole_place = head in lx.OFFICES and _is_place(folded, place + 1, step)
        place, named = step, True
        if whole_place and not _LINK.match(folded, place):
            break
    if not named and not (capital_head and head not in lx.WEAK_BODIES):
        return end
    if head.startswith(_NUMBERED_HEADS) and (number := _NUMBER.match(folded, place)):
        place = number.end()
    return place if capital_head or any(map(str.isupper, text[end:place])) else end


def _is_place(folded: str, begin: int, end: int) -> bool:
    """Whether a piece is a known place, after which an office's name is complete."""
    entry = lx.ENTRIES.get(folded[begin:end])
    return entry is not None and entry.known == "place"


def _body_step(text: str, folded: str, place: int, head: str, *, first: bool) -> int:
    """The end of one more piece of a body's name after `place`, or `place` when there is none."""
    begin = place + 1
    if not folded.startswith(" ", place):
        link = _LINK.match(folded, place)
        if link is None or first or link.group() in (" và ", " & "):
            return place
        begin = link.end()
    elif not first and (link := _LINK.match(folded, place)):
        if (topic := lx.BODY_TOPIC.match(folded, link.end())) and _same_case(
            text, place, link.end()
        ):
            return topic.end()
        if link.group() not in ("-", "–"):
            return place
        begin = link.end()
    if (unit := _UNIT.match(folded, place)) and text[unit.end() : unit.end() + 1].isupper():
        begin = unit.end()
    elif topic := lx.BODY_TOPIC.match(folded, begin):
        return topic.end()
    if not text[begin : begin + 1].isupper():
        return place
    return _capitals_end(text, folded, begin, head, first=first) or place


def _same_case(text: str, place: int, after: int) -> bool:
    """Whether what "và" joins looks like one name: the second part has a capital when it can."""
    return text[after].isupper() or not text[max(place - 12, 0) : place].istitle()


def _capitals_end(text: str, folded: str, begin: int, head: str, *, first: bool) -> int | None:
    """The end of the word or known name with a capital at `begin` that a body's name goes on with."""
    entry_match = lx.LEXICON.match(folded, begin)
    if entry_match is not None:
        entry = lx.ENTRIES[entry_match.group()]
        if entry.role and not entry.head:
            return None
        if entry.known or entry.head == "organisation":
            return entry_match.end()
    word = lx.WORD.match(text, begin)
    if word is None:
        return None
    lowered = word.group().lower()
    if lowered in lx.SURNAMES:
        run = person_end(text, folded, begin)
        if run is not None:
            return run if first and head not in lx.OFFICES else None
    return word.end()


def person_end(text: str, folded: str, begin: int) -> int | None:
    """Where a Vietnamese person's name of two to five syllables ends that begins at `begin`."""
    place, count = begin, 0
    while count < 7:
        word = lx.WORD.match(text, place)
        if word is None or not lx.is_syllable(folded[place : word.end()]):
            break
        if count >= 2 and (entry := lx.LEXICON.match(folded, place)):
            what = lx.ENTRIES[entry.group()]
            if " " in entry.group() and (what.known or what.head or what.role):
                break
        count += 1
        end = word.end()
        place = end + 1
        if not text.startswith(" ", end):
            break
    return end if 2 <= count <= 5 else None


def place_end(text: str, folded: str, end: int, head: str) -> int:
    """Where the name of a place ends whose head ends at `end`; `end` itself when none follows."""
    begin = end + 1 if text.startswith(" ", end) else end
    if head in lx.NUMBERED and (
        number := re.compile(r" ?\d{1,3}[A-Z]?(?![\w/.,%])").match(text, end)
    ):
        return number.end()
    if begin == end and not head.endswith(".") or not text[begin : begin + 1].isupper():
        return end
    known = lx.LEXICON.match(folded, begin)
    if known is not None:
        entry = lx.ENTRIES[known.group()]
        if entry.known == "place":
            return known.end()
        if entry.role and not entry.known and " " in known.group():
            return end
    run = lx.RUN.match(text, begin)
    if run is None:
        return end
    words = list(lx.WORD.finditer(text, begin, run.end()))
    vietnamese = 0
    for word in words:
        if vietnamese and text[word.start() - 1] != " ":
            break
        if not lx.is_syllable(word.group().lower()):
            break
        vietnamese += 1
    if vietnamese == 0:
        return words[min(len(words), 4) - 1].end()
    count = min(vietnamese, 4)
    if head in lx.COMMON_PLACES and not text[end - len(head)].isupper() and count < 2:
        return end
    return words[count - 1].end()


def pact_end(text: str, folded: str, end: int, head: str) -> int:
    """Where the name of an agreement ends whose head ends at `end`; `end` when there is no name."""
    capital_head = text[end - len(head)].isupper()
    place, steps = end, 0
    while steps < _MOST_STEPS and folded.startswith(" ", place):
        steps += 1
        if topic := lx.PACT_TOPIC.match(folded, place + 1):
            place = topic.end()
            continue
        link = re.compile(r" [–-] | và ").match(folded, place)
        begin = link.end() if link and place > end else place + 1
        known = lx.LEXICON.match(folded, begin)
        if known and text[begin].isupper() and lx.ENTRIES[known.group()].known:
            place = known.end()
            continue
        if link or not text[begin].isupper() or known and lx.ENTRIES[known.group()].role:
            break
        word = lx.WORD.match(text, begin)
        if word is None or word.group().lower() in lx.SURNAMES:
            break
        place = word.end()
    if place > end and capital_head:
        return place
    return place if head in lx.WHOLE_PACTS and capital_head else end


def document_end(text: str, folded: str, end: int) -> int:
    """Where a legal document's number ends after its kind; `end` when it has none."""
    number = _DOCUMENT.match(text, end)
    return number.end() if number else end
