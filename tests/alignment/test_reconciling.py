"""What `align_claims` refuses, and why."""

import pytest

from reconcile import Article, Group, align_claims


def test_a_group_without_articles_is_refused() -> None:
    """There is nothing to hold against anything."""
    with pytest.raises(ValueError, match="group 'g' has no articles; align"):
        align_claims([], group=Group(id="g", articles=(), origins=()), articles=[])


def test_a_group_with_an_article_that_was_not_given_is_refused_by_its_name() -> None:
    """The message names what to pass."""
    group = Group(id="g", articles=("a", "b"), origins=(("a",), ("b",)))
    with pytest.raises(ValueError, match="not among those given: 'b'; pass every article"):
        align_claims([], group=group, articles=[Article(id="a", text="Trời mưa.", language="vi")])
