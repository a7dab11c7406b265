"""Claims about dates."""

from collections.abc import Iterator

from reconcile.extraction.mentions import Mentions
from reconcile.model import Claim
from reconcile.text import View


def extract(view: View, mentions: Mentions) -> Iterator[Claim]:
    """Yield a claim for each."""
    yield from ()
