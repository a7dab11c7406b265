"""The page in a real browser, with and without JavaScript, in three sizes, light and dark."""

import attrs
import pytest

from reconcile.model import Report, Span, Verdict
from reconcile.rendering import render
from rendering.browsers import axe_source, chromium
from rendering.samples import HOSTILE, large_report, sample_report

pytestmark = pytest.mark.browser

_SIZES = [(1440, 900), (820, 1180), (390, 844)]


@pytest.fixture(scope="module")
def browser():
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def address(report, tmp_path_factory):
    """The sample report as a file."""
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(render(report, format="html"), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def opened(browser, address):
    """Open the page; any complaint of the browser and any request fail the test."""
    contexts, complaints = [], []

    def open_page(*, size=(1440, 900), scheme="light", script=True, at=address):
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            java_script_enabled=script,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on(
            "request",
            lambda request: None if request.url == at else complaints.append(request.url),
        )
        page.goto(at)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def test_a_fact_shows_its_words_in_every_article_and_why(opened):
    page = opened()
    page.locator("tr.row a.fact", has_text="Vụ cháy chợ Đông Hà").click()
    panel = page.locator("#panel")
    assert "no minute in common" in panel.inner_text()
    chosen = page.locator(".prose .chosen")
    assert chosen.all_inner_texts() == ["tối 12/11/2025"] + ["Rạng sáng 13/11/2025"] * 2
    chosen.first.wait_for()
    page.wait_for_timeout(200)
    for words in chosen.all():
        box = words.bounding_box()
        assert 0 <= box["y"] <= 900


@pytest.mark.parametrize("width", [700, 1000, 1440])
def test_the_filters_never_cover_the_articles_of_a_chosen_fact(opened, width):
    page = opened(size=(width, 900))
    page.locator("tr.row a.fact").first.click()
    page.wait_for_timeout(200)
    bar = page.locator("#filters").bounding_box()
    text = page.locator("article.text", has=page.locator(".chosen")).first.bounding_box()
    assert bar["y"] + bar["height"] <= text["y"] < 300


def test_marked_words_show_their_fact(opened):
    page = opened()
    page.locator(".prose a.w", has_text="17 người bị thương").click()
    assert "17 người" in page.locator("#panel").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()


def test_the_panel_steps_from_fact_to_fact_and_back_to_the_list(opened):
    page = opened()
    page.locator("tr.row a.fact").first.click()
    page.get_by_role("button", name="Next fact →").click()
    assert "affirmed by one" in page.locator("#panel").inner_text()
    page.get_by_role("button", name="Back to the list").click()
    assert page.evaluate("document.activeElement.closest('tr').dataset.fact") == "2"


def test_the_keyboard_alone_reaches_a_fact(opened):
    page = opened()
    page.locator("tr.row summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#panel").is_visible()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def _visible_rows(page):
    page.wait_for_timeout(100)
    return page.locator("tr.row:not([hidden])").count()


def test_filters_by_verdict_kind_article_and_words(opened):
    page = opened()
    everything = _visible_rows(page)
    page.select_option("[name=verdict]", "conflict")
    assert _visible_rows(page) == 3
    page.select_option("[name=kind]", "date")
    assert _visible_rows(page) == 1
    page.get_by_role("button", name="Clear").click()
    assert _visible_rows(page) == everything
    page.select_option("[name=article]", "1")
    page.select_option("[name=stance]", "silent")
    assert _visible_rows(page) == 3
    page.get_by_role("button", name="Clear").click()
    page.fill("[name=text]", "bi thuong")  # without tone marks
    assert _visible_rows(page) == 2
    assert "2 of 12 facts" in page.locator("output").inner_text()


def test_filters_hold_for_facts_across_events_and_hide_what_has_none(opened):
    page = opened()
    across, sport = page.locator("#across"), page.locator(".event.alone")
    page.select_option("[name=kind]", "person")
    _visible_rows(page)
    assert across.is_hidden()
    assert sport.is_hidden()
    assert page.locator(".contents li:visible").count() == 1
    assert page.locator(".first li:visible").count() == 0
    page.get_by_role("button", name="Clear").click()
    page.fill("[name=text]", "sông lam")
    _visible_rows(page)
    shown = page.locator(".contents li[value]:visible")
    assert [line.evaluate("line => line.value") for line in shown.all()] == [2]
    assert page.locator("#event-1").is_hidden()
    page.get_by_role("button", name="Clear").click()
    _visible_rows(page)
    assert across.is_visible()
    assert sport.is_visible()


def test_escape_after_a_click_on_prose_gives_the_focus_to_its_article(opened):
    page = opened()
    page.locator(".prose span[data-f]").first.click()
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()
    assert page.evaluate("document.activeElement.className") == "text"


def test_a_place_in_the_panel_chooses_the_fact_that_it_stands_under(opened):
    page = opened()
    marked = page.locator(".prose [data-f*=' ']").first
    second = marked.get_attribute("data-f").split()[1]
    marked.click()
    page.locator(f"#panel [data-fact='{second}'] a.words").first.click()
    assert page.locator("#panel").get_attribute("data-fact") == second


def test_a_place_moves_its_article_to_the_words_it_names(opened, tmp_path):
    path = tmp_path / "long.html"
    path.write_text(render(_with_far_words(), format="html"), encoding="utf-8")
    page = opened(at=path.as_uri())
    for number in (0, 1, 0):
        place = page.locator(".card a.words").nth(number)
        href = place.get_attribute("href")
        place.evaluate("link => link.click()")
        page.wait_for_timeout(200)
        box = page.locator(href).bounding_box()
        text = page.locator("article.text", has=page.locator(href)).bounding_box()
        assert text["y"] <= box["y"] <= text["y"] + text["height"]
        page.locator("#panel [data-do=close]").click()


def test_back_to_the_list_finds_a_fact_that_the_filters_hide(opened):
    page = opened()
    page.locator(".prose a.w", has_text="17 người bị thương").click()
    page.select_option("[name=kind]", "person")
    _visible_rows(page)
    page.get_by_role("button", name="Back to the list").click()
    assert "17 người" in page.evaluate("document.activeElement.closest('tr').textContent")
    assert page.evaluate("document.activeElement.closest('tr').hidden") is False


def test_conflicts_stand_first_and_lead_to_their_words(opened):
    page = opened(script=False)
    first = page.locator(".first li")
    assert first.count() == 4
    assert first.locator(".badge").all_inner_texts() == ["clear", "clear", "to check", "to check"]
    href = first.first.locator("a").get_attribute("href")
    assert page.locator(f"article.card{href}").count() == 1


def _with_far_words() -> Report:
    """The sample with a conflict inside an article whose two places are far apart."""
    sample = sample_report()
    entry = sample.groups[0]
    claims = sample.claims()
    (fact,) = (
        fact
        for fact in entry.facts
        if fact.verdict is Verdict.CONFLICT and len({claims[c].article for c in fact.claims}) == 1
    )
    near, far = (claims[value.claims[0]] for value in fact.values)
    article = next(a for a in sample.articles if a.id == near.article)
    gap = "\n".join(["Chợ mở cửa từ sáng sớm."] * 80)
    text = f"{article.text[: near.span.end]}.\n{gap}\n{far.quote}."
    start = text.index(far.quote, near.span.end)
    span = Span(start, start + len(far.quote))
    moved = attrs.evolve(far, span=span, sentence=Span(span.start, span.end + 1))
    values = tuple(
        attrs.evolve(value, claims=(claim.id,))
        for value, claim in zip(fact.values, (near, moved), strict=True)
    )
    alone = attrs.evolve(fact, values=values, missing_from=())
    group = attrs.evolve(entry.group, articles=(article.id,), origins=((article.id,),), copies=())
    return Report(
        articles=(attrs.evolve(article, text=text, boilerplate=()),),
        groups=(attrs.evolve(entry, group=group, claims=(near, moved), facts=(alone,)),),
    )


def test_without_javascript_everything_is_there(opened):
    page = opened(script=False)
    assert page.locator("#filters").is_hidden()
    assert page.locator("tr.row").count() == 11
    assert page.locator("tr.row[hidden]").count() == 0
    href = page.locator(".prose a.w").first.get_attribute("href")
    assert page.locator(href).count() == 1
    words = page.locator("td a.words").first.get_attribute("href")
    assert page.locator(words).count() == 1


def test_hostile_text_is_shown_as_text(opened):
    page = opened()
    text = page.locator("article.text").last.locator(".prose").text_content()
    assert HOSTILE.partition(" & ")[0] in text
    assert "{{ 7*7 }}" in text
    assert "\\u202egnurt" in text


def test_the_text_of_an_article_is_whole(opened, report):
    page = opened()
    for number, article in enumerate(("bao-a", "bao-b"), start=1):
        shown = page.locator(f"#a{number} .prose").evaluate("e => e.textContent")
        assert shown == next(a.text for a in report.articles if a.id == article)


@pytest.mark.parametrize("size", _SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_accessibility_rule_is_broken(opened, size, scheme):
    page = opened(size=size, scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((part) => (part.open = true))")
    page.evaluate(axe_source())
    page.locator("tr.row a.fact").first.evaluate("e => e.click()")
    page.wait_for_timeout(300)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found["violations"]] == []


@pytest.mark.parametrize("size", _SIZES)
def test_the_page_is_never_wider_than_the_window(opened, size):
    page = opened(size=size)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_fifty_articles_with_five_thousand_claims_stay_fluid(opened, tmp_path):
    path = tmp_path / "large.html"
    path.write_text(render(large_report(), format="html"), encoding="utf-8")
    page = opened(at=path.as_uri())
    assert page.locator(".prose [data-f]").count() >= 5_000
    slowest = page.evaluate(
        """async () => {
          const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          const times = [];
          const timed = async (act) => {
            const start = performance.now();
            act();
            await frame();
            await frame();
            times.push(performance.now() - start);
          };
          const input = document.querySelector("[name=text]");
          for (const word of ["", "gian", "gian hang 12", ""]) {
            await timed(() => {
              input.value = word;
              input.dispatchEvent(new Event("input", { bubbles: true }));
            });
          }
          for (const fact of [...document.querySelectorAll("tr.row .fact")].slice(0, 5))
            await timed(() => fact.click());
          return Math.max(...times.slice(1));
        }"""
    )
    assert slowest < 1_000  # milliseconds, on a slow machine that does other things too
