"""Bytes to text: certain, or a guess that is said, or a problem; never silently repaired."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.samples import BODY, ENGLISH
from reconcile import read_articles
from reconcile.reading.encodings import decode
from reconcile.reading.mojibake import find_mojibake
from reconcile.reading.records import Unreadable


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("text", [BODY, ENGLISH, unicodedata.normalize("NFD", BODY)])
def test_unicode_is_read_exactly_and_the_mark_is_no_part_of_it(encoding, text):
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert (decoded.note is None) == (encoding not in ("utf-16-le", "utf-16-be"))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_every_text_survives_utf_8(text):
    assert decode(text.encode()).text == text


def _windows_1258(text):
    """The text in letters and combining tones, as that code page has them."""
    pieces = []
    for character in text:
        letter, *tones = unicodedata.normalize("NFD", character)
        while tones and tones[0] in "\u0302\u0306\u031b":  # a quality mark belongs to the letter
            letter = unicodedata.normalize("NFC", letter + tones.pop(0))
        pieces.append(letter + "".join(tones))
    return "".join(pieces).encode("cp1258")


def test_windows_1258_is_a_guess_that_is_said():
    text = BODY.replace("ệ", "ê").replace("ậ", "â").replace("ộ", "ô")
    decoded = decode(_windows_1258(text))
    assert unicodedata.normalize("NFC", decoded.text) == text
    assert "windows-1258, which is a guess; save it as UTF-8" in decoded.note


def test_windows_1252_is_a_guess_that_is_said():
    decoded = decode(f"“{ENGLISH}” – café".encode("cp1252"))
    assert decoded.text == f"“{ENGLISH}” – café"
    assert "a guess" in decoded.note


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (BODY.encode()[:40] + b"\xff" + BODY.encode()[40:], "is not UTF-8"),
        (BODY.encode()[:-1] + b"\xe1", "(line 1)"),
        (b"\x8f\x9d\x81\x90" * 30, "its encoding cannot be told"),
        (b"\xff\xfea", "is not UTF-16"),
        (b"\x7fELF\0\1\2", "is zero"),
    ],
)
def test_what_is_no_text_is_refused_with_the_cure(data, said):
    with pytest.raises(Unreadable) as refused:
        decode(data)
    assert said in str(refused.value)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_problem(data):
    try:
        decoded = decode(data)
    except Unreadable:
        return
    assert decoded.text.encode("utf-8", "surrogatepass") or not data


def test_mojibake_is_said_and_kept(tmp_path):
    path = tmp_path / "a.txt"
    garbled = BODY.encode().decode("cp1252", "replace")
    path.write_text(garbled, encoding="utf-8")
    result = read_articles([path])
    assert result.articles[0].text == garbled
    assert any("UTF-8 that was read as windows-1252" in p.message for p in result.problems)
    assert not any(p.fatal for p in result.problems)


# How two encodings from before Unicode write what stands in the sample; bytes as windows-1252.
_VNI_TONES = dict(zip("\u0301\u0300\u0309\u0303\u0323", "ùøûõï", strict=True))
_VNI_LETTERS = {"â": "aâ", "ê": "eâ", "ô": "oâ", "ơ": "ô", "ư": "ö", "đ": "ñ", "ă": "aê"}
_TCVN3 = dict(
    zip("ăâêôơưđàảãáạầấậèẻẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        "¨©ª«¬­®µ¶·¸¹ÇÊËÌÎÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ", strict=True)
)  # fmt: skip


def _as_vni(text):
    pieces = []
    for character in text:
        letter, *marks = unicodedata.normalize("NFD", character)
        while marks and marks[0] not in _VNI_TONES:
            letter = unicodedata.normalize("NFC", letter + marks.pop(0))
        tone = "".join(_VNI_TONES[mark] for mark in marks)
        pieces.append(_VNI_LETTERS.get(letter, letter) + tone)
    return "".join(pieces)


def _as_tcvn3(text):
    return "".join(_TCVN3.get(character, character) for character in text)


@pytest.mark.parametrize(("written", "name"), [(_as_vni, "VNI"), (_as_tcvn3, "TCVN3")])
def test_encodings_from_before_unicode_are_said_and_not_guessed(tmp_path, written, name):
    path = tmp_path / "a.txt"
    text = written(unicodedata.normalize("NFC", BODY)) * 3
    path.write_text(text, encoding="utf-8")
    result = read_articles([path])
    assert result.articles[0].text == text
    assert any(f"looks like {name} that was read as another" in p.message for p in result.problems)
    path.write_bytes(text.encode("cp1252"))
    (problem,) = read_articles([path]).problems
    assert problem.fatal
    assert "for TCVN3 and VNI with a converter" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        ENGLISH,
        "Ã là một chữ cái; crème brûlée à la carte",
        "Château, goût, naïve, Ærø, Tromsø, über, 5 µg, 3 µm, ©2025 A, ®B, «c», «d»",
    ],
)
def test_real_text_is_not_taken_for_mojibake(text):
    assert find_mojibake(text) is None


def test_a_feed_in_utf_16_is_read_record_by_record(tmp_path):
    path = tmp_path / "feed.jsonl"
    path.write_bytes(f'{{"text": "{BODY}"}}\n{{"text": "{ENGLISH}"}}\n'.encode("utf-16"))
    result = read_articles([path])
    assert [a.text for a in result.articles] == [BODY, ENGLISH]


def test_a_feed_that_breaks_off_in_utf_16_keeps_what_came_before(tmp_path):
    path = tmp_path / "feed.jsonl"
    lines = "".join(f'{{"id": {n}, "text": "{ENGLISH}"}}\n' for n in range(200))
    path.write_bytes(lines.encode("utf-16")[:-1])
    result = read_articles([path])
    assert len(result.articles) > 100
    assert len(result.problems) == 1


def test_composed_and_decomposed_text_stay_as_they_are(tmp_path):
    for form in ("NFC", "NFD"):
        path = tmp_path / f"{form}.txt"
        text = unicodedata.normalize(form, BODY)
        path.write_text(text, encoding="utf-8")
        (article,) = read_articles([path]).articles
        assert (article.text, article.language) == (text, "vi")
