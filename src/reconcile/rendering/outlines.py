"""A report put in the order in which an editor reads it: what every readable format starts from."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import field, frozen

from reconcile.model import Article, Claim, Fact, Group, GroupReport, Report, Verdict
from reconcile.rendering.labels import counted, is_related

# How much a kind tells a reader who looks for what an article left out: a figure or a date before
# a name, a name before a sentence of the reporter's own.
_CONCRETENESS = {
    **dict.fromkeys(
        ("date", "time", "duration", "count", "money", "percent", "measure", "ordinal", "age"), 3
    ),
    **dict.fromkeys(
        ("person", "role", "organisation", "place", "document", "agreement", "membership"), 2
    ),
    "quote": 2,
    "statement": 0,
}


@frozen(kw_only=True)
class Omission:
    """One sentence that others have and an article has not, or has without a part of it.

    Args:
        claim: The claim whose sentence shows it best.
        facts: The facts that are left out of it, most concrete first.
        parts: The words of the sentence that tell them; empty when it is the sentence itself.
        is_part: Whether the article has the sentence otherwise, without a clause of it.
        origins: How many independent origins state the best supported of them.
    """

    claim: Claim
    facts: tuple[Fact, ...]
    parts: tuple[Claim, ...]
    is_part: bool
    origins: int


@frozen(kw_only=True)
class Silence:
    """What some articles leave out alike: one article, or one with its copies.

    Args:
        articles: Ids of the articles, in the group's order.
        omissions: What they leave out, what most origins state and is most concrete first.
    """

    articles: tuple[str, ...]
    omissions: tuple[Omission, ...]

    @property
    def amount(self) -> str:
        """How much is left out, in words."""
        sentences = counted(len(self.omissions), "sentence")
        return (
            f"{sentences} or parts of them" if any(o.is_part for o in self.omissions) else sentences
        )


@frozen(kw_only=True)
class Event:
    """A group in the order in which it is read.

    Args:
        entry: The group with its claims and facts.
        number: Its place in the report, from 1.
        conflicts: Conflicts between articles, clear ones first.
        inside: Conflicts that one article has with itself, clear ones first.
        updated, agreed, refined, single: The facts of the other verdicts, best supported and most
            concrete first.
        related: Sentences on one subject, each in its own words, that are not both in a conflict.
        silences: What articles leave out, one entry for each article or set of copies.
    """

    entry: GroupReport
    number: int
    conflicts: tuple[Fact, ...]
    inside: tuple[Fact, ...]
    updated: tuple[Fact, ...]
    agreed: tuple[Fact, ...]
    refined: tuple[Fact, ...]
    related: tuple[Fact, ...]
    single: tuple[Fact, ...]
    silences: tuple[Silence, ...]

    @property
    def omissions(self) -> int:
        """How many sentences are left out, counted as they are listed: once for each silence."""
        return sum(len(silence.omissions) for silence in self.silences)


@frozen(kw_only=True)
class Index:
    """The report's articles, claims and witnesses by their ids.

    Args:
        articles: The articles by id.
        claims: The claims by id.
        origins: For each article id, the group and the witness in it that the article belongs to.
    """

    articles: Mapping[str, Article] = field(repr=False)
    claims: Mapping[str, Claim] = field(repr=False)
    origins: Mapping[str, tuple[str, int]] = field(repr=False)

    def support(self, fact: Fact) -> int:
        """How many independent origins state a fact, whatever value they give."""
        return len({self.origins[self.claims[claim].article] for claim in fact.claims})

    def stated_in(self, fact: Fact) -> tuple[str, ...]:
        """The ids of the articles that state a fact, each once."""
        return tuple(dict.fromkeys(self.claims[claim].article for claim in fact.claims))


@frozen(kw_only=True)
class Outline:
    """A report with everything at hand that the readable formats show.

    Args:
        report: The report.
        index: Its articles and claims by id.
        events: Its groups in reading order, the largest first.
    """

    report: Report
    index: Index = field(repr=False)
    events: tuple[Event, ...] = field(repr=False)

    @property
    def omissions(self) -> int:
        """How many sentences are left out in all events."""
        return sum(event.omissions for event in self.events)


def outline_report(report: Report) -> Outline:
    """Put a report in reading order.

    >>> outline_report(Report()).events
    ()
    """
    origins = {
        article: (entry.group.id, number)
        for entry in report.groups
        for number, origin in enumerate(ordered_origins(entry.group))
        for article in origin
    }
    articles = {article.id: article for article in report.articles}
    index = Index(articles=articles, claims=report.claims(), origins=origins)
    groups = sorted(report.groups, key=lambda g: (-len(g.group.articles), g.group.id))
    events = tuple(_event(entry, index, number=n) for n, entry in enumerate(groups, start=1))
    return Outline(report=report, index=index, events=events)


def ordered_origins(group: Group) -> tuple[tuple[str, ...], ...]:
    """A group's witnesses in its order; an article that no origin names is its own witness.

    >>> ordered_origins(Group(id="g", articles=("a", "b", "c"), origins=(("c", "b"),)))
    (('a',), ('b', 'c'))
    """
    order = {article: place for place, article in enumerate(group.articles)}
    named = {article for origin in group.origins for article in origin}
    alone = ((article,) for article in group.articles if article not in named)
    origins = (
        *(tuple(sorted(origin, key=order.__getitem__)) for origin in group.origins),
        *alone,
    )
    return tuple(sorted(origins, key=lambda origin: order[origin[0]]))


def concreteness(fact: Fact) -> int:
    """How much a fact's kind tells a reader: 3 for figures and dates, 2 for names, 0 for prose."""
    return _CONCRETENESS.get(fact.kind, 1)


