"""A text that is passed is one that settling leaves as it is."""

from hypothesis import given
from hypothesis import strategies as st

from reconcile.text import normalise
from reconcile.text.screening import find_unsettled
from reconcile.text.tokens import encode_texts
from strategies import any_text

LETTERS = "hHqQoòóOuúUaàáyỳýeéèiíơớưêôâăn,.;:!?()'’\"“”-–\u00a0\u0301\u0323 0\n"
TEXTS = st.lists(st.one_of(any_text, st.text(st.sampled_from(LETTERS), max_size=12)))


@given(TEXTS)
def test_a_text_that_is_passed_is_left_as_it_is(texts):
    unsettled = find_unsettled(*encode_texts(texts))
    for position, text in enumerate(texts):
        if position not in unsettled:
            settled = normalise(text)
            assert (settled.text, settled.starts) == (text, None)


def test_ordinary_prose_is_passed():
    texts = [
        "Đoàn công tác gồm 12 người tới Hoàn Kiếm sáng 3/4; họ quý trọng “thời gian”.",
        "Two people, both from Đà Nẵng, were hurt (one badly) on 3 April 2024.",
    ]
    assert find_unsettled(*encode_texts(texts)) == []


def test_each_reason_to_settle_is_seen():
    texts = ["hoà", "Uỷ ban", "mơí", "cuả", "he said .", "a\u00a0b", "ho\u0300a", "it 's"]
    assert find_unsettled(*encode_texts(texts)) == list(range(len(texts)))
