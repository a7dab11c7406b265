"""Lists of members: names one after the other, with commas and an "and" between them."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from attrs import field, frozen

from reconcile.languages.mentions import MembershipMention, NameMention

_MOST_MEMBERS = 40
_FEWEST = 2
_FEWEST_BARE = 3  # names in a row that are a list without a word that says so
_FEWEST_PLACES = 5  # and places, as an address is a row of four at most
_LONGEST_LINK = 80
_MEMBER_KINDS = frozenset(("person", "organisation", "place"))


@frozen
class Member:
    """One member of a list: where it stands, its canonical name and its key."""

    start: int
    end: int
    name: str
    key: str


Reader = Callable[[str, str, int], Member | None]


@frozen(kw_only=True)
class ListGrammar:
    """How a language writes a list of members.

    Args:
        cue: What comes before a list; matches up to its first member.
        filler: Words before a member that are no part of its name ("representatives of").
        link: What stands between two members.
        more: What after the last member says that there are others.
        among: A cue that says so by itself.
    """

    cue: re.Pattern[str] = field(repr=False)
    filler: re.Pattern[str] = field(repr=False)
    link: re.Pattern[str] = field(repr=False)
    more: re.Pattern[str] = field(repr=False)
    among: re.Pattern[str] = field(repr=False)

    def find_lists(
        self,
        text: str,
        folded: str,
        *,
        names: Sequence[NameMention],
        reader_at: Callable[[re.Match[str]], Reader],
        body_at: Callable[[re.Match[str]], str | None],
    ) -> Iterator[MembershipMention]:
        """Every list after a cue.

        Args:
            text, folded: The text, and the same in lower case.
            names: Its names.
            reader_at: Gives for a cue what reads a member that is no name of `names`.
            body_at: Gives for a cue the body that the members belong to.
        """
        starts = [name.whole[0] for name in names]
        done = -1
        for cue in self.cue.finditer(folded):
            if cue.start() < done:
                continue
            reader = reader_at(cue)
            found: list[Member] = []
            place = cue.end()
            while len(found) < _MOST_MEMBERS:
                member = self._member(text, folded, place, names, starts, reader)
                if member is None:
                    break
                found.append(member)
                link = self.link.match(folded, member.end)
                if link is None:
                    break
                place = link.end()
            distinct = list({member.key: member for member in found}.values())
            if len(distinct) < _FEWEST:
                continue
            done = found[-1].end
            is_open = bool(self.more.match(folded, done) or self.among.search(cue.group()))
            yield MembershipMention(
                start=found[0].start,
                end=done,
                members=tuple(member.name for member in distinct),
                keys=tuple(member.key for member in distinct),
                body=body_at(cue),
                is_open=is_open,
            )

    def find_bare_lists(
        self, folded: str, *, names: Sequence[NameMention], taken: Sequence[MembershipMention]
    ) -> Iterator[MembershipMention]:
        """Names of one kind in a row without a cue; whether they are all is never known."""
        stretches = iter([*taken, None])
        known = next(stretches)
        for run in self._runs(folded, names):
            while known is not None and known.end <= run[0].start:
                known = next(stretches)
            if known is not None and known.start < run[-1].end:
                continue
            distinct = list({name.key: name for name in run}.values())
            if len(distinct) >= self._fewest_bare(folded, run):
                yield MembershipMention(
                    start=run[0].start,
                    end=run[-1].end,
                    members=tuple(name.name for name in distinct),
                    keys=tuple(name.key for name in distinct),
                    is_open=True,
                )

    def _fewest_bare(self, folded: str, run: Sequence[NameMention]) -> int:
        """How many names in a row are a list; places without an "and" may be an address."""
        joined = any(map(str.isalpha, folded[run[-2].end : run[-1].whole[0]]))
        return _FEWEST_BARE if joined or run[0].kind != "place" else _FEWEST_PLACES

    def _runs(self, folded: str, names: Sequence[NameMention]) -> Iterator[list[NameMention]]:
        """Rows of at most so many names of one kind with nothing but links between them."""
        run: list[NameMention] = []
        for name in names:
            goes_on = (
                bool(run)
                and name.kind == run[-1].kind
                and len(run) < _MOST_MEMBERS
                and name.whole[0] - run[-1].end <= _LONGEST_LINK
                and self.link.fullmatch(folded, run[-1].end, name.start) is not None
            )
            if not goes_on:
                if len(run) >= _FEWEST_BARE:
                    yield run
                run = []
            if name.kind in _MEMBER_KINDS:
                run.append(name)
        if len(run) >= _FEWEST_BARE:
            yield run

    def _member(
        self,
        text: str,
        folded: str,
        place: int,
        names: Sequence[NameMention],
        starts: Sequence[int],
        reader: Reader,
    ) -> Member | None:
        """The member that begins at `place`, small words before it left out."""
        filler = self.filler.match(folded, place)
        begin = filler.end() if filler else place
        special = reader(text, folded, begin)
        if special is not None:
            return special
        index = bisect_left(starts, place)
        if index < len(names) and names[index].kind in _MEMBER_KINDS:
            name = names[index]
            if name.whole[0] == begin or name.start == begin:
                end = max(name.end, name.whole[1])
                return Member(name.start, end, name.name, name.key)
        return None
