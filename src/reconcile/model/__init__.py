"""The words of the glossary as frozen classes: article, claim, group, fact, report."""

from reconcile.model.articles import Article, Boilerplate, Problem, Span
from reconcile.model.claims import KINDS, Claim, check_claim
from reconcile.model.facts import Fact, FactValue, Verdict
from reconcile.model.groups import CopyEdge, Group
from reconcile.model.reports import GroupReport, Report

__all__ = [
    "KINDS",
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
    "check_claim",
]
