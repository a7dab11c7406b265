"""The parts of the page that can be checked without a browser."""

import datetime as dt
import re
from html.parser import HTMLParser
from importlib.resources import files

import attrs
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Article, Boilerplate, Report, Span
from reconcile.rendering import render
from reconcile.rendering.labels import Heading
from reconcile.rendering.outlines import outline_report
from reconcile.rendering.page.cards import GROUPS, card, cells
from reconcile.rendering.page.matrices import matrix
from reconcile.rendering.page.segments import Mark, cut
from reconcile.rendering.page.timelines import LEFT, RIGHT, timeline
from reconcile.values import Period
from rendering.samples import sample_report


@st.composite
def marked_articles(draw):
    """An article with overlapping marks and some boilerplate."""
    text = draw(st.text(max_size=60))
    edges = st.integers(0, len(text))
    spans = st.tuples(edges, edges).map(lambda pair: Span(min(pair), max(pair)))
    marks = draw(
        st.lists(
            st.builds(
                Mark,
                span=spans,
                fact=st.integers(1, 4),
                rank=st.integers(0, 4),
                is_soft=st.booleans(),
            ),
            max_size=8,
        )
    )
    end = draw(edges)
    boilerplate = (Boilerplate(span=Span(end, len(text)), reason="caption"),) if end else ()
    return Article(id="a", text=text, boilerplate=boilerplate), marks


@given(marked_articles())
def test_marks_never_change_the_text(case):
    article, marks = case
    segments = cut(article, marks=marks)
    assert "".join(segment.text for segment in segments) == article.text
    assert all(segment.text for segment in segments)


@given(marked_articles())
def test_every_character_knows_the_facts_it_stands_behind(case):
    article, marks = case
    for segment in cut(article, marks=marks):
        place = segment.start
        facts = {mark.fact for mark in marks if mark.span.start <= place < mark.span.end}
        assert set(segment.facts) == facts
        assert segment.is_soft == all(
            mark.is_soft for mark in marks if mark.span.start <= place < mark.span.end
        )
        assert (segment.boilerplate is not None) == any(
            block.span.start <= place < block.span.end for block in article.boilerplate
        )


def _cards(report: Report):
    index = outline_report(report).index
    facts = report.groups[0].facts
    return [card(fact, number=n, index=index) for n, fact in enumerate(facts, start=1)], index


def test_a_row_has_a_column_for_each_article(report):
    cards, index = _cards(report)
    columns = report.groups[0].group.articles
    for one in cards:
        row = cells(one, columns=columns, index=index)
        assert sum(cell.span for cell in row) == len(columns)
        stated = {cell.article for cell in row if cell.number}
        assert stated == set(one.stated)


def test_copies_are_cited_once_for_their_origin(report):
    cards, _ = _cards(report)
    dawn = cards[0].values[1]
    assert [citation.article for citation in dawn.citations] == ["bao-b"]
    assert [citation.article for citation in dawn.also] == ["bao-b-dang-lai"]


def test_the_matrix_draws_a_lozenge_for_each_article_that_states_otherwise(report):
    cards, _ = _cards(report)
    columns = [("bao-a", "A", 1, False), ("bao-b", "B", 2, False)]
    first, second = matrix(cards, columns=columns).lines
    assert first.differs.count("M") == 1  # 3 dead where others have 5
    assert second.differs.count("M") == 2
    assert first.states.count("M") == sum("bao-a" in one.stated for one in cards) - 1


