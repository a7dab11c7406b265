"""Quotations, and whether a sentence denies."""

from reconcile.languages.speaking import SpeechGrammar, Vocabulary
from reconcile.languages.tables import load_table

_PACK = "reconcile.languages.en"
_GRAMMAR = SpeechGrammar(
    Vocabulary.of(
        load_table(_PACK, "speech"), abbreviations=load_table(_PACK, "text")["abbreviations"]
    )
)

find_quotations = _GRAMMAR.find_quotations
is_negated = _GRAMMAR.is_negated
