"""Measure and fit the grouping of articles into events.

    python bench/grouping.py measure NEWS ECB [--half development|held-out]
    python bench/grouping.py fit NEWS ECB
    python bench/grouping.py speed [--articles 10000 100000]

NEWS and ECB are folders with `articles.jsonl` and `events.tsv`. The events of NEWS are split in two
by a hash of their id: on the development half coefficients and choices were made, the held-out
half was measured only. ECB is development data as a whole. See docs/explanation/events.md.
"""

import argparse
import datetime as dt
import hashlib
import json
import random
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from math import comb
from pathlib import Path

import attrs
import numpy as np
from scipy.optimize import minimize

from reconcile.grouping import group_articles, group_views
from reconcile.grouping.features import KINDS
from reconcile.grouping.scoring import SCORER, TYPICAL_LENGTH
from reconcile.model import Article
from reconcile.text import view_article
from reconcile.text.tokens import tokenise

HALVES = ("development", "held-out")
DRAWS, DRAW_SEED = 2000, 20251114
LARGEST_DRAW = 8

Events = dict[str, str]


def load(folder: Path, language: str) -> tuple[list[Article], Events]:
    rows = (line.split("\t") for line in (folder / "events.tsv").read_text("utf-8").splitlines())
    events = dict(rows)
    articles = []
    for line in (folder / "articles.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        published = record.get("published")
        articles.append(
            Article(
                id=record["id"],
                text=record["text"],
                title=record.get("title"),
                published=dt.datetime.fromisoformat(published) if published else None,
                language=language,
            )
        )
    return articles, events


def is_development(event: str) -> bool:
    return int(hashlib.sha256(f"group-{event}".encode()).hexdigest(), 16) % 2 == 0


def half(articles: Iterable[Article], events: Events, *, development: bool) -> list[Article]:
    return [a for a in articles if is_development(events[a.id]) == development]


def bare(articles: Iterable[Article]) -> list[Article]:
    """The same articles as plain files give them: no title, no date."""
    return [attrs.evolve(article, title=None, published=None) for article in articles]


def labels(articles: Sequence[Article]) -> dict[str, str]:
    groups = group_articles(articles)
    return {name: group.id for group in groups for name in group.articles}


def b_cubed(gold: Sequence[str], found: Sequence[str]) -> tuple[float, float, float]:
    both, g, f = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    precision = sum(n * n / f[label] for (_, label), n in both.items()) / len(gold)
    recall = sum(n * n / g[event] for (event, _), n in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def pairs(gold: Sequence[str], found: Sequence[str]) -> np.ndarray:
    """Pairs right, pairs found, pairs there are."""
    counts = (Counter(zip(gold, found, strict=True)), Counter(found), Counter(gold))
    return np.array([sum(comb(n, 2) for n in one.values()) for one in counts])


def f1(counts: np.ndarray) -> tuple[float, float, float]:
    right, found, gold = counts.tolist()
    return right / max(found, 1), right / max(gold, 1), 2 * right / max(found + gold, 1)


def show(name: str, values: tuple[float, float, float]) -> None:
    print(f"{name:44} P {values[0]:.3f}  R {values[1]:.3f}  F1 {values[2]:.3f}")


def measure_whole(name: str, articles: Sequence[Article], events: Events) -> None:
    found = labels(articles)
    gold = [events[article.id] for article in articles]
    show(f"{name}, B-cubed", b_cubed(gold, [found[article.id] for article in articles]))


def look_alikes(articles: Sequence[Article]) -> dict[str, list[str]]:
    """For each article the others, the likeliest word by word first."""
    views = [view_article(article) for article in articles]
    grouping = group_views(views, tokenise([view.text for view in views]))
    basis = grouping.basis
    ids, evidence = basis.ids, basis.material.evidence
    nodes = evidence.matrix.shape[0]
    square = np.zeros((nodes, nodes))
    square[np.triu_indices(nodes, k=1)] = evidence.measure_all()[:, 0]
    square = (square + square.T)[np.ix_(basis.rows, basis.rows)]
    return {ids[row]: [ids[n] for n in np.argsort(-square[row])] for row in range(len(ids))}


def small_draws(
    articles: Sequence[Article], events: Events, *, change: Callable[[list[Article]], list[Article]]
) -> np.ndarray:
    """Pair counts over `DRAWS` collections of two to eight articles.

    A draw takes whole or part events, one to three articles each, until it has its size. Every
    second draw gives its last place to an article of the nearest look-alike event: the article
    most like any of those drawn (by weighted words in the whole half) that covers another event.
    """
    chance = random.Random(DRAW_SEED)
    by_id = {article.id: article for article in articles}
    members = defaultdict(list)
    for article in articles:
        members[events[article.id]].append(article.id)
    likest = look_alikes(articles)
    names = sorted(members)
    total = np.zeros(3, int)
    for number in range(DRAWS):
        size = chance.randint(2, LARGEST_DRAW)
        with_look_alike = number % 2 == 0
        drawn: list[str] = []
        for event in chance.sample(names, len(names)):
            room = size - with_look_alike - len(drawn)
            if room <= 0:
                break
            some = chance.sample(members[event], min(chance.randint(1, 3), len(members[event])))
            drawn += some[:room]
        if with_look_alike:
            covered = {events[name] for name in drawn}
            of = chance.choice(drawn)
            drawn.append(next(n for n in likest[of] if events[n] not in covered))
        chosen = change([by_id[name] for name in drawn])
        found = labels(chosen)
        total += pairs([events[n] for n in drawn], [found[n] for n in drawn])
    return total


def measure(news: Path, ecb: Path, which: str) -> None:
    articles, events = load(news, "vi")
    snippets, snippet_events = load(ecb, "en")
    part = half(articles, events, development=which == HALVES[0])
    print(f"{which} half of news: {len(part)} articles, {len({events[a.id] for a in part})} events")
    measure_whole("news", part, events)
    measure_whole("news, no titles or dates", bare(part), events)
    show("news, small draws, pairs", f1(small_draws(part, events, change=list)))
    show("news, small draws, no titles or dates, pairs", f1(small_draws(part, events, change=bare)))
    if which == HALVES[0]:
        measure_whole("all of ecb", snippets, snippet_events)


def design(articles: Sequence[Article], events: Events) -> tuple[np.ndarray, np.ndarray]:
    """A row for each pair: roots of cosines, log length, log gap; and whether it is an event."""
    views = [view_article(article) for article in articles]
    basis = group_views(views, tokenise([view.text for view in views])).basis
    evidence, days = basis.material.evidence, basis.material.days
    left, right = np.triu_indices(days.size, k=1)
    lengths = np.sqrt(evidence.lengths[left] * evidence.lengths[right])
    gaps = np.log1p(np.nan_to_num(np.abs(days[left] - days[right])))
    columns = [np.sqrt(evidence.measure_all()[:, :-1]), -np.log(lengths / TYPICAL_LENGTH), -gaps]
    event = np.array([events[view.article.id] for view in basis.material.views])
    return np.column_stack(columns), event[left] == event[right]


def fit(news: Path, ecb: Path) -> None:
    """Logistic regression with coefficients of one sign; every data set weighs the same."""
    articles, events = load(news, "vi")
    part = half(articles, events, development=True)
    parts = [design(part, events), design(bare(part), events), design(*load(ecb, "en"))]
    x = np.concatenate([rows for rows, _ in parts])
    y = np.concatenate([same for _, same in parts]).astype(float)
    importance = (1, 1, 2)
    weight = np.concatenate(
        [np.full(s.size, w / s.sum()) for w, (_, s) in zip(importance, parts, strict=True)]
    )
    weight /= weight.sum()

    def loss(p: np.ndarray) -> tuple[float, np.ndarray]:
        odds = x @ p[:-1] + p[-1]
        value = (weight * (np.logaddexp(0, odds) - y * odds)).sum() + 1e-5 * (p[:-1] ** 2).sum()
        residual = weight * (1 / (1 + np.exp(-odds)) - y)
        return value, np.append(x.T @ residual + 2e-5 * p[:-1], residual.sum())

    bounds = [(0, None)] * x.shape[1] + [(None, None)]
    best = minimize(loss, np.zeros(x.shape[1] + 1), jac=True, bounds=bounds, method="L-BFGS-B").x
    for name, value in zip([*KINDS, "length", "gap", "base"], best, strict=True):
        print(f"{name:8} {value:6.2f}")
    print("now     ", SCORER)


TOPICS, WORDS_OF_ARTICLE, DAYS_OF_FEED = 400, 400, 60


def feed(count: int, seed: int = 1) -> tuple[list[Article], Events]:
    """A made-up feed: events of one to eight articles within three days, over sixty days.

    Words are drawn by rank as in real text; each event belongs to one of `TOPICS`, with words of
    its own, its topic's and everybody's, and each article retells a part of its event's words.
    """
    chance = np.random.default_rng(seed)
    alphabet = np.array(list("bcdghklmnprstv"))
    vowels = np.array(list("aeiou"))
    syllables = [a + b + c for a in alphabet for b in vowels for c in alphabet]
    vocabulary = [f"{a}{b}" for a in syllables for b in syllables[:60]]
    common = chance.permutation(len(vocabulary))
    topics = chance.integers(0, len(vocabulary), (TOPICS, 120))
    articles: list[Article] = []
    events: Events = {}
    start = dt.datetime(2025, 9, 1, tzinfo=dt.UTC)
    while len(articles) < count:
        event = f"e{len(articles)}"
        topic = topics[chance.integers(TOPICS)]
        own = chance.integers(0, len(vocabulary), 60)
        moment = chance.uniform(0, DAYS_OF_FEED)
        for _ in range(min(int(chance.geometric(0.4)), 8, count - len(articles))):
            ranks = np.minimum(chance.zipf(1.3, WORDS_OF_ARTICLE) - 1, len(vocabulary) - 1)
            words = common[ranks]
            kind = chance.random(WORDS_OF_ARTICLE)
            words = np.where(kind < 0.42, topic[chance.integers(0, 120, words.size)], words)
            words = np.where(kind < 0.30, own[chance.integers(0, 60, words.size)], words)
            named = [
                vocabulary[w].title() if k < 0.05 else vocabulary[w]
                for w, k in zip(words, kind, strict=True)
            ]
            text = ". ".join(" ".join(named[n : n + 20]) for n in range(0, len(named), 20))
            name = f"a{len(articles):06d}"
            published = start + dt.timedelta(days=moment + chance.exponential(0.5))
            articles.append(Article(id=name, text=text, published=published, language="en"))
            events[name] = event
    return articles, events


def speed(sizes: Sequence[int], jobs: int) -> None:
    for size in sizes:
        articles, events = feed(size)
        views = [view_article(article) for article in articles]
        start = time.process_time()
        batch = tokenise([view.text for view in views])
        tokenised = time.process_time()
        grouping = group_views(views, batch, jobs=jobs)
        end = time.process_time()
        found = {name: group.id for group in grouping.groups for name in group.articles}
        gold = [events[article.id] for article in articles]
        quality = b_cubed(gold, [found[article.id] for article in articles])
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:7} articles: tokenise {1e6 * (tokenised - start) / size:.0f} us, "
            f"copies and events {1e6 * (end - tokenised) / size:.0f} us of processor an article, "
            f"{len(grouping.edges) / size:.1f} edges an article, peak {peak:.0f} MB"
        )
        show("  B-cubed of the made-up feed", quality)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("measure", "fit"):
        command = commands.add_parser(name)
        command.add_argument("news", type=Path)
        command.add_argument("ecb", type=Path)
        if name == "measure":
            command.add_argument("--half", choices=HALVES, default=HALVES[0])
    command = commands.add_parser("speed")
    command.add_argument("--articles", type=int, nargs="+", default=[10_000, 100_000])
    command.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    if options.command == "measure":
        measure(options.news, options.ecb, options.half)
    elif options.command == "fit":
        fit(options.news, options.ecb)
    else:
        speed(options.articles, options.jobs)


if __name__ == "__main__":
    main()
