"""Vietnamese dates and times: what is one, what it means, and what only looks like one.

Articles are published on Wednesday, 23 October 2013, unless a test says otherwise.
"""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages.calendars import attributes_in, dates_in, find, times_in

DAYS = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31))


def vi(sentence: str, published: dt.date | None = dt.date(2013, 10, 23)) -> dict[str, str]:
    return dates_in(sentence, language="vi", published=published)


@pytest.mark.parametrize("headline", ["Việt Nam thắng 2-1", "Chung kết hạng 2", "Tỷ số 2 - 1"])
def test_a_headline_that_ends_in_a_figure_takes_nothing_from_the_date_below(headline):
    """The evening of 19 July is not the second evening."""
    found = vi(f"{headline}\n\nTối 19/7/2025, hai đội gặp nhau.")
    assert list(found) == ["Tối 19/7/2025"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Hai bên ký ngày 12/11/2025.", {"ngày 12/11/2025": "2025-11-12"}),
        ("Lễ ký là 12-11-2025.", {"12-11-2025": "2025-11-12"}),
        ("Lễ ký là 12.11.2025.", {"12.11.2025": "2025-11-12"}),
        ("Anh bị bắt hôm 11.10 ở chợ.", {"hôm 11.10": "2013-10-11*"}),
        ("Họ gặp nhau ngày 23-10.", {"ngày 23-10": "2013-10-23*"}),
        ("Đội đến thủ đô vào 20/10.", {"20/10": "2013-10-20*"}),
        ("Ngày 23 tháng 10 năm 2013, trời mưa.", {"Ngày 23 tháng 10 năm 2013": "2013-10-23"}),
        ("Ngày 2013-10-23 trời mưa.", {"2013-10-23": "2013-10-23"}),
        ("Thứ Ba 22/10, giá giảm.", {"Thứ Ba 22/10": "2013-10-22*"}),
        ("Quan hệ có từ tháng 9/2023.", {"tháng 9/2023": "2023-09"}),
        ("Nhà máy mở tháng 9.2012.", {"tháng 9.2012": "2012-09"}),
        ("Nhà máy mở tháng 8-2013.", {"tháng 8-2013": "2013-08"}),
        ("Anh tới nước này hồi tháng Tám.", {"tháng Tám": "2013-08*"}),
        ("Cầu xong năm 2010.", {"năm 2010": "2010"}),
        ("Lãi quý III/2013 tăng.", {"quý III/2013": "2013-07-01–2013-09-30"}),
        ("Lãi quý 4/2012 tăng.", {"quý 4/2012": "2012-10-01–2012-12-31"}),
        ("Lãi 6 tháng đầu năm giảm.", {"6 tháng đầu năm": "2013-01-01–2013-06-30*"}),
        ("Lãi 9 tháng đầu năm 2012 giảm.", {"9 tháng đầu năm 2012": "2012-01-01–2012-09-30"}),
        ("Lãi nửa đầu năm 2012 giảm.", {"nửa đầu năm 2012": "2012-01-01–2012-06-30"}),
        ("Phim của thập niên 1950.", {"thập niên 1950": "1950-01-01–1959-12-31"}),
        ("Nhạc của những năm 90 hay.", {"những năm 90": "1990-01-01–1999-12-31"}),
        ("Bình gốm thế kỷ XV.", {"thế kỷ XV": "1401-01-01–1500-12-31"}),
        ("Máy ra mắt cuối 2014.", {"cuối 2014": "2014-09-01–2014-12-31"}),
        ("Sách sau 2015 sẽ khác.", {"2015": "2015"}),
        ("Ông về quê đầu tháng 7.", {"đầu tháng 7": "2013-07-01–2013-07-15*"}),
        ("Cửa hàng mở đến hết tháng 1/2013.", {"hết tháng 1/2013": "2013-01-31"}),
    ],
)
def test_a_date_is_read_at_the_grain_it_is_written_in(sentence, expected):
    assert vi(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Vòng này từ 12–14/11/2025.", {"từ 12–14/11/2025": "2025-11-12–2025-11-14…"}),
        ("Vòng này từ 12-14/11.", {"từ 12-14/11": "2013-11-12–2013-11-14*…"}),
        ("Mưa ngày 19 và 20/10.", {"ngày 19 và 20/10": "2013-10-19–2013-10-20*…"}),
        ("Mưa từ ngày 20 đến 26-10.", {"từ ngày 20 đến 26-10": "2013-10-20–2013-10-26*…"}),
        (
            "Thanh tra từ ngày 1/1/2001 đến 30/9/2013.",
            {"từ ngày 1/1/2001 đến 30/9/2013": "2001-01-01–2013-09-30…"},
        ),
        ("Dự án 1/2012-8/2013.", {"1/2012-8/2013": "2012-01-01–2013-08-31…"}),
        ("Ông dạy giai đoạn 1995–2000.", {"giai đoạn 1995–2000": "1995-01-01–2000-12-31…"}),
        ("Bà là phó phòng (1989–2001).", {"1989–2001": "1989-01-01–2001-12-31…"}),
        ("Hội nhiệm kỳ 2013 – 2018.", {"nhiệm kỳ 2013 – 2018": "2013-01-01–2018-12-31…"}),
        (
            "Bán từ 8/11 tới hết ngày 24/11.",
            {"từ 8/11 tới hết ngày 24/11": "2013-11-08–2013-11-24*…"},
        ),
        (
            "Mở cửa từ tháng 4 đến tháng 6/2013.",
            {"từ tháng 4 đến tháng 6/2013": "2013-04-01–2013-06-30…"},
        ),
        ("Nghỉ từ 28/12 đến 3/1.", {"từ 28/12 đến 3/1": "2013-12-28–2014-01-03*…"}),
        (
            "Giảm từ năm 2004 đến tháng 9/2013.",
            {"từ năm 2004 đến tháng 9/2013": "2004-01-01–2013-09-30…"},
        ),
    ],
)
def test_a_range_says_how_long_something_lasted(sentence, expected):
    assert vi(sentence) == expected


