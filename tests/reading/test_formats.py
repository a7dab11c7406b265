"""Every format gives the same article: text, title, publisher, address, day, id."""

import datetime as dt
import gzip
import io
import json
import sys

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from reading.samples import ATOM, BODY, ENGLISH, PAGE, RSS, archived
from reconcile import ReadingSettings, read_articles
from reconcile.reading.formats import FORMATS, pages, split_name

_HANOI = dt.timezone(dt.timedelta(hours=7))


def _read(path, **fields):
    result = read_articles([path], settings=ReadingSettings(**fields))
    assert result.problems == ()
    return result.articles


def test_every_format_has_the_two_functions_and_its_own_endings():
    endings = [ending for format_ in FORMATS for ending in format_.ENDINGS]
    assert len(endings) == len(set(endings))
    assert all(callable(f.looks_like) and callable(f.read_records) for f in FORMATS)


def test_a_text_file_is_one_article_named_after_it(tmp_path):
    path = tmp_path / "va-cham.2025.txt"
    path.write_text(f"{BODY}\r\n", encoding="utf-8", newline="")
    (article,) = _read(path)
    assert (article.id, article.text, article.source) == (
        "va-cham.2025",
        f"{BODY}\r\n",
        str(path),
    )
    assert (article.language, article.title, article.published) == ("vi", None, None)


def test_json_lines_have_an_article_a_line(tmp_path):
    path = tmp_path / "feed.jsonl"
    records = [{"id": "a", "text": BODY, "published": "2025-11-12"}, {"body": ENGLISH}]
    path.write_text("\n\n".join(json.dumps(r) for r in records), encoding="utf-8")
    first, second = _read(path)
    assert (first.id, first.published, first.source) == ("a", dt.date(2025, 11, 12), f"{path}#1")
    assert (second.id, second.language, second.source) == ("feed-3", "en", f"{path}#3")


@pytest.mark.parametrize(
    ("document", "ids"),
    [
        ({"id": "a", "text": BODY}, ["a"]),
        ({"text": BODY}, ["feed"]),
        ([{"id": "a", "text": BODY}, {"text": ENGLISH}], ["a", "feed-2"]),
        ({"status": "ok", "articles": [{"id": "a", "content": BODY}]}, ["a"]),
        ({"response": {"total": 1, "results": [{"id": "a", "content": BODY}]}}, ["a"]),
        ({"response": {"data": {"page": {"hits": [{"id": "a", "content": BODY}]}}}}, ["a"]),
        (
            {"news": [{"id": "a", "text": BODY}], "sport": [{"id": "b", "text": ENGLISH}]},
            ["a", "b"],
        ),
        ([{"articles": [{"id": "a", "text": BODY}]}, {"id": "b", "text": ENGLISH}], ["a", "b"]),
        ([[{"id": "a", "text": BODY}], [{"id": "b", "text": ENGLISH}]], ["a", "b"]),
        ({"a": {"text": BODY}}, ["a"]),
        ({"a": {"text": BODY}, "b": {"text": ENGLISH}}, ["a", "b"]),
        ({"meta": {"took": 3}, "article": {"id": "a", "title": "Va chạm", "text": BODY}}, ["a"]),
        ({"content": [{"id": "a", "text": BODY}, {"id": "b", "text": ENGLISH}]}, ["a", "b"]),
        ({"data": {"id": "a", "text": BODY, "comments": [{"text": "Hay."}]}}, ["a"]),
    ],
)
def test_a_json_document_is_a_record_or_holds_some(tmp_path, document, ids):
    path = tmp_path / "feed.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    assert [article.id for article in _read(path)] == ids


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({"articles": [None, {"text": BODY}]}, "a record must be a JSON object, this is None"),
        ({"a": {"text": BODY}, "b": {"text": ENGLISH}, "c": {"title": "x"}}, "has no text"),
        ({"news": [{"text": BODY}, {"title": "x"}]}, "has no text"),
        ([{"text": BODY}, {"title": "x", "text": "", "comments": [{"text": "Hay."}]}], "is empty"),
    ],
)
def test_what_stands_among_articles_and_is_none_is_said(tmp_path, document, said):
    path = tmp_path / "feed.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    result = read_articles([path])
    assert BODY in [article.text for article in result.articles]
    (problem,) = result.problems
    assert said in problem.message


