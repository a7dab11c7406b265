"""How a command may end."""

DONE = 0
FOUND = 1  # done, and what --fail-on names was found
NOTHING_DONE = 2  # wrong usage, or no article could be read
DONE_IN_PART = 3  # done, but some input could not be read
INTERRUPTED = 130  # as shells report a program stopped with Ctrl-C
BROKEN_PIPE = 141  # as shells report a program whose reader went away

MEANINGS = (
    (DONE, "done"),
    (FOUND, "done, and what --fail-on names was found"),
    (NOTHING_DONE, "nothing could be done: wrong usage, or no article could be read"),
    (DONE_IN_PART, "done, but some input could not be read"),
    (INTERRUPTED, "interrupted"),
)
