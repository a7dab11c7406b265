"""Which modules have no examples to run here: those of extras that are not installed."""

from importlib.util import find_spec

_NEEDS = {
    "numba": ["reconcile/text/compiled.py", "reconcile/similarity/compiled.py"],
    "hypothesis": ["reconcile/testing"],
}
collect_ignore = [
    path for package, paths in _NEEDS.items() if find_spec(package) is None for path in paths
]
