"""What the tables say a phrase is, in one pattern that finds the longest phrase at a place."""

import re
from collections.abc import Iterator
from itertools import chain

from reconcile.languages.naming.entries import Described, entries_of, known_of, titles_of
from reconcile.languages.naming.patterns import UPPER, phrase_pattern, run_patterns
from reconcile.languages.tables import load_table

_PACK = "reconcile.languages.en"
_PERSONS = load_table(_PACK, "names")
_TITLES = load_table(_PACK, "titles")
_BODIES = load_table(_PACK, "organisations")
_PLACES = load_table(_PACK, "places")
_PACTS = load_table(_PACK, "agreements")


def _described() -> Iterator[Described]:
    """Each phrase of the tables with what it can be."""
    for phrase in _TITLES["honorifics"]:
        yield phrase, {"honorific": True}
    yield from titles_of(_TITLES)
    yield from known_of("organisation", _BODIES["known"])
    for table in ("spellings", "countries", "cities", "states", "regions"):
        yield from known_of("place", _PLACES[table])
    for phrase in _PERSONS["not_names"]:
        yield phrase, {"no_name": True}


ENTRIES = entries_of(_described())
LEXICON = re.compile(rf"(?<!\w){phrase_pattern(ENTRIES)}(?!\w)")
RUN, WORD = run_patterns(_PERSONS["particles"])
BODY_SUFFIXES = frozenset(_BODIES["suffixes"])
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
_COUNTED = load_table(_PACK, "numerals")
OPENERS = frozenset(  # whatever can be counted opens a sentence: "Shares of Apple fell"
    chain(_PERSONS["openers"], _COUNTED["plain"], *_COUNTED["nouns"].values())
)
MAY_BEGIN = frozenset((*_PERSONS["may_begin"], *_PLACES["prefixes"]))
STOP_WORDS = frozenset(load_table(_PACK, "text")["stop_words"])
GIVEN = frozenset(load_table("reconcile.languages.naming", "given")["given"])
ACTS = re.compile(rf",? (?:has |had |also |later )?{phrase_pattern(_PERSONS['acts'])}(?!\w)")
WHERE = re.compile(rf"(?<!\w){phrase_pattern(_PLACES['where'])} $")
_SURROUNDINGS = phrase_pattern([*_PLACES["suffixes"], *_PLACES["parts"]])
BEFORE_PLACE = re.compile(
    rf"(?<!\w)(?:[a-z][\w'-]{{0,20}} ?,? {phrase_pattern(_PLACES['before'])}"
    rf"|{phrase_pattern(_PLACES['beside'])}|{_SURROUNDINGS} of) $"
)
CAPITAL = re.compile(f"[{UPPER}]")
