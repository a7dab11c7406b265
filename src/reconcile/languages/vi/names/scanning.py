"""Reading a text into atoms, from left to right, once."""

import re
from collections.abc import Sequence

from reconcile.languages.naming.atoms import Alias, Atom
from reconcile.languages.naming.patterns import UPPER
from reconcile.languages.vi.names import heads
from reconcile.languages.vi.names import lexicon as lx

_BRACKET = re.compile(rf" ?\(([{UPPER}][\w.&-]{{1,15}})\)")
_LEGAL = re.compile(
    rf"(?<![\w/])\d{{1,5}}(?:/(?:19|20)\d\d)?/[{UPPER}]{{2,6}}(?:-[\w]{{1,8}}){{0,3}}"
)
_FIRM = re.compile(
    r"\b(?:inc|corp|corporation|llc|ltd|plc|co|group|holdings|bank|university|institute|college"
    r"|advisors|partners|capital|airlines|motors|electronics|fc|united|city fc|club|school"
    r"|foundation|association|agency|press|news|times|post|journal|tv|media|energy|oil|gas"
    r"|technologies|software|systems|entertainment|pictures|records|studios)\b\.?"
)
_PREFIX = re.compile(r"(\w+)\s$")


class Scanner:
    """One pass over one text.

    >>> text = "Thứ trưởng Nguyễn Sinh Nhật Tân tới Hoa Kỳ."
    >>> [(a.kind, text[a.start : a.end]) for a in Scanner(text, text.lower(), ()).scan()]
    [('title', 'Thứ trưởng'), ('person', 'Nguyễn Sinh Nhật Tân'), ('place', 'Hoa Kỳ')]
    """

    def __init__(self, text: str, folded: str, sentences: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.folded = folded
        self.begins = {start for start, _ in sentences}
        self.atoms: list[Atom] = []
        self.aliases: list[Alias] = []

    def scan(self) -> list[Atom]:
        """All atoms, sorted by place, disjoint."""
        anchors = [(m.start(), -m.end()) for m in lx.RUN.finditer(self.text)]
        text = self.text
        anchors += [
            (m.start(), -m.end())
            for m in lx.LEXICON.finditer(self.folded)
            if not text[m.start()].isupper()
        ]
        anchors += [(m.start(), -m.end()) for m in _LEGAL.finditer(text)]
        anchors.sort()
        place = 0
        for start, minus_end in anchors:
            if -minus_end <= place:
                continue
            place = self._read(max(start, place), -minus_end)
        return self.atoms

    def _read(self, start: int, end: int) -> int:
        """Read one anchor; returns where to go on."""
        first = self.text[start]
        if first.isdigit():
            self._add(start, end, "document")
            return end
        if not first.isupper() and self.text[start - 1 : start + 1] != " ":
            phrase = lx.LEXICON.match(self.folded, start)
            if phrase is None:
                return self._run(start, end)
            return self._phrase(phrase.start(), phrase.end(), lx.ENTRIES[phrase.group()]) or end
        return self._run(start, end)

    def _run(self, start: int, end: int) -> int:
        """Read a run of words with capitals, one piece after the other."""
        text, folded = self.text, self.folded
        piece = text[start:end]
        words = [(m.start(), m.end()) for m in lx.WORD.finditer(text, start, end)]
        if len(words) > 2 and piece.isupper() and not piece.isascii():
            return end  # a heading in capitals
        place, unknown = start, -1
        for begin, finish in words:
            if begin < place:
                continue
            if begin in self.begins and folded[begin:finish] in lx.OPENERS:
                if not self._is_name_start(begin, finish, end):
                    place = finish
                    continue
            step = self._word(begin, finish, end, unknown >= 0)
            if step is None:
                if unknown < 0:
                    unknown = begin
                place = finish
                continue
            after, atom = step
            if unknown >= 0:
                self._unknown(unknown, self._last_end(words, begin))
                unknown = -1
            if atom is not None:
                self.atoms.append(atom)
                self._alias(atom)
            place = after
        if unknown >= 0:
            self._unknown(unknown, min(place, end))
        return max(place, end)

    def _is_name_start(self, begin: int, finish: int, end: int) -> bool:
        """Whether a word that often opens a sentence begins a name here all the same."""
        phrase = lx.LEXICON.match(self.folded, begin)
        return phrase is not None and phrase.end() > finish

    def _last_end(self, words: list[tuple[int, int]], begin: int) -> int:
        return max(end for start, end in words if start < begin)

    def _word(
        self, begin: int, finish: int, end: int, inside: bool
    ) -> tuple[int, Atom | None] | None:
        """The piece that begins at a word: where it ends and its atom; None when there is none."""
        text, folded = self.text, self.folded
        phrase = lx.LEXICON.match(folded, begin)
        if phrase is not None:
            found = self._entry(phrase, begin, end)
            if found is not None:
                return found
        word = folded[begin:finish]
        if word in lx.SURNAMES or word in lx.AMBIGUOUS_SURNAMES:
            last = heads.person_end(text, folded, begin)
            if last is not None:
                return self._vietnamese(word, begin, last, inside)
        if word in lx.GIVEN and finish < end and not inside:
            last = self._foreign_end(begin, end)
            if last > finish and not _FIRM.search(folded, begin, last):
                return last, Atom(begin, last, "person")
        return None

    def _vietnamese(
        self, word: str, begin: int, last: int, inside: bool
    ) -> tuple[int, Atom | None] | None:
        syllables = self.text[begin:last].split(" ")
        strong = word in lx.SURNAMES
        second = syllables[1].lower()
        if inside and not (strong and len(syllables) > 2):
            return None
        sure = (
            len(syllables) > 2
            and (strong or second in lx.MIDDLES)
            or (strong and word not in ("hoàng", "lương", "dương", "đào", "phan", "đàm"))
        )
        if not sure:
            return last, Atom(begin, last, "unknown", head="person", sure=False)
        return last, Atom(begin, last, "person")

    def _foreign_end(self, begin: int, end: int) -> int:
        """Where a foreign person's name ends: at the next known phrase, after four words at most."""
        last = begin
        for count, word in enumerate(lx.WORD.finditer(self.text, begin, end)):
            if count >= 1:
                phrase = lx.LEXICON.match(self.folded, word.start())
                if phrase is not None:
                    entry = lx.ENTRIES[phrase.group()]
                    if entry.role or entry.head or (entry.known and count >= 2):
                        break
                if word.group().lower() in lx.SURNAMES:
                    break
            if count == 5:
                break
            last = word.end()
        return last

    def _entry(self, phrase: re.Match[str], begin: int, end: int) -> tuple[int, Atom | None] | None:
        """The piece that a phrase of the tables with a capital makes."""
        text, folded = self.text, self.folded
        entry, last = lx.ENTRIES[phrase.group()], phrase.end()
        follows = text[last : last + 1] == " " and text[last + 1 : last + 2].isupper()
        if entry.honorific and follows and (begin in self.begins or not entry.known):
            return last, Atom(begin, last, "honorific")
        if entry.role:
            return last, Atom(begin, last, "title", head=entry.role)
        if entry.head:
            atom = self._headed(begin, last, entry.head, phrase.group())
            if atom is not None:
                return atom.end, atom
        if entry.known:
            if " " not in phrase.group() and last < end and self._goes_on(last, phrase.group()):
                return None
            return last, Atom(begin, last, entry.known, name=entry.name)
        return None

    def _goes_on(self, last: int, phrase: str) -> bool:
        """Whether a short known name is only the beginning of another: "Mỹ Tâm", "Đức Thắng"."""
        begin = last + 1
        if not self.text.startswith(" ", last):
            return False
        if lx.LEXICON.match(self.folded, begin):
            return False
        word = lx.WORD.match(self.text, begin)
        return (
            word is not None
            and lx.is_syllable(phrase)
            and lx.is_syllable(word.group().lower())
            and word.group().lower() not in lx.SURNAMES
        )

    def _headed(self, begin: int, last: int, kind: str, head: str) -> Atom | None:
        """The name that begins with a head, when there is one."""
        text, folded = self.text, self.folded
        if kind == "organisation":
            end = heads.body_end(text, folded, last, head)
        elif kind == "place":
            end = heads.place_end(text, folded, last, head)
        elif kind == "agreement":
            end = heads.pact_end(text, folded, last, head)
        else:
            end = heads.document_end(text, folded, last)
        return Atom(begin, end, kind, head=head) if end > last else None

    def _phrase(self, start: int, end: int, entry: lx.Entry) -> int | None:
        """Read a phrase of the tables in small letters: a title, a form of address or a head."""
        text, folded = self.text, self.folded
        follows = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
        if entry.honorific and follows:
            self._add(start, end, "honorific")
            return end
        if entry.role:
            before = _PREFIX.search(folded, max(start - 12, 0), start)
            begin = before.start(1) if before and before.group(1) in lx.TITLE_PREFIXES else start
            self._add(begin, end, "title", entry.role)
            return end
        if entry.head:
            atom = self._headed(start, end, entry.head, folded[start:end])
            if atom is not None:
                self.atoms.append(atom)
                self._alias(atom)
                return atom.end
        return end

    def _add(self, start: int, end: int, kind: str, head: str = "") -> None:
        self.atoms.append(Atom(start, end, kind, head=head))

    def _unknown(self, start: int, end: int) -> None:
        kind = "organisation" if _FIRM.search(self.folded, start, end) else "unknown"
        if kind == "organisation" and " " not in self.text[start:end]:
            kind = "unknown"
        atom = Atom(start, end, kind, sure=kind != "unknown")
        self.atoms.append(atom)
        self._alias(atom)

    def _alias(self, atom: Atom) -> None:
        if atom.kind in ("organisation", "agreement", "place", "unknown"):
            bracket = _BRACKET.match(self.text, atom.end)
            if bracket and (bracket.group(1).isupper() or " " not in bracket.group(1)):
                self.aliases.append(Alias(bracket.start(1), bracket.end(1), atom))
