"""The report: one frozen tree that every renderer reads."""

from collections.abc import Iterator
from importlib import import_module

from attrs import field, frozen

from reconcile.model.articles import Article, Problem
from reconcile.model.claims import Claim
from reconcile.model.facts import Fact, Verdict
from reconcile.model.groups import Group

_NOTEBOOK = "reconcile.rendering.notebook"  # a later layer, named and never imported here


@frozen(kw_only=True)
class GroupReport:
    """A group with everything its articles claim and what comes of it.

    Args:
        group: The articles, copies and origins.
        claims: All claims of its articles, in order of article and place.
        facts: Conflicts first, then updates, agreed and refined facts, then single ones.

    >>> GroupReport(group=Group(id="g", articles=("a",), origins=(("a",),))).group.articles
    ('a',)
    """

    group: Group
    claims: tuple[Claim, ...] = field(default=())
    facts: tuple[Fact, ...] = field(default=())

    def _repr_html_(self) -> str:
        """How a notebook shows it; what writes it is loaded only there."""
        table: str = import_module(_NOTEBOOK).group_table(self)
        return table


@frozen(kw_only=True)
class Report:
    """What `reconcile report` shows.

    Args:
        articles: Every article that was read, sorted by id.
        groups: One entry for each event, largest first.
        across: Facts that compare articles of different groups; their claims stand in the groups.
        problems: What could not be read or was left out.

    >>> report = Report(problems=(Problem(source="a.txt", message="the file is empty"),))
    >>> report.conflicts(), list(report.facts()), report.claims()
    ((), [], {})
    """

    articles: tuple[Article, ...] = field(default=())
    groups: tuple[GroupReport, ...] = field(default=())
    across: tuple[Fact, ...] = field(default=())
    problems: tuple[Problem, ...] = field(default=())

    def claims(self) -> dict[str, Claim]:
        """Every claim of the report by its id."""
        return {claim.id: claim for group in self.groups for claim in group.claims}

    def facts(self) -> Iterator[Fact]:
        """Every fact: group by group, then the facts across groups."""
        for group in self.groups:
            yield from group.facts
        yield from self.across

    def conflicts(self, *, certainty: str | None = None) -> tuple[Fact, ...]:
        """The facts whose values cannot all be true; only those of one certainty if given."""
        return tuple(
            fact
            for fact in self.facts()
            if fact.verdict is Verdict.CONFLICT and certainty in (None, fact.certainty)
        )

    def _repr_html_(self) -> str:
        """How a notebook shows it; what writes it is loaded only there."""
        frame: str = import_module(_NOTEBOOK).report_frame(self)
        return frame