def test_a_text_of_blocks_is_the_words_in_them(tmp_path):
    path = tmp_path / "feed.json"
    blocks = [{"type": "paragraph", "text": BODY}, {"type": "paragraph", "text": "Hết."}]
    path.write_text(json.dumps({"title": "Va chạm", "body": blocks}), encoding="utf-8")
    (article,) = _read(path)
    assert article.text == f"{BODY}\n\nHết."


def test_a_json_list_longer_than_a_piece_is_read_whole(tmp_path):
    path = tmp_path / "feed.json"
    records = [{"id": f"{n:04}", "text": f"{BODY} {'nữa ' * (n % 7) * 900}"} for n in range(300)]
    path.write_text(json.dumps(records, ensure_ascii=False, indent=1), encoding="utf-8")
    assert [a.text for a in _read(path)] == [r["text"] for r in records]


def test_json_documents_may_follow_one_another(tmp_path):
    path = tmp_path / "feed.json"
    path.write_text("".join(json.dumps({"text": t}) + "\n" for t in (BODY, ENGLISH)))
    assert [a.text for a in _read(path)] == [BODY, ENGLISH]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_has_a_record_a_row(tmp_path, delimiter):
    path = tmp_path / "feed.csv"
    rows = [["id", "title", "body", "pubDate"], ["a", "Va chạm", f'"{BODY}\nHết."', "12/11/2025"]]
    path.write_text("\n".join(delimiter.join(row) for row in rows), encoding="utf-8-sig")
    (article,) = _read(path)
    assert (article.id, article.title, article.text) == ("a", "Va chạm", f"{BODY}\nHết.")
    assert article.published == dt.date(2025, 11, 12)


def _check_page(article):
    assert BODY in article.text
    assert "Trang chủ" not in article.text
    assert (article.title, article.publisher) == ("Va chạm trên cầu", "Báo Mẫu")
    assert article.url == "https://mau.example/va-cham.html"
    assert article.published == dt.datetime(2025, 11, 12, 10, tzinfo=_HANOI)


