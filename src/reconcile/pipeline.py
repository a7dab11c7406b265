"""The whole way of the data: the only place that knows the order of the steps."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from attrs import frozen

from reconcile.alignment import align_views, compare_across, count_sentences
from reconcile.engines import check_jobs, map_each
from reconcile.extraction import extract_from_view
from reconcile.grouping import Grouping, Overrides, group_views, groups_from_events
from reconcile.model import Article, Claim, Fact, Group, GroupReport, Problem, Report
from reconcile.settings import AlignmentSettings, Settings
from reconcile.similarity.copies import find_copies_in
from reconcile.similarity.lineage import read_lineage
from reconcile.text import View, view_article
from reconcile.text.tokens import TokenBatch, tokenise

Progress = Callable[[str, int, int], None]
Claims = Mapping[str, tuple[Claim, ...]]


@frozen(kw_only=True, eq=False)
class _Event:
    """Everything that the alignment of one group needs, so that it can travel to a process."""

    group: Group
    views: tuple[View, ...]
    claims: Claims
    batch: TokenBatch


def reconcile_articles(
    articles: Sequence[Article],
    *,
    settings: Settings | None = None,
    jobs: int = 1,
    events: Mapping[str, str] | None = None,
    overrides: Overrides | None = None,
    problems: Sequence[Problem] = (),
    progress: Progress | None = None,
) -> Report:
    """Read what several articles say and show where they agree, differ and are silent.

    Args:
        articles: The articles, in any order; their ids are unique.
        settings: Thresholds and choices.
        jobs: Processes to use; 0 for one a core. The report is the same for any number.
        events: A ready grouping, the event of each article by its id, instead of finding groups.
        overrides: Pairs that must or must not share a group.
        problems: What could not be read, to be shown in the report.
        progress: Called with the step's name, how many are done and how many there are.

    Returns:
        The report, the same for any order of the articles.

    Raises:
        ReconcileError: Two articles have the same id.
        InvalidSettings: `jobs` is negative.
        InvalidOverrides: The overrides contradict one another.

    >>> one = Article(id="a", text="Cháy chợ Gạo sáng 3/5/2014: 12 người bị thương.", language="vi")
    >>> two = Article(id="b", text="Cháy chợ Gạo sáng 3/5/2014: 13 người bị thương.", language="vi")
    >>> report = reconcile_articles([one, two])
    >>> [[value.text for value in fact.values] for fact in report.conflicts()]
    [['12', '13']]
    """
    settings, jobs = settings or Settings(), check_jobs(jobs)
    views, claims = _read_each(articles, jobs, progress)
    grouping, batch = _group(views, settings, jobs, events, overrides, progress)
    position = {view.article.id: number for number, view in enumerate(views)}
    events_ = [
        _Event(
            group=group,
            views=tuple(views[position[article]] for article in group.articles),
            claims={article: claims[article] for article in group.articles},
            batch=batch.take([position[article] for article in group.articles]),
        )
        for group in grouping.groups
    ]
    facts: list[tuple[Fact, ...]] = []
    align = partial(_align, settings=settings.alignment)
    for found in map_each(align, events_, jobs=jobs):
        facts.append(found)
        _tell(progress, "reconciling events", len(facts), len(events_))
    return Report(
        articles=tuple(view.article for view in views),
        groups=tuple(
            GroupReport(
                group=event.group,
                claims=tuple(c for article in event.group.articles for c in claims[article]),
                facts=found,
            )
            for event, found in zip(events_, facts, strict=True)
        ),
        across=compare_across(grouping.groups, claims),
        problems=(*problems, *grouping.problems, *_cut(events_, settings.alignment)),
    )


def group_only(
    articles: Sequence[Article],
    *,
    settings: Settings | None = None,
    jobs: int = 1,
    events: Mapping[str, str] | None = None,
    overrides: Overrides | None = None,
    problems: Sequence[Problem] = (),
    progress: Progress | None = None,
) -> Report:
    """The same report with claims and facts left out; arguments as for `reconcile_articles`."""
    settings, jobs = settings or Settings(), check_jobs(jobs)
    views = tuple(map(view_article, sorted(articles, key=lambda article: article.id)))
    grouping, _ = _group(views, settings, jobs, events, overrides, progress)
    return Report(
        articles=tuple(view.article for view in views),
        groups=tuple(GroupReport(group=group) for group in grouping.groups),
        problems=(*problems, *grouping.problems),
    )


def _read_each(
    articles: Sequence[Article], jobs: int, progress: Progress | None
) -> tuple[tuple[View, ...], Claims]:
    ordered = sorted(articles, key=lambda article: article.id)
    views: list[View] = []
    claims: dict[str, tuple[Claim, ...]] = {}
    for view, found in map_each(_read, ordered, jobs=jobs):
        views.append(view)
        claims[view.article.id] = found
        _tell(progress, "reading claims", len(views), len(ordered))
    return tuple(views), claims


def _read(article: Article) -> tuple[View, tuple[Claim, ...]]:
    view = view_article(article)
    return view, extract_from_view(view)


def _group(
    views: Sequence[View],
    settings: Settings,
    jobs: int,
    events: Mapping[str, str] | None,
    overrides: Overrides | None,
    progress: Progress | None,
) -> tuple[Grouping, TokenBatch]:
    batch = tokenise([view.text for view in views])
    if events is not None:
        body = batch.without([view.boilerplate for view in views])
        articles = [view.article for view in views]
        ids = [article.id for article in articles]
        lineage = read_lineage(articles)
        copies = find_copies_in(body, ids, lineage=lineage, settings=settings.similarity, jobs=jobs)
        grouping = groups_from_events(articles, events, copies=copies, settings=settings.similarity)
        return grouping, batch
    return (
        group_views(
            views, batch, settings=settings, jobs=jobs, overrides=overrides, progress=progress
        ),
        batch,
    )


def _align(event: _Event, *, settings: AlignmentSettings) -> tuple[Fact, ...]:
    return align_views(event.group, event.views, event.claims, batch=event.batch, settings=settings)


def _cut(events: Sequence[_Event], settings: AlignmentSettings) -> Iterator[Problem]:
    """A problem for each event that is too long to be held against itself whole."""
    for event in events:
        sentences = count_sentences(event.views)
        if sentences > settings.sentences:
            yield Problem(
                source=f"event {event.group.id}",
                message=(
                    f"{sentences} sentences are more than alignment.sentences, "
                    f"{settings.sentences}; of each article only the first ones were compared; "
                    "raise the setting to compare more"
                ),
                fatal=False,
            )


def _tell(progress: Progress | None, step: str, done: int, total: int) -> None:
    if progress is not None:
        progress(step, done, total)