def test_days_of_a_list_that_are_no_stretch_stand_alone():
    assert list(vi("Bà nghỉ ngày 5, 12 và 19/10.").values()) == [
        "2013-10-05*",
        "2013-10-12*",
        "2013-10-19*",
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sáng 12/11, mưa to.", {"Sáng 12/11": "2013-11-12 00:00–11:59*"}),
        ("Họ đến chiều ngày 12/11.", {"chiều ngày 12/11": "2013-11-12 12:00–18:59*"}),
        ("Tối 23/4/2025, họ đến.", {"Tối 23/4/2025": "2025-04-23 17:00–23:59"}),
        ("Rạng sáng nay, mưa to.", {"Rạng sáng nay": "2013-10-23 00:00–06:59*"}),
        ("Đêm qua mưa to.", {"Đêm qua": "2013-10-22 18:00–2013-10-23 05:59*"}),
        ("Sáng nay (22/10) mưa.", {"Sáng nay (22/10)": "2013-10-22 00:00–11:59*"}),
    ],
)
def test_a_part_of_the_day_belongs_to_its_day(sentence, expected):
    assert vi(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Hôm qua trời mưa.", {"Hôm qua": "2013-10-22*"}),
        ("Hôm nay trời mưa.", {"Hôm nay": "2013-10-23*"}),
        ("Họ gặp nhau thứ Ba tuần trước.", {"thứ Ba tuần trước": "2013-10-15*"}),
        ("Họ gặp nhau hôm thứ Năm.", {"hôm thứ Năm": "2013-10-17*"}),
        ("Họ gặp nhau thứ Sáu tuần này.", {"thứ Sáu tuần này": "2013-10-25*"}),
        ("Giá tăng tuần trước.", {"tuần trước": "2013-10-14–2013-10-20*"}),
        ("Giá tăng đầu tuần này.", {"đầu tuần này": "2013-10-21–2013-10-23*"}),
        ("Họ cưới tháng trước.", {"tháng trước": "2013-09*"}),
        ("Họ cưới cuối năm ngoái.", {"cuối năm ngoái": "2012-09-01–2012-12-31*"}),
        ("Họ cưới đầu năm nay.", {"đầu năm nay": "2013-01-01–2013-04-30*"}),
        ("Họ cưới tháng 12 năm ngoái.", {"tháng 12 năm ngoái": "2012-12*"}),
        ("Cách đây hai ngày, anh về.", {"Cách đây hai ngày": "2013-10-21*"}),
        ("Anh về hai ngày trước.", {"hai ngày trước": "2013-10-21*"}),
        ("Mùa hè vừa qua anh về.", {"Mùa hè vừa qua": "2013-05-01–2013-09-30*"}),
        ("Xuất khẩu từ đầu năm đến nay tăng.", {"từ đầu năm đến nay": "2013-01-01–2013-10-23*…"}),
    ],
)
def test_a_relative_date_counts_from_the_day_of_publication(sentence, expected):
    assert vi(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ngày 22 tháng trước, đoàn đến.", {"Ngày 22 tháng trước": "2013-09-22*"}),
        ("Hôm 2 tháng này, đoàn đến.", {"Hôm 2 tháng này": "2013-10-02*"}),
        ("Nửa đầu tháng 10, giá tăng.", {"Nửa đầu tháng 10": "2013-10-01–2013-10-15*"}),
        ("Ngày 20, đoàn đến.", {"Ngày 20": "2013-10-20*"}),
        ("Tối 22, hai đội gặp nhau.", {"Tối 22": "2013-10-22 17:00–23:59*"}),
        ("Bà sẽ đi vào ngày 25.", {"ngày 25": "2013-10-25*"}),
        ("Từ ngày 25, trời trở lạnh.", {"ngày 25": "2013-10-25*"}),
        ("Từ ngày 30, trời trở lạnh.", {"ngày 30": "2013-10-30*"}),
        ("Ngày 15/9, anh đi. Đến ngày 20, anh về.", {"Ngày 15/9": "2013-09-15*"}),
        ("Thứ Năm, báo viết về vụ này.", {"Thứ Năm": "2013-10-17*"}),
        ("Tháng 10/2012 anh đi. Ngày 20, anh về.", {"Tháng 10/2012": "2012-10"}),
    ],
)
def test_a_day_without_a_month_is_the_nearest_unless_the_story_is_elsewhere(sentence, expected):
    assert vi(sentence) == expected


