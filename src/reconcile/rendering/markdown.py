"""The report as Markdown, for an issue, a pull request or a wiki."""

import re
from collections.abc import Iterator, Sequence

from reconcile.model import Fact, Report
from reconcile.rendering.escapes import one_line
from reconcile.rendering.excerpts import Piece, disputed_spans, excerpt
from reconcile.rendering.labels import (
    Heading,
    byline,
    counted,
    event_title,
    headline,
    is_prose,
    place,
    question,
    safe_link,
    value_words,
    verdict_words,
)
from reconcile.rendering.outlines import (
    Event,
    Index,
    Outline,
    copies_of_one_text,
    ordered_origins,
    outline_report,
)
from reconcile.rendering.styles import Style

MARK = "<!-- reconcile report -->"
_SPECIAL = re.compile(r"([\\`*_{}\[\]|<>~&])|([@#])(?=\w)|(:)(?=//)")
_BLOCK = re.compile(r"([#+=-])|(\d{1,9})([.)])")  # what begins a block where it begins a line
_FOLDED_OMISSIONS = 10
_FOLDED_EXCERPT = 300


def render(report: Report, *, style: Style) -> str:
    """The report as Markdown; nothing that an article says becomes markup in it."""
    outline = outline_report(report)
    lines = [MARK, *_summary(outline)]
    for event in outline.events:
        lines += _event(event, outline.index, unfolded=style.unfolded)
    if report.across:
        lines += ["", f"## {Heading.ACROSS}"]
        lines += [line for fact in report.across for line in _differing(fact, outline.index)]
    if report.problems:
        lines += ["", "## Problems", ""]
        lines += [
            f"- {_plain(problem.source)}: {_plain(problem.message)}"
            for problem in sorted(report.problems, key=lambda p: (p.source, p.message))
        ]
    return "\n".join(lines) + "\n"


def _summary(outline: Outline) -> list[str]:
    report = outline.report
    clear, check = (len(report.conflicts(certainty=c)) for c in ("clear", "check"))
    numbers = (
        f"**{counted(len(report.groups), 'event')}**",
        counted(len(report.articles), "article"),
        f"**{counted(clear, 'clear conflict')}**, {check} to check",
        counted(outline.omissions, "omission"),
    )
    return ["# What the articles say", "", " · ".join(numbers)]


def _event(event: Event, index: Index, *, unfolded: bool) -> Iterator[str]:
    group = event.entry.group
    yield from ("", f"## {_plain(event_title(event.entry, index.articles))}", "")
    for number, origin in enumerate(ordered_origins(group), start=1):
        for article_id in origin:
            article = index.articles[article_id]
            url = safe_link(article.url)
            title = _plain(headline(article))
            title = f"[{title}](<{url.replace('<', '%3C').replace('>', '%3E')}>)" if url else title
            copy = f", copy of {_plain(origin[0])}" if article_id != origin[0] else ""
            yield (
                f"- **{_plain(article_id)}** (origin {number}{copy}), {_plain(byline(article))}: "
                f"{title}"
            )
    for heading, facts in (
        (Heading.CONFLICTS, event.conflicts),
        (Heading.INSIDE, event.inside),
        (Heading.UPDATED, event.updated),
    ):
        if facts:
            yield from ("", f"### {heading}")
            for fact in facts:
                yield from _differing(fact, index)
    yield from _shared(event, index)
    yield from _left_out(event, index, unfolded=unfolded)


def _differing(fact: Fact, index: Index) -> Iterator[str]:
    verdict = fact.certainty or verdict_words(fact)
    copies = ", copies of one text" if copies_of_one_text(fact, index) else ""
    yield from ("", f"**{_plain(question(fact))}** ({verdict}). {_plain(fact.explanation)}", "")
    for value in fact.values:
        claim = index.claims[value.claims[0]]
        pieces = excerpt(
            index.articles[claim.article],
            sentence=claim.sentence,
            marks=disputed_spans(fact, value, claim=claim, claims=index.claims),
            most=_FOLDED_EXCERPT,
        )
        words = "" if is_prose(fact) else f"{_plain(value_words(fact, value, index.claims))}: "
        yield (
            f"- {words}{_quoted(pieces)} — {_plain(place(claim))}, "
            f"{_plain(byline(index.articles[claim.article]))}, "
            f"{counted(value.origins, 'origin')}{copies}"
        )


def _shared(event: Event, index: Index) -> Iterator[str]:
    facts = (*event.agreed, *event.refined)
    if facts:
        head = ("| Fact | Value | Origins | Verdict |", "|---|---|---|---|")
        yield from ("", f"### {Heading.AGREED}", "", *head)
    for fact in facts:
        yield (
            f"| {_plain(question(fact))} | {_values(fact, index)} | {index.support(fact)} | "
            f"{verdict_words(fact)} |"
        )
    if event.related:
        yield from ("", f"### {Heading.RELATED}", "")
    for fact in event.related:
        yield f"- {_values(fact, index)} ({counted(index.support(fact), 'origin')})"


def _values(fact: Fact, index: Index) -> str:
    return " / ".join(_plain(value_words(fact, value, index.claims)) for value in fact.values)


def _left_out(event: Event, index: Index, *, unfolded: bool) -> Iterator[str]:
    if not event.silences:
        return
    yield from ("", f"### {Heading.LEFT_OUT} ({event.omissions})")
    for silence in event.silences:
        names = " and ".join(_plain(name) for name in silence.articles)
        yield from (
            "",
            f"**{names}** leaves out {silence.amount}:",
            "",
        )
        shown = silence.omissions if unfolded else silence.omissions[:_FOLDED_OMISSIONS]
        for omission in shown:
            claim = omission.claim
            pieces = excerpt(
                index.articles[claim.article],
                sentence=claim.sentence,
                marks=[one.span for one in omission.parts[:1]],
                most=_FOLDED_EXCERPT,
            )
            yield (
                f"- {_quoted(pieces)} — {_plain(place(claim))}, "
                f"{counted(omission.origins, 'origin')}"
            )
        rest = len(silence.omissions) - len(shown)
        if rest:
            yield f"- … and {counted(rest, 'sentence')} more; --all shows them"


def _quoted(pieces: Sequence[Piece]) -> str:
    """An excerpt with its marked words strong; blanks stay outside, or Markdown shows the stars."""
    words = []
    for piece in pieces:
        text = one_line(piece.text)
        if not piece.marked or not text.strip():
            words.append(_escaped(text))
            continue
        inner = text.strip()
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        words.append(f"{before}**{_escaped(inner)}**{after}")
    return f"“{''.join(words)}”"


def _plain(text: str) -> str:
    """Text that may begin a line."""
    escaped = _escaped(one_line(text))
    block = _BLOCK.match(escaped)
    if not block:
        return escaped
    cut = block.end() - 1
    return f"{escaped[:cut]}\\{escaped[cut:]}"


def _escaped(text: str) -> str:
    """Text that is no markup, calls nobody by an @ and names no issue by a #."""
    return _SPECIAL.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return f"{match[2]}&#8203;" if match[2] else f"\\{match[0]}"
