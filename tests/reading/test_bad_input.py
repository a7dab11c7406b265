"""Bad input costs what is bad, says so in one line with the cure, and stops nothing else."""

import gzip
import hashlib
import io
import json
import os
import time

import pytest
import zstandard

from growth import is_near_linear
from reading.samples import BODY, ENGLISH, archived
from reconcile import ReadingSettings, read_articles
from reconcile.errors import InvalidSettings
from reconcile.reading.compression import decompressed


def _problem(path, content, **settings):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    result = read_articles([path], settings=ReadingSettings(**settings))
    (problem,) = result.problems
    return problem, result.articles


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.txt", b" \n\t\n", "the file is empty"),
        ("a.jsonl", b"\n", "the file is empty"),
        ("a.csv", b"", "the file is empty"),
        ("a.csv", b"id,text\n", "no record stands under the row of names"),
        ("a.csv", b"id,name\n1,2\n", "no column is called text"),
        ("a.json", b"", "holds no record"),
        ("a.json", b"[]", "holds no record"),
        ("a.json", b'{"text": "a"', "not JSON"),
        ("a.json", b'[{"text": "a"}{"text": "b"}]', "a comma or the end of the list"),
        ("a.json", b"[1]", "a record must be a JSON object, this is 1"),
        ("a.html", b"<html></html>", "no article was found"),
        ("a.xml", b"<rss></rss>", "no item or entry"),
        ("a.xml", b"<rss><item></rss>", "not XML: mismatched tag at line 1"),
        ("a.xml", b'<!DOCTYPE r [<!ENTITY a "b">]><rss/>', "declares XML entities"),
        ("a.parquet", b"PAR1", "broken Parquet"),
        ("a.warc", b"WARC/1.0\r\n", "no web page with an article"),
        ("a.warc", archived(1, "a").replace(b"-URI:", b"-X:"), "a record has not what every"),
        ("a.warc", archived(1, "a").replace(b"Length: ", b"Length: x"), "Invalid WARC record"),
        ("a.jsonl.gz", gzip.compress(b"{}" * 999, mtime=0)[:20], "compressed and broken"),
        ("a.txt", b"ab\0c", "byte 3 is zero: this is no text"),
        ("a.txt", b"%PDF-1.7", "it is a PDF document"),
        ("a.txt", b"PK\x03\x04", "office document"),
    ],
)
def test_a_file_of_nothing_is_one_problem(tmp_path, name, content, said):
    problem, articles = _problem(tmp_path / name, content)
    assert said in problem.message
    assert problem.fatal
    assert problem.source.startswith(str(tmp_path / name))
    assert articles == () or name == "a.json"


def test_one_bad_record_never_stops_the_rest(tmp_path):
    path = tmp_path / "feed.jsonl"
    lines = [
        json.dumps({"id": "a", "text": BODY}),
        "{not json}",
        json.dumps(["a list"]),
        json.dumps({"id": "b", "title": "no text"}),
        json.dumps({"id": "c", "text": " \n "}),
        json.dumps({"id": "d", "text": ENGLISH, "published": "31/02/2024"}),
        json.dumps({"id": "e", "text": 5}),
        '{"text": ' + "[" * 60 + "]" * 60 + "}",
        "[" * 100_000,
        json.dumps({"id": "f", "text": ENGLISH}),
    ]
    data = "\n".join(lines).encode() + b'\n{"id": "g", "text": "Th\xe0nh ph\xf4"}\n'
    path.write_bytes(data)
    result = read_articles([path])
    assert [a.id for a in result.articles] == ["a", "d", "f"]
    assert [p.source.rpartition("#")[2] for p in result.problems] == [
        *"23456789",
        "11",
    ]
    kept = [str(p) for p in result.problems if not p.fatal]
    assert kept == [
        f"{path}#6: 'published' is '31/02/2024', not a date; the article is kept without one"
    ]
    assert "byte 0xE0 at character" in result.problems[-1].message


def test_a_row_with_too_many_cells_is_left_out_and_said(tmp_path):
    problem, articles = _problem(tmp_path / "a.csv", f"id,text\na,b, c\nd,{ENGLISH[:40]}\n")
    assert problem.source.endswith("#2")
    assert "3 cells under 2 names" in problem.message
    assert [a.id for a in articles] == ["d"]


_PLAIN = "Two people were hurt when two buses collided on the bridge this morning."