def test_a_day_without_a_month_lies_in_a_stretch_over_the_turn_of_the_year():
    sentence = "Lễ hội từ ngày 28/12 đến 5/1. Ngày 3, trời mưa."
    found = vi(sentence, published=dt.date(2014, 1, 6))
    assert found["Ngày 3"] == "2014-01-03*"


def test_a_day_alone_in_brackets_is_read_where_the_article_writes_its_days_so():
    assert vi("Đội đến ngày 17-10, rồi gặp Đồng Nai (28-10).")["28-10"] == "2013-10-28*"
    assert vi("Đội thắng Đồng Nai (28-10).") == {}


def test_the_same_day_is_the_last_day_mentioned():
    found = vi("Ngày 20/10, họ đến. Chiều cùng ngày, họ đi. Cùng ngày, trời mưa.")
    assert found["Chiều cùng ngày"] == "2013-10-20 12:00–18:59*"
    assert found["Cùng ngày"] == "2013-10-20*"


def test_the_same_day_after_a_range_is_left_open():
    assert list(vi("Từ 12–14/10, họ họp. Cùng ngày, trời mưa.")) == ["Từ 12–14/10"]


@pytest.mark.parametrize(
    ("published", "sentence", "expected"),
    [
        (dt.date(2014, 1, 5), "Anh mất ngày 28/12.", "2013-12-28*"),
        (dt.date(2013, 12, 20), "Giải bắt đầu ngày 5/1.", "2014-01-05*"),
        (dt.date(2013, 11, 1), "Họ cưới ngày 10/2.", "2013-02-10*"),
        (dt.date(2013, 11, 1), "Phim chiếu tháng 2 tới.", "2014-02*"),
        (dt.date(2013, 2, 1), "Anh bị bắt hồi tháng 10.", "2012-10*"),
        (dt.date(2013, 2, 1), "Anh bị bắt tháng 9.", "--09"),
    ],
)
def test_the_year_that_a_date_leaves_out_is_the_nearest_that_makes_sense(
    published, sentence, expected
):
    assert list(vi(sentence, published).values()) == [expected]


def test_without_a_day_of_publication_the_years_inside_the_article_count():
    found = vi("Từ ngày 19–22/5/2025, hai bên họp. Quan hệ có từ cuối năm ngoái.", None)
    assert found["cuối năm ngoái"] == "2024-09-01–2024-12-31*"


def test_without_any_year_a_date_stays_without_one():
    assert vi("Ngày 23/10, hai bên họp. Hôm qua trời mưa.", None) == {"Ngày 23/10": "--10-23"}


