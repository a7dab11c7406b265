"""Print what is taken for boilerplate in some articles, to be read by eye.

``python bench/boilerplate.py articles.jsonl --sample 40`` prints each stretch between «», with its
reason and what stands around it; what is no boilerplate, or half of it, is wrong.
"""

import argparse
import random
from pathlib import Path

from reconcile import read_articles

_AROUND = 40  # characters


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--sample", type=int, default=40, help="articles (40)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    articles = read_articles([options.path]).articles
    random.seed(options.seed)
    stretches = 0
    for article in random.sample(articles, min(options.sample, len(articles))):
        print(f"\n{article.id} ({len(article.text)} characters)")
        for block in article.boilerplate:
            start, end = block.span.start, block.span.end
            before, after = article.text[max(0, start - _AROUND) : start], article.text[end:]
            shown = f"{before}«{article.text[start:end]}»{after[:_AROUND]}"
            print(f"  {block.reason:16} {' '.join(shown.split())}")
            stretches += 1
    print(f"\n{stretches} stretches")


if __name__ == "__main__":
    main()
