"""A report made by hand, with one fact of every sort, for the tests of every format."""

import datetime as dt

from reconcile.model import (
    Article,
    Boilerplate,
    Claim,
    CopyEdge,
    Fact,
    FactValue,
    Group,
    GroupReport,
    Problem,
    Report,
    Span,
    Verdict,
)
from reconcile.values import Name, Period, Quantity, Saying, Value

HOSTILE = "<script>alert('x')</script> & \x1b[31mđỏ\x1b[0m \u202egnurt\u202c ]]> {{ 7*7 }}"

_TEXTS = {
    "bao-a": (
        "Vụ cháy chợ Đông Hà xảy ra tối 12/11/2025. "
        "Ngọn lửa làm 3 người chết và 17 người bị thương. "
        "Ông Lê Văn Nam, Phó chủ tịch tỉnh, cho biết đám cháy đã được khống chế. "
        "Cơ quan chức năng đang điều tra nguyên nhân.\n"
        "Ảnh: Minh Hà"
    ),
    "bao-b": (
        "Rạng sáng 13/11/2025, chợ Đông Hà bốc cháy. "
        "Ít nhất 5 người chết, theo Công an tỉnh. "
        "Phó chủ tịch tỉnh Lê Văn Nam nói đám cháy chưa được khống chế. "
        "Khoảng 200 gian hàng bị thiêu rụi, thiệt hại ước tính 40 tỷ đồng. "
        "Chợ có 350 gian hàng. Bài sau lại viết chợ có 320 gian hàng."
    ),
    "bao-b-dang-lai": (
        "Rạng sáng 13/11/2025, chợ Đông Hà bốc cháy. "
        "Ít nhất 5 người chết, theo Công an tỉnh. "
        "Phó chủ tịch tỉnh Lê Văn Nam nói đám cháy chưa được khống chế."
    ),
    "the-thao": f"Đội Sông Lam thắng 2-1 ngày 9/11/2025. {HOSTILE}",
}


_moment = dt.datetime.fromisoformat


def _article(name: str, **metadata: object) -> Article:
    text = _TEXTS[name]
    caption = text.find("Ảnh:")
    blocks = (Boilerplate(span=Span(caption, len(text)), reason="caption"),) if caption > 0 else ()
    return Article(
        id=name,
        text=text,
        source=f"kho/{name}.txt",
        language="vi",
        boilerplate=blocks,
        **metadata,
    )


def _claim(article: str, quote: str, kind: str, value: Value, **about: str) -> Claim:
    text = _TEXTS[article]
    start = text.index(quote)
    first = max(text.rfind(". ", 0, start) + 2, 0) if ". " in text[:start] else 0
    end = text.find(". ", start + len(quote) - 1)
    last = len(text) if end < 0 else end + 1
    if "\n" in text[first:last]:
        last = text.index("\n", first)
    return Claim(
        article=article,
        kind=kind,
        value=value,
        span=Span(start, start + len(quote)),
        quote=quote,
        sentence=Span(first, last),
        extractor=f"vi.{about.pop('rule', 'numbers')}",
        **about,
    )


def _count(number: int, unit: str, *, more: bool = False) -> Quantity:
    if more:
        return Quantity(low=number_of(number), high=None, unit=unit, stated=f"≥ {number}")
    return Quantity.exactly(number, unit=unit)


def number_of(number: int):
    """The number as the values want it."""
    return Quantity.exactly(number).low


def _statement(article: str, quote: str, *, negated: bool = False) -> Claim:
    words = tuple(quote.casefold().rstrip(".").split())
    saying = Saying(words=words, text=quote, negated=negated)
    return _claim(article, quote, "statement", saying, rule="statements")


def _fact(number: int, kind: str, verdict: Verdict, *values: tuple, **more: object) -> Fact:
    return Fact(
        id=f"fact-{number:02}",
        kind=kind,
        subject=more.pop("subject", None),
        attribute=more.pop("attribute", None),
        verdict=verdict,
        values=tuple(
            FactValue(text=text, claims=tuple(c.id for c in claims), origins=origins)
            for text, origins, claims in values
        ),
        explanation=more.pop("explanation", "One origin states it."),
        **more,
    )


