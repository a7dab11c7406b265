"""The five seed articles, read as a careful editor reads them."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from reconcile import Article, Fact, Report, read_articles
from reconcile.grouping import group_articles
from reconcile.pipeline import reconcile_articles
from reconcile.rendering.outlines import outline_report

SEEDS = Path(__file__).parents[1] / "seeds"
A000, A001, A002, A003, A004 = (
    "000_11ca09a97ff5736f",
    "001_b37bac6359b2d78b",
    "002_a9d632d0ca12574b",
    "003_414ac3eb0dc0659f",
    "004_1231e3a5092e0ee6",
)


@pytest.fixture(scope="module")
def articles() -> tuple[Article, ...]:
    """The seeds as the reader gives them."""
    result = read_articles([SEEDS])
    assert result.problems == ()
    return result.articles


@pytest.fixture(scope="module")
def report(articles: tuple[Article, ...]) -> Report:
    """The report on all five."""
    return reconcile_articles(articles)


class Facts:
    """Facts by the words they tie together."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.claims = report.claims()
        self.texts = {article.id: article.text for article in report.articles}

    def over(self, *places: tuple[str, str]) -> Iterator[Fact]:
        """The facts with a claim that touches each of the places: (article, words)."""
        spans = []
        for article, words in places:
            assert words in self.texts[article], (article, words)
            start = self.texts[article].index(words)
            spans.append((article, start, start + len(words)))
        for fact in self.report.facts():
            claims = [self.claims[claim] for claim in fact.claims]
            if all(
                any(c.article == a and c.span.start < e and s < c.span.end for c in claims)
                for a, s, e in spans
            ):
                yield fact

    def conflicts_over(self, *places: tuple[str, str]) -> list[Fact]:
        """The conflicts among them."""
        return [fact for fact in self.over(*places) if fact.verdict == "conflict"]


@pytest.fixture(scope="module")
def facts(report: Report) -> Facts:
    """The facts of the report, to be looked up."""
    return Facts(report)


def test_the_seeds_fall_into_their_four_events(report: Report) -> None:
    """000 and 002 cover the technical round, each other article an event of its own."""
    groups = {frozenset(group.group.articles) for group in report.groups}
    assert groups == {
        frozenset({A000, A002}),
        frozenset({A001}),
        frozenset({A003}),
        frozenset({A004}),
    }


@pytest.mark.parametrize(
    "chosen",
    [
        subset
        for size in range(6)
        for subset in itertools.combinations((A000, A001, A002, A003, A004), size)
    ],
    ids=lambda subset: "+".join(article[:3] for article in subset) or "none",
)
def test_every_subset_keeps_the_same_pairs_together(
    articles: tuple[Article, ...], chosen: tuple[str, ...]
) -> None:
    """What other articles are there, and in which order, changes no pair."""
    subset = [article for article in articles if article.id in chosen]
    for order in (subset, subset[::-1], subset[1:] + subset[:1]):
        together = {
            pair
            for group in group_articles(order)
            for pair in itertools.combinations(sorted(group.articles), 2)
        }
        expected = {(A000, A002)} if {A000, A002} <= set(chosen) else set()
        assert together == expected


@pytest.mark.parametrize(
    ("in_000", "in_002"),
    [
        ("Từ 12–14/11/2025", "từ 12-14/11"),
        ("Washington, D.C", "Washington, D.C"),
        ("vòng đàm phán cấp kỹ thuật", "vòng đàm phán cấp kỹ thuật"),
        (
            "Hiệp định Thương mại đối ứng cân bằng và công bằng",
            "Hiệp định Thương mại đối ứng cân bằng và công bằng",
        ),
        ("theo đúng kế hoạch", "theo kế hoạch"),
        ("Sáng 12/11", "sáng 12/11"),
        ("Nguyễn Sinh Nhật Tân", "Nguyễn Sinh Nhật Tân"),
        ("Thứ trưởng Bộ Công Thương Nguyễn Sinh", "Thứ trưởng Công Thương"),
        ("Phó Trưởng Đoàn đàm phán Chính phủ", "Phó trưởng Đoàn đàm phán Chính phủ"),
        ("Rick Switzer", "Rick Switzer"),
        ("Phó Đại diện Thương mại Hoa Kỳ", "Phó Đại diện Thương mại Mỹ"),
        (
            "Văn phòng Đại diện Thương mại Hoa Kỳ",
            "Văn phòng Đại diện Thương mại Mỹ",
        ),
        (
            "Hai bên thống nhất tiếp tục phối hợp chặt chẽ",
            "Hai bên thống nhất tiếp tục phối hợp chặt chẽ",
        ),
        ("cải cách chính sách thương mại", "chính sách thương mại, cải cách thể chế"),
        ("hoàn tất đàm phán trong thời gian sớm nhất", "hướng tới sớm hoàn tất khuôn khổ"),
        ("triển khai kết quả đạt được tại phiên", "triển khai kết quả đạt được tại phiên"),
        ("lập tức bước vào từng phiên thảo luận", "nhanh chóng bước vào triển khai các công việc"),
        ("Đối tác Chiến lược Toàn diện", "Đối tác Chiến lược Toàn diện Việt Nam"),
        ("Việt Nam và Hoa Kỳ", "Việt Nam và Mỹ"),
    ],
)
def test_what_both_articles_on_the_round_say_is_agreed_or_refined(
    facts: Facts, in_000: str, in_002: str
) -> None:
    """What SEEDS calls agreed is tied, however it is worded, and not raised."""
    verdicts = {str(fact.verdict) for fact in facts.over((A000, in_000), (A002, in_002))}
    assert verdicts & {"agreed", "refined"}
    assert not verdicts & {"conflict", "updated"}


