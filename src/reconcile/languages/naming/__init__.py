"""Names in any language that writes them with capitals: patterns, stretches and who is meant.

What a name of a kind begins with is a language's own affair; where runs of capitals stand, how a
large table of phrases is matched in one pass, and which full name a short one refers to are the
same everywhere.
"""
