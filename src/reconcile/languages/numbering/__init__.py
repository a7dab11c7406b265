"""Numbers, whatever the language: digits, intervals, units, and the grammar that joins them.

What a language adds is its tables (`Lexicon`) and how it writes numbers in words; see
`reconcile.languages.vi.numerals` for a complete example.
"""

from reconcile.languages.numbering.digits import Marks, decide_marks, read_digits
from reconcile.languages.numbering.hedging import HEDGES, allow
from reconcile.languages.numbering.numerals import Numeral

__all__ = ["HEDGES", "Marks", "Numeral", "allow", "decide_marks", "read_digits"]
