"""What the documentation shows is what happens."""

import doctest
import importlib.util
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import reconcile
from reconcile.cli import main

_ROOT = Path(__file__).parent.parent
_PAGES = [_ROOT / "README.md", _ROOT / "CONTRIBUTING.md", *sorted((_ROOT / "docs").rglob("*.md"))]
_FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s#]+)(?:#[^)]*)?\)")


def _id(path):
    return str(path.relative_to(_ROOT))


def _blocks(path, language):
    text = path.read_text("utf-8")
    for match in _BLOCK.finditer(text):
        if match[1] == language:
            yield text.count("\n", 0, match.start()), match[2]


@pytest.mark.parametrize("path", _PAGES, ids=_id)
def test_the_python_examples_of_a_page_run(path, monkeypatch):
    """All examples of a page share one namespace, in the order of the page."""
    monkeypatch.chdir(_ROOT)
    source = "\n".join(code for _, code in _blocks(path, "python") if ">>>" in code)
    examples = doctest.DocTestParser().get_doctest(source, {}, _id(path), str(path), 0)
    messages: list[str] = []
    result = doctest.DocTestRunner(optionflags=_FLAGS).run(examples, out=messages.append)
    assert result.failed == 0, "".join(messages)


def _commands(path):
    """Each ``$ …`` of the console blocks of a page with what it prints, as far as it is shown."""
    for line, block in _blocks(path, "console"):
        for shown in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = shown.partition("\n")
            yield line, command, output


@pytest.fixture
def shell(tmp_path, monkeypatch, capfd):
    """Runs a command beside links to the project's folders, so that what it writes stays away."""
    for folder in ("seeds", "docs"):
        (tmp_path / folder).symlink_to(_ROOT / folder)
    reconcile_ = tmp_path / "bin" / "reconcile"
    reconcile_.parent.mkdir()
    reconcile_.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m reconcile "$@"\n')
    reconcile_.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("PYTHONPATH", str(_ROOT / "src"))
    monkeypatch.setenv("PATH", str(reconcile_.parent), prepend=os.pathsep)

    def run(command):
        if command.startswith("reconcile ") and not re.search(r"[|<>&;]", command):
            main(shlex.split(command)[1:])
        else:
            subprocess.run(["sh", "-c", command], check=False)
        return "".join(capfd.readouterr())

    return run


@pytest.mark.parametrize("path", _PAGES, ids=_id)
def test_the_commands_of_a_page_print_what_it_shows(path, shell):
    """All commands of a page run in one folder, in the order of the page."""
    checker = doctest.OutputChecker()
    for line, command, output in _commands(path):
        printed = shell(command)
        wanted = output.rstrip() + "\n" if output.strip() else ""
        assert checker.check_output(wanted, printed, _FLAGS), f"line {line}: {command}\n{printed}"


@pytest.mark.parametrize("path", _PAGES, ids=_id)
def test_the_links_of_a_page_lead_somewhere(path):
    targets = [t for t in _LINK.findall(path.read_text("utf-8")) if not re.match(r"\w+:", t)]
    missing = [t for t in targets if not (path.parent / t).exists()]
    assert not missing


@pytest.mark.parametrize("path", _PAGES, ids=_id)
def test_a_page_begins_with_its_title(path):
    assert path.read_text("utf-8").startswith("# ")


def test_pages_name_no_machine():
    for path in _PAGES:
        assert not re.search(r"(?<![\w.])/(?:work|home|root|tmp)/", path.read_text("utf-8")), path


def _generator():
    path = _ROOT / "docs" / "generate.py"
    spec = importlib.util.spec_from_file_location("generate", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


_GENERATOR = _generator()
_GENERATED = _GENERATOR.PAGES


@pytest.mark.parametrize("name", sorted(_GENERATED))
def test_a_page_made_from_the_code_is_up_to_date(name):
    written = (_ROOT / "docs" / name).read_text("utf-8")
    assert written == _GENERATED[name](), "run: python docs/generate.py"


def test_the_figures_are_those_of_the_floors():
    page = (_ROOT / "docs" / "explanation" / "what-we-miss.md").read_text("utf-8")
    assert page == _GENERATOR.with_figures(page), "run: python docs/generate.py"
    assert _GENERATOR.figures() in page


def test_every_floor_is_among_the_figures():
    floors = tomllib.loads((_ROOT / "tests" / "quality" / "floors.toml").read_text("utf-8"))
    shares = [floor for language in ("vi", "en") for floor in floors[language].values()]
    assert len(re.findall(r"\d+% \((?:\d+ )?of \d+\)", _GENERATOR.figures())) == len(shares)


@pytest.mark.slow
def test_the_commands_beside_the_figures_are_understood():
    """Each script reads its options, as far as the folder that is not there."""
    block = "".join(re.findall(r"```sh\n(.*?)```", _GENERATOR.figures(), re.DOTALL))
    for line in block.splitlines():
        command, _, far = line.partition("  # far: add ")
        for options in {"", far}:
            done = subprocess.run(
                [sys.executable, *shlex.split(command)[1:], *shlex.split(options)],
                cwd=_ROOT,
                env={**os.environ, "PYTHONPATH": "src"},
                capture_output=True,
                text=True,
                check=False,
            )
            assert "FileNotFoundError" in done.stderr, done.stderr


def test_every_page_is_in_the_index_of_the_site():
    listed = (_ROOT / "mkdocs.yml").read_text("utf-8")
    docs = _ROOT / "docs"
    pages = [path.relative_to(docs).as_posix() for path in _PAGES if path.is_relative_to(docs)]
    assert [page for page in pages if page not in listed] == []


def test_every_public_name_is_in_the_reference():
    page = (_ROOT / "docs" / "reference" / "api.md").read_text("utf-8")
    shown = re.findall(r"^::: reconcile\.(\w+)$", page, re.MULTILINE)
    assert sorted(shown) == sorted(set(reconcile.__all__) - {"__version__"})