def test_the_two_articles_on_the_round_have_no_clear_conflict(report: Report) -> None:
    """They differ in framing only."""
    (pair,) = (group for group in report.groups if len(group.group.articles) == 2)
    assert [fact for fact in pair.facts if fact.certainty == "clear"] == []


@pytest.mark.parametrize(
    "words",
    [
        "lần thứ 8",
        "Nguyễn Hồng Diên",
        "Jamieson Greer",
        "chiều 10/11",
        "Rock Bordelon",
        "Charles Paddock",
        "Rodrigo Garza Perez",
        "Gulf of America Energy Sourcing LLC",
        "Louisiana",
        "Crowell Global Advisors",
        "1989–2001",
        "1995–2000",
        "ba thập kỷ",
        "chiều ngày 12/11",
        "Tuyên bố chung về Khuôn khổ Hiệp định",
        "củng cố chi tiết",
    ],
)
def test_what_002_leaves_out_names_002(facts: Facts, words: str) -> None:
    """The ministerial session, Diên, Greer and every business meeting of 12 November."""
    assert any(A002 in fact.missing_from for fact in facts.over((A000, words)))


@pytest.mark.parametrize(
    "words",
    ["cởi mở, thẳng thắn", "quan hệ kinh tế - thương mại song phương", "sự hợp tác chặt chẽ"],
)
def test_what_000_leaves_out_names_000(facts: Facts, words: str) -> None:
    """The atmosphere, the bilateral topic, Switzer on cooperation."""
    assert any(A000 in fact.missing_from for fact in facts.over((A002, words)))


def test_a_reader_is_shown_what_000_leaves_out(report: Report) -> None:
    """Parts of sentences that it has otherwise are shown, not only whole sentences."""
    (event,) = (e for e in outline_report(report).events if len(e.entry.group.articles) == 2)
    (silence,) = (silence for silence in event.silences if A000 in silence.articles)
    shown = " ".join(part.quote for omission in silence.omissions for part in omission.parts)
    for words in ("cởi mở", "quan hệ kinh tế - thương mại song phương", "sự hợp tác chặt chẽ"):
        assert words in shown
    assert silence.amount == "4 sentences or parts of them"


def test_the_year_of_the_partnership_is_a_clear_conflict_across_events(report: Report) -> None:
    """September 2023 in 003, the end of last year in 001, which is of 2025."""
    claims = report.claims()
    (fact,) = [fact for fact in report.across if fact.certainty == "clear"]
    quotes = {claims[claim].article: claims[claim].quote for claim in fact.claims}
    assert quotes == {A001: "cuối năm ngoái", A003: "tháng 9/2023"}


def test_four_days_against_three_is_to_be_checked(facts: Facts) -> None:
    """19–22 May are four days, the same article says three, twice."""
    for words in ("ba ngày", "3 ngày"):
        (fact,) = facts.conflicts_over((A001, "19–22/5/2025"), (A001, words))
        assert fact.certainty == "check"


