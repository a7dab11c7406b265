"""Each kind of claim has all that a kind needs: a rule that finds it, a value, a rendering."""

import json
from pathlib import Path

import pytest

import reconcile
from reconcile.model import KINDS
from reconcile.rendering import FORMATS

_SCHEMA = Path(reconcile.__file__).parent / "report.schema.json"

# One sentence or two for each kind, in Vietnamese and in English.
_SENTENCES = {
    "date": ("Vụ cháy xảy ra ngày 23/10/2013.", "The fire broke out on October 23, 2013."),
    "time": ("Tàu rời ga lúc 20h30.", "The train left at 8:30 p.m."),
    "duration": ("Hội nghị kéo dài ba ngày.", "The conference lasted three days."),
    "count": ("Vụ cháy làm 3 người chết.", "The fire killed 3 people."),
    "money": ("Công ty trả 2.000 USD.", "The company paid $2,000."),
    "percent": ("Giá tăng 12,5%.", "Prices rose 12.5%."),
    "measure": ("Con đường dài 12 km.", "The road is 12 km long."),
    "ordinal": ("Đây là phiên họp lần thứ 8.", "It was the eighth session."),
    "age": ("Ông Nguyễn Văn An, 45 tuổi, kể lại.", "John Smith, 45, told the story."),
    "person": ("Ông Nguyễn Văn An kể lại.", "Mr. John Smith told the story."),
    "role": ("Thứ trưởng Bộ Y tế Nguyễn Văn An kể lại.", "Deputy Minister John Smith spoke."),
    "organisation": ("Bộ Y tế ra thông báo.", "The Ministry of Health issued a statement."),
    "place": ("Vụ cháy xảy ra tại Hà Nội.", "The fire broke out in London."),
    "document": ("Bộ ban hành Quyết định số 753/QĐ-TTg.", None),
    "agreement": (
        "Hai bên ký Hiệp định Thương mại Việt Nam - Hoa Kỳ.",
        "They signed the Bilateral Trade Agreement.",
    ),
    "membership": (
        "Tham gia đoàn có đại diện Bộ Công Thương, Bộ Tài chính, Bộ Ngoại giao và Bộ Nội vụ.",
        None,
    ),
    "quote": (
        "Ông Nguyễn Văn An nói: “Chúng tôi sẽ làm hết sức mình.”",
        'Mr. John Smith said: "We will do all that we can."',
    ),
    "statement": ("Hai bên đã thống nhất kế hoạch.", "Both sides agreed on the plan."),
}
_CASES = [
    pytest.param(kind, language, sentence, id=f"{kind}-{language}")
    for kind, sentences in _SENTENCES.items()
    for language, sentence in zip(("vi", "en"), sentences, strict=True)
    if sentence is not None
]


def _claims(sentence, language):
    article = reconcile.Article(id="a", text=sentence, language=language)
    return reconcile.extract_claims(article)


def test_every_kind_has_a_sentence_here():
    assert tuple(_SENTENCES) == KINDS


@pytest.mark.parametrize(("kind", "language", "sentence"), _CASES)
def test_a_kind_is_found_in_plain_prose(kind, language, sentence):
    assert kind in {claim.kind for claim in _claims(sentence, language)}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_reads_back_from_the_report(kind):
    claim = next(c for c in _claims(_SENTENCES[kind][0], "vi") if c.kind == kind)
    document = json.loads(json.dumps(claim.as_document()))
    assert type(claim.value).from_document(document["value"]) == claim.value
    assert str(claim.value)


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_every_kind_can_be_rendered(format_):
    text = "\n".join(vietnamese for vietnamese, _ in _SENTENCES.values())
    articles = [
        reconcile.Article(id=name, text=text, language="vi", source=f"{name}.txt")
        for name in ("a", "b")
    ]
    report = reconcile.reconcile_articles(articles)
    assert {claim.kind for claim in report.claims().values()} == set(KINDS)
    assert reconcile.render(report, format=format_)


def test_the_schema_knows_the_same_kinds():
    schema = json.loads(_SCHEMA.read_text("utf-8"))
    assert schema["$defs"]["claim"]["properties"]["kind"]["enum"] == list(KINDS)