@given(
    st.lists(
        st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2100, 1, 1)),
        min_size=2,
        max_size=12,
    )
)
def test_the_timeline_keeps_the_order_of_time_and_its_width(days):
    report = sample_report()
    index = outline_report(report).index
    entry = report.groups[0]
    claim = entry.claims[0]
    claims = {f"c{n}": attrs.evolve(claim, value=Period.of_day(day)) for n, day in enumerate(days)}
    whole = attrs.evolve(index, claims={**index.claims, **claims})
    facts = [
        attrs.evolve(
            entry.facts[5],
            id=f"f{n}",
            values=(attrs.evolve(entry.facts[5].values[0], claims=(f"c{n}",)),),
        )
        for n in range(len(days))
    ]
    cards = [card(fact, number=n, index=whole) for n, fact in enumerate(facts)]
    drawn = timeline(cards, claims=whole.claims)
    assert drawn is not None
    places = [row.stretches[0].x for row in drawn.rows]
    assert places == sorted(places)
    assert all(LEFT <= place <= RIGHT for place in places)
    assert [row.stretches[0].text for row in drawn.rows] == sorted(map(str, days))


def test_a_page_asks_the_network_for_nothing(report):
    page = render(report, format="html")
    links = re.findall(r'(?:src|href|action|data)="([^"#][^"]*)"', page)
    assert links == ["https://bao-a.example/chay-cho?id=1&amp;x=2"]
    assert "url(" not in page
    assert "@import" not in page
    assert "default-src 'none'" in page


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.handlers: list[str] = []
        self.classes: set[str] = set()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.classes |= {name for key, value in attrs if key == "class" for name in value.split()}
        self.handlers += [name for name, _ in attrs if name.startswith("on")]


@given(st.text(max_size=40))
def test_no_text_becomes_markup(text):
    hostile = f"</script></style>--><img src=x onerror=alert(1)>\"'{text}"
    sample = sample_report()
    articles = tuple(
        attrs.evolve(article, title=hostile, publisher=hostile, url=hostile, language=hostile)
        for article in sample.articles
    )
    parser = _Scripts()
    parser.feed(render(attrs.evolve(sample, articles=articles), format="html"))
    assert parser.tags.count("script") == 2
    assert parser.tags.count("style") == 1
    assert "img" not in parser.tags
    assert parser.handlers == []


def test_a_megabyte_on_one_line_is_written():
    article = Article(id="a", text="chữ " * 250_000)
    sample = sample_report()
    report = Report(
        articles=(article,),
        groups=(attrs.evolve(sample.groups[1], claims=(), facts=(), group=_alone("a")),),
    )
    assert "chữ chữ" in render(report, format="html")


def _alone(name: str):
    group = sample_report().groups[1].group
    return attrs.evolve(group, articles=(name,), origins=((name,),))


_PAGE = files("reconcile.rendering.page")


def test_every_class_of_the_style_sheet_and_the_script_is_given_to_something():
    style, script = (_PAGE.joinpath(name).read_text("utf-8") for name in ("page.css", "page.js"))
    templates = "".join(
        path.read_text("utf-8") for path in _PAGE.iterdir() if path.name.endswith(".html")
    )
    given = set(re.findall(r"[\w-]+", templates)) | set(GROUPS) | {"clear", "check"}
    given |= set(re.findall(r'classList\.\w+\("([\w-]+)"\)', script))
    selectors = re.sub(r"\{[^{}]*\}|/\*.*?\*/", " ", style)
    selected = re.findall(
        r"all\(`?\"?([^\"`)]*)|(?:closest|querySelector|matches)\(\"([^\"]*)", script
    )
    named = re.findall(r"\.([a-z][\w-]*)", selectors + " ".join(map(" ".join, selected)))
    assert set(named) - given == set()


def test_every_class_of_the_page_is_drawn_or_asked_for():
    used = "".join(_PAGE.joinpath(name).read_text("utf-8") for name in ("page.css", "page.js"))
    page = _Scripts()
    page.feed(render(sample_report(), format="html"))
    known = set(re.findall(r"[\w-]+", used))
    assert page.classes - known == set()


def test_the_parts_of_a_report_have_one_name_each():
    folder = files("reconcile.rendering")
    sources = [
        path.read_text("utf-8")
        for path in (*folder.iterdir(), *_PAGE.iterdir())
        if path.name.endswith((".py", ".html"))
    ]
    for heading in (Heading.CONFLICTS, Heading.INSIDE, Heading.UPDATED, Heading.RELATED):
        assert sum(source.count(f'"{heading}"') for source in sources) == 1