def test_a_web_page_gives_its_article_and_metadata(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    (article,) = _read(path)
    _check_page(article)


_STATED = '<meta property="article:published_time" content="2025-11-12T10:00:00+07:00">'


@pytest.mark.parametrize(
    ("instead", "expected"),
    [
        ("", None),
        (
            '<script type="application/ld+json">{"datePublished": "2025-11-11"}</script>',
            dt.date(2025, 11, 11),
        ),
        ('<time datetime="2025-11-10">10/11</time>', dt.date(2025, 11, 10)),
        ('<time datetime="2025-11-10">x</time><time datetime="2025-11-09">y</time>', None),
        ('<meta name="date" content="soon">', None),
    ],
)
def test_a_page_is_dated_only_by_what_it_says_itself(tmp_path, instead, expected):
    path = tmp_path / "page.html"
    path.write_text(PAGE.replace(_STATED, instead), encoding="utf-8")
    (article,) = read_articles([path]).articles
    assert article.published == expected


def test_a_page_in_the_encoding_it_declares(tmp_path):
    path = tmp_path / "page.html"
    page = f'<html><meta charset="windows-1252"><article><p>“{ENGLISH}”</p></article></html>'
    path.write_bytes(page.encode("cp1252"))
    (article,) = _read(path)
    assert f"“{ENGLISH}”" in article.text


@pytest.mark.parametrize(
    "charset", ["idna", "punycode", "unicode_escape", "zip", "utf-7", "undefined", "x-unknown", "é"]
)
def test_a_charset_that_is_none_is_not_believed(tmp_path, charset):
    path = tmp_path / "page.html"
    page = f'<html><meta charset="{charset}"><article><p>“{ENGLISH}”</p></article></html>'
    path.write_bytes(page.encode("cp1252"))
    result = read_articles([path])
    assert f"“{ENGLISH}”" in result.articles[0].text
    assert "was read as windows-125" in result.problems[0].message


def test_without_the_extra_a_page_is_a_problem_with_the_command(tmp_path, monkeypatch):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    pages._trafilatura.cache_clear()
    try:
        (problem,) = read_articles([path]).problems
    finally:
        pages._trafilatura.cache_clear()
    assert problem.fatal
    assert "pip install 'reconcile[html]'" in problem.message


@pytest.mark.parametrize(
    ("name", "extra"), [("pyarrow", "parquet"), ("warcio", "warc"), ("zstandard", "zstd")]
)
def test_without_an_extra_a_file_is_a_problem_with_the_command(tmp_path, monkeypatch, name, extra):
    contents = {
        "pyarrow": b"PAR1",
        "warcio": b"WARC/1.0\r\n",
        "zstandard": zstandard.compress(b"a"),
    }
    path = tmp_path / "feed"
    path.write_bytes(contents[name])
    monkeypatch.setitem(sys.modules, name, None)
    (problem,) = read_articles([path]).problems
    assert f"pip install 'reconcile[{extra}]'" in problem.message


def test_an_rss_item_is_an_article(tmp_path):
    path = tmp_path / "feed.rss"
    path.write_text(RSS, encoding="utf-8")
    (article,) = _read(path)
    assert article.text == f"{BODY}\n\nHết."
    assert (article.id, article.title) == ("g1", "Va chạm & tắc đường")
    assert (article.publisher, article.url) == ("Báo Mẫu", "https://mau.example/1")
    assert article.published == dt.datetime(2025, 11, 12, 10, tzinfo=_HANOI)


def test_an_atom_entry_is_an_article(tmp_path):
    path = tmp_path / "feed.xml"
    path.write_text(ATOM, encoding="utf-8")
    (article,) = _read(path)
    assert article.text == f"{ENGLISH}\n\nThat is all."
    assert (article.id, article.url) == ("urn:2", "https://sample.example/2")
    assert article.published == dt.datetime(2025, 11, 12, 3, tzinfo=dt.UTC)


def test_elements_of_other_namespaces_are_not_the_items_own(tmp_path):
    others = """<media:title>Ảnh 1</media:title><media:content><media:text>Khác</media:text>
    </media:content><media:description>Một đám đông.</media:description>
    <atom:link rel="self" href="https://mau.example/self"/><atom:title>Không</atom:title>"""
    channel = "<image><title>Biểu trưng</title></image>"
    names = 'xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"'
    feed = RSS.replace("<rss ", f"<rss {names} ").replace("<item>", f"{channel}<item>{others}", 1)
    path = tmp_path / "feed.rss"
    path.write_text(feed.replace("</item>", f"{others}</item>"), encoding="utf-8")
    (article,) = _read(path)
    assert (article.id, article.title) == ("g1", "Va chạm & tắc đường")
    assert (article.publisher, article.url) == ("Báo Mẫu", "https://mau.example/1")
    assert article.text == f"{BODY}\n\nHết."


def test_an_element_that_stands_twice_counts_once(tmp_path):
    path = tmp_path / "feed.xml"
    twice = '<link href="https://sample.example/en"/><id>urn:3</id><updated>2025-11-13</updated>'
    path.write_text(ATOM.replace("</entry>", f"{twice}</entry>"), encoding="utf-8")
    (article,) = _read(path)
    assert (article.id, article.url) == ("urn:2", "https://sample.example/2")
    assert article.published == dt.datetime(2025, 11, 12, 3, tzinfo=dt.UTC)


def test_marks_among_the_elements_of_a_text_stay(tmp_path):
    path = tmp_path / "feed.xml"
    path.write_text(ATOM.replace("That is all.", "It is 2 &lt;b and 3 &gt; c."), encoding="utf-8")
    (article,) = _read(path)
    assert article.text == f"{ENGLISH}\n\nIt is 2 <b and 3 > c."


def test_the_items_before_a_broken_one_are_kept(tmp_path):
    path = tmp_path / "feed.rss"
    path.write_text(RSS.replace("</channel>", "<item><title>x</item>"), encoding="utf-8")
    result = read_articles([path])
    assert [a.id for a in result.articles] == ["g1"]
    assert "mismatched tag at line" in result.problems[0].message


_RSS_1, _DUBLIN_CORE = "http://purl.org/rss/1.0/", "http://purl.org/dc/elements/1.1/"


@pytest.mark.parametrize(
    ("root", "item", "date"),
    [
        (f'<rdf:RDF xmlns="{_RSS_1}" xmlns:rdf="urn:rdf" xmlns:dc="{_DUBLIN_CORE}">', "item",
         "dc:date"),
        ('<rss xmlns="http://backend.userland.com/rss2"><channel>', "item", "pubDate"),
        ('<feed xmlns="http://purl.org/atom/ns#">', "entry", "issued"),
    ],
)  # fmt: skip
def test_older_feeds_are_read(tmp_path, root, item, date):
    path = tmp_path / "feed.xml"
    ends = "".join(f"</{tag.split()[0].strip('<>')}>" for tag in reversed(root.split("><")))
    path.write_text(
        f"{root}<{item}><title>Va chạm</title><{date}>2025-11-12T10:00:00+07:00</{date}>"
        f"<description>{BODY}</description></{item}>{ends}",
        encoding="utf-8",
    )
    (article,) = _read(path)
    assert (article.title, article.text) == ("Va chạm", BODY)
    assert article.published == dt.datetime(2025, 11, 12, 10, tzinfo=_HANOI)


def test_a_parquet_row_is_an_article(tmp_path):
    path = tmp_path / "feed.parquet"
    moment = dt.datetime(2025, 11, 12, 3, tzinfo=dt.UTC)
    pq.write_table(pa.table({"id": ["a"], "text": [BODY], "date": [moment]}), path)
    (article,) = _read(path)
    assert (article.id, article.text, article.published) == ("a", BODY, moment)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (pa.array([1_731_550_000_123_456_789], pa.timestamp("ns", "UTC")),
         dt.datetime(2024, 11, 14, 2, 6, 40, 123456, tzinfo=dt.UTC)),
        (pa.array([1_731_550_000], pa.timestamp("s")), dt.datetime(2024, 11, 14, 2, 6, 40)),
        (pa.array([dt.date(2024, 11, 14)], pa.date64()), dt.date(2024, 11, 14)),
        (pa.array([b"2024-11-14"]), dt.date(2024, 11, 14)),
        (pa.array([9_999_999_999_999], pa.timestamp("s")), None),
        (pa.array([2**62], pa.timestamp("ms", "UTC")), None),
        (pa.array([2**62], pa.duration("s")), None),
    ],
)  # fmt: skip
def test_a_parquet_file_of_any_sort_of_date_is_read(tmp_path, published, expected):
    path = tmp_path / "feed.parquet"
    text = pa.array([BODY.encode()])  # as Hive and Impala write strings
    pq.write_table(pa.table({"id": ["a"], "text": text, "published": published}), path)
    result = read_articles([path])
    assert [(a.text, a.published) for a in result.articles] == [(BODY, expected)]
    assert len(result.problems) == (expected is None)


