"""The Vietnamese pack."""

from reconcile.languages.opposites import load_grades, load_opposites
from reconcile.languages.pack import LanguagePack
from reconcile.languages.tables import load_table
from reconcile.languages.vi import calendar, names, numerals, speech

_TEXT = load_table(__name__, "text")

PACK = LanguagePack(
    code="vi",
    name="Vietnamese",
    abbreviations=frozenset(_TEXT["abbreviations"]),
    stop_words=frozenset(_TEXT["stop_words"]),
    calendar=calendar,
    numerals=numerals,
    names=names,
    speech=speech,
    opposites=load_opposites(__name__),
    grades=load_grades(__name__),
)