def test_a_birthday_gives_the_article_no_year():
    assert vi("Bà sinh ngày 6/7/1955. Ngày 5/8 bà nghỉ hưu.", None)["Ngày 5/8"] == "--08-05"


@pytest.mark.parametrize(
    "sentence",
    [
        "Đội nhà thắng 1-1, 0-4 rồi 21-17.",
        "Đội nhà bị dẫn trước 2-1.",
        "Từ chỗ dẫn trước 13/10, anh thua.",
        "Có 1/2 xô canh và 3/4 dân số.",
        "Thành phố có 41/81 tuyến đường ngập.",
        "Có 8/11 nhóm hàng tăng giá.",
        "Ống kính F/1.8 và cảm biến 1/2.3 inch.",
        "Máy chạy Android 4.3 với 7.000 - 8.000 đồng mỗi ngày.",
        "Theo Quyết định 753/QĐ-TTg và Nghị định 72/2013/NĐ-CP.",
        "Xem http://bao.vn/2013/10/23/tin-102251111190605736.htm nhé.",
        "Họp lần thứ 8, vòng thứ ba, đường băng thứ hai.",
        "Thứ trưởng nói. Thứ hai, về giá xăng: giảm.",
        "Họ ở đây hơn 12 năm, rồi 3 ngày, rồi 6 tháng 10 ngày.",
        "Nhà ở 28/5 đường Lê Lợi, gọi 0912.345.678.",
        "Có năm người và ba con, hạng tư.",
        "Không có tháng 13, ngày 31/02 hay 30/2.",
        "Quán mở 24/7, trực 24/24h.",
        "Ông tối qua đời tại nhà riêng.",
        "Uống mỗi ngày 2-3 lần, một ngày 3-4 viên.",
        "Đây là ngày thứ hai của hội nghị.",
        "Mùng 3 Tết, rằm tháng Giêng, 15/8 âm lịch, 23 tháng Chạp.",
        "Hai ngày trước trận đấu, ba tuần trước đó, nhiều năm trước.",
        "Sau Thế chiến thứ Hai, Cách mạng tháng Tám thành công.",
        "Có 2010 người và 1999 USD.",
    ],
)
def test_what_only_looks_like_a_date_is_none(sentence):
    assert vi(sentence) == {}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Phim chiếu 20h30.", {"20h30": "20:30"}),
        ("Phim chiếu lúc 19 giờ.", {"19 giờ": "19:00"}),
        ("Lúc kiểm tra (10g20) bếp vắng.", {"10g20": "10:20"}),
        ("Họ đi lúc 8 giờ sáng.", {"8 giờ sáng": "08:00"}),
        ("Họ đi lúc 3 giờ chiều.", {"3 giờ chiều": "15:00"}),
        ("Họ đi lúc 8 giờ rưỡi tối.", {"8 giờ rưỡi tối": "20:30"}),
        ("Họ đi lúc 12 giờ đêm.", {"12 giờ đêm": "00:00"}),
        ("Họ đi lúc 9 giờ kém 15 phút sáng.", {"9 giờ kém 15 phút sáng": "08:45"}),
        ("Họ đi khoảng 15h.", {"khoảng 15h": "14:30–15:30"}),
        ("Họ đến gần 15h mới đi.", {"gần 15h": "14:01–14:59"}),
        ("Hơn 15h, họ mới đi.", {"Hơn 15h": "15:01–15:59"}),
        ("Mưa khoảng từ 15h30 đến 15h50.", {"15h30 đến 15h50": "15:30–15:50"}),
        ("Khoảng 11 giờ 30 ngày 1.11, xe đổ.", {"Khoảng 11 giờ 30": "11:15–11:45"}),
        ("Giá đến 16h45 chiều qua là thế.", {"16h45": "16:45"}),
    ],
)
def test_a_time_of_day_is_an_interval_of_minutes(sentence, expected):
    assert times_in(sentence, language="vi") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Họ đi trong 3 giờ, nghỉ sau 2 giờ.",
        "Pin dùng được 24 giờ.",
        "Nước ngập nửa giờ đồng hồ, 3 giờ liền.",
        "Bàn thắng ở phút 82 và phút thứ 24.",
        "Máy có 4G, nặng 150g, mạng 3G.",
        "Tin này đăng 3 giờ trước.",
    ],
)
def test_a_number_of_hours_is_no_time_of_day(sentence):
    assert times_in(sentence, language="vi") == {}


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        (
            "Vòng đàm phán thứ hai về thuế diễn ra từ ngày 19–22/5.",
            "từ ngày 19–22/5",
            ("when", "Vòng đàm phán thứ hai"),
        ),
        ("Giá nước tăng từ 1/10.", "1/10", ("from", None)),
        ("Giá tăng so với cùng kỳ năm ngoái.", "năm ngoái", ("compared", None)),
        ("Triển lãm kéo dài đến hết ngày 5/11.", "ngày 5/11", ("until", None)),
        ("Cửa hàng phải đóng trước ngày 31/10.", "ngày 31/10", ("before", None)),
        ("Hội nghị khai mạc ngày 5/10.", "ngày 5/10", ("from", "Hội nghị")),
        ("Hội nghị bế mạc ngày 5/10.", "ngày 5/10", ("until", "Hội nghị")),
        ("Đến ngày 15/10, ông trở về.", "ngày 15/10", ("when", None)),
        ("Bà Lan sinh năm 1975.", "năm 1975", ("born", None)),
        ("Các thí sinh năm nay rất giỏi.", "năm nay", ("when", None)),
        ("Xe nổ lúc 19 giờ (giờ địa phương).", "19 giờ", ("when, giờ địa phương", None)),
        ("Xe nổ lúc 19 giờ (theo giờ Hà Nội).", "19 giờ", ("when, giờ hà nội", None)),
        (
            "Vụ cháy tòa chung cư cao tầng nằm sát ngay bờ sông lớn phía Đông xảy ra ngày 5/10.",
            "ngày 5/10",
            ("when", "Vụ cháy tòa chung cư cao tầng nằm sát ngay bờ sông lớn phía"),
        ),
        (
            "Đối tác chiến lược giữa Việt Nam và Nhật Bản được nâng cấp tháng 3/2014.",
            "tháng 3/2014",
            ("established", "Đối tác chiến lược Nhật Bản – Việt Nam"),
        ),
    ],
)
def test_the_words_before_a_date_say_what_it_is_to_the_event(sentence, words, expected):
    assert attributes_in(sentence, language="vi")[words] == expected


