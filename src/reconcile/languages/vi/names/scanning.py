"""Reading a text into atoms, from left to right, once."""

import re
from collections.abc import Iterator, Sequence

from reconcile.languages.naming.atoms import Alias, Atom
from reconcile.languages.naming.patterns import UPPER
from reconcile.languages.vi.names import heads, persons
from reconcile.languages.vi.names import lexicon as lx

_BRACKET = re.compile(rf" ?\(([{UPPER}][\w.&-]{{1,15}})\)")
_BRACKETS = ("(", " (")
_ALIASED = frozenset(("organisation", "agreement", "place", "unknown"))
_SLASH = re.compile(rf"/[{UPPER}]{{2,6}}(?:-[\w]{{1,8}}){{0,3}}")
_NUMBER_BEFORE = re.compile(r"(?<![\w/])\d{1,5}(?:/(?:19|20)\d\d)?$")
_COUNTRY = re.compile(r" ?\((?=[^()]{2,20}\))")
_PREFIX = re.compile(r"(\w+)\s$")
_OPENING = frozenset('([“"‘')
_LISTED = frozenset((", ", " và "))
_CLOSES = re.compile(r"\s*(?:[,.;:)]|và |$)")

Words = Sequence[tuple[int, int]]


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
        place = 0
        for start, minus_end in sorted(self._anchors()):
            if -minus_end > place:
                place = self._read(max(start, place), -minus_end)
        self._places_in_lists()
        return self.atoms

    def _anchors(self) -> Iterator[tuple[int, int]]:
        """Where reading may begin: runs of capitals, phrases in small letters, legal numbers."""
        text = self.text
        for run in lx.RUN.finditer(text):
            yield run.start(), -run.end()
        for phrase in lx.LEXICON.finditer(self.folded):
            if not text[phrase.start()].isupper():
                yield phrase.start(), -phrase.end()
        for slash in _SLASH.finditer(text):
            number = _NUMBER_BEFORE.search(text, max(slash.start() - 12, 0), slash.start())
            if number:
                yield number.start(), -slash.end()

    def _read(self, start: int, end: int) -> int:
        """Read one anchor; returns where to go on."""
        first = self.text[start]
        if first.isupper():
            return self._run(start, end)
        if first.isdigit():
            self.atoms.append(Atom(start, end, "document"))
            return end
        phrase = lx.LEXICON.match(self.folded, start)
        if phrase is None:  # what is left of a run that a longer name has eaten into
            return self._run(start, end)
        return self._small(phrase, lx.ENTRIES[phrase.group()])

    def _run(self, start: int, end: int) -> int:
        """Read a run of words with capitals, one piece after the other."""
        words = [(start, end)]
        if not self.text[start:end].isalpha():
            words = [m.span() for m in lx.WORD.finditer(self.text, start, end)]
        if len(words) > 2 and self._is_heading(start, end):
            return end
        place, unknown = start, -1
        for begin, finish in words:
            if begin < place:
                continue
            if unknown < 0 and self._is_opener(begin, finish):
                place = finish
                continue
            piece = self._piece(begin, finish, end, inside=unknown >= 0)
            if piece is None:
                unknown = begin if unknown < 0 else unknown
                place = finish
                continue
            if unknown >= 0:
                self._unknown(unknown, max(e for b, e in words if b < begin))
                unknown = -1
            place = piece[0]
            if piece[1] is not None:
                self._add(piece[1])
        if unknown >= 0:
            self._unknown(unknown, place)
        return max(place, end)

    def _is_heading(self, start: int, end: int) -> bool:
        piece = self.text[start:end]
        return piece.isupper() and not piece.isascii()

    def _is_opener(self, begin: int, finish: int) -> bool:
        """Whether a word has its capital only because a sentence begins with it."""
        begins = begin in self.begins or self.text[begin - 1] in _OPENING
        if not begins or self.folded[begin:finish] not in lx.OPENERS:
            return False
        phrase = lx.LEXICON.match(self.folded, begin)
        if phrase is None:
            return True
        entry = lx.ENTRIES[phrase.group()]
        return phrase.end() <= finish and not (entry.head or entry.role)

    def _piece(
        self, begin: int, finish: int, end: int, *, inside: bool
    ) -> tuple[int, Atom | None] | None:
        """What begins at a word: where it ends and its atom; None when the tables know nothing.

        Args:
            begin, finish: The word.
            end: Where its run ends.
            inside: Whether capitals of no known kind stand right before it.
        """
        text, folded = self.text, self.folded
        phrase = lx.LEXICON.match(folded, begin)
        if phrase is not None:
            found = self._entry(phrase, end)
            if found is not None:
                return found
        word = folded[begin:finish]
        if word in lx.SURNAMES or word in lx.AMBIGUOUS_SURNAMES:
            last = persons.person_end(text, folded, begin)
            if last is not None and not (inside and self._is_short(word, begin, last)):
                sure = persons.is_certain(text[begin:last])
                kind = "person" if sure else "unknown"
                return last, Atom(begin, last, kind, head="person", sure=sure)
        if word in lx.GIVEN and finish < end and not inside:
            last = persons.foreign_end(text, folded, begin, end)
            if last > finish and not lx.FIRM.search(folded, begin, last):
                return last, Atom(begin, last, "person")
        return None

    def _is_short(self, surname: str, begin: int, last: int) -> bool:
        return surname not in lx.SURNAMES or self.text.count(" ", begin, last) < 2

    def _entry(self, phrase: re.Match[str], end: int) -> tuple[int, Atom | None] | None:
        """The piece that a phrase of the tables with a capital makes."""
        begin, last = phrase.span()
        entry = lx.ENTRIES[phrase.group()]
        if entry.honorific and self._addresses(entry, begin, last):
            return last, Atom(begin, last, "honorific")
        if entry.role:
            return last, self._title(phrase, entry)
        atom = self._headed(phrase, entry.head) if entry.head else None
        if atom is not None:
            return atom.end, atom
        if entry.known:
            return self._known(phrase, entry, end)
        return (last, None) if " " in phrase.group() else None

    def _known(
        self, phrase: re.Match[str], entry: lx.Entry, end: int
    ) -> tuple[int, Atom | None] | None:
        """The piece that a name of the tables makes, unless it is only like one."""
        begin, last = phrase.span()
        if entry.honorific and self._is_pronoun(begin, last):
            return last, None
        if " " not in phrase.group() and last < end and self._goes_on(phrase):
            return None
        return last, Atom(begin, last, entry.known, name=entry.name)

    def _addresses(self, entry: lx.Entry, begin: int, last: int) -> bool:
        return _capital_follows(self.text, last) and (begin in self.begins or not entry.known)

    def _is_pronoun(self, begin: int, last: int) -> bool:
        """Whether "Anh" stands for a man and not for the country, or may do so."""
        return begin in self.begins or lx.AFTER_PRONOUN.match(self.folded, last) is not None

    def _goes_on(self, phrase: re.Match[str]) -> bool:
        """Whether a short known name is only the beginning of another: "Mỹ Tâm", "Đức Thắng"."""
        begin = phrase.end() + 1
        if not self.text.startswith(" ", phrase.end()) or lx.LEXICON.match(self.folded, begin):
            return False
        word = lx.WORD.match(self.text, begin)
        if word is None:
            return False
        lowered = word.group().lower()
        both = lx.is_syllable(phrase.group()) and lx.is_syllable(lowered)
        return both and lowered not in lx.SURNAMES

    def _headed(self, phrase: re.Match[str], kind: str) -> Atom | None:
        """The name that begins with a head, when there is one."""
        end = heads.END[kind](self.text, self.folded, phrase.end(), phrase.group())
        whole = phrase.group() in lx.WHOLE and self.text[phrase.start()].isupper()
        if end <= phrase.end() and not whole:
            return None
        return Atom(phrase.start(), end, kind, head=phrase.group())

    def _small(self, phrase: re.Match[str], entry: lx.Entry) -> int:
        """Read a phrase of the tables in small letters: a form of address, a title or a head."""
        start, end = phrase.span()
        if entry.honorific and _capital_follows(self.text, end):
            self.atoms.append(Atom(start, end, "honorific"))
        elif entry.role:
            self.atoms.append(self._title(phrase, entry))
        elif entry.known and self.text[self.text.rfind(" ", 0, end) + 1].isupper():
            self._add(Atom(start, end, entry.known, name=entry.name))
        elif entry.head:
            atom = self._headed(phrase, entry.head)
            if atom is not None:
                self._add(atom)
                return atom.end
        return end

    def _title(self, phrase: re.Match[str], entry: lx.Entry) -> Atom:
        """A title, with the word before it that changes it: "nguyên Phó Thủ tướng"."""
        start, end = phrase.span()
        before = _PREFIX.search(self.folded, max(start - 12, 0), start)
        begin = before.start(1) if before and before.group(1) in lx.TITLE_PREFIXES else start
        return Atom(begin, end, "title", head=entry.role)

    def _unknown(self, start: int, end: int) -> None:
        """Keep capitals of no known kind; a word that only firms have in their name settles it."""
        several = " " in self.text[start:end]
        if several and lx.FIRM.search(self.folded, start, end):
            self._add(Atom(start, end, "organisation"))
            return
        foreign = several and not self.text[start:end].isupper() and self._is_of_country(end)
        head = "person" if foreign else ""
        self._add(Atom(start, end, "person" if foreign else "unknown", head=head, sure=foreign))

    def _is_of_country(self, end: int) -> bool:
        """Whether a country in brackets follows, as it does after a sportsman's name."""
        bracket = _COUNTRY.match(self.text, end)
        if bracket is None:
            return False
        phrase = lx.LEXICON.match(self.folded, bracket.end())
        return (
            phrase is not None
            and phrase.group() in lx.COUNTRIES
            and self.text.startswith(")", phrase.end())
        )

    def _add(self, atom: Atom) -> None:
        self.atoms.append(atom)
        if atom.kind in _ALIASED and self.text.startswith(_BRACKETS, atom.end):
            bracket = _BRACKET.match(self.text, atom.end)
            if bracket and self.folded[slice(*bracket.span(1))] not in lx.ENTRIES:
                self.aliases.append(Alias(bracket.start(1), bracket.end(1), atom))

    def _places_in_lists(self) -> None:
        """Give the unit of a place to the names listed after it: "phường Tân Biên, Tân Hòa"."""
        for index in range(1, len(self.atoms)):
            before, atom = self.atoms[index - 1], self.atoms[index]
            if (
                atom.kind == "unknown"
                and before.kind == "place"
                and before.head in lx.UNITS
                and self.text[before.end : atom.start] in _LISTED
                and lx.is_syllable(self.folded[atom.start : atom.end].split(" ")[0])
                and _CLOSES.match(self.text, atom.end)
            ):
                self.atoms[index] = atom._replace(kind="place", head=before.head, sure=True)


def _capital_follows(text: str, end: int) -> bool:
    """Whether a blank and a capital follow."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
