"""Whoever follows the guide "Add a language" has a language: its files are written out and used."""

import doctest
import importlib
import re
import sys
import tomllib
from pathlib import Path

import pytest

from reconcile import Article, available_languages, extract_claims, language_pack
from reconcile.errors import InvalidLanguagePack
from reconcile.grouping.background import load_background
from reconcile.languages import _packages
from reconcile.languages.detection import _all_signs, detect_language

_PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "add-a-language.md"
_FILE = re.compile(r'^```\w+ title="([\w/.]+)"\n(.*?)^```', re.DOTALL | re.MULTILINE)
_EXAMPLE = re.compile(r"^```pycon\n(.*?)^```", re.DOTALL | re.MULTILINE)
_REMEMBERED = (_packages, language_pack, load_background, _all_signs)


def _forget() -> None:
    """Look for installed packages again, as a new process would."""
    importlib.invalidate_caches()
    for remembered in _REMEMBERED:
        remembered.cache_clear()


def _install(folder: Path, *, name: str, entry_points: dict[str, str]) -> None:
    """What an installer leaves beside a package, so that its entry points are found."""
    info = folder / f"{name.replace('-', '_')}-0.1.0.dist-info"
    info.mkdir()
    lines = [f"{code} = {package}" for code, package in entry_points.items()]
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.1.0\n")
    (info / "entry_points.txt").write_text("\n".join(["[reconcile.languages]", *lines, ""]))


@pytest.fixture
def esperanto(tmp_path, monkeypatch):
    """The pack of the guide, installed for the length of a test."""
    for path, content in _FILE.findall(_PAGE.read_text("utf-8")):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    project = tomllib.loads((tmp_path / "pyproject.toml").read_text("utf-8"))["project"]
    points = project["entry-points"]["reconcile.languages"]
    _install(tmp_path, name=project["name"], entry_points=points)
    monkeypatch.syspath_prepend(tmp_path)
    _forget()
    yield language_pack("eo")
    for module in [name for name in sys.modules if name.split(".")[0] == "reconcile_eo"]:
        del sys.modules[module]
    monkeypatch.undo()
    _forget()


def test_an_installed_pack_is_found(esperanto):
    assert available_languages() == ("en", "eo", "vi")
    assert language_pack("eo-001") is esperanto
    assert load_background("eo").words.size == 0


def test_the_examples_of_the_guide_run(esperanto):
    """The conformance suite of `reconcile.testing` among them."""
    source = "\n".join(_EXAMPLE.findall(_PAGE.read_text("utf-8")))
    assert "check_language_pack" in source
    examples = doctest.DocTestParser().get_doctest(source, {}, _PAGE.name, str(_PAGE), 0)
    messages: list[str] = []
    assert doctest.DocTestRunner().run(examples, out=messages.append).failed == 0, "".join(messages)


def test_a_text_in_the_new_language_is_told_from_others(esperanto):
    text = "Oni diris ke la homoj ĉe la urbo estis kun la polico, kaj ili ne vundiĝis."
    assert detect_language(text)[0] == "eo"
    assert detect_language("Two people were hurt in the accident.")[0] == "en"


def test_claims_are_found_in_the_new_language(esperanto):
    text = (
        "Pli ol 12 homoj vundiĝis la 5-an de majo 2024. La damaĝo estas 3 milionoj eŭroj. "
        "La urbestro diris: «Ni ne plu atendos eĉ unu tagon pro tiu malbona afero.»"
    )
    claims = extract_claims(Article(id="a", text=text, language="eo"))
    assert all(text[c.span.start : c.span.end] == c.quote for c in claims)
    told = {(c.kind, c.attribute, str(c.value)) for c in claims}
    assert ("count", "injured", "Pli ol 12") in told
    assert ("date", "when", "2024-05-05") in told
    assert any(kind == "money" and attribute == "damage" for kind, attribute, _ in told)
    assert [c.kind for c in claims if c.quote.startswith("Ni ne")] == ["quote"]


def test_two_packs_for_one_language_are_refused(tmp_path, monkeypatch):
    _install(tmp_path, name="another-vi", entry_points={"vi": "another_vi"})
    monkeypatch.syspath_prepend(tmp_path)
    _forget()
    with pytest.raises(InvalidLanguagePack, match="another_vi brings a pack for 'vi'"):
        available_languages()
    monkeypatch.undo()
    _forget()
