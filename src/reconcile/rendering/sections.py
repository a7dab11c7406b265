"""The parts of an event as a terminal shows them: disputes, what is shared, what is left out."""

from collections.abc import Iterable, Sequence

from rich.text import Text

from reconcile.model import Claim, Fact
from reconcile.rendering.escapes import one_line
from reconcile.rendering.excerpts import disputed_spans, excerpt
from reconcile.rendering.labels import (
    byline,
    counted,
    is_prose,
    is_related,
    place,
    question,
    shortened,
    value_words,
)
from reconcile.rendering.outlines import (
    Index,
    Omission,
    Silence,
    concreteness,
    copies_of_one_text,
)
from reconcile.rendering.screens import Screen

FOLDED_FACTS = 14  # facts in a list before the rest is only counted
_FOLDED_NAMES = 24
_FOLDED_OMISSIONS = 5
_FOLDED_EXCERPT = 300  # code points of a sentence before the far parts are left out
_FOLDED_OMITTED = 150
_MISSING_SHOWN = 5
_ALSO_SHOWN = 4  # further places that state a value
_WORDINGS_SHOWN = 2
_NAMES = ("person", "organisation", "place", "agreement", "document")
_BAR = "   ┃ "
_SIGNS = {"clear": ("✗", "CLEAR"), "check": ("?", "TO CHECK"), "updated": ("↻", "UPDATED")}


def put_title(screen: Screen, title: str, *, number: int, look: str) -> None:
    """Write the heading of a part; what stands after a colon is a name and is left as it is."""
    title, colon, name = title.partition(":")
    screen.blank()
    line = screen.text((title.upper() + colon + name, look), (f"  {number}", "faint"))
    screen.put(line, first=" ")


def put_folded(screen: Screen, number: int, *, noun: str = "fact") -> None:
    """Say how many more there are than are shown."""
    if number:
        line = screen.text((f"… and {counted(number, noun)} more; --all shows them", "faint"))
        screen.put(line, first="     ")


def put_disputes(screen: Screen, facts: Iterable[Fact], index: Index) -> None:
    """Write conflicts and updates, each value with its words in their sentence."""
    for fact in facts:
        look = fact.certainty or "updated"
        sign, word = _SIGNS[look]
        screen.blank()
        screen.put(
            screen.text((word, look), "  ", (question(fact), "strong"), (f"  {fact.id}", "faint")),
            first=f" {sign} ",
            rest="   ",
        )
        screen.put(screen.text((fact.explanation, "faint")), first="   ")
        copies = copies_of_one_text(fact, index)
        for value in fact.values:
            claims = [index.claims[claim] for claim in value.claims]
            stands = counted(value.origins, "origin") + (" (copies of one text)" if copies else "")
            screen.put(Text(), first=_BAR.rstrip())
            if not is_prose(fact):
                words = value_words(fact, value, index.claims)
                screen.put(screen.text((words, look)), first=_BAR, rest=_BAR)
            marks = disputed_spans(fact, value, claim=claims[0], claims=index.claims)
            pieces = excerpt(
                index.articles[claims[0].article],
                sentence=claims[0].sentence,
                marks=marks,
                most=None if screen.style.unfolded else _FOLDED_EXCERPT,
            )
            screen.put(screen.quotation(pieces, look=look), first=_BAR, rest=_BAR)
            _put_places(screen, claims, index, after=stands)


def put_shared(
    screen: Screen, facts: Sequence[Fact], index: Index, *, most: int = FOLDED_FACTS
) -> None:
    """Write facts on which articles agree: figures one by one, names in a line for each kind."""
    names: dict[str, list[Fact]] = {}
    rest: list[Fact] = []
    for fact in facts:
        if fact.kind in _NAMES and not fact.attribute and len(fact.values) == 1:
            names.setdefault(fact.kind, []).append(fact)
        else:
            rest.append(fact)
    rest.sort(key=lambda fact: (-concreteness(fact), -index.support(fact)))
    shown = rest if screen.style.unfolded else rest[:most]
    for fact in shown:
        _put_fact(screen, fact, index)
    put_folded(screen, len(rest) - len(shown))
    for kind in _NAMES:
        if kind in names:
            _put_names(screen, kind, names[kind], index)


