"""Tools to test what you build on reconcile: articles with known claims, and conformance suites.

They need hypothesis: ``pip install 'reconcile[testing]'``. Start with the guide "Test your
extractor" in the documentation.
"""

from reconcile.errors import MissingExtra

try:
    import hypothesis as _hypothesis
except ImportError as error:
    raise MissingExtra("reconcile.testing", "testing") from error

from reconcile.testing.conformance import check_extractor, check_language_pack
from reconcile.testing.planting import (
    LANGUAGES,
    PLANTED_KINDS,
    Planted,
    PlantedArticle,
    articles,
)
from reconcile.testing.variations import Mutation, copies, mutations, paraphrases

del _hypothesis

__all__ = [
    "LANGUAGES",
    "PLANTED_KINDS",
    "Mutation",
    "Planted",
    "PlantedArticle",
    "articles",
    "check_extractor",
    "check_language_pack",
    "copies",
    "mutations",
    "paraphrases",
]