@pytest.mark.parametrize(
    ("bad", "after", "ids", "said"),
    [
        ('b,"never closed,2025-11-12', f"c,{_PLAIN},\nd,{_PLAIN},", "a", "lines 3 to 5 are"),
        ('b,"never closed,2025-11-12', f'c,"{_PLAIN}",\nd,{_PLAIN},', "ad", "lines 3 to 4 are"),
        ('b,"he said "no" and left",', f"c,{_PLAIN},", "ac", "line 3 is left out"),
        ('b,"he said "no"\nand left,\nall of it",', f"c,{_PLAIN},", "ac", "lines 3 to 5 are"),
    ],
)
def test_a_row_with_a_wrong_quotation_mark_costs_itself_and_is_said(
    tmp_path, bad, after, ids, said
):
    table = f'id,text,date\na,"{ENGLISH}",2025-11-12\n{bad}\n{after}\n'
    problem, articles = _problem(tmp_path / "a.csv", table)
    assert "".join(a.id for a in articles) == ids
    assert problem.source.endswith("#3")
    assert said in problem.message
    assert "check the quotation marks" in problem.message


def test_a_date_that_no_calendar_has_costs_only_the_date(tmp_path):
    path = tmp_path / "feed.jsonl"
    dates = [
        "Fri, 14 Nov 2025 10:30:00 +9959",
        "14 Nov 2025 0:" + "3" * 60,
        "Nov 14 2025 1:00 UTC+48",
    ]
    path.write_text("\n".join(json.dumps({"text": ENGLISH, "date": date}) for date in dates))
    result = read_articles([path])
    assert [a.published for a in result.articles] == [None] * 3
    assert [p.fatal for p in result.problems] == [False] * 3
    assert "the article is kept without one" in result.problems[0].message


def test_objects_inside_objects_are_looked_through_once(tmp_path):
    document = '{"text": "a"}'
    for _ in range(45):
        document = f'{{"content": [{document}, {{}}], "more": {{"content": 1}}}}'
    path = tmp_path / "a.json"
    path.write_text(document)
    assert [a.text for a in read_articles([path]).articles] == ["a"]


def test_a_missing_path_and_a_good_one(tmp_path):
    good = tmp_path / "a.txt"
    good.write_text(BODY, encoding="utf-8")
    result = read_articles([tmp_path / "nowhere.txt", good, "no\0name"])
    assert len(result.articles) == 1
    assert "there is no such file or folder" in str(result.problems[0])
    assert len(result.problems) == 2


def test_limits_are_said_with_the_setting_that_moves_them(tmp_path):
    long = json.dumps({"text": BODY * 10})
    for name, content, setting in (
        ("a.txt", BODY * 10, "max_bytes"),
        ("a.jsonl", long, "max_bytes"),
        ("a.csv", f"id,text\na,{ENGLISH[:50] * 100}", "max_bytes"),
        ("a.json", f"[{long}]", "max_bytes"),
        ("a.xml", f"<rss><item><description>{BODY * 10}</description></item></rss>", "max_bytes"),
    ):
        problem, articles = _problem(tmp_path / name, content, max_bytes=1000)
        assert f"reading.{setting}" in problem.message
        assert articles == ()
    deep = "<rss>" + "<a>" * 60 + "</a>" * 60 + "</rss>"
    assert "reading.max_nesting" in _problem(tmp_path / "b.xml", deep)[0].message
    two = "\n".join([json.dumps({"text": BODY})] * 2)
    problem, articles = _problem(tmp_path / "b.jsonl", two, max_records=1)
    assert "reading.max_records" in problem.message
    assert len(articles) == 1


def test_a_compressed_file_may_not_grow_without_end(tmp_path):
    bomb = gzip.compress(b'{"text": "' + b"a" * 20_000_000 + b'"}')
    problem, articles = _problem(tmp_path / "a.jsonl.gz", bomb, max_bytes=100_000_000)
    assert "reading.max_expansion" in problem.message
    assert articles == ()


def test_two_records_with_one_id_are_told_apart_by_their_content(tmp_path):
    path = tmp_path / "feed.jsonl"
    texts = [BODY, ENGLISH, ENGLISH]
    path.write_text("\n".join(json.dumps({"id": "a", "text": t}) for t in texts))
    result = read_articles([path])
    first, second, third = (a.id for a in result.articles)
    assert (first, third) == ("a", f"{second}-2")
    assert [a.text for a in result.articles] == texts
    assert [p.fatal for p in result.problems] == [False, False]
    assert f"its id 'a' is also that of {path}#1" in result.problems[0].message


