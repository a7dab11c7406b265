"""A small collection on disk, and a way to run the command line as a user would."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import reconcile
from reconcile.cli import main

_SOURCE = str(Path(reconcile.__file__).parents[1])


@pytest.fixture
def articles(tmp_path, monkeypatch) -> Path:
    """Two articles on one fire that disagree on when it was; the current folder is beside them."""
    folder = tmp_path / "articles"
    folder.mkdir()
    first = (
        "Vụ cháy chợ Đông Hà xảy ra tối 12/11/2025. Ngọn lửa làm 3 người chết và 17 người bị "
        "thương. Chợ Đông Hà có 350 gian hàng."
    )
    second = (
        "Vụ cháy chợ Đông Hà xảy ra tối 13/11/2025. Ngọn lửa làm 3 người chết. Khoảng 200 gian "
        "hàng bị thiêu rụi, theo Công an tỉnh Quảng Trị."
    )
    (folder / "a.txt").write_text(first, encoding="utf-8")
    (folder / "b.txt").write_text(second, encoding="utf-8")
    (tmp_path / "events.tsv").write_text("a\tfire\nb\tfire\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith("RECONCILE_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("PYTHONPATH", _SOURCE)  # for other processes, in whatever folder
    return folder


@pytest.fixture
def run(capsys):
    """Run a command in this process: its exit status, what it wrote and what it complained of."""

    def run_command(*arguments: object) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        written = capsys.readouterr()
        return status, written.out, written.err

    return run_command


@pytest.fixture
def shell():
    """Run a command in a process of its own."""

    def run_process(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "reconcile", *map(str, arguments)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            env={**os.environ, "PYTHONPATH": _SOURCE},  # also where there is no `articles`
            timeout=60,
            **options,
        )

    return run_process
