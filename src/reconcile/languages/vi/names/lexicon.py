"""What the tables say a phrase is, in one pattern that finds the longest phrase at a place."""

import re
from collections.abc import Iterator, Mapping, Sequence

from reconcile.languages.naming.entries import Described, entries_of, known_of, titles_of
from reconcile.languages.naming.patterns import phrase_pattern, run_patterns
from reconcile.languages.tables import load_table

_PACK = "reconcile.languages.vi"
_PERSONS = load_table(_PACK, "names")
_TITLES = load_table(_PACK, "titles")
_BODIES = load_table(_PACK, "organisations")
_PLACES = load_table(_PACK, "places")
_PACTS = load_table(_PACK, "agreements")


def _described() -> Iterator[Described]:
    """Each phrase of the tables with what it can be."""
    for phrase in _BODIES["not_heads"]:
        yield phrase, {}
    for office in _TITLES["offices"]:
        yield f"phó {office}", {"role": "office"}
    yield from titles_of(_TITLES)
    for phrase in (*_TITLES["honorifics"], *_TITLES["relatives"]):
        yield phrase, {"honorific": True}
    for kind, phrases in _HEADS:
        yield from ((phrase, {"head": kind}) for phrase in phrases)
    for table in ("spellings", "countries", "abroad"):
        yield from known_of("place", _PLACES[table])
    yield from known_of("organisation", _BODIES["known"])
    yield from known_of("agreement", _PACTS["known"])
    for table in ("provinces", "towns", "regions"):
        yield from known_of("place", _PLACES[table])


_HEADS: tuple[tuple[str, Sequence[str]], ...] = (
    ("organisation", (*_BODIES["offices"], *_BODIES["bodies"])),
    ("place", (*_PLACES["units"], *_PLACES["heads"])),
    ("agreement", _PACTS["heads"]),
    ("document", _PACTS["documents"]),
)

ENTRIES = entries_of(_described())
LEXICON = re.compile(rf"(?<!\w){phrase_pattern(ENTRIES)}(?:(?<=\.)|(?!\w|\.\w))")
TOPIC_VERBS = frozenset(_BODIES["topic_verbs"])
BODY_TOPIC = re.compile(rf"{phrase_pattern(_BODIES['topics'])}(?!\w)")
PACT_TOPIC = re.compile(rf"{phrase_pattern(_PACTS['topics'])}(?!\w)")
MINISTRY = re.compile(rf"{phrase_pattern(_BODIES['ministries'])}(?!\w)")
MINISTRIES: Mapping[str, str] = _BODIES["ministries"]
RUN, WORD = run_patterns(_PERSONS["particles"])

OFFICES = frozenset(_BODIES["offices"])
LOOSE_BODIES = frozenset(_BODIES["loose"])
WHOLE = frozenset(_PACTS["whole"])
FIRM = re.compile(rf"(?<!\w){phrase_pattern(_BODIES['firms'])}(?!\w)")
WEAK_BODIES = frozenset(_BODIES["weak"])
UNITS = frozenset(_PLACES["units"])
NUMBERED = frozenset(_PLACES["numbered"])
COUNTRIES = frozenset(_PLACES["countries"])
TRANSPARENT = frozenset(_PLACES["transparent"]) | UNITS
OPAQUE_PLACES = frozenset(_PLACES["heads"]) - TRANSPARENT
COMMON_PLACES = frozenset(_PLACES["common"])
WHERE = re.compile(rf"(?<!\w){phrase_pattern(_PLACES['where'])} (?:(?:các|khu vực|địa bàn) )?$")
OF_ORGANISATIONS = frozenset(_TITLES["of_organisations"])
NAMELESS_OFFICE = re.compile(rf"(?: {phrase_pattern(_TITLES['nameless'])}){{1,2}}(?!\w)")
TITLE_PREFIXES = frozenset(_TITLES["prefixes"])
NO_PREFIXES = tuple(_TITLES["no_prefixes"])
SURNAMES = frozenset(_PERSONS["surnames"])
AMBIGUOUS_SURNAMES = frozenset(_PERSONS["ambiguous_surnames"])
MIDDLES = frozenset(_PERSONS["middles"])
NEVER_IN_NAMES = frozenset(_PERSONS["never"])
EVENT = re.compile(rf"(?<!\w){phrase_pattern(_PERSONS['events'])}(?!\w)")
OPENERS = frozenset(_PERSONS["openers"])
GIVEN = frozenset(load_table("reconcile.languages.naming", "given")["given"]) - OPENERS
AFTER_PRONOUN = re.compile(rf" {phrase_pattern(_PERSONS['after_pronouns'])}(?!\w)")
ACTS = re.compile(rf"(?: (?:đã|cũng|từng|vừa|còn|lại))? {phrase_pattern(_PERSONS['acts'])}(?!\w)")

# One syllable as Vietnamese writes it; "Paul", "Marie" and "Switzer" are none.
_SYLLABLE = re.compile(
    r"(?:ng?h?|gh?|gi|kh?|th?|tr|ch|ph|qu|[bcdđhlmrsvx])?"
    r"[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3}"
    r"(?:ch|ng|nh|[cmnpt])?"
)
_NOT_RHYMES = re.compile(
    r"(?:ae|ea|ee|eu|ie$|(?<!g)ia[a-z]|(?<!g)io|ou|oo[^cn]|ei|eo[a-z]|ii|uu|yi|(?<!u)ya|yo)"
)


def is_syllable(word: str) -> bool:
    """Whether a lower-case word can be one Vietnamese syllable.

    >>> [w for w in ("nguyễn", "tân", "rick", "paul", "obama", "marie") if is_syllable(w)]
    ['nguyễn', 'tân']
    """
    return _SYLLABLE.fullmatch(word) is not None and _NOT_RHYMES.search(word) is None
