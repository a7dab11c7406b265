"""Who speaks: by name beside a verb of saying, by title, or by a pronoun."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from attrs import field, frozen

from reconcile.languages.mentions import NameMention
from reconcile.languages.speaking.vocabulary import Vocabulary

_CLOSE = 60  # code points between a verb of saying and the words it leads to
_NEXT = 12  # and between a verb after the words and the speaker behind it
_MEMORY = 400  # before a pronoun, for the name that it stands for
_PREPOSITION = 16  # before a name, for a word that makes it no subject
_TITLE = 40  # before a verb, for a title that stands for a name
SPEAKERS = frozenset(("person", "organisation"))


@frozen(kw_only=True)
class Speakers:
    """The names of one text, and the words by which it says who speaks.

    Args:
        words: The language's words.
        folded: The text in lower case.
        names: Its names, sorted.
        starts: Where they begin.
        bearers: For each title that one person alone bears in the text, that person.
    """

    words: Vocabulary = field(repr=False)
    folded: str = field(repr=False)
    names: Sequence[NameMention] = field(repr=False)
    starts: Sequence[int] = field(repr=False)
    bearers: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, words: Vocabulary, folded: str, names: Sequence[NameMention]) -> "Speakers":
        """The speakers of a text with these names."""
        return cls(
            words=words,
            folded=folded,
            names=names,
            starts=[name.start for name in names],
            bearers=_bearers(names),
        )

    def beside_verb(self, low: int, high: int, *, last: bool) -> str | None:
        """The speaker in a clause: before its verb of saying, else after it.

        Args:
            low, high: The clause.
            last: Whether the words follow the clause, so that its last verb leads to them.
        """
        verbs = [m.span() for m in self.words.verbs.finditer(self.folded, low, high)]
        if not verbs or (last and high - verbs[-1][1] > _CLOSE):
            return None
        begin, end = verbs[-1] if last else verbs[0]
        inside = self._between(low, high)
        titled = [n.whole for n in inside if n.kind == "person"]
        for name in reversed([n for n in inside if n.end <= begin and n.kind in SPEAKERS]):
            if not self.is_subject(name):
                continue
            if name.kind == "person" or not _within(name, titled):
                return name.name
        behind = [n for n in inside if n.start >= end and n.kind == "person"]
        if behind and (last or behind[0].whole[0] - end <= _NEXT):
            return behind[0].name
        return self.by_title(max(low, begin - _TITLE), begin)

    def is_subject(self, name: NameMention) -> bool:
        """Whether what stands before a name lets it be the one that speaks."""
        start = min(name.start, name.whole[0])
        low = max(start - _PREPOSITION, 0)
        if self.words.oblique.search(self.folded, low, start):
            return False
        return name.kind != "person" or not self.words.genitive.search(self.folded, low, start)

    def by_title(self, low: int, high: int) -> str | None:
        """The one bearer of a title that stands right before `high`: "Bộ trưởng nói"."""
        before = self.folded[low:high].rstrip()
        for title, name in self.bearers.items():
            place = before.rfind(title)
            is_word = place == 0 or (place > 0 and not before[place - 1].isalnum())
            if is_word and len(before) - place - len(title) <= _NEXT:
                return name
        return None

    def remembered(self, place: int) -> str | None:
        """Whom a pronoun stands for: the one person named shortly before."""
        near = self._between(max(place - _MEMORY, 0), place)
        persons = {name.name for name in near if name.kind == "person"}
        return persons.pop() if len(persons) == 1 else None

    def _between(self, low: int, high: int) -> Sequence[NameMention]:
        first, last = bisect_left(self.starts, low), bisect_right(self.starts, high)
        return [n for n in self.names[first:last] if n.end <= high]


def _within(name: NameMention, wholes: Sequence[tuple[int, int]]) -> bool:
    """Whether a name is part of a person's title."""
    return any(start <= name.start and name.end <= end for start, end in wholes)


def _bearers(names: Sequence[NameMention]) -> Mapping[str, str]:
    """The office titles of a text that one person alone bears, with that person."""
    found: dict[str, set[str]] = {}
    for name in names:
        for role in name.roles:
            if role.family == "office":
                title = role.key.split()[0].replace("_", " ")
                found.setdefault(title, set()).add(name.name)
    return {title: next(iter(held)) for title, held in found.items() if len(held) == 1}
