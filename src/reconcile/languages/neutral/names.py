"""Names of persons, organisations, places, agreements and documents."""

from collections.abc import Sequence

from reconcile.languages.mentions import MembershipMention, NameMention


def find_names(
    text: str, folded: str, *, sentences: Sequence[tuple[int, int]]
) -> Sequence[NameMention]:
    """Find every name."""
    return ()


def find_memberships(
    text: str, folded: str, *, names: Sequence[NameMention]
) -> Sequence[MembershipMention]:
    """Find every list of members."""
    return ()
