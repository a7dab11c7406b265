"""No text, however made, takes more than linear time or memory beyond the limits to read."""

import gzip
import io
import itertools
import json
import time
import tracemalloc
from functools import partial

import pytest

from growth import is_near_linear
from reading.samples import BODY
from reconcile import Article, ReadingSettings, iter_articles
from reconcile.reading.compression import decompressed
from reconcile.reading.formats import feeds, format_of, json_documents, pages, plain, tables
from reconcile.reading.identifiers import Identifiers
from reconcile.reading.records import Record, Unreadable

_PIECES = {
    ".txt": ("\n", " ", "(", "Ảnh: ", "(Theo ", "1/1/", "3 giờ trước\n", "Xem thêm\n", "A. ",
             "a\u0301\u0300", "\u0301", "öô", ".", "\r", "http://", "+1\n", "11/11/2025 ", "date ",
             "(Ảnh", ">> a\n", "“", "- ", "Nguồn: A\n", "ngày 1 tháng "),
    ".json": ("[", '{"a":', '"', '"\\', '{"text":"a"},', "9", " ", '{"a":[{"text":"b"}]}',
              '{"content":['),
    ".jsonl": ("[", '{"a":', '"', "9", '{"text":"a"}\n', '{"id":"a","text":"a"}\n', "\n", "a\n"),
    ".csv": ("\n", '"', '"",', '"\n', ",", 'a,"\n', "a,b\n", 'a,"b\nb",\n', '"a"b\n'),
    ".rss": ("<item>", "<![CDATA[", "<item><title>a</title></item>", "&lt;p&gt;", ' a="', "<a/>",
             "<item><description>&lt;", "<!-- "),
}  # fmt: skip
_HEADS = {".csv": "id,text\n", ".rss": "<rss>"}


@pytest.mark.parametrize(
    ("ending", "piece"), [(e, piece) for e, pieces in _PIECES.items() for piece in pieces]
)
def test_a_file_of_one_thing_over_and_over_takes_linear_time(tmp_path, ending, piece):
    path = tmp_path / f"a{ending}"

    def seconds(size):
        text = piece * (size // len(piece))
        path.write_text(_HEADS.get(ending, "") + text, encoding="utf-8", newline="")
        begun = time.perf_counter()
        for _ in iter_articles([path]):
            pass
        return time.perf_counter() - begun

    assert is_near_linear(seconds, 4000)


def test_many_records_with_one_id_and_one_text_are_told_apart_in_linear_time():
    def seconds(count):
        identifiers = Identifiers()
        give = partial(identifiers.give, "a", text="b", place="c")
        begun = time.perf_counter()
        assert len({give() for _ in range(count)}) == count
        return time.perf_counter() - begun

    assert is_near_linear(seconds, 1000)


def _records(count):
    return ({"id": str(n), "text": f"{BODY} {n} " * 20} for n in range(count))


def _csv(count):
    rows = (f'{record["id"]},"{record["text"]}"\n' for record in _records(count))
    return itertools.chain(["id,text\n"], rows)


def _rss(count):
    items = (
        f"<item><guid>{record['id']}</guid><description>{record['text']}</description></item>\n"
        for record in _records(count)
    )
    return itertools.chain(["<rss>"], items, ["</rss>"])


_WRITTEN = {
    ".jsonl": lambda count: (f"{json.dumps(record)}\n" for record in _records(count)),
    ".json": lambda count: itertools.chain(
        ["["], (f"{json.dumps(record)}," for record in _records(count)), ['{"text": "Hết."}]']
    ),
    ".csv": _csv,
    ".rss": _rss,
}


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
@pytest.mark.parametrize("ending", _WRITTEN)
def test_memory_does_not_grow_with_the_file(tmp_path, ending, packed):
    path = tmp_path / f"feed{ending}"

    def peak(count):
        with gzip.open(path, "wb") if packed else path.open("wb") as file:
            file.writelines(piece.encode() for piece in _WRITTEN[ending](count))
        tracemalloc.start()
        with path.open("rb") as raw:
            stream = decompressed(raw, max_expansion=1000)
            records = format_of(ending, b"").read_records(
                stream, place="a", name="a", settings=ReadingSettings()
            )
            assert sum(isinstance(record, Record) for record in records) >= count
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(2)  # whatever is loaded once
    assert peak(120) < peak(30) + 64_000  # the texts alone have 700 kB


def test_memory_grows_by_the_ids_of_the_articles_only(tmp_path):
    path = tmp_path / "feed.jsonl"

    def peak(count):
        path.write_text("".join(_WRITTEN[".jsonl"](count)), encoding="utf-8")
        tracemalloc.start()
        assert sum(isinstance(item, Article) for item in iter_articles([path])) == count
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(2)  # whatever is loaded once
    assert peak(80) < peak(10) + 80 * 400  # ids and places; the texts alone have 300 kB


class _Endless(io.RawIOBase):
    """A stream that goes on with the same bytes; nobody may read more than so much of it."""

    def __init__(self, head, piece, most):
        self.begun, self.piece, self.left = head, piece, most

    def readable(self):
        return True

    def readinto(self, buffer):
        assert self.left > 0, "it was read far beyond the limit"
        data = self.begun[: len(buffer)] or self.piece * (len(buffer) // len(self.piece))
        self.begun = self.begun[len(buffer) :]
        self.left -= len(data)
        buffer[: len(data)] = data
        return len(data)


@pytest.mark.parametrize(
    ("format_", "head", "piece"),
    [
        (plain, b"", b"a"),
        (pages, b"<html>", b"a"),
        (tables, b"id,text\n", b"a"),
        (tables, b"id,text\n", b"a,"),
        (tables, b"", b"id,"),
        (json_documents, b"", b"["),
        (json_documents, b'{"text": "', b"a"),
        (json_documents, b"[", b"9"),
        (feeds, b'<rss a="', b"a"),
        (feeds, b"<rss><", b"a"),
        (feeds, b"<rss><!--", b"a"),
        (feeds, b"<rss><item><title>", b"a"),
        (feeds, b"<rss><item>", b"<a/>"),
        (feeds, b"<rss><item>", b"<title/>"),
        (feeds, b"<rss>", b"<a>"),
    ],
)
def test_what_never_ends_is_read_up_to_the_limit(format_, head, piece):
    settings = ReadingSettings(max_bytes=100_000)
    stream = io.BufferedReader(_Endless(head, piece, 1_000_000))
    with pytest.raises(Unreadable, match=r"reading\.max_(bytes|nesting)|nor? list|not JSON"):
        list(format_.read_records(stream, place="a", name="a", settings=settings))


def test_no_date_in_words_is_looked_up_in_every_language_there_is(monkeypatch, tmp_path):
    """One odd date in a page's header cost seconds; nothing reads what that search finds."""

    def refuse(*_arguments, **_options):
        raise AssertionError("the page was searched for a date in any language")

    monkeypatch.setattr("dateparser.date.DateDataParser.get_date_data", refuse)
    page = tmp_path / "page.html"
    page.write_text(
        '<html lang="vi"><head><meta name="date" content="12 thang muoi 2013 nhe"></head><body>'
        "<article><p>Vụ cháy chợ Gạo làm 12 người bị thương trong đêm qua.</p></article></body>",
        encoding="utf-8",
    )
    problem, article = iter_articles([page])
    assert article.published is None
    assert "12 thang muoi 2013" in str(problem)
