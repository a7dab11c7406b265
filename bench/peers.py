"""The same task with rensa and with datasketch, as their documentation does it.

Texts to pairs: words by the regular expression ``\\w+`` in lower case, 3-word shingles, 128
permutations, 32 bands of 4, and of the pairs that meet in a band those whose signatures agree at
half of the places or more.
"""

import re
from collections.abc import Iterator

PERMUTATIONS, BANDS, THRESHOLD = 128, 32, 0.5
_words = re.compile(r"\w+").findall


def shingles(text: str) -> set[str]:
    words = _words(text.lower())
    return {" ".join(words[i : i + 3]) for i in range(max(len(words) - 2, 1))}


def rensa_pairs(texts: list[str]) -> Iterator[tuple[int, int]]:
    from rensa import RMinHash, RMinHashLSH

    signatures = RMinHash.from_token_sets(map(shingles, texts), num_perm=PERMUTATIONS, seed=1)
    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=BANDS)
    index.insert_many(signatures)
    for position, (signature, found) in enumerate(
        zip(signatures, index.query_all(signatures), strict=True)
    ):
        for other in found:
            if other > position and signature.jaccard(signatures[other]) >= THRESHOLD:
                yield position, other


def datasketch_pairs(texts: list[str]) -> Iterator[tuple[int, int]]:
    from datasketch import MinHash, MinHashLSH

    encoded = ([shingle.encode() for shingle in shingles(text)] for text in texts)
    signatures = MinHash.bulk(encoded, num_perm=PERMUTATIONS, seed=1)
    index = MinHashLSH(params=(BANDS, PERMUTATIONS // BANDS), num_perm=PERMUTATIONS)
    with index.insertion_session() as session:
        for position, signature in enumerate(signatures):
            session.insert(position, signature, check_duplication=False)
    for position, signature in enumerate(signatures):
        for other in index.query(signature):
            if other > position and signature.jaccard(signatures[other]) >= THRESHOLD:
                yield position, other
