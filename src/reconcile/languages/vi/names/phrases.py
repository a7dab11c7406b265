"""What a phrase of the tables is where it stands: a title, a head with its name, a known name."""

import re
from collections.abc import Collection

from attrs import field, frozen

from reconcile.languages.naming.atoms import Atom
from reconcile.languages.naming.entries import Entry
from reconcile.languages.vi.names import heads, persons
from reconcile.languages.vi.names import lexicon as lx

_PREFIX = re.compile(r"(\w+)\s$")

Piece = tuple[int, Atom | None]  # where it ends, and what it is when it is anything


@frozen
class PhraseReader:
    """Reads phrases of the tables in one text.

    Args:
        text, folded: The text, and the same in lower case.
        begins: Where its sentences begin.
    """

    text: str = field(repr=False)
    folded: str = field(repr=False)
    begins: Collection[int] = field(repr=False)

    def with_capital(self, phrase: re.Match[str], end: int, *, inside: bool) -> Piece | None:
        """The piece that a phrase of the tables with a capital makes."""
        begin, last = phrase.span()
        entry = lx.ENTRIES[phrase.group()]
        if self._is_part_of_name(phrase, inside=inside):
            return None
        if entry.honorific and self._addresses(entry, begin, last):
            return last, Atom(begin, last, "honorific")
        if entry.role:
            return last, self.title(phrase, entry)
        atom = self.headed(phrase, entry.head) if entry.head else None
        if atom is not None:
            return atom.end, atom
        if entry.known:
            return self._known(phrase, entry, end)
        return (last, None) if " " in phrase.group() else None

    def _is_part_of_name(self, phrase: re.Match[str], *, inside: bool) -> bool:
        """Whether a word of the tables is part of another name: "Hồ Văn Nam", "Bank of America"."""
        begin = phrase.start()
        if inside and self.folded.startswith("of ", begin - 3):
            return True
        if not lx.is_syllable(phrase.group()):
            return False
        if inside:
            before = self.folded[max(begin - 12, 0) : begin - 1].rpartition(" ")[2]
            return self.text[begin - 1] == " " and lx.is_syllable(before)
        honorific = lx.ENTRIES[phrase.group()].honorific
        if honorific or phrase.group() not in lx.AMBIGUOUS_SURNAMES:
            return False
        last = persons.person_end(self.text, self.folded, begin)
        return last is not None and self.text.count(" ", begin, last) >= 2

    def _known(self, phrase: re.Match[str], entry: Entry, end: int) -> Piece | None:
        """The piece that a name of the tables makes, unless it is only like one."""
        begin, last = phrase.span()
        if entry.honorific and self._is_pronoun(begin, last):
            return last, None
        if " " not in phrase.group() and last < end and self._goes_on(phrase):
            return None
        return last, Atom(begin, last, entry.known, name=entry.name)

    def _addresses(self, entry: Entry, begin: int, last: int) -> bool:
        return capital_follows(self.text, last) and (begin in self.begins or not entry.known)

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

    def headed(self, phrase: re.Match[str], kind: str) -> Atom | None:
        """The name that begins with a head, when there is one."""
        end = heads.END[kind](self.text, self.folded, phrase.end(), phrase.group())
        whole = phrase.group() in lx.WHOLE and self.text[phrase.start()].isupper()
        if end <= phrase.end() and not whole:
            return None
        opens = kind == "organisation" and phrase.start() in self.begins
        if opens and not any(c.isupper() or c.isdigit() for c in self.text[phrase.end() : end]):
            return None  # the capital is the sentence's: "Trường đào tạo nghề"
        return Atom(phrase.start(), end, kind, head=phrase.group())

    def is_known_name(self, phrase: re.Match[str], entry: Entry) -> bool:
        """Whether a name of the tables begins small and goes on with a capital: "châu Á"."""
        if not entry.known or phrase.group() in lx.COUNTRIES:
            return False
        return self.text[self.text.rfind(" ", 0, phrase.end()) + 1].isupper()

    def title(self, phrase: re.Match[str], entry: Entry) -> Atom:
        """A title, with the word before it that changes it: "nguyên Phó Thủ tướng"."""
        start, end = phrase.span()
        before = _PREFIX.search(self.folded, max(start - 12, 0), start)
        begin = start
        if before and before.group(1) in lx.TITLE_PREFIXES:
            # The word may be the end of another one: "chính quyền", "Việt Nam".
            whole = self.folded[max(before.start(1) - 12, 0) : before.end(1)]
            begin = start if whole.endswith(lx.NO_PREFIXES) else before.start(1)
        return Atom(begin, end, "title", head=entry.role)


def capital_follows(text: str, end: int) -> bool:
    """Whether a blank and a capital follow."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
