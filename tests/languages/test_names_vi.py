"""Vietnamese names: what is one, of what kind, how far it reaches and who is meant."""

import pytest

from languages.namings import kinds_in, names_in, read, roles_in
from reconcile.languages.vi.names.keys import key_of, role_key


def kinds(text: str) -> dict[str, str]:
    return kinds_in(text, language="vi")


def persons(text: str) -> list[str]:
    return names_in(text, language="vi", kind="person")


def keys(text: str) -> list[str]:
    return [name.key for name in read(text, language="vi")[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hôm qua ông Phạm Phú Khôi nhận quyết định.", ["Phạm Phú Khôi"]),
        ("Bà Lê Thị Hoa và anh Trần Nam về quê.", ["Lê Thị Hoa", "Trần Nam"]),
        ("Thứ trưởng Nguyễn Sinh Nhật Tân phát biểu.", ["Nguyễn Sinh Nhật Tân"]),
        ("GS.TS Võ Minh Xuân giảng bài.", ["Võ Minh Xuân"]),
        ("Theo GS.Nguyễn Lâm Sơn, bệnh lây nhanh.", ["Nguyễn Lâm Sơn"]),
        ("Ca sĩ Mỹ Tâm hát ba bài.", ["Mỹ Tâm"]),
        ("Ngoại trưởng John Kerry tới thăm.", ["John Kerry"]),
        ("Hoàng tử Saud al-Faisal từ chối.", ["Saud al-Faisal"]),
        ("Ông Marc E. Knapper rời đi.", ["Marc E. Knapper"]),
        ("Thẩm phán John F.Walter hoãn phiên tòa.", ["John F.Walter"]),
        ("Ông Joseph (Joe) Damond ký tên.", ["Joseph Damond"]),
        ("Hà Văn Nam (35 tuổi) bị thương.", ["Hà Văn Nam"]),
        ("Naira Asilova 30 tuổi, người miền núi, đã kết hôn.", ["Naira Asilova"]),
        ("Rasul Temirov, người phát ngôn của Ủy ban điều tra, vắng.", ["Rasul Temirov"]),
        ("Chủ tịch nước phong hàm Thiếu tướng cho ông Lê Minh Tâm.", ["Lê Minh Tâm"]),
        ("Cầu thủ vào sân là Lionel Messi.", ["Lionel Messi"]),
        ("Trận này gặp Tanon Saengsom (Thái Lan).", ["Tanon Saengsom"]),
    ],
)
def test_persons_are_found_without_their_titles(text, expected):
    assert persons(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Trong khi đó, giá vàng giảm.",
        "Quyết định nêu rõ lý do.",
        "Hội nghị diễn ra ở thị trường lớn.",
        "Bộ phim Mỹ Linh xem hôm qua dài hai giờ.",
        "Toàn bộ hồ sơ đã nộp.",
        "THÔNG BÁO VỀ VIỆC NGHỈ LỄ",
        "Anh ấy về nhà.",
        "Trường đào tạo sáu ngành nghề.",
        "Đây là nhà thờ Hồi giáo lớn.",
        "Ủy ban Dự thảo đề án họp.",
        "Phiên chiều, VN-Index giảm mạnh.",
        "“Anh ấy sẽ về”.",
    ],
)
def test_capitals_and_heads_that_name_nobody_are_left_alone(text):
    assert set(kinds(text).values()) <= {"unknown"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Sáng nay Bộ Nông nghiệp và Môi trường họp.", "Bộ Nông nghiệp và Môi trường"),
        ("Theo Bộ Công Thương, giá giảm.", "Bộ Công Thương"),
        ("Đại diện Sở Giáo dục và Đào tạo TP Hà Nội vắng.", "Sở Giáo dục và Đào tạo TP Hà Nội"),
        ("Tập đoàn Hòa Phát có lãi.", "Tập đoàn Hòa Phát"),
        (
            "Vốn của Tập đoàn Công nghiệp - Năng lượng Quốc gia Việt Nam tăng.",
            "Tập đoàn Công nghiệp - Năng lượng Quốc gia Việt Nam",
        ),
        ("Cơ quan An ninh Quốc gia Mỹ im lặng.", "Cơ quan An ninh Quốc gia Mỹ"),
        ("Trường THPT Nguyễn Trãi nghỉ học.", "Trường THPT Nguyễn Trãi"),
        ("Báo Tuổi Trẻ đưa tin.", "Báo Tuổi Trẻ"),
        ("Công an TP Hà Nội bắt hai người.", "Công an TP Hà Nội"),
        ("Đội CSGT số 1 lập biên bản.", "Đội CSGT số 1"),
        ("Hôm qua Ban Dân vận Tỉnh ủy họp.", "Ban Dân vận Tỉnh ủy"),
        ("Đội gặp U22 Việt Nam.", "U22 Việt Nam"),
        ("Do Tổng công ty viễn thông Sao Mai tổ chức.", "Tổng công ty viễn thông Sao Mai"),
        ("Ông làm ở Green River Energy LLC.", "Green River Energy LLC"),
    ],
)
def test_a_body_reaches_to_the_end_of_its_name_and_no_further(text, body):
    assert kinds(text)[body] == "organisation"


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "Hôm qua, Bộ Tài chính và Ngân hàng Nhà nước họp.",
            ["Bộ Tài chính", "Ngân hàng Nhà nước"],
        ),
        ("Sở Y tế và Công an tỉnh Hưng Yên đến.", ["Sở Y tế", "Công an tỉnh Hưng Yên"]),
        (
            "Học viện Ngân hàng và Đại học Ngoại thương.",
            ["Học viện Ngân hàng", "Đại học Ngoại thương"],
        ),
        ("Viện Khoa học và Công nghệ Việt Nam.", ["Viện Khoa học và Công nghệ Việt Nam"]),
        ("Học viện Báo chí và Tuyên truyền.", ["Học viện Báo chí và Tuyên truyền"]),
    ],
)
def test_two_bodies_with_an_and_between_them_are_two(text, bodies):
    assert names_in(text, language="vi", kind="organisation") == bodies


