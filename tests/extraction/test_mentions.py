"""What the grammar is shown of an article, and what it is not."""

from reconcile.extraction import extract_claims
from reconcile.model import Article, Boilerplate, Span


def claims(body: str, *, boilerplate: str) -> list[tuple[str, str, str]]:
    """The claims of an article that ends in boilerplate: kind, words, value."""
    text = f"{body}\n\n{boilerplate}"
    block = Boilerplate(span=Span(len(body) + 2, len(text)), reason="related")
    found = extract_claims(Article(id="a", text=text, language="vi", boilerplate=(block,)))
    assert all(text[c.span.start : c.span.end] == c.quote for c in found)
    return [(c.kind, c.quote, str(c.value)) for c in found if c.kind != "statement"]


def test_a_year_in_the_boilerplate_is_no_year_of_the_article():
    notice = "Bản quyền 1/1/2009. Đăng ngày 2/1/2009."
    assert claims("Ngày 3/10, trời mưa.", boilerplate=notice) == [("date", "Ngày 3/10", "--10-03")]


def test_a_name_in_the_boilerplate_completes_no_name_of_the_article():
    headline = "Ông Trần Quốc Khôi nói gì về giá vàng"
    assert claims("Hôm nay, ông Khôi vắng.", boilerplate=headline) == [("person", "Khôi", "Khôi")]
