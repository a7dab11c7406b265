"""What the tables say a phrase is, in one pattern that finds the longest phrase at a place."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from reconcile.languages.naming.patterns import UPPER, phrase_pattern, run_patterns
from reconcile.languages.tables import load_table

_PACK = "reconcile.languages.en"
_PERSONS = load_table(_PACK, "names")
_TITLES = load_table(_PACK, "titles")
_BODIES = load_table(_PACK, "organisations")
_PLACES = load_table(_PACK, "places")
_PACTS = load_table(_PACK, "agreements")


@frozen
class Entry:
    """What a phrase can be; see the Vietnamese pack for the members."""

    role: str = ""
    honorific: bool = False
    known: str = ""
    name: str = ""
    no_name: bool = False


def _described() -> Iterator[tuple[str, dict[str, Any]]]:
    """Each phrase of the tables with what it can be; what comes first counts."""
    for phrase in _TITLES["honorifics"]:
        yield phrase, {"honorific": True}
    for table, role in (
        ("offices", "office"),
        ("ranks", "rank"),
        ("degrees", "degree"),
        ("callings", "calling"),
    ):
        for phrase in _TITLES[table]:
            yield phrase, {"role": role}
    for phrase, name in _BODIES["known"].items():
        yield phrase, {"known": "organisation", "name": name}
    for table in ("spellings", "countries"):
        for phrase, name in _PLACES[table].items():
            yield phrase, {"known": "place", "name": name}
    for table in ("cities", "states", "regions"):
        for name in _PLACES[table]:
            yield name.lower(), {"known": "place", "name": name}
    for phrase in _PERSONS["not_names"]:
        yield phrase, {"no_name": True}


def _entries() -> Mapping[str, Entry]:
    found: dict[str, dict[str, Any]] = {}
    for phrase, what in _described():
        entry = found.setdefault(phrase, {})
        for key, value in what.items():
            entry.setdefault(key, value)
    return {phrase: Entry(**what) for phrase, what in found.items()}


ENTRIES = _entries()
LEXICON = re.compile(rf"(?<!\w){phrase_pattern(ENTRIES)}(?!\w)")
RUN, WORD = run_patterns(_PERSONS["particles"])
BODY_END = re.compile(rf"(?:^|[\s-]){phrase_pattern(_BODIES['suffixes'])}$")
BODY_BEGIN = re.compile(rf"{phrase_pattern(_BODIES['prefixes'])} (?:of|for)(?: the)? ")
BODY_NEXT = re.compile(rf"(?:'s)? {phrase_pattern(_BODIES['next'])}(?!\w)")
PLACE_END = re.compile(rf".+ {phrase_pattern(_PLACES['suffixes'])}$")
PLACE_NEXT = re.compile(rf" {phrase_pattern(_PLACES['suffixes'])}(?!\w)")
PLACE_OF = re.compile(rf"^{phrase_pattern(_PLACES['suffixes'])} of (?:the )?.+")
PLACE_BEGIN = re.compile(rf"{phrase_pattern(_PLACES['prefixes'])} .+")
PACT_END = re.compile(rf".+ {phrase_pattern(_PACTS['suffixes'])}$")
DOCUMENT = re.compile(
    rf"(?:{phrase_pattern(_PACTS['documents'])} \d[\w-]*|.+ {phrase_pattern(_PACTS['documents'])}$)"
)
DOCUMENT_NUMBER = re.compile(rf"(?<!\w){phrase_pattern(_PACTS['documents'])} \d[\w-]{{0,12}}")
TITLE_PREFIXES = frozenset(_TITLES["prefixes"])
HEADLINE_VERBS = frozenset(_PERSONS["headline_verbs"])
OPENERS = frozenset(_PERSONS["openers"])
STOP_WORDS = frozenset(load_table(_PACK, "text")["stop_words"])
GIVEN = frozenset(load_table("reconcile.languages.naming", "given")["given"])
ACTS = re.compile(rf",? (?:has |had |also |later )?{phrase_pattern(_PERSONS['acts'])}(?!\w)")
WHERE = re.compile(rf"(?<!\w){phrase_pattern(_PLACES['where'])} $")
CAPITAL = re.compile(f"[{UPPER}]")
