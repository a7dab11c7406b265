"""Sparse rows of weighted words: how they are cut from tokens and compared."""

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

Rows = NDArray[np.int64]
Matrix = NDArray[np.float64]


def expand(firsts: Rows, lasts: Rows) -> tuple[Rows, Rows]:
    """Every (row, token) with ``firsts[row] <= token < lasts[row]``."""
    lengths = np.maximum(lasts - firsts, 0)
    row = np.repeat(np.arange(len(firsts)), lengths)
    begin = np.cumsum(lengths) - lengths
    return row, np.arange(len(row)) - begin[row] + firsts[row]


def sparse_rows(
    row: Rows, column: Rows, weight: NDArray[np.float64], shape: tuple[int, int]
) -> sp.csr_matrix:
    """A sparse matrix in which a repeated cell counts once, with its largest weight."""
    if not len(row):
        return sp.csr_matrix(shape)
    cell = row * shape[1] + column
    order = np.argsort(cell, kind="stable")
    cell = cell[order]
    first = np.flatnonzero(np.append(True, cell[1:] != cell[:-1]))
    at = order[first]
    largest = np.maximum.reduceat(weight[order], first)
    return sp.csr_matrix((largest, (row[at], column[at])), shape=shape)


def cosines(rows: sp.csr_matrix) -> Matrix:
    """The cosine of each two rows of length 1, shape (n, n)."""
    return np.asarray((rows @ rows.T).todense(), dtype=np.float64)


def unit(matrix: sp.csr_matrix) -> sp.csr_matrix:
    """The rows scaled to length 1; an empty row stays empty."""
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    scale = np.divide(1.0, lengths, out=np.zeros_like(lengths), where=lengths > 0)
    return sp.csr_matrix(sp.diags(scale) @ matrix)


def coverage(rows: sp.csr_matrix, others: sp.csr_matrix, *, of_nothing: float = 0.0) -> Matrix:
    """The share of each row's weight that stands in each other row, shape (rows, others).

    Args:
        rows, others: Weighted words, over the same columns.
        of_nothing: The share of a row without any weight.
    """
    present = others.copy()
    present.data = np.ones_like(present.data)
    mass = np.asarray(rows.sum(axis=1)).ravel()
    shared = np.asarray((rows @ present.T).todense(), dtype=np.float64)
    scale = np.divide(1.0, mass, out=np.zeros_like(mass), where=mass > 0)
    return np.where(mass[:, None] > 0, shared * scale[:, None], of_nothing)
