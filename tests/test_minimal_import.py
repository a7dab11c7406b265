"""Importing reconcile and asking for help cost nothing that is not needed."""

import subprocess
import sys

import pytest

_HEAVY = ("numpy", "scipy", "datasketch", "rapidfuzz", "jinja2", "charset_normalizer", "dateutil")


def _loaded_after(statements: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after some statements."""
    program = f"{statements}\nimport sys\nprint(*sys.modules, sep='\\n', file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(done.stderr.split("\n"))


@pytest.mark.parametrize(
    "statements",
    [
        "import reconcile",
        "from reconcile import Article, Claim, Relation, Report, Settings, relate",
    ],
)
def test_the_window_and_the_model_load_no_heavy_library(statements):
    loaded = _loaded_after(statements)
    assert "reconcile" in loaded
    assert not loaded.intersection(_HEAVY)


def test_importing_reconcile_loads_no_other_module_of_it():
    loaded = _loaded_after("import reconcile")
    assert not [name for name in loaded if name.startswith("reconcile.")]