def sample_report() -> Report:
    """Two events, a copy, conflicts of both certainties, silences, a conflict across events."""
    night = _moment("2025-11-12T18:00"), _moment("2025-11-12T23:59")
    dawn = _moment("2025-11-13T00:00"), _moment("2025-11-13T05:59")
    when_a = _claim(
        "bao-a",
        "tối 12/11/2025",
        "date",
        Period(first=night[0], last=night[1], granularity="part of day"),
        rule="dates",
        subject="Vụ cháy chợ Đông Hà",
        attribute="when",
    )
    when_b, when_c = (
        _claim(
            name,
            "Rạng sáng 13/11/2025",
            "date",
            Period(first=dawn[0], last=dawn[1], granularity="part of day"),
            rule="dates",
            subject="chợ Đông Hà",
            attribute="when",
        )
        for name in ("bao-b", "bao-b-dang-lai")
    )
    dead_a = _claim("bao-a", "3 người chết", "count", _count(3, "người"), subject="người chết")
    dead_b, dead_c = (
        _claim(name, "5 người chết", "count", _count(5, "người", more=True), subject="người chết")
        for name in ("bao-b", "bao-b-dang-lai")
    )
    hurt = _claim("bao-a", "17 người bị thương", "count", _count(17, "người"), subject="bị thương")
    nam_a = _claim("bao-a", "Lê Văn Nam", "person", Name.of("Lê Văn Nam"), rule="names")
    nam_b, nam_c = (
        _claim(name, "Lê Văn Nam", "person", Name.of("Lê Văn Nam"), rule="names")
        for name in ("bao-b", "bao-b-dang-lai")
    )
    out_a = _statement(
        "bao-a", "Ông Lê Văn Nam, Phó chủ tịch tỉnh, cho biết đám cháy đã được khống chế."
    )
    out_b = _statement(
        "bao-b", "Phó chủ tịch tỉnh Lê Văn Nam nói đám cháy chưa được khống chế.", negated=True
    )
    cause = _statement("bao-a", "Cơ quan chức năng đang điều tra nguyên nhân.")
    burnt = _claim("bao-b", "200 gian hàng", "count", _count(200, "gian hàng"), subject="gian hàng")
    loss = _claim("bao-b", "40 tỷ đồng", "money", Quantity.exactly(40_000_000_000, unit="VND"))
    stalls = [
        _claim("bao-b", f"{n} gian hàng", "count", _count(n, "gian hàng"), subject="chợ")
        for n in (350, 320)
    ]
    match = _claim(
        "the-thao",
        "9/11/2025",
        "date",
        Period.of_day(dt.date(2025, 11, 9)),
        rule="dates",
        subject="Sông Lam",
        attribute="when",
    )
    hostile = _statement("the-thao", HOSTILE)
    fire = GroupReport(
        group=Group(
            id="event-chay-cho",
            articles=("bao-a", "bao-b", "bao-b-dang-lai"),
            copies=(CopyEdge(left="bao-b", right="bao-b-dang-lai", jaccard=0.58, containment=1.0),),
            origins=(("bao-a",), ("bao-b", "bao-b-dang-lai")),
        ),
        claims=(
            *(when_a, dead_a, hurt, nam_a, out_a, cause),
            *(when_b, dead_b, nam_b, out_b, burnt, loss, *stalls),
            *(when_c, dead_c, nam_c),
        ),
        facts=(
            _fact(
                1,
                "date",
                Verdict.CONFLICT,
                ("2025-11-12 18:00–23:59", 1, [when_a]),
                ("2025-11-13 00:00–05:59", 1, [when_b, when_c]),
                subject="Vụ cháy chợ Đông Hà",
                attribute="when",
                certainty="clear",
                explanation="The two times have no minute in common.",
                evidence=("same subject: chợ Đông Hà", "same attribute: when"),
            ),
            _fact(
                2,
                "statement",
                Verdict.CONFLICT,
                (out_a.quote, 1, [out_a]),
                (out_b.quote, 1, [out_b]),
                certainty="check",
                missing_from=("bao-b-dang-lai",),
                explanation="The same words, affirmed by one and denied by the other.",
            ),
            _fact(
                3,
                "count",
                Verdict.CONFLICT,
                ("350 gian hàng", 1, stalls[:1]),
                ("320 gian hàng", 1, stalls[1:]),
                subject="chợ",
                certainty="check",
                missing_from=("bao-a", "bao-b-dang-lai"),
                explanation="One article gives two numbers of stalls.",
            ),
            _fact(
                4,
                "count",
                Verdict.UPDATED,
                ("≥ 5 người", 1, [dead_b, dead_c]),
                ("3 người", 1, [dead_a]),
                subject="người chết",
                explanation="The later article gives the higher number.",
            ),
            _fact(
                5,
                "person",
                Verdict.AGREED,
                ("Lê Văn Nam", 2, [nam_a, nam_b, nam_c]),
                explanation="Two origins give the same name.",
            ),
            _fact(
                6,
                "count",
                Verdict.SINGLE,
                ("17 người", 1, [hurt]),
                subject="bị thương",
                missing_from=("bao-b", "bao-b-dang-lai"),
            ),
            _fact(
                7,
                "statement",
                Verdict.SINGLE,
                (cause.quote, 1, [cause]),
                missing_from=("bao-b", "bao-b-dang-lai"),
            ),
            _fact(
                8,
                "count",
                Verdict.SINGLE,
                ("200 gian hàng", 1, [burnt]),
                subject="gian hàng",
                missing_from=("bao-a", "bao-b-dang-lai"),
            ),
            _fact(
                9,
                "money",
                Verdict.SINGLE,
                ("40000000000 VND", 1, [loss]),
                missing_from=("bao-a", "bao-b-dang-lai"),
            ),
        ),
    )
    sport = GroupReport(
        group=Group(id="event-the-thao", articles=("the-thao",), origins=(("the-thao",),)),
        claims=(match, hostile),
        facts=(
            _fact(10, "date", Verdict.SINGLE, ("2025-11-09", 1, [match]), subject="Sông Lam"),
            _fact(11, "statement", Verdict.SINGLE, (HOSTILE, 1, [hostile])),
        ),
    )
    across = _fact(
        12,
        "date",
        Verdict.CONFLICT,
        ("2025-11-12 18:00–23:59", 1, [when_a]),
        ("2025-11-09", 1, [match]),
        subject="Sông Lam",
        attribute="when",
        certainty="clear",
        explanation="The two dates have no day in common.",
    )
    return Report(
        articles=(
            _article(
                "bao-a",
                title="Cháy lớn ở chợ Đông Hà",
                publisher="Báo A",
                url="https://bao-a.example/chay-cho?id=1&x=2",
                published=_moment("2025-11-13T07:30"),
            ),
            _article("bao-b", title="Chợ cháy rạng sáng", published=dt.date(2025, 11, 13)),
            _article("bao-b-dang-lai", publisher="Tổng hợp \x1b[5m24h", url="javascript:alert(1)"),
            _article("the-thao", title=HOSTILE),
        ),
        groups=(fire, sport),
        across=(across,),
        problems=(
            Problem(source="kho/rỗng.txt", message="the file is empty; put text in it"),
            Problem(source="kho/\x1b[2J.txt", message="bad \u202ename", fatal=False),
        ),
    )


