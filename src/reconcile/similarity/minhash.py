"""Signatures: what datasketch would compute, for many articles at once.

The chance that two signatures agree at one place is the Jaccard resemblance of the two shingle
sets (Broder 1997). The values are those of ``datasketch.MinHash(scheme="affine32")`` to the bit,
so a signature made here can be kept, compared and indexed with datasketch.
"""

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from reconcile.text.shingles import DEFINITION, ShingleBatch

if TYPE_CHECKING:
    from datasketch import MinHash

SCHEME = "affine32"
"""datasketch's name for its permutations ``a * h + b`` modulo 2^32, with a odd."""

Values = NDArray[np.uint32]


@frozen(kw_only=True, eq=False)
class Signatures:
    """The signatures of some articles, with all that it takes to compare them with others.

    Args:
        values: uint32 (n, num_perm); all bits set for an article without shingles.
        seed: Seed of datasketch's permutations.
        shingle: Words in a shingle.
        scheme: datasketch's permutation scheme.
        definition: Names what a shingle is.
    """

    values: Values
    seed: int
    shingle: int
    scheme: str = SCHEME
    definition: str = DEFINITION

    def to_datasketch(self, article: int) -> "MinHash":
        """The signature of one article as datasketch's own object.

        >>> from reconcile.text.shingles import find_shingles
        >>> from reconcile.text.tokens import tokenise
        >>> batch = tokenise(["Hai bên ký hiệp định", "Hai bên ký hiệp định thương mại"])
        >>> signatures = sign_shingles(find_shingles(batch, size=2), size=2)
        >>> one, other = (signatures.to_datasketch(i) for i in range(2))
        >>> one.jaccard(other)  # 4 of 6 shingles, estimated
        0.625
        """
        from datasketch import MinHash  # noqa: PLC0415  (slow to import)

        return MinHash(
            seed=self.seed,
            hashfunc=int,
            hashvalues=self.values[article],
            permutations=permutations(self.values.shape[1], self.seed),
            scheme="affine32",
        )


@cache
def permutations(count: int, seed: int) -> NDArray[np.uint32]:
    """Multipliers and addends of datasketch's permutations, uint32 (2, count)."""
    from datasketch import MinHash  # noqa: PLC0415  (slow to import)

    made: NDArray[np.uint32] = MinHash(num_perm=count, seed=seed, scheme="affine32").permutations
    return made


def short_hashes(hashes: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """The 32-bit hashes of shingles that ``MinHash(hashfunc=int)`` is to be updated with."""
    return (hashes >> np.uint64(32)).astype(np.uint32)


def sign_shingles(
    shingles: ShingleBatch, *, size: int, num_perm: int = 128, seed: int = 1
) -> Signatures:
    """The signature of each article.

    Args:
        shingles: Shingles of the articles, as lists or as sets.
        size: Words in one of them, to be kept with the signatures.
        num_perm: Permutations, the length of a signature.
        seed: Seed of the permutations.
    """
    values = minima(shingles, permutations(num_perm, seed))
    return Signatures(values=values, seed=seed, shingle=size)


def minima(shingles: ShingleBatch, chosen: NDArray[np.uint32]) -> Values:
    """The least value of each permutation over each article's shingles, uint32 (n, num_perm)."""
    values = np.full((len(shingles), chosen.shape[1]), 0xFFFFFFFF, dtype=np.uint32)
    filled = np.flatnonzero(shingles.counts)
    if not len(filled):
        return values
    first = shingles.offsets[filled]
    # One array is taken from each permutation to the next in place, which is easy on the cache:
    # from y = a h + b to y' = a' h + b' it is y' = (a'/a) y + b' - (a'/a) b, modulo 2^32.
    permuted = _mixed(short_hashes(shingles.hashes))
    least = np.empty((chosen.shape[1], len(filled)), dtype=np.uint32)
    for row, factor, addend in zip(least, *_steps(chosen.tobytes()), strict=True):
        permuted *= factor
        permuted += addend
        np.minimum.reduceat(permuted, first, out=row)
    values[filled] = least.T
    return values


@cache
def _steps(chosen: bytes) -> NDArray[np.uint32]:
    """What leads from each permutation to the next, the first from the identity, (2, count)."""
    factors, addends = np.frombuffer(chosen, dtype=np.uint32).reshape(2, -1).astype(np.uint64)
    before = np.concatenate(([np.uint64(1)], factors[:-1]))
    inverses = np.array([pow(int(a), -1, 1 << 32) for a in before], dtype=np.uint64)
    ratios = factors * inverses & np.uint64(0xFFFFFFFF)
    shifts = addends - ratios * np.concatenate(([np.uint64(0)], addends[:-1]))
    return np.stack((ratios, shifts)).astype(np.uint32)


def _mixed(hashes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """MurmurHash3's finaliser for 32 bits, as datasketch applies it, in place."""
    hashes ^= hashes >> np.uint32(16)
    hashes *= np.uint32(0x85EBCA6B)
    hashes ^= hashes >> np.uint32(13)
    hashes *= np.uint32(0xC2B2AE35)
    hashes ^= hashes >> np.uint32(16)
    return hashes
