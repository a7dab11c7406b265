"""Title, publisher, day and language: from the record or the text, never made up."""

import datetime as dt
import json

import pytest

from reading.samples import BODY, ENGLISH
from reconcile import ReadingSettings, read_articles


def _article(path, text):
    path.write_text(text, encoding="utf-8")
    (article,) = read_articles([path]).articles
    assert article.text == text
    return article


def _record(path, settings=None, **fields):
    path.write_text(json.dumps(fields), encoding="utf-8")
    return read_articles([path], settings=settings)


@pytest.mark.parametrize(
    ("beginning", "title", "published"),
    [
        ("", None, None),
        (" date 2025-11-12 ", None, dt.date(2025, 11, 12)),
        ("Va chạm trên cầu Bến Thủy\n\n", "Va chạm trên cầu Bến Thủy", None),
        ("Va chạm trên cầu Bến Thủy\n", "Va chạm trên cầu Bến Thủy", None),
        (
            "Va chạm trên cầu Bến Thủy\n\nLê Minh 12/11/2025 10:30\n",
            "Va chạm trên cầu Bến Thủy",
            dt.datetime(2025, 11, 12, 10, 30),
        ),
        ("12/11/2025 10:30 GMT+7\n", None,
         dt.datetime(2025, 11, 12, 10, 30, tzinfo=dt.timezone(dt.timedelta(hours=7)))),
        ("Cầu Bến Thủy đã thông xe.\n\n", None, None),
        ("Một đoạn thơ\nhai câu\n", None, None),
    ],
)  # fmt: skip
def test_the_first_lines_of_a_text_file_are_metadata(tmp_path, beginning, title, published):
    article = _article(tmp_path / "a.txt", beginning + BODY)
    assert (article.title, article.published) == (title, published)


def test_a_text_broken_into_lines_has_no_title(tmp_path):
    article = _article(tmp_path / "a.txt", "\n".join(BODY[i : i + 60] for i in range(0, 180, 60)))
    assert article.title is None


@pytest.mark.parametrize(
    ("fields", "publisher"),
    [
        ({"publisher": " Báo Mẫu ", "url": "https://www.x.example/1"}, "Báo Mẫu"),
        ({"url": "https://www.x.example/1"}, "x.example"),
        ({"source": "https://x.example/1"}, "x.example"),
        ({"publisher": None, "source": {"id": None, "name": "Báo Mẫu"}}, "Báo Mẫu"),
        ({"publisher": 5}, None),
        ({"url": "not an address"}, None),
        ({"url": "http://[bad"}, None),
        ({}, None),
    ],
)
def test_the_publisher_is_named_or_the_host_of_the_address(tmp_path, fields, publisher):
    (article,) = _record(tmp_path / "a.json", text=BODY, **fields).articles
    assert article.publisher == publisher


def test_a_credit_line_of_its_own_names_the_publisher(tmp_path):
    assert (
        _article(tmp_path / "a.txt", f"{BODY}\n{BODY[:90]}.\nTheo Báo Mẫu").publisher == "Báo Mẫu"
    )


def test_a_date_in_doubt_follows_the_language_of_the_article(tmp_path):
    path = tmp_path / "a.json"
    (article,) = _record(path, text=BODY, published="3/4/2025").articles
    assert article.published == dt.date(2025, 4, 3)
    result = _record(path, text=ENGLISH, published="3/4/2025")
    assert result.articles[0].published is None
    assert "could be 3 April or 4 March; the article is kept without one" in str(result.problems[0])
    american = ReadingSettings(day_first=False)
    (article,) = _record(path, american, text=ENGLISH, published="3/4/2025").articles
    assert article.published == dt.date(2025, 3, 4)


@pytest.mark.parametrize(
    ("stated", "text", "language"),
    [
        (None, BODY, "vi"),
        ("vi_VN", BODY, "vi-VN"),
        ("en", BODY, "vi"),
        ("fr", "Xyz abc", "fr"),
        ("Vietnamese language", ENGLISH, "en"),
        (7, ENGLISH, "en"),
    ],
)
def test_the_text_decides_its_language_where_it_is_plain(tmp_path, stated, text, language):
    (article,) = _record(tmp_path / "a.json", text=text, language=stated).articles
    assert article.language == language


def test_an_uncertain_language_is_said_and_can_be_set(tmp_path):
    path = tmp_path / "a.json"
    result = _record(path, text="Xyz abc 12.")
    assert result.articles[0].language is None
    assert "its language is not certain" in result.problems[0].message
    assert not result.problems[0].fatal
    result = _record(path, ReadingSettings(language="en"), text="Xyz abc 12.")
    assert result.articles[0].language == "en"
    assert result.problems == ()


def test_a_title_of_the_record_comes_before_a_first_line(tmp_path):
    (article,) = _record(
        tmp_path / "a.json", text=f"Va chạm trên cầu\n\n{BODY}", title=" Khác "
    ).articles
    assert article.title == "Khác"
