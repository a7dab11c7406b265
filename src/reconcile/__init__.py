"""What several news articles on one event agree on, contradict each other on and leave out.

The names below load when they are first used, so that ``import reconcile`` stays quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the same names as in _HOMES, for type checkers and editors
    from reconcile.alignment import (
        align_claims,
    )
    from reconcile.errors import (
        InvalidClaim,
        InvalidLanguagePack,
        InvalidSettings,
        MissingExtra,
        ReconcileError,
    )
    from reconcile.extraction import (
        extract_claims,
    )
    from reconcile.grouping import (
        group_articles,
    )
    from reconcile.languages import (
        available_languages,
        language_pack,
    )
    from reconcile.model import (
        Article,
        Boilerplate,
        Claim,
        CopyEdge,
        Fact,
        FactValue,
        Group,
        GroupReport,
        Problem,
        Report,
        Span,
        Verdict,
    )
    from reconcile.pipeline import (
        reconcile_articles,
    )
    from reconcile.reading import (
        ReadResult,
        iter_articles,
        read_articles,
    )
    from reconcile.rendering import (
        render,
    )
    from reconcile.settings import (
        AlignmentSettings,
        GroupingSettings,
        ReadingSettings,
        Settings,
        SimilaritySettings,
    )
    from reconcile.similarity import (
        find_copies,
    )
    from reconcile.values import (
        Relation,
        relate,
    )

__version__ = "0.1.0"

_HOMES = {
    "reconcile.alignment": ("align_claims",),
    "reconcile.errors": (
        "InvalidClaim",
        "InvalidLanguagePack",
        "InvalidSettings",
        "MissingExtra",
        "ReconcileError",
    ),
    "reconcile.extraction": ("extract_claims",),
    "reconcile.grouping": ("group_articles",),
    "reconcile.languages": (
        "available_languages",
        "language_pack",
    ),
    "reconcile.model": (
        "Article",
        "Boilerplate",
        "Claim",
        "CopyEdge",
        "Fact",
        "FactValue",
        "Group",
        "GroupReport",
        "Problem",
        "Report",
        "Span",
        "Verdict",
    ),
    "reconcile.pipeline": ("reconcile_articles",),
    "reconcile.reading": (
        "ReadResult",
        "iter_articles",
        "read_articles",
    ),
    "reconcile.rendering": ("render",),
    "reconcile.settings": (
        "AlignmentSettings",
        "GroupingSettings",
        "ReadingSettings",
        "Settings",
        "SimilaritySettings",
    ),
    "reconcile.similarity": ("find_copies",),
    "reconcile.values": (
        "Relation",
        "relate",
    ),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "AlignmentSettings",
    "Article",
    "Boilerplate",
    "Claim",
    "CopyEdge",
    "Fact",
    "FactValue",
    "Group",
    "GroupReport",
    "GroupingSettings",
    "InvalidClaim",
    "InvalidLanguagePack",
    "InvalidSettings",
    "MissingExtra",
    "Problem",
    "ReadResult",
    "ReadingSettings",
    "ReconcileError",
    "Relation",
    "Report",
    "Settings",
    "SimilaritySettings",
    "Span",
    "Verdict",
    "__version__",
    "align_claims",
    "available_languages",
    "extract_claims",
    "find_copies",
    "group_articles",
    "iter_articles",
    "language_pack",
    "read_articles",
    "reconcile_articles",
    "relate",
    "render",
]


def __getattr__(name: str) -> object:
    """Import a public name from its home when it is first used."""
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'reconcile' has no attribute {name!r}")
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
