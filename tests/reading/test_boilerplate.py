"""What is not the article is found by general signs; nothing of a real body is lost."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.samples import BODY, ENGLISH
from reconcile import read_articles
from reconcile.reading import find_boilerplate
from strategies import any_text

_SEEDS = Path(__file__).parents[2] / "seeds"
_SECOND = (
    "Lái xe khách thứ nhất khai rằng mặt cầu trơn vì mưa đêm và anh không kịp phanh khi thấy xe "
    "đi ngược chiều lấn làn."
)


def _marked(text, language="vi"):
    return [(text[b.span.start : b.span.end], b.reason) for b in find_boilerplate(text, language)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Hiện trường vụ va chạm trên cầu. Ảnh: CTV", "caption"),
        ("Hiện trường vụ va chạm (Ảnh: Bạn đọc cung cấp).", "caption"),
        ("Va chạm trên cầu Bến Thủy- Ảnh 2.", "caption"),
        ("Ảnh minh họa", "caption"),
        ("Đồ họa: Lê Minh", "caption"),
        ("Nguồn: Báo Mẫu", "credit"),
        ("Theo Báo Mẫu", "credit"),
        ("Link bài gốc", "link"),
        ("https://mau.example/va-cham.html", "link"),
        ("Lê Văn Minh 12/11/2025 10:30", "byline"),
        ("Cập nhật lúc: 12/11/2025 10:30 GMT+7", "byline"),
        ("Thứ tư, 12/11/2025, 10:30 (GMT+7)", "byline"),
        (">> Cấm xe tải qua cầu từ tháng sau", "other articles"),
        ("Xem thêm: Cấm xe tải qua cầu từ tháng sau", "other articles"),
        ("(Theo Báo Mẫu)", "credit"),
        ("Theo Đời Mới", "credit"),
    ],
)
def test_a_line_that_is_not_the_article_is_marked_whole(line, reason):
    assert _marked(f"{BODY}\n\n{line}\n\n{_SECOND}") == [(line, reason)] or reason == "credit"
    assert _marked(f"{BODY}\n\n{_SECOND}\n\n{line}") == [(line, reason)]


def test_a_byline_whose_date_could_be_two_is_a_byline_all_the_same(tmp_path):
    byline = "John Miller 3/4/2025 10:30"
    path = tmp_path / "a.txt"
    path.write_text(f"Buses collide on bridge\n\n{byline}\n\n{ENGLISH}", encoding="utf-8")
    (article,) = read_articles([path]).articles
    assert _marked(article.text, "en") == [(byline, "byline")]
    assert [b.reason for b in article.boilerplate] == ["byline"]
    assert article.published is None


@pytest.mark.parametrize(
    "line",
    [
        "CẦU SẼ ĐƯỢC SỬA TRONG THÁNG TỚI",
        "Nguyên nhân do mặt đường trơn",
        "Theo công an thành phố, hai lái xe đều có giấy phép.",
        "Bình luận về vụ việc, ông Minh cho rằng mặt cầu quá hẹp.",
        "Ảnh hưởng của mưa lớn kéo dài đến hết ngày 14/11/2025",
        "Hai xe đi qua cầu lúc 9 giờ, 3 giờ trước khi mưa",
        "Nguồn nước đã được khôi phục",
        "Ngày 12/11/2025, cầu đã thông xe trở lại.",
        "Xem thêm nhiều đoạn đường nguy hiểm khác, đoàn kiểm tra đề nghị đặt biển báo.",
        "Hai bên thống nhất: xe tải không được qua cầu từ 22 giờ.",
    ],
)
def test_a_line_of_the_article_is_not_marked(line):
    assert _marked(f"{BODY}\n\n{line}\n\n{_SECOND}") == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("The two buses on the bridge. Photo: Sample Agency", "caption"),
        ("Source: Sample News", "credit"),
        ("By Jane Smith, November Desk 12/11/2025 10:30", "byline"),
        ("Related: Lorries banned from the bridge", "other articles"),
        ("Read the original article", "link"),
    ],
)
def test_english_lines_are_marked_too(line, reason):
    text = f"{ENGLISH}\n\nThe bridge was built in 1970 and is to be widened.\n\n{line}"
    assert _marked(text, "en") == [(line, reason)]


@pytest.mark.parametrize(
    "dateline",
    ["(VnMedia) -", "( Tin tức thời sự ) -", "HÀ NỘI (TTXVN) –", "HÀ NỘI, 12/11 (TTXVN) –",
     "MANILA, Philippines –", "LONDON —", "NEW YORK (AP) --"],
)  # fmt: skip
def test_a_dateline_is_marked_and_the_sentence_after_it_is_not(dateline):
    assert _marked(f"{dateline} {BODY}\n{_SECOND}") == [(dateline, "dateline")]
    assert _marked(f"Va chạm trên cầu\n\n{dateline} {BODY}\n{_SECOND}") == [(dateline, "dateline")]


@pytest.mark.parametrize(
    "start",
    ["ASEAN - Trung Quốc:", "VN - Index", "T - Mobile", "Ông Minh (40 tuổi) - Giám đốc", "(1) – a"],
)
def test_two_names_with_a_dash_are_no_dateline(start):
    assert _marked(f"{start} {BODY}\n{_SECOND}") == []


def test_a_caption_of_three_sentences_keeps_all_but_its_credit():
    line = "Xe bị nạn. Đường đã thông. Đoàn xe qua cầu. Ảnh: CTV"
    assert _marked(f"{BODY}\n{line}\n{_SECOND}") == [("Ảnh: CTV", "picture credit")]


def test_an_agency_after_a_picture_is_marked_where_the_next_sentence_begins():
    text = f"{BODY} Ảnh: AFP Đoàn xe qua cầu lúc 9 giờ. Ảnh: LÊ MINH và xe. {_SECOND}"
    assert _marked(text) == [
        ("Ảnh: AFP", "picture credit"),
        ("Ảnh: LÊ MINH và xe.", "picture credit"),
    ]


def test_a_credit_inside_a_line_is_marked_alone():
    text = f"Hiện trường (Ảnh: CTV) {BODY} Ảnh: Lê Minh. {_SECOND} {BODY} Lê Minh (tổng hợp)"
    assert _marked(text) == [
        ("(Ảnh: CTV)", "picture credit"),
        ("Ảnh: Lê Minh.", "picture credit"),
        ("Lê Minh (tổng hợp)", "byline"),
    ]


@pytest.mark.parametrize(
    ("tail", "reasons"),
    [
        ("Q.M (Theo Báo Mẫu)", ["byline", "credit"]),
        ("(theo AFP)", ["credit"]),
        ("TTXVN", ["byline"]),
        ("Thu Thủy/VOV online", ["byline"]),
        ("Lê Minh - Trần Hòa", ["byline"]),
        ("T. LŨY", ["byline"]),
        ("Tin, ảnh: Lê Minh", ["picture credit"]),
        ("./. Lê Minh/VOV-Trung tâm Tin tổng hợp", ["byline"]),
        ("Tỷ số là 2-1", []),
        ("và xe tải", []),
    ],
)
def test_who_signs_after_the_last_sentence_is_marked(tail, reasons):
    assert [reason for _, reason in _marked(f"{BODY} {_SECOND} {tail}")] == reasons


def test_a_date_with_its_label_before_the_first_sentence():
    assert _marked(f" date 2025-11-12 {BODY}") == [("date 2025-11-12", "crawler's date")]
    assert _marked(f"12/11/2025 là ngày cầu mở lại. {BODY}") == []


def test_everything_after_the_comments_begin_is_marked():
    tail = "Bình luận (3)\nLê Minh\nTôi đi qua cầu này mỗi ngày.\nThích Trả lời\n12,5K\n3,1%"
    assert _marked(f"{BODY}\n{_SECOND}\n{tail}") == [(tail, "comments and what follows")]


def test_a_heading_that_reads_like_a_mark_ends_nothing():
    text = f"{BODY}\n{_SECOND}\nBình luận\n{BODY[:100]} và nhiều người đã phải chờ hơn hai giờ.\n"
    assert _marked(text) == [("Bình luận", "comments and what follows")]


def test_related_articles_end_where_the_article_goes_on():
    related = "Tin liên quan\nCấm xe tải qua cầu\nCầu mới vào năm sau"
    assert _marked(f"{BODY}\n{related}\n{_SECOND}") == [(related, "other articles")]


def test_a_sidebar_is_marked_with_its_teasers():
    sidebar = "Kinh tế3 giờ trước\nGiá vàng tăng.\nTin tức6 giờ trước\nTrời mưa to ở miền Trung."
    assert [reason for _, reason in _marked(f"{BODY}\n{sidebar}\n{_SECOND}")] == ["sidebar"] * 2


def test_figures_alone_are_a_ticker_and_one_figure_is_not():
    assert _marked(f"{BODY}\n$91.87K\n1.79%\n{_SECOND}") == [
        ("$91.87K", "ticker"),
        ("1.79%", "ticker"),
    ]
    assert _marked(f"{BODY}\n1.79%\n{_SECOND}") == []


def test_a_body_printed_twice_counts_once():
    text = f"{BODY}\n{_SECOND}\n{BODY}"
    assert [b.span.start for b in find_boilerplate(text, "vi")] == [text.rindex(BODY)]


def test_of_two_like_lines_the_one_without_its_full_stop_is_the_caption():
    text = f"{BODY}\n{_SECOND[:-1]}\nCầu đã thông xe.\n{_SECOND}"
    assert _marked(text) == [(_SECOND[:-1], "caption")]


def test_a_sentence_that_a_later_one_says_again_with_more_is_a_caption():
    short = "Giám đốc sở Lê Văn Minh kiểm tra mặt cầu Bến Thủy cùng đoàn kỹ sư."
    long = (
        "Chiều cùng ngày, giám đốc sở Lê Văn Minh đã kiểm tra mặt cầu Bến Thủy cùng đoàn kỹ sư của "
        "bộ và yêu cầu sửa ngay."
    )
    assert _marked(f"{BODY}\n{_SECOND}\n{short}\nMưa đã tạnh.\n{long}") == [(short, "caption")]
    # A lead says what the body says again; so does a line that is followed by another subject.
    assert _marked(f"{short}\n{BODY}\n{_SECOND}\n{long}") == []
    assert _marked(f"{BODY}\n{_SECOND}\n{short.replace('Minh', 'An')}\n{long}") != []
    assert (
        _marked(f"{BODY}\n{_SECOND}\n{short.replace('mặt cầu', 'hầm chui mới mở')}\n{long}") == []
    )


@given(any_text, st.sampled_from(["vi", "en", None]))
def test_stretches_lie_in_the_text_in_order_and_apart(text, language):
    found = find_boilerplate(text, language)
    position = 0
    for block in found:
        assert position <= block.span.start < block.span.end <= len(text)
        assert block.reason
        position = block.span.end


_EXPECTED = {
    "000": [("caption", "Bộ trưởng Nguyễn Hồng Diên làm việc với ông Joseph (Joe) Damond, ")],
    "001": [],
    "002": [
        ("crawler's date", "date 2025-11-14"),
        ("caption", "Thứ trưởng Bộ Công Thương, Phó trưởng Đoàn đàm phán Chính phủ Nguyễn Sinh "),
    ],
    "003": [
        ("caption", "Bộ trưởng Bộ Công Thương Nguyễn Hồng Diên - Trưởng đoàn đàm phán Chính phủ "),
        ("caption", "Bộ trưởng Bộ Công Thương, Trưởng đoàn đàm phán Chính phủ Nguyễn Hồng Diên. "),
        ("caption", "Chuyên gia kinh tế Ngô Trí Long. Ảnh: Đ.H"),
    ],
    "004": [
        ("byline", "Anh Thơ 11/11/2025 23:13"),
        (
            "caption",
            "Việt Nam - Hoa Kỳ quyết tâm sớm hoàn tất Hiệp định thương mại đối ứng- Ảnh 2.",
        ),
        ("caption", "Hai Bộ trưởng nhất trí đánh giá rằng phiên đàm phán lần này "),
        ("link", "Link bài gốc"),
        ("link", "https://baochinhphu.vn/"),
        ("credit", "Theo Báo chính phủ"),
        ("comments and what follows", "Bình luận\nXem thêm ý kiến\nTin mới nhất\n"),
    ],
}


@pytest.mark.parametrize("seed", sorted(_EXPECTED))
def test_the_seeds_have_exactly_what_an_editor_marks(seed):
    (path,) = _SEEDS.glob(f"{seed}_*.txt")
    (article,) = read_articles([path]).articles
    text, found = article.text, article.boilerplate
    assert [block.reason for block in found] == [reason for reason, _ in _EXPECTED[seed]]
    for block, (_, beginning) in zip(found, _EXPECTED[seed], strict=True):
        assert text.startswith(beginning, block.span.start)
        # A mark is a whole line, or all the rest, but for the crawler's date.
        ends_line = text[block.span.end : block.span.end + 1].strip() == ""
        assert ends_line
    if seed == "004":
        assert found[-1].span.end == len(text)
        (again,) = [b for b in found if text.startswith("Hai Bộ trưởng nhất", b.span.start)]
        copy = text[again.span.start : again.span.end]
        assert text.index(f"{copy}.") > again.span.end
