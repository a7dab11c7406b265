"""Speech in any language whose verbs of saying stand between the speaker and the words.

A language gives its words (`Vocabulary`); how quotation marks pair, which quoted words are speech
and who says them is decided here in the same way for each.
"""

from reconcile.languages.speaking.grammar import SpeechGrammar
from reconcile.languages.speaking.vocabulary import Vocabulary

__all__ = ["SpeechGrammar", "Vocabulary"]
