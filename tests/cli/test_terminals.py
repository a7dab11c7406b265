"""What a person at a terminal sees, on a terminal that the test makes."""

import os
import pty
import sys

import pytest


@pytest.fixture
def at_terminal(articles, monkeypatch):
    """Run a command on a pseudo-terminal and give back everything that it showed."""

    def run_there(*arguments: object) -> str:
        shown: list[bytes] = []

        def read(descriptor: int) -> bytes:
            shown.append(os.read(descriptor, 65536))
            return shown[-1]

        write = os.dup(1)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        try:
            pty.spawn([sys.executable, "-m", "reconcile", *map(str, arguments)], read)
        finally:
            os.dup2(write, 1)
            os.close(null)
            os.close(write)
        return b"".join(shown).decode()

    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR")
    return run_there


def test_a_terminal_shows_colour(at_terminal, articles):
    assert "\x1b[1m" in at_terminal("report", articles, "--groups", "events.tsv")


def test_no_color_and_dumb_terminals_are_honoured(at_terminal, articles, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in at_terminal("report", articles)
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in at_terminal("report", articles)


def test_problems_are_shown_once(at_terminal, articles):
    (articles / "empty.txt").write_text("", encoding="utf-8")
    shown = " ".join(at_terminal("report", articles).split())
    assert shown.count("the file is empty") == 1
