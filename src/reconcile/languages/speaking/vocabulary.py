"""The words by which a language says who speaks, as patterns."""

import re
from collections.abc import Mapping, Sequence

from attrs import frozen

from reconcile.languages.naming.patterns import phrase_pattern

_ADDRESSEE = r"[^,.;:!?\n“\"]{1,60}?"  # to whom something is said


@frozen(kw_only=True)
class Vocabulary:
    """Patterns over lower-case text.

    Args:
        verbs: A verb of saying.
        reporting: Small words, then a verb of saying, then what may introduce reported words:
            right after a name; its end is where the reported words begin. Somebody to whom the
            words are said may stand between.
        oblique: Words before a name that is no subject; matches at their end.
        genitive: The same for whom something or somebody is of; a body so named may still speak.
        according: Words before a name whose bearer says the rest of the sentence; matches at the
            end of what stands before the name.
        according_end: What stands between the name and the reported words.
        pronoun: A speaker without a name, right before or after a verb of saying.
        titles: Nouns whose quotation marks hold a title; matches at the end of what stands before.
        negations: Words that deny.
        excused: Phrases in which the same words deny nothing.
        abbreviations: Words whose full stop ends no sentence, without the stop.
    """

    verbs: re.Pattern[str]
    reporting: re.Pattern[str]
    oblique: re.Pattern[str]
    genitive: re.Pattern[str]
    according: re.Pattern[str]
    according_end: re.Pattern[str]
    pronoun: re.Pattern[str]
    titles: re.Pattern[str]
    negations: re.Pattern[str]
    excused: re.Pattern[str]
    abbreviations: frozenset[str]

    @classmethod
    def of(
        cls, table: Mapping[str, Sequence[str]], *, abbreviations: Sequence[str]
    ) -> "Vocabulary":
        """The patterns of a language's ``speech`` table."""
        verbs = phrase_pattern(table["verbs"])
        small = phrase_pattern(table["before_verb"])
        reporting = phrase_pattern(table["reporting"])
        introducing = rf"(?:,? {phrase_pattern(table['introducing'])}(?!\w))"
        that = phrase_pattern(table["reporting_that"])
        saying = rf"(?!{phrase_pattern(table['not_saying'])}(?!\w))"
        addressed = _phrases(table, "addressed")
        not_reported = _phrases(table, "not_reported")
        small_before_name = rf"(?:{_phrases(table, 'before_name')} )?"
        according = phrase_pattern(table["according"])
        return cls(
            verbs=re.compile(rf"(?<!\w){saying}{verbs}(?!\w)"),
            reporting=re.compile(
                rf",? (?:{small} ){{0,2}}{saying}"
                rf"(?:{addressed}(?!\w) {_ADDRESSEE}(?:,|{introducing})"
                rf"|{reporting}(?!\w){introducing}?|{that}{introducing}),? (?!{not_reported}(?!\w))"
            ),
            oblique=re.compile(rf"(?<!\w){_phrases(table, 'oblique')} {small_before_name}$"),
            genitive=re.compile(rf"(?<!\w){_phrases(table, 'genitive')} {small_before_name}$"),
            according=re.compile(rf"(?<!\w){according} (?:[\w.]+ ){{0,3}}$"),
            according_end=re.compile(r"(?: ?\([^()]{0,60}\))?, "),
            pronoun=_words(table["pronouns"]),
            titles=re.compile(rf"(?<!\w){phrase_pattern(table['title_nouns'])} [(\[]?$"),
            negations=_words(table["negations"]),
            excused=_words(table["not_negations"]),
            abbreviations=frozenset(abbreviations),
        )


def _phrases(table: Mapping[str, Sequence[str]], key: str) -> str:
    """A pattern of the phrases of a table, which matches nothing when the table has none."""
    return phrase_pattern(table[key]) if key in table else "(?!)"


def _words(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){phrase_pattern(phrases)}(?!\w)")
