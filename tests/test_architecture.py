"""The house: who may import whom, how long a file may be, and what the core never does."""

import ast
import re
from pathlib import Path

import pytest

import reconcile

_ROOT = Path(reconcile.__file__).parent
_FILES = sorted(_ROOT.rglob("*.py"))
_MOST_LINES = 400

# What each part of the house may import, apart from itself and the standard library. A part
# stands to the right of all that it may import; "reading" hangs beside the line.
_LINE = {
    "errors": set(),
    "engines": {"errors"},
    "values": {"errors"},
    "model": {"values", "errors"},
    "settings": {"model", "values", "errors"},
}
_LINE["languages"] = {*_LINE["settings"], "settings"}
_LINE["text"] = {*_LINE["languages"], "languages"}
_LINE["reading"] = {"model", "languages", "text", "settings", "errors", "values", "engines"}
_LINE["similarity"] = {*_LINE["text"], "text", "engines"}
_LINE["grouping"] = {*_LINE["similarity"], "similarity"}
_LINE["extraction"] = {*_LINE["text"], "text"}
_LINE["alignment"] = {*_LINE["grouping"], *_LINE["extraction"], "grouping", "extraction"}
_LINE["rendering"] = {*_LINE["alignment"], "alignment"}
_LINE["testing"] = {*_LINE["rendering"], "rendering", "reading"}
_LINE["pipeline"] = {*_LINE["rendering"], "rendering", "reading"}
_LINE["cli"] = {*_LINE["pipeline"], "pipeline"}
_LINE["__main__"] = {"cli"}
_LINE["__init__"] = {*_LINE["cli"]}  # the shop window shows all rooms but the command line


def _name_of(path: Path) -> str:
    parts = ("reconcile", *path.relative_to(_ROOT).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 2 else parts)


_MODULES = {_name_of(path): path for path in _FILES}


def _part(module: str) -> str:
    return module.split(".")[1] if "." in module else "__init__"


def _imports(path: Path, *, at_once: bool = False) -> dict[str, int]:
    """The modules of reconcile that a file imports, with a line where it does.

    With `at_once`, only what is imported when the file itself is, not inside a function.
    """
    found = {}
    tree = ast.parse(path.read_text("utf-8"))
    for node in tree.body if at_once else ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: import by the full name"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found[inner if inner in _MODULES else node.module or ""] = node.lineno
    return {name: line for name, line in found.items() if name.split(".")[0] == "reconcile"}


_IMPORTS = {module: _imports(path) for module, path in _MODULES.items()}
_IMPORTS_AT_ONCE = {module: _imports(path, at_once=True) for module, path in _MODULES.items()}


def test_every_part_of_the_house_has_a_place_in_the_line():
    assert {_part(module) for module in _MODULES} <= set(_LINE)


@pytest.mark.parametrize("module", sorted(_MODULES))
def test_a_module_imports_only_from_its_left(module):
    part = _part(module)
    wrong = [
        f"{_MODULES[module].relative_to(_ROOT)}:{line}: {part} must not import {imported}"
        for imported, line in _IMPORTS[module].items()
        if _part(imported) not in {part, *_LINE[part]} and imported != "reconcile"
    ]
    assert not wrong


def test_no_modules_import_one_another_in_a_circle():
    state: dict[str, bool] = {}

    def visit(module: str, way: tuple[str, ...]) -> None:
        assert state.get(module) is not False, f"a circle: {' → '.join((*way, module))}"
        if module not in state:
            state[module] = False
            for imported in sorted(_IMPORTS_AT_ONCE.get(module, ())):
                if imported not in (module, "reconcile"):
                    visit(imported, (*way, module))
            state[module] = True

    for module in sorted(set(_MODULES) - {"reconcile.__init__"}):
        visit(module, ())


def test_the_packages_of_the_line_are_one_after_another():
    """The table itself has no circle: whoever may be imported may not import back."""
    for part, allowed in _LINE.items():
        assert all(part not in _LINE[other] for other in allowed)


@pytest.mark.parametrize("path", _FILES, ids=lambda path: str(path.relative_to(_ROOT)))
def test_a_file_is_short_enough_to_be_read(path):
    assert len(path.read_text("utf-8").splitlines()) <= _MOST_LINES


@pytest.mark.parametrize("path", _FILES, ids=lambda path: str(path.relative_to(_ROOT)))
def test_a_file_says_what_it_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


@pytest.mark.parametrize("path", _FILES, ids=lambda path: str(path.relative_to(_ROOT)))
def test_no_file_has_a_name_that_says_nothing(path):
    assert not {"utils", "helpers", "common", "misc"} & {path.stem, path.parent.name}


def _calls_of_print(path: Path) -> list[int]:
    return [
        node.lineno
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if node.func.id == "print"
    ]


@pytest.mark.parametrize(
    "module", [m for m in sorted(_MODULES) if _part(m) not in ("cli", "__main__")]
)
def test_only_the_command_line_prints(module):
    assert _calls_of_print(_MODULES[module]) == []


_CODES = {"vi", "en", "und"}
_NAMES_LANGUAGES = {"languages", "testing", "__init__"}


def _asks_which_language(path: Path) -> list[int]:
    """Lines that compare something with the code of a language."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Compare | ast.Match | ast.Dict)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Constant) and inner.value in _CODES
    ]


@pytest.mark.parametrize(
    "module", [m for m in sorted(_MODULES) if _part(m) not in _NAMES_LANGUAGES]
)
def test_the_core_never_asks_which_language_it_is(module):
    assert _asks_which_language(_MODULES[module]) == []


_LEFT_FOR_LATER = re.compile(r"\b(?:TODO|FIXME|XXX|NotImplementedError)\b")
_SILENCED = re.compile(r"# (?:noqa|type: ignore)(?:: [A-Z0-9, ]+|\[[\w-]+\])?(.*)")


@pytest.mark.parametrize("path", _FILES, ids=lambda path: str(path.relative_to(_ROOT)))
def test_nothing_is_left_for_later(path):
    assert not _LEFT_FOR_LATER.findall(path.read_text("utf-8"))


@pytest.mark.parametrize("path", _FILES, ids=lambda path: str(path.relative_to(_ROOT)))
def test_whoever_silences_a_tool_says_why(path):
    reasons = _SILENCED.findall(path.read_text("utf-8"))
    assert all(re.search(r"\w{2}", reason) for reason in reasons)


@pytest.mark.parametrize("path", _FILES, ids=lambda path: str(path.relative_to(_ROOT)))
def test_only_the_shop_window_hides_an_import_of_ours_from_python(path):
    hidden = [
        ast.unparse(inner)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in node.body
        if "reconcile" in ast.unparse(inner)
    ]
    assert bool(hidden) == (path == _ROOT / "__init__.py")
