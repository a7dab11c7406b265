"""Whatever the bytes, reading ends with articles or problems and raises nothing."""

import io

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from reading.samples import ATOM, BODY, ENGLISH, PAGE, RSS
from reconcile import Article, read_articles
from reconcile.reading.fragments import plain_text
from strategies import any_text

_JSON = f'[{{"id": "a", "text": "{BODY}", "date": "12/11/2025"}}, {{"url": "http://x.example"}}]'
_WHOLE = {
    "a.txt": f"date 2025-11-12 {BODY}\nẢnh: CTV\nBình luận\n3 giờ trước\n{ENGLISH}".encode(),
    "b.txt": BODY.encode("utf-16"),
    "a.json": _JSON.encode(),
    "a.jsonl": _JSON.strip("[]").replace("}, {", "}\n{").encode(),
    "a.csv": f'id;text;date\na;"{BODY}\n";12/11/2025\nb;{ENGLISH};\n'.encode(),
    "a.html": PAGE.encode(),
    "a.rss": RSS.encode(),
    "a.atom": ATOM.encode(),
    "a.jsonl.zst": zstandard.compress(_JSON.strip("[]").encode()),
    "a": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\nHTTP/1.1\n\r\n\r\n",
}
_PIECES = st.sampled_from(
    [b"\0", b"\xff", b"{", b'"', b"[", b"<", b"&#0;", b"\\ud800", b"1e999", b"\r", b"\x85", b";",
     b"NaN", b"\xef\xbb\xbf", b"9" * 5000, b"<![", b"<!--", b"]]>", b"-", b"0001-01-01"]
)  # fmt: skip


@st.composite
def _broken(draw, whole):
    """The bytes with pieces cut out, put in and repeated."""
    data = whole
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        stop = min(start + draw(st.integers(0, 40)), len(data))
        middle = draw(st.one_of(st.just(b""), _PIECES, st.binary(max_size=8)))
        data = data[:start] + middle + data[draw(st.sampled_from([start, stop])) :]
    return data


def _check(result):
    assert result.articles or result.problems
    for article in result.articles:
        assert isinstance(article, Article)
        assert article.id
        assert article.text.strip()
        assert all(b.span.end <= len(article.text) for b in article.boilerplate)
    for problem in result.problems:
        assert problem.message
        assert str(problem).isprintable() or "\n" not in str(problem)


@pytest.mark.parametrize("name", sorted(_WHOLE))
@given(data=st.data())
def test_broken_files_are_read_or_said_to_be_broken(name, data, tmp_path_factory):
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(data.draw(_broken(_WHOLE[name])))
    _check(read_articles([path]))


@given(st.binary(min_size=1, max_size=400))
def test_any_bytes_on_standard_input_are_read_or_said_to_be_broken(data):
    _check(read_articles(["-"], stdin=io.BytesIO(data)))


@given(any_text)
def test_a_text_in_a_record_is_never_changed(text):
    path_text = f"{text}x"
    line = '{"text": ' + _json_string(path_text) + "}"
    (article,) = read_articles(["-"], stdin=io.BytesIO(line.encode())).articles
    assert article.text == path_text


def _json_string(text):
    return '"' + "".join(f"\\u{unit:04x}" for unit in _units(text)) + '"'


def _units(text):
    data = text.encode("utf-16-be", "surrogatepass")
    return [int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data), 2)]


@given(st.text(st.sampled_from("<>/!-[]&;#x ap'\"")))
def test_the_text_of_any_fragment_holds_no_block_tag(fragment):
    assert "<p>" not in plain_text(fragment)
