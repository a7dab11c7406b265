"""Made-up stories that several papers tell, each in its own words."""

import datetime as dt
from itertools import product

from hypothesis import strategies as st

from reconcile.grouping import Grouping, Overrides, group_views
from reconcile.model import Article
from reconcile.settings import Settings
from reconcile.text import view_article
from reconcile.text.tokens import tokenise

QUAKE = Article(
    id="quake-1",
    title="Động đất 5,3 độ rung chuyển Kon Plông",
    text="Trận động đất mạnh 5,3 độ xảy ra tại huyện Kon Plông lúc rạng sáng 28/7/2024, khiến "
    "nhiều nhà dân ở xã Đăk Tăng nứt tường. Viện Vật lý địa cầu cho biết tâm chấn sâu 8 km.",
    published=dt.date(2024, 7, 28),
    language="vi",
)
QUAKE_AGAIN = Article(
    id="quake-2",
    title="Kon Plông: nhà dân nứt tường sau động đất",
    text="Rạng sáng 28/7, người dân xã Đăk Tăng (huyện Kon Plông) hoảng hốt vì động đất mạnh 5,3 "
    "độ. Theo Viện Vật lý địa cầu, tâm chấn ở độ sâu 8 km, rung lắc lan tới Đà Nẵng.",
    published=dt.date(2024, 7, 28),
    language="vi",
)
BANK = Article(
    id="bank-1",
    title="Ngân hàng Sao Mai có tổng giám đốc mới",
    text="Hội đồng quản trị Ngân hàng Sao Mai vừa bổ nhiệm bà Lê Thu Hà làm tổng giám đốc từ "
    "ngày 1/8. Bà Hà thay ông Trần Quốc Bình, người điều hành ngân hàng này suốt chín năm.",
    published=dt.date(2024, 7, 29),
    language="vi",
)
BANK_AGAIN = Article(
    id="bank-2",
    title="Bà Lê Thu Hà điều hành Ngân hàng Sao Mai",
    text="Bà Lê Thu Hà sẽ giữ ghế tổng giám đốc Ngân hàng Sao Mai kể từ 1/8, thay ông Trần Quốc "
    "Bình, theo nghị quyết mà hội đồng quản trị ngân hàng công bố.",
    published=dt.date(2024, 7, 29),
    language="vi",
)
STORIES = (QUAKE, QUAKE_AGAIN, BANK, BANK_AGAIN)

_SYLLABLES = ["".join(p) for p in product("bdghklmnst", "aeiou", ["", "ng", "n"])]
_EVENTS = [_SYLLABLES[n : n + 12] for n in range(0, 120, 12)]


@st.composite
def collections(draw: st.DrawFn, *, most: int = 9) -> list[Article]:
    """Small collections: retellings of a few events, copies, empty texts, with dates or none."""
    articles = []
    for number in range(draw(st.integers(0, most))):
        event = draw(st.sampled_from(_EVENTS[:4]))
        words = draw(st.lists(st.sampled_from(event), max_size=20))
        text = draw(st.sampled_from([" ".join(words), " ".join(words).title(), " ".join(event)]))
        day = draw(st.none() | st.integers(0, 90))
        published = None if day is None else dt.date(2024, 1, 1) + dt.timedelta(days=day)
        title = draw(st.none() | st.just(" ".join(event[:3])))
        language = draw(st.sampled_from(["vi", "en", None]))
        articles.append(
            Article(id=f"a{number}", text=text, title=title, published=published, language=language)
        )
    return articles


def grouped(
    articles: list[Article] | tuple[Article, ...],
    *,
    settings: Settings | None = None,
    overrides: Overrides | None = None,
    jobs: int = 1,
) -> Grouping:
    """The articles' grouping."""
    views = [view_article(article) for article in articles]
    batch = tokenise([view.text for view in views])
    return group_views(views, batch, settings=settings, overrides=overrides, jobs=jobs)


def together(grouping: Grouping) -> set[frozenset[str]]:
    """The sets of article ids that share a group."""
    return {frozenset(group.articles) for group in grouping.groups}
