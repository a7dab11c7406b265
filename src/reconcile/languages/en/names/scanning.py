"""Reading a text into atoms, from left to right, once."""

import re

from reconcile.languages.en.names import lexicon as lx
from reconcile.languages.naming.atoms import Alias, Atom
from reconcile.languages.naming.patterns import UPPER

_BRACKET = re.compile(rf" ?\(([{UPPER}][A-Z.&]{{1,9}})\)")
_AGE = re.compile(r",? (?:\()?(?:who is |aged? )?\d{1,3}(?=[,)]| year)")
_PREFIX = re.compile(r"(\w+)[ -]$")
_INITIALS = re.compile(r"^(?:[^\W\d_]\. ?){1,3}")
_COMMA = re.compile(r" ?, ")
_ALONE = re.compile(rf" ?[.,;:)]| (?![{UPPER}'’-])|$")
_MOST_WORDS = 8


class Scanner:
    """One pass over one text.

    >>> text = "Foreign Minister Ali Khan met Mr Smith in New York on Monday."
    >>> [(a.kind, text[a.start : a.end]) for a in Scanner(text, text.lower()).scan()]
    [('title', 'Foreign Minister'), ('person', 'Ali Khan'), ('honorific', 'Mr'),
     ('unknown', 'Smith'), ('place', 'New York')]
    """

    def __init__(self, text: str, folded: str) -> None:
        self.text = text
        self.folded = folded
        self.atoms: list[Atom] = []
        self.aliases: list[Alias] = []

    def scan(self) -> list[Atom]:
        """All atoms, sorted by place, disjoint."""
        text = self.text
        anchors = [(m.start(), -m.end()) for m in lx.RUN.finditer(text)]
        anchors += [
            (m.start(), -m.end())
            for m in lx.LEXICON.finditer(self.folded)
            if not text[m.start()].isupper()
        ]
        anchors += [
            (m.start(), -m.end())
            for m in lx.DOCUMENT_NUMBER.finditer(self.folded)
            if text[m.start()].isupper()
        ]
        anchors.sort()
        place = 0
        for start, minus_end in anchors:
            if -minus_end > place:
                place = self._read(max(start, place), -minus_end)
        return self.atoms

    def _read(self, start: int, end: int) -> int:
        first = self.text[start]
        if first.isupper():
            if self.text[end - 1].isdigit() and lx.DOCUMENT_NUMBER.fullmatch(
                self.folded, start, end
            ):
                self.atoms.append(Atom(start, end, "document"))
                return end
            return self._run(start, end)
        phrase = lx.LEXICON.match(self.folded, start)
        if phrase is None:
            later = lx.CAPITAL.search(self.text, start, end)
            return self._run(later.start(), end) if later else end
        entry = lx.ENTRIES[phrase.group()]
        if entry.role:
            before = _PREFIX.search(self.folded, max(start - 12, 0), start)
            begin = before.start(1) if before and before.group(1) in lx.TITLE_PREFIXES else start
            self.atoms.append(Atom(begin, phrase.end(), "title", head=entry.role))
        elif entry.honorific:
            self.atoms.append(Atom(start, phrase.end(), "honorific"))
        return phrase.end()

    def _run(self, start: int, end: int) -> int:
        """Read a run of words with capitals, one piece after the other."""
        text = self.text
        words = [(m.start(), m.end()) for m in lx.WORD.finditer(text, start, end)]
        if len(words) > 2 and text[start:end].isupper():
            return end  # a headline in capitals
        begin = 0
        while begin < len(words):
            first, last = words[begin]
            if self._is_opener(first, last):
                begin += 1
                continue
            taken, atom = self._piece(words, begin)
            if atom is not None:
                self.atoms.append(atom)
                self._alias(atom)
            begin += max(taken, 1)
            while begin < len(words) and atom is not None and words[begin][0] < atom.end:
                begin += 1
        return max(end, self.atoms[-1].end if self.atoms else 0)

    def _is_opener(self, first: int, last: int) -> bool:
        """Whether a word has its capital from the beginning of a sentence or a headline only."""
        word = self.folded[first:last]
        if word not in lx.STOP_WORDS and word not in lx.OPENERS:
            return False
        goes_on = self.text[last : last + 1] == " " and self.text[last + 1 : last + 2].isupper()
        if goes_on and word in lx.MAY_BEGIN:
            return False
        phrase = lx.LEXICON.match(self.folded, first)
        return phrase is None or (phrase.end() <= last and word not in lx.ENTRIES)

    def _piece(self, words: list[tuple[int, int]], begin: int) -> tuple[int, Atom | None]:
        """The piece that begins at a word: how many words it takes, and its atom."""
        first = words[begin][0]
        phrase = lx.LEXICON.match(self.folded, first)
        if phrase is not None:
            entry = lx.ENTRIES[phrase.group()]
            taken = sum(1 for w in words[begin:] if w[0] < phrase.end())
            if entry.honorific:
                return taken, Atom(first, phrase.end(), "honorific")
            if entry.role:
                return taken, Atom(first, phrase.end(), "title", head=entry.role)
            if entry.no_name:
                return taken, None
            if entry.known and not self._goes_on(words, begin + taken, phrase.end()):
                return taken, Atom(first, phrase.end(), entry.known, name=entry.name)
        return self._group(words, begin)

    def _goes_on(self, words: list[tuple[int, int]], following: int, end: int) -> bool:
        """Whether a known name is only the beginning of another: "Paris Hilton", "Boston Globe"."""
        if following >= len(words) or words[following][0] > end + 1:
            return False
        phrase = lx.LEXICON.match(self.folded, words[following][0])
        if phrase is None:
            return self.folded[slice(*words[following])] not in lx.HEADLINE_VERBS
        entry = lx.ENTRIES[phrase.group()]
        return not (entry.role or entry.known or entry.honorific or entry.no_name)

    def _group(self, words: list[tuple[int, int]], begin: int) -> tuple[int, Atom | None]:
        """The words from one on that are one name, up to the next phrase that is another thing."""
        first, last = words[begin]
        taken, is_person = 1, self.folded[first:last] in lx.GIVEN
        for start, end in words[begin + 1 : begin + _MOST_WORDS]:
            of_person = is_person and taken > 1 and self.folded.startswith(" of", last)
            ends_name = (is_person and taken == 1) or self.folded[start:end] in lx.BODY_SUFFIXES
            is_last = begin + taken + 1 == len(words)
            if of_person or self._is_another(start, end, may_be_title=not (ends_name and is_last)):
                break
            last, taken = end, taken + 1
        kind = self._kind(first, last, taken)
        if kind in ("unknown", "person") and lx.BODY_NEXT.match(self.folded, last):
            kind = "organisation"
        if kind == "unknown" and (suffix := lx.PLACE_NEXT.match(self.folded, last)):
            return taken, Atom(first, suffix.end(), "place")
        if kind == "unknown" and taken <= 2 and self._is_somewhere(first, last):
            kind = "place"
        if self.text[last - 2 : last] in ("'s", "’s"):
            last -= 2
        return taken, Atom(first, last, kind, sure=kind != "unknown")

    def _is_another(self, start: int, end: int, *, may_be_title: bool) -> bool:
        """Whether a word inside a run of capitals is no part of the name before it.

        The last word of a run may be a title and yet belong to the name: "Amy Bishop", "Medical
        Center".
        """
        word = self.folded[start:end]
        if word in lx.HEADLINE_VERBS or word in lx.STOP_WORDS:
            return True
        phrase = lx.LEXICON.match(self.folded, start)
        if phrase is None:
            return False
        entry = lx.ENTRIES[phrase.group()]
        is_title = bool(entry.role) and (may_be_title or phrase.end() != end)
        return bool(is_title or entry.honorific or entry.no_name)

    def _is_somewhere(self, first: int, last: int) -> bool:
        """Whether a name is a place by what stands beside it: "in Staunton", "Biloxi, Texas"."""
        if self.text[first:last].isupper():
            return False
        comma = _COMMA.match(self.folded, last)
        phrase = lx.LEXICON.match(self.folded, comma.end()) if comma else None
        if phrase is not None and self.text[phrase.start()].isupper():
            return lx.ENTRIES[phrase.group()].known == "place"
        alone = _ALONE.match(self.text, last) is not None
        return alone and lx.BEFORE_PLACE.search(self.text, max(first - 32, 0), first) is not None

    def _kind(self, first: int, last: int, taken: int) -> str:
        folded = self.folded[first:last]
        several = taken > 1
        for pattern, kind in (
            (lx.PACT_END, "agreement"),
            (lx.DOCUMENT, "document"),
            (lx.BODY_END, "organisation"),
            (lx.PLACE_END, "place"),
            (lx.PLACE_OF, "place"),
        ):
            if several and pattern.search(folded):
                return kind
        if several and lx.BODY_BEGIN.match(folded):
            return "organisation"
        opening, _, rest = _INITIALS.sub("", folded).partition(" ")
        if several and taken <= 4 and opening in lx.GIVEN and rest:
            return "person"
        if several and lx.PLACE_BEGIN.match(folded):
            return "place"
        if 2 <= taken <= 3 and (_AGE.match(self.folded, last) or lx.ACTS.match(self.folded, last)):
            phrase = lx.LEXICON.match(self.folded, first)  # "France Telecom said"
            is_place = phrase is not None and lx.ENTRIES[phrase.group()].known == "place"
            return "unknown" if is_place and opening not in lx.GIVEN else "person"
        return "unknown"

    def _alias(self, atom: Atom) -> None:
        if (
            atom.kind in ("organisation", "agreement", "unknown")
            and " " in self.text[atom.start : atom.end]
        ):
            bracket = _BRACKET.match(self.text, atom.end)
            if bracket:
                self.aliases.append(Alias(bracket.start(1), bracket.end(1), atom))
