"""What is built holds what it should and nothing else, and the same each time."""

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_ROOT = Path(__file__).parent.parent
_PACKAGE = _ROOT / "src" / "reconcile"
_PROJECT = tomllib.loads((_ROOT / "pyproject.toml").read_text("utf-8"))["project"]
_ENDINGS = {
    ".py",
    ".typed",
    ".toml",
    ".json",
    ".html",
    ".css",
    ".js",
    ".gz",
    ".tsv",
    ".txt",
    ".npz",
}
_MOST_BYTES = 1_000_000


def _build(kind, folder):
    """Build as pip would, in this environment, without asking the network for anything."""
    code = f"import hatchling.build as b, sys; print(b.build_{kind}(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        cwd=_ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000"},
        capture_output=True,
        text=True,
        check=True,
    )
    return folder / done.stdout.strip().splitlines()[-1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return _build("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory):
    return _build("sdist", tmp_path_factory.mktemp("sdist"))


def _tracked(folder):
    """The files that belong to the project, as git has them or, without git, as they lie there."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", folder],
        cwd=_ROOT,
        capture_output=True,
        check=False,
    )
    if listing.returncode == 0 and listing.stdout:
        names = listing.stdout.decode().split("\0")
        return {name for name in names if name and (_ROOT / name).is_file()}
    found = (path for path in (_ROOT / folder).rglob("*") if path.is_file())
    return {path.relative_to(_ROOT).as_posix() for path in found if "__pycache__" not in path.parts}


@pytest.mark.slow
def test_the_wheel_holds_the_package_and_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == {name.removeprefix("src/") for name in _tracked("src/reconcile")}


@pytest.mark.slow
def test_the_wheel_says_that_it_is_typed_and_licensed(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        assert "reconcile/py.typed" in names
        assert any(name.endswith("/licenses/LICENSE") for name in names)
        assert any(name.endswith("/entry_points.txt") for name in names)


@pytest.mark.slow
def test_the_tables_made_from_wordfreq_carry_its_licence_in_the_wheel(wheel):
    with zipfile.ZipFile(wheel) as archive:
        tables = [name for name in archive.namelist() if name.endswith("/background.txt")]
        heads = {name: archive.read(name)[:400].decode() for name in tables}
    assert len(heads) == 2
    for head in heads.values():
        assert "from the" in head
        assert "wordfreq 3.1 by Robyn Speer" in head
        assert "licence CC BY-SA 4.0; this table has the same licence" in head


@pytest.mark.slow
def test_the_wheel_names_the_licence_and_the_source_of_its_tables(wheel):
    with zipfile.ZipFile(wheel) as archive:
        (folder,) = {name.split("/")[0] for name in archive.namelist() if ".dist-info/" in name}
        metadata_lines = archive.read(f"{folder}/METADATA").decode("utf-8").splitlines()
        notice = archive.read(f"{folder}/licenses/NOTICE").decode("utf-8")
    assert "License-Expression: MIT AND CC-BY-SA-4.0" in metadata_lines
    assert "https://creativecommons.org/licenses/by-sa/4.0/" in notice


def test_every_table_under_another_licence_is_in_the_notice_and_in_the_list():
    notice = (_ROOT / "NOTICE").read_text("utf-8")
    page = (_ROOT / "docs" / "reference" / "licences.md").read_text("utf-8")
    tables = [
        name
        for name in _tracked("src/reconcile")
        if "CC BY-SA" in (_ROOT / name).read_text("utf-8", errors="replace")
    ]
    assert tables
    for name in tables:
        assert name in notice
        assert name.removeprefix("src/") in page


@pytest.mark.slow
def test_the_source_archive_holds_the_project(sdist):
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    for folder in ("src", "tests", "docs", "seeds", "bench"):
        assert _tracked(folder) <= names
    files = {"README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE", "NOTICE"}
    files |= {".ci/run"}
    assert files <= names
    tops = {name.split("/")[0] for name in names if name}
    allowed = {"PKG-INFO", "pyproject.toml", ".gitignore", ".ci", "mkdocs.yml"}
    assert tops <= {"src", "tests", "docs", "seeds", "bench"} | allowed | files


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_two_builds_are_the_same_to_the_byte(kind, tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    one, two = (_build(kind, tmp_path / name).read_bytes() for name in ("one", "two"))
    assert one == two


def test_every_file_of_the_package_is_of_a_sort_that_belongs_there():
    endings = {Path(name).suffix for name in _tracked("src/reconcile")}
    assert endings <= _ENDINGS


def test_no_file_is_large():
    large = {
        name: size
        for folder in ("src", "tests", "docs", "seeds", "bench")
        for name in _tracked(folder)
        if (size := (_ROOT / name).stat().st_size) > _MOST_BYTES
    }
    assert not large


def test_the_package_is_marked_as_typed():
    assert (_PACKAGE / "py.typed").read_bytes() == b""


def test_run_time_dependencies_have_floors_and_no_pins():
    for requirement in _PROJECT["dependencies"]:
        assert re.fullmatch(r"[a-z][a-z0-9-]*>=[\d.]+", requirement)


def _listed_licences():
    page = (_ROOT / "docs" / "reference" / "licences.md").read_text("utf-8")
    return dict(re.findall(r"^\| `([\w.-]+)` \| ([^|]+?) \|", page, re.MULTILINE))


def _own_dependencies():
    extras = (
        entry
        for name, entries in _PROJECT["optional-dependencies"].items()
        if name not in ("test", "dev", "docs", "browser")  # what only developers install
        for entry in entries
    )
    names = {re.split(r"[>=<\[]", entry)[0] for entry in [*_PROJECT["dependencies"], *extras]}
    return names - {"reconcile"}


def test_every_dependency_is_listed_with_its_licence():
    assert set(_listed_licences()) == _own_dependencies()


_COPYLEFT = re.compile(
    r"(?<!L)\bA?GPL|GNU (?:Affero )?General|Server Side Public|Commons Clause", re.IGNORECASE
)


def test_no_dependency_is_under_the_gpl():
    for name, licence in _listed_licences().items():
        assert not _COPYLEFT.search(licence), name


def _stated_licence(name):
    """Everything that an installed package says of its licence; None when it is not installed."""
    alternatives = _alternatives(name)
    return None if alternatives is None else " ".join(alternatives)


def _alternatives(name):
    """The licences of which an installed package lets one choose, as it states them."""
    try:
        stated = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None
    classified = [
        c for c in stated.get_all("Classifier") or [] if re.match(r"License :: .+ :: ", c)
    ]
    written = stated.get("License-Expression") or (stated.get("License") or "")[:200]
    return [*re.split(r"\s+or\s+|/", written, flags=re.IGNORECASE), *classified]


def _installed_with(names):
    """The packages that are installed for some packages, and for those in turn."""
    found, waiting = set(), list(names)
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name in found or _alternatives(name) is None:
            continue
        found.add(name)
        for line in metadata.requires(name) or []:
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                waiting.append(requirement.name)
    return found


def test_nothing_that_is_installed_with_a_dependency_is_under_the_gpl_alone():
    installed = _installed_with(_own_dependencies())
    assert {"six", "markupsafe", "lxml"} & installed
    for name in installed:
        alternatives = list(filter(None, _alternatives(name)))
        assert alternatives, f"{name} states no licence"
        assert not all(_COPYLEFT.search(licence) for licence in alternatives), name


def test_a_listed_licence_is_the_one_that_the_package_states():
    stated = {name: _stated_licence(name) for name in _listed_licences()}
    checked = {name: text for name, text in stated.items() if text is not None}
    assert {"attrs", "datasketch", "numpy"} <= set(checked)
    for name, text in checked.items():
        family = _listed_licences()[name].split("-")[0]
        assert family.lower() in text.lower(), name
