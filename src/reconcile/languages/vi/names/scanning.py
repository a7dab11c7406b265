"""Reading a text into atoms, from left to right, once."""

import re
from collections.abc import Sequence

from reconcile.languages.naming.atoms import Alias, Atom
from reconcile.languages.naming.entries import Entry
from reconcile.languages.naming.patterns import UPPER
from reconcile.languages.vi.names import lexicon as lx
from reconcile.languages.vi.names import persons
from reconcile.languages.vi.names.phrases import PhraseReader, Piece, capital_follows

_BRACKET = re.compile(rf" ?\(([{UPPER}][\w.&-]{{1,15}})\)")
_BRACKETS = ("(", " (")
_ALIASED = frozenset(("organisation", "agreement", "place", "unknown"))
_SLASH = re.compile(rf"/[{UPPER}]{{2,6}}(?:-[\w]{{1,8}}){{0,3}}")
_NUMBER_BEFORE = re.compile(r"(?<![\w/])\d{1,5}(?:/(?:19|20)\d\d)?$")
_COUNTRY = re.compile(r" ?\((?=[^()]{2,20}\))")
_OPENING = frozenset('([“"‘')
_MOST_PERSON_WORDS = 4
_LISTED = frozenset((", ", " và "))
_CLOSES = re.compile(r"\s*(?:[,.;:)]|và |$)")


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
        self.phrases = PhraseReader(text, folded, self.begins)
        self.atoms: list[Atom] = []
        self.aliases: list[Alias] = []

    def scan(self) -> list[Atom]:
        """All atoms, sorted by place, disjoint."""
        place = 0
        for start, minus_end in self._anchors():
            if -minus_end > place:
                place = self._read(max(start, place), -minus_end)
        self._places_in_lists()
        return self.atoms

    def _anchors(self) -> list[tuple[int, int]]:
        """Runs of capitals, phrases in small letters and legal numbers: where reading may begin."""
        text = self.text
        found = [(run.start(), -run.end()) for run in lx.RUN.finditer(text)]
        found += [
            (start, -phrase.end())
            for phrase in lx.LEXICON.finditer(self.folded)
            if not text[start := phrase.start()].isupper()
        ]
        for slash in _SLASH.finditer(text):
            number = _NUMBER_BEFORE.search(text, max(slash.start() - 12, 0), slash.start())
            if number:
                found.append((number.start(), -slash.end()))
        return sorted(found)

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
            if self._is_skipped(unknown, begin, finish):
                self._unknown(unknown, place)
                unknown, place = -1, finish
                continue
            piece = self._piece(begin, finish, end, inside=unknown >= 0)
            if piece is None:
                unknown, place = begin if unknown < 0 else unknown, finish
                continue
            self._unknown(unknown, place)
            unknown, place = -1, piece[0]
            if piece[1] is not None:
                self._add(piece[1])
        self._unknown(unknown, place)
        return max(place, end)

    def _is_skipped(self, unknown: int, begin: int, finish: int) -> bool:
        """Whether a word has its capital from a sentence's beginning and belongs to no name."""
        if unknown < 0:
            return self._is_opener(begin, finish)
        return self._breaks_off(unknown, begin, finish)

    def _breaks_off(self, unknown: int, begin: int, finish: int) -> bool:
        """Whether a caption's or a sentence's first word follows a foreign name unmarked."""
        before = self.folded[unknown : begin - 1].rpartition(" ")[2]
        return self.folded[begin:finish] in lx.OPENERS and not lx.is_syllable(before)

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

    def _piece(self, begin: int, finish: int, end: int, *, inside: bool) -> Piece | None:
        """What begins at a word: where it ends and its atom; None when the tables know nothing.

        Args:
            begin, finish: The word.
            end: Where its run ends.
            inside: Whether capitals of no known kind stand right before it.
        """
        text, folded = self.text, self.folded
        phrase = lx.LEXICON.match(folded, begin)
        if phrase is not None:
            found = self.phrases.with_capital(phrase, end, inside=inside)
            if found is not None:
                return found
        word = folded[begin:finish]
        if word in lx.SURNAMES or word in lx.AMBIGUOUS_SURNAMES:
            last = persons.person_end(text, folded, begin)
            if last is not None and not (inside and self._is_short(word, begin, last)):
                sure = persons.is_certain(text[begin:last])
                kind = "person" if sure else "unknown"
                return last, Atom(begin, last, kind, head="person", sure=sure)
        if word in lx.GIVEN and finish < end and not (inside or self._heads_a_body(phrase)):
            last = persons.foreign_end(text, folded, begin, end)
            if last > finish and not lx.FIRM.search(folded, begin, last):
                return last, Atom(begin, last, "person")
        return None

    def _heads_a_body(self, phrase: re.Match[str] | None) -> bool:
        """Whether a foreign given name is rather a head before a syllable: "Ban Dân vận"."""
        if phrase is None or not lx.ENTRIES[phrase.group()].head:
            return False
        word = lx.WORD.match(self.text, phrase.end() + 1)
        return word is not None and lx.is_syllable(word.group().lower())

    def _is_short(self, surname: str, begin: int, last: int) -> bool:
        return surname not in lx.SURNAMES or self.text.count(" ", begin, last) < 2

    def _small(self, phrase: re.Match[str], entry: Entry) -> int:
        """Read a phrase of the tables in small letters: a form of address, a title or a head."""
        start, end = phrase.span()
        if entry.honorific and capital_follows(self.text, end):
            self.atoms.append(Atom(start, end, "honorific"))
        elif entry.role:
            self.atoms.append(self.phrases.title(phrase, entry))
        elif self.phrases.is_known_name(phrase, entry):
            self._add(Atom(start, end, entry.known, name=entry.name))
        elif entry.head:
            atom = self.phrases.headed(phrase, entry.head)
            if atom is not None:
                self._add(atom)
                return atom.end
        return end

    def _unknown(self, start: int, end: int) -> None:
        """Keep capitals of no known kind, if there are any (`start` is not negative).

        A word that only firms have in their names settles the kind, and so does a country in
        brackets.
        """
        if start < 0:
            return
        several = " " in self.text[start:end]
        if several and lx.FIRM.search(self.folded, start, end):
            self._add(Atom(start, end, "organisation"))
            return
        is_event = lx.EVENT.search(self.folded, start, end) is not None
        words = self.text[start:end].split(" ")
        plain = 2 <= len(words) <= _MOST_PERSON_WORDS and not any(map(str.isupper, words))
        foreign = plain and not is_event and self._is_of_country(end)
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
            if bracket and self._is_short_for(bracket, atom):
                self.aliases.append(Alias(bracket.start(1), bracket.end(1), atom))

    def _is_short_for(self, bracket: re.Match[str], atom: Atom) -> bool:
        """Whether brackets hold a short form of the name before them and no other name."""
        if self.folded[slice(*bracket.span(1))] in lx.ENTRIES:
            return False
        short = bracket.group(1)
        same_letter = self.folded[atom.start] == self.folded[bracket.start(1)]
        if atom.kind == "place":  # or it is the end of a longer name: "Vĩnh Sơn - Sông Hinh (VSH)"
            return same_letter
        return atom.kind != "unknown" or (short.isupper() and same_letter)

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
