"""Short notices from one town on one day are not one event."""

from reconcile.grouping import group_articles
from reconcile.model import Article


def test_a_town_and_a_day_in_common_make_no_event():
    """An arrest and a bakery."""
    arrest = Article(
        id="arrest",
        text="Police arrest suspect in Bristol\n\nPolice in Bristol arrested Daniel Green, 34, "
        "on 2 May 2024 over the robbery of a bank.",
        language="en",
    )
    bakery = Article(
        id="bakery",
        text="New bakery opens in Bristol\n\nA bakery run by Anna Reed opened in Bristol on "
        "2 May 2024, employing 12 people.",
        language="en",
    )
    assert [group.articles for group in group_articles([arrest, bakery])] == [
        ("arrest",),
        ("bakery",),
    ]


def test_two_short_notices_of_one_thing_are_one_event():
    """The same arrest twice."""
    one = Article(
        id="one",
        text="Police in Bristol arrested Daniel Green, 34, over the robbery of a bank.",
        language="en",
    )
    other = Article(
        id="other",
        text="Daniel Green was arrested in Bristol after a bank robbery, police said.",
        language="en",
    )
    assert len(group_articles([one, other])) == 1
