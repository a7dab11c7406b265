"""Numbers in Vietnamese sentences."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import is_near_linear
from reconcile.languages.vi.numerals import find_numbers, topic_of
from reconcile.values import Quantity, Score

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def found(text, *, taken=()):
    """Every number as (kind, words)."""
    return [(m.kind, text[m.start : m.end]) for m in find_numbers(text, text.lower(), taken=taken)]


def only(text):
    (mention,) = find_numbers(text, text.lower(), taken=())
    return mention


def topic(text):
    return topic_of(text.lower(), only(text), clause=(0, len(text)))


def topics(text):
    clauses = find_numbers(text, text.lower(), taken=())
    ends = [0, *(m.end for m in clauses)]
    starts = [*(m.start for m in clauses[1:]), len(text)]
    return [
        topic_of(text.lower(), m, clause=(end, start))
        for m, end, start in zip(clauses, ends, starts, strict=False)
    ]


def below_hundred(number, *, four="tư", five="lăm"):
    tens, unit = divmod(number, 10)
    if tens == 0:
        return DIGITS[unit]
    if tens == 1:
        return "mười" + (f" {five if unit == 5 else DIGITS[unit]}" if unit else "")
    last = {0: "", 1: " mốt", 4: f" {four}", 5: f" {five}"}.get(unit, f" {DIGITS[unit]}")
    return f"{DIGITS[tens]} mươi{last}"


def below_thousand(number, *, odd, whole, four):
    hundreds, rest = divmod(number, 100)
    if hundreds == 0 and not whole:
        return below_hundred(rest, four=four)
    head = f"{DIGITS[hundreds]} trăm"
    if rest == 0:
        return head
    return f"{head} {odd + ' ' if rest < 10 else ''}{below_hundred(rest, four=four)}"


def in_words(number, *, odd="linh", thousand="nghìn", billion="tỷ", four="tư"):
    """A number below a million million in Vietnamese words."""
    parts = []
    for scale, word in ((10**9, billion), (10**6, "triệu"), (10**3, thousand), (1, "")):
        group, number = divmod(number, scale)
        if group:
            words = below_thousand(group, odd=odd, whole=bool(parts), four=four)
            parts.append(f"{words} {word}".strip())
    return " ".join(parts)


@given(
    st.integers(min_value=2, max_value=10**12 - 1).filter(lambda n: n % 1000),
    st.sampled_from(["linh", "lẻ"]),
    st.sampled_from(["nghìn", "ngàn"]),
    st.sampled_from(["tỷ", "tỉ"]),
    st.sampled_from(["tư", "bốn"]),
)
def test_numbers_in_words_read_back(number, odd, thousand, billion, four):
    words = in_words(number, odd=odd, thousand=thousand, billion=billion, four=four)
    mention = only(f"Có {words} người chết.")
    assert mention.value == Quantity.exactly(number)


@given(st.integers(min_value=11, max_value=10**9))
def test_digits_and_words_of_one_number_agree(number):
    digits, words = f"{number:,}".replace(",", "."), in_words(number)
    left, right = only(f"Có {digits} người chết."), only(f"Có {words} người chết.")
    assert left.value.relate(right.value).can_both_be_true


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("hai mươi tư", 24),
        ("mười lăm", 15),
        ("một trăm linh năm", 105),
        ("một trăm lẻ ba", 103),
        ("hai nghìn không trăm mười ba", 2013),
        ("ba trăm", 300),
        ("năm chục", 50),
        ("chín mươi mốt", 91),
    ],
)
def test_a_number_in_words(words, number):
    assert only(f"Có {words} người bị thương.").value == Quantity.exactly(number)


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("gần 3.000 người", 2700, 3000),
        ("khoảng 20 người", 18, 22),
        ("hơn 500 người", 500, None),
        ("ít nhất 10 người", 10, None),
        ("dưới 25 người", None, 25),
        ("tối đa 16 người", None, 16),
        ("25-30 người", 25, 30),
        ("7.000 – 8.000 người", 7000, 8000),
        ("2 hoặc 3 người", 2, 3),
        ("hàng trăm người", 100, 1000),
        ("hàng chục nghìn người", 10_000, 100_000),
        ("vài chục người", 20, 90),
        ("nửa triệu người", 500_000, 500_000),
        ("hơn chục người", 10, None),
        ("gần trăm người", 90, 100),
    ],
)
def test_a_count_is_an_interval_and_quotes_hedge_number_and_noun(phrase, low, high):
    mention = only(f"Sự việc có {phrase} tham gia.")
    assert (mention.start, mention.end) == (11, 11 + len(phrase))
    bounds = [None if bound is None else Decimal(bound) for bound in (low, high)]
    assert [mention.value.low, mention.value.high] == bounds


@pytest.mark.parametrize("phrase", ["2 tỷ 300 triệu đồng", "hai tỷ 300 triệu đồng"])
def test_a_sum_told_in_ever_smaller_scales_is_one(phrase):
    mention = only(f"Anh trả {phrase}.")
    assert (mention.value.low, mention.value.high) == (2_299_500_000, 2_300_499_000)


def test_a_sum_that_ends_in_a_fraction_of_its_scale_takes_no_smaller_one():
    assert found("Anh trả 1,5 tỷ 300 triệu đồng.") == [("money", "300 triệu đồng")]


def test_a_word_that_begins_like_a_currency_is_none():
    assert found("Máy thế hệ 2 đồng thời ra mắt.") == [("ordinal", "thế hệ 2")]


@pytest.mark.parametrize(
    ("phrase", "kind", "number", "unit"),
    [
        ("57%", "percent", "57", "%"),
        ("57 phần trăm", "percent", "57", "%"),
        ("6,4%", "percent", "6.4", "%"),
        ("3.400 mAh", "measure", "3400", "mAh"),
        ("5,7inch", "measure", "5.7", "inch"),
        ("19.000ha", "measure", "19000", "ha"),
        ("120 km/h", "measure", "120", "km/h"),
        ("200 tấn/năm", "measure", "200", "t/year"),
        ("29 độ C", "measure", "29", "°C"),
        ("400 đồng/lít", "money", "400", "VND/l"),
        ("400 đồng một lít", "money", "400", "VND/l"),
        ("2.900.000 VNĐ", "money", "2900000", "VND"),
        ("320.000đ", "money", "320000", "VND"),
        ("399 USD", "money", "399", "USD"),
        ("5.000 đô la Mỹ", "money", "5000", "USD"),
        ("$1500", "money", "1500", "USD"),
        ("800 nhân dân tệ", "money", "800", "CNY"),
        ("35 tuổi", "age", "35", "year"),
        ("10 tiếng", "duration", "10", "hour"),
        ("ba ngày", "duration", "3", "day"),
        ("hai năm rưỡi", "duration", "2.5", "year"),
        ("nửa giờ đồng hồ", "duration", "0.5", "hour"),
        ("năm năm", "duration", "5", "year"),
        ("hai mươi năm", "duration", "20", "year"),
    ],
)
def test_a_number_with_its_unit(phrase, kind, number, unit):
    mention = only(f"Mức này được {phrase}.")
    assert (mention.kind, mention.value) == (kind, Quantity.exactly(Decimal(number), unit=unit))
    assert f"Mức này được {phrase}."[mention.start : mention.end] == phrase


@pytest.mark.parametrize(
    ("phrase", "number"),
    [("1,5 tỷ đồng", 1_500_000_000), ("2 tỉ đồng", 2_000_000_000), ("100 nghìn tỷ đồng", 10**14)],
)
def test_a_scale_word_makes_the_number_a_rounded_one(phrase, number):
    value = only(f"Công ty lãi {phrase}.").value
    assert value.low < number < value.high
    assert value.high - value.low <= number // 10


@pytest.mark.parametrize(
    ("phrase", "number"),
    [
        ("lần thứ 8", 8),
        ("vòng thứ hai", 2),
        ("vòng đàm phán thứ ba", 3),
        ("vị trí thứ 53", 53),
        ("hạng 18", 18),
        ("phút thứ 24", 24),
        ("phút 23", 23),
        ("lần thứ VI", 6),
        ("khóa XIII", 13),
        ("lần đầu tiên", 1),
        ("đứng thứ 6", 6),
        ("kỳ họp thứ tư", 4),
        ("tỉnh dẫn đầu cả nước", 1),
        ("đội đứng đầu bảng", 1),
    ],
)
def test_a_place_in_an_order(phrase, number):
    mention = only(f"Đây là {phrase}.")
    assert (mention.kind, mention.value) == ("ordinal", Quantity.exactly(number))


@pytest.mark.parametrize(
    ("sentence", "score"),
    [
        ("Đội chủ nhà thắng 3-0.", Score(first=3, second=0)),
        ("Hai đội hòa với tỷ số 2 – 1 sau hiệp một.", Score(first=2, second=1)),
        ("Tay vợt này để thua 7/21 ở ván đầu.", Score(first=7, second=21)),
    ],
)
def test_a_score_is_told_from_a_range_and_a_date_by_a_word_of_sport(sentence, score):
    mentions = find_numbers(sentence, sentence.lower(), taken=())
    assert score in [m.value for m in mentions]


def test_a_year_of_birth_is_an_age_even_where_a_date_stands():
    text = "Ông A (SN 1978, trú tại xã B) và bà C (sinh năm 1980)."
    assert found(text, taken=[(10, 14), (47, 51)]) == [("age", "SN 1978"), ("age", "sinh năm 1980")]


def test_an_age_may_stand_after_its_noun():
    assert found("Ở độ tuổi từ 12 đến 24 em thích nhất.") == [("age", "12 đến 24")]
    assert found("Ông mất ở tuổi 85.") == [("age", "85")]


def test_shares_are_per_cent_and_parts_of_a_number_are_counts():
    assert found("Trà chiếm 1/5 kim ngạch, có 8/11 nhóm hàng tăng giá.") == [
        ("percent", "1/5"),
        ("count", "8/11 nhóm hàng"),
    ]
    assert found("Hai phần ba dân số và một nửa số phiếu.") == [
        ("percent", "Hai phần ba"),
        ("percent", "một nửa"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Năm 2014 tạo ra nhiều thay đổi.",
        "Chiếc iPad 4 thế chỗ bản cũ.",
        "Máy Lumia 1520 trang bị màn hình lớn.",
        "Ống kính F/1.8 và chip A7 rất nhanh.",
        "Bản Windows 8.1 ra mắt.",
        "Quyết định 753/QĐ-TTg có hiệu lực.",
        "Nhà số 28 đường số 3, phường 7, quận 9.",
        "Điện thoại 04-3822-3434 hoặc 0912345678.",
        "Xem trang http://vnexpress.net/a-2013/b1.html nhé.",
        "Hai bên ghi nhận một số tiến triển.",
        "Đây là một trong những lý do.",
        "Hai nước cam kết một phần.",
        "Bố ba và mẹ đi làm từ thứ ba.",
        "Doanh nghiệp tư nhân và lớp tư thục.",
        "Cuối năm nay sẽ khởi công.",
        "Trong năm học mới, trường mở cửa.",
        "Cùng kỳ năm ngoái thì khác.",
        "Máy bay SU-30 và tàu U23 rời cảng.",
        "Hôm thứ ba, họ gặp nhau.",
        "Thế chiến thứ hai kết thúc.",
        "Ba Lan và Tư Pháp lên tiếng.",
        "Đó là nguyên tắc 2 trong 1.",
        "Cửa hàng ở 280 Đội Cấn đóng cửa.",
    ],
)
def test_what_is_no_number_of_anything_is_left_alone(sentence):
    assert found(sentence) == []


def test_nothing_is_found_where_a_date_stands():
    text = "Ngày 12/11 có 3 người chết."
    assert found(text, taken=[(0, 10)]) == [("count", "3 người")]


def test_five_is_told_from_year():
    assert found("Vụ nổ làm năm người bị thương.") == [("count", "năm người")]
    assert found("Sau năm tháng tổ chức, giải kết thúc.") == [("duration", "năm tháng")]
    assert found("Mỗi năm người dân đóng góp một lần.") == []


def test_one_is_a_number_only_when_something_befell_it():
    assert found("Vụ nổ làm một người bị thương.") == [("count", "một người")]
    assert found("Có một người đi qua.") == []
    assert found("Đó là 5 học viên của trường và một sĩ quan.") == [
        ("count", "5 học viên"),
        ("count", "một sĩ quan"),
    ]
    assert found("Cuộc thi kéo dài một năm.") == [("duration", "một năm")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Vụ cháy làm 3 người chết và 12 người bị thương.", ["dead", "injured"]),
        ("Vụ nổ khiến 4 binh sĩ thiệt mạng, 1 bị thương.", ["dead", "injured"]),
        ("Tai nạn làm thiệt mạng 49 người.", ["dead"]),
        ("Số người chết đã tăng lên 12.", ["dead"]),
        ("Cảnh sát bắt giữ 8 nghi phạm.", ["arrested"]),
        ("Bão làm 5 ngư dân mất tích.", ["missing"]),
        ("Đoàn gồm 7 binh lính.", ["binh lính"]),
        ("Đoàn gồm 7 binh sĩ.", ["binh lính"]),
        ("Công ty lãi 5 tỷ đồng, doanh thu 20 tỷ đồng.", ["profit", "revenue"]),
        ("Giá khởi điểm là 799 USD.", ["price"]),
        ("Bị cáo lĩnh 10 năm tù.", ["sentence"]),
        ("Màn hình 5 inch, pin 3.400 mAh.", ["screen", "battery"]),
        ("Đội nhà thắng 2-1.", ["score"]),
        ("Vòng đàm phán thứ hai kết thúc.", ["round"]),
        ("CPI tăng 0,57%.", ["increase"]),
    ],
)
def test_a_number_is_of_what_the_clause_says(sentence, expected):
    assert topics(sentence) == expected


@given(st.text(alphabet="0123456789.,/-–% nămhaibatỷđồngngười()\n", max_size=120))
def test_mentions_are_sorted_disjoint_and_inside_the_text(text):
    mentions = find_numbers(text, text.lower(), taken=())
    ends = [0, *(m.end for m in mentions)]
    assert all(end <= m.start < m.end <= len(text) for end, m in zip(ends, mentions, strict=False))


@given(st.text(max_size=200))
def test_any_text_is_read_without_failing(text):
    folded = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    for mention in find_numbers(text, folded, taken=()):
        assert text[mention.start : mention.end].strip()


@pytest.mark.parametrize("piece", ["1/", "1", "((((", "1-2-", "chữ", "1,", "thứ ", "1 tỷ "])
def test_the_time_is_linear_on_hostile_text(piece):
    def seconds(size):
        text = piece * (size // len(piece))
        started = time.process_time()
        find_numbers(text, text, taken=())
        return time.process_time() - started

    assert is_near_linear(seconds, 20_000)


@pytest.mark.parametrize(
    ("phrase", "number", "unit"),
    [
        ("2 giờ 30 phút", 150, "minute"),
        ("1 năm 6 tháng", 18, "month"),
        ("1 giờ 20 phút 30 giây", 4830, "second"),
    ],
)
def test_a_duration_in_several_units_is_one(phrase, number, unit):
    assert only(f"Chuyến bay kéo dài {phrase}.").value == Quantity.exactly(number, unit=unit)


def test_times_as_much_are_told_from_occasions():
    assert only("Lãi gấp 1,9 lần năm trước.").value == Quantity.exactly(
        Decimal("1.9"), unit="times"
    )
    assert only("Họ gặp nhau 3 lần.").value == Quantity.exactly(3)


def test_a_number_before_and_has_the_unit_of_the_one_after():
    text = "Hai công ty lãi lần lượt 20 và 30 tỷ đồng, chênh 5 và 7 %."
    values = [m.value for m in find_numbers(text, text.lower(), taken=()) if m.kind != "count"]
    assert [(v.unit, v.low // 10**9) for v in values[:2]] == [("VND", 19), ("VND", 29)]
    assert values[2:] == [Quantity.exactly(5, unit="%"), Quantity.exactly(7, unit="%")]


def test_sizes_of_a_picture_compare_in_either_order():
    left, right = only("Độ phân giải 1080x1920 pixel."), only("Độ phân giải 1.920 x 1.080 pixel.")
    assert left.value == right.value


def test_a_line_of_results_is_a_score():
    assert only("Porto 0-1 Zenit").value == Score(first=0, second=1)


def test_a_score_may_be_followed_by_its_minute():
    assert found("Anh mở tỷ số 1-0 phút 34.") == [("count", "1-0"), ("ordinal", "phút 34")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sang set ba, anh bị bỏ xa 6-1, rồi để thua 7-21.", ["score", "result of set 3"]),
        ("Ở séc 3, tay vợt này dẫn 11-4 và giành thắng lợi 21-17.", ["score", "result of set 3"]),
        ("Tay vợt này để thua 7/21 ở ván đầu.", ["result of set 1"]),
        ("Anh thắng set thứ hai 21-19 nhưng thua chung cuộc 1-2.", ["result of set 2", "score"]),
        ("Set 3 kéo dài 20 phút. Chung cuộc, anh thắng với tỷ số 11-9.", ["score"]),
        ("Anh kết thúc set quyết định với tỷ số 21-12.", ["score"]),
        ("Đội khách thắng set 2.\nĐội chủ nhà thắng 25-20.", ["score"]),
    ],
)
def test_a_score_is_the_result_of_a_set_only_where_the_text_says_so(text, expected):
    folded = text.lower()
    scores = [m for m in find_numbers(text, folded, taken=()) if isinstance(m.value, Score)]
    assert [topic_of(folded, m, clause=(0, len(text))) for m in scores] == expected


@pytest.mark.parametrize("text", ["Đoàn do Thứ trưởng dẫn đầu đã đến.", "Bà đứng đầu phái đoàn."])
def test_who_leads_others_has_no_place_in_an_order(text):
    assert found(text) == []


def test_a_league_named_after_a_number_is_no_unit():
    assert [kind for kind, _ in found("Vòng 5 V-League diễn ra tối nay.")] == ["ordinal"]
