"""A language is told where it is plain; otherwise nothing is said."""

import unicodedata

import pytest
from hypothesis import given

from reconcile.languages import available_languages
from reconcile.languages.detection import detect_language
from strategies import any_text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hai người bị thương trong vụ tai nạn sáng nay.", "vi"),
        ("Hội nghị khai mạc", "vi"),
        ("Thủ tướng Shinzo Abe và Tổng thống Barack Obama gặp nhau tại Washington D.C.", "vi"),
        ("Nguoi dan cho biet mot chiec xe khach da dam vao cot dien truoc cong truong.", "vi"),
        ("Two people died.", "en"),
        ("A 6.1 magnitude quake hit the coast of Aceh on Tuesday , officials said .", "en"),
        ("Nguyễn Văn An was named head of the bank in Hà Nội on Monday, the paper said.", "en"),
        ("El presidente anunció que el gobierno va a subir los impuestos el próximo año.", None),
        ("Le président a annoncé une réforme de la sécurité sociale et des retraites.", None),
        ("Der Kanzler sagte am Dienstag in Berlin, die Regierung werde daran festhalten.", None),
        ("De politie heeft een man van 34 jaar aangehouden, hij was in de stad.", None),
        ("Presiden mengatakan bahwa pemerintah akan terus membangun jalan di daerah itu.", None),
        ("O ministro disse que a economia do país vai crescer no próximo ano.", None),
        ("Премьер сказал, что договор будет подписан.", None),
        ("两国外长在北京会晤。", None),
        ("12/11/2025 – 3.000", None),
        ("", None),
    ],
)
def test_a_language_is_told_where_it_is_plain(text, language):
    code, reason = detect_language(text)
    assert code == language
    assert reason


@given(any_text)
def test_any_text_has_a_known_language_or_none_in_every_form(text):
    code, _ = detect_language(text)
    assert code in (*available_languages(), None)
    composed = unicodedata.normalize("NFC", text)
    if len(text) < 1000:
        assert (
            detect_language(unicodedata.normalize("NFD", composed))[0]
            == (detect_language(composed)[0])
        )