def test_a_text_field_without_a_text_is_named(tmp_path):
    path = tmp_path / "feed.jsonl"
    path.write_text('{"text": "", "id": 1}\n{"body": 5}\n{"ma": 5}\n')
    said = [p.message.split(";")[0] for p in read_articles([path]).problems]
    assert said[:2] == ["its 'text' is empty", "its 'body' holds no text"]
    assert said[2].startswith("the record has no text")


def _archive(*payloads):
    """A web archive of answers, each compressed by itself, as crawlers write them."""
    return b"".join(gzip.compress(archived(n, payload)) for n, payload in enumerate(payloads))


def test_a_page_of_a_web_archive_is_an_article(tmp_path):
    path = tmp_path / "news.warc.gz"
    path.write_bytes(_archive(PAGE))
    (article,) = _read(path)
    _check_page(article)
    assert (article.id, article.source) == ("news-1", f"{path}#1")


def test_pages_of_a_web_archive_without_an_article_are_counted(tmp_path):
    path = tmp_path / "news.warc.gz"
    path.write_bytes(_archive(PAGE, "<html><body></body></html>"))
    result = read_articles([path])
    assert len(result.articles) == 1
    assert [p.fatal for p in result.problems] == [False]
    assert "1 pages of it hold no article" in result.problems[0].message