def test_a_row_of_titles_after_a_name_ends_before_the_next_name():
    text = (
        "Dự lễ có ông Trần Quốc Huy - ủy viên Trung ương Đảng, bí thư Tỉnh ủy Đắk Nông, ông Vũ Văn"
        " Bình - phó tổng biên tập báo Tuổi Trẻ, lãnh đạo Tỉnh đoàn Đắk Nông."
    )
    assert roles_in(text, language="vi") == {
        "Trần Quốc Huy": ["ủy viên Trung ương Đảng", "bí thư Tỉnh ủy Đắk Nông"],
        "Vũ Văn Bình": ["phó tổng biên tập báo Tuổi Trẻ"],
    }


def test_a_town_is_not_named_after_its_airport():
    names = names_in("Máy bay rời sân bay Pakse. Mưa lớn ở Pakse.", language="vi")
    assert names == ["sân bay Pakse"]


def test_a_person_after_an_office_is_no_part_of_its_name():
    found = kinds("Phát ngôn viên Bộ Ngoại giao Mỹ Marie Harf và Bộ trưởng Bộ Y tế Đào Hồng Lan.")
    assert found["Marie Harf"] == "person"
    assert found["Đào Hồng Lan"] == "person"
    assert "Bộ Ngoại giao Mỹ" in found


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Vụ cháy ở Hà Nội.", "Hà Nội"),
        ("Mưa lớn ở Tây Bắc Bộ.", "Tây Bắc Bộ"),
        ("Ông sinh tại tỉnh Thái Nguyên.", "tỉnh Thái Nguyên"),
        ("Xe đi về quận 12 lúc tối.", "quận 12"),
        ("Nhà ở đường Lý Thường Kiệt bị ngập.", "đường Lý Thường Kiệt"),
        ("Đám cháy ở P.Tân Biên lan rộng.", "P.Tân Biên"),
        ("Công ty ở bang Louisiana mở rộng.", "bang Louisiana"),
        ("Máy bay hạ ở sân bay Sheremetyevo.", "sân bay Sheremetyevo"),
        ("Họ họp tại Washington, D.C. Sau đó họ về.", "Washington, D.C."),
        ("Đoàn đến Nhật Bản.", "Nhật Bản"),
    ],
)
def test_places_are_found_down_to_the_street(text, place):
    assert kinds(text)[place] == "place"


def test_names_listed_after_a_ward_are_wards_too():
    found = kinds("Mưa đá ở các nơi: phường Tân Biên, Tân Lộc và Hố Nai.")
    assert [found[ward] for ward in ("phường Tân Biên", "Tân Lộc", "Hố Nai")] == ["place"] * 3


def test_where_something_is_is_told_from_where_somebody_is_from():
    _, names, _, _ = read("Lễ ký diễn ra tại Paris. Tổng thống Pháp vắng mặt.", language="vi")
    assert [(n.name, n.located) for n in names if n.kind == "place"] == [
        ("Paris", True),
        ("Pháp", False),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đoàn rời Mỹ.", "Đoàn rời Hoa Kỳ."),
        ("Tàu đến Úc.", "Tàu đến Australia."),
        ("Mưa ở TP.HCM.", "Mưa ở thành phố Hồ Chí Minh."),
        ("Tuyết rơi ở Mátxcơva.", "Tuyết rơi ở Moscow."),
        ("Sở GD&ĐT Hà Nội họp.", "Sở Giáo dục và Đào tạo TP Hà Nội họp."),
        ("Bộ Ngoại giao Mỹ im lặng.", "Bộ Ngoại giao Hoa Kỳ im lặng."),
        ("Trường ĐH Bách khoa mở cửa.", "Trường Đại học Bách khoa mở cửa."),
        ("Mưa ở Q.1 rất to.", "Mưa ở quận 1 rất to."),
        ("Xe lao xuống biển ở nước Đức.", "Xe lao xuống biển ở Đức."),
        ("Ký Quyết định số 753/QĐ-TTg.", "Ký 753/QĐ-TTg."),
    ],
)
def test_two_spellings_of_one_thing_have_one_key(one, other):
    assert keys(one) == keys(other) != []


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        (
            "Hiệp định Thương mại đối ứng giúp hai bên.",
            "agreement",
            "Hiệp định Thương mại đối ứng",
        ),
        (
            "Hai nước lập Đối tác Chiến lược Toàn diện.",
            "agreement",
            "Đối tác Chiến lược Toàn diện",
        ),
        ("Theo Nghị định 72/2013/NĐ-CP, trang này sai.", "document", "Nghị định 72/2013/NĐ-CP"),
        ("Thủ tướng ký Quyết định số 753/QĐ-TTg.", "document", "Quyết định số 753/QĐ-TTg"),
        ("Văn bản 12/CT-UBND đã ban hành.", "document", "Văn bản 12/CT-UBND"),
    ],
)
def test_agreements_and_documents_are_found(text, kind, name):
    assert kinds(text)[name] == kind


