"""What a date is to an event: when it was, from when, until when; and which event, when plain.

The words stand right before the date ("diễn ra từ ngày 19/5", "was founded in 1998"), so a pack
only lists them, in the section ``occasions`` of its calendar table, and this module reads them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from attrs import evolve, frozen

from reconcile.languages.mentions import DateMention, TimeMention
from reconcile.languages.naming.patterns import UPPER
from reconcile.languages.tables import any_of
from reconcile.values import Period

_REACH = 90  # how far before a date the words that say what happened may begin
_LEADS = ("compared", "from", "until", "before", "after")
_VERBS = ("compounds", "born", "established", "signed", "starts", "ends", "happens")
_NAMES_ITS_SUBJECT = ("born", "established", "signed")
_LONGEST_EVENT = 60  # code points; a longer phrase is no name of an event

Mention = TypeVar("Mention", DateMention, TimeMention)


@frozen(kw_only=True, eq=False)
class Occasions:
    """The words before a date of one language, as patterns.

    Args:
        lead: The preposition right before the date, in a group named after its attribute.
        arrival: A preposition that at the head of a clause says no more than when.
        verb: The verb before it, in a group named after what it says of the date.
        event: What the name of an event begins with.
        cut: What ends that name before the verb: a mark, a preposition, an auxiliary.
        zone: A time zone after a time of day.
    """

    lead: re.Pattern[str]
    arrival: re.Pattern[str]
    verb: re.Pattern[str]
    event: re.Pattern[str]
    cut: re.Pattern[str]
    zone: re.Pattern[str]

    @classmethod
    def of(cls, table: Mapping[str, Sequence[str]]) -> "Occasions":
        """Read the section of a pack's table.

        Args:
            table: Lists of words: prepositions ``from, until, before, after, compared,
                arrives``; verbs
                ``born, established, signed, starts, ends, happens``; ``compounds`` that end like
                one of them; ``beside``, what may stand between verb and date; ``auxiliaries`` of
                the verbs; ``joins`` between clauses; ``events``; ``cuts``; ``zones``, and
                ``zone_leads`` before them where the language has such words.
        """
        leads = "|".join(f"(?P<{name}>{any_of(table[name])})" for name in _LEADS)
        verbs = "|".join(f"(?P<{name}>{any_of(table[name])})" for name in _VERBS)
        beside = any_of([*table["beside"], *(word for name in _LEADS for word in table[name])])
        auxiliary = any_of(table["auxiliaries"])
        zone_lead = rf"(?:{any_of(table['zone_leads'])}\s+)?" if "zone_leads" in table else ""
        return cls(
            lead=re.compile(rf"(?<!\w)(?:{leads})\s+$"),
            arrival=re.compile(
                rf"(?:^|[.,;:!?\n)”\"-]\s*|(?<!\w){any_of(table['joins'])}\s+)"
                rf"{any_of(table['arrives'])}\s+$"
            ),
            verb=re.compile(
                rf"(?<!\w)(?:{auxiliary}\s+){{0,3}}(?:{verbs})(?:\s+{beside}){{0,3}}[\s,(]+$"
            ),
            event=re.compile(rf"(?<!\w){any_of(table['events'])}(?!\w)"),
            cut=re.compile(rf"[,;:()]|(?<!\w)(?:{any_of(table['cuts'])}|{auxiliary})(?!\w)"),
            zone=re.compile(rf"[\s,]*\(?{zone_lead}(?P<zone>{any_of(table['zones'])})(?!\w)"),
        )


def describe_dates(
    mentions: Iterable[DateMention], text: str, folded: str, *, occasions: Occasions
) -> list[DateMention]:
    """Give each date its attribute and, when the words before it tell, what happened then."""
    return [
        _described(
            mention,
            text,
            folded,
            occasions,
            lasts=isinstance(mention.value, Period) and mention.value.extent,
        )
        for mention in mentions
    ]


def describe_times(
    mentions: Iterable[TimeMention], text: str, folded: str, *, occasions: Occasions
) -> list[TimeMention]:
    """The same for times of day; a time in a named zone is another attribute than one without."""
    described = []
    for mention in mentions:
        is_range = folded[mention.start].isdigit() and mention.clock.low < mention.clock.high
        found = _described(mention, text, folded, occasions, lasts=is_range)
        zone = occasions.zone.match(folded, mention.end)
        if zone is not None:
            found = evolve(found, attribute=f"{found.attribute}, {zone['zone']}")
        described.append(found)
    return described


def _described(
    mention: Mention, text: str, folded: str, occasions: Occasions, *, lasts: bool
) -> Mention:
    low, start = max(0, mention.start - _REACH), mention.start
    lead = None if lasts else occasions.lead.search(folded, low, start)
    verb = occasions.verb.search(folded, low, start)
    if lead is not None and occasions.arrival.search(folded[low:start]):
        lead = None
    attribute = str(lead.lastgroup) if lead is not None else "when"
    changes: dict[str, Any] = {}
    if verb is not None and verb.lastgroup != "compounds":
        if verb.lastgroup in _NAMES_ITS_SUBJECT:
            attribute, changes["about"] = str(verb.lastgroup), (low, verb.start())
        elif verb.lastgroup in ("starts", "ends") and lead is None and not lasts:
            attribute = "from" if verb.lastgroup == "starts" else "until"
        changes["subject"] = _event_before(text, folded, low, verb.start(), occasions)
    if attribute == mention.attribute and not any(changes.values()):
        return mention
    return evolve(mention, attribute=attribute, **changes)


def _event_before(text: str, folded: str, low: int, verb: int, occasions: Occasions) -> str | None:
    """The name of an event that is the verb's subject: the noun phrase that ends at the verb."""
    clause = low
    for mark in _CLAUSE_END.finditer(folded, low, verb):
        clause = mark.end()
    heads = list(occasions.event.finditer(folded, clause, verb))
    if not heads:
        return None
    event = next((h for h in reversed(heads) if text[h.start()].isupper()), heads[0])
    cut = occasions.cut.search(folded, event.end(), verb)
    end = verb if cut is None else cut.start()
    if end - event.start() > _LONGEST_EVENT:
        name_after = _CAPITAL.search(text, event.end(), end)
        end = end if name_after is None else name_after.start()
    name = " ".join(text[event.start() : end].split())
    return name if len(name) <= _LONGEST_EVENT else None


_CAPITAL = re.compile(rf"(?<=\s)[{UPPER}]")
_CLAUSE_END = re.compile(r"[.;:!?\n,]\s")
