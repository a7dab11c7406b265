"""A full disk, a killed process, closed streams, odd names: said plainly, and nothing is lost."""

import json
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import reconcile

_FULL = Path("/dev/full")


@pytest.fixture(autouse=True)
def _for_other_processes(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(Path(reconcile.__file__).parents[1]))


def _with_little_room():
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))


def test_a_disk_that_fills_up_leaves_the_old_report_whole(shell, articles):
    old = articles.parent / "r.html"
    old.write_text("", encoding="utf-8")
    done = shell("report", articles, "-o", old, preexec_fn=_with_little_room)
    assert done.returncode == 2
    assert done.stderr == f"reconcile: --output {old} cannot be written: File too large.\n"
    assert old.read_text("utf-8") == ""
    assert {path.name for path in old.parent.iterdir()} == {"articles", "events.tsv", "r.html"}


if _FULL.exists():  # a disk that is full at once, on Linux

    @pytest.mark.parametrize("command", ["report", "group", "claims"])
    def test_standard_output_on_a_full_disk_is_said(articles, command):
        with _FULL.open("w") as full:
            done = subprocess.run(
                [sys.executable, "-m", "reconcile", command, articles],
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
            )
        assert done.returncode == 2
        said = "reconcile: standard output cannot be written: No space left on device.\n"
        assert done.stderr == said


_KILLED_WHILE_WRITING = """
import resource, signal, sys
from reconcile.cli import main, running
write = running.write
def write_and_die(*arguments, **options):
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    write(*arguments, **options)
running.write = write_and_die
main(sys.argv[1:])
"""


def test_a_run_killed_while_it_writes_leaves_the_old_report_whole(run, articles):
    output = articles.parent / "r.json"
    assert run("report", articles, "-o", output)[0] == 0
    before = output.read_bytes()
    (articles / "b.txt").unlink()
    arguments = [sys.executable, "-c", _KILLED_WHILE_WRITING, "report", articles, "-o", output]
    assert subprocess.run(arguments, check=False).returncode == -signal.SIGXFSZ
    (left,) = output.parent.glob(".reconcile-*.part")
    assert left.stat().st_size == 1000
    assert output.read_bytes() == before
    assert run("report", articles, "-o", output)[0] == 0
    assert len(json.loads(output.read_text("utf-8"))["articles"]) == 1


def test_a_name_as_long_as_the_system_allows_can_be_written(run, articles):
    output = articles.parent / f"{'ậ' * 83}.json"
    assert run("report", articles, "-o", output)[0] == 0
    assert output.read_text("utf-8").startswith("{")


@pytest.mark.parametrize(
    ("closed", "arguments", "status", "said"),
    [
        ("<&-", "articles", 0, ""),
        ("<&-", "-", 2, "-: standard input is closed; pipe JSON lines into it\n"),
        (
            ">&-",
            "articles",
            2,
            "standard output is closed; name a file with --output.\n",
        ),
        (">&-", "articles -o r.json", 0, ""),
        ("2>&-", "articles -o r.json", 0, ""),
    ],
)
def test_a_stream_that_is_closed_is_missed_only_where_it_is_needed(
    articles, closed, arguments, status, said
):
    command = f"{sys.executable} -m reconcile report {arguments} {closed}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == status
    assert done.stderr.startswith(f"reconcile: {said}") if said else not done.stderr


def test_names_with_line_ends_and_leading_dashes_are_read_and_shown_on_one_line(shell, articles):
    for name in ("-rf.txt", "two\nlines.txt", "\x1b]0;title\x07.txt"):
        (articles / name).write_text((articles / "a.txt").read_text("utf-8"), encoding="utf-8")
    done = shell("report", "--", "-rf.txt", "two\nlines.txt", "\x1b]0;title\x07.txt", cwd=articles)
    assert done.returncode == 0
    assert "\x1b" not in done.stdout + done.stderr
    assert not any(line.startswith("lines") for line in done.stdout.splitlines())
    missing = shell("report", "--", "-no\nwhere", cwd=articles)
    assert missing.returncode == 2
    assert missing.stderr.splitlines()[0].startswith(
        r"reconcile: -no\nwhere: there is no such file"
    )