def test_titles_before_a_name_and_after_it_belong_to_its_bearer():
    text = (
        "Thứ trưởng Bộ Công Thương Lê Minh Tâm, Phó Trưởng Đoàn đàm phán Chính phủ, gặp "
        "Phó Đại diện Thương mại Hoa Kỳ Rick Switzer."
    )
    assert roles_in(text, language="vi") == {
        "Lê Minh Tâm": ["Thứ trưởng Bộ Công Thương", "Phó Trưởng Đoàn đàm phán Chính phủ"],
        "Rick Switzer": ["Phó Đại diện Thương mại Hoa Kỳ"],
    }


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Bộ trưởng Bộ Y tế, Trưởng đoàn Trần Văn Nam đến.",
            ["Bộ trưởng Bộ Y tế", "Trưởng đoàn"],
        ),
        ("Đại sứ Hoa Kỳ tại Việt Nam – ông Trần Văn Nam đến.", ["Đại sứ Hoa Kỳ tại Việt Nam"]),
        ("Ông Trần Văn Nam từng là Giám đốc Công ty Sao Mai.", ["Giám đốc Công ty Sao Mai"]),
        ("Ông Trần Văn Nam (quê Huế), Chủ tịch UBND tỉnh, nói.", ["Chủ tịch UBND tỉnh"]),
        ("Ông Trần Văn Nam, quyền hiệu trưởng, nói.", ["quyền hiệu trưởng"]),
        ("Theo ông Trần Văn Nam, học sinh phải nghỉ.", []),
    ],
)
def test_a_role_is_read_with_what_it_is_of(text, roles):
    assert roles_in(text, language="vi").get("Trần Văn Nam", []) == roles


def test_a_title_before_another_name_is_not_given_to_the_name_before():
    found = roles_in(
        "Bộ trưởng Trần Văn Nam, Thứ trưởng Lê Minh Tâm và bác sĩ Đỗ Lan Anh dự lễ.", language="vi"
    )
    assert found == {
        "Trần Văn Nam": ["Bộ trưởng"],
        "Lê Minh Tâm": ["Thứ trưởng"],
        "Đỗ Lan Anh": ["bác sĩ"],
    }


def test_a_deputy_is_no_chief_and_a_missing_ministry_word_changes_nothing():
    assert role_key("Thứ trưởng", "Bộ Công Thương") == role_key("Thứ trưởng", "Công Thương")
    assert role_key("Phó chủ tịch", "") != role_key("Chủ tịch", "")
    chief, deputy = role_key("Chủ tịch", "").split(), role_key("Phó chủ tịch", "").split()
    assert not set(chief) & set(deputy)


def test_a_short_name_means_the_full_name_of_the_article():
    text = "Ông Phạm Phú Khôi gặp ông Jamieson Greer. Ông Khôi về. Greer ở lại."
    assert persons(text) == ["Phạm Phú Khôi", "Jamieson Greer", "Phạm Phú Khôi", "Jamieson Greer"]


def test_the_family_name_leads_where_it_is_used_so():
    assert persons("Chủ tịch Tập Cận Bình đến. Ông Tập phát biểu.") == ["Tập Cận Bình"] * 2


def test_a_short_name_that_two_persons_share_means_neither():
    assert persons("Ông Lê Văn Khôi gặp ông Trần Minh Khôi. Ông Khôi về.")[-1] == "Khôi"


def test_an_abbreviation_means_what_brackets_introduced():
    text = "Văn phòng Đại diện Thương mại Hoa Kỳ (USTR) mở cửa. USTR họp."
    assert (
        names_in(text, language="vi", kind="organisation")
        == ["Văn phòng Đại diện Thương mại Hoa Kỳ"] * 3
    )


def test_a_body_named_without_its_head_is_the_same_body():
    text = "Công ty Green River Mining có lãi. Năm nay Green River Mining tăng vốn."
    assert len(set(keys(text))) == 1


def test_a_key_keeps_what_tells_two_places_apart():
    street, ward = "đường Nguyễn Trãi", "phường Nguyễn Trãi"
    assert key_of("place", street, "đường") != key_of("place", ward, "phường")