def large_report(*, articles: int = 50, claims: int = 100) -> Report:
    """One event that many articles tell, each with many claims, to see what a page can bear."""
    texts, made = [], {}
    for article in range(articles):
        name, text, own = f"bao-{article:02}", "", []
        for number in range(claims):
            quote = f"{number} gian hàng"
            start = len(text) + len("Chợ có ")
            text += f"Chợ có {quote} ở khu {number}. "
            own.append(
                Claim(
                    article=name,
                    kind="count",
                    value=_count(number, "gian hàng"),
                    span=Span(start, start + len(quote)),
                    quote=quote,
                    sentence=Span(start - 7, len(text) - 1),
                    extractor="vi.numbers",
                    subject=f"khu {number}",
                )
            )
        texts.append(Article(id=name, text=text, language="vi"))
        made[name] = own
    facts = []
    for number in range(claims):
        for share in range(20):  # many facts that a few articles tell: the shape of real reports
            told = [made[a.id][number] for a in texts[share::20]]
            facts.append(
                _fact(
                    number * 20 + share,
                    "count",
                    Verdict.AGREED if len(told) > 1 else Verdict.SINGLE,
                    (f"{number} gian hàng", len(told), told),
                    subject=f"khu {number}",
                    missing_from=tuple(a.id for i, a in enumerate(texts) if i % 20 != share),
                )
            )
    group = Group(
        id="event-large",
        articles=tuple(a.id for a in texts),
        origins=tuple((a.id,) for a in texts),
    )
    every = tuple(claim for own in made.values() for claim in own)
    entry = GroupReport(group=group, claims=every, facts=tuple(facts))
    return Report(articles=tuple(texts), groups=(entry,))
