"""Paths to files: folders, patterns, links; each file once, in an order of its own."""

import itertools
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from reading.samples import BODY, ENGLISH
from reconcile import Article, Problem, iter_articles, read_articles


def _write(path, text=BODY):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_is_read_with_the_folders_in_it(tmp_path):
    for name in ("b.txt", "inner/a.txt", "inner/deep/c.txt", ".hidden/d.txt", ".e.txt"):
        _write(tmp_path / name)
    result = read_articles([tmp_path])
    assert [a.id for a in result.articles] == ["a", "b", "c"]
    assert result.problems == ()


def test_files_of_no_known_ending_are_named_and_not_read(tmp_path):
    for name in ("a.txt", "b.md", "c.doc", "d.xls", "e.ppt", "f.rtf", "g.jpg", "h.pdf"):
        _write(tmp_path / name)
    result = read_articles([tmp_path])
    (problem,) = result.problems
    assert "b.md, c.doc, d.xls, e.ppt, f.rtf and 2 more" in problem.message
    assert not problem.fatal
    assert len(read_articles([tmp_path, tmp_path / "b.md"]).articles) == 2


def test_a_folder_without_articles_is_a_problem(tmp_path):
    (problem,) = read_articles([tmp_path]).problems
    assert problem.fatal
    assert "no file that can be an article" in problem.message


def test_patterns_are_filled_in(tmp_path):
    _write(tmp_path / "a.txt")
    _write(tmp_path / "b.html")
    result = read_articles([f"{tmp_path}/*.txt"])
    assert [a.id for a in result.articles] == ["a"]
    assert len(read_articles([f"{tmp_path}/*.csv"]).problems) == 1


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path):
    assert [a.id for a in read_articles([_write(tmp_path / "a[1].txt")]).articles] == ["a[1]"]


def test_links_are_followed_once_and_loops_are_left(tmp_path):
    _write(tmp_path / "inner/a.txt")
    (tmp_path / "inner/up").symlink_to(tmp_path)
    (tmp_path / "again.txt").symlink_to(tmp_path / "inner/a.txt")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    result = read_articles([tmp_path])
    assert [a.id for a in result.articles] == ["again"]
    said = sorted(p.message for p in result.problems)
    assert "leads back to itself" in said[0]
    assert "no such file" in said[1]


def test_a_file_given_twice_is_read_once(tmp_path):
    path = _write(tmp_path / "a.txt")
    assert len(read_articles([path, str(path), tmp_path]).articles) == 1


def test_the_order_of_the_paths_changes_nothing(tmp_path):
    paths = [
        _write(tmp_path / "x/a.txt"),
        _write(tmp_path / "y/a.txt", ENGLISH),
        _write(tmp_path / "b.txt"),
        tmp_path / "none.txt",
    ]
    results = {read_articles(order) for order in itertools.permutations(paths)}
    assert len(results) == 1
    (result,) = results
    first, second = (a for a in result.articles if a.id.startswith("a"))
    assert (first.text, second.text) == (BODY, ENGLISH)
    assert second.id == f"a-{second.sha256[:8]}"


@pytest.fixture
def unprivileged():
    """A folder, and reading as somebody who is not allowed everything, as the superuser is."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        was = os.geteuid()
        if was == 0:
            os.chown(folder, 65534, -1)
            os.seteuid(65534)
        try:
            yield Path(folder)
        finally:
            os.seteuid(was)


def test_what_may_not_be_read_is_said_and_the_rest_is_read(unprivileged):
    _write(unprivileged / "a.txt")
    _write(unprivileged / "b.txt").chmod(0)
    _write(unprivileged / "shut/c.txt")
    (unprivileged / "shut").chmod(0)
    result = read_articles([unprivileged])
    (unprivileged / "shut").chmod(0o755)
    assert [a.id for a in result.articles] == ["a"]
    assert sorted(map(str, result.problems)) == [
        f"{unprivileged}/{name}: it may not be read; change its permissions"
        for name in ("b.txt", "shut")
    ]


def test_a_folder_that_changes_while_it_is_read_costs_what_is_gone(tmp_path):
    for name in ("a.txt", "b.txt", "inner/c.txt", "d.txt"):
        _write(tmp_path / name)
    items = iter_articles([tmp_path])
    assert next(items).id == "a"
    shutil.rmtree(tmp_path / "inner")
    (tmp_path / "b.txt").unlink()
    (tmp_path / "b.txt").mkdir()
    _write(tmp_path / "e.txt")
    rest = list(items)
    assert [item.id for item in rest if isinstance(item, Article)] == ["d"]
    assert [str(item) for item in rest if isinstance(item, Problem)] == [
        f"{tmp_path}/b.txt: it is a folder now; read it again",
        f"{tmp_path}/inner/c.txt: there is no such file or folder; check the path",
    ]


def test_a_pattern_may_name_folders_at_any_depth(tmp_path):
    for name in ("2025/11/a.txt", "2025/12/b.txt", "2024/c.txt"):
        _write(tmp_path / name)
    result = read_articles([f"{tmp_path}/2025/**/*.txt"])
    assert [a.id for a in result.articles] == ["a", "b"]


def test_a_pipe_can_be_read():
    reader, writer = os.pipe()
    os.write(writer, f'{{"id": "a", "text": "{ENGLISH}"}}\n'.encode())
    os.close(writer)
    try:
        articles = read_articles([f"/dev/fd/{reader}"]).articles
    finally:
        os.close(reader)
    assert [a.id for a in articles] == ["a"]


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    _write(tmp_path / "a.txt")
    assert [a.id for a in read_articles([tmp_path]).articles] == ["a"]
