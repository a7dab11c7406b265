"""Accuracy on the development data; `RECONCILE_DATA` names the folder, see gate.py."""

import os

import gate
import pytest

_DATA = os.environ.get("RECONCILE_DATA", "")
_CORPORA = gate.corpora(_DATA) if _DATA else []


@pytest.mark.quality
def test_the_data_are_there():
    assert _CORPORA, "set RECONCILE_DATA to the folder that holds the corpora"


@pytest.mark.quality
@pytest.mark.parametrize("corpus", _CORPORA, ids=lambda path: path.name)
def test_no_figure_lies_below_its_floor(corpus):
    table = gate.read_floors()[corpus.name]
    assert table["digest"] == gate.digest(corpus), "the floors were measured on other data"
    assert not gate.failures(gate.measure(corpus), table["floors"])