@given(DAYS)
def test_every_spelling_of_a_day_means_the_same_day(day):
    d, m, y = day.day, day.month, day.year
    spellings = [
        f"ngày {d}/{m}/{y}",
        f"ngày {d:02}/{m:02}/{y}",
        f"ngày {d}-{m}-{y}",
        f"ngày {d}.{m}.{y}",
        f"ngày {d} tháng {m} năm {y}",
        f"ngày {d} tháng {m}, năm {y}",
        f"ngày {d} tháng {m}/{y}",
        day.isoformat(),
    ]
    for spelling in spellings:
        assert list(vi(f"Họ gặp nhau {spelling}.").values()) == [day.isoformat()], spelling


WORDS = st.sampled_from(
    [
        "ngày",
        "tháng",
        "năm",
        "hôm",
        "nay",
        "qua",
        "sáng",
        "tối",
        "đêm",
        "thứ",
        "ba",
        "tư",
        "1",
        "2",
        "12/11",
        "12-14/11",
        "2013",
        "1/2012-8/2013",
        "từ",
        "đến",
        "và",
        "-",
        "–",
        "(",
        ")",
        ",",
        ".",
        "quý",
        "III",
        "đầu",
        "cuối",
        "tuần",
        "trước",
        "cùng",
        "giờ",
        "19h30",
        "15h",
        "lúc",
        "gần",
        "31/02",
        "9/2023",
        "tới",
        "thế",
        "kỷ",
        "XX",
        "mùa",
        "hè",
        "cách",
        "đây",
        "hai",
        "trước",
        "hết",
        "nửa",
        "99/99",
        "sinh",
        "diễn",
        "ra",
        "vòng",
    ]
)


@given(st.lists(WORDS, max_size=30))
def test_any_string_of_words_gives_dates_in_order_that_do_not_overlap(words):
    dates, times = find(" ".join(words), language="vi")
    for found in (dates, times):
        spans = [(mention.start, mention.end) for _, mention in found]
        assert spans == sorted(spans)
        assert all(a < b for a, b in spans)
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@given(st.text(max_size=200))
def test_any_text_at_all_can_be_read(text):
    find(text, language="vi")
    find(text, language="en")
    find(text, language="und")
