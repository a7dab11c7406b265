"""What the tables say a phrase is, in one pattern that finds the longest phrase at a place."""

import re
from collections.abc import Iterator, Mapping

from attrs import frozen

from reconcile.languages.naming.patterns import phrase_pattern, run_patterns
from reconcile.languages.tables import load_table

_PACK = "reconcile.languages.vi"
_PERSONS = load_table(_PACK, "names")
_TITLES = load_table(_PACK, "titles")
_BODIES = load_table(_PACK, "organisations")
_PLACES = load_table(_PACK, "places")
_PACTS = load_table(_PACK, "agreements")


@frozen
class Entry:
    """What a phrase can be.

    Args:
        role: The class of the title it is, ``rank``, ``office``, ``degree``, ``calling``, or "".
        honorific: Whether it is a form of address.
        head: The kind of name that begins with it, or "".
        known: The kind of name that it is by itself, or "".
        name: Its canonical name, when it is one by itself.
    """

    role: str = ""
    honorific: bool = False
    head: str = ""
    known: str = ""
    name: str = ""


def _entries() -> Mapping[str, Entry]:
    found: dict[str, dict[str, str | bool]] = {}

    def put(phrase: str, **what: str | bool) -> None:
        entry = found.setdefault(phrase, {})
        for key, value in what.items():
            entry.setdefault(key, value)

    for phrase in _BODIES["not_heads"]:
        put(phrase)
    for phrase, role in _titles():
        put(phrase, role=role)
    for phrase in _TITLES["honorifics"]:
        put(phrase, honorific=True)
    for phrase in (*_BODIES["offices"], *_BODIES["bodies"]):
        put(phrase, head="organisation")
    for phrase in (*_PLACES["units"], *_PLACES["heads"]):
        put(phrase, head="place")
    for phrase in _PACTS["heads"]:
        put(phrase, head="agreement")
    for phrase in _PACTS["documents"]:
        put(phrase, head="document")
    for table in ("spellings", "countries", "abroad"):
        for phrase, name in _PLACES[table].items():
            put(phrase, known="place", name=name)
    for table in ("provinces", "towns", "regions"):
        for name in _PLACES[table]:
            put(name.lower(), known="place", name=name)
    for phrase, name in _BODIES["known"].items():
        put(phrase, known="organisation", name=name)
    for phrase, name in _PACTS["known"].items():
        put(phrase, known="agreement", name=name)
    return {phrase: Entry(**what) for phrase, what in found.items()}  # type: ignore[arg-type]


def _titles() -> Iterator[tuple[str, str]]:
    for office in _TITLES["offices"]:
        yield office, "office"
        yield f"phó {office}", "office"
    for table, role in (
        ("posts", "office"),
        ("ranks", "rank"),
        ("degrees", "degree"),
        ("callings", "calling"),
    ):
        for title in _TITLES[table]:
            yield title, role


ENTRIES = _entries()
LEXICON = re.compile(rf"(?<!\w){phrase_pattern(ENTRIES)}(?!\w)")
BODY_TOPIC = re.compile(rf"{phrase_pattern(_BODIES['topics'])}(?!\w)")
PACT_TOPIC = re.compile(rf"{phrase_pattern(_PACTS['topics'])}(?!\w)")
MINISTRY = re.compile(rf"{phrase_pattern(_BODIES['ministries'])}(?!\w)")
MINISTRIES: Mapping[str, str] = _BODIES["ministries"]
RUN, WORD = run_patterns(_PERSONS["particles"])

OFFICES = frozenset(_BODIES["offices"])
WEAK_BODIES = frozenset(_BODIES["weak"])
UNITS = frozenset(_PLACES["units"])
NUMBERED = frozenset(_PLACES["numbered"])
COMMON_PLACES = frozenset(_PLACES["common"])
WHERE = re.compile(rf"(?<!\w){phrase_pattern(_PLACES['where'])} (?:(?:các|khu vực|địa bàn) )?$")
WEAK_PACTS = frozenset(_PACTS["weak"])
WHOLE_PACTS = frozenset(_PACTS["whole"])
OF_ORGANISATIONS = frozenset(_TITLES["of_organisations"])
TITLE_PREFIXES = frozenset(_TITLES["prefixes"])
SURNAMES = frozenset(_PERSONS["surnames"])
AMBIGUOUS_SURNAMES = frozenset(_PERSONS["ambiguous_surnames"])
MIDDLES = frozenset(_PERSONS["middles"])
GIVEN = frozenset(load_table("reconcile.languages.naming", "given")["given"])
OPENERS = frozenset(_PERSONS["openers"])
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