def put_silences(screen: Screen, silences: Iterable[Silence], index: Index) -> None:
    """Write what each article leaves out, in the sentences that others have."""
    for silence in silences:
        first, *copies = silence.articles
        line = screen.text((first, "strong"), f"  {byline(index.articles[first])}")
        if copies:
            line.append_text(screen.text(f" (and {', '.join(copies)}, a copy)"))
        screen.blank()
        screen.put(
            line.append_text(screen.text(f"  leaves out {silence.amount}")),
            first="   ",
        )
        shown = silence.omissions
        if not screen.style.unfolded:
            shown = shown[:_FOLDED_OMISSIONS]
        for omission in shown:
            _put_omission(screen, omission, index)
        put_folded(screen, len(silence.omissions) - len(shown), noun="sentence")


def _put_omission(screen: Screen, omission: Omission, index: Index) -> None:
    """One sentence: what is missing of it in a line, then the words."""
    claim = omission.claim
    told = omission.parts
    names = list(dict.fromkeys(shortened(one.quote.rstrip(" ,;"), most=60) for one in told))
    stands = f"{counted(omission.origins, 'origin')}, {place(claim)}"
    shown = names if screen.style.unfolded else names[:_MISSING_SHOWN]
    if shown:
        more = f" and {len(names) - len(shown)} more" if len(names) > len(shown) else ""
        line = screen.text((" · ".join(shown), "strong"), (f"{more}  {stands}", "faint"))
        screen.put(line, first="   – ")
    pieces = excerpt(
        index.articles[claim.article],
        sentence=claim.sentence,
        marks=[one.span for one in told] if screen.style.color else [claim.span][: len(told)],
        most=None if screen.style.unfolded else _FOLDED_OMITTED,
    )
    line = screen.quotation(pieces, look="missing", is_bracketed=False)
    if not shown:
        line.append_text(screen.text((f"  {stands}", "faint")))
    screen.put(line, first="     " if shown else "   – ")


def _put_places(screen: Screen, claims: Sequence[Claim], index: Index, *, after: str) -> None:
    first = claims[0]
    line = screen.text(
        (f"{place(first)}  {byline(index.articles[first.article])}", "faint"),
        (f"  {after}", "faint"),
    )
    also = claims[1:] if screen.style.unfolded else claims[1 : 1 + _ALSO_SHOWN]
    if also:
        others = ", ".join(place(claim) for claim in also)
        line.append_text(screen.text((f"; also {others}", "faint")))
    rest = len(claims) - 1 - len(also)
    if rest:
        line.append_text(screen.text((f" and {rest} more", "faint")))
    screen.put(line, first=_BAR, rest=_BAR)


def _put_fact(screen: Screen, fact: Fact, index: Index) -> None:
    most = 10_000 if screen.style.unfolded else max(screen.style.width - 30, 30)
    wordings: dict[str, str] = {}
    for value in fact.values:
        quote = one_line(index.claims[value.claims[0]].quote)
        added = value_words(fact, value, index.claims).removeprefix(quote)
        wordings.setdefault(quote.casefold(), f"“{shortened(quote, most=most)}”{added}")
    quotes = list(dict.fromkeys(wordings.values()))
    shown = quotes if screen.style.unfolded else quotes[:_WORDINGS_SHOWN]
    line = screen.text(" / ".join(shown))
    if len(quotes) > len(shown):
        more = counted(len(quotes) - len(shown), "other wording")
        line.append_text(screen.text((f" and {more}", "faint")))
    about = "" if is_related(fact) else question(fact)
    if about.casefold() not in " ".join(wordings):
        line.append_text(screen.text((f"  {about}", "faint")))
    support = counted(index.support(fact), "origin")
    screen.put(line, first=screen.text("   ", (f"{support:<10}", "support"), " "))


def _put_names(screen: Screen, kind: str, facts: Sequence[Fact], index: Index) -> None:
    shown = facts if screen.style.unfolded else facts[:_FOLDED_NAMES]
    line = screen.text()
    for number, fact in enumerate(shown):
        line.append_text(
            screen.text(", " if number else "", shortened(fact.values[0].text, most=80))
        )
        line.append_text(screen.text((f" ×{index.support(fact)}", "support")))
    if len(facts) > len(shown):
        line.append_text(screen.text((f" and {len(facts) - len(shown)} more", "faint")))
    screen.put(line, first=screen.text("   ", (f"{kind:<12}", "faint"), " "))
