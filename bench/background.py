"""Make the background tables of the language packs from the word lists of `wordfreq`.

    pip install wordfreq && python bench/background.py vi en

The lists are by Robyn Speer (wordfreq 3, https://doi.org/10.5281/zenodo.7199437), licence
CC BY-SA 4.0; the tables made from them carry the same licence.
"""

import math
import sys
from itertools import groupby
from pathlib import Path

import wordfreq

WORDS_PER_ARTICLE = 400  # the median article of the development news
BURSTINESS = 0.6  # words repeat inside an article, so fewer articles have them than chance says
RAREST = 1e-6  # rarer words are as good as unseen
STEPS = 20  # shares are kept to twenty steps a decade, 12 %

HEADER = """\
# How common words are: the share of articles, per million, that have each of the words after it.
# Made by bench/background.py from the {language} list of wordfreq {version} by Robyn Speer,
# https://github.com/rspeer/wordfreq, licence CC BY-SA 4.0; this table has the same licence.
"""


def main(languages: list[str]) -> None:
    for language in languages:
        shares = {}
        for word, frequency in wordfreq.get_frequency_dict(language, wordlist="best").items():
            if frequency >= RAREST and not any(c.isdigit() for c in word) and word.isalpha():
                expected = frequency * WORDS_PER_ARTICLE * BURSTINESS
                share = 1 - math.exp(-expected)
                shares[word] = round(10 ** (round(math.log10(share) * STEPS) / STEPS) * 1e6)
        rows = sorted(shares.items(), key=lambda row: (-row[1], row[0]))
        lines = [
            f"{share} " + " ".join(word for word, _ in words)
            for share, words in groupby(rows, key=lambda row: row[1])
        ]
        table = Path(f"src/reconcile/languages/{language}/data/background.txt")
        header = HEADER.format(language=language, version="3.1")
        table.write_text(header + "\n".join(lines) + "\n", encoding="utf-8")
        print(f"{table}: {len(rows)} words, {table.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
