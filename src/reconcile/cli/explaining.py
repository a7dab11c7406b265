"""``reconcile explain``: why two articles are one event or not, and how a fact came about."""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import click
from attrs import frozen

from reconcile.cli.outputs import style_for, write
from reconcile.cli.running import Input, Known, read_input, read_known, reconciled
from reconcile.cli.statuses import NOTHING_DONE
from reconcile.grouping import PairExplanation, explain_pair, group_views, groups_from_events
from reconcile.model import Report
from reconcile.reading.files import leads_somewhere
from reconcile.rendering.trails import render_lines, render_trail
from reconcile.text import view_article
from reconcile.text.tokens import tokenise

_LISTED = 10  # ids in a message
_SHARED = {"pairs": "pairs of words", "lead": "words of title or lead"}


@frozen(kw_only=True)
class Question:
    """What is to be explained.

    Args:
        paths: Where the articles are read.
        names: Two article ids, or one fact id; the beginning of an id may stand for it.
    """

    paths: tuple[str, ...]
    names: tuple[str, ...]


def run_explain(arguments: Sequence[str], **options: Any) -> int:
    """Explain a pair of articles or a fact; see ``reconcile explain --help``."""
    question = asked(arguments)
    known = read_known(options)
    input_ = read_input(question.paths, options)
    if not input_.articles:
        return NOTHING_DONE
    if len(question.names) == 2:
        text = _explain_pair(input_, question.names, known, options)
    else:
        text = _explain_fact(reconciled(input_, known, options), question.names[0])
    write(text, output=None)
    return input_.status


def asked(arguments: Sequence[str]) -> Question:
    """Tell the paths from the ids after them: an id is what is no file and no folder.

    Raises:
        click.UsageError: The first argument is no path, or no id stands after the paths.
    """
    names: list[str] = []
    for argument in reversed(arguments):
        if len(names) == 2 or leads_somewhere(argument):
            break
        names.insert(0, argument)
    paths = tuple(arguments[: len(arguments) - len(names)])
    if not paths:
        raise click.UsageError(f"{arguments[0]!r} is no file and no folder; check the path.")
    if not names:
        raise click.UsageError(
            "after the paths must stand two article ids, or one fact id as a report shows it."
        )
    return Question(paths=paths, names=tuple(names))


def resolved(name: str, known: Iterable[str], *, noun: str) -> str:
    """The one id that is `name` or begins with it.

    Raises:
        click.ClickException: There is none, or more than one.
    """
    ids = sorted(set(known))
    if name in ids:
        return name
    begin = [id_ for id_ in ids if id_.startswith(name)]
    if len(begin) == 1:
        return begin[0]
    if begin:
        raise click.ClickException(
            f"{name!r} is the beginning of {len(begin)} {noun}s, {begin[0]!r} and {begin[1]!r} "
            f"among them; write more of it."
        )
    near = difflib.get_close_matches(name, ids, n=1, cutoff=0.5)
    cure = f"Did you mean {near[0]!r}?" if near else _where(ids, noun=noun)
    raise click.ClickException(f"no {noun} has the id {name!r}. {cure}")


def _where(ids: Sequence[str], *, noun: str) -> str:
    """Where a reader finds the ids; those of few articles themselves."""
    if noun == "fact":
        return (
            f"The {len(ids)} facts have their ids in the report: beside the heading of each "
            "conflict, and in the formats html, json and csv for every fact."
        )
    more = f" and {len(ids) - _LISTED} more" if len(ids) > _LISTED else ""
    return f"The {noun}s are {', '.join(ids[:_LISTED])}{more}."


def _explain_pair(
    input_: Input, names: tuple[str, ...], known: Known, options: Mapping[str, Any]
) -> str:
    articles = sorted(input_.articles, key=lambda article: article.id)
    left, right = (
        resolved(name, [article.id for article in articles], noun="article") for name in names
    )
    if known.events is not None:
        grouping = groups_from_events(articles, known.events)
    else:
        views = tuple(map(view_article, articles))
        grouping = group_views(
            views,
            tokenise([view.text for view in views]),
            settings=input_.settings,
            jobs=options["jobs"],
            overrides=known.overrides,
        )
    return render_lines(_told(explain_pair(left, right, grouping)), style=style_for())


def _told(explanation: PairExplanation) -> Iterator[str]:
    """What an editor wants to know, then the figures for those who check the program."""
    head, reason, *figures = explanation.lines()
    yield from (head, reason)
    shared = explanation.weights.shared if explanation.weights else ()
    for kind in dict.fromkeys(one.kind for one in shared):
        words = dict.fromkeys(f"“{one.words}”" for one in shared if one.kind == kind)
        yield f"Both have the {_SHARED.get(kind, kind)} {', '.join(words)}."
    notes = len(explanation.notes)
    yield from figures[:notes]
    if figures[notes:]:
        yield ""
        yield "For those who check the program:"
        yield from (f"  {line}" for line in figures[notes:])


def _explain_fact(report: Report, name: str) -> str:
    facts = {fact.id: fact for fact in report.facts()}
    fact = facts[resolved(name, facts, noun="fact")]
    return render_trail(report, fact=fact, style=style_for(unfolded=True))