def test_the_two_delegations_differ_as_sets(report: Report) -> None:
    """Each list has what the other lacks; an editor should look."""
    (fact,) = [fact for fact in report.across if fact.kind == "membership"]
    assert (fact.verdict, fact.certainty) == ("conflict", "check")
    first, second = (value.text for value in fact.values)
    both = first + second
    for body in ("Công an", "Xây dựng", "Tư pháp", "Đại sứ"):
        assert body.casefold() in both.casefold()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            (A000, "Sáng 12/11"), (A000, "Từ 12–14/11/2025"), id="a day inside the round's days"
        ),
        pytest.param((A000, "chiều 10/11"), (A002, "sáng 12/11"), id="two meetings"),
        pytest.param((A000, "chiều 10/11"), (A000, "hôm 10/11"), id="a part of a day and the day"),
        pytest.param((A000, "12–14/11/2025"), (A002, "12-14/11"), id="dash and year"),
        pytest.param((A000, "lần thứ 8"), (A001, "Vòng đàm phán thứ hai"), id="session and round"),
        pytest.param((A001, "vòng đàm phán thứ ba"), (A001, "đàm phán thứ hai"), id="two rounds"),
        pytest.param((A001, "tại Việt Nam"), (A000, "Washington, D.C"), id="two places of rounds"),
        pytest.param(
            (A000, "Phó Đại diện Thương mại Hoa Kỳ Rick"),
            (A000, "Phó Đại diện Thương mại Hoa Kỳ (1989–2001)"),
            id="one title, two men, two times",
        ),
        pytest.param(
            (A000, "Trưởng Đại diện Thương mại Hoa Kỳ Jamieson"),
            (A001, "Đại sứ – Trưởng đại diện Thương mại"),
            id="several titles of one man",
        ),
        pytest.param(
            (A001, "Đại sứ Jamieson Greer"), (A003, "Đại sứ Knapper"), id="two ambassadors"
        ),
        pytest.param(
            (A000, "Hiệp định Thương mại Việt Nam – Hoa Kỳ"),
            (A000, "Hiệp định Thương mại đối ứng"),
            id="the old agreement and the new one",
        ),
        pytest.param(
            (A000, "Tuyên bố chung về Khuôn khổ"),
            (A001, "Tuyên bố chung về Đối tác"),
            id="two joint statements",
        ),
        pytest.param(
            (A004, "sẽ diễn ra từ ngày"), (A000, "đang diễn ra tại"), id="before and during"
        ),
        pytest.param((A000, "lần thứ 8"), (A004, "lần thứ 8"), id="the same number, a qualifier"),
    ],
)
def test_no_false_alarm(facts: Facts, left: tuple[str, str], right: tuple[str, str]) -> None:
    """Nothing that SEEDS lists as a false alarm is raised."""
    assert facts.conflicts_over(left, right) == []


def test_what_one_article_leaves_out_is_no_conflict(report: Report) -> None:
    """Silence is never a contradiction: every conflict has words on both sides."""
    for fact in report.conflicts():
        assert len(fact.values) >= 2
        assert all(value.claims for value in fact.values)


@pytest.mark.parametrize(
    ("article", "words"),
    [
        (A000, "Bộ trưởng Nguyễn Hồng Diên làm việc với ông Joseph (Joe) Damond"),
        (A002, "date 2025-11-14"),
        (A002, "làm việc với phía Mỹ trong phiên đàm phán kỹ thuật (Ảnh: Moit)."),
        (A003, "Ảnh: MOIT"),
        (A003, "Chuyên gia kinh tế Ngô Trí Long. Ảnh: Đ.H"),
        (A004, "Anh Thơ 11/11/2025 23:13"),
        (A004, "Link bài gốc"),
        (A004, "Theo Báo chính phủ"),
        (A004, "Kinh tế xã hội3 giờ trước"),
        (A004, "443 triệu USD"),
        (A004, "$91.87K"),
        (A004, "1.79%"),
        (A004, "$66.55B"),
    ],
)
def test_nothing_is_claimed_from_boilerplate(report: Report, article: str, words: str) -> None:
    """Captions, bylines, link lines, the ticker and the comments claim nothing."""
    text = next(a.text for a in report.articles if a.id == article)
    start = text.index(words)
    end = start + len(words)
    assert [
        claim.quote
        for claim in report.claims().values()
        if claim.article == article and claim.span.start < end and start < claim.span.end
    ] == []


def test_every_quote_stands_where_its_claim_says(report: Report) -> None:
    """The provenance of every claim is exact."""
    texts = {article.id: article.text for article in report.articles}
    for claim in report.claims().values():
        assert texts[claim.article][claim.span.start : claim.span.end] == claim.quote
        assert claim.sentence.covers(claim.span)