@pytest.mark.parametrize(
    ("ending", "compress"), [(".gz", gzip.compress), (".zst", zstandard.compress)]
)
def test_compressed_files_are_read_as_what_is_in_them(tmp_path, ending, compress):
    line = json.dumps({"id": "a", "text": BODY}).encode()
    path = tmp_path / f"feed.jsonl{ending}"
    path.write_bytes(compress(line + b"\n") + compress(line.replace(b'"a"', b'"b"')))
    assert [a.id for a in _read(path)] == ["a", "b"]
    nameless = tmp_path / "nameless"
    nameless.write_bytes(compress(b"[" + line + b"]"))
    assert [a.id for a in _read(nameless)] == ["a"]


def test_standard_input_is_json_lines():
    stdin = io.BytesIO(json.dumps({"text": BODY}).encode())
    (article,) = read_articles(["-"], stdin=stdin).articles
    assert (article.id, article.source) == ("stdin-1", "-#1")


@pytest.mark.parametrize(
    "text", [PAGE, RSS, ATOM, json.dumps([{"text": BODY}]), f"id,text\na,{ENGLISH[:40]}", BODY]
)
def test_a_named_file_without_an_ending_is_told_by_its_beginning(tmp_path, text):
    path = tmp_path / "article"
    path.write_text(text, encoding="utf-8")
    (article,) = _read(path)
    assert article.text.startswith((BODY[:40], ENGLISH[:40], "Va chạm trên cầu"))


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("a.txt", ("a", ".txt")),
        ("A.TXT.GZ", ("A", ".txt")),
        ("feed.2025.jsonl.zst", ("feed.2025", ".jsonl")),
        ("README", ("README", "")),
        (".txt", (".txt", "")),
    ],
)
def test_a_name_is_parted_from_its_endings(name, parts):
    assert split_name(name) == parts


def test_fields_can_be_mapped(tmp_path):
    path = tmp_path / "feed.jsonl"
    record = {"ma": 7, "noi_dung": BODY, "text": "tóm tắt", "bao": "Báo Mẫu"}
    path.write_text(json.dumps(record), encoding="utf-8")
    (article,) = _read(path, fields={"id": "ma", "text": "noi_dung", "publisher": "bao"})
    assert (article.id, article.text, article.publisher) == ("7", BODY, "Báo Mẫu")


@pytest.mark.parametrize(
    "record",
    [
        {"maintext": BODY, "date_publish": "2025-11-12 03:00:00", "source_domain": "mau.example"},
        {"content": BODY, "publishedAt": "2025-11-12T03:00:00", "source": {"name": "mau.example"}},
        {
            "text": BODY,
            "date": "2025-11-12T03:00:00",
            "source": "https://mau.example/1",
            "source-hostname": "mau.example",
        },
        {"articleBody": BODY, "datePublished": "2025-11-12T03:00:00", "url": "http://mau.example/"},
        {
            "body": {"summary": [], "sections": [{"headline": [], "paragraphs": [BODY]}]},
            "publishing_date": "2025-11-12T03:00:00",
            "publisher": "mau.example",
        },
    ],
    ids=["news-please", "NewsAPI", "trafilatura", "schema.org", "fundus"],
)
def test_the_records_of_the_usual_crawlers_are_understood(tmp_path, record):
    path = tmp_path / "feed.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    (article,) = _read(path)
    assert article.text == BODY
    assert article.published == dt.datetime(2025, 11, 12, 3)
    assert article.publisher == "mau.example"


@pytest.mark.parametrize("stray", [1, 3, 4, 60])
def test_lines_before_the_first_record_on_standard_input_lose_no_record(stray):
    lines = ["fetching …"] * stray + [json.dumps({"text": BODY}), "done"]
    result = read_articles(["-"], stdin=io.BytesIO("\n".join(lines).encode()))
    assert [a.source for a in result.articles] == [f"-#{stray + 1}"]
    assert len(result.problems) == min(stray, 4) + 1
    assert result.problems[0].source == "-#1"
    assert result.problems[-1].source == f"-#{stray + 2}"
    if stray > 3:
        said = f"-: {stray - 3} more lines up to the first record are not JSON and are left out"
        assert str(result.problems[3]) == said


def test_plain_text_on_standard_input_is_one_problem():
    stdin = io.BytesIO("\n".join(["Chợ cháy lúc rạng sáng."] * 50).encode())
    result = read_articles(["-"], stdin=stdin)
    (problem,) = result.problems
    assert "standard input must be JSON lines" in problem.message
    assert problem.fatal
