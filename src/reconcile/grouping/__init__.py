"""Grouping: which articles cover one event, how sure that is, and why."""

from reconcile.grouping.edges import EventEdge
from reconcile.grouping.events import group_articles, group_views
from reconcile.grouping.explanations import PairExplanation, explain_pair
from reconcile.grouping.groupings import Grouping
from reconcile.grouping.overrides import Override, Overrides, parse_overrides, read_overrides
from reconcile.grouping.ready import groups_from_events

__all__ = [
    "EventEdge",
    "Grouping",
    "Override",
    "Overrides",
    "PairExplanation",
    "explain_pair",
    "group_articles",
    "group_views",
    "groups_from_events",
    "parse_overrides",
    "read_overrides",
]
