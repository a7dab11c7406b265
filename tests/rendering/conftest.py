"""The report that every format's tests write."""

import pytest

from reconcile.model import Report
from rendering.samples import sample_report


@pytest.fixture(scope="session")
def report() -> Report:
    """Two events, a copy, conflicts of both certainties, silences, hostile text."""
    return sample_report()