def copies_of_one_text(fact: Fact, index: Index) -> bool:
    """Whether the articles that state a fact's several values are copies of one another."""
    return index.support(fact) == 1 and len(fact.values) > 1 and len(index.stated_in(fact)) > 1


def _event(entry: GroupReport, index: Index, *, number: int) -> Event:
    def ranked(verdict: Verdict) -> tuple[Fact, ...]:
        facts = (fact for fact in entry.facts if fact.verdict is verdict)
        return tuple(sorted(facts, key=lambda f: (-index.support(f), -concreteness(f))))

    conflicts = sorted(
        (fact for fact in entry.facts if fact.verdict is Verdict.CONFLICT),
        key=lambda fact: fact.certainty != "clear",
    )
    inside = [fact for fact in conflicts if len(index.stated_in(fact)) == 1]
    refined = ranked(Verdict.REFINED)
    return Event(
        entry=entry,
        number=number,
        conflicts=tuple(fact for fact in conflicts if fact not in inside),
        inside=tuple(inside),
        updated=ranked(Verdict.UPDATED),
        agreed=ranked(Verdict.AGREED),
        refined=tuple(fact for fact in refined if not is_related(fact)),
        related=_related(refined, conflicts, index),
        single=ranked(Verdict.SINGLE),
        silences=_silences(entry, index),
    )


def _related(refined: Iterable[Fact], conflicts: Iterable[Fact], index: Index) -> tuple[Fact, ...]:
    """Sentences on one subject, but for those that a reader has seen side by side in a conflict."""
    disputed = [_sentences(fact, index) for fact in conflicts]
    return tuple(
        fact
        for fact in refined
        if is_related(fact) and not any(_sentences(fact, index) <= seen for seen in disputed)
    )


def _sentences(fact: Fact, index: Index) -> set[tuple[str, int]]:
    """The sentences that a fact's claims stand in, as article and start."""
    claims = (index.claims[name] for name in fact.claims)
    return {(claim.article, claim.sentence.start) for claim in claims}


def _silences(entry: GroupReport, index: Index) -> tuple[Silence, ...]:
    tied = _tied(entry, index)
    missing: dict[str, list[int]] = {article: [] for article in entry.group.articles}
    for number, fact in enumerate(entry.facts):
        if not fact.missing_from:
            continue
        is_whole = fact.kind == "statement" and not _is_clause(index.claims[fact.claims[0]])
        sentences = _sentences(fact, index) if is_whole else set()
        beside = {article for sentence in sentences for article in tied.get(sentence, ())}
        for article in fact.missing_from:
            if article not in beside:
                missing[article].append(number)
    alike: dict[tuple[object, tuple[int, ...]], list[str]] = {}
    for article, facts in missing.items():
        if facts:
            alike.setdefault((index.origins.get(article), tuple(facts)), []).append(article)
    told = tuple(_told(fact, index) for fact in entry.facts)
    return tuple(
        Silence(
            articles=tuple(articles),
            omissions=_omissions((told[number] for number in facts), index),
        )
        for (_origin, facts), articles in alike.items()
    )


def _tied(entry: GroupReport, index: Index) -> dict[tuple[str, int], set[str]]:
    """For each sentence of prose the articles that a fact sets beside it, in whatever words."""
    tied: dict[tuple[str, int], set[str]] = {}
    for fact in entry.facts:
        articles = set(index.stated_in(fact)) if fact.kind == "statement" else set()
        if len(articles) > 1:
            for sentence in _sentences(fact, index):
                tied.setdefault(sentence, set()).update(articles)
    return tied


@frozen(kw_only=True)
class _Told:
    """A fact with what ranks it, reckoned once for all the articles that leave it out."""

    fact: Fact
    claim: Claim
    support: int
    weight: int


def _told(fact: Fact, index: Index) -> _Told:
    return _Told(
        fact=fact,
        claim=index.claims[fact.values[0].claims[0]],
        support=index.support(fact),
        weight=concreteness(fact),
    )


def _is_clause(claim: Claim) -> bool:
    return claim.kind == "statement" and claim.span != claim.sentence


def _omissions(told: Iterable[_Told], index: Index) -> tuple[Omission, ...]:
    """Facts of one sentence told together, ranked: support, concreteness, place."""
    sentences: dict[tuple[str, int], list[_Told]] = {}
    for one in told:
        sentences.setdefault((one.claim.article, one.claim.sentence.start), []).append(one)
    ranked = []
    for place, together in sentences.items():
        together.sort(key=lambda one: (-one.support, -one.weight))
        weight = sum(one.weight for one in together)
        ranked.append((-together[0].support, -weight, place, together))
    ranked.sort(key=lambda entry: entry[:3])
    return tuple(_omission(together, index) for *_, together in ranked)


def _omission(together: Sequence[_Told], index: Index) -> Omission:
    claim = together[0].claim
    standing = [
        one
        for told in together
        for one in map(index.claims.__getitem__, told.fact.claims)
        if (one.article, one.sentence) == (claim.article, claim.sentence)
    ]
    told = tuple(one for one in standing if one.kind != "statement")
    clauses = tuple(one for one in standing if _is_clause(one))
    return Omission(
        claim=claim,
        facts=tuple(one.fact for one in together),
        parts=told or clauses,
        is_part=bool(clauses),
        origins=together[0].support,
    )