def test_names_that_hide_something_are_shown_as_escapes(tmp_path):
    (tmp_path / "new\nline\x1b[31m.txt").write_bytes(b"")
    (tmp_path / "-rf.txt").write_text(BODY, encoding="utf-8")
    os.close(os.open(os.fsencode(tmp_path) + b"/bad\xff.txt", os.O_CREAT | os.O_WRONLY))
    result = read_articles([tmp_path])
    assert [a.id for a in result.articles] == ["-rf"]
    assert sorted(p.source for p in result.problems) == [
        f"{tmp_path}/bad\\udcff.txt",
        f"{tmp_path}/new\\nline\\x1b[31m.txt",
    ]


def test_a_file_of_bad_records_is_a_thousand_problems_and_a_count(tmp_path):
    path = tmp_path / "a.jsonl"
    dated = json.dumps({"text": ENGLISH, "date": "soon"})
    path.write_text("{\n" * 999 + f"{dated}\n" * 3 + "{\n" * 4)
    result = read_articles([path])
    assert len(result.articles) == 3
    assert len(result.problems) == 1002
    assert [str(problem) for problem in result.problems[1000:]] == [
        f"{path}: 4 more records are left out, for reasons like those above",
        f"{path}: 2 more articles are kept with a note like those above",
    ]
    assert result.problems[1000].fatal


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress], ids=["gzip", "zstd"])
def test_a_compressed_file_that_breaks_off_is_read_up_to_there_and_said(tmp_path, pack):
    digests = [hashlib.sha512(f"{n}".encode()).hexdigest() for n in range(900)]
    texts = [f"{ENGLISH} {n}: {digest * 4}" for n, digest in enumerate(digests)]
    rows = [json.dumps({"text": text}) for text in texts]
    item = "<item><description>{}</description></item>".format
    for ending, document in {
        ".json": f"[{','.join(rows)}]",
        ".rss": f"<rss>{''.join(map(item, texts))}</rss>",
    }.items():
        path = tmp_path / f"feed{ending}.{'gz' if pack is gzip.compress else 'zst'}"
        data = pack(document.encode())
        path.write_bytes(data[: len(data) * 4 // 5])
        result = read_articles([path])
        assert len(result.articles) > 400, ending
        assert any("compressed and broken" in problem.message for problem in result.problems)


def test_a_zstd_file_that_grows_far_is_read_in_linear_time():
    def seconds(size):
        packed = io.BytesIO(zstandard.compress(b"0123456789" * 1000 * size))
        begun = time.perf_counter()
        stream = decompressed(packed, max_expansion=1_000_000)
        assert len(stream.read()) == 10_000 * size
        return time.perf_counter() - begun

    assert is_near_linear(seconds, 100)


def test_what_is_hidden_in_a_value_is_escaped_once(tmp_path):
    lines = [json.dumps({"id": "a\x1b", "text": ENGLISH, "date": "so\non"})] * 2
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(lines))
    messages = [problem.message for problem in read_articles([path]).problems]
    assert messages[0].startswith(r"'date' is 'so\non', not a date")
    assert messages[2].startswith(r"its id 'a\x1b' is also that of")


def test_no_problem_breaks_its_line(tmp_path):
    problem, _ = _problem(tmp_path / "a.jsonl", '{"ti\\ntle\\u001b": 1}')
    assert "\n" not in str(problem)
    assert "\x1b" not in str(problem)


@pytest.mark.parametrize(
    "fields",
    [{"texts": "a"}, {"text": 5}, {5: "a", "id": "b"}, "text", "text=a=b", "text=", "text=a,text=b",
     (("text",),), (5,), [5], ["text"], [["text", "a", "b"]], 5],
)  # fmt: skip
def test_a_mapping_of_fields_must_name_fields(fields):
    with pytest.raises(InvalidSettings, match=r"reading\.fields"):
        ReadingSettings(fields=fields)


def test_a_mapping_of_fields_may_be_written_on_the_command_line():
    written = ReadingSettings(fields="text=noi_dung, id=ma")
    assert written == ReadingSettings(fields={"id": "ma", "text": "noi_dung"})
    assert written == ReadingSettings(fields=[["text", "noi_dung"], ("id", "ma")])


@pytest.mark.parametrize(
    "setting", [{"day_first": 1}, {"language": ""}, {"language": 5}, {"max_bytes": 0}]
)
def test_a_setting_out_of_range_is_refused(setting):
    with pytest.raises(InvalidSettings, match=f"reading.{next(iter(setting))} must be"):
        ReadingSettings(**setting)


def test_broken_standard_input_is_a_problem():
    class Broken(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, buffer):
            raise OSError(5, "Input/output error")

    (problem,) = read_articles(["-"], stdin=io.BufferedReader(Broken())).problems
    assert str(problem).startswith("-: it cannot be read")
