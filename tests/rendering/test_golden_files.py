"""The sample report in every readable format, as it was last read by eye.

After a change on purpose: ``python tests/rendering/test_golden_files.py`` writes the files anew;
read them before they are committed.
"""

import sys
from pathlib import Path

import pytest

from reconcile.rendering import Style, render
from rendering.samples import sample_report

_FOLDER = Path(__file__).with_name("golden")
_FILES = {
    "report-80.txt": ("text", Style(width=80)),
    "report-120-colour.txt": ("text", Style(width=120, color=True, links=True)),
    "report.md": ("markdown", Style()),
    "report.csv": ("csv", Style()),
}


def _written(name: str) -> str:
    format_, style = _FILES[name]
    return render(sample_report(), format=format_, style=style)


@pytest.mark.parametrize("name", _FILES)
def test_the_report_looks_as_it_did_when_it_was_read(name):
    assert _written(name).encode() == (_FOLDER / name).read_bytes()


if __name__ == "__main__":
    for name_ in _FILES:
        (_FOLDER / name_).write_bytes(_written(name_).encode())
        sys.stdout.write(f"{_FOLDER / name_}\n")
