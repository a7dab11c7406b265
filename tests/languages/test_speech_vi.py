"""Vietnamese speech: which words are somebody's own, whose, and what is denied."""

import pytest

from languages.namings import quotations_in, reported_in
from reconcile.languages.vi.speech import is_negated

SAID = "Chúng tôi sẽ hoàn tất việc này trong năm nay"


def quotations(text: str) -> list[tuple[str, str | None]]:
    return quotations_in(text, language="vi")


@pytest.mark.parametrize(
    "text",
    [
        f"Ông Trần Văn Nam nhấn mạnh: “{SAID}”.",
        f'Ông Trần Văn Nam nói: "{SAID}."',
        f"“{SAID}”, ông Trần Văn Nam cho biết.",
        f'"{SAID}", Bộ trưởng Trần Văn Nam khẳng định.',
        f"«{SAID}», Trần Văn Nam chia sẻ.",
        f"Ông Trần Văn Nam đến sớm. Ông nói: “{SAID}”.",
        f"“{SAID}” - ông Trần Văn Nam bình luận.",
    ],
)
def test_a_speaker_stands_before_the_words_or_after_them(text):
    [(words, speaker)] = quotations(text)
    assert words.rstrip(".") == SAID
    assert speaker == "Trần Văn Nam"


@pytest.mark.parametrize(
    "text",
    [
        "Giai đoạn mang tính “xử lý chi tiết” đã qua.",
        "Ông Joseph “Joe” Damond đến.",
        "Triển lãm “Văn hóa trầu cau của người Việt qua các thời kỳ” mở cửa.",
        "Ông Nam nói vở kịch “Đêm trắng” rất hay.",
        "Ca khúc “Tôi là sinh viên của ngày hôm nay và mai sau” được hát.",
    ],
)
def test_quoted_words_that_nobody_says_are_no_quotation(text):
    assert quotations(text) == []


def test_a_speaker_who_is_not_plain_is_not_guessed():
    text = f"Ông Trần Văn Nam gặp ông Lê Minh Tâm. Ông nói: “{SAID}”."
    assert quotations(text) == [(SAID, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Chị Lê Thị Hoa, tình nguyện viên ở Hội Phụ nữ Việt Nam cho biết chị sẽ đi xa.",
        "Vợ của ông Trần Văn Nam cho biết chồng đã đi xa từ hôm qua.",
        "Ông Trần Văn Nam tiết lộ về sự trở lại của hai cầu thủ trẻ.",
    ],
)
def test_who_is_named_after_a_preposition_says_nothing(text):
    assert reported_in(text, language="vi") == []


def test_whoever_is_spoken_to_is_no_part_of_the_words():
    text = "Ông Trần Văn Nam nói với hãng thông tấn AP, giá sẽ giảm vào cuối năm."
    assert reported_in(text, language="vi") == [("giá sẽ giảm vào cuối năm", "Trần Văn Nam")]


def test_an_open_mark_reaches_over_no_line():
    assert quotations(f"Ông Nam nói: “{SAID}\nHôm sau trời mưa” rất to.") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bộ Y tế cho biết số ca mắc đã giảm mạnh.", "số ca mắc đã giảm mạnh"),
        ("Theo ông Trần Văn Nam, giá sẽ giảm vào cuối năm.", "giá sẽ giảm vào cuối năm"),
        ("Ông Trần Văn Nam cho rằng giá sẽ còn tăng.", "giá sẽ còn tăng"),
        ("Ông Trần Văn Nam chia sẻ rằng giá sẽ còn tăng.", "giá sẽ còn tăng"),
    ],
)
def test_reported_words_have_their_speaker(text, words):
    [(reported, speaker)] = reported_in(text, language="vi")
    assert reported == words
    assert speaker in ("Bộ Y tế", "Trần Văn Nam")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Theo Bí thư Trung ương Đoàn, Bộ trưởng Trần Văn Nam, giá sẽ giảm mạnh.", "Trần Văn Nam"),
        ("Theo Bộ Y tế, Bộ trưởng Trần Văn Nam đã đến thăm bệnh nhân.", "Bộ Y tế"),
    ],
)
def test_who_has_two_titles_is_one_speaker_and_whoever_acts_is_none(text, speaker):
    [(_, found)] = reported_in(text, language="vi")
    assert found == speaker


@pytest.mark.parametrize("reference", ["Ông", "Bộ trưởng"])
def test_a_pronoun_or_a_title_stands_for_the_one_person_it_can_mean(reference):
    text = f"Bộ trưởng Trần Văn Nam đến sớm. {reference} cho rằng giá sẽ còn tăng."
    assert reported_in(text, language="vi") == [("giá sẽ còn tăng", "Trần Văn Nam")]


def test_a_title_that_two_persons_bear_stands_for_neither():
    text = "Bộ trưởng Trần Văn Nam gặp Bộ trưởng Lê Minh Tâm. Bộ trưởng cho rằng giá sẽ còn tăng."
    assert reported_in(text, language="vi") == []


def test_what_follows_from_a_testimony_is_none_of_its_words():
    assert (
        reported_in("Nếu đúng như ông Trần Văn Nam khai nhận thì cần xử lý.", language="vi") == []
    )


def test_praise_and_sharing_report_no_words():
    assert reported_in("Ông Trần Văn Nam đánh giá cao nỗ lực của hai bên.", language="vi") == []


@pytest.mark.parametrize(
    ("sentence", "negated"),
    [
        ("hai bên chưa đạt thỏa thuận", True),
        ("ông phủ nhận cáo buộc", True),
        ("bộ không đồng ý với đề nghị này", True),
        ("hai bên đã đạt thỏa thuận", False),
        ("việc này không chỉ có lợi mà còn cần thiết", False),
        ("không ít người đã đến", False),
        ("lực lượng không quân đã đến", False),
        ("họ hỏi có nên đi hay không", False),
        ("không thể phủ nhận vai trò của ông", False),
    ],
)
def test_what_denies_is_told_from_what_only_looks_so(sentence, negated):
    assert is_negated(sentence) is negated
