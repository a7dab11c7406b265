"""Whatever the bytes, reading ends with articles or problems and raises nothing.

The targets are those of the long runs, ``python tests/fuzz/run.py``; here each is tried a little.
"""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.targets import TARGETS
from reconcile import read_articles
from reconcile.reading.fragments import plain_text
from strategies import any_text

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


def _try(target, data):
    whole = target.unpack(data.draw(st.sampled_from(target.seeds())))
    target.run(target.pack(data.draw(_broken(whole))))


@pytest.mark.parametrize("name", sorted(TARGETS.keys() - {"reports"}))
@given(data=st.data())
def test_broken_input_does_no_harm(name, data):
    _try(TARGETS[name], data)


@settings(max_examples=10)
@given(st.data())
def test_a_report_on_broken_texts_is_a_report(data):
    _try(TARGETS["reports"], data)


@given(st.binary(max_size=400))
def test_any_bytes_on_standard_input_do_no_harm(data):
    TARGETS["stdin"].run(data)


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
